//! Small helps to say things well.

use journal::{Interval, Network, PersonId};
use messages::{Language, Texts, say};
use syntax::Unit;

use crate::rule::Check;

/// The nearest of `words` to `word`: the one that fewest edits turn into it, at most `most`; the first in order where
/// two are equally near.
pub fn nearest<'a>(word: &str, words: impl IntoIterator<Item = &'a str>, most: usize) -> Option<&'a str> {
    let word = word.to_lowercase();
    let near = words.into_iter().map(|other| (strsim::osa_distance(&word, &other.to_lowercase()), other));
    near.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance).map(|(_, other)| other)
}

/// How many edits a slip may have in a word of this length.
pub(crate) fn slips(word: &str) -> usize {
    match word.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        6..=9 => 2,
        _ => 3,
    }
}

/// What several crates say of cadences.
pub(crate) static TEXTS: Texts = Texts::new(
    "
        every-days = { $count ->
            [one] every day
           *[other] every { $count } days
        }
        every-weeks = { $count ->
            [one] every week
           *[other] every { $count } weeks
        }
        every-months = { $count ->
            [one] every month
           *[other] every { $count } months
        }
        every-years = { $count ->
            [one] every year
           *[other] every { $count } years
        }
    ",
    "
        every-days = { $count ->
            [one] jeden Tag
           *[other] alle { $count } Tage
        }
        every-weeks = { $count ->
            [one] jede Woche
           *[other] alle { $count } Wochen
        }
        every-months = { $count ->
            [one] jeden Monat
           *[other] alle { $count } Monate
        }
        every-years = { $count ->
            [one] jedes Jahr
           *[other] alle { $count } Jahre
        }
    ",
);

/// A cadence in words: "every 3 weeks".
pub fn every(interval: Interval, language: Language) -> String {
    let (texts, count) = (TEXTS.within(language), interval.count);
    match interval.unit {
        Unit::Days => say!(texts, "every-days", count),
        Unit::Weeks => say!(texts, "every-weeks", count),
        Unit::Months => say!(texts, "every-months", count),
        Unit::Years => say!(texts, "every-years", count),
    }
}

/// How people write this person: `@handle`.
pub(crate) fn at(network: &Network, id: PersonId) -> String {
    format!("@{}", network.person(id).handle)
}

/// The same for several, joined.
pub(crate) fn at_all(check: &Check<'_>, ids: &[PersonId]) -> String {
    check.settings.language.all_of(&ids.iter().map(|id| at(check.network, *id)).collect::<Vec<_>>())
}

/// A text of the journal within a message, shortened where it is long.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let line = text.lines().next().unwrap_or_default().trim();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}…`", &line[..end]),
        None => format!("`{line}`"),
    }
}
