//! Why a configuration is not in force.

use session::ConfigError;
use syntax::{Encoding, LineColumn, LineIndex};
use tower_lsp::gen_lsp_types::{Diagnostic, DiagnosticSeverity, Position, Range, Uri};

use crate::to_proto;

/// Why a configuration is not in force, and where that is to be shown.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    /// The file, as the client spells it.
    pub(crate) uri: Uri,
    /// Its text.
    pub(crate) text: String,
    /// What is wrong.
    pub(crate) error: ConfigError,
}

impl Problem {
    /// The diagnostic: from where it is wrong to the end of the line.
    pub(crate) fn diagnostic(&self, encoding: Encoding) -> Diagnostic {
        let lines = LineIndex::for_editors(&self.text, true);
        let (line, column) = self.error.place.unwrap_or((1, 1));
        let line = line.saturating_sub(1);
        // The place counts characters from 1.
        let at = LineColumn { line, column: column.saturating_sub(1) };
        let start = lines.offset(&self.text, at, Encoding::Utf32);
        let end = lines.offset(&self.text, LineColumn { line, column: u32::MAX }, encoding);
        let position = |offset| to_proto::position(&self.text, &lines, offset, encoding);
        let range: Range = Range { start: position(start), end: position(end.max(start)) };
        Diagnostic {
            range,
            severity: Some(DiagnosticSeverity::Error),
            source: Some(to_proto::SOURCE.to_owned()),
            message: self.error.message.clone().into(),
            ..Diagnostic::default()
        }
    }
}

/// The very beginning of a file.
pub(crate) const BEGINNING: Range =
    Range { start: Position { line: 0, character: 0 }, end: Position { line: 0, character: 0 } };
