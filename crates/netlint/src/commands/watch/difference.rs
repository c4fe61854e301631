//! What appeared and what was resolved between two checks.

use std::collections::HashMap;

use check::{Baseline, Diagnostic, Report};
use journal::Network;

use super::Checked;

/// The findings of one check that the other has not.
#[derive(Debug, Default)]
pub(super) struct Difference {
    /// As they are in the later.
    pub(super) appeared: Report,
    /// As they were in the earlier.
    pub(super) resolved: Report,
}

impl Difference {
    pub(super) fn between(before: &Checked, now: &Checked) -> Self {
        let mut appeared = others(now, before);
        let mut resolved = others(before, now);
        // Who adds a word to a line has not resolved what is said of it.
        let (old, new) = (&before.snapshot.network, &now.snapshot.network);
        let mut said: HashMap<_, usize> = HashMap::new();
        for diagnostic in &resolved.diagnostics {
            *said.entry(what(old, diagnostic)).or_default() += 1;
        }
        let mut again: HashMap<_, usize> = HashMap::new();
        appeared.diagnostics.retain(|it| match said.get_mut(&what(new, it)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                *again.entry(what(new, it)).or_default() += 1;
                false
            }
            _ => true,
        });
        resolved.diagnostics.retain(|it| match again.get_mut(&what(old, it)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        });
        Self { appeared, resolved }
    }
}

/// What is found in `these` and not in `those`, wherever it stands.
fn others(these: &Checked, those: &Checked) -> Report {
    let mut report = Report { diagnostics: these.report.diagnostics.clone(), suppressed: Vec::new() };
    let known = Baseline::of(&those.snapshot.network, &those.report.diagnostics);
    known.apply(&these.snapshot.network, &mut report);
    report
}

/// The rule, the file, and what it says.
fn what(network: &Network, diagnostic: &Diagnostic) -> (&'static str, String, String) {
    let path = network.file(diagnostic.finding.place.file).path.clone();
    (diagnostic.rule.name, path, diagnostic.finding.message.clone())
}
