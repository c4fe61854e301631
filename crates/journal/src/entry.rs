//! Entries: what happened, or is planned.

use syntax::Span;

use crate::day::Day;
use crate::person::{FileId, PersonId, Place};
use crate::vocabulary::{Act, Class, Direction, VerbId};

/// An entry of the network: an index into [`crate::Network::entries`]. Ascending ids follow the order of files and
/// lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(pub(crate) u32);

impl EntryId {
    /// The index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Who is meant by a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Who(pub(crate) u32);

impl Who {
    pub(crate) const OUTSIDER: u32 = 1 << 31;

    /// The person, if somebody is declared by that handle or name.
    pub fn person(self) -> Option<PersonId> {
        (self.0 & Self::OUTSIDER == 0).then_some(PersonId(self.0))
    }
}

/// A mention that means nobody, or more than one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outsider {
    /// The handle or name as first written.
    pub name: String,
    /// It was written as `[[Name]]`.
    pub is_link: bool,
    /// The people whose alias or name it is: none, or more than one.
    pub candidates: Vec<PersonId>,
}

/// Somebody who takes part in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Who it is.
    pub who: Who,
    /// Where the mention begins; `u32::MAX` where the person is implied by the heading or by a reference.
    pub(crate) start: u32,
}

/// A mention in text or prose: a reference to a person, not a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextMention {
    /// Who it is.
    pub who: Who,
    /// The file.
    pub file: FileId,
    pub(crate) start: u32,
}

impl Participant {
    /// Where the mention begins; `None` where the person is implied.
    pub fn start(&self) -> Option<u32> {
        (self.start != u32::MAX).then_some(self.start)
    }
}

impl TextMention {
    /// Where it begins.
    pub fn start(&self) -> u32 {
        self.start
    }
}

/// `for ^id` in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The entry that refers.
    pub entry: EntryId,
    /// The id, without `^`.
    pub span: Span,
    /// The entry that is named so, if one is.
    pub target: Option<EntryId>,
}

/// `^id` that names an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The entry.
    pub entry: EntryId,
    /// The id, without `^`.
    pub span: Span,
}

/// An item in entry position that begins with a verb or mentions somebody.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub(crate) day: i32,
    /// The file.
    pub file: FileId,
    /// All of it, without the bullet.
    pub body: Span,
    /// What is told, without blanks around it.
    pub text: Span,
    pub(crate) participants: (u32, u32),
    pub(crate) verb: VerbId,
    /// `[ ]`: it counts for nothing yet.
    pub is_planned: bool,
    /// `from` or `by`: they reached out.
    pub is_from: bool,
    pub(crate) is_broadcast: bool,
    pub(crate) meaning: Meaning,
}

/// What an entry's verb means, with its preposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// What kind of contact.
    pub class: Class,
    /// Who reached out.
    pub direction: Direction,
    /// What it does beyond being a contact.
    pub act: Act,
}

impl Entry {
    pub(crate) const NO_DAY: i32 = i32::MIN;

    /// When it happened or is planned; `None` where its date cannot be read.
    pub fn day(&self) -> Option<Day> {
        (self.day != Self::NO_DAY).then_some(Day::from_number(self.day))
    }

    /// Its verb; `None` where the first word is none.
    pub fn verb(&self) -> Option<VerbId> {
        (self.verb != VerbId::UNKNOWN).then_some(self.verb)
    }

    /// What its verb means; `None` where the first word is no verb.
    pub fn meaning(&self) -> Option<Meaning> {
        self.verb().map(|_| self.meaning)
    }

    /// Whether it is done and has a verb: only then it counts.
    pub fn is_done(&self) -> bool {
        !self.is_planned && self.verb != VerbId::UNKNOWN
    }

    /// Whether it is done and does this.
    pub fn does(&self, act: Act) -> bool {
        self.is_done() && self.meaning.act == act
    }

    /// Whether it is an online message of mine to so many that it counts as contact with nobody.
    pub fn is_broadcast(&self) -> bool {
        self.is_broadcast
    }

    /// All of it, as a place.
    pub fn place(&self) -> Place {
        Place { file: self.file, span: self.body }
    }
}
