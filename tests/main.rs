//! netlint from outside: the real binary on real folders.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::format_push_string,
    clippy::format_collect,
    reason = "a test may fail in any way, and builds its texts as it reads best"
)]

#[path = "bad_input.rs"]
mod bad_input;
#[path = "cases.rs"]
mod cases;
#[path = "check.rs"]
mod check;
#[path = "config.rs"]
mod config;
#[path = "documents.rs"]
mod documents;
#[path = "fixes.rs"]
mod fixes;
#[path = "german.rs"]
mod german;
#[path = "harness.rs"]
mod harness;
#[path = "log.rs"]
mod log;
#[path = "outputs.rs"]
mod outputs;
#[path = "rename.rs"]
mod rename;
#[path = "setup.rs"]
mod setup;
#[path = "suppressions.rs"]
mod suppressions;
#[path = "terminal.rs"]
mod terminal;
#[path = "tidy.rs"]
mod tidy;
#[path = "triage.rs"]
mod triage;
