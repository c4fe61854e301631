//! What can be typed after `netlint report`.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
#[command(after_help = REPORT_EXAMPLES)]
pub(crate) struct ReportArgs {
    /// Where the journal is: files and folders [default: this folder]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Write the page to this file; `-` is standard output
    #[arg(long, value_name = "FILE", required = true)]
    pub(crate) html: PathBuf,
}

const REPORT_EXAMPLES: &str = "\
Examples:
  netlint report --html network.html   one page that needs nothing else: open it in a browser, or print it
  netlint report --html -              the same on standard output";
