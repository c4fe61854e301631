//! Compiles a [pest](https://pest.rs) grammar to specialised Rust, at build time.
//!
//! [`compile`] takes the text of a `.pest` file and returns the source of a matcher that finds
//! exactly the tokens which `pest_derive`'s parser finds, several times as fast: character classes
//! become byte tables, scans become `memchr` calls, choices become a `match` on the next byte, and
//! the result is a flat `Vec` of 16-byte tokens.
//!
//! # Use
//!
//! ```no_run
//! // build.rs
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     println!("cargo::rerun-if-changed=src/line.pest");
//!     let grammar = std::fs::read_to_string("src/line.pest")?;
//!     let code = grammar_compiler::compile(&grammar, "super::Rule")?;
//!     let out = std::path::Path::new(&std::env::var("OUT_DIR")?).join("line.rs");
//!     Ok(std::fs::write(out, code)?)
//! }
//! ```
//!
//! and in the crate, which depends on `pest` (for the tables of Unicode properties) and `memchr`:
//!
//! ```ignore
//! #[derive(pest_derive::Parser)]
//! #[grammar = "line.pest"]
//! struct Reference; // brings the `Rule` enum, and an oracle for tests
//!
//! mod engine {
//!     include!(concat!(env!("OUT_DIR"), "/line.rs"));
//! }
//!
//! let mut tokens = Vec::new();
//! let end = engine::parse(Rule::line, "- call @ann", 0, &mut tokens);
//! ```
//!
//! # What the emitted source contains
//!
//! ```ignore
//! pub struct Token { pub rule: Rule, pub start: u32, pub end: u32, pub next: u32 }
//! pub fn parse(rule: Rule, input: &str, start: u32, tokens: &mut Vec<Token>) -> Option<u32>;
//! ```
//!
//! `parse` matches `rule` at the start of `input[start..]`, appends its tokens in pre-order with
//! byte offsets into `input`, and returns where the match ends; or it returns `None` and leaves
//! `tokens` as they were. `SOI` matches at `start`, so the result is what pest finds in
//! `&input[start..]`, with `start` added to the offsets. Offsets are `u32`: **refusing an input of
//! 4 GiB or more is the caller's duty.**

mod bytes;
mod class;
mod dispatch;
mod effects;
mod emit;
mod error;
mod grammar;
#[cfg(test)]
mod interpreter;
mod lower;
mod nodes;
mod program;
mod starts;
#[cfg(test)]
mod tests;

pub use error::CompileError;

/// Compiles a grammar's text to Rust source.
///
/// `rule_type` is the path of `pest_derive`'s `Rule` enum of the same grammar as seen from the
/// module that includes the source, for instance `super::Rule`.
pub fn compile(grammar: &str, rule_type: &str) -> Result<String, CompileError> {
    let rules = grammar::read(grammar)?;
    let program = lower::lower(&rules)?;
    Ok(emit::emit(&program, rule_type))
}
