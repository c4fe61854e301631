//! What can be typed: what all commands share. The options of a large command stand in a file of their own.

mod about;
mod check;
mod fmt;
mod git;
mod hook;
mod list;
mod log;
mod lsp;
mod merge_driver;
mod next;
mod rename;
mod report;
mod selection;
mod show;
mod stats;
mod triage;
mod watch;

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use journal::{Day, Written};

pub(crate) use self::check::{CHECK_EXAMPLES, CheckArgs, FailOn, Format};
pub(crate) use self::fmt::{FMT_EXAMPLES, FmtArgs, Verbs};
pub(crate) use self::hook::{HookArgs, HookCommand};
pub(crate) use self::log::LogArgs;
pub(crate) use self::lsp::LspArgs;
pub(crate) use self::merge_driver::MergeDriverArgs;
pub(crate) use self::next::{AgendaFormat, NextArgs};
pub(crate) use self::rename::RenameArgs;
pub(crate) use self::report::ReportArgs;
pub(crate) use self::triage::TriageArgs;
pub(crate) use about::{
    CompletionsArgs, ConfigArgs, ExplainArgs, InitArgs, ListFormat, ManArgs, RulesAction, RulesArgs, Shell,
};
pub(crate) use list::{ListArgs, TableFormat};
pub(crate) use selection::Selection;
pub(crate) use show::ShowArgs;
pub(crate) use stats::StatsArgs;
pub(crate) use watch::{WatchArgs, WatchFormat};

/// Checks a plain-text journal of your professional network.
///
/// Without a command it checks: `netlint` is `netlint check`.
#[derive(Debug, Parser)]
#[command(version, subcommand_precedence_over_arg = true, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) check: CheckArgs,
    #[command(flatten)]
    pub(crate) global: Global,
}

impl Cli {
    /// Reads the command line. Options that all commands share may stand before the command; those of `check` belong
    /// to it, and are not to be lost where another command follows.
    pub(crate) fn read() -> Result<Self, clap::Error> {
        let mut command = Self::command();
        let matches = command.try_get_matches_from_mut(std::env::args_os())?;
        let is_typed = |id: &str| matches.value_source(id) == Some(ValueSource::CommandLine);
        let own = command.get_arguments().filter(|argument| !argument.is_global_set());
        let stray = own.map(clap::Arg::get_id).find(|id| is_typed(id.as_str())).cloned();
        match (matches.subcommand_name(), stray) {
            (Some(name), Some(id)) => {
                let option = option(&id);
                let message =
                    format!("{option} belongs behind the command: `netlint {name} ...`; a path is written `./{name}`");
                Err(command.error(ErrorKind::ArgumentConflict, message))
            }
            _ => Self::from_arg_matches(&matches),
        }
    }
}

/// How an option of `check` is typed.
fn option(id: &clap::Id) -> String {
    match id.as_str() {
        "paths" => "PATH".to_owned(),
        id => format!("--{}", id.replace('_', "-")),
    }
}

const EXAMPLES: &str = "\
Examples:
  netlint                            check the journal of this folder
  netlint check --min-level info     show the quiet findings too
  netlint check --select care,tact   only these groups of rules
  netlint check --fix                mend what can be mended safely
  netlint check --staged             what the next commit would have
  netlint fmt                        bring it into its canonical form
  netlint next                       whom to contact this week, and why
  netlint log coffee with @ada: hi   note it below today's heading
  netlint explain missing-thanks     what a rule wants, and why
  netlint show @ada                  all that is known of one person
  netlint --today 2026-12-24         as if it were Christmas

Exit codes: 0 nothing at or above --fail-on, 1 something, 2 it could not do its work.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check journals and report what was found
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Box<CheckArgs>),
    /// Bring journals into their canonical form
    #[command(after_help = FMT_EXAMPLES)]
    Fmt(FmtArgs),
    /// Show all that is known of one person
    Show(ShowArgs),
    /// List people by last contact
    List(Box<ListArgs>),
    /// Show the network in numbers
    Stats(StatsArgs),
    /// Write all of it as one page: agenda, calendar, numbers, introductions, people
    Report(ReportArgs),
    /// Check again whenever the journal changes, and at midnight
    Watch(Box<WatchArgs>),
    /// Show whom to contact in the next days, and why
    Next(NextArgs),
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
    /// Say what is found here, and what could be better
    #[command(after_help = DOCTOR_EXAMPLES)]
    Doctor,
    /// Serve an editor: the language server, on standard input and output
    Lsp(LspArgs),
    /// Print what a shell needs to complete the command line
    Completions(CompletionsArgs),
    /// Print a manual page
    Man(ManArgs),
    /// Check before each commit: install, uninstall or see the git hook
    Hook(HookArgs),
    /// Merge two versions of a journal, for git
    MergeDriver(MergeDriverArgs),
}

const DOCTOR_EXAMPLES: &str = "\
Examples:
  netlint doctor   the journal, who can read it, git and its hooks, editors

Exit codes: 0 everything works, 1 something does not.";

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
