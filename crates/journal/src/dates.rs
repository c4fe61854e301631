//! Where dates stand in the values of fields.

use syntax::{Reader, Span};

/// What begins like a date, right or wrong, in the value of a field that means a day by it. The key has the form in
/// which keys are compared.
pub fn dates_in(reader: &mut Reader, text: &str, key: &str, value: Span) -> Vec<Span> {
    match key {
        "met" | "born" => reader.date(text, value).into_iter().collect(),
        "pause" => match reader.pause(text, value) {
            Some(pause) => pause.since.into_iter().chain([pause.until]).collect(),
            None => reader.date(text, value).into_iter().collect(),
        },
        "ignore" => {
            let names = reader.rule_names(text, value).unwrap_or_default();
            names.into_iter().filter_map(|name| name.until).collect()
        }
        _ => Vec::new(),
    }
}
