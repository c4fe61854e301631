//! What a shell may offer for an argument.

use check::{Group, Rule};
use clap_complete::CompletionCandidate;
use journal::Person;
use messages::Language;

use crate::args::{Color, Global};
use crate::commands::open::{Asked, open};
use crate::report::style::printable;

/// The rules.
pub(crate) fn rules() -> Vec<CompletionCandidate> {
    check::rules().map(rule).collect()
}

/// Rules and groups of rules.
pub(crate) fn selectors() -> Vec<CompletionCandidate> {
    let group = |group: Group| CompletionCandidate::new(group.name()).help(Some(group.motto(Language::English).into()));
    Group::ALL.into_iter().map(group).chain(check::rules().map(rule)).collect()
}

/// The people of the journal in the current folder: handles, then names that no shell could mistake for more. Nothing
/// where there is no journal.
pub(crate) fn handles() -> Vec<CompletionCandidate> {
    let global = Global { today: None, config: None, color: Color::Never, quiet: true, verbose: false };
    let Ok(opened) = open(&Asked::default(), &global, |_| {}) else { return Vec::new() };
    let network = opened.session.into_snapshot().network;
    let handle = |person: &Person| {
        CompletionCandidate::new(format!("@{}", person.handle)).help(Some(printable(&person.name).into()))
    };
    let name = |person: &Person| CompletionCandidate::new(&person.name).display_order(Some(1));
    let is_plain = |person: &&Person| person.name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.'));
    let names = network.people.iter().filter(is_plain).map(name);
    network.people.iter().map(handle).chain(names).collect()
}

fn rule(rule: &Rule) -> CompletionCandidate {
    CompletionCandidate::new(rule.name).help(Some(rule.summary().into()))
}
