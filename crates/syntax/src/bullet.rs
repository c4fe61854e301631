//! The items of bulleted lists.

use crate::span::Span;

/// An item of a bulleted list at the top level, whatever stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bullet {
    /// Its lines, with the blank ones at its end, up to the line that does not belong to it.
    pub span: Span,
    /// Where its bullet stands.
    pub mark: u32,
    /// Where the content of its first line begins; the line's end where the bullet stands alone.
    pub content: u32,
    /// The column, from 0, at which its content begins: what is indented so far belongs to it.
    pub column: u32,
}
