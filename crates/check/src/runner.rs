//! Runs the rules: levels, suppression and order are decided here, so that a rule only finds.

use journal::{Day, Network, Settings};
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Finding};
use crate::levels::Levels;
use crate::own::{self, PLUGIN_ERROR};
use crate::rule::{Check, Find, Rule};
use crate::rules;
use crate::suppress::Suppressions;

/// What a check found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Everything that is to be shown, by file, place and rule.
    pub diagnostics: Vec<Diagnostic>,
    /// What the journal asks not to hear, in the same order.
    pub suppressed: Vec<Diagnostic>,
}

/// Checks a network on the day `today`. The same network, settings, levels and day give the same report.
pub fn check(network: &Network, settings: &Settings, levels: &Levels, today: Day) -> Report {
    let suppressions = Suppressions::new(network, levels, today);
    let run = |rule: &'static Rule| {
        let numbers = levels.numbers(rule);
        let check = Check { network, settings, levels, today, suppressions: &suppressions, numbers, rule };
        match &rule.check {
            Find::Builtin(find) => {
                let mut findings = Vec::new();
                find(&check, &mut findings);
                (rule, findings)
            }
            Find::Own(find) => match find(&check) {
                Ok(findings) => (rule, findings),
                Err(broken) => {
                    let check = Check { rule: PLUGIN_ERROR, ..check };
                    (PLUGIN_ERROR, vec![own::finding(&check, rule, broken)])
                }
            },
        }
    };
    // What hid nothing is known only when all others have spoken.
    let (last, first): (Vec<_>, Vec<_>) =
        levels.rules().filter(|rule| levels.is_on(rule)).partition(|rule| rule.name == rules::UNUSED_SUPPRESSION);
    let mut report = Report::default();
    for (rule, findings) in first.into_par_iter().map(run).collect::<Vec<_>>() {
        report.take(network, levels, &suppressions, rule, findings);
    }
    for rule in last {
        let (rule, findings) = run(rule);
        report.take(network, levels, &suppressions, rule, findings);
    }
    report.diagnostics.sort_by(in_order);
    report.suppressed.sort_by(in_order);
    report
}

/// By file, place and rule.
fn in_order(a: &Diagnostic, b: &Diagnostic) -> std::cmp::Ordering {
    let key =
        |it: &Diagnostic| (it.finding.place.file, it.finding.place.span.start, it.rule.name, it.finding.place.span.end);
    key(a).cmp(&key(b)).then_with(|| a.finding.message.cmp(&b.finding.message))
}

impl Report {
    fn take(
        &mut self,
        network: &Network,
        levels: &Levels,
        suppressions: &Suppressions,
        rule: &'static Rule,
        findings: Vec<Finding>,
    ) {
        for finding in findings {
            let path = &network.file(finding.place.file).path;
            let Some(level) = levels.level_in(rule, path) else { continue };
            if suppressions.hides(network, rule, &finding) {
                self.suppressed.push(Diagnostic { rule, level, finding });
            } else {
                self.diagnostics.push(Diagnostic { rule, level, finding });
            }
        }
    }
}
