//! How cadences are kept.

use std::cmp::Reverse;

use journal::{Day, Interval, Network, PersonId};

use super::YEAR;
use crate::Standing;

/// How cadences are kept, by the people of whom something is to be said: active, not paused, with a cadence.
#[derive(Clone, Debug, Default)]
pub struct Cadences {
    /// So many have a cadence.
    pub people: usize,
    /// Those who are overdue, by the share of their cadence, the most first.
    pub overdue: Vec<Overdue>,
    /// Those of whom enough is noted to tell how their cadence was kept in the last year, the best first.
    pub kept: Vec<Kept>,
}

/// Somebody who is overdue.
#[derive(Clone, Copy, Debug)]
pub struct Overdue {
    /// Who.
    pub person: PersonId,
    /// How often a contact is wanted.
    pub every: Interval,
    /// The last contact.
    pub last: Day,
    /// Days since the next one was due.
    pub days: i32,
}

/// How well a cadence was kept.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    /// Who.
    pub person: PersonId,
    /// How often a contact is wanted.
    pub every: Interval,
    /// How often the next contact was in time.
    pub in_time: usize,
    /// How often it was to come.
    pub all: usize,
}

/// From so many distances one sees how a cadence is kept.
const ENOUGH: usize = 2;

impl Cadences {
    pub(super) fn of(network: &Network, today: Day) -> Self {
        let mut cadences = Self::default();
        for (id, _) in network.people() {
            let Standing { every: Some(every), last, due, .. } = Standing::of(network, id, today) else { continue };
            cadences.people += 1;
            let Some((last, due)) = last.zip(due) else { continue };
            if today > due {
                cadences.overdue.push(Overdue { person: id, every, last: last.day, days: today - due });
            }
            let kept = kept(network, id, every, today);
            cadences.kept.extend(kept.filter(|kept| kept.all >= ENOUGH));
        }
        cadences.overdue.sort_by(|a, b| b.share().total_cmp(&a.share()));
        cadences.kept.sort_by_key(|it| (Reverse(it.percent()), Reverse(it.all)));
        cadences
    }
}

impl Overdue {
    /// How many cadences have gone by since it was due.
    pub fn share(&self) -> f64 {
        f64::from(self.days) / self.every.days()
    }
}

impl Kept {
    /// How often it was in time, in percent.
    pub fn percent(&self) -> usize {
        self.in_time * 100 / self.all.max(1)
    }
}

/// The distances between days with contacts that ended in the last year, and the one that today is past.
fn kept(network: &Network, person: PersonId, every: Interval, today: Day) -> Option<Kept> {
    let mut days: Vec<Day> = network.contacts(person, today).map(|contact| contact.day).collect();
    days.dedup();
    let last = *days.last()?;
    let ended = days.windows(2).filter(|pair| today - pair[1] < YEAR);
    let (mut all, mut in_time) = (0, 0);
    for pair in ended {
        all += 1;
        in_time += usize::from(pair[1] <= pair[0].plus(every));
    }
    all += usize::from(today > last.plus(every));
    Some(Kept { person, every, in_time, all })
}

#[cfg(test)]
mod tests {
    use journal::Settings;

    use crate::Stats;

    #[test]
    fn the_best_kept_and_the_most_overdue() {
        let settings = Settings::default();
        let text = "\
## Ada @ada
- every: weekly
## Bob @bob
- every: monthly
## Carl @carl
- every: weekly
## Dora @dora
- every: weekly
- pause: until 2027-01-01
## Eve @eve
# Log
- 2026-10-01 call @ada, @bob and @carl
- 2026-10-08 call @ada
- 2026-10-08 mail from @ada: the same day
- 2026-10-16 call @ada
- 2026-10-31 call @bob
- 2026-11-21 call @bob
";
        let network = testkit::network(&[("a.net.md", text)], &settings);
        let cadences = Stats::of(&network, &settings, testkit::day("2026-11-22")).cadences;
        let name = |id| network.person(id).handle.as_str();
        assert_eq!(cadences.people, 3);
        let overdue: Vec<_> = cadences.overdue.iter().map(|it| (name(it.person), it.days)).collect();
        assert_eq!(overdue, [("carl", 45), ("ada", 30)]);
        let kept: Vec<_> = cadences.kept.iter().map(|it| (name(it.person), it.in_time, it.all)).collect();
        // Ada: once in time, once late, and late now. Of Carl too little is known.
        assert_eq!(kept, [("bob", 2, 2), ("ada", 1, 3)]);
    }
}
