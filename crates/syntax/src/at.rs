//! Places in a line, with their columns.

use crate::lines::Line;

/// A place in a line: the offset, the column of it, and the column at which the innermost container's content
/// begins. Columns count from 0; tabs stop at multiples of four.
#[derive(Clone, Copy)]
pub(crate) struct At {
    pub(crate) offset: u32,
    pub(crate) column: u32,
    pub(crate) base: u32,
}

impl At {
    /// The beginning of a line.
    pub(crate) fn line(line: Line) -> Self {
        Self { offset: line.start, column: 0, base: 0 }
    }

    pub(crate) fn indent(self) -> u32 {
        self.column.saturating_sub(self.base)
    }

    /// Behind the mark of a quote, and one blank that belongs to it.
    pub(crate) fn after_quote(self, text: &str) -> Self {
        let column = self.column + 1;
        let has_blank = matches!(text.as_bytes().get(self.offset as usize + 1), Some(b' ' | b'\t'));
        Self { offset: self.offset + 1, column, base: column + u32::from(has_blank) }
    }

    /// Passes blanks.
    pub(crate) fn skip(mut self, text: &str, line: Line) -> Self {
        for byte in &text.as_bytes()[self.offset as usize..line.end as usize] {
            match byte {
                b' ' => self.column += 1,
                b'\t' => self.column += 4 - self.column % 4,
                _ => break,
            }
            self.offset += 1;
        }
        self
    }
}
