//! How ties stand: what rules and reports ask alike.

use crate::contact::Contact;
use crate::day::Day;
use crate::network::Network;
use crate::person::PersonId;

/// The rhythm of the days with contacts.
#[derive(Clone, Copy, Debug)]
pub struct Rhythm {
    /// The last contact.
    pub last: Contact,
    /// On how many days there was one.
    pub days: u32,
    /// Twice the median distance between those days: a whole number where the median is the mean of two. `None` where
    /// all contacts fell on one day.
    pub twice_median: Option<i64>,
}

impl Rhythm {
    /// The rhythm of contacts that come in order of time; `None` where there are none.
    pub fn of(contacts: impl Iterator<Item = Contact>) -> Option<Self> {
        let mut last: Option<Contact> = None;
        let mut gaps: Vec<i64> = Vec::new();
        for contact in contacts {
            let gap = last.map(|last| i64::from(contact.day - last.day));
            gaps.extend(gap.filter(|gap| *gap > 0));
            last = Some(contact);
        }
        let days = gaps.len() as u32 + 1;
        gaps.sort_unstable();
        let upper = gaps.get(gaps.len() / 2);
        let lower = gaps.get(gaps.len().saturating_sub(1) / 2);
        let twice_median = lower.zip(upper).map(|(lower, upper)| lower + upper);
        last.map(|last| Self { last, days, twice_median })
    }

    /// Whether the silence up to `today` is more than so many times the usual distance.
    pub fn is_exceeded(&self, factor: u32, today: Day) -> bool {
        let gap = 2 * i64::from(today - self.last.day);
        self.twice_median.is_some_and(|twice| gap > i64::from(factor) * twice)
    }
}

impl Network {
    /// The last contact that the writer began or shared, and with whom.
    pub fn last_own(&self, today: Day) -> Option<(PersonId, Contact)> {
        let last = |id| Some((id, self.contacts(id, today).rev().find(Contact::is_own)?));
        let all = self.people().filter_map(|(id, _)| last(id));
        // Of two at once, the one with whoever was declared first.
        all.reduce(|newest, next| if newest.1.order() < next.1.order() { next } else { newest })
    }

    /// Whether the other took part in a contact of the last so many days.
    pub fn hears_from(&self, id: PersonId, days: i32, today: Day) -> bool {
        let mut lately = self.contacts(id, today).rev().take_while(|contact| today - contact.day <= days);
        lately.any(|contact| contact.is_two_way())
    }

    /// The active people of each of so many circles, in the order in which they are declared.
    pub fn circles(&self, count: usize) -> Vec<Vec<PersonId>> {
        let mut members = vec![Vec::new(); count];
        for (id, person) in self.people().filter(|(_, person)| person.is_active()) {
            if let Some(circle) = person.circle.and_then(|at| members.get_mut(at)) {
                circle.push(id);
            }
        }
        members
    }
}
