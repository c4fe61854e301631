//! One file for each command.

pub(crate) mod check;
pub(crate) mod explain;
pub(crate) mod fmt;
pub(crate) mod open;
pub(crate) mod rules;
