//! What can be typed after `netlint lsp`.

use clap::Args;

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct LspArgs {
    /// What many editors add; there is no other way to talk
    #[arg(long, hide = true)]
    pub(crate) stdio: bool,
    /// Another one that editors add: the process to watch, which they say again later
    #[arg(long = "clientProcessId", value_name = "PID", hide = true)]
    pub(crate) client_process_id: Option<u32>,
}

const EXAMPLES: &str = "\
Examples:
  netlint lsp                       what an editor starts; you will not type it yourself
  NETLINT_TODAY=2026-12-24 nvim .   the same day for the server, however long it runs";
