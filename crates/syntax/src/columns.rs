//! Lines and columns as editors count them: from 0, columns in the units of an encoding.

use crate::lines::LineIndex;
use crate::span::Span;

/// What columns count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of 16 bits, of which characters beyond the basic plane have two.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

/// A line and a column from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// The line.
    pub line: u32,
    /// The column, in the units of an [`Encoding`].
    pub column: u32,
}

impl Encoding {
    /// The length of a text in these units.
    pub fn length(self, text: &str) -> u32 {
        let length = match self {
            Self::Utf8 => text.len(),
            _ if text.is_ascii() => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
            Self::Utf32 => text.chars().count(),
        };
        length as u32
    }

    fn units(self, character: char) -> u32 {
        match self {
            Self::Utf8 => character.len_utf8() as u32,
            Self::Utf16 => character.len_utf16() as u32,
            Self::Utf32 => 1,
        }
    }
}

impl LineIndex {
    /// Finds the lines of `text` as editors do: a `\r` without `\n` ends one too. `hides_mark` says that the editor
    /// does not show a byte order mark at the beginning, so that columns do not count it.
    pub fn for_editors(text: &str, hides_mark: bool) -> Self {
        let first = if hides_mark && text.starts_with('\u{feff}') { 3 } else { 0 };
        let mut starts = vec![first];
        ends(text, Span::new(0, text.len() as u32), &mut starts);
        Self { starts }
    }

    /// Follows an edit: `old` was replaced by `length` bytes, and `text` is the result. Only the lines that it
    /// touches are read again. The index must be one [`for_editors`](Self::for_editors) that hides no mark.
    pub fn splice(&mut self, text: &str, old: Span, length: u32) {
        // A `\r` before the edit may have become the first half of an end, or no longer be one.
        let first = self.line(old.start.saturating_sub(1));
        let last = (self.line(old.end) + 1) as usize;
        let moved = |start: u32| start - old.len() + length;
        let until = self.starts.get(last).map_or(text.len() as u32, |start| moved(*start));
        let mut fresh = Vec::new();
        ends(text, Span::new(self.start(first), until), &mut fresh);
        // The end of the last line that was touched, if there is one, stands in the rest.
        fresh.pop_if(|start| self.starts.len() > last && *start >= until);
        let kept = first as usize + 1;
        let grown = kept + fresh.len();
        let rest = self.starts.split_off(last.min(self.starts.len()));
        self.starts.truncate(kept);
        self.starts.reserve(grown + rest.len() - kept);
        self.starts.append(&mut fresh);
        self.starts.extend(rest.into_iter().map(moved));
    }

    /// Where `offset` is, in `text`, which must be the text that was indexed. An offset within a character or a line
    /// end counts as the place before it.
    pub fn line_column(&self, text: &str, offset: u32, encoding: Encoding) -> LineColumn {
        let line = self.line(offset.min(text.len() as u32));
        let start = self.start(line);
        let end = offset.clamp(start, self.line_end(text, line).max(start));
        let mut end = end as usize;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        LineColumn { line, column: encoding.length(text.get(start as usize..end).unwrap_or_default()) }
    }

    /// The offset of a line and a column in `text`, which must be the text that was indexed. A column past the end is
    /// the line's end, a line past the end is the text's, and a column within a character is the one before it.
    pub fn offset(&self, text: &str, at: LineColumn, encoding: Encoding) -> u32 {
        if at.line >= self.len() {
            return text.len() as u32;
        }
        let (start, end) = (self.start(at.line), self.line_end(text, at.line));
        let line = text.get(start as usize..end as usize).unwrap_or_default();
        let mut column = 0;
        for (byte, character) in line.char_indices() {
            column += encoding.units(character);
            if column > at.column {
                return start + byte as u32;
            }
        }
        end.max(start)
    }

    /// Where the text of a line ends, before its `\n`, `\r` or `\r\n`.
    fn line_end(&self, text: &str, line: u32) -> u32 {
        let end = self.starts.get(line as usize + 1).copied().unwrap_or(text.len() as u32);
        let whole = text.get(self.start(line) as usize..end as usize).unwrap_or_default();
        let is_last = line + 1 >= self.len();
        let without = whole.strip_suffix('\n').unwrap_or(whole);
        let without = without.strip_suffix('\r').unwrap_or(without);
        if is_last { end } else { self.start(line) + without.len() as u32 }
    }
}

/// Where the lines begin whose ends stand in this stretch. The stretch itself ends at the end of a line or a text.
fn ends(text: &str, span: Span, starts: &mut Vec<u32>) {
    let bytes = &text.as_bytes()[..span.end as usize];
    let found = memchr::memchr2_iter(b'\n', b'\r', &bytes[span.start as usize..]).map(|at| at + span.start as usize);
    for at in found {
        if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
            starts.push(at as u32 + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    fn at(line: u32, column: u32) -> LineColumn {
        LineColumn { line, column }
    }

    #[test]
    fn columns_count_the_units_of_the_encoding() {
        let text = "x\n😀é@bob\r\nlast";
        let lines = LineIndex::for_editors(text, false);
        let bob = text.find("@bob").unwrap() as u32;
        let columns = ALL.map(|encoding| lines.line_column(text, bob, encoding));
        assert_eq!(columns, [at(1, 6), at(1, 3), at(1, 2)]);
        for (encoding, place) in ALL.into_iter().zip(columns) {
            assert_eq!(lines.offset(text, place, encoding), bob);
        }
        assert_eq!(lines.offset(text, at(1, 1), Encoding::Utf16), 2, "within a pair: before it");
        assert_eq!(lines.offset(text, at(1, u32::MAX), Encoding::Utf16), bob + 4, "before the line's end");
        assert_eq!(lines.offset(text, at(u32::MAX, 0), Encoding::Utf16), text.len() as u32);
        assert_eq!(lines.line_column(text, bob + 5, Encoding::Utf32), at(1, 6), "between \\r and \\n");
    }

    #[test]
    fn a_carriage_return_ends_a_line_and_other_separators_do_not() {
        let text = "a\rb\u{2028}c\r\nd\u{b}e\r";
        let lines = LineIndex::for_editors(text, false);
        assert_eq!(lines.len(), 4);
        assert_eq!(lines.line_column(text, text.len() as u32, Encoding::Utf8), at(3, 0));
    }

    #[test]
    fn a_hidden_mark_has_no_column() {
        let text = "\u{feff}ab";
        let (hidden, shown) = (LineIndex::for_editors(text, true), LineIndex::for_editors(text, false));
        assert_eq!(hidden.line_column(text, 4, Encoding::Utf16), at(0, 1));
        assert_eq!(hidden.line_column(text, 0, Encoding::Utf16), at(0, 0));
        assert_eq!(shown.line_column(text, 4, Encoding::Utf16), at(0, 2));
        assert_eq!(hidden.offset(text, at(0, 1), Encoding::Utf16), 4);
    }

    proptest! {
        #[test]
        fn an_edited_index_is_that_of_the_edited_text(
            text in "[ab\r\né😀]{0,24}", edits in prop::collection::vec((0..30usize, 0..10usize, "[c\r\n😀]{0,6}"), 1..6)
        ) {
            let mut text = text;
            let mut lines = LineIndex::for_editors(&text, false);
            for (start, length, new) in edits {
                let boundary = |mut at: usize| { while !text.is_char_boundary(at) { at -= 1; } at };
                let start = boundary(start.min(text.len()));
                let end = boundary((start + length).min(text.len()));
                text.replace_range(start..end, &new);
                lines.splice(&text, Span::new(start as u32, end as u32), new.len() as u32);
                prop_assert_eq!(&lines.starts, &LineIndex::for_editors(&text, false).starts, "{:?}", text);
            }
            for encoding in ALL {
                for (offset, character) in text.char_indices() {
                    if text[..offset].ends_with('\r') && character == '\n' { continue; }
                    let place = lines.line_column(&text, offset as u32, encoding);
                    prop_assert_eq!(lines.offset(&text, place, encoding), offset as u32, "{:?}", place);
                }
            }
        }
    }
}
