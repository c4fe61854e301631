//! From pieces to the bytes of the merged file.

use std::ops::Range;

use crate::Merged;
use crate::piece::{Piece, Side};
use crate::version::Versions;

/// What stands between the markers of a conflict, as git's `merge.conflictStyle` has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ConflictStyle {
    /// Ours and theirs, where they differ.
    #[default]
    Merge,
    /// Ours, base and theirs as they are.
    Diff3,
    /// Ours and theirs where they differ, and base.
    Zdiff3,
}

/// How conflicts are written.
#[derive(Clone, Debug)]
pub struct Style {
    /// The length of the markers; at least 1.
    pub marker_size: usize,
    /// What stands between them.
    pub conflicts: ConflictStyle,
    /// What base, ours and theirs are called.
    pub labels: [String; 3],
}

impl Default for Style {
    fn default() -> Self {
        Self {
            marker_size: 7,
            conflicts: ConflictStyle::default(),
            labels: ["base", "ours", "theirs"].map(str::to_owned),
        }
    }
}

pub(crate) fn render(versions: &Versions, pieces: &[Piece], style: &Style) -> Merged {
    let mark = if versions.vote(|version| version.has_mark) { "\u{feff}" } else { "" };
    let mut out = Writer { versions, mark, bytes: Vec::new(), conflicts: 0 };
    for piece in pieces {
        match piece {
            Piece::Lines(stretch) => out.lines(stretch.side, stretch.range.clone()),
            Piece::Made(text) => {
                out.begin();
                out.made(text.as_bytes());
            }
            Piece::Conflict(ranges) => out.conflict(ranges.clone(), style),
        }
    }
    out.begin();
    let is_marked = matches!(pieces.last(), Some(Piece::Conflict(_)));
    if versions.vote(|version| version.is_open) && !is_marked {
        let text = out.bytes.strip_suffix(b"\n").unwrap_or(&out.bytes);
        let length = text.strip_suffix(b"\r").unwrap_or(text).len();
        out.bytes.truncate(length);
    }
    Merged { bytes: out.bytes, conflicts: out.conflicts }
}

struct Writer<'a> {
    versions: &'a Versions,
    /// The byte-order mark, as long as nothing stands behind it.
    mark: &'static str,
    bytes: Vec<u8>,
    conflicts: usize,
}

impl Writer<'_> {
    /// Writes the byte-order mark, if it still is to be written.
    fn begin(&mut self) {
        self.bytes.extend_from_slice(std::mem::take(&mut self.mark).as_bytes());
    }

    fn lines(&mut self, side: Side, range: Range<usize>) {
        if !range.is_empty() {
            self.begin();
        }
        let model = self.versions.model();
        let version = self.versions.get(side);
        let mut at = range.start;
        for line in version.bytes[range].split_inclusive(|byte| *byte == b'\n') {
            at += line.len();
            let own = (side == model).then(|| at - 1);
            self.line(line, own);
        }
    }

    fn made(&mut self, text: &[u8]) {
        text.split_inclusive(|byte| *byte == b'\n').for_each(|line| self.line(line, None));
    }

    /// `own`: where the line end stands in the version whose line ends the result has.
    fn line(&mut self, line: &[u8], own: Option<usize>) {
        let text = line.strip_suffix(b"\n").unwrap_or(line);
        self.bytes.extend_from_slice(text);
        // A carriage return of the text would else become a part of the line end.
        let is_crlf = text.ends_with(b"\r") || self.versions.get(self.versions.model()).is_crlf(own);
        self.bytes.extend_from_slice(if is_crlf { b"\r\n" } else { b"\n" });
    }

    fn conflict(&mut self, ranges: [Range<usize>; 3], style: &Style) {
        let [base, mut ours, mut theirs] = ranges;
        let first = ours.start;
        let mut last = ours.end..ours.end;
        if style.conflicts != ConflictStyle::Diff3 {
            (ours, theirs) = self.narrowed(ours, theirs);
            last = ours.end..last.end;
        }
        self.lines(Side::Ours, first..ours.start);
        // The marker begins its line: a byte-order mark stays with the texts that it was for.
        let mark = self.mark;
        self.marker(b'<', Some(&style.labels[1]), style);
        self.lines(Side::Ours, ours);
        if style.conflicts != ConflictStyle::Merge {
            self.marker(b'|', Some(&style.labels[0]), style);
            self.mark = mark;
            self.lines(Side::Base, base);
        }
        self.marker(b'=', None, style);
        self.mark = mark;
        self.lines(Side::Theirs, theirs);
        self.mark = "";
        self.marker(b'>', Some(&style.labels[2]), style);
        self.lines(Side::Ours, last);
        self.conflicts += 1;
    }

    /// Without the lines that both have at the beginning and at the end.
    fn narrowed(&self, ours: Range<usize>, theirs: Range<usize>) -> (Range<usize>, Range<usize>) {
        let lines = |side: Side, range: &Range<usize>| -> Vec<&[u8]> {
            self.versions.get(side).bytes[range.clone()].split_inclusive(|byte| *byte == b'\n').collect()
        };
        let (a, b) = (lines(Side::Ours, &ours), lines(Side::Theirs, &theirs));
        let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
        let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(a, b)| a == b).count();
        let bytes = |lines: &[&[u8]]| lines.iter().map(|line| line.len()).sum::<usize>();
        let (head, tail) = (bytes(&a[..head]), bytes(&a[a.len() - tail..]));
        (ours.start + head..ours.end - tail, theirs.start + head..theirs.end - tail)
    }

    fn marker(&mut self, mark: u8, label: Option<&str>, style: &Style) {
        let mut line = vec![mark; style.marker_size.max(1)];
        if let Some(label) = label.filter(|label| !label.is_empty()) {
            line.push(b' ');
            // A label is one line, whatever a branch is called.
            line.extend(label.bytes().filter(|byte| !byte.is_ascii_control()));
        }
        line.push(b'\n');
        self.made(&line);
    }
}
