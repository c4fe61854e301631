//! A document that is open in the editor.

use std::sync::Arc;

use syntax::{Encoding, LineIndex, Span};
use tower_lsp::gen_lsp_types::{Range, TextDocumentContentChangeEvent as Change, Uri};

use crate::from_proto;

/// A document that is open in the editor: what it holds there, whatever is on the disk.
#[derive(Debug)]
pub(crate) struct Document {
    /// Its URI as the client spells it.
    pub(crate) uri: Uri,
    /// What kind of text the client takes it for.
    pub(crate) language: String,
    /// The version of the text.
    pub(crate) version: i32,
    /// The text.
    pub(crate) text: Arc<String>,
    lines: LineIndex,
}

impl Document {
    /// A document that was opened.
    pub(crate) fn new(uri: Uri, language: String, version: i32, text: String) -> Self {
        let lines = LineIndex::for_editors(&text, false);
        Self { uri, language, version, text: Arc::new(text), lines }
    }

    /// Takes changes over, each upon the result of the one before.
    pub(crate) fn change(&mut self, version: i32, changes: Vec<Change>, encoding: Encoding) {
        for change in changes {
            match change {
                Change::TextDocumentContentChangePartial(change) => self.replace(change.range, &change.text, encoding),
                Change::TextDocumentContentChangeWholeDocument(change) => {
                    self.lines = LineIndex::for_editors(&change.text, false);
                    self.text = Arc::new(change.text);
                }
            }
        }
        self.version = version;
    }

    fn replace(&mut self, range: Range, new: &str, encoding: Encoding) {
        let Span { start, end } = from_proto::span(range, &self.text, &self.lines, encoding);
        // Whoever still reads the old text keeps it.
        let text = Arc::make_mut(&mut self.text);
        text.replace_range(start as usize..end as usize, new);
        self.lines.splice(text, Span::new(start, end), new.len() as u32);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tower_lsp::gen_lsp_types::{
        Position, TextDocumentContentChangePartial, TextDocumentContentChangeWholeDocument,
    };

    use super::*;

    /// Where a position is, found in the plainest way.
    fn naive(text: &str, at: Position, encoding: Encoding) -> usize {
        let mut rest = text;
        for _ in 0..at.line {
            let Some(end) = rest.find(['\n', '\r']) else { return text.len() };
            let length = if rest[end..].starts_with("\r\n") { 2 } else { 1 };
            rest = &rest[end + length..];
        }
        let line = rest.split(['\n', '\r']).next().unwrap_or_default();
        let start = text.len() - rest.len();
        let fits = |end: &usize| encoding.length(&line[..*end]) <= at.character;
        let ends = (0..=line.len()).filter(|end| line.is_char_boundary(*end));
        start + ends.rev().find(fits).unwrap_or_default()
    }

    fn position() -> impl Strategy<Value = Position> {
        let number = |small: u32| prop_oneof![8 => 0..small, 1 => Just(u32::MAX)];
        (number(6), number(9)).prop_map(|(line, character)| Position { line, character })
    }

    proptest! {
        #[test]
        fn edits_make_the_text_that_the_editor_has(
            text in "[ab\r\n😀é]{0,30}",
            edits in prop::collection::vec((position(), position(), "[xy\r\n😀]{0,5}", 0..12u8), 1..12),
            encoding in prop_oneof![Just(Encoding::Utf8), Just(Encoding::Utf16), Just(Encoding::Utf32)],
        ) {
            let mut model = text.clone();
            let mut changes = Vec::new();
            for (start, end, new, kind) in edits {
                if kind == 0 {
                    model.clone_from(&new);
                    changes.push(Change::from(TextDocumentContentChangeWholeDocument { text: new }));
                    continue;
                }
                let (a, b) = (naive(&model, start, encoding), naive(&model, end, encoding));
                model.replace_range(a.min(b)..a.max(b), &new);
                let range = Range { start, end };
                changes.push(Change::from(TextDocumentContentChangePartial { range, text: new, ..Default::default() }));
            }
            let mut document = Document::new(Uri(String::new()), String::new(), 0, text);
            document.change(7, changes, encoding);
            prop_assert_eq!(document.text.as_str(), model);
            prop_assert_eq!(document.version, 7);
        }
    }
}
