//! What edits make of a text.

use crate::span::Span;

/// A text after edits that are in order and do not overlap. Line ends that an edit brings follow those of the text.
pub fn edited<'a>(text: &str, edits: impl IntoIterator<Item = (Span, &'a str)>) -> String {
    let is_crlf = text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
    let mut result = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for (span, new) in edits {
        result.push_str(&text[at..span.start as usize]);
        if is_crlf && new.contains('\n') {
            result.push_str(&new.replace("\r\n", "\n").replace('\n', "\r\n"));
        } else {
            result.push_str(new);
        }
        at = span.end as usize;
    }
    result.push_str(&text[at..]);
    result
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
