//! One file for each feature.

pub(crate) mod actions;
mod assists;
pub(crate) mod completion;
pub(crate) mod configuration;
pub(crate) mod definition;
pub(crate) mod diagnostics;
pub(crate) mod documents;
pub(crate) mod files;
pub(crate) mod fix_all;
pub(crate) mod formatting;
pub(crate) mod hover;
pub(crate) mod lifecycle;
pub(crate) mod links;
pub(crate) mod place;
pub(crate) mod references;
pub(crate) mod rename;
