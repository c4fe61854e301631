//! `netlint completions`: what a shell needs to complete netlint's command line.
//!
//! The script asks netlint itself while one types, so that rules, groups and handles are those at hand.

use std::io::Write;
use std::process::ExitCode;

use anyhow::Result;
use clap::CommandFactory;
use clap_complete::CompleteEnv;
use clap_complete::env::{Bash, Elvish, EnvCompleter, Fish, Powershell, Zsh};

use crate::args::{Cli, CompletionsArgs, Shell};

/// The variable by which a shell asks for completions.
const VARIABLE: &str = "NETLINT_COMPLETE";

/// Answers a shell that asks for completions, and ends; goes on where none does.
pub(crate) fn answer() {
    CompleteEnv::with_factory(Cli::command).var(VARIABLE).complete();
}

pub(crate) fn run(args: &CompletionsArgs) -> Result<ExitCode> {
    let shell: &dyn EnvCompleter = match args.shell {
        Shell::Bash => &Bash,
        Shell::Elvish => &Elvish,
        Shell::Fish => &Fish,
        Shell::Powershell => &Powershell,
        Shell::Zsh => &Zsh,
    };
    let mut script = Vec::new();
    shell.write_registration(VARIABLE, "netlint", "netlint", "netlint", &mut script)?;
    std::io::stdout().lock().write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}
