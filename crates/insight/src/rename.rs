//! Another handle for a person, everywhere.

use std::collections::BTreeMap;

use check::{Edit, below_front_matter};
use journal::{FileId, Network, PersonId, Place, Reader, Span, Who, names};

/// Why a person cannot have a handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody can: it is no handle.
    NoHandle,
    /// The person has it already.
    Same,
    /// Somebody else has it.
    Taken(PersonId),
    /// It is an alias of somebody else, who is named so there.
    Alias(PersonId, Place),
    /// It stands there although nobody has it: whoever is meant there would become this person.
    Named(Place),
    /// What is to be changed stands in a file that is not UTF-8.
    Unreadable(FileId),
}

/// The person whose handle or only alias this is, with or without its `@`.
pub fn person_of(network: &Network, handle: &str) -> Option<PersonId> {
    let key = names::folded(handle.strip_prefix('@').unwrap_or(handle));
    network.declared(&key).or_else(|| {
        let has = |person: &journal::Person| person.aliases.iter().any(|alias| !alias.is_name && alias.key == key);
        let mut people = network.people().filter(|(_, person)| has(person)).map(|(id, _)| id);
        people.next().filter(|_| people.next().is_none())
    })
}

/// The edits that give a person the handle `new`, in order of place: in headings, entries, text and fields, wherever
/// the network knows that the handle stands for the person. What is literal stays. If it was an alias of the person,
/// the old handle becomes one in its place.
///
/// # Errors
///
/// Where the person cannot have the handle.
pub fn rename(network: &Network, person: PersonId, new: &str) -> Result<Vec<Edit>, Refusal> {
    let new = new.strip_prefix('@').unwrap_or(new);
    let written = format!("@{new}");
    let mention = Reader::default().mention_at(&written, 0).filter(|mention| !mention.is_link);
    if mention.is_none_or(|mention| mention.span.len() as usize != written.len()) {
        return Err(Refusal::NoHandle);
    }
    let old = network.person(person).handle.as_str();
    if old == new {
        return Err(Refusal::Same);
    }
    let keys = [names::folded(old), names::folded(new)];
    let is_new_key = keys[0] != keys[1];
    if is_new_key {
        free(network, person, &keys[1])?;
    }
    let mut renaming = Renaming { network, key: &keys[0], new, edits: BTreeMap::new() };
    for heading in network.person_headings.iter().filter(|heading| heading.person == person) {
        renaming.heading(heading.place);
    }
    for (id, entry) in network.entries() {
        let mentions = if network.takes_part(person, id) { network.item(id).participants } else { Vec::new() };
        for mention in &mentions {
            renaming.mention(entry.file, mention);
        }
    }
    for mention in network.mentions.iter().filter(|mention| mention.who.person() == Some(person)) {
        renaming.all_in(network.mentioned_at(*mention));
    }
    // Front matter is not read for mentions.
    for field in network.people.iter().flat_map(|person| &person.fields) {
        renaming.all_in(Place { file: field.file, span: field.value });
    }
    let own =
        network.person(person).aliases.iter().filter(|alias| is_new_key && !alias.is_name && alias.key == keys[1]);
    own.for_each(|alias| renaming.put(alias.place, old.to_owned()));
    let edits: Vec<Edit> = renaming.edits.into_iter().map(|(place, text)| Edit { place, text }).collect();
    match edits.iter().find(|edit| network.file(edit.place.file).invalid.is_some()) {
        Some(edit) => Err(Refusal::Unreadable(edit.place.file)),
        None => Ok(edits),
    }
}

/// Whether a handle means nobody but the person.
fn free(network: &Network, person: PersonId, key: &str) -> Result<(), Refusal> {
    if let Some(other) = network.declared(key) {
        return Err(Refusal::Taken(other));
    }
    for (other, its) in network.people().filter(|(other, _)| *other != person) {
        if let Some(alias) = its.aliases.iter().find(|alias| !alias.is_name && alias.key == key) {
            return Err(Refusal::Alias(other, alias.place));
        }
    }
    let is_so = |who: Who| network.outsider(who).is_some_and(|it| !it.is_link && names::key(&it.name) == key);
    let headings = network.lost_headings.iter().filter(|it| is_so(it.who)).map(|it| it.place);
    let entries = network.entries().flat_map(|(id, _)| {
        let named = network.participants(id).iter().filter(|it| is_so(it.who));
        named.filter_map(move |it| network.named_at(id, *it))
    });
    let texts = network.mentions.iter().filter(|it| is_so(it.who)).map(|it| network.mentioned_at(*it));
    match headings.chain(entries).chain(texts).next() {
        Some(place) => Err(Refusal::Named(place)),
        None => Ok(()),
    }
}

struct Renaming<'a> {
    network: &'a Network,
    key: &'a str,
    new: &'a str,
    edits: BTreeMap<Place, String>,
}

impl Renaming<'_> {
    fn put(&mut self, place: Place, text: String) {
        self.edits.insert(place, text);
    }

    /// A mention, if it is by the old handle.
    fn mention(&mut self, file: FileId, mention: &syntax::Mention) {
        let name = mention.name.text(self.network.text(file));
        if !mention.is_link && names::key(name) == self.key && name != self.new {
            self.put(Place { file, span: mention.name }, self.new.to_owned());
        }
    }

    /// All mentions at a place, by the old handle.
    fn all_in(&mut self, place: Place) -> bool {
        let mut mentions = Vec::new();
        Reader::default().prose(self.network.text(place.file), place.span, &mut mentions);
        for mention in &mentions {
            self.mention(place.file, mention);
        }
        !mentions.is_empty()
    }

    /// A heading of the person. That of a page may have no handle, since it is made from the name.
    fn heading(&mut self, place: Place) {
        if self.all_in(place) {
            return;
        }
        let name = self.network.text_at(place);
        if !name.is_empty() && names::slug(name) != self.new {
            let end = Place { span: Span::at(place.span.end), ..place };
            self.put(end, format!(" @{}", self.new));
        } else if name.is_empty() {
            let text = self.network.text(place.file);
            let name = self.network.person_headings.iter().find(|it| it.place == place);
            let name = name.map_or("", |it| self.network.person(it.person).name.as_str());
            let start = Place { span: Span::at(below_front_matter(text)), ..place };
            self.put(start, format!("# {name} @{}\n\n", self.new));
        }
    }
}

#[cfg(test)]
#[path = "rename_tests.rs"]
mod tests;
