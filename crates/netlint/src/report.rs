//! What was found, for people and for programs.

mod ago;
mod chart;
pub(crate) mod compact;
pub(crate) mod diff;
mod frame;
pub(crate) mod github;
pub(crate) mod gitlab;
pub(crate) mod html;
mod identity;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod list;
pub(crate) mod names;
pub(crate) mod next;
mod places;
pub(crate) mod sarif;
pub(crate) mod show;
pub(crate) mod statistics;
pub(crate) mod stats;
pub(crate) mod style;
pub(crate) mod summary;
mod table;
pub(crate) mod text;

pub(crate) use places::Places;

use std::path::Path;

use check::{Diagnostic, Level, Report};
use journal::{Day, Network};
use messages::Messages;

/// All that a report needs.
pub(crate) struct View<'a> {
    pub(crate) network: &'a Network,
    pub(crate) report: &'a Report,
    pub(crate) today: Day,
    /// In the language of the configuration.
    pub(crate) messages: Messages<'static>,
    /// The journal's folder.
    pub(crate) root: &'a Path,
    /// People are shown findings from this level on.
    pub(crate) min_level: Level,
    /// What was mended before, if that was asked for.
    pub(crate) mended: Option<Mended>,
    /// What a baseline knows, if there is one.
    pub(crate) known: Option<Known>,
    /// What was found and not asked for.
    pub(crate) left_out: LeftOut,
    /// At most so many findings are shown to people.
    pub(crate) most: Option<usize>,
    /// No summary.
    pub(crate) is_quiet: bool,
}

/// What a baseline knew.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    /// Findings that are left out.
    pub(crate) found: usize,
    /// Findings that it knows and that are no more.
    pub(crate) solved: usize,
    /// Whether they were taken out of it.
    pub(crate) is_pruned: bool,
}

/// Findings that are left out, since git says that they are not about what is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LeftOut {
    Nothing,
    /// They are in files that the next commit leaves as they are; `nothing_is` staged at all.
    NotStaged {
        count: usize,
        nothing_is: bool,
    },
    /// They are on lines that are older than a revision.
    Older {
        count: usize,
    },
}

/// How much was mended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mended {
    pub(crate) findings: usize,
    pub(crate) files: usize,
}

impl<'a> View<'a> {
    /// What people are shown, if nothing limits how much.
    pub(crate) fn shown(&self) -> impl Iterator<Item = &'a Diagnostic> + use<'a> {
        let min_level = self.min_level;
        self.report.diagnostics.iter().filter(move |it| it.level >= min_level)
    }

    /// The path of a file as it can be opened from the current folder.
    pub(crate) fn shown_path(&self, path: &str) -> String {
        shown_path(self.root, path)
    }
}

/// The path of a file of the journal as it can be opened from the current folder.
pub(crate) fn shown_path(root: &Path, path: &str) -> String {
    let whole = root.join(path);
    let here = std::env::current_dir().unwrap_or_default();
    whole.strip_prefix(&here).unwrap_or(&whole).display().to_string()
}
