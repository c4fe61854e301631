//! From the protocol's types to our own.

use syntax::{Encoding, LineColumn, LineIndex, Span};
use tower_lsp::gen_lsp_types::{Position, Range};

/// The offset of a position.
pub(crate) fn offset(at: Position, text: &str, lines: &LineIndex, encoding: Encoding) -> u32 {
    lines.offset(text, LineColumn { line: at.line, column: at.character }, encoding)
}

/// The stretch of a range. One that is the wrong way round is turned.
pub(crate) fn span(range: Range, text: &str, lines: &LineIndex, encoding: Encoding) -> Span {
    let offset = |at| offset(at, text, lines, encoding);
    let (start, end) = (offset(range.start), offset(range.end));
    Span::new(start.min(end), start.max(end))
}
