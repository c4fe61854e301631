//! What `netlint check` can ask git for.

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct GitArgs {
    /// Check what is staged, as it is staged, instead of what is on the disk
    ///
    /// The whole journal is taken from git's index; findings are shown in the files that the next commit changes.
    #[arg(long, conflicts_with_all = WRITES)]
    pub(crate) staged: bool,
    /// Show only findings on lines that are new or different since this revision
    ///
    /// A commit, a branch or a tag; `main...` is where this branch left main. With --staged, what is staged is
    /// compared with it, instead of with the last commit.
    #[arg(long, value_name = "REV", allow_hyphen_values = true, conflicts_with_all = WRITES)]
    pub(crate) since: Option<String>,
}

/// What changes files on the disk, which are not what is looked at, or not all of it.
const WRITES: [&str; 6] = ["fix", "unsafe_fixes", "diff", "add_ignore", "write_baseline", "stdin_filename"];
