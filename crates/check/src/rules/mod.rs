//! The rules, one file each, in folders by group.

pub(crate) mod care;
pub(crate) mod courtesy;
pub(crate) mod format;
pub(crate) mod quality;
pub(crate) mod reciprocity;
pub(crate) mod tact;

use crate::rule::{Group, Rule};

/// The rule that runs when all others have spoken.
pub(crate) const UNUSED_SUPPRESSION: &str = "unused-suppression";

/// All rules, by group, in the order of the specification.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    Group::ALL.into_iter().flat_map(in_group)
}

/// The rules of a group.
pub fn in_group(group: Group) -> impl Iterator<Item = &'static Rule> {
    let rules = match group {
        Group::Format => format::RULES,
        Group::Care => care::RULES,
        Group::Reciprocity => reciprocity::RULES,
        Group::Courtesy => courtesy::RULES,
        Group::Tact => tact::RULES,
        Group::Quality => quality::RULES,
        // They are known to the levels only.
        Group::Own => &[],
    };
    rules.iter().copied()
}

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.name == name)
}

/// The group of this name.
pub fn find_group(name: &str) -> Option<Group> {
    Group::ALL.into_iter().chain([Group::Own]).find(|group| group.name() == name)
}
