//! Verbs: those of the configuration's language first, and of them those that were used lately.

use std::cmp::Reverse;
use std::collections::HashMap;

use journal::{Class, VerbId};
use messages::Language;

use super::list::List;
use super::place::Here;
use super::{About, CompletionKind};
use crate::Ide;

/// What was used lately is told from so many entries, the last ones of the journal.
const RECENT: usize = 1000;

/// All verbs.
pub(crate) fn verbs(ide: &Ide<'_>, here: &Here, list: &mut List) {
    let vocabulary = &ide.settings.vocabulary;
    let is_german = ide.settings.language == Language::German;
    let entries = &ide.network.entries;
    let mut used: HashMap<VerbId, usize> = HashMap::new();
    for verb in entries[entries.len().saturating_sub(RECENT)..].iter().filter_map(journal::Entry::verb) {
        *used.entry(verb).or_default() += 1;
    }
    let mut words: Vec<(u8, Reverse<usize>, VerbId, &str)> = Vec::new();
    for word in vocabulary.words() {
        let Some(id) = vocabulary.find(word) else { continue };
        let rank = match vocabulary.builtin(id) {
            // The writer's own.
            None => 0,
            Some(verb) if is_german && verb.german.contains(&word) => u8::from(verb.german.first() != Some(&word)),
            Some(verb) => u8::from(is_german) * 2 + u8::from(verb.name != word),
        };
        words.push((rank, Reverse(used.get(&id).copied().unwrap_or_default()), id, word));
    }
    words.sort_unstable();
    let with = if is_german { "mit " } else { "with " };
    for (_, _, id, word) in words {
        let verb = vocabulary.verb(id);
        // Below a person nobody has to be named.
        let with = if verb.class == Class::InPerson && here.person.is_none() { with } else { "" };
        let end = if here.person.is_none() { " " } else { "" };
        if let Some(item) = list.push(CompletionKind::Verb, word, format!("{word}{end}{with}"), word) {
            item.detail(ide.class(verb)).about(About::Verb(word.to_owned()));
        }
    }
}
