//! What a shell may offer for an argument.

use check::{Group, Rule};
use clap_complete::CompletionCandidate;
use messages::Language;

/// The rules.
pub(crate) fn rules() -> Vec<CompletionCandidate> {
    check::rules().map(rule).collect()
}

/// Rules and groups of rules.
pub(crate) fn selectors() -> Vec<CompletionCandidate> {
    let group = |group: Group| CompletionCandidate::new(group.name()).help(Some(group.motto(Language::English).into()));
    Group::ALL.into_iter().map(group).chain(check::rules().map(rule)).collect()
}

fn rule(rule: &Rule) -> CompletionCandidate {
    CompletionCandidate::new(rule.name).help(Some(rule.summary().into()))
}
