//! What edits make of a text.

use std::borrow::Cow;

use crate::span::Span;

/// A text after edits that are in order and do not overlap. Line ends that an edit brings follow those of the text.
pub fn edited<'a>(text: &str, edits: impl IntoIterator<Item = (Span, &'a str)>) -> String {
    let mut result = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for (span, new) in edits {
        result.push_str(&text[at..span.start as usize]);
        result.push_str(&with_line_ends(text, new));
        at = span.end as usize;
    }
    result.push_str(&text[at..]);
    result
}

/// A new text whose lines end as those of the text that takes it.
pub fn with_line_ends<'n>(text: &str, new: &'n str) -> Cow<'n, str> {
    let is_crlf = || text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
    if new.contains('\n') && is_crlf() {
        return Cow::Owned(new.replace("\r\n", "\n").replace('\n', "\r\n"));
    }
    Cow::Borrowed(new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_lines_end_as_the_others_do() {
        assert_eq!(edited("a\r\nb\r\n", [(Span::at(3), "x\n")]), "a\r\nx\r\nb\r\n");
        assert_eq!(edited("a\nb\n", [(Span::at(2), "x\n")]), "a\nx\nb\n");
    }
}
