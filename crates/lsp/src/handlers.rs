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
pub(crate) mod folding;
pub(crate) mod formatting;
pub(crate) mod hints;
pub(crate) mod hover;
pub(crate) mod lenses;
pub(crate) mod lifecycle;
pub(crate) mod links;
pub(crate) mod place;
pub(crate) mod references;
pub(crate) mod rename;
pub(crate) mod selection;
pub(crate) mod symbols;
pub(crate) mod tokens;
pub(crate) mod typing;
