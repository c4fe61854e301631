//! What only the first line can be: a byte-order mark, front matter.

use crate::engine;
use crate::lines::{Line, next_line};
use crate::reference::Rule;
use crate::span::Span;

/// Where a text begins behind its byte-order mark.
pub(crate) fn after_mark(text: &str) -> u32 {
    if text.starts_with('\u{feff}') { 3 } else { 0 }
}

/// The front matter of a text as far as `end`: all of it, with a byte-order mark, and what stands between its marks.
pub(crate) fn front_matter(text: &str, end: u32) -> Option<(Span, Span)> {
    let mut tokens = Vec::new();
    let mut matches = |rule, line: Line| {
        tokens.clear();
        engine::parse(rule, &text[..line.end as usize], line.start, &mut tokens).is_some()
    };
    let first = next_line(text, after_mark(text), end).filter(|line| matches(Rule::front_matter_open, *line))?;
    let mut lines = std::iter::successors(Some(first), |line| next_line(text, line.next, end)).skip(1);
    let last = lines.find(|line| matches(Rule::front_matter_close, *line))?;
    Some((Span::new(0, last.next), Span::new(first.next, last.start)))
}
