//! Tests that need the inside of the crate.

mod oracle;
#[path = "../tests/support/random_grammar.rs"]
mod random_grammar;
mod unsupported;
