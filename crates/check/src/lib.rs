//! The rules of netlint: a network of people in, diagnostics and fixes out.
//!
//! A rule is one file in `src/rules/GROUP/`, named as the rule: its page, level, options and check. Levels,
//! suppression and order belong to the runner. Nothing here reads files, clocks or the environment.

mod asks;
mod baseline;
mod diagnostic;
mod fields;
#[cfg(test)]
mod german;
mod identity;
mod levels;
mod own;
mod page;
#[cfg(test)]
mod pages;
mod plan;
mod rule;
mod rules;
mod runner;
mod silence;
mod suppress;
#[cfg(test)]
mod testing;
mod words;

pub use baseline::Baseline;
pub use diagnostic::{Diagnostic, Edit, Finding, Fix, Related};
pub use fields::{below_front_matter, set_fields};
pub use identity::Identity;
pub use levels::{Levels, Loudness, Selector};
pub use own::{Broken, OwnCheck, PLUGIN_ERROR, own};
pub use page::{index, page, url};
pub use plan::Plan;
pub use rule::{Check, Group, Level, Rule, Setting};
pub use rules::{all as rules, find as rule, find_group as group, in_group};
pub use runner::{Report, check};
pub use silence::{Reach, silence};
pub use syntax::edited;
pub use words::{every, nearest};
