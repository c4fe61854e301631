//! Says what was expected where a text is not what it should be. That is pest's own work: it knows which rules were
//! tried at the furthest place that was reached.

use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};

use crate::reference::{Reference, Rule};
use crate::span::Span;

/// Where a line stops being an entry, and what would go on with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The offset in bytes.
    pub at: u32,
    /// What is expected there.
    pub what: Vec<Wanted>,
}

/// Something that can go on with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wanted {
    /// `:` and what happened.
    Text,
    /// `with`, and the like.
    Preposition,
    /// A date.
    Date,
    /// A handle without its `@`.
    Handle,
    /// A participant.
    Participant,
    /// A verb.
    Verb,
}

/// What keeps the text at `body` from being an entry with participants; `None` where nothing does.
pub fn explain_entry(text: &str, body: Span) -> Option<Expected> {
    let error = Reference::parse(Rule::strict_entry, body.text(text)).err()?;
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => body.start + at as u32,
    };
    let ErrorVariant::ParsingError { positives, .. } = error.variant else { return None };
    let mut what: Vec<Wanted> = positives.into_iter().filter_map(wanted).collect();
    what.sort_unstable();
    what.dedup();
    Some(Expected { at, what })
}

/// What this rule matches; `None` for rules that are no more than parts of others.
fn wanted(rule: Rule) -> Option<Wanted> {
    Some(match rule {
        Rule::verb | Rule::strict_entry => Wanted::Verb,
        Rule::mention => Wanted::Participant,
        Rule::from | Rule::to => Wanted::Preposition,
        Rule::colon => Wanted::Text,
        Rule::date => Wanted::Date,
        Rule::handle => Wanted::Handle,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Span, Wanted, explain_entry};

    #[track_caller]
    fn assert_expected(text: &str, at: u32, what: &[Wanted]) {
        let found = explain_entry(text, Span::new(0, text.len() as u32));
        let found = found.map(|found| (found.at, found.what));
        assert_eq!(found, Some((at, what.to_vec())), "{text}");
    }

    #[test]
    fn the_furthest_place_and_what_goes_on_there() {
        assert_expected("coffee with Ada", 12, &[Wanted::Participant]);
        assert_expected("coffee Ada", 7, &[Wanted::Preposition, Wanted::Participant]);
        assert_expected("@ada: hello", 0, &[Wanted::Verb]);
        assert_eq!(explain_entry("coffee with @ada: hello", Span::new(0, 23)), None);
    }
}
