//! What can be typed after `netlint show`.

use clap::Args;
use clap_complete::ArgValueCandidates;

use super::ListFormat;
use crate::candidates;

#[derive(Debug, Args)]
#[command(after_help = SHOW_EXAMPLES)]
pub(crate) struct ShowArgs {
    /// Whom: a handle, a name, another name, or a part of one
    #[arg(value_name = "PERSON", required = true, add = ArgValueCandidates::new(candidates::handles))]
    pub(crate) person: Vec<String>,
    /// Show the whole time line, not only the newest
    #[arg(long)]
    pub(crate) all: bool,
    /// How to write the card
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: ListFormat,
}

impl ShowArgs {
    /// Who is wanted, in words: a name need not be quoted.
    pub(crate) fn words(&self) -> String {
        self.person.join(" ")
    }
}

const SHOW_EXAMPLES: &str = "\
Examples:
  netlint show @ada                 all that the journal tells of her
  netlint show ada lovelace         a name will do, or a part of one
  netlint show @ada --all           the whole time line
  netlint show @ada --format json   the same for programs

Exit codes: 0 shown, 1 nobody or several are called so, 2 it could not do its work.";
