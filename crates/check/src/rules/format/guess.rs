//! Guesses at what was meant by a name that means nothing.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use journal::names;

/// Names that may be meant, to be asked for the nearest again and again.
///
/// It gives up where a hostile journal would make it compare very many with very many.
pub(super) struct Guesses<'a> {
    /// By length, then in the order given.
    names: Vec<Name<'a>>,
    known: HashMap<String, Option<&'a str>, RandomState>,
    /// What may still be spent on comparing.
    left: usize,
}

struct Name<'a> {
    written: &'a str,
    key: String,
    length: usize,
    letters: u64,
}

/// Nobody slips in a longer word in a way that is worth a guess.
const LONGEST: usize = 64;
/// What comparing all may cost: a second at most.
const BUDGET: usize = 100_000_000;
/// What it costs to compare two words letter by letter, where looking at their sets of letters costs 1.
const LETTER_BY_LETTER: usize = 100;

impl<'a> Guesses<'a> {
    pub(super) fn new(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut names: Vec<Name<'a>> = words.into_iter().map(Name::new).collect();
        names.sort_by_key(|name| name.length);
        Self { names, known: HashMap::default(), left: BUDGET }
    }

    /// The name that at most so many edits turn `word` into: the nearest, rather one with the same first letter.
    pub(super) fn nearest(&mut self, word: &str, most: usize) -> Option<&'a str> {
        let word = Name::new(word);
        if let Some(known) = self.known.get(&word.key) {
            return *known;
        }
        let found = self.find(&word, most);
        self.known.insert(word.key, found);
        found
    }

    fn find(&mut self, word: &Name<'_>, most: usize) -> Option<&'a str> {
        if most == 0 || word.length > LONGEST {
            return None;
        }
        let from = self.names.partition_point(|name| name.length + most < word.length);
        let to = self.names.partition_point(|name| name.length <= word.length + most);
        let near = &self.names[from..to];
        self.left = self.left.saturating_sub(near.len());
        let mut nearest: Option<(usize, bool, &'a str)> = None;
        for name in near {
            // An edit changes at most two letters of the set.
            if (name.letters ^ word.letters).count_ones() as usize > 2 * most {
                continue;
            }
            self.left = self.left.checked_sub(LETTER_BY_LETTER)?;
            let distance = strsim::osa_distance(&word.key, &name.key);
            let is_farther = name.key.chars().next() != word.key.chars().next();
            if distance <= most && nearest.is_none_or(|(least, farther, _)| (distance, is_farther) < (least, farther)) {
                nearest = Some((distance, is_farther, name.written));
            }
        }
        nearest.map(|(.., name)| name)
    }
}

impl<'a> Name<'a> {
    fn new(written: &'a str) -> Self {
        let key = names::folded(written);
        let letters = key.chars().fold(0, |set, c| set | 1 << (u32::from(c) % 64));
        Self { written, length: key.chars().count(), key, letters }
    }
}

#[cfg(test)]
mod tests {
    use super::Guesses;

    #[test]
    fn the_nearest_is_guessed() {
        let mut guesses = Guesses::new(["mail", "call", "coffee", "Ångström"]);
        assert_eq!(guesses.nearest("cal", 2), Some("call"), "rather with the same first letter");
        assert_eq!(guesses.nearest("COFEE", 1), Some("coffee"), "whatever the case");
        assert_eq!(guesses.nearest("cofffeee", 1), None, "two edits");
        assert_eq!(guesses.nearest("cafe", 0), None, "no edits");
        assert_eq!(guesses.nearest("angström", 1), Some("Ångström"));
        assert_eq!(guesses.nearest(&"c".repeat(100_000), 2), None);
    }

    #[test]
    fn swapped_neighbours_are_one_edit() {
        assert_eq!(Guesses::new(["lunch"]).nearest("lucnh", 1), Some("lunch"));
    }

    #[test]
    fn it_gives_up_in_time() {
        let names: Vec<String> = (0..20_000).map(|number| format!("person-{number}")).collect();
        let mut guesses = Guesses::new(names.iter().map(String::as_str));
        for number in 0..20_000 {
            guesses.nearest(&format!("persona-{number}"), 3);
        }
        assert_eq!(guesses.nearest("person-1x", 1), None);
    }
}
