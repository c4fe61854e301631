//! What can be typed: what all commands share. The options of a large command stand in a file of their own.

mod about;
mod check;
mod log;
mod rename;
mod triage;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use journal::{Day, Written};

pub(crate) use self::check::{CHECK_EXAMPLES, CheckArgs, FailOn, Format};
pub(crate) use self::log::LogArgs;
pub(crate) use self::rename::RenameArgs;
pub(crate) use self::triage::TriageArgs;
pub(crate) use about::{CompletionsArgs, ConfigArgs, ExplainArgs, InitArgs, ListFormat, ManArgs, RulesArgs, Shell};

/// Checks a plain-text journal of your professional network.
///
/// Without a command it checks: `netlint` is `netlint check`.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) check: CheckArgs,
    #[command(flatten)]
    pub(crate) global: Global,
}

const EXAMPLES: &str = "\
Examples:
  netlint                            check the journal of this folder
  netlint check --min-level info     show the quiet findings too
  netlint check --select care,tact   only these groups of rules
  netlint check --fix                mend what can be mended safely
  netlint log coffee with @ada: hi   note it below today's heading
  netlint explain missing-thanks     what a rule wants, and why
  netlint --today 2026-12-24         as if it were Christmas

Exit codes: 0 nothing at or above --fail-on, 1 something, 2 it could not do its work.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check journals and report what was found
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Box<CheckArgs>),
    /// Note what happened: check an entry and add it where it belongs
    Log(LogArgs),
    /// Give a person another handle, everywhere at once
    Rename(RenameArgs),
    /// Decide about one person at a time after an import or a long pause
    Triage(TriageArgs),
    /// List the rules
    Rules(RulesArgs),
    /// Show the page of a rule: what, why, wrong and right
    Explain(ExplainArgs),
    /// Show the configuration in force, and where each value comes from
    Config(ConfigArgs),
    /// Write a first journal
    Init(InitArgs),
    /// Print what a shell needs to complete the command line
    Completions(CompletionsArgs),
    /// Print a manual page
    Man(ManArgs),
}

#[derive(Debug, Args)]
pub(crate) struct Global {
    /// The day of the check [default: the local date]
    #[arg(long, value_name = "YYYY-MM-DD", env = "NETLINT_TODAY", value_parser = day, global = true, hide_env_values = true)]
    pub(crate) today: Option<Day>,
    /// Use this configuration instead of the nearest netlint.toml
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) config: Option<PathBuf>,
    /// When to use color
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub(crate) color: Color,
    /// Say only what was found
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Say what was read, too
    #[arg(short, long, global = true)]
    pub(crate) verbose: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless the environment's `NO_COLOR` is set
    Auto,
    Always,
    Never,
}

impl Color {
    /// Makes every stream follow.
    pub(crate) fn apply(self) {
        match self {
            Self::Auto => {}
            Self::Always => anstream::ColorChoice::Always.write_global(),
            Self::Never => anstream::ColorChoice::Never.write_global(),
        }
    }
}

pub(crate) fn day(text: &str) -> Result<Day, String> {
    match Day::read(text) {
        Written::Exactly(day) => Ok(day),
        _ => Err("a day is written YYYY-MM-DD, as in 2026-11-22".to_owned()),
    }
}

/// Says that there is no rule of this name, and which one may be meant.
pub(crate) fn no_such<'n>(what: &str, name: &str, names: impl Iterator<Item = &'n str>) -> String {
    match ::check::nearest(name, names, 3) {
        Some(near) => format!("there is no {what} `{name}`; did you mean `{near}`?"),
        None => format!("there is no {what} `{name}`; `netlint rules` lists them"),
    }
}
