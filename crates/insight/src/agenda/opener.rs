//! What was last noted of people in words: where a conversation can begin.

use std::collections::HashMap;

use journal::{Class, Day, EntryId, Network, PersonId, Place};

use super::Item;

/// What was last noted of a person in words.
#[derive(Clone, Debug)]
pub struct Opener {
    /// When.
    pub day: Day,
    /// The entry from its verb on, on one line.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// Gives everybody the last words that were noted, of a contact or by a `note`.
pub(super) fn give(network: &Network, people: &mut [Item], today: Day) {
    let mut notes = notes(network, people, today);
    for item in people {
        let id = item.standing.person;
        let has_words = |entry: &EntryId| !network.entry(*entry).text.is_empty();
        let mut touches = network.touches(id, today).rev();
        let told = touches.find_map(|touch| Some((touch.day, touch.entry.filter(has_words)?)));
        item.opener = told.max(notes.remove(&id)).map(|(day, entry)| opener(network, day, entry));
    }
}

/// The last note of each of these people: no contact, so no time line has it.
fn notes(network: &Network, people: &[Item], today: Day) -> HashMap<PersonId, (Day, EntryId)> {
    let mut last: HashMap<PersonId, (Day, EntryId)> = HashMap::new();
    let asked: std::collections::HashSet<PersonId> = people.iter().map(|item| item.standing.person).collect();
    for (id, entry) in network.entries() {
        let is_note = entry.meaning().is_some_and(|meaning| meaning.class == Class::Note);
        if !is_note || entry.text.is_empty() {
            continue;
        }
        let Some((day, _)) = network.happened(id, today) else { continue };
        for person in network.participating(id).filter(|person| asked.contains(person)) {
            let known = last.entry(person).or_insert((day, id));
            *known = (*known).max((day, id));
        }
    }
    last
}

fn opener(network: &Network, day: Day, id: EntryId) -> Opener {
    let entry = network.entry(id);
    let start = network.item(id).verb.map_or(entry.body.start, |verb| verb.start);
    let text = journal::Span { start, end: entry.text.end.max(start) }.text(network.text(entry.file));
    Opener { day, text: text.split_whitespace().collect::<Vec<_>>().join(" "), place: network.head(id) }
}
