//! Completes verbs, handles, tags and references as one types.

use std::collections::BTreeSet;

use insight::entry::Draft;
use journal::{Day, names};
use rustyline::completion::{Completer, Pair};
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::Validator;
use rustyline::{Context, Helper, Result};
use session::Snapshot;

use crate::report::style::printable;

/// Tags are taken from so many entries, the last ones: reading all of a large journal for them would be felt.
const ENTRIES: usize = 10_000;

/// What can be completed: what is written, and what is shown.
pub(super) struct Words {
    today: Day,
    verbs: Vec<Pair>,
    /// Also by name: each with what it is found by.
    people: Vec<(String, Pair)>,
    tags: Vec<Pair>,
    references: Vec<Pair>,
}

fn pair(replacement: String, display: &str) -> Pair {
    Pair { display: printable(display), replacement }
}

impl Words {
    pub(super) fn of(snapshot: &Snapshot, today: Day) -> Self {
        let (network, vocabulary) = (&snapshot.network, &snapshot.config.settings.vocabulary);
        let people = network.people.iter().map(|person| {
            let handle = format!("@{}", person.handle);
            let found_by = format!("{} {}", names::folded(&person.handle), names::folded(&person.name));
            (found_by, pair(handle.clone(), &format!("{handle} {}", person.name)))
        });
        let last = network.entries.len().saturating_sub(ENTRIES);
        let tags = network.entries().skip(last).flat_map(|(id, entry)| {
            let text = network.text(entry.file);
            network.item(id).tags.into_iter().map(move |tag| format!("#{}", tag.text(text)))
        });
        let references = network.anchors.iter().rev().take(ENTRIES).map(|anchor| {
            let entry = network.entry(anchor.entry);
            let name = format!("^{}", anchor.span.text(network.text(entry.file)));
            pair(name.clone(), &format!("{name} {}", network.text_at(entry.place())))
        });
        Self {
            today,
            verbs: vocabulary.words().into_iter().map(|word| pair(format!("{word} "), word)).collect(),
            people: people.collect(),
            tags: tags.collect::<BTreeSet<_>>().into_iter().map(|tag| pair(tag.clone(), &tag)).collect(),
            references: references.collect(),
        }
    }

    /// What may stand for the word that the cursor is behind, and where that begins.
    fn offered(&self, line: &str) -> (usize, Vec<Pair>) {
        let start = line.rfind([' ', '(', ',']).map_or(0, |at| at + 1);
        let (before, word) = line.split_at(start);
        let key = names::folded(word.trim_start_matches(['@', '#', '^']));
        let begins = |pair: &&Pair| names::folded(&pair.replacement[1..]).starts_with(&key);
        let copy = |pair: &Pair| Pair { display: pair.display.clone(), replacement: pair.replacement.clone() };
        let found = match word.chars().next() {
            Some('@') => {
                let is_meant = |found_by: &str| found_by.split([' ', '-']).any(|part| part.starts_with(&key));
                self.people.iter().filter(|(found_by, _)| is_meant(found_by)).map(|(_, pair)| copy(pair)).collect()
            }
            Some('#') => self.tags.iter().filter(begins).map(copy).collect(),
            Some('^') => self.references.iter().filter(begins).map(copy).collect(),
            _ if self.is_first(before) => {
                self.verbs.iter().filter(|pair| pair.replacement.starts_with(&key)).map(copy).collect()
            }
            _ => Vec::new(),
        };
        (start, found)
    }

    /// Whether an entry begins behind this, which is a day or a box at most.
    fn is_first(&self, before: &str) -> bool {
        let draft = Draft::read(&format!("{before}x"), None, self.today);
        draft.is_ok_and(|draft| draft.line.trim_start_matches(['[', ' ', 'X', ']']).trim_start_matches("x] ") == "x")
    }
}

impl Completer for Words {
    type Candidate = Pair;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> Result<(usize, Vec<Pair>)> {
        Ok(self.offered(line.get(..at).unwrap_or(line)))
    }
}

impl Hinter for Words {
    type Hint = String;
}

impl Highlighter for Words {}
impl Validator for Words {}
impl Helper for Words {}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use session::{Change, Config, Session};

    use super::Words;

    #[test]
    fn words_are_completed_by_where_they_stand() {
        let mut session = Session::new(Config::default());
        let text = "## Ada Lovelace @ada\n## Grace Hopper @gh\n## 2026-11-20\n- got from @ada: it #looms ^intro\n";
        session.apply(vec![Change::Set { path: "a.net.md".to_owned(), bytes: text.into() }]);
        let words = Words::of(&session.snapshot(), testkit::day(testkit::TODAY));
        let offered = |line: &str| {
            let (start, found) = words.offered(line);
            let found: Vec<String> = found.into_iter().map(|pair| pair.replacement.trim_end().to_owned()).collect();
            Arc::<str>::from(format!("{} {}", &line[start..], found.join(" ")))
        };
        assert_eq!(offered("cof").as_ref(), "cof coffee");
        assert_eq!(offered("last friday cof").as_ref(), "cof coffee");
        assert_eq!(offered("[ ] 2026-12-01 lun").as_ref(), "lun lunch");
        assert_eq!(offered("[x] lun").as_ref(), "lun lunch");
        assert_eq!(offered("coffee wi").as_ref(), "wi ");
        assert_eq!(offered("coffee with @").as_ref(), "@ @ada @gh");
        assert_eq!(offered("coffee with @hop").as_ref(), "@hop @gh");
        assert_eq!(offered("coffee with @gh,@A").as_ref(), "@A @ada");
        assert_eq!(offered("call @gh: #l").as_ref(), "#l #looms");
        assert_eq!(offered("thanked for ^").as_ref(), "^ ^intro");
    }
}
