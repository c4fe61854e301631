//! A new entry: what somebody typed, the file that it belongs into, and its place there.

mod calendar;
mod choose;
mod draft;
mod outline;
mod person;
mod place;
mod style;

pub use choose::{Choice, choose};
pub use draft::{Draft, Unread, day};
pub use person::{declare, people_file};
pub use place::{Insertion, first_text, place};
