//! Makes edits, in memory.

use std::collections::BTreeMap;

use check::{Edit, edited};
use journal::{FileId, Span};

use crate::fix::differences;
use crate::{Change, FixedFile, Session, Snapshot};

/// A journal before and after edits. Nothing is written yet.
#[derive(Debug)]
pub struct Edited {
    /// The journal as it was.
    pub before: Snapshot,
    /// The journal as it is afterwards.
    pub after: Snapshot,
    /// The files that are different, in order of their paths.
    pub files: Vec<FixedFile>,
}

/// Makes edits that do not overlap.
pub fn edit(mut session: Session, edits: &[Edit]) -> Edited {
    let before = session.snapshot();
    session.apply(changes(&before, edits));
    let after = session.into_snapshot();
    let files = differences(&before, &after);
    Edited { before, after, files }
}

pub(crate) fn changes(snapshot: &Snapshot, edits: &[Edit]) -> Vec<Change> {
    let mut by_file: BTreeMap<FileId, Vec<(Span, &str)>> = BTreeMap::new();
    for edit in edits {
        by_file.entry(edit.place.file).or_default().push((edit.place.span, &edit.text));
    }
    let network = &snapshot.network;
    let change = |(file, mut edits): (FileId, Vec<(Span, &str)>)| {
        edits.sort();
        Change::Set { path: network.file(file).path.clone(), bytes: edited(network.text(file), edits).into() }
    };
    by_file.into_iter().map(change).collect()
}
