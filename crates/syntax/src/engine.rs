//! The engine that reads journals: the grammar, compiled when this crate is built.

include!(concat!(env!("OUT_DIR"), "/journal.rs"));
