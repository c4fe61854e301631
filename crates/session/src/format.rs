//! Brings files into their canonical form, in memory.

use std::sync::Arc;

use ::format::Style;
use journal::{Facts, Source};
use messages::Language;
use rayon::prelude::*;

use crate::{FixedFile, Session};

/// Files after formatting. Nothing is written yet.
#[derive(Debug, Default)]
pub struct Formatted {
    /// Those that are different, in order of their paths.
    pub files: Vec<FixedFile>,
    /// How many have their canonical form already.
    pub unchanged: usize,
    /// Those that stay as they are, and why.
    pub refused: Vec<Refused>,
}

/// A file that is not formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its path below the journal's folder, with `/`.
    pub path: String,
    /// What is in the way, and what can be done.
    pub message: String,
}

/// Formats the files of a journal whose paths are asked for. `verbs` is the language that verbs are turned into.
pub fn format(session: &Session, verbs: Option<Language>, is_asked: impl Fn(&str) -> bool) -> Formatted {
    let sources: Vec<&Source> = session.files.values().filter(|source| is_asked(&source.path)).collect();
    let after = |source: &&Source| formatted(source, session, verbs);
    let texts: Vec<Result<Option<String>, String>> = sources.par_iter().map(after).collect();
    let mut done = Formatted::default();
    for (source, text) in sources.into_iter().zip(texts) {
        let path = source.path.clone();
        match text {
            Ok(None) => done.unchanged += 1,
            Ok(Some(text)) => {
                done.files.push(FixedFile { path, before: Arc::clone(&source.text), after: Arc::new(text) });
            }
            Err(message) => done.refused.push(Refused { path, message }),
        }
    }
    done
}

/// The canonical form of a text that does not have it yet. What is written is read again before anybody relies on it.
fn formatted(source: &Source, session: &Session, verbs: Option<Language>) -> Result<Option<String>, String> {
    if source.invalid.is_some() {
        return Err("is not UTF-8 and cannot be formatted; convert it first".to_owned());
    }
    let vocabulary = &session.config.settings.vocabulary;
    let edits = ::format::format(&source.text, &Style { vocabulary, is_page: source.is_page, verbs });
    if edits.is_empty() {
        return Ok(None);
    }
    let text = syntax::edited(&source.text, edits.iter().map(|edit| (edit.span, edit.text.as_str())));
    let facts = Facts::read(&text, source.is_page, vocabulary);
    if !source.facts.says_the_same(&source.text, &facts, &text) {
        return Err("stays as it is, since formatting would change what it means; that is a mistake of netlint, \
                    please report it with the file"
            .to_owned());
    }
    Ok(Some(text))
}
