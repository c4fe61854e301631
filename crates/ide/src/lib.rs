//! What stands at a place of a journal, and what an editor can say and do there.
//!
//! Each feature is a function of a journal and a place to plain data: files, byte offsets and text. Nothing here knows
//! a protocol, reads files or asks the clock. What stands at a place is found in one way, by [`Ide::at`].

mod assists;
mod at;
mod block;
mod completion;
mod context;
mod definition;
mod enter;
mod folding;
mod hints;
mod hover;
mod lenses;
mod linked;
mod links;
mod occurrences;
#[cfg(test)]
mod properties;
mod rename;
mod sections;
mod selection;
mod sheet;
mod symbols;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod texts;
mod tokens;
mod when;

pub use assists::{Assist, AssistKind, Deed};
pub use at::{At, Mentioned, What};
pub use completion::{About, Completion, CompletionKind, Completions};
pub use folding::{Fold, FoldKind};
pub use hints::Hint;
pub use hover::Hover;
pub use lenses::Lens;
pub use links::{Link, Target};
pub use occurrences::{Occurrence, Part};
pub use symbols::{Named, Symbol, SymbolKind};
pub use tokens::{Modifier, Token, TokenKind};

use check::Levels;
use journal::{Day, Network, Settings};

/// All that an answer may depend on.
#[derive(Clone, Copy, Debug)]
pub struct Ide<'a> {
    /// The people.
    pub network: &'a Network,
    /// What the configuration says of words, circles and language.
    pub settings: &'a Settings,
    /// Which rules are in force.
    pub levels: &'a Levels,
    /// The day it is.
    pub today: Day,
}
