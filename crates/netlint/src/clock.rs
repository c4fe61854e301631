//! The one place that reads the clock.

use chrono::{DateTime, Local};
use journal::Day;

/// The local date and time.
pub(crate) fn now() -> DateTime<Local> {
    Local::now()
}

/// The local date.
pub(crate) fn today() -> Day {
    Day::from(now().date_naive())
}
