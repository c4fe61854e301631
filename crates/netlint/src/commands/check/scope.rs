//! `netlint check --staged` and `--since`: what of the findings is looked at.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Result;
use check::Diagnostic;
use journal::Network;
use session::Snapshot;
use session::git::{Changed, Repository};

use crate::args::CheckArgs;
use crate::report::{LeftOut, Places};

/// Which findings are shown.
pub(super) enum Scope {
    All,
    /// Those in files that the next commit changes.
    Staged(BTreeSet<String>),
    /// Those on changed lines.
    Changed(Changed),
}

impl Scope {
    /// `staged`: the paths of the files that the next commit changes, where that is what is looked at.
    pub(super) fn new(
        args: &CheckArgs,
        root: &Path,
        snapshot: &Snapshot,
        staged: Option<BTreeSet<String>>,
    ) -> Result<Self> {
        match (&args.git.since, staged) {
            (Some(name), staged) => Ok(Self::Changed(changed(name, root, &snapshot.network, staged.is_some())?)),
            (None, Some(paths)) => Ok(Self::Staged(paths)),
            (None, None) => Ok(Self::All),
        }
    }

    pub(super) fn is_all(&self) -> bool {
        matches!(self, Self::All)
    }

    /// Takes the other findings away, and counts those that people would have been shown.
    pub(super) fn apply(&self, args: &CheckArgs, checked: &mut super::Checked) -> LeftOut {
        let network = &checked.snapshot.network;
        let mut places = Places::new(network);
        let mut is_shown = |it: &Diagnostic| {
            let path = &network.file(it.finding.place.file).path;
            match self {
                Self::All => true,
                Self::Staged(paths) => paths.contains(path),
                Self::Changed(changed) => {
                    let (start, end) = places.both(it.finding.place);
                    changed.touches(path, start.line, end.line)
                }
            }
        };
        let mut count = 0;
        checked.report.diagnostics.retain(|it| {
            let shown = is_shown(it);
            count += usize::from(!shown && it.level >= args.min_level.level());
            shown
        });
        checked.report.suppressed.retain(is_shown);
        match self {
            Self::All => LeftOut::Nothing,
            Self::Staged(paths) => LeftOut::NotStaged { count, nothing_is: paths.is_empty() },
            Self::Changed(_) => LeftOut::Older { count },
        }
    }
}

fn changed(name: &str, root: &Path, network: &Network, is_staged: bool) -> Result<Changed> {
    let repository = Repository::find(root)?;
    let revision = repository.revision(name)?;
    let root = root.canonicalize()?;
    // What is staged is compared as it would lie; a link on the disk is followed, since its file is what was read.
    let real = |path: PathBuf| if is_staged { path } else { path.canonicalize().unwrap_or(path) };
    let files = network.files.iter().map(|file| (real(root.join(&file.path)), file.path.as_str(), file.text.as_str()));
    Ok(revision.changes(files)?)
}
