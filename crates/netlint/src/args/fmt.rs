//! What can be typed after `netlint fmt`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use messages::Language;

use crate::commands::open::Asked;

pub(crate) const FMT_EXAMPLES: &str = "\
Examples:
  netlint fmt                        format the journal of this folder
  netlint fmt 2026.net.md            only this file
  netlint fmt --check                say what would be formatted, and write nothing
  netlint fmt --diff                 show it
  netlint fmt - < a.net.md           format what is read, for editors
  netlint fmt --verbs de             write `kaffee mit` for `coffee with`

Exit codes: 0 done, 1 something would be formatted (--check, --diff), 2 it could not do its work.";

#[derive(Debug, Args)]
pub(crate) struct FmtArgs {
    /// Files and folders, or `-` for standard input [default: the folder of the nearest netlint.toml, else this one]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Say which files would be formatted, and write nothing
    #[arg(long)]
    pub(crate) check: bool,
    /// Show what would be different, and write nothing
    #[arg(long)]
    pub(crate) diff: bool,
    /// Turn verbs, and the words around them, into this language
    #[arg(long, value_name = "LANGUAGE")]
    pub(crate) verbs: Option<Verbs>,
    /// The file that standard input stands for
    #[arg(long, value_name = "FILE")]
    pub(crate) stdin_filename: Option<PathBuf>,
    /// Look for no netlint.toml
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_config: bool,
}

impl FmtArgs {
    /// Where the journal is. How a file is formatted does not depend on the others.
    pub(crate) fn asked(&self) -> Asked<'_> {
        Asked {
            paths: &self.paths,
            stdin_filename: self.stdin_filename.as_deref(),
            no_config: self.no_config,
            is_alone: true,
            ..Asked::default()
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Verbs {
    /// English
    En,
    /// German, where the configuration says `language = "de"`
    De,
}

impl Verbs {
    pub(crate) fn language(self) -> Language {
        match self {
            Self::En => Language::English,
            Self::De => Language::German,
        }
    }
}
