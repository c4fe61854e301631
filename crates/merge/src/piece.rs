//! What a merged text is put together from.

use std::ops::Range;

/// One of the three versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Base,
    Ours,
    Theirs,
}

impl Side {
    pub(crate) const ALL: [Self; 3] = [Self::Base, Self::Ours, Self::Theirs];

    pub(crate) fn index(self) -> usize {
        self as usize
    }
}

/// Whole lines of one version: a range of its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) side: Side,
    pub(crate) range: Range<usize>,
}

/// Whole lines of the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// As one version has them.
    Lines(Stretch),
    /// Made of several versions.
    Made(String),
    /// What a person has to decide: what base, ours and theirs have here.
    Conflict([Range<usize>; 3]),
}

impl Piece {
    pub(crate) fn lines(side: Side, range: Range<usize>) -> Self {
        Self::Lines(Stretch { side, range })
    }
}
