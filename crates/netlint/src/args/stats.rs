//! What can be typed after `netlint stats`.

use std::path::PathBuf;

use clap::Args;

use super::ListFormat;

#[derive(Debug, Args)]
#[command(after_help = STATS_EXAMPLES)]
pub(crate) struct StatsArgs {
    /// Where the journal is: files and folders [default: this folder]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// How to write the numbers
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: ListFormat,
}

const STATS_EXAMPLES: &str = "\
Examples:
  netlint stats                      contacts by week and month, channels, circles, favors, cadences
  netlint stats --today 2026-06-30   as it stood at the end of June
  netlint stats --format json        the same for programs";
