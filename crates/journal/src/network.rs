//! One network of people, and the indices to ask.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;
use syntax::{Item, Reader, Span, SpokenDay};

use crate::contact::Contact;
use crate::day::Day;
use crate::entry::{Anchor, Entry, EntryId, Meaning, Outsider, Participant, Reference, TextMention, Who};
use crate::outline::{second_word, take_second_word};
use crate::person::{FileId, Person, PersonId, Place};
use crate::vocabulary::{Act, Class, Direction};

/// A file of the journal.
#[derive(Clone, Debug)]
pub struct File {
    /// Its path below the journal's folder, with `/`.
    pub path: String,
    /// Its text.
    pub text: Arc<String>,
    /// The first byte that was not UTF-8: its offset and its value.
    pub invalid: Option<(u32, u8)>,
}

/// A heading that declares a handle which somebody has already.
#[derive(Clone, Debug)]
pub struct Repeated {
    /// The handle as written.
    pub handle: String,
    /// Name and handle.
    pub place: Place,
    /// Who has it.
    pub first: PersonId,
}

/// A heading that refers to nobody who is declared.
#[derive(Clone, Copy, Debug)]
pub struct LostHeading {
    /// The mention.
    pub place: Place,
    /// Whom it names.
    pub who: Who,
}

/// A heading of a person who is declared, here or elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct NamedHeading {
    /// Name and handle, or the mention alone.
    pub place: Place,
    /// Whose it is.
    pub person: PersonId,
}

/// A date heading.
#[derive(Clone, Copy, Debug)]
pub struct DatedHeading {
    /// Its day.
    pub day: Day,
    /// The date.
    pub place: Place,
    /// The person whose heading stands above it.
    pub person: Option<PersonId>,
}

/// A dated section below a person that holds only prose: a contact, its channel unknown.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// With whom.
    pub person: PersonId,
    /// When.
    pub day: Day,
    /// The date in its heading.
    pub place: Place,
}

/// All files together. Nothing in it depends on what day it is.
#[derive(Debug, Default)]
pub struct Network {
    /// The files, in order of their paths.
    pub files: Vec<File>,
    /// The people, in the order of files and lines in which they are declared.
    pub people: Vec<Person>,
    /// The entries, in the order of files and lines.
    pub entries: Vec<Entry>,
    /// Mentions in text and prose, in the order of files.
    pub mentions: Vec<TextMention>,
    /// Entries that are named, in the order of files and lines.
    pub anchors: Vec<Anchor>,
    /// References, in the order of the entries that refer.
    pub references: Vec<Reference>,
    /// Date headings, in the order of files and lines.
    pub date_headings: Vec<DatedHeading>,
    /// What begins like a date and is none in the form YYYY-MM-DD, in headings and entries.
    pub odd_dates: Vec<Place>,
    /// Days at the beginning of headings and items that are prose since the day is not written YYYY-MM-DD.
    pub spoken_days: Vec<(Place, SpokenDay)>,
    /// Comments that speak to netlint.
    pub directives: Vec<Place>,
    /// Handles that are declared again.
    pub repeated_handles: Vec<Repeated>,
    /// Headings of people who are declared: those that declare and those that refer.
    pub person_headings: Vec<NamedHeading>,
    /// Headings that refer to nobody.
    pub lost_headings: Vec<LostHeading>,
    pub(crate) handles: HashMap<String, PersonId, RandomState>,
    pub(crate) outsiders: Vec<Outsider>,
    pub(crate) participants: Vec<Participant>,
    pub(crate) sections: Vec<Section>,
    /// Entries that are referred to, each with one that refers, in order.
    referrers: Vec<(EntryId, EntryId)>,
    timelines: Vec<Touch>,
    /// Where each person's part of `timelines` begins; one more at the end.
    starts: Vec<u32>,
}

/// Something that happened with one person on one day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Touch {
    day: i32,
    what: u32,
    /// What an entry's verb means, here too: rules ask it of every contact, and entries lie far apart in memory.
    meaning: Meaning,
}

impl Network {
    /// The person.
    pub fn person(&self, id: PersonId) -> &Person {
        &self.people[id.0 as usize]
    }

    /// All people with their ids, in the order in which they are declared.
    pub fn people(&self) -> impl Iterator<Item = (PersonId, &Person)> {
        self.people.iter().enumerate().map(|(number, person)| (PersonId(number as u32), person))
    }

    /// The entry.
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.index()]
    }

    /// All entries with their ids, in the order of files and lines.
    pub fn entries(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        self.entries.iter().enumerate().map(|(number, entry)| (EntryId(number as u32), entry))
    }

    /// The entry in which a place begins.
    pub fn entry_at(&self, place: Place) -> Option<EntryId> {
        let start = place.span.start;
        let before = |entry: &Entry| (entry.file, entry.body.start) <= (place.file, start);
        let at = self.entries.partition_point(before).checked_sub(1)?;
        let entry = &self.entries[at];
        (entry.file == place.file && start < entry.body.end).then_some(EntryId(at as u32))
    }

    /// The file.
    pub fn file(&self, id: FileId) -> &File {
        &self.files[id.0 as usize]
    }

    /// All files with their ids, in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &File)> {
        self.files.iter().enumerate().map(|(number, file)| (FileId(number as u32), file))
    }

    /// The file at this path below the journal's folder, with `/`.
    pub fn file_at(&self, path: &str) -> Option<FileId> {
        let at = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some(FileId(at as u32))
    }

    /// The text of a file.
    pub fn text(&self, id: FileId) -> &str {
        &self.file(id).text
    }

    /// The text at a place.
    pub fn text_at(&self, place: Place) -> &str {
        place.span.text(self.text(place.file))
    }

    /// Who takes part in an entry, each once: those who are named, then those who are implied.
    pub fn participants(&self, id: EntryId) -> &[Participant] {
        let (start, end) = self.entry(id).participants;
        &self.participants[start as usize..end as usize]
    }

    /// The declared people who take part in an entry.
    pub fn participating(&self, id: EntryId) -> impl Iterator<Item = PersonId> {
        self.participants(id).iter().filter_map(|participant| participant.who.person())
    }

    /// Whether this person takes part in an entry.
    pub fn takes_part(&self, person: PersonId, id: EntryId) -> bool {
        self.participating(id).any(|other| other == person)
    }

    /// Where a participant is named; `None` where the person is implied.
    pub fn named_at(&self, id: EntryId, participant: Participant) -> Option<Place> {
        (participant.start != u32::MAX).then(|| self.mention_at(self.entry(id).file, participant.start))
    }

    /// Where a mention in text or prose stands.
    pub fn mentioned_at(&self, mention: TextMention) -> Place {
        self.mention_at(mention.file, mention.start)
    }

    fn mention_at(&self, file: FileId, start: u32) -> Place {
        let mention = Reader::default().mention_at(self.text(file), start);
        Place { file, span: mention.map_or(Span::at(start), |mention| mention.span) }
    }

    /// The mention that means nobody, or more than one.
    pub fn outsider(&self, who: Who) -> Option<&Outsider> {
        let number = (who.0 & Who::OUTSIDER != 0).then_some(who.0 & !Who::OUTSIDER)?;
        self.outsiders.get(number as usize)
    }

    /// The person who has declared this handle, given in the form in which handles are compared.
    pub fn declared(&self, key: &str) -> Option<PersonId> {
        self.handles.get(key).copied()
    }

    /// How people write this participant or mention: `@handle`, or `[[Name]]`.
    pub fn display(&self, who: Who) -> String {
        match (who.person(), self.outsider(who)) {
            (Some(id), _) => format!("@{}", self.person(id).handle),
            (None, Some(Outsider { name, is_link: true, .. })) => format!("[[{name}]]"),
            (None, Some(outsider)) => format!("@{}", outsider.name),
            (None, None) => String::new(),
        }
    }

    /// The references that stand in an entry.
    pub fn references_of(&self, id: EntryId) -> &[Reference] {
        let start = self.references.partition_point(|reference| reference.entry < id);
        let length = self.references[start..].partition_point(|reference| reference.entry == id);
        &self.references[start..start + length]
    }

    /// The entries that refer to this one, each once, in the order of files and lines.
    pub fn referrers(&self, target: EntryId) -> impl ExactSizeIterator<Item = EntryId> + '_ {
        let start = self.referrers.partition_point(|(other, _)| *other < target);
        let length = self.referrers[start..].partition_point(|(other, _)| *other == target);
        self.referrers[start..start + length].iter().map(|(_, referrer)| *referrer)
    }

    /// Which of `entries`, in order of time, refer to `target`: where they stand in `entries`.
    pub fn referring(&self, target: EntryId, entries: &[(Day, EntryId)]) -> Vec<usize> {
        let referrers = self.referrers(target);
        // The smaller side is walked, since either may be huge.
        if referrers.len() > entries.len() {
            let refers = |(_, id): &(Day, EntryId)| self.referrers.binary_search(&(target, *id)).is_ok();
            return entries.iter().enumerate().filter(|(_, it)| refers(it)).map(|(at, _)| at).collect();
        }
        let found = referrers.filter_map(|id| entries.binary_search(&(self.entry(id).day()?, id)).ok());
        found.collect()
    }

    /// Reads an entry again, for the places of its parts.
    pub fn item(&self, id: EntryId) -> Item {
        let entry = self.entry(id);
        let text = self.text(entry.file);
        let mut item = Item::default();
        let mut reader = Reader::default();
        reader.item(text, entry.body, syntax::Context::Date, &mut item);
        // The text of a verb of two words begins later than the grammar alone reads it.
        let first = item.verb.filter(|_| item.text != entry.text);
        if let Some(second) = first.and_then(|first| second_word(text, first, entry.body)) {
            take_second_word(&mut reader, text, entry.body, second, &mut item);
        }
        item
    }

    /// The head of an entry: from its beginning to its last participant.
    pub fn head(&self, id: EntryId) -> Place {
        let entry = self.entry(id);
        Place { file: entry.file, span: self.item(id).head(entry.body) }
    }

    /// What an entry's verb means, if it is done, dated on or before `today`, and has a verb.
    pub fn happened(&self, id: EntryId, today: Day) -> Option<(Day, Meaning)> {
        let entry = self.entry(id);
        let day = entry.day().filter(|day| *day <= today && entry.is_done())?;
        Some((day, entry.meaning))
    }

    /// All contacts with a person up to `today`, and attempts, in order of time. Broadcasts and notes are none.
    pub fn touches(&self, person: PersonId, today: Day) -> impl DoubleEndedIterator<Item = Contact> + '_ {
        let bounds = &self.starts[person.0 as usize..];
        let timeline = &self.timelines[bounds[0] as usize..bounds[1] as usize];
        let past = timeline.partition_point(|touch| touch.day <= today.number());
        timeline[..past].iter().map(move |touch| self.contact(person, *touch))
    }

    /// All contacts with a person up to `today`, in order of time.
    pub fn contacts(&self, person: PersonId, today: Day) -> impl DoubleEndedIterator<Item = Contact> + '_ {
        self.touches(person, today).filter(Contact::is_contact)
    }

    fn contact(&self, person: PersonId, touch: Touch) -> Contact {
        let Touch { day, what: order, meaning } = touch;
        let people = self.people.len() as u32;
        let specials = people + self.sections.len() as u32;
        let is_section = (people..specials).contains(&order);
        Contact {
            day: Day::from_number(day),
            class: (!is_section).then_some(meaning.class),
            direction: meaning.direction,
            act: meaning.act,
            entry: order.checked_sub(specials).map(EntryId),
            person,
            order,
        }
    }

    /// Builds the indices.
    pub(crate) fn index(&mut self) {
        let referrers = self.references.iter().filter_map(|reference| Some((reference.target?, reference.entry)));
        self.referrers = referrers.collect();
        self.referrers.sort_unstable();
        self.referrers.dedup();
        let people = self.people.len();
        let specials = (people + self.sections.len()) as u32;
        // Everything that happened, in order of time, then of the files.
        let mut order: Vec<(i32, u32)> = Vec::with_capacity(self.entries.len());
        let met = self.people().filter_map(|(id, person)| Some((person.met?.0.number(), id.0)));
        order.extend(met);
        let sections = self.sections.iter().enumerate();
        order.extend(sections.map(|(number, section)| (section.day.number(), (people + number) as u32)));
        for (number, entry) in self.entries.iter().enumerate() {
            let counts = entry.is_done() && entry.day != Entry::NO_DAY && !entry.is_broadcast;
            if counts && entry.meaning.class != Class::Note {
                order.push((entry.day, specials + number as u32));
            }
        }
        order.sort_unstable();
        let mut starts = vec![0_u32; people + 2];
        for &(_, what) in &order {
            self.each_person(what, |id| starts[id.0 as usize + 2] += 1);
        }
        for at in 2..starts.len() {
            starts[at] += starts[at - 1];
        }
        let total = starts[people + 1] as usize;
        // A meeting that is noted as a field, or a section of prose: its class is asked for elsewhere.
        let special = Meaning { class: Class::InPerson, direction: Direction::Mutual, act: Act::None };
        let mut timelines = vec![Touch { day: 0, what: 0, meaning: special }; total];
        for &(day, what) in &order {
            let entry = what.checked_sub(specials).map(|number| &self.entries[number as usize]);
            let meaning = entry.map_or(special, |entry| entry.meaning);
            self.each_person(what, |id| {
                let next = &mut starts[id.0 as usize + 1];
                timelines[*next as usize] = Touch { day, what, meaning };
                *next += 1;
            });
        }
        starts.pop();
        (self.timelines, self.starts) = (timelines, starts);
        for number in 0..self.entries.len() {
            if !self.entries[number].text.is_empty() {
                let (start, end) = self.entries[number].participants;
                for at in start..end {
                    if let Some(id) = self.participants[at as usize].who.person() {
                        self.people[id.0 as usize].has_story = true;
                    }
                }
            }
        }
    }

    /// Calls `with` for each person of whom something that happened tells.
    fn each_person(&self, what: u32, mut with: impl FnMut(PersonId)) {
        let what = what as usize;
        let specials = self.people.len() + self.sections.len();
        if what < self.people.len() {
            with(PersonId(what as u32));
        } else if what < specials {
            with(self.sections[what - self.people.len()].person);
        } else {
            self.participating(EntryId((what - specials) as u32)).for_each(with);
        }
    }

    /// The first and the last day of all entries and headings, if there are any.
    pub fn period(&self) -> Option<(Day, Day)> {
        let days = || self.entries.iter().filter_map(Entry::day).chain(self.sections.iter().map(|it| it.day));
        Some((days().min()?, days().max()?))
    }
}
