//! What git knows of a journal: its index, earlier revisions, hooks. All of it is asked of `git` itself, by commands
//! whose output is made for programs, so that its environment, configuration and ways to keep things are respected.

mod blobs;
mod changes;
mod command;
mod driver;
mod hook;
mod index;
mod script;

use std::ffi::OsStr;
use std::fmt::{self, Write as _};
use std::path::{Path, PathBuf};

pub use changes::{Changed, Revision};
pub use driver::MergeDriver;
pub use hook::{Hook, HookState, Installed};
pub use index::{Index, Indexed};

/// A repository with a work tree.
#[derive(Clone, Debug)]
pub struct Repository {
    /// The work tree's folder, without links.
    pub top: PathBuf,
}

/// Why git could not answer: one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GitError(String);

impl fmt::Display for GitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names may hold anything, and this is one line.
        for char in self.0.chars() {
            if char.is_control() { write!(f, "{}", char.escape_default())? } else { f.write_char(char)? }
        }
        Ok(())
    }
}

impl std::error::Error for GitError {}

impl GitError {
    fn at(path: &Path, message: impl fmt::Display) -> Self {
        Self(format!("{}: {message}", path.display()))
    }
}

impl Repository {
    /// The repository whose work tree holds `folder`.
    ///
    /// # Errors
    ///
    /// Where git is missing, and where there is no repository or one without a work tree.
    pub fn find(folder: &Path) -> Result<Self, GitError> {
        let mut top = command::run(command::git(folder).args(["rev-parse", "--show-toplevel"]))
            .map_err(|error| GitError::at(folder, error))?;
        // A name may end with a newline of its own.
        top.pop_if(|byte| *byte == b'\n');
        let top = command::path(&top);
        let top = top.canonicalize().map_err(|error| GitError::at(&top, error))?;
        Ok(Self { top })
    }

    /// The names of the remotes.
    pub fn remotes(&self) -> Vec<String> {
        let names = self.run(["remote"]).unwrap_or_default();
        String::from_utf8_lossy(&names).lines().map(str::to_owned).collect()
    }

    /// What a command of git in this repository prints.
    fn run(&self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Result<Vec<u8>, GitError> {
        command::run(command::git(&self.top).args(args)).map_err(|error| GitError::at(&self.top, error))
    }
}
