//! Days of the calendar, and the distance between contacts.

use std::fmt;
use std::ops::{Add, Sub};

use chrono::{Datelike, Days, Months, NaiveDate};
use syntax::{Every, SpokenDay, Unit};

/// A day of the proleptic Gregorian calendar, 0000-01-01 to 9999-12-31 as far as journals can write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// How a date in a journal was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// `YYYY-MM-DD`, and the calendar has it.
    Exactly(Day),
    /// The calendar has it once month and day are padded: `2026-2-3`.
    Unpadded(Day),
    /// It begins like a date but is none.
    Wrongly,
}

impl Day {
    /// The day of this year, month and day of the month, if the calendar has it.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from)
    }

    /// Reads a date as journals write it.
    pub fn read(text: &str) -> Written {
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Written::Wrongly;
        };
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || !(1..=2).contains(&month.len()) || !(1..=2).contains(&day.len()) {
            return Written::Wrongly;
        }
        let number = |part: &str| part.bytes().fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0'));
        if ![year, month, day].into_iter().all(is_number) {
            return Written::Wrongly;
        }
        match Self::new(number(year) as i32, number(month), number(day)) {
            Some(found) if month.len() == 2 && day.len() == 2 => Written::Exactly(found),
            Some(found) => Written::Unpadded(found),
            None => Written::Wrongly,
        }
    }

    /// The day that `text` means, padded or not.
    pub fn parse(text: &str) -> Option<Self> {
        match Self::read(text) {
            Written::Exactly(day) | Written::Unpadded(day) => Some(day),
            Written::Wrongly => None,
        }
    }

    /// The day that somebody means who says this on the day `today`. A date without its year is the last such day up to
    /// today, and so is a day of the week. `None` where the calendar has no such day.
    pub fn spoken(said: SpokenDay, today: Self) -> Option<Self> {
        match said {
            SpokenDay::Date { year: Some(year), month, day } => Self::new(year as i32, month, day),
            SpokenDay::Date { year: None, month, day } => {
                let (year, ..) = today.ymd();
                // A leap day may be eight years back.
                let days = (year - 8..=year).rev().filter_map(|year| Self::new(year, month, day));
                days.into_iter().find(|day| *day <= today)
            }
            SpokenDay::Ago(days) => Some(today + -(days as i32)),
            SpokenDay::Ahead(days) => Some(today + days as i32),
            SpokenDay::Weekday { number, is_last } => {
                let back = (today.weekday() + 7 - number) % 7;
                let back = if back == 0 && is_last { 7 } else { back };
                Some(today + -(back as i32))
            }
        }
    }

    /// The day of the week: days since Monday, 0 to 6.
    pub fn weekday(self) -> u32 {
        self.date().weekday().num_days_from_monday()
    }

    /// The number of the week after ISO 8601, which belongs to the year of its Thursday.
    pub fn week(self) -> u32 {
        self.date().iso_week().week()
    }

    /// The Monday of this day's week.
    #[must_use]
    pub fn monday(self) -> Self {
        self + -(self.weekday() as i32)
    }

    /// Days since the day before 0001-01-01.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day with this [`number`](Self::number).
    pub const fn from_number(number: i32) -> Self {
        Self(number)
    }

    /// Year, month from 1, day of the month from 1.
    pub fn ymd(self) -> (i32, u32, u32) {
        let date = self.date();
        (date.year(), date.month(), date.day())
    }

    /// This day plus the interval. Months and years are calendar months: 31 January plus one month is the last day
    /// of February. Past the end of the calendar it stays there.
    #[must_use]
    pub fn plus(self, interval: Interval) -> Self {
        let Interval { count, unit } = interval;
        let date = self.date();
        let sum = match unit {
            Unit::Days => date.checked_add_days(Days::new(count.into())),
            Unit::Weeks => date.checked_add_days(Days::new(u64::from(count) * 7)),
            Unit::Months => date.checked_add_months(Months::new(count)),
            Unit::Years => date.checked_add_months(Months::new(count.saturating_mul(12))),
        };
        sum.map_or(Self(i32::MAX), Self::from)
    }

    /// The first birthday on or after this day of somebody born in `month` on `day`; 29 February is 1 March in
    /// years without it. `None` where no year has the day.
    pub fn next_birthday(self, month: u32, day: u32) -> Option<Self> {
        let in_year = |year| match (month, day) {
            (2, 29) => Self::new(year, 2, 29).or_else(|| Self::new(year, 3, 1)),
            _ => Self::new(year, month, day),
        };
        let (year, ..) = self.ymd();
        [in_year(year), in_year(year + 1)].into_iter().flatten().find(|birthday| *birthday >= self)
    }

    fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0).unwrap_or(NaiveDate::MAX)
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date.num_days_from_ce())
    }
}

impl From<Day> for messages::Value<'_> {
    fn from(day: Day) -> Self {
        let (year, month, day) = day.ymd();
        Self::date(year, month, day)
    }
}

impl Sub for Day {
    type Output = i32;

    /// The number of days from `other` to this day.
    fn sub(self, other: Self) -> i32 {
        self.0.saturating_sub(other.0)
    }
}

impl Add<i32> for Day {
    type Output = Self;

    /// The day so many days later.
    fn add(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// A distance in the calendar: every so many units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// How many units; at least 1.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

impl Interval {
    /// The interval of a cadence, or `None` for `never`.
    pub fn of(every: Every) -> Option<Self> {
        match every {
            Every::Never => None,
            Every::Interval(count, unit) => Some(Self { count, unit }),
        }
    }

    /// Its mean length in days: a month has 30.44, a year 365.25.
    pub fn days(self) -> f64 {
        let unit = match self.unit {
            Unit::Days => 1.0,
            Unit::Weeks => 7.0,
            Unit::Months => 30.44,
            Unit::Years => 365.25,
        };
        f64::from(self.count) * unit
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Days => "day",
            Unit::Weeks => "week",
            Unit::Months => "month",
            Unit::Years => "year",
        };
        match self.count {
            1 => write!(f, "every {unit}"),
            count => write!(f, "every {count} {unit}s"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, SpokenDay};

    #[test]
    fn weeks_begin_on_monday() {
        let of = |text: &str| {
            let day = Day::parse(text).unwrap();
            (day.week(), day.monday().to_string())
        };
        assert_eq!(of("2026-11-22"), (47, "2026-11-16".to_owned()));
        assert_eq!(of("2026-11-23"), (48, "2026-11-23".to_owned()));
        // The last days of 2020 belong to its week 53, as do the first of 2021.
        assert_eq!(of("2021-01-03"), (53, "2020-12-28".to_owned()));
        assert_eq!(of("2024-12-30"), (1, "2024-12-30".to_owned()));
    }

    #[test]
    fn what_is_said_is_told_of_the_day_on_which_it_is_said() {
        let day = |text: &str| Day::parse(text).unwrap();
        // A Tuesday.
        let today = day("2026-11-24");
        let said = |said| Day::spoken(said, today).map(|day| day.to_string());
        let is = |found: Option<String>, expected: &str| assert_eq!(found.as_deref(), Some(expected));
        is(said(SpokenDay::Ago(1)), "2026-11-23");
        is(said(SpokenDay::Ahead(2)), "2026-11-26");
        is(said(SpokenDay::Weekday { number: 1, is_last: false }), "2026-11-24");
        is(said(SpokenDay::Weekday { number: 1, is_last: true }), "2026-11-17");
        is(said(SpokenDay::Weekday { number: 2, is_last: false }), "2026-11-18");
        is(said(SpokenDay::Date { year: None, month: 11, day: 24 }), "2026-11-24");
        is(said(SpokenDay::Date { year: None, month: 11, day: 25 }), "2025-11-25");
        is(said(SpokenDay::Date { year: None, month: 2, day: 29 }), "2024-02-29");
        is(said(SpokenDay::Date { year: Some(2027), month: 2, day: 28 }), "2027-02-28");
        assert_eq!(said(SpokenDay::Date { year: Some(2026), month: 2, day: 29 }), None);
        assert_eq!(said(SpokenDay::Date { year: None, month: 13, day: 1 }), None);
    }
}
