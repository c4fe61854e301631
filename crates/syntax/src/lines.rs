//! Lines, and from byte offsets to lines and columns.

use crate::span::Span;

/// Where each line of a text begins. Lines end with `\n`; a `\r` before it belongs to the line.
#[derive(Clone, Debug)]
pub struct LineIndex {
    pub(crate) starts: Vec<u32>,
}

/// A place as people count: line and column from 1, the column in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in Unicode scalar values.
    pub column: u32,
}

impl LineIndex {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let newlines = memchr::memchr_iter(b'\n', text.as_bytes());
        Self { starts: std::iter::once(0).chain(newlines.map(|at| at as u32 + 1)).collect() }
    }

    /// The number of lines; the text after the last newline counts as one, even if it is empty.
    pub fn len(&self) -> u32 {
        self.starts.len() as u32
    }

    /// Never: a text has at least one line.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The line, from 0, that holds the byte at `offset`.
    pub fn line(&self, offset: u32) -> u32 {
        (self.starts.partition_point(|&start| start <= offset) as u32).saturating_sub(1)
    }

    /// The offset at which `line`, from 0, begins; the last line's for lines past the end.
    pub fn start(&self, line: u32) -> u32 {
        let last = self.starts.len() - 1;
        self.starts[(line as usize).min(last)]
    }

    /// The place of `offset` in `text`, which must be the text that was indexed. An offset within a character
    /// counts as that character's.
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.line(offset);
        let before = &text.as_bytes()[self.start(line) as usize..(offset as usize).min(text.len())];
        let column = before.iter().filter(|&&byte| !is_continuation(byte)).count() as u32 + 1;
        Position { line: line + 1, column }
    }
}

/// Whether a byte of UTF-8 is not the first of its character.
fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

/// A line: where it begins, where its text ends, where the next begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Offset of its first byte.
    pub start: u32,
    /// Offset after its text, before its `\n` or `\r\n`.
    pub end: u32,
    /// Offset of the next line.
    pub next: u32,
}

/// The lines of a stretch of text, which begins and ends where lines do.
pub fn lines(text: &str, span: Span) -> impl Iterator<Item = Line> {
    std::iter::successors(next_line(text, span.start, span.end), move |line| next_line(text, line.next, span.end))
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
