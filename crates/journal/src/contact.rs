//! Contacts, as a person's time line tells them.

use crate::day::Day;
use crate::entry::EntryId;
use crate::network::Network;
use crate::person::{PersonId, Place};
use crate::vocabulary::{Act, Class, Direction};

/// A contact with one person, or an attempt at one.
#[derive(Clone, Copy, Debug)]
pub struct Contact {
    /// When.
    pub day: Day,
    /// What kind; `None` where it is not known.
    pub class: Option<Class>,
    /// Who reached out.
    pub direction: Direction,
    /// What it does beyond being a contact.
    pub act: Act,
    /// The entry, if it is one.
    pub entry: Option<EntryId>,
    pub(crate) person: PersonId,
    pub(crate) order: u32,
}

impl Contact {
    /// Its place in time: two contacts of one day follow each other as they are noted.
    pub fn order(&self) -> (Day, u32) {
        (self.day, self.order)
    }

    /// Where it is noted.
    pub fn place(&self, network: &Network) -> Place {
        let section = || network.sections.get((self.order as usize).checked_sub(network.people.len())?);
        match (self.entry, section()) {
            (Some(id), _) => network.entry(id).place(),
            (None, Some(section)) => section.place,
            (None, None) => {
                network.person(self.person).met.map_or(network.person(self.person).place, |(_, place)| place)
            }
        }
    }

    /// Whether it is a contact, not a mere attempt.
    pub fn is_contact(&self) -> bool {
        self.class != Some(Class::Attempt)
    }

    /// Whether the writer began it or shared it.
    pub fn is_own(&self) -> bool {
        matches!(self.direction, Direction::Mine | Direction::Mutual)
    }

    /// Whether the other took part: mutual, or theirs.
    pub fn is_two_way(&self) -> bool {
        matches!(self.direction, Direction::Mutual | Direction::Theirs)
    }
}
