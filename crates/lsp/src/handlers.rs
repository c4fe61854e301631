//! One file for each feature.

pub(crate) mod actions;
pub(crate) mod configuration;
pub(crate) mod diagnostics;
pub(crate) mod documents;
pub(crate) mod files;
pub(crate) mod fix_all;
pub(crate) mod formatting;
pub(crate) mod lifecycle;
