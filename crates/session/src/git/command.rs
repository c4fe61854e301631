//! Starts `git`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// git, as if it were started in `folder`. Within a hook the environment names the repository, partly relative to the
/// current folder, so nothing but the current folder may be used then.
pub(super) fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    if std::env::var_os("GIT_DIR").is_none() {
        command.arg("-C").arg(folder);
    }
    // Answers are read by a program: in one language, names as they are, and nothing is refreshed on the side.
    command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0");
    for name in ["GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"] {
        command.env_remove(name);
    }
    command.stdin(Stdio::null());
    command
}

/// What it prints, or the first line of why it could not.
pub(super) fn run(command: &mut Command) -> Result<Vec<u8>, String> {
    let output = command.output().map_err(|error| not_started(&error))?;
    if output.status.success() { Ok(output.stdout) } else { Err(complaint(&output.stderr)) }
}

pub(super) fn not_started(error: &std::io::Error) -> String {
    format!("git cannot be started: {error}; install git, or put it on the PATH")
}

/// The first thing that git complains of.
pub(super) fn complaint(err: &[u8]) -> String {
    let err = String::from_utf8_lossy(err);
    let serious = |line: &&str| line.starts_with("fatal: ") || line.starts_with("error: ");
    let line = err.lines().find(serious).or_else(|| err.lines().next()).unwrap_or("no reason given");
    format!("git says: {}", line.trim_start_matches("fatal: ").trim_start_matches("error: "))
}

/// A path as git writes it.
#[cfg(unix)]
pub(super) fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

/// A path as git writes it.
#[cfg(not(unix))]
pub(super) fn path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}
