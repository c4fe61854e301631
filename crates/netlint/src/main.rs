//! The command line of netlint.

mod args;
mod candidates;
mod clock;
mod commands;
mod report;
mod texts;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;

use args::{Cli, Command};

fn main() -> ExitCode {
    commands::completions::answer();
    let mut cli = match Cli::read() {
        Ok(cli) => cli,
        Err(error) => return not_understood(&error),
    };
    cli.check.is_bare = cli.command.is_none();
    cli.global.color.apply();
    let result = match &cli.command {
        None => commands::check::run(&cli.check, &cli.global),
        Some(Command::Check(args)) => commands::check::run(args, &cli.global),
        Some(Command::Fmt(args)) => commands::fmt::run(args, &cli.global),
        Some(Command::Show(args)) => commands::show::run(args, &cli.global),
        Some(Command::List(args)) => commands::list::run(args, &cli.global),
        Some(Command::Stats(args)) => commands::stats::run(args, &cli.global),
        Some(Command::Report(args)) => commands::report::run(args, &cli.global),
        Some(Command::Watch(args)) => commands::watch::run(args, &cli.global),
        Some(Command::Next(args)) => commands::next::run(args, &cli.global),
        Some(Command::Log(args)) => commands::log::run(args, &cli.global),
        Some(Command::Rename(args)) => commands::rename::run(args, &cli.global),
        Some(Command::Triage(args)) => commands::triage::run(args, &cli.global),
        Some(Command::Rules(args)) => commands::rules::run(args, &cli.global),
        Some(Command::Explain(args)) => commands::explain::run(args, &cli.global),
        Some(Command::Config(args)) => commands::config::run(args, &cli.global),
        Some(Command::Init(args)) => commands::init::run(args, &cli.global),
        Some(Command::Lsp(_)) => commands::lsp::run(&cli.global),
        Some(Command::Completions(args)) => commands::completions::run(args),
        Some(Command::Man(args)) => commands::man::run(args),
        Some(Command::Doctor) => commands::doctor::run(&cli.global),
        Some(Command::Hook(args)) => commands::hook::run(args, &cli.global),
        Some(Command::MergeDriver(args)) => Ok(commands::merge_driver::run(args, &cli.global)),
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

/// Shows help or what is wrong with the command line. Git takes the usual exit code of its driver for conflicts.
fn not_understood(error: &clap::Error) -> ExitCode {
    _ = error.print();
    let is_help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    let is_driver = std::env::args_os().any(|argument| argument == "merge-driver");
    match error.exit_code() {
        _ if is_driver && !is_help => ExitCode::from(commands::merge_driver::TROUBLE),
        code => u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from),
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let kind = |cause: &(dyn std::error::Error + 'static)| {
        let direct = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        direct.or_else(|| cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind))
    };
    error.chain().any(|cause| kind(cause) == Some(io::ErrorKind::BrokenPipe))
}
