//! The network of people in netlint journals.
//!
//! Each file is read on its own into [`Facts`]; all together make one [`Network`]: people, contacts, favors,
//! references, and the indices to ask. It knows no rules and no clock: what depends on the day takes it as an
//! argument.

mod build;
mod contact;
mod dates;
mod day;
mod entry;
mod facts;
mod front_matter;
mod ledger;
mod lower;
mod meaning;
/// How names and handles are compared.
pub mod names;
mod network;
mod outline;
mod person;
mod resolve;
mod settings;
mod ties;
mod vocabulary;

pub use build::Source;
pub use contact::Contact;
pub use dates::dates_in;
pub use day::{Day, Interval, Written};
pub use entry::{Anchor, Entry, EntryId, Meaning, Outsider, Participant, Reference, TextMention, Who};
pub use facts::Facts;
pub use ledger::{Favors, Requests, Thanks};
pub use network::{DatedHeading, File, LostHeading, NamedHeading, Network, Repeated, Section};
pub use outline::Outline;
pub use person::{Alias, Birthday, Cadence, Field, FileId, KEYS, Key, Kind, Person, PersonId, Place, Status};
pub use settings::{Circle, Settings};
pub use syntax::{Reader, Span, Spoken, SpokenDay};
pub use ties::Rhythm;
pub use vocabulary::{Act, BUILTIN, Builtin, Class, Direction, Verb, VerbId, Vocabulary};
