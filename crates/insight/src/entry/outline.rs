//! A text by its headings.

use std::sync::Arc;

use journal::{Facts, Network, Settings, Source, Span};
use syntax::{Block, BlockKind, State};

/// A text, its blocks, and the sections of its headings.
pub(super) struct Outline<'a> {
    pub(super) text: &'a str,
    pub(super) blocks: Vec<Block>,
}

/// A heading with what stands below it, as indices into the blocks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    /// The heading.
    pub(super) head: usize,
    /// Its level.
    pub(super) level: u8,
    /// The next heading of any level.
    pub(super) own_end: usize,
    /// The next heading that is not below this one.
    pub(super) end: usize,
}

impl<'a> Outline<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut blocks = Vec::new();
        syntax::scan(text, Span::new(0, text.len() as u32), State::default(), &mut blocks);
        Self { text, blocks }
    }

    /// The section of the heading that holds this place.
    pub(super) fn section(&self, place: Span) -> Option<Section> {
        let head = self.blocks.partition_point(|block| block.span.end <= place.start);
        let BlockKind::Heading(level) = self.blocks.get(head)?.kind else { return None };
        let below = &self.blocks[head + 1..];
        let until = |is_end: &dyn Fn(u8) -> bool| {
            let is_end = |block: &Block| matches!(block.kind, BlockKind::Heading(level) if is_end(level));
            below.iter().position(is_end).map_or(self.blocks.len(), |length| head + 1 + length)
        };
        Some(Section { head, level, own_end: until(&|_| true), end: until(&|other| other <= level) })
    }

    /// The kind of the block at `at`.
    pub(super) fn kind(&self, at: usize) -> Option<BlockKind> {
        self.blocks.get(at).map(|block| block.kind)
    }

    /// Where the block at `at` begins; the end of the text past the last one.
    pub(super) fn start(&self, at: usize) -> u32 {
        self.blocks.get(at).map_or(self.text.len() as u32, |block| block.span.start)
    }

    /// How many lines are blank right before the block at `at`; `None` where nothing but a heading of a higher rank
    /// or nothing at all stands above it.
    pub(super) fn gap_before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        match self.kind(before)? {
            BlockKind::Blank if before == 0 => None,
            BlockKind::Blank => Some(self.blocks[before].span.text(self.text).matches('\n').count()),
            BlockKind::Heading(_) => None,
            _ => Some(0),
        }
    }
}

/// The network of one text alone.
pub(super) fn alone(text: &str, settings: &Settings) -> Network {
    let facts = Arc::new(Facts::read(text, false, &settings.vocabulary));
    let text = Arc::new(text.to_owned());
    Network::new(vec![Source { path: String::new(), text, facts, is_page: false, invalid: None }], settings)
}
