//! Findings that are known already.

use std::collections::BTreeMap;

use journal::Network;

use crate::diagnostic::Diagnostic;
use crate::identity::Identity;
use crate::runner::Report;

/// Known findings, and how many there are of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// How often each is known.
    pub known: BTreeMap<Identity, usize>,
}

impl Baseline {
    /// All findings of a report.
    pub fn of<'a>(network: &Network, diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Self {
        let mut known = BTreeMap::new();
        for diagnostic in diagnostics {
            *known.entry(Identity::of(network, diagnostic)).or_default() += 1;
        }
        Self { known }
    }

    /// Takes what is known out of a report. Gives what was taken out, and the baseline without what is not found any
    /// more. Of several that are alike, the first are taken.
    pub fn apply(&self, network: &Network, report: &mut Report) -> (Vec<Diagnostic>, Self) {
        let mut open = self.known.clone();
        let mut is_known = |diagnostic: &Diagnostic| match open.get_mut(&Identity::of(network, diagnostic)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        };
        let all = std::mem::take(&mut report.diagnostics);
        let (known, new): (Vec<_>, Vec<_>) = all.into_iter().partition(|diagnostic| is_known(diagnostic));
        report.diagnostics = new;
        let left = Self::of(network, &known);
        (known, left)
    }

    /// How many findings are known.
    pub fn len(&self) -> usize {
        self.known.values().sum()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}
