//! Days as people tell them from today.

use journal::Day;
use messages::{Messages, say};

/// A day from today: "yesterday", "33 days ago".
pub(crate) fn relative(day: Day, today: Day, messages: Messages<'_>) -> String {
    let days = day - today;
    match days {
        0 => say!(messages, "when-today"),
        -1 => say!(messages, "when-yesterday"),
        1 => say!(messages, "when-tomorrow"),
        ..0 => say!(messages, "when-past", days = days.saturating_neg()),
        _ => say!(messages, "when-future", days),
    }
}

/// The day of the week.
pub(crate) fn weekday(day: Day, messages: Messages<'_>) -> String {
    // Fluent selects numbers by their plural, so the day is a word.
    let day = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].get(day.weekday() as usize).copied();
    say!(messages, "weekday", day = day.unwrap_or_default())
}
