//! What programs read for what a journal says in its own words.

use journal::Interval;

/// An interval as people write it into a file.
pub(crate) fn interval(every: Interval) -> String {
    let text = every.to_string();
    let plain = text.strip_prefix("every ").unwrap_or(&text);
    if every.count == 1 { format!("1 {plain}") } else { plain.to_owned() }
}
