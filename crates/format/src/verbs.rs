//! Verbs, and the small words around them, from one language to the other.

use journal::names::folded;
use journal::{Builtin, VerbId, Vocabulary};
use messages::Language;
use syntax::{Item, Span};

use crate::edits::Edits;

/// Small words in English and German. Where two of one language have the same word in the other, the first is taken.
const WORDS: &[(&str, &str)] =
    &[("with", "mit"), ("from", "von"), ("by", "von"), ("to", "an"), ("for", "für"), ("and", "und")];

/// Turns the verb of an entry and the words around its participants and references into `language`. Verbs of the
/// user's own stay, and so does one whose other word this journal would not read.
pub(crate) fn convert(
    edits: &mut Edits<'_>,
    body: Span,
    item: &Item,
    (verb, language): (VerbId, Language),
    vocabulary: &Vocabulary,
) {
    let text = edits.text();
    let Some(written) = item.verb else { return };
    if let Some(builtin) = vocabulary.builtin(verb)
        && let Some(word) = word(builtin, written.text(text), language)
        && vocabulary.find(word) == Some(verb)
    {
        edits.replace(written, &cased(word, written.text(text)));
    }
    // In the head stands nothing but marks, mentions, ids and these words.
    let mut start = written.end;
    let head = item.text.start.max(written.end);
    for end in item.participants.iter().map(|mention| mention.span).chain([Span::at(head)]) {
        for (at, _) in words(Span::new(start, end.start.max(start)).text(text)) {
            small_word(edits, start + at, language);
        }
        start = end.end.max(start);
    }
    for reference in item.references.iter().filter(|reference| reference.start > head) {
        // Before the mark and the white space: `for` before the first id, perhaps `and` before others.
        let before = Span::new(body.start, reference.start - 1).text(text).trim_end();
        if let Some((at, _)) = words(before).last() {
            small_word(edits, body.start + at, language);
        }
    }
}

/// The words of a text that are letters only and stand alone, with their places.
fn words(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let word = |word: &str| word.chars().all(char::is_alphabetic);
    let place = move |word: &str| (word.as_ptr() as usize - text.as_ptr() as usize) as u32;
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '&' | '+' | ':' | '('))
        .filter(move |it| !it.is_empty() && word(it))
        .map(move |it| (place(it), it))
}

fn small_word(edits: &mut Edits<'_>, start: u32, language: Language) {
    let rest = &edits.text()[start as usize..];
    let word = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
    let key = folded(word);
    let found = match language {
        Language::English => WORDS.iter().find(|(_, german)| *german == key).map(|(english, _)| *english),
        Language::German => WORDS.iter().find(|(english, _)| *english == key).map(|(_, german)| *german),
    };
    if let Some(found) = found {
        edits.replace(Span::new(start, start + word.len() as u32), &cased(found, word));
    }
}

/// The word for a verb in a language: `None` where it is in that language already. Of several, one with as many
/// words is taken, so that `no answer` is `keine antwort`.
fn word(builtin: &'static Builtin, written: &str, language: Language) -> Option<&'static str> {
    let words: Vec<&'static str> = match language {
        Language::English => std::iter::once(builtin.name).chain(builtin.aliases.iter().copied()).collect(),
        Language::German => builtin.german.to_vec(),
    };
    let written = folded(written);
    if words.iter().any(|word| folded(word) == written) {
        return None;
    }
    let count = |word: &str| word.split(' ').count();
    words.iter().find(|word| count(word) == count(&written)).or(words.first()).copied()
}

/// A word with a capital where the other one has it.
fn cased(word: &str, like: &str) -> String {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) if like.starts_with(char::is_uppercase) => first.to_uppercase().chain(chars).collect(),
        _ => word.to_owned(),
    }
}
