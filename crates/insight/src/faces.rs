//! What a page of all people shows of each of them, gathered in one walk through the journal.

use std::collections::HashMap;

use journal::{Day, EntryId, Network, PersonId, Settings};

use crate::card::{Occasion, birthday};
use crate::list::{Filter, Sort, list};
use crate::standing::Standing;

/// So many notes of each person are the last ones.
const NOTES: usize = 3;

/// One person of many.
#[derive(Clone, Debug)]
pub struct Face {
    /// How things stand.
    pub standing: Standing,
    /// What was noted last, the newest first: at most three entries.
    pub notes: Vec<(Day, EntryId)>,
    /// The birthday.
    pub birthday: Option<Occasion>,
}

/// All people by name. Unlike a [`crate::Card`] for each, it walks through the entries once, however many people there
/// are.
pub fn faces(network: &Network, settings: &Settings, today: Day) -> Vec<Face> {
    let mut notes: HashMap<PersonId, Vec<(Day, EntryId)>> = HashMap::new();
    for (id, entry) in network.entries() {
        let happened = entry.day().filter(|day| *day <= today && entry.is_done() && entry.verb().is_some());
        let Some(day) = happened else { continue };
        for person in network.participating(id) {
            notes.entry(person).or_default().push((day, id));
        }
    }
    let people = list(network, settings, &Filter::default(), Sort::Name, today).into_iter();
    let face = |standing: Standing| {
        let mut notes = notes.remove(&standing.person).unwrap_or_default();
        notes.sort_unstable();
        notes.dedup();
        notes.reverse();
        notes.truncate(NOTES);
        Face { notes, birthday: birthday(network, standing.person, today), standing }
    };
    people.map(face).collect()
}

#[cfg(test)]
mod tests {
    use journal::Settings;

    use super::faces;
    use crate::told;

    #[test]
    fn everybody_by_name_with_the_last_notes() {
        let text = "\
## Bob @bob
- born: 1980-11-24
## Ada @ada
# Log
- 2026-10-01 call @ada: first
- 2026-10-02 note @ada: second
- 2026-10-03 mail @ada, @bob, @ada: third
- 2026-10-04 got from @ada: fourth
- 2026-11-23 call @ada: tomorrow
- [ ] 2026-11-20 lunch with @ada
- 2026-10-05 frobnicated @ada
";
        let settings = Settings::default();
        let network = testkit::network(&[("a.net.md", text)], &settings);
        let faces = faces(&network, &settings, testkit::day("2026-11-22"));
        let told = |at: usize| faces[at].notes.iter().map(|(_, id)| told(&network, *id)).collect::<Vec<_>>();
        assert_eq!(told(0), ["got from @ada: fourth", "mail @ada, @bob, @ada: third", "note @ada: second"]);
        assert_eq!(told(1), ["mail @ada, @bob, @ada: third"]);
        assert_eq!(faces[1].birthday.and_then(|it| it.age), Some(46));
        assert_eq!(faces[0].standing.contacts, 3);
    }
}
