//! What can be typed after the commands that tell of netlint itself.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use clap_complete::ArgValueCandidates;
use messages::Language;

use crate::candidates;

#[derive(Debug, Args)]
#[command(after_help = RULES_EXAMPLES)]
pub(crate) struct RulesArgs {
    /// How to write the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: ListFormat,
    #[command(subcommand)]
    pub(crate) action: Option<RulesAction>,
}

const RULES_EXAMPLES: &str = "\
Examples:
  netlint rules                 the rules by group, with their levels
  netlint rules --format json   the same for programs, with options
  netlint rules new gone-quiet  begin a rule of your own
  netlint rules test            try the examples of your own rules";

#[derive(Debug, Subcommand)]
pub(crate) enum RulesAction {
    /// Begin a rule of your own, with an example that passes
    #[command(
        after_help = "Examples:\n  netlint rules new gone-quiet   writes rules/gone-quiet.toml beside netlint.toml"
    )]
    New {
        /// Its name, in kebab case
        name: String,
    },
    /// Try the examples of the rules of your own
    #[command(
        after_help = "Examples:\n  netlint rules test             those of the journal here\n  netlint rules test ~/contacts  those of another one"
    )]
    Test {
        /// The folder of the journal [default: this one]
        #[arg(value_name = "DIR")]
        dir: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
#[command(after_help = EXPLAIN_EXAMPLES)]
pub(crate) struct ExplainArgs {
    /// The rule
    #[arg(value_name = "RULE", add = ArgValueCandidates::new(candidates::rules))]
    pub(crate) rule: String,
}

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  netlint explain missing-thanks           what it finds, and why
  netlint explain missing-thanks | less";

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people
    Text,
    /// One JSON document
    Json,
}

#[derive(Debug, Args)]
#[command(after_help = CONFIG_EXAMPLES)]
pub(crate) struct ConfigArgs {
    /// Show the JSON Schema of netlint.toml instead
    #[arg(long)]
    pub(crate) schema: bool,
}

const CONFIG_EXAMPLES: &str = "\
Examples:
  netlint config                       a netlint.toml that would say what is in force
  netlint config --config other.toml   the same for another file
  netlint config --schema              what editors complete and check netlint.toml with";

#[derive(Debug, Args)]
#[command(after_help = INIT_EXAMPLES)]
pub(crate) struct InitArgs {
    /// The folder [default: this one]
    #[arg(value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
    /// The language of the journal: en or de
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(crate) language: Option<Language>,
}

const INIT_EXAMPLES: &str = "\
Examples:
  netlint init                            a journal in this folder; nothing is overwritten
  netlint init contacts                   one in a folder of its own, which only you can read
  netlint init contacts --language de     ein Journal auf Deutsch";

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| format!("known are {}", Language::ALL.map(Language::code).join(" and ")))
}

#[derive(Debug, Args)]
#[command(after_help = COMPLETIONS_EXAMPLES)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(crate) shell: Shell,
}

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  source <(netlint completions bash)                  bash: in ~/.bashrc
  source <(netlint completions zsh)                   zsh: in ~/.zshrc, after compinit
  netlint completions fish | source                   fish: in ~/.config/fish/config.fish
  eval (netlint completions elvish | slurp)           elvish: in ~/.config/elvish/rc.elv
  netlint completions powershell | Out-String | Invoke-Expression";

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Shell {
    Bash,
    Elvish,
    Fish,
    Powershell,
    Zsh,
}

#[derive(Debug, Args)]
#[command(after_help = MAN_EXAMPLES)]
pub(crate) struct ManArgs {
    /// The command whose page is printed [default: netlint itself]
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Option<String>,
    /// Write all pages into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    pub(crate) output_dir: Option<PathBuf>,
}

const MAN_EXAMPLES: &str = "\
Examples:
  netlint man | man -l -
  netlint man check | man -l -
  netlint man --output-dir ~/.local/share/man/man1";
