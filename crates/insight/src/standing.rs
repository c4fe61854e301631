//! How things stand with one person on one day.

use journal::{Contact, Day, Favors, Interval, Network, PersonId};

/// How things stand with one person on one day. Only what happened up to that day counts.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The person.
    pub person: PersonId,
    /// The last contact.
    pub last: Option<Contact>,
    /// The number of contacts.
    pub contacts: usize,
    /// The cadence, unless nothing is to be said of the person on this day: paused, not active, or without one.
    pub every: Option<Interval>,
    /// The day up to which the next contact is in time; `None` without a cadence or a contact.
    pub due: Option<Day>,
    /// Favors between the two.
    pub favors: Favors,
}

impl Standing {
    /// How things stand with this person on the day `today`.
    pub fn of(network: &Network, person: PersonId, today: Day) -> Self {
        let mut contacts = 0;
        let mut last = None;
        for contact in network.contacts(person, today) {
            contacts += 1;
            last = Some(contact);
        }
        let every = network.person(person).due_every(today);
        let due = last.zip(every).map(|(last, every)| last.day.plus(every));
        Self { person, last, contacts, every, due, favors: Favors::of(network, person, today) }
    }

    /// Days since the last contact; 0 is today.
    pub fn days_since(&self, today: Day) -> Option<i32> {
        self.last.map(|last| today - last.day)
    }

    /// Favors received less favors given.
    pub fn balance(&self) -> i64 {
        self.favors.received.len() as i64 - self.favors.given as i64
    }

    /// Favors received that are not returned yet.
    pub fn open_favors(&self) -> usize {
        self.favors.received.iter().filter(|(_, _, returned)| returned.is_none()).count()
    }
}

#[cfg(test)]
mod tests {
    use journal::Settings;

    use super::Standing;

    #[test]
    fn what_is_due_and_owed() {
        let text = "## Ada @ada\n- every: 3 weeks\n## Bob @bob\n# Log\n- 2026-10-20 coffee with @ada\n- 2026-11-01 got from @ada: a book\n- 2026-12-01 call @ada\n";
        let network = testkit::network(&[("a.net.md", text)], &Settings::default());
        let today = testkit::day("2026-11-22");
        let all: Vec<Standing> = network.people().map(|(id, _)| Standing::of(&network, id, today)).collect();
        let ada = &all[0];
        assert_eq!((ada.contacts, ada.days_since(today), ada.open_favors()), (2, Some(21), 1));
        assert_eq!(ada.due, Some(testkit::day("2026-11-22")));
        assert_eq!((all[1].last.is_none(), all[1].due), (true, None));
    }
}
