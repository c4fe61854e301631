//! What programs read for what a journal says in its own words.

use journal::{Class, Interval, Kind, Status};

pub(crate) const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Professional => "professional",
        Kind::Friend => "friend",
        Kind::Family => "family",
    }
}

pub(crate) const fn status(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Dormant => "dormant",
        Status::Ended => "ended",
    }
}

/// The class of a contact. The first five are channels.
pub(crate) const fn class(class: Class) -> &'static str {
    match class {
        Class::Online => "online",
        Class::Voice => "voice",
        Class::InPerson => "in-person",
        Class::Event => "event",
        Class::Conference => "conference",
        Class::Attempt => "attempt",
        Class::Courtesy => "courtesy",
        Class::Thanks => "thanks",
        Class::Favor => "favor",
        Class::Request => "request",
        Class::Note => "note",
    }
}

/// An interval as people write it into a file.
pub(crate) fn interval(every: Interval) -> String {
    let text = every.to_string();
    let plain = text.strip_prefix("every ").unwrap_or(&text);
    if every.count == 1 { format!("1 {plain}") } else { plain.to_owned() }
}
