//! What is open between two lines.

use crate::reference::Rule;

/// What is open between two lines. Reading may stop after any line and go on with this.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// From the outermost to the innermost.
    pub(crate) containers: Vec<Container>,
    pub(crate) leaf: Leaf,
}

impl State {
    /// Whether code or HTML is open at the top level, which no heading ends.
    pub fn is_opaque(&self) -> bool {
        self.containers.is_empty() && matches!(self.leaf, Leaf::Fence { .. } | Leaf::Html(_))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    Quote,
    Item {
        /// The column at which its content begins.
        offset: u32,
        is_bullet: bool,
        /// It has no content yet: a blank line ends it.
        is_empty: bool,
    },
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Leaf {
    #[default]
    None,
    Paragraph,
    Fence {
        mark: u8,
        length: u32,
    },
    /// An HTML block that the given rule of the grammar ends, or a blank line where there is none.
    Html(Option<Rule>),
}
