//! What can be typed after `netlint log`.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
#[command(after_help = LOG_EXAMPLES)]
pub(crate) struct LogArgs {
    /// What happened: a day, perhaps, and an entry [default: asks, or reads standard input, an entry a line]
    #[arg(value_name = "TEXT")]
    pub(crate) text: Vec<String>,
    /// When, if not today: a date, or words such as `yesterday`
    #[arg(long, value_name = "DAY")]
    pub(crate) on: Option<String>,
    /// The file to write to [default: the one that holds this time]
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Ask nothing: take what is offered, declare who is not known
    #[arg(short, long)]
    pub(crate) yes: bool,
    /// Show what would be written, and write nothing
    #[arg(long, visible_alias = "diff")]
    pub(crate) dry_run: bool,
}

const LOG_EXAMPLES: &str = "\
Examples:
  netlint log 'coffee with @ada: she is hiring'      below today's heading
  netlint log yesterday call @bob                    words need no quotation marks where the shell reads none of them
  netlint log '[ ] friday lunch with @ada'           a plan
  netlint log --on 20.11.2026 'got from @ada: an intro to @linus ^intro'
  netlint log                                        asks, and completes verbs, @handles and #tags
  netlint log < notes.txt                            an entry a line

Exit codes: 0 noted, 1 refused, or --dry-run would write, 2 it could not do its work.";
