//! The smallest things that are merged: headings, entries with their notes, paragraphs.

use std::ops::Range;

use gix_imara_diff::Token;

/// Whole lines of a journal that belong together, and the blank lines above them.
#[derive(Debug)]
pub(crate) struct Unit {
    pub(crate) kind: Kind,
    /// The blank lines above.
    pub(crate) gap: Range<usize>,
    /// All its lines: with the directive that speaks of it, and with an item's notes.
    pub(crate) text: Range<usize>,
    /// The heading or the item's first paragraph alone.
    pub(crate) core: Range<usize>,
    /// Units of the same text have the same number.
    pub(crate) number: Token,
    /// The key of a field, in the form in which keys are compared.
    pub(crate) key: Option<String>,
    /// What an order could be made by.
    pub(crate) rank: Option<Rank>,
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    FrontMatter,
    Heading,
    Item,
    /// Paragraphs, tables, code: whatever stands together without a blank line.
    Other,
}

/// What headings and dated items can be sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// The day's number.
    Day(i32),
    /// A person's name, in the form in which names are compared.
    Name(String),
}

impl Rank {
    /// Whether the two can be compared.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Day(_), Self::Day(_)) | (Self::Name(_), Self::Name(_)))
    }
}
