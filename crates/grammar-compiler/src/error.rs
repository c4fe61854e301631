//! Why a grammar cannot be compiled.

use std::fmt;

/// Why a grammar cannot be compiled.
///
/// Its `Display` is meant for the author of the grammar: it names the rule, says what stands in
/// the way and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompileError {
    message: String,
}

impl CompileError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }

    /// An error about one rule, in the form all of them share.
    pub(crate) fn in_rule(rule: &str, trouble: &str, remedy: &str) -> Self {
        Self::new(format!("rule `{rule}` {trouble}; {remedy}"))
    }
}

impl fmt::Display for CompileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for CompileError {}
