//! What a journal tells of people: who is due and why, how each tie stands, and statistics.
//!
//! Answers are plain data, made of a network and a day; the command line, the report page and editors show them each
//! in their own way. Nothing here reads files or clocks, or prints.

pub mod entry;
mod rename;
mod standing;
mod triage;

pub use rename::{Refusal, person_of, rename};
pub use standing::Standing;
pub use triage::{spread, triage};
