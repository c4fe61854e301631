//! Merges by lines: whole files that cannot be read as journals, and the lines of one entry or paragraph.

use std::ops::Range;

use crate::diff::{Changed, Numbers, Region, regions};
use crate::piece::{Piece, Side};
use crate::version::Versions;
use crate::words;

/// Lines of one version: where each begins, and where the last ends.
struct Lines<'a> {
    bytes: &'a [u8],
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(bytes: &'a [u8], range: Range<usize>) -> Self {
        let ends = memchr::memchr_iter(b'\n', &bytes[range.clone()]).map(|at| range.start + at + 1);
        Self { bytes, starts: std::iter::once(range.start).chain(ends).collect() }
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    fn bytes_of(&self, lines: &Range<usize>) -> Range<usize> {
        self.starts[lines.start]..self.starts[lines.end]
    }

    fn line(&self, number: usize) -> &'a [u8] {
        &self.bytes[self.starts[number]..self.starts[number + 1]]
    }

    fn all(&self) -> impl Iterator<Item = &'a [u8]> + '_ {
        (0..self.len()).map(|number| self.line(number))
    }
}

/// Merges whole files.
pub(crate) fn whole(versions: &Versions) -> Vec<Piece> {
    let bytes = Side::ALL.map(|side| versions.get(side).bytes.as_slice());
    merge(bytes, bytes.map(|bytes| 0..bytes.len()), false)
}

/// Merges stretches. In an entry, lines are merged by words, and notes that both added are both taken.
pub(crate) fn merge(bytes: [&[u8]; 3], ranges: [Range<usize>; 3], is_entry: bool) -> Vec<Piece> {
    let mut ranges = ranges.into_iter();
    let lines = bytes.map(|bytes| Lines::new(bytes, ranges.next().unwrap_or_default()));
    let mut numbers = Numbers::new();
    let tokens = [0, 1, 2].map(|side| numbers.all(lines[side].all()));
    let mut pieces = Vec::new();
    for Region { by, ranges } in regions(&tokens[0], &tokens[1], &tokens[2]) {
        let of = |side: Side| lines[side.index()].bytes_of(&ranges[side.index()]);
        match by {
            Changed::Nobody | Changed::Ours | Changed::Alike => pieces.push(Piece::lines(Side::Ours, of(Side::Ours))),
            Changed::Theirs => pieces.push(Piece::lines(Side::Theirs, of(Side::Theirs))),
            Changed::Differently if is_entry => entry(&lines, &ranges, &mut pieces),
            Changed::Differently => pieces.push(Piece::Conflict(Side::ALL.map(of))),
        }
    }
    pieces
}

/// Lines of an entry that both changed.
fn entry(lines: &[Lines<'_>; 3], ranges: &[Range<usize>; 3], pieces: &mut Vec<Piece>) {
    let of = |side: Side| lines[side.index()].bytes_of(&ranges[side.index()]);
    let [base, ours, theirs] = Side::ALL.map(|side| ranges[side.index()].len());
    if base == 0 && [Side::Ours, Side::Theirs].iter().all(|side| are_notes(&lines[side.index()].bytes[of(*side)])) {
        pieces.extend([Side::Ours, Side::Theirs].map(|side| Piece::lines(side, of(side))));
    } else if base == ours && base == theirs {
        (0..base).for_each(|number| pieces.push(line(lines, [0, 1, 2].map(|side| ranges[side].start + number))));
    } else {
        pieces.push(Piece::Conflict(Side::ALL.map(of)));
    }
}

/// One line that has its counterpart in all three.
fn line(lines: &[Lines<'_>; 3], at: [usize; 3]) -> Piece {
    let [base, ours, theirs] = [0, 1, 2].map(|side| lines[side].line(at[side]));
    let of = |side: Side| lines[side.index()].bytes_of(&(at[side.index()]..at[side.index()] + 1));
    if ours == theirs || theirs == base {
        Piece::lines(Side::Ours, of(Side::Ours))
    } else if ours == base {
        Piece::lines(Side::Theirs, of(Side::Theirs))
    } else {
        words::merge(base, ours, theirs).map_or_else(|| Piece::Conflict(Side::ALL.map(of)), Piece::Made)
    }
}

/// Whether the first line is a nested item, so that others can stand before and after it.
fn are_notes(bytes: &[u8]) -> bool {
    let rest = bytes.trim_ascii_start();
    let is_indented = bytes.first().is_some_and(|byte| matches!(byte, b' ' | b'\t'));
    is_indented && matches!(rest, [b'-' | b'*' | b'+', b' ' | b'\t', ..])
}
