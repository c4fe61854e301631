//! `netlint lsp`: serves an editor.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};
use lsp::Clock;

use crate::args::Global;
use crate::clock;

/// So often it is looked whether another day has come, since computers sleep and travel.
const LOOK_AT_THE_CLOCK: Duration = Duration::from_secs(30);

pub(crate) fn run(global: &Global) -> Result<ExitCode> {
    let fixed = global.today;
    let today = Box::new(move || fixed.unwrap_or_else(clock::today));
    let clock = Clock { today, every: LOOK_AT_THE_CLOCK };
    let is_down = lsp::serve(std::io::stdin(), std::io::stdout(), clock).context("the language server cannot start")?;
    // The protocol asks for it: 1 where `exit` or the end came without `shutdown`.
    Ok(if is_down { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
