//! How names and handles are compared.

use std::borrow::Cow;

use unicase::UniCase;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The form in which handles, names, tags and `^ids` are compared: NFC, case folded, white space collapsed.
pub fn key(name: &str) -> Cow<'_, str> {
    let is_simple = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_.".contains(&byte);
    if name.bytes().all(is_simple) {
        return Cow::Borrowed(name);
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let composed: Cow<'_, str> = match words.join(" ") {
        joined if is_nfc(&joined) => Cow::Owned(joined),
        joined => Cow::Owned(joined.nfc().collect()),
    };
    let folded = UniCase::new(composed.as_ref()).to_folded_case();
    Cow::Owned(folded.nfc().collect())
}

/// A handle for a name: lower case, words joined by hyphens, other characters left out.
pub fn slug(name: &str) -> String {
    let words = name.split(|c: char| !(c.is_alphanumeric() || is_mark(c)));
    let words: Vec<_> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.join("-")
}

/// A name for a handle: `ada-lovelace` is Ada Lovelace.
pub fn title(handle: &str) -> String {
    let words = handle.split(['-', '_', '.']).filter(|word| !word.is_empty());
    let title = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect::<String>())
    };
    words.map(title).collect::<Vec<_>>().join(" ")
}

/// Whether a character is a combining mark, which belongs to the letter before it.
pub fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The text without differences that do not matter: case folded, white space collapsed.
pub fn folded(text: &str) -> String {
    key(text).into_owned()
}
