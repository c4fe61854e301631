//! The command line of netlint.

mod args;
mod candidates;
mod clock;
mod commands;
mod report;
mod texts;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};

fn main() -> ExitCode {
    commands::completions::answer();
    let cli = Cli::parse();
    cli.global.color.apply();
    let result = match &cli.command {
        None => commands::check::run(&cli.check, &cli.global),
        Some(Command::Check(args)) => commands::check::run(args, &cli.global),
        Some(Command::Log(args)) => commands::log::run(args, &cli.global),
        Some(Command::Rename(args)) => commands::rename::run(args, &cli.global),
        Some(Command::Triage(args)) => commands::triage::run(args, &cli.global),
        Some(Command::Rules(args)) => commands::rules::run(args, &cli.global),
        Some(Command::Explain(args)) => commands::explain::run(args, &cli.global),
        Some(Command::Config(args)) => commands::config::run(args, &cli.global),
        Some(Command::Init(args)) => commands::init::run(args, &cli.global),
        Some(Command::Completions(args)) => commands::completions::run(args),
        Some(Command::Man(args)) => commands::man::run(args),
    };
    match result {
        Ok(code) => code,
        // Whoever reads from us has seen enough.
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            _ = writeln!(io::stderr(), "netlint: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let kind = |cause: &(dyn std::error::Error + 'static)| {
        let direct = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        direct.or_else(|| cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind))
    };
    error.chain().any(|cause| kind(cause) == Some(io::ErrorKind::BrokenPipe))
}
