//! Tries an entry out, in memory and in a file of its own, in the light of the whole journal.

use check::{Diagnostic, Plan};
use insight::entry::Draft;
use journal::Day;
use session::{Change, Session, Snapshot};

use super::{REFUSED, Stranger};

/// The path of the file of its own, behind all others: what is new comes last.
const ENTRY: &str = "\u{10ffff}/entry";

/// What the rules say of an entry.
pub(super) struct Trial {
    /// Why it cannot be noted.
    pub(super) refusals: Vec<Diagnostic>,
    /// What is worth a word.
    pub(super) notes: Vec<Diagnostic>,
    /// Its first word is no verb, and it names nobody either.
    pub(super) has_no_verb: bool,
    /// The entry as it may be meant.
    pub(super) offer: Option<String>,
    /// Those who are not known, if that is all that is wrong.
    pub(super) strangers: Option<Vec<Stranger>>,
}

impl Trial {
    pub(super) fn new(session: &Session, draft: &Draft, strangers: &[Stranger], today: Day) -> Self {
        let mut session = session.clone();
        let snapshot = tried(&mut session, draft, &draft.line, strangers);
        let is_own = |snapshot: &Snapshot, it: &Diagnostic| snapshot.network.file(it.finding.place.file).path == ENTRY;
        let is_grave = |it: &Diagnostic| REFUSED.contains(&it.rule.name);
        let found = snapshot.check(today).diagnostics.into_iter().filter(|it| is_own(&snapshot, it));
        let (refusals, notes): (Vec<_>, Vec<_>) = found.partition(is_grave);
        let is_entry = |snapshot: &Snapshot| {
            let network = &snapshot.network;
            network.entries.last().is_some_and(|entry| network.file(entry.file).path == ENTRY)
        };
        let has_no_verb = !is_entry(&snapshot);
        let mut trial = Self { refusals, notes, has_no_verb, offer: None, strangers: None };
        if trial.is_fine() {
            return trial;
        }
        let line = if has_no_verb { with_verb(&snapshot, &draft.line) } else { Some(draft.line.clone()) };
        let mended = line.map(|line| mended(&mut session, draft, line, strangers, today));
        trial.offer = mended.filter(|mended| *mended != draft.line);
        let strangers = trial.refusals.iter().map(|it| stranger(&snapshot, it));
        trial.strangers = strangers.collect::<Option<Vec<_>>>().filter(|_| !has_no_verb);
        trial
    }

    pub(super) fn is_fine(&self) -> bool {
        self.refusals.is_empty() && !self.has_no_verb
    }
}

/// Those who are to be declared stand in the same file.
fn head(draft: &Draft, strangers: &[Stranger]) -> String {
    let people = strangers.iter().map(|it| format!("# {} @{}\n", it.name, it.handle));
    let people: Vec<String> = people.collect();
    format!("{}# {}\n- ", people.concat(), draft.day)
}

fn tried(session: &mut Session, draft: &Draft, line: &str, strangers: &[Stranger]) -> Snapshot {
    let text = format!("{}{line}\n", head(draft, strangers));
    session.apply(vec![Change::Set { path: ENTRY.to_owned(), bytes: text.into() }]);
    session.snapshot()
}

fn is_grave(found: &Diagnostic) -> bool {
    REFUSED.contains(&found.rule.name)
}

/// What is found in the entry.
fn found(snapshot: &Snapshot, today: Day) -> impl Iterator<Item = Diagnostic> + '_ {
    let is_own = |it: &Diagnostic| snapshot.network.file(it.finding.place.file).path == ENTRY;
    snapshot.check(today).diagnostics.into_iter().filter(is_own)
}

/// The line after all fixes, round by round.
fn mended(session: &mut Session, draft: &Draft, mut line: String, strangers: &[Stranger], today: Day) -> String {
    for _ in 0..session::MAX_ROUNDS {
        let snapshot = tried(session, draft, &line, strangers);
        let grave: Vec<Diagnostic> = found(&snapshot, today).filter(is_grave).collect();
        let texts = Plan::new(&snapshot.network, &grave);
        let next = texts
            .texts(&snapshot.network)
            .find_map(|(_, text)| Some(text.strip_prefix(&head(draft, strangers))?.strip_suffix('\n')?.to_owned()));
        match next {
            Some(next) => line = next,
            None => break,
        }
    }
    line
}

/// The line with the nearest verb in place of its first word.
fn with_verb(snapshot: &Snapshot, line: &str) -> Option<String> {
    /// Shorter words are near to everything.
    const SHORTEST: usize = 3;
    let start = line.find(char::is_alphabetic)?;
    let length = line[start..].find(|c: char| !c.is_alphabetic()).unwrap_or(line.len() - start);
    let (word, rest) = line[start..].split_at(length);
    let words = snapshot.config.settings.vocabulary.words();
    let near = check::nearest(word, words, 2).filter(|_| word.chars().count() >= SHORTEST)?;
    Some(format!("{}{near}{rest}", &line[..start]))
}

/// Whoever a finding says is not known.
fn stranger(snapshot: &Snapshot, found: &Diagnostic) -> Option<Stranger> {
    if found.rule.name != "unknown-handle" {
        return None;
    }
    let written = snapshot.network.text_at(found.finding.place);
    match written.strip_prefix("[[") {
        Some(link) => Some(Stranger::new(link.split(['|', ']']).next()?.trim(), true)),
        None => Some(Stranger::new(written.strip_prefix('@')?, false)),
    }
}
