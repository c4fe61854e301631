//! What makes a finding the same finding tomorrow, wherever its line has moved by then.

use journal::{Network, PersonId, Place, names};

use crate::diagnostic::Diagnostic;

/// A finding without its place: the rule, the people, and the words of its line. An inserted line changes nothing,
/// and neither does another day, other white space or another bullet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    /// The rule's name, or what else tells things on one line apart.
    pub rule: String,
    /// The handles of the people, in the form in which they are compared, in order.
    pub people: Vec<String>,
    /// The words of the line, with one space between them.
    pub line: String,
}

impl Identity {
    /// That of a finding.
    pub fn of(network: &Network, diagnostic: &Diagnostic) -> Self {
        let finding = &diagnostic.finding;
        Self::at(network, diagnostic.rule.name, &finding.people, finding.place)
    }

    /// That of what is told of these people at this place.
    pub fn at(network: &Network, rule: &str, people: &[PersonId], place: Place) -> Self {
        let text = network.text(place.file);
        let at = place.span.start as usize;
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
        let mut words = text[start..end].trim_start_matches('\u{feff}').split_whitespace().peekable();
        words.next_if(|word| matches!(*word, "-" | "*" | "+"));
        let people = people.iter().map(|id| names::folded(&network.person(*id).handle));
        let mut people: Vec<String> = people.collect();
        people.sort_unstable();
        Self { rule: rule.to_owned(), people, line: words.collect::<Vec<_>>().join(" ") }
    }
}
