//! Blocks: whole lines that belong together.

use crate::span::Span;

/// What a block is to netlint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Blank lines.
    Blank,
    /// A heading of this level, 1 to 6; the body is its text.
    Heading(u8),
    /// An item of a bullet list at the top level; the body is its first paragraph.
    Item,
    /// What else stands in an item: further paragraphs, nested lists.
    Note,
    /// A paragraph, table, block quote or ordered list at the top level.
    Prose,
    /// Fenced or indented code.
    Code,
    /// An HTML block, comments among them.
    Html,
    /// A comment that speaks to netlint; the body is the comment.
    Directive,
    /// YAML front matter; the body is what stands between its marks.
    FrontMatter,
    /// A thematic break.
    Break,
}

/// Whole lines that belong together. The blocks of a text tile it: each begins where the one before ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// All its lines, with indentation, marks and line ends.
    pub span: Span,
    /// What is to be read of it, without marks and the last line's end.
    pub body: Span,
}
