//! Names of rules, and directives.

use super::list::List;
use super::{About, CompletionKind};

/// All that can be said to netlint.
const DIRECTIVES: [&str; 4] =
    ["netlint-disable-next-line", "netlint-disable", "netlint-enable", "netlint-disable-file"];

/// The names of rules.
pub(crate) fn names(list: &mut List) {
    for rule in check::rules() {
        if let Some(item) = list.push(CompletionKind::Rule, rule.name, rule.name.to_owned(), rule.name) {
            item.detail(rule.group.name()).about(About::Rule(rule.name.to_owned()));
        }
    }
}

/// The names of directives.
pub(crate) fn directives(list: &mut List) {
    for name in DIRECTIVES {
        list.push(CompletionKind::Rule, name, name.to_owned(), name);
    }
}
