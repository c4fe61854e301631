//! What can be typed after `netlint check`.

use std::path::PathBuf;

use check::Level;
use clap::{Args, ValueEnum};

use super::Selection;
use super::git::GitArgs;
use crate::commands::open::Asked;

pub(crate) const CHECK_EXAMPLES: &str = "\
Examples:
  netlint check                                      the journal of this folder
  netlint check people.net.md --min-level info       one file in the light of the others, with the quiet findings
  netlint check --select care,tact                   only these groups of rules
  netlint check --fix --diff                         show what would be mended
  netlint check --format text --format sarif=netlint.sarif
  cat 2026.net.md | netlint check - --stdin-filename 2026.net.md

Exit codes: 0 nothing at or above --fail-on, 1 something, 2 it could not do its work.";

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct CheckArgs {
    /// Files and folders, or `-` for standard input [default: the folder of the nearest netlint.toml, else this one]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Mend what can be mended safely
    #[arg(long)]
    pub(crate) fix: bool,
    /// Mend also what may change what is meant
    #[arg(long)]
    pub(crate) unsafe_fixes: bool,
    /// Show what would be mended, and write nothing
    #[arg(long, conflicts_with = "output_file")]
    pub(crate) diff: bool,
    /// Write suppressions for what is found, with a reason if one is given
    #[arg(long, value_name = "REASON", num_args = 0..=1, require_equals = true, default_missing_value = "", value_parser = reason, conflicts_with_all = ["fix", "unsafe_fixes"])]
    pub(crate) add_ignore: Option<String>,
    /// Leave out the findings that this file knows
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write all findings to this file, to be known from now on
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "fix", "unsafe_fixes", "diff", "add_ignore"])]
    pub(crate) write_baseline: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) git: GitArgs,
    /// Show findings from this level on
    #[arg(long, value_name = "LEVEL", default_value = "warning")]
    pub(crate) min_level: MinLevel,
    /// Exit with 1 from this level on [default: error, or the configuration's]
    #[arg(long, value_name = "LEVEL")]
    pub(crate) fail_on: Option<FailOn>,
    /// How to write the report
    ///
    /// One of text, compact, json, sarif, github, gitlab or junit. `FORMAT=FILE` writes it to a file; the option can
    /// be repeated, so that one run gives several reports: `--format text --format sarif=netlint.sarif`.
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "text", value_parser = output)]
    pub(crate) format: Vec<Output>,
    /// Show only how often each rule speaks
    #[arg(long)]
    pub(crate) statistics: bool,
    /// Show at most so many findings
    #[arg(long, value_name = "N")]
    pub(crate) max_diagnostics: Option<usize>,
    /// Write the report to this file
    #[arg(long, value_name = "FILE")]
    pub(crate) output_file: Option<PathBuf>,
    /// The file that standard input stands for
    #[arg(long, value_name = "FILE")]
    pub(crate) stdin_filename: Option<PathBuf>,
    /// Look for no netlint.toml
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_config: bool,
    /// No command was named at all: then a person is told what to do next, too
    #[arg(skip)]
    pub(crate) is_bare: bool,
}

impl CheckArgs {
    /// Where the journal is.
    pub(crate) fn asked(&self) -> Asked<'_> {
        Asked {
            paths: &self.paths,
            stdin_filename: self.stdin_filename.as_deref(),
            no_config: self.no_config,
            ..Asked::default()
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    /// With excerpts of the journal
    Text,
    /// One line for each finding
    Compact,
    /// One JSON document
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// GitLab's code quality report
    Gitlab,
    /// JUnit's XML
    Junit,
}

/// A format, and where it goes if not to standard output.
#[derive(Clone, Debug)]
pub(crate) struct Output {
    pub(crate) format: Format,
    pub(crate) file: Option<PathBuf>,
}

fn output(text: &str) -> Result<Output, String> {
    let (name, file) = text.split_once('=').map_or((text, None), |(name, file)| (name, Some(PathBuf::from(file))));
    Format::from_str(name, true).map(|format| Output { format, file }).map_err(|_| {
        let values = Format::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let names: Vec<String> = values.map(|value| value.get_name().to_owned()).collect();
        format!("known are {}", names.join(", "))
    })
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum MinLevel {
    Info,
    Warning,
    Error,
}

impl MinLevel {
    pub(crate) fn level(self) -> Level {
        match self {
            Self::Info => Level::Info,
            Self::Warning => Level::Warning,
            Self::Error => Level::Error,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

impl FailOn {
    pub(crate) fn level(self) -> Option<Level> {
        match self {
            Self::Error => Some(Level::Error),
            Self::Warning => Some(Level::Warning),
            Self::Info => Some(Level::Info),
            Self::Never => None,
        }
    }
}

fn reason(text: &str) -> Result<String, String> {
    if text.contains("--") || text.chars().any(char::is_control) {
        return Err("a reason stands on one line and has no `--`".to_owned());
    }
    Ok(text.trim().to_owned())
}
