//! Contacts by week and by month, and runs of weeks.

use journal::{Contact, Day};

/// A week, from Monday to Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: Day,
    /// Contacts in it.
    pub contacts: usize,
    /// Of these, the ones that the writer began or shared.
    pub own: usize,
    /// Today is in it: there may be more.
    pub is_open: bool,
}

/// A month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its year.
    pub year: i32,
    /// Its number, from 1.
    pub month: u32,
    /// Contacts in it.
    pub contacts: usize,
    /// Today is in it: there may be more.
    pub is_open: bool,
}

/// Weeks that follow each other, each with a contact that the writer began or shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streak {
    /// How many.
    pub weeks: u32,
    /// The first one's Monday.
    pub first: Day,
    /// The last one's Monday.
    pub last: Day,
}

/// So many weeks are counted, this one included.
const WEEKS: i32 = 13;
/// So many months are counted, this one included.
const MONTHS: i32 = 12;

pub(super) fn weeks(contacts: &[Contact], today: Day) -> Vec<Week> {
    let mondays = (0..WEEKS).rev().map(|back| today.monday() + -7 * back);
    let week = |monday: Day| {
        let within = within(contacts, monday, monday + 7);
        let own = within.iter().filter(|contact| contact.is_own()).count();
        Week { monday, contacts: within.len(), own, is_open: today - monday < 7 }
    };
    mondays.map(week).collect()
}

pub(super) fn months(contacts: &[Contact], today: Day) -> Vec<Month> {
    let (year, month, _) = today.ymd();
    let now = year * 12 + month as i32 - 1;
    let first = |number: i32| Day::new(number.div_euclid(12), number.rem_euclid(12) as u32 + 1, 1);
    let month = |number: i32| {
        let (start, end) = (first(number)?, first(number + 1)?);
        let (year, month, _) = start.ymd();
        Some(Month { year, month, contacts: within(contacts, start, end).len(), is_open: today < end })
    };
    (now - MONTHS + 1..=now).filter_map(month).collect()
}

/// The contacts from `start` up to the day before `end`.
fn within(contacts: &[Contact], start: Day, end: Day) -> &[Contact] {
    let first_on = |day: Day| contacts.partition_point(|contact| contact.day < day);
    &contacts[first_on(start)..first_on(end)]
}

/// All runs of weeks, in order of time.
pub(super) fn streaks(contacts: &[Contact]) -> Vec<Streak> {
    let mut found: Vec<Streak> = Vec::new();
    for monday in contacts.iter().filter(|contact| contact.is_own()).map(|contact| contact.day.monday()) {
        match found.last_mut() {
            Some(streak) if streak.last == monday => {}
            Some(streak) if streak.last + 7 == monday => {
                streak.weeks += 1;
                streak.last = monday;
            }
            _ => found.push(Streak { weeks: 1, first: monday, last: monday }),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use journal::Settings;

    use crate::Stats;

    fn stats(today: &str, entries: &[&str]) -> Stats {
        let settings = Settings::default();
        let entries = entries.iter().fold(String::new(), |all, entry| all + "- " + entry + "\n");
        let text = format!("## Ada @ada\n## Bob @bob\n# Log\n{entries}");
        Stats::of(&testkit::network(&[("a.net.md", &text)], &settings), &settings, testkit::day(today))
    }

    #[test]
    fn a_week_ends_on_sunday() {
        let days = ["2026-11-15 call @ada", "2026-11-16 call @ada and @bob", "2026-11-22 mail from @ada"];
        let last = |today| {
            let week = *stats(today, &days).weeks.last().unwrap();
            (week.monday.to_string(), week.contacts, week.own, week.is_open)
        };
        assert_eq!(last("2026-11-22"), ("2026-11-16".to_owned(), 2, 1, true));
        assert_eq!(last("2026-11-21"), ("2026-11-16".to_owned(), 1, 1, true));
        assert_eq!(last("2026-11-23"), ("2026-11-23".to_owned(), 0, 0, true));
        let first = stats("2026-11-22", &days).weeks[0];
        assert_eq!(first.monday.to_string(), "2026-08-24");
        assert!(!stats("2026-11-23", &days).weeks[11].is_open);
    }

    #[test]
    fn months_reach_over_the_turn_of_the_year() {
        let days = ["2025-02-28 call @ada", "2025-03-01 call @ada", "2026-01-31 call @ada", "2026-02-01 call @ada"];
        let months = |today| -> Vec<(i32, u32, usize, bool)> {
            let months = stats(today, &days).months.into_iter();
            months.map(|it| (it.year, it.month, it.contacts, it.is_open)).collect()
        };
        let found = months("2026-02-27");
        assert_eq!(found.len(), 12);
        assert_eq!((found[0], found[10], found[11]), ((2025, 3, 1, false), (2026, 1, 1, false), (2026, 2, 1, true)));
        assert_eq!(months("2026-03-01")[10], (2026, 2, 1, false));
    }

    #[test]
    fn runs_of_weeks() {
        let days = [
            "2026-09-07 call @ada",
            "2026-09-20 mail @ada",
            "2026-09-21 mail @ada",
            "2026-10-12 call @bob",
            "2026-10-19 mail from @bob",
            "2026-11-02 call @bob",
            "2026-11-11 call @bob",
        ];
        let found = |today| {
            let stats = stats(today, &days);
            let longest = stats.longest.unwrap();
            (longest.weeks, longest.first.to_string(), longest.last.to_string(), stats.current.map(|it| it.weeks))
        };
        let run = |current| (3, "2026-09-07".to_owned(), "2026-09-21".to_owned(), current);
        assert_eq!(found("2026-11-15"), run(Some(2)));
        // A week that has just begun breaks nothing.
        assert_eq!(found("2026-11-22"), run(Some(2)));
        assert_eq!(found("2026-11-23"), run(None));
    }
}
