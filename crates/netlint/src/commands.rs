//! One file for each command.

pub(crate) mod ask;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod explain;
pub(crate) mod init;
pub(crate) mod log;
pub(crate) mod man;
pub(crate) mod open;
pub(crate) mod rename;
pub(crate) mod rules;
pub(crate) mod triage;
