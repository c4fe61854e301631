//! What can be typed after `netlint next`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

const NEXT_EXAMPLES: &str = "\
Examples:
  netlint next                               whom to contact this week, at most seven
  netlint next --all                         everybody
  netlint next --days 30                     a month ahead
  netlint next --format ics --output netlint.ics
                                             a calendar to subscribe to
  netlint next --format html --output next.html";

/// Ten years are enough for anybody's plans.
const MAX_DAYS: i64 = 3660;

#[derive(Debug, Args)]
#[command(after_help = NEXT_EXAMPLES)]
pub(crate) struct NextArgs {
    /// Where the journal is [default: the folder of the nearest netlint.toml, else this one]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// How many days to look ahead
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u16).range(..=MAX_DAYS))]
    pub(crate) days: u16,
    /// Show everybody with every reason, not only the first seven; `json` and `ics` always hold all
    #[arg(long)]
    pub(crate) all: bool,
    /// How to write the agenda
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: AgendaFormat,
    /// Write the agenda to this file
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AgendaFormat {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// A calendar (RFC 5545)
    Ics,
    /// One page that needs nothing else
    Html,
}
