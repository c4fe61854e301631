//! Silences findings, in memory, and looks whether they are silent.

use std::collections::BTreeMap;

use check::{Diagnostic, Identity, Reach};
use journal::Day;

use crate::edits::changes;
use crate::fix::differences;
use crate::{FixedFile, Session, Snapshot};

/// A journal with findings silenced. Nothing is written yet.
#[derive(Debug)]
pub struct Silenced {
    /// The journal as it is afterwards.
    pub snapshot: Snapshot,
    /// The files that are different, in order of their paths.
    pub files: Vec<FixedFile>,
    /// How many findings are silent now.
    pub silenced: usize,
    /// Those that could not be silenced.
    pub left: Vec<Diagnostic>,
}

/// Silences all findings that `is_wanted`, each as near as it can be: on its line or for its person; for the whole
/// file where that does not do.
pub fn silence(
    mut session: Session,
    today: Day,
    reason: Option<&str>,
    is_wanted: impl Fn(&Snapshot, &Diagnostic) -> bool,
) -> Silenced {
    let first = session.snapshot();
    let found = |snapshot: &Snapshot| -> Vec<Diagnostic> {
        let report = snapshot.check(today);
        report.diagnostics.into_iter().filter(|it| is_wanted(snapshot, it)).collect()
    };
    let wanted = found(&first);
    let asked = identities(&first, &wanted);
    let mut snapshot = first.clone();
    for reach in [Reach::Near, Reach::File] {
        // What is new here was not asked for, such as a directive that hides nothing.
        let open = found(&snapshot);
        let open = open.iter().filter(|it| asked.contains_key(&Identity::of(&snapshot.network, it)));
        let (edits, _) = check::silence(&snapshot.network, open, reach, reason);
        session.apply(changes(&snapshot, &edits));
        snapshot = session.snapshot();
    }
    let left: Vec<Diagnostic> =
        found(&snapshot).into_iter().filter(|it| asked.contains_key(&Identity::of(&snapshot.network, it))).collect();
    let files = differences(&first, &snapshot);
    let silenced = wanted.len().saturating_sub(left.len());
    Silenced { snapshot, files, silenced, left }
}

fn identities(snapshot: &Snapshot, diagnostics: &[Diagnostic]) -> BTreeMap<Identity, usize> {
    check::Baseline::of(&snapshot.network, diagnostics).known
}
