//! The grammar as pest derives it: the reference engine.
//!
//! It explains what was expected where a text is not understood, and the tests hold the compiled engine against
//! it. Reading journals is the compiled engine's work.

use pest_derive::Parser;

/// The grammar's parser, as pest derives it.
#[derive(Debug, Parser)]
#[grammar = "grammar/journal.pest"]
pub(crate) struct Reference;
