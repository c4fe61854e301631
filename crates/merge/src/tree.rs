//! A journal as a tree: sections in sections, each with what stands below its heading.

use std::ops::Range;

use gix_imara_diff::Token;
use syntax::Context;

use crate::unit::{Rank, Unit};

/// A text that was read for merging.
#[derive(Debug)]
pub(crate) struct Tree {
    /// All units in their order.
    pub(crate) units: Vec<Unit>,
    /// The whole text; it has no heading.
    pub(crate) root: Section,
    /// The blank lines at the end.
    pub(crate) tail: Range<usize>,
}

/// A heading and what stands below it.
#[derive(Debug)]
pub(crate) struct Section {
    /// 0 for the whole text.
    pub(crate) level: u8,
    pub(crate) key: Key,
    /// How items are read below it, where it decides that.
    pub(crate) context: Option<Context>,
    /// All its units, the heading first.
    pub(crate) units: Range<usize>,
    /// Those between its heading and the first section in it.
    pub(crate) body: Range<usize>,
    pub(crate) children: Vec<Section>,
}

/// What makes a section the same in all versions.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Root,
    /// A day, by its number, however it is written.
    Day(i32),
    /// The person who is declared.
    Person(String),
    /// The person who is referred to.
    Reference(String),
    Plain(u8, String),
}

impl Tree {
    /// The numbers of a section's units: equal where the sections are.
    pub(crate) fn numbers(&self, units: &Range<usize>) -> impl Iterator<Item = Token> + '_ {
        self.units[units.clone()].iter().map(|unit| unit.number)
    }

    /// The lines of a section, without the blank ones around it.
    pub(crate) fn lines(&self, section: &Section) -> Range<usize> {
        let units = &self.units[section.units.clone()];
        let start = units.first().map_or(0, |unit| unit.text.start);
        start..units.last().map_or(start, |unit| unit.text.end)
    }

    pub(crate) fn rank(&self, section: &Section) -> Option<&Rank> {
        self.units.get(section.units.start)?.rank.as_ref()
    }
}
