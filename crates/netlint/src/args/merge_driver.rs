//! What git passes to `netlint merge-driver`.

use std::path::{Path, PathBuf};

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  echo '*.net.md merge=netlint' >> .gitattributes
  git config merge.netlint.driver 'netlint merge-driver %O %A %B --marker-size %L --path %P'

Exit codes, as git wants them: 0 merged, 1 conflicts are left between markers, 129 nothing was merged.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct MergeDriverArgs {
    /// The version that both come from (%O)
    #[arg(value_name = "BASE")]
    pub(crate) base: PathBuf,
    /// Our version (%A); the merged text is written over it
    #[arg(value_name = "OURS")]
    pub(crate) ours: PathBuf,
    /// Their version (%B)
    #[arg(value_name = "THEIRS")]
    pub(crate) theirs: PathBuf,
    /// The length of conflict markers (%L)
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) marker_size: u16,
    /// The file that is merged, for messages (%P)
    #[arg(long, value_name = "PATH", allow_hyphen_values = true)]
    pub(crate) path: Option<PathBuf>,
    /// What our version is called (%X)
    #[arg(long, value_name = "LABEL", default_value = "ours", allow_hyphen_values = true)]
    pub(crate) ours_label: String,
    /// What the common version is called (%S)
    #[arg(long, value_name = "LABEL", default_value = "base", allow_hyphen_values = true)]
    pub(crate) base_label: String,
    /// What their version is called (%Y)
    #[arg(long, value_name = "LABEL", default_value = "theirs", allow_hyphen_values = true)]
    pub(crate) theirs_label: String,
}

impl MergeDriverArgs {
    /// The file as its owner knows it.
    pub(crate) fn name(&self) -> &Path {
        self.path.as_deref().unwrap_or(&self.ours)
    }
}
