//! What can be typed after `netlint hook`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct HookArgs {
    #[command(subcommand)]
    pub(crate) command: HookCommand,
}

const EXAMPLES: &str = "\
Examples:
  netlint hook install           check every journal of this repository before each commit
  netlint hook install people    only the one in this folder
  netlint hook status            what is there
  netlint hook uninstall         as if it had never been there";

#[derive(Debug, Subcommand)]
pub(crate) enum HookCommand {
    /// Write a pre-commit hook that checks what is staged
    ///
    /// A hook that is there is kept and runs first. Journals are merged by `netlint merge-driver` from then on.
    Install {
        /// Folders with journals [default: those with a netlint.toml, else the whole repository]
        #[arg(value_name = "FOLDER")]
        folders: Vec<PathBuf>,
    },
    /// Take the hook away, and bring back the one that was there before
    Uninstall,
    /// Say which hook is there; exits with 1 if it is not ours
    Status,
}
