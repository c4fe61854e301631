//! Rules of one's own: made at run time, and treated like all others.

use journal::Place;
use messages::{Texts, say};

use crate::diagnostic::Finding;
use crate::rule::{Check, Find, Group, Level, Rule, rule};

/// What a rule of one's own finds, or why it broke.
pub type OwnCheck = dyn Fn(&Check<'_>) -> Result<Vec<Finding>, Broken> + Send + Sync;

/// A rule of one's own broke: it is off for the rest of the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// What it looked at.
    pub place: Place,
    /// Where the rule stands: `netlint.toml:12`.
    pub origin: String,
    /// Why, in one line.
    pub message: String,
}

/// Makes a rule of one's own. It lives as long as the program, so that it can be used like a built-in one: whoever
/// makes the same rule twice should keep the first.
pub fn own(name: &str, level: Level, docs: String, check: Box<OwnCheck>) -> &'static Rule {
    Box::leak(Box::new(Rule {
        name: name.to_owned().leak(),
        group: Group::Own,
        level,
        docs: docs.leak(),
        options: &[],
        texts: Texts::new("", ""),
        check: Find::Own(check),
    }))
}

/// The rule that speaks when one of one's own breaks.
pub static PLUGIN_ERROR: &Rule = &RULE;

rule! {
    /// A rule of your own broke, and is off for this check.
    ///
    /// ## Why
    ///
    /// A rule that breaks finds nothing more, and nobody should take its silence for health. It stands at what the
    /// rule looked at when it broke, and names the line at which the rule is written.
    name: "plugin-error",
    group: Own,
    level: Warning,
    english: "
        message = the rule { $rule } ({ $origin }) is off for this check: { $why }
        help = mend its `when` or `message`; `netlint rules test` tries it
    ",
    german: "
        title = Eine eigene Regel ist gescheitert und schweigt für diese Prüfung
        message = die Regel { $rule } ({ $origin }) schweigt für diese Prüfung: { $why }
        help = berichtige ihr `when` oder `message`; `netlint rules test` probiert sie aus
    ",
    check: |_, _| {},
}

/// What is found when `rule` broke; `check` is that of [`PLUGIN_ERROR`].
pub(crate) fn finding(check: &Check<'_>, rule: &Rule, broken: Broken) -> Finding {
    let Broken { place, origin, message } = broken;
    Finding::new(place, say!(check, "message", rule = rule.name, origin, why = message)).help(say!(check, "help"))
}
