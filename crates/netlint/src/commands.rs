//! One file for each command.

pub(crate) mod ask;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod doctor;
pub(crate) mod explain;
pub(crate) mod fmt;
pub(crate) mod hook;
pub(crate) mod init;
pub(crate) mod list;
pub(crate) mod log;
pub(crate) mod lsp;
pub(crate) mod man;
pub(crate) mod merge_driver;
pub(crate) mod next;
pub(crate) mod open;
pub(crate) mod own_rules;
pub(crate) mod reading;
pub(crate) mod rename;
pub(crate) mod report;
pub(crate) mod rules;
pub(crate) mod show;
pub(crate) mod staged;
pub(crate) mod stats;
pub(crate) mod triage;
pub(crate) mod watch;
