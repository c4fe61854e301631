//! The one place that reads the clock.

use journal::Day;

/// The local date.
pub(crate) fn today() -> Day {
    Day::from(chrono::Local::now().date_naive())
}
