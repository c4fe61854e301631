//! What was found, for people and for programs.

pub(crate) mod compact;
pub(crate) mod json;
mod places;
pub(crate) mod style;
mod summary;
pub(crate) mod text;

use std::path::Path;

use check::{Level, Report};
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
    /// No summary.
    pub(crate) is_quiet: bool,
}

impl View<'_> {
    /// The path of a file as it can be opened from the current folder.
    pub(crate) fn shown_path(&self, path: &str) -> String {
        let whole = self.root.join(path);
        let here = std::env::current_dir().unwrap_or_default();
        whole.strip_prefix(&here).unwrap_or(&whole).display().to_string()
    }
}
