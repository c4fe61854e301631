//! Applies fixes until none is left, in memory.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use check::{Diagnostic, Level, Plan, Report};
use journal::Day;

use crate::{Change, Session, Snapshot};

/// After so many rounds fixes are taken to call for each other for ever.
pub const MAX_ROUNDS: usize = 10;

/// A journal after its fixes. Nothing is written yet.
#[derive(Debug)]
pub struct Fixed {
    /// The journal as it is afterwards.
    pub snapshot: Snapshot,
    /// What is still found in it.
    pub report: Report,
    /// The files that are different, in order of their paths.
    pub files: Vec<FixedFile>,
    /// How many findings of each rule were mended, by its name.
    pub mended: BTreeMap<&'static str, usize>,
    /// Findings whose fix would have brought an error that was not there, and was left out.
    pub left_out: Vec<Diagnostic>,
    /// The rules whose fixes had not come to an end after [`MAX_ROUNDS`] rounds; empty if all did.
    pub unsettled: Vec<&'static str>,
}

/// A file before and after.
#[derive(Clone, Debug)]
pub struct FixedFile {
    /// Its path below the journal's folder, with `/`.
    pub path: String,
    /// What it holds.
    pub before: Arc<String>,
    /// What it is to hold.
    pub after: Arc<String>,
}

/// What one finding says, wherever it stands.
type Said = (&'static str, String, String);

/// Applies the fixes of all findings that `is_wanted`, the most at a time that go together, checks again, and so on
/// until nothing is left to fix. A fix that would bring an error that was not there is left out.
pub fn fix(mut session: Session, today: Day, is_wanted: impl Fn(&Snapshot, &Diagnostic) -> bool) -> Fixed {
    let mut snapshot = session.snapshot();
    let mut report = snapshot.check(today);
    let first = snapshot.clone();
    let mut mended = BTreeMap::new();
    let mut refused: HashMap<Said, Diagnostic> = HashMap::new();
    let mut unsettled = Vec::new();
    for round in 0.. {
        let wanted: Vec<&Diagnostic> = report
            .diagnostics
            .iter()
            .filter(|it| it.finding.fix.is_some() && is_wanted(&snapshot, it))
            .filter(|it| !refused.contains_key(&said(&snapshot, it)))
            .collect();
        let plan = Plan::new(&snapshot.network, wanted.iter().copied());
        if plan.is_empty() {
            break;
        }
        let chosen: Vec<Diagnostic> = plan.mended.iter().map(|number| wanted[*number].clone()).collect();
        if round == MAX_ROUNDS {
            let names: HashSet<_> = chosen.iter().map(|it| it.rule.name).collect();
            unsettled = names.into_iter().collect();
            unsettled.sort_unstable();
            break;
        }
        let mut trial = Trial { session: &session, before: errors(&snapshot, &report), snapshot: &snapshot, today };
        let good = trial.good(&[], &chosen, &mut |bad| _ = refused.insert(said(&snapshot, bad), bad.clone()));
        for diagnostic in &good {
            *mended.entry(diagnostic.rule.name).or_default() += 1;
        }
        session.apply(changes(&snapshot, &good));
        snapshot = session.snapshot();
        report = snapshot.check(today);
    }
    let files = differences(&first, &snapshot);
    let mut left_out: Vec<Diagnostic> = refused.into_values().collect();
    left_out.sort_by_key(|it| (it.finding.place, it.rule.name));
    Fixed { snapshot, report, files, mended, left_out, unsettled }
}

/// Tries fixes out against one state of the journal.
struct Trial<'a> {
    session: &'a Session,
    snapshot: &'a Snapshot,
    before: HashMap<Said, usize>,
    today: Day,
}

impl Trial<'_> {
    /// Those of `chosen` that bring no new error together with `base`, which brings none. Most often all do; else
    /// halves are tried, so that a few bad ones among many are found soon.
    fn good(
        &mut self,
        base: &[Diagnostic],
        chosen: &[Diagnostic],
        refuse: &mut impl FnMut(&Diagnostic),
    ) -> Vec<Diagnostic> {
        let all = [base, chosen].concat();
        if !self.brings_errors(&all) {
            return all;
        }
        if let [bad] = chosen {
            refuse(bad);
            return base.to_vec();
        }
        let (left, right) = chosen.split_at(chosen.len() / 2);
        let base = self.good(base, left, refuse);
        self.good(&base, right, refuse)
    }

    fn brings_errors(&self, fixes: &[Diagnostic]) -> bool {
        let mut session = self.session.clone();
        session.apply(changes(self.snapshot, fixes));
        let snapshot = session.into_snapshot();
        has_more(&self.before, &errors(&snapshot, &snapshot.check(self.today)))
    }
}

/// Whether a journal has errors that it did not have before.
pub fn brings_errors(before: &Snapshot, after: &Snapshot, today: Day) -> bool {
    let errors = |snapshot: &Snapshot| errors(snapshot, &snapshot.check(today));
    has_more(&errors(before), &errors(after))
}

fn has_more(before: &HashMap<Said, usize>, after: &HashMap<Said, usize>) -> bool {
    after.iter().any(|(said, count)| before.get(said).is_none_or(|before| count > before))
}

fn changes(snapshot: &Snapshot, fixes: &[Diagnostic]) -> Vec<Change> {
    let network = &snapshot.network;
    let change = |(file, text): (_, String)| Change::Set { path: network.file(file).path.clone(), bytes: text.into() };
    Plan::new(network, fixes).texts(network).map(change).collect()
}

fn said(snapshot: &Snapshot, diagnostic: &Diagnostic) -> Said {
    let path = snapshot.network.file(diagnostic.finding.place.file).path.clone();
    (diagnostic.rule.name, path, diagnostic.finding.message.clone())
}

fn errors(snapshot: &Snapshot, report: &Report) -> HashMap<Said, usize> {
    let mut errors = HashMap::new();
    for diagnostic in report.diagnostics.iter().filter(|it| it.level == Level::Error) {
        *errors.entry(said(snapshot, diagnostic)).or_default() += 1;
    }
    errors
}

/// The same files in the same order, since fixes neither make nor remove files.
pub(crate) fn differences(before: &Snapshot, after: &Snapshot) -> Vec<FixedFile> {
    let pairs = before.network.files.iter().zip(&after.network.files);
    let changed = pairs.filter(|(before, after)| before.text != after.text);
    let file = |(before, after): (&journal::File, &journal::File)| FixedFile {
        path: before.path.clone(),
        before: Arc::clone(&before.text),
        after: Arc::clone(&after.text),
    };
    changed.map(file).collect()
}
