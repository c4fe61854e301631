//! Lines, and what only the first of them can be: a byte-order mark, front matter.

use crate::engine;
use crate::reference::Rule;
use crate::span::Span;

/// A line: where it begins, where its text ends, where the next begins.
#[derive(Clone, Copy)]
pub(crate) struct Line {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) next: u32,
}

/// The line that begins at `at`, unless that is the end.
pub(crate) fn next_line(text: &str, at: u32, end: u32) -> Option<Line> {
    let rest = text.as_bytes().get(at as usize..end as usize).filter(|rest| !rest.is_empty())?;
    let length = memchr::memchr(b'\n', rest);
    let next = length.map_or(end, |length| at + length as u32 + 1);
    let text = &rest[..length.unwrap_or(rest.len())];
    let text = if length.is_some() { text.strip_suffix(b"\r").unwrap_or(text) } else { text };
    Some(Line { start: at, end: at + text.len() as u32, next })
}

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
