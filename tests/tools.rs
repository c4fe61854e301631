//! The programs of others that tests drive; `tests/run` brings them.

use std::path::PathBuf;
use std::process::Command;

use crate::harness::repository;

/// The folder of the programs.
pub(crate) fn folder() -> PathBuf {
    repository().join("target/tools/venv/bin")
}

/// VS Code's own server, which the package code-server brings.
pub(crate) fn vscode() -> PathBuf {
    repository().join("target/tools/node_modules/code-server/lib/vscode")
}

/// One of them, to be given arguments.
pub(crate) fn tool(name: &str) -> Command {
    let program = folder().join(name);
    assert!(program.exists(), "target/tools has no {name}; `tests/run` installs it, and runs the tests then");
    Command::new(program)
}
