//! What can be typed after `netlint rename`.

use clap::Args;
use clap_complete::ArgValueCandidates;

use crate::candidates;

#[derive(Debug, Args)]
#[command(after_help = RENAME_EXAMPLES)]
pub(crate) struct RenameArgs {
    /// The person's handle
    #[arg(value_name = "@OLD", add = ArgValueCandidates::new(candidates::handles))]
    pub(crate) old: String,
    /// The new handle
    #[arg(value_name = "@NEW")]
    pub(crate) new: String,
    /// Show what would be written, and write nothing
    #[arg(long, visible_alias = "diff")]
    pub(crate) dry_run: bool,
}

const RENAME_EXAMPLES: &str = "\
Examples:
  netlint rename @ada @lovelace             in headings, entries, fields and prose of every file
  netlint rename @ada @lovelace --dry-run   show the difference and write nothing
  netlint rename @ada @Ada                  write her with a capital

Exit codes: 0 renamed, 1 --dry-run would write, 2 it could not do its work.";
