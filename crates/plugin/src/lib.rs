//! Rules of one's own: a condition and a message as expressions over a person or an entry.
//!
//! The expressions are Rhai's without loops, functions, modules, files, clock and randomness; what they may use is
//! limited. A rule that breaks is off for the check, and says so. Nothing here reads files, clocks or the
//! environment.

mod definition;
mod engine;
mod example;
mod properties;
mod template;
#[cfg(test)]
mod tests;

pub use definition::{About, Definition, Wrong, compile};
pub use example::{Example, differences};
pub use properties::documented;
