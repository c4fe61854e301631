//! The syntax of netlint journals: text to blocks to typed nodes.
//!
//! `grammar/journal.pest` is the only definition of the syntax. Reading never fails: every text is tiled by
//! [`Block`]s, and a line that is not understood is prose. Nothing here knows people; that is the crate
//! `netlint-journal`.
//!
//! ```
//! use syntax::{BlockKind, Context, Item, ItemKind, Reader, Span, State};
//!
//! let text = "## 2026-11-03\n- coffee with @ada: she is hiring\n";
//! let mut blocks = Vec::new();
//! syntax::scan(text, Span::new(0, text.len() as u32), State::default(), &mut blocks);
//! assert_eq!(blocks[1].kind, BlockKind::Item);
//!
//! let mut item = Item::default();
//! Reader::default().item(text, blocks[1].body, Context::Date, &mut item);
//! assert_eq!(item.kind, ItemKind::Entry);
//! assert_eq!(item.participants[0].name.text(text), "ada");
//! assert_eq!(item.text.text(text), "she is hiring");
//! ```

mod at;
mod beginning;
mod block;
mod blocks;
mod bullet;
mod columns;
mod cuts;
mod edited;
mod engine;
mod explain;
mod lines;
mod nodes;
#[cfg(test)]
mod oracle;
mod reference;
mod span;
mod spoken;
mod state;
mod values;

pub use block::{Block, BlockKind};
pub use blocks::{scan, scan_bullets};
pub use bullet::Bullet;
pub use columns::{Encoding, LineColumn};
pub use cuts::cuts;
pub use edited::{edited, with_line_ends};
pub use explain::{Expected, Wanted, explain_entry};
pub use lines::{Line, LineIndex, Position, lines};
pub use nodes::{Context, Heading, Item, ItemKind, Mention, Reader, Task};
#[doc(hidden)]
pub use reference::engines_agree;
pub use span::Span;
pub use spoken::{Spoken, SpokenDay};
pub use state::State;
pub use values::{Born, Directive, Every, ListItem, Pause, RuleName, Unit};
