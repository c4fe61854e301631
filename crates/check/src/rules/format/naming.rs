//! Who is named in a text without a handle.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use journal::{Network, PersonId, Span, names};

/// The names of all people: in full, and first names.
#[derive(Default)]
pub(super) struct Naming {
    /// Nobody: several people have the name.
    full: HashMap<String, Option<PersonId>, RandomState>,
    first: HashMap<String, Option<PersonId>, RandomState>,
}

/// Somebody's name in a text.
#[derive(Clone, Copy)]
pub(super) struct Named {
    /// Where.
    pub(super) span: Span,
    /// Who.
    pub(super) person: PersonId,
    /// It is written with a capital, or in letters that know none.
    pub(super) is_capital: bool,
}

/// Names of more words are not looked for.
const MOST_WORDS: usize = 5;

impl Naming {
    pub(super) fn new(network: &Network) -> Self {
        let mut naming = Self::default();
        for (id, person) in network.people() {
            let words = words(&person.name, 0);
            let Some((first, _)) = words.first() else { continue };
            let full = words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ");
            naming.full.entry(full).and_modify(|it| *it = None).or_insert(Some(id));
            naming.first.entry(first.clone()).and_modify(|it| *it = None).or_insert(Some(id));
        }
        naming
    }

    /// The people whom a part of a text names: by full name, or by a first name that only one has.
    pub(super) fn find(&self, text: &str, part: Span) -> Vec<Named> {
        let words = words(part.text(text), part.start);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some((word, place)) = words.get(at) {
            let full = (1..=MOST_WORDS.min(words.len() - at)).rev().find_map(|count| {
                let name = words[at..at + count].iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ");
                Some(((*self.full.get(&name)?)?, count))
            });
            let first = || self.first.get(word).copied().flatten().map(|id| (id, 1));
            let Some((person, count)) = full.or_else(first) else {
                at += 1;
                continue;
            };
            let span = place.cover(words[at + count - 1].1);
            let is_capital = !span.text(text).starts_with(char::is_lowercase);
            found.push(Named { span, person, is_capital });
            at += count;
        }
        found
    }
}

/// The words of a text that begins at `start`, in the form in which names are compared.
fn words(text: &str, start: u32) -> Vec<(String, Span)> {
    let is_part = |c: char| c.is_alphanumeric() || names::is_mark(c);
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(is_part) {
        let length = rest[at..].find(|c| !is_part(c)).unwrap_or(rest.len() - at);
        let begin = start + (text.len() - rest.len() + at) as u32;
        words.push((names::folded(&rest[at..at + length]), Span::new(begin, begin + length as u32)));
        rest = &rest[at + length..];
    }
    words
}

#[cfg(test)]
mod tests {
    use super::Naming;
    use journal::{Settings, Span};

    #[test]
    fn full_names_and_unique_first_names_are_found() {
        let people = "## Ada Lovelace @ada\n## Ada Yonath @yonath\n## Jean-Luc O'Neil @jean\n## Zoë @zoe\n";
        let network = testkit::network(&[("a.net.md", people)], &Settings::default());
        let naming = Naming::new(&network);
        let text = "Ada met ADA  lovelace, jean and Jean-Luc O'Neil; adamant Zoe\u{308}.";
        let found = naming.find(text, Span::new(0, text.len() as u32));
        let shown: Vec<_> =
            found.iter().map(|it| (it.span.text(text), network.person(it.person).handle.as_str())).collect();
        assert_eq!(
            shown,
            [("ADA  lovelace", "ada"), ("jean", "jean"), ("Jean-Luc O'Neil", "jean"), ("Zoe\u{308}", "zoe")]
        );
        assert!(!found[1].is_capital && found[0].is_capital);
    }
}
