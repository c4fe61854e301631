//! Lines and columns of many places.

use std::collections::HashMap;

use journal::{FileId, Network, Place};
use serde::Serialize;
use syntax::LineIndex;

/// A place as people and programs count: lines and columns from 1, columns in Unicode scalar values, offsets in
/// bytes from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Position {
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) offset: u32,
}

/// Finds positions. Asked in order of place, a line is walked but once, however long it is and however many
/// findings it has.
pub(crate) struct Places<'a> {
    network: &'a Network,
    files: HashMap<FileId, Known>,
}

struct Known {
    lines: LineIndex,
    last: Position,
}

impl<'a> Places<'a> {
    pub(crate) fn new(network: &'a Network) -> Self {
        Self { network, files: HashMap::new() }
    }

    /// Where a place starts and ends.
    pub(crate) fn both(&mut self, place: Place) -> (Position, Position) {
        (self.position(place.file, place.span.start), self.position(place.file, place.span.end))
    }

    fn position(&mut self, file: FileId, offset: u32) -> Position {
        let text = self.network.text(file);
        let known = self
            .files
            .entry(file)
            .or_insert_with(|| Known { lines: LineIndex::new(text), last: Position { line: 1, column: 1, offset: 0 } });
        let line = known.lines.line(offset) + 1;
        let from = if line == known.last.line && known.last.offset <= offset {
            known.last
        } else {
            Position { line, column: 1, offset: known.lines.start(line - 1) }
        };
        let between = text.get(from.offset as usize..offset as usize).unwrap_or_default();
        let found = Position { line, column: from.column + between.chars().count() as u32, offset };
        known.last = found;
        found
    }

    /// The bytes of the lines `first..=last`, counted from 1, without the last one's end.
    pub(crate) fn lines(&mut self, file: FileId, first: u32, last: u32) -> std::ops::Range<usize> {
        self.position(file, 0);
        let text = self.network.text(file);
        let Some(known) = self.files.get(&file) else { return 0..text.len() };
        let start = known.lines.start(first - 1) as usize;
        let end = if last >= known.lines.len() { text.len() } else { known.lines.start(last) as usize };
        let lines = &text[start..end];
        start..start + lines.trim_end_matches(['\n', '\r']).len()
    }
}
