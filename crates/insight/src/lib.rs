//! What a journal tells of people: who is due and why, how each tie stands, and statistics.
//!
//! Answers are plain data, made of a network and a day; the command line, the report page and editors show them each
//! in their own way. Nothing here reads files or clocks, or prints.

mod card;
pub mod entry;
mod faces;
mod fields;
mod find;
mod lineage;
mod list;
mod rename;
mod standing;
mod stats;
mod triage;

pub use card::{Card, Favor, Introduction, Moment, Occasion, Request, introductions};
pub use faces::{Face, faces};
pub use fields::{field, tags, told};
pub use find::{Meant, find};
pub use lineage::{Kin, Lineage};
pub use list::{Filter, Sort, list};
pub mod agenda;
mod words;

pub use agenda::Agenda;
pub use rename::{Refusal, person_of, rename};
pub use standing::Standing;
pub use stats::{Balance, CHANNELS, Cadences, Kept, Month, Overdue, Stats, Streak, Week, YEAR, by_day};
pub use triage::{spread, triage};
