//! The network in numbers.

mod cadences;
mod time;

use journal::{Class, Contact, Day, Network, PersonId, Settings};

use crate::Standing;
pub use cadences::{Cadences, Kept, Overdue};
pub use time::{Month, Streak, Week};

/// The network in numbers, on one day. An entry is one contact, however many people take part in it.
#[derive(Clone, Debug)]
pub struct Stats {
    /// The last 13 weeks, this one included, the oldest first.
    pub weeks: Vec<Week>,
    /// The last 12 months, this one included, the oldest first.
    pub months: Vec<Month>,
    /// The last contact that the writer began or shared, and with whom.
    pub last_own: Option<(Day, PersonId)>,
    /// The longest run of weeks with a contact that the writer began or shared; the latest of several.
    pub longest: Option<Streak>,
    /// The run that reaches up to this week or the last one.
    pub current: Option<Streak>,
    /// Contacts of the last [`YEAR`] days by channel, in the order of [`CHANNELS`].
    pub channels: [usize; 5],
    /// Contacts of the same time without a channel: thanks, favors, requests and the like.
    pub without_channel: usize,
    /// Active people of each circle, in the order of the settings.
    pub circles: Vec<usize>,
    /// Active people.
    pub active: usize,
    /// Active people who took part in a contact of the last [`YEAR`] days: theirs, or mutual.
    pub two_way: usize,
    /// Favors.
    pub favors: Balance,
    /// How cadences are kept.
    pub cadences: Cadences,
}

/// Favors of all people, each counted for each person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// Received.
    pub received: usize,
    /// Received and not settled.
    pub open: usize,
    /// Given.
    pub given: usize,
}

/// The days of a year that numbers look back.
pub const YEAR: i32 = 365;

/// Channels of contacts, each with the study's share of them in percent.
pub const CHANNELS: [(Class, Option<u32>); 5] = [
    (Class::Online, Some(44)),
    (Class::Voice, None),
    (Class::InPerson, Some(22)),
    (Class::Event, Some(21)),
    (Class::Conference, Some(10)),
];

impl Stats {
    /// The numbers of a network on the day `today`.
    pub fn of(network: &Network, settings: &Settings, today: Day) -> Self {
        let contacts = contacts(network, today);
        let lately = || contacts.iter().filter(|contact| today - contact.day < YEAR);
        let of_class = |class| lately().filter(|contact| contact.class == Some(class)).count();
        let channels = CHANNELS.map(|(class, _)| of_class(class));
        let active = || network.people().filter(|(_, person)| person.is_active());
        let streaks = time::streaks(&contacts);
        Self {
            weeks: time::weeks(&contacts, today),
            months: time::months(&contacts, today),
            last_own: network.last_own(today).map(|(person, contact)| (contact.day, person)),
            longest: streaks.iter().copied().max_by_key(|streak| (streak.weeks, streak.first)),
            current: streaks.last().copied().filter(|streak| today.monday() - streak.last <= 7),
            without_channel: lately().count() - channels.iter().sum::<usize>(),
            channels,
            circles: network.circles(settings.circles.len()).iter().map(Vec::len).collect(),
            active: active().count(),
            two_way: active().filter(|(id, _)| network.hears_from(*id, YEAR, today)).count(),
            favors: balance(network, today),
            cadences: Cadences::of(network, today),
        }
    }
}

/// The days of the last 53 weeks up to `today`, each with its contacts. The first one is a Monday.
pub fn by_day(network: &Network, today: Day) -> Vec<(Day, usize)> {
    let contacts = contacts(network, today);
    let first_on = |day: Day| contacts.partition_point(|contact| contact.day < day);
    let days = (today.monday() + -52 * 7).number()..=today.number();
    days.map(Day::from_number).map(|day| (day, first_on(day + 1) - first_on(day))).collect()
}

/// All contacts up to `today`, each once, in order of time.
fn contacts(network: &Network, today: Day) -> Vec<Contact> {
    let mut all: Vec<Contact> = network.people().flat_map(|(id, _)| network.contacts(id, today)).collect();
    all.sort_by_key(Contact::order);
    all.dedup_by_key(|contact| contact.order());
    all
}

fn balance(network: &Network, today: Day) -> Balance {
    network.people().fold(Balance::default(), |sum, (id, _)| {
        let standing = Standing::of(network, id, today);
        Balance {
            received: sum.received + standing.favors.received.len(),
            open: sum.open + standing.open_favors(),
            given: sum.given + standing.favors.given,
        }
    })
}

#[cfg(test)]
mod tests {
    use journal::Settings;

    use super::{Balance, Stats};

    #[test]
    fn an_empty_journal_has_numbers_too() {
        let settings = Settings::default();
        let stats = Stats::of(&testkit::network(&[], &settings), &settings, testkit::day("2026-11-22"));
        assert_eq!((stats.weeks.len(), stats.months.len(), stats.active, stats.circles), (13, 12, 0, vec![0; 4]));
        assert!(stats.longest.is_none() && stats.current.is_none() && stats.last_own.is_none());
    }

    #[test]
    fn a_year_has_its_days() {
        let text = "## Ada @ada\n## Bob @bob\n# Log\n- 2026-11-20 lunch with @ada and @bob\n- 2026-11-20 call @ada\n";
        let network = testkit::network(&[("a.net.md", text)], &Settings::default());
        let days = super::by_day(&network, testkit::day("2026-11-22"));
        assert_eq!((days[0].0, days.len()), (testkit::day("2025-11-17"), 371));
        assert_eq!(days.iter().filter(|(_, contacts)| *contacts > 0).count(), 1);
        assert_eq!(days[368], (testkit::day("2026-11-20"), 2));
    }

    #[test]
    fn channels_circles_and_favors() {
        let settings = Settings::default();
        let text = "\
## Ada @ada
- circle: inner
- met: 2026-01-01 at a party
## Bob @bob
- circle: inner
- status: dormant
## Carl @carl
- circle: close
### 2026-11-01
We talked for long.
# Log
## 2026-11-20
- lunch with @ada and @bob
- mail @carl: hello
- mail @ada, @bob, @carl, @dora: my post
- tried @ada
- note @ada: moved
- event with @dora
- got from @ada and @bob: a hint
- gave @bob: another
## 2025-11-22
- call @ada: 365 days ago
## 2025-11-23
- video with @ada
- [ ] coffee with @ada
## 2026-11-23
- coffee with @ada: tomorrow
";
        let network = testkit::network(&[("a.net.md", text)], &settings);
        let stats = Stats::of(&network, &settings, testkit::day("2026-11-22"));
        // Online, voice, in person; nobody who is known came to the event.
        assert_eq!(stats.channels, [1, 1, 2, 0, 0]);
        assert_eq!(stats.without_channel, 3);
        assert_eq!(stats.circles, [1, 1, 0, 0]);
        assert_eq!((stats.active, stats.two_way), (2, 2));
        assert_eq!(stats.favors, Balance { received: 2, open: 1, given: 1 });
    }
}
