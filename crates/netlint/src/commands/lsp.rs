//! `netlint lsp`: serves an editor.

use std::io::{self, IsTerminal, Write};
use std::path::absolute;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};
use lsp::{Clock, Options};
use session::Config;

use crate::args::Global;
use crate::clock;

/// So often it is looked whether another day has come, since computers sleep and travel.
const LOOK_AT_THE_CLOCK: Duration = Duration::from_secs(30);

pub(crate) fn run(global: &Global) -> Result<ExitCode> {
    let config = match &global.config {
        Some(path) => {
            Config::load(path)?;
            Some(absolute(path).with_context(|| format!("{}: cannot be found", path.display()))?)
        }
        None => None,
    };
    if io::stdin().is_terminal() {
        _ = writeln!(
            io::stderr(),
            "netlint lsp: this is for an editor to start; it waits for messages, Ctrl-D ends it"
        );
    }
    let fixed = global.today;
    let today = Box::new(move || fixed.unwrap_or_else(clock::today));
    let options = Options { clock: Clock { today, every: LOOK_AT_THE_CLOCK }, config };
    let is_down = lsp::serve(io::stdin(), io::stdout(), options).context("the language server cannot start")?;
    // The protocol asks for it: 1 where `exit` or the end came without `shutdown`.
    Ok(if is_down { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
