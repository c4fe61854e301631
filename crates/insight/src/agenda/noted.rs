//! Entries in their own words, and the last of each person: where a conversation can begin.

use std::collections::HashMap;

use journal::{Class, Day, EntryId, Network, PersonId, Place, Span};

use super::Item;

/// An entry in its own words.
#[derive(Clone, Debug)]
pub struct Noted {
    /// When.
    pub day: Day,
    /// All of it from its verb on, on one line.
    pub words: String,
    /// What it tells after its head, on one line; may be empty.
    pub told: String,
    /// Where it stands.
    pub place: Place,
}

impl Noted {
    /// The dated entry at this place.
    pub(super) fn at(network: &Network, place: Place) -> Option<Self> {
        let id = network.entry_at(place)?;
        Some(Self::of(network, network.entry(id).day()?, id))
    }

    /// An entry of this day.
    pub(super) fn of(network: &Network, day: Day, id: EntryId) -> Self {
        let entry = network.entry(id);
        let file = network.text(entry.file);
        let line = |span: Span| span.text(file).split_whitespace().collect::<Vec<_>>().join(" ");
        let start = network.item(id).verb.map_or(entry.body.start, |verb| verb.start);
        let words = line(Span { start, end: entry.body.end.max(start) });
        Self { day, words, told: line(entry.text), place: network.head(id) }
    }
}

/// Gives everybody the last words that were noted, of a contact or by a `note`.
pub(super) fn give(network: &Network, people: &mut [Item], today: Day) {
    let mut notes = notes(network, people, today);
    for item in people {
        let id = item.standing.person;
        let has_words = |entry: &EntryId| !network.entry(*entry).text.is_empty();
        let mut touches = network.touches(id, today).rev();
        let told = touches.find_map(|touch| Some((touch.day, touch.entry.filter(has_words)?)));
        item.opener = told.max(notes.remove(&id)).map(|(day, entry)| Noted::of(network, day, entry));
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
