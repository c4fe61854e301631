//! What can be typed after `netlint watch`.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum, ValueHint};

use super::Selection;
use super::check::MinLevel;
use crate::commands::open::Asked;

const EXAMPLES: &str = "\
Examples:
  netlint watch                                   the journal of this folder, in a terminal beside the editor
  netlint watch --notify -q > /dev/null &         only a notification when something is found
  netlint watch --clear --select format           the whole list anew after each change, only what is not understood
  netlint watch --format json | jq .appeared      a document a line, for programs
  netlint watch --exec 'jq .summary > status'     a command after each check, with the findings on its input
  netlint watch --poll=10 /mnt/share/contacts     a network folder, looked at every ten seconds

It ends with Ctrl-C. What it writes is described in docs/watching.md.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct WatchArgs {
    /// Files and folders [default: the folder of the nearest netlint.toml, else this one]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Show findings from this level on
    #[arg(long, value_name = "LEVEL", default_value = "warning")]
    pub(crate) min_level: MinLevel,
    /// How to write what changed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: WatchFormat,
    /// Show all findings on a cleared screen after each change, on a terminal
    #[arg(long)]
    pub(crate) clear: bool,
    /// Show a desktop notification of new findings, without names and notes
    #[arg(long)]
    pub(crate) notify: bool,
    /// Run this command of the shell after each check, with the findings as JSON on its standard input
    #[arg(long, value_name = "CMD", value_hint = ValueHint::CommandString)]
    pub(crate) exec: Option<String>,
    /// Look every so many seconds, 2 if none are given, instead of being told by the system: for network folders
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, require_equals = true, default_missing_value = "2", value_parser = seconds)]
    pub(crate) poll: Option<Duration>,
    /// Check once nothing has changed for so many milliseconds
    #[arg(long, value_name = "MILLISECONDS", default_value = "100", value_parser = clap::value_parser!(u64).range(..=60_000))]
    debounce: u64,
    /// Look for no netlint.toml
    #[arg(long, conflicts_with = "config")]
    no_config: bool,
}

impl WatchArgs {
    /// Where the journal is.
    pub(crate) fn asked(&self) -> Asked<'_> {
        Asked { paths: &self.paths, stdin_filename: None, no_config: self.no_config, ..Asked::default() }
    }

    /// How long it has to be quiet after a change.
    pub(crate) fn quiet(&self) -> Duration {
        Duration::from_millis(self.debounce)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum WatchFormat {
    /// With excerpts of the journal
    Text,
    /// One line for each finding
    Compact,
    /// One JSON document a line for each check
    Json,
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| "a number of seconds, such as 10 or 0.5".to_owned())?;
    match Duration::try_from_secs_f64(seconds) {
        Ok(interval) if (0.05..=86_400.0).contains(&seconds) => Ok(interval),
        _ => Err("from 0.05 to 86400 seconds".to_owned()),
    }
}
