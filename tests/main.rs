//! netlint from outside: the real binary on real folders.

#[path = "bad_input.rs"]
mod bad_input;
#[path = "cases.rs"]
mod cases;
#[path = "check.rs"]
mod check;
#[path = "documents.rs"]
mod documents;
#[path = "harness.rs"]
mod harness;
#[path = "tidy.rs"]
mod tidy;
