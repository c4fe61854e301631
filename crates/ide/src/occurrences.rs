//! Where else the same person, reference or tag stands.

use journal::{EntryId, FileId, PersonId, Place, Span, names};
use syntax::{ListItem, Reader};

use crate::at::At;
use crate::{Ide, What};

/// A place where something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// The place.
    pub place: Place,
    /// What it is there.
    pub part: Part,
}

/// What an occurrence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// It is declared.
    Declaration,
    /// It is named.
    Use,
    /// An entry in which a person takes part without being named: its head.
    Implied,
}

impl Ide<'_> {
    /// All places of what stands at an offset, in order: of a person the whole time line; each reference to an entry;
    /// each tag.
    pub fn references(&self, file: FileId, offset: u32) -> Vec<Occurrence> {
        self.at(file, offset).map(|at| self.occurrences(file, &at)).unwrap_or_default()
    }

    /// The places in the same file where it is written.
    pub fn highlights(&self, file: FileId, offset: u32) -> Vec<Occurrence> {
        let mut all = self.references(file, offset);
        all.retain(|it| it.place.file == file && it.part != Part::Implied);
        all
    }

    /// All places of what stands in a file, in order, each once.
    pub(crate) fn occurrences(&self, file: FileId, at: &At) -> Vec<Occurrence> {
        let text = self.network.text(file);
        let mut all = match &at.what {
            What::Mention(mention) => mention.person.map(|person| self.of_person(person)).unwrap_or_default(),
            What::Heading(person) => self.of_person(*person),
            What::Reference { id, .. } | What::Anchor { id, .. } => self.of_reference(id.text(text)),
            What::Tag(tag) => self.of_tag(tag.text(text)),
            _ => Vec::new(),
        };
        all.sort_unstable();
        all.dedup_by_key(|it| it.place);
        all
    }

    fn of_person(&self, person: PersonId) -> Vec<Occurrence> {
        let network = self.network;
        let declared = network.person(person).place;
        let mut all = Vec::new();
        let mut push = |place: Place, part| all.push(Occurrence { place, part });
        for heading in network.person_headings.iter().filter(|it| it.person == person) {
            let part = if heading.place == declared { Part::Declaration } else { Part::Use };
            push(heading.place, part);
        }
        for (id, entry) in network.entries().filter(|(id, _)| network.takes_part(person, *id)) {
            let named = |participant: &&journal::Participant| participant.who.person() == Some(person);
            let named = network.participants(id).iter().find(named).and_then(|it| network.named_at(id, *it));
            match named {
                Some(place) => push(place, Part::Use),
                None => push(Place { file: entry.file, span: network.item(id).head(entry.body) }, Part::Implied),
            }
        }
        for mention in network.mentions.iter().filter(|it| it.who.person() == Some(person)) {
            push(network.mentioned_at(*mention), Part::Use);
        }
        all
    }

    /// The ids, without their marks.
    pub(crate) fn of_reference(&self, id: &str) -> Vec<Occurrence> {
        let (network, key) = (self.network, names::folded(id));
        let place = |entry: EntryId, span: Span| Place { file: network.entry(entry).file, span };
        let anchors = network.anchors.iter().map(|it| (place(it.entry, it.span), Part::Declaration));
        let references = network.references.iter().map(|it| (place(it.entry, it.span), Part::Use));
        let all = anchors.chain(references);
        let same = all.filter(|(place, _)| names::key(network.text_at(*place)) == key);
        same.map(|(place, part)| Occurrence { place, part }).collect()
    }

    /// The tags of entries and people, without their marks.
    pub(crate) fn of_tag(&self, tag: &str) -> Vec<Occurrence> {
        let (network, key) = (self.network, names::folded(tag));
        let mut all = Vec::new();
        let mut push = |file: FileId, span: Span| {
            let place = Place { file, span };
            if names::key(network.text_at(place)) == key {
                all.push(Occurrence { place, part: Part::Use });
            }
        };
        for (id, entry) in network.entries() {
            // Reading an entry again is dear.
            if may_hold(network.text_at(entry.place()), &key) {
                network.item(id).tags.into_iter().for_each(|span| push(entry.file, span));
            }
        }
        let fields = network.people.iter().flat_map(|person| &person.fields).filter(|field| field.key == "tags");
        for field in fields {
            for item in Reader::default().list(network.text(field.file), field.value) {
                if let ListItem::Tag(span) | ListItem::Words(span) = item {
                    push(field.file, span);
                }
            }
        }
        all
    }
}

/// Whether a text may hold a tag; sure only where it says no.
fn may_hold(text: &str, key: &str) -> bool {
    let same = |part: &[u8]| part.eq_ignore_ascii_case(key.as_bytes());
    text.contains('#') && (!text.is_ascii() || text.as_bytes().windows(key.len().max(1)).any(same))
}
