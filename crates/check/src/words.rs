//! Small helps to say things well.

use journal::{Network, PersonId};

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

/// A number with its noun: "1 day", "12 days".
pub fn count(number: impl Into<i64>, noun: &str) -> String {
    match number.into() {
        1 => format!("1 {noun}"),
        number => format!("{number} {noun}s"),
    }
}

/// Names joined as people do: "@ada", "@ada and @bob", "@ada, @bob and @carl".
pub(crate) fn join(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

/// How people write this person: `@handle`.
pub(crate) fn at(network: &Network, id: PersonId) -> String {
    format!("@{}", network.person(id).handle)
}

/// The same for several, joined.
pub(crate) fn at_all(network: &Network, ids: &[PersonId]) -> String {
    join(&ids.iter().map(|id| at(network, *id)).collect::<Vec<_>>())
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
