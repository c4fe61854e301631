//! What can be typed after `netlint triage`.

use clap::Args;

#[derive(Debug, Args)]
#[command(after_help = TRIAGE_EXAMPLES)]
pub(crate) struct TriageArgs {
    /// Ask about nobody: pause those who are overdue so that they become due one after the other
    #[arg(long)]
    pub(crate) spread: bool,
    /// Write without asking once more
    #[arg(short, long)]
    pub(crate) yes: bool,
    /// Show what would be written, and write nothing
    #[arg(long, visible_alias = "diff")]
    pub(crate) dry_run: bool,
}

const TRIAGE_EXAMPLES: &str = "\
Examples:
  netlint triage                      one person at a time: a circle, a cadence, a pause, or later
  netlint triage --spread             not everybody at once
  netlint triage --spread --dry-run   show the difference and write nothing

Exit codes: 0 done, 1 --dry-run would write, 2 it could not do its work.";
