//! Days as people tell them from today.

use journal::Day;
use messages::{Messages, say};

/// Up to so many days are told as days, then as weeks.
const DAYS: i32 = 13;
/// Up to so many days are told as weeks, then as months.
const WEEKS: i32 = 62;
/// From so many months on, years are told.
const YEARS: i32 = 24;

/// A day as people tell it: "yesterday", "3 weeks ago", "in 2 months".
pub(crate) fn relative(day: Day, today: Day, messages: Messages<'_>) -> String {
    let (days, is_past) = ((today - day).saturating_abs(), day <= today);
    match (days, is_past) {
        (0, _) => say!(messages, "when-today"),
        (1, true) => say!(messages, "when-yesterday"),
        (1, false) => say!(messages, "when-tomorrow"),
        (..=DAYS, true) => say!(messages, "days-ago", days),
        (..=DAYS, false) => say!(messages, "in-days", days),
        (..=WEEKS, true) => say!(messages, "weeks-ago", count = days / 7),
        (..=WEEKS, false) => say!(messages, "in-weeks", count = days / 7),
        _ => match (months(day.min(today), day.max(today)), is_past) {
            (months @ ..YEARS, true) => say!(messages, "months-ago", count = months),
            (months @ ..YEARS, false) => say!(messages, "in-months", count = months),
            (months, true) => say!(messages, "years-ago", count = months / 12),
            (months, false) => say!(messages, "in-years", count = months / 12),
        },
    }
}

/// Whole months from one day to a later one.
fn months(from: Day, to: Day) -> i32 {
    let (from, to) = (from.ymd(), to.ymd());
    (to.0 - from.0) * 12 + to.1 as i32 - from.1 as i32 - i32::from(to.2 < from.2)
}

/// A day as the language writes it.
pub(crate) fn date(day: Day, messages: Messages<'_>) -> String {
    say!(messages, "date", day)
}

#[cfg(test)]
mod tests {
    use journal::Day;
    use messages::Language;

    use super::relative;
    use crate::texts;

    #[test]
    fn days_are_told_as_people_do() {
        let today = Day::parse("2026-11-22").unwrap();
        let both = |days: i32| Language::ALL.map(|language| relative(today + days, today, texts::within(language)));
        for (days, english, german) in [
            (0, "today", "heute"),
            (-1, "yesterday", "gestern"),
            (1, "tomorrow", "morgen"),
            (-2, "2 days ago", "vor 2 Tagen"),
            (-13, "13 days ago", "vor 13 Tagen"),
            (-14, "2 weeks ago", "vor 2 Wochen"),
            (20, "in 2 weeks", "in 2 Wochen"),
            (-62, "8 weeks ago", "vor 8 Wochen"),
            (-63, "2 months ago", "vor 2 Monaten"),
            (-365, "12 months ago", "vor 12 Monaten"),
            (-729, "23 months ago", "vor 23 Monaten"),
            (-731, "2 years ago", "vor 2 Jahren"),
            (800, "in 2 years", "in 2 Jahren"),
            (100, "in 3 months", "in 3 Monaten"),
        ] {
            assert_eq!(both(days), [english, german], "{days}");
        }
        assert_eq!(both(i32::MIN)[0].split(' ').count(), 3);
    }
}
