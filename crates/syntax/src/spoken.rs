//! Days as people say them: `yesterday`, `last Friday`, `20.11.2026`.

use crate::engine::Token;
use crate::nodes::Reader;
use crate::reference::Rule;
use crate::span::Span;

/// A day in words or in another notation than a journal's, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// All of it, without blanks around it.
    pub span: Span,
    /// Which day.
    pub day: SpokenDay,
}

/// What was said; which day of the calendar that is depends on the day on which it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpokenDay {
    /// A day of the calendar, if the calendar has it.
    Date {
        /// The year, if it was said.
        year: Option<u32>,
        /// The month, from 1.
        month: u32,
        /// The day of the month, from 1.
        day: u32,
    },
    /// So many days ago; 0 is today.
    Ago(u32),
    /// So many days from now; 1 is tomorrow.
    Ahead(u32),
    /// A day of the week.
    Weekday {
        /// Days since Monday: 0 to 6.
        number: u32,
        /// `last`: not today, if today is that day.
        is_last: bool,
    },
}

const MONTHS: [Rule; 12] = [
    Rule::january,
    Rule::february,
    Rule::march,
    Rule::april,
    Rule::may,
    Rule::june,
    Rule::july,
    Rule::august,
    Rule::september,
    Rule::october,
    Rule::november,
    Rule::december,
];

const WEEKDAYS: [Rule; 7] =
    [Rule::monday, Rule::tuesday, Rule::wednesday, Rule::thursday, Rule::friday, Rule::saturday, Rule::sunday];

impl Reader {
    /// Reads the day at the beginning of a text, whatever follows it. `None` where there is none, or where one cannot
    /// tell the day from the month, as in `3/4/2026`.
    pub fn spoken_day(&mut self, text: &str, body: Span) -> Option<Spoken> {
        self.parse(Rule::spoken_day, text, body)?;
        let said = self.tokens().get(1).map(|token| Span::new(token.start, token.end))?;
        let parts = Parts { text, tokens: self.tokens() };
        let day = if parts.has(Rule::spoken_date) { parts.date()? } else { parts.words() };
        Some(Spoken { span: said, day })
    }
}

struct Parts<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Parts<'_> {
    fn has(&self, rule: Rule) -> bool {
        self.tokens.iter().any(|token| token.rule == rule)
    }

    fn number(&self, rule: Rule) -> Option<u32> {
        let token = self.tokens.iter().find(|token| token.rule == rule)?;
        Span::new(token.start, token.end).text(self.text).parse().ok()
    }

    /// Which of these rules has a token.
    fn which(&self, rules: &[Rule]) -> Option<u32> {
        rules.iter().position(|rule| self.has(*rule)).map(|at| at as u32)
    }

    fn date(&self) -> Option<SpokenDay> {
        let year = self.number(Rule::said_year).or_else(|| Some(2000 + self.number(Rule::short_year)?));
        let (month, day) = match (self.number(Rule::said_first), self.number(Rule::said_second)) {
            (Some(day), Some(month @ ..=12)) if day > 12 || day == month => (month, day),
            (Some(month @ ..=12), Some(day @ 13..)) => (month, day),
            (Some(_), _) => return None,
            (None, _) => {
                let named = self.which(&MONTHS).map(|month| month + 1);
                (named.or_else(|| self.number(Rule::said_month))?, self.number(Rule::said_day)?)
            }
        };
        Some(SpokenDay::Date { year, month, day })
    }

    fn words(&self) -> SpokenDay {
        if let Some(days) = self.which(&[Rule::today, Rule::yesterday, Rule::before_yesterday]) {
            return SpokenDay::Ago(days);
        }
        if let Some(days) = self.which(&[Rule::tomorrow, Rule::after_tomorrow]) {
            return SpokenDay::Ahead(days + 1);
        }
        if let Some(number) = self.which(&WEEKDAYS) {
            return SpokenDay::Weekday { number, is_last: self.has(Rule::last) };
        }
        let unit = if self.has(Rule::said_weeks) { 7 } else { 1 };
        SpokenDay::Ago(self.number(Rule::said_number).unwrap_or(1) * unit)
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Span, SpokenDay};

    fn read(text: &str) -> Option<(String, SpokenDay)> {
        let spoken = Reader::default().spoken_day(text, Span::new(0, text.len() as u32))?;
        Some((spoken.span.text(text).to_owned(), spoken.day))
    }

    #[track_caller]
    fn assert_date(text: &str, year: Option<u32>, month: u32, day: u32) {
        let found = read(&format!("{text} coffee"));
        assert_eq!(found, Some((text.to_owned(), SpokenDay::Date { year, month, day })), "{text}");
    }

    #[test]
    fn dates_in_the_notations_of_people() {
        for text in [
            "20.11.2026",
            "20. 11. 2026",
            "20.11.26",
            "20. November 2026",
            "20 November 2026",
            "20th November, 2026",
            "20. Nov. 2026",
            "November 20, 2026",
            "nov 20 2026",
            "2026/11/20",
            "2026.11.20",
            "20/11/2026",
            "11/20/2026",
        ] {
            assert_date(text, Some(2026), 11, 20);
        }
        assert_date("3.4.2026", Some(2026), 4, 3);
        assert_date("4/4/2026", Some(2026), 4, 4);
        assert_date("20.11.", None, 11, 20);
        assert_date("1. März", None, 3, 1);
        assert_date("May 3rd", None, 5, 3);
    }

    #[test]
    fn days_in_words() {
        let ago = |text: &str, days| assert_eq!(read(text), Some((text.to_owned(), SpokenDay::Ago(days))), "{text}");
        ago("today", 0);
        ago("Gestern", 1);
        ago("the day before yesterday", 2);
        ago("vorgestern", 2);
        ago("3 days ago", 3);
        ago("a week ago", 7);
        ago("vor 2 Wochen", 14);
        ago("vor einem Tag", 1);
        for (text, days) in [("tomorrow", 1), ("Morgen", 1), ("day after tomorrow", 2), ("Übermorgen", 2)] {
            assert_eq!(read(text), Some((text.to_owned(), SpokenDay::Ahead(days))), "{text}");
        }
        let weekday = |number, is_last| SpokenDay::Weekday { number, is_last };
        assert_eq!(read("last Friday: call"), Some(("last Friday".to_owned(), weekday(4, true))));
        assert_eq!(read("am Montag Kaffee"), Some(("am Montag".to_owned(), weekday(0, false))));
        assert_eq!(read("sonntag"), Some(("sonntag".to_owned(), weekday(6, false))));
    }

    #[test]
    fn what_is_no_day_or_could_be_two() {
        for text in [
            "3/4/2026",
            "13/14/2026",
            "yesterdays",
            "gesternabend",
            "20.11.20266",
            "1.2.3.4",
            "mayor 3",
            "3 coffees",
            "2026-11-20",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
