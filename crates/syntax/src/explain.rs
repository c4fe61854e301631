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
    /// What is expected there, as a person would write it.
    pub what: Vec<&'static str>,
}

/// What keeps the text at `body` from being an entry with participants; `None` where nothing does.
pub fn explain_entry(text: &str, body: Span) -> Option<Expected> {
    let error = Reference::parse(Rule::strict_entry, body.text(text)).err()?;
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => body.start + at as u32,
    };
    let ErrorVariant::ParsingError { positives, .. } = error.variant else { return None };
    let mut what: Vec<&'static str> = positives.into_iter().filter_map(example).collect();
    what.sort_unstable();
    what.dedup();
    Some(Expected { at, what })
}

/// How a person would write what this rule matches; `None` for rules that are no more than parts of others.
fn example(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::verb | Rule::strict_entry => "a verb such as `coffee`",
        Rule::mention => "a participant such as `@ada`",
        Rule::from | Rule::to => "`with`",
        Rule::colon => "`:` and what happened",
        Rule::date => "a date such as `2026-11-22`",
        Rule::handle => "a handle such as `ada`",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Span, explain_entry};

    #[track_caller]
    fn assert_expected(text: &str, at: u32, what: &[&str]) {
        let found = explain_entry(text, Span::new(0, text.len() as u32));
        let found = found.map(|found| (found.at, found.what.join(", ")));
        assert_eq!(found, Some((at, what.join(", "))), "{text}");
    }

    #[test]
    fn the_furthest_place_and_what_goes_on_there() {
        assert_expected("coffee with Ada", 12, &["a participant such as `@ada`"]);
        assert_expected("coffee Ada", 7, &["`with`", "a participant such as `@ada`"]);
        assert_expected("@ada: hello", 0, &["a verb such as `coffee`"]);
        assert_eq!(explain_entry("coffee with @ada: hello", Span::new(0, 23)), None);
    }
}
