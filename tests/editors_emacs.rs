//! The mode of editors/emacs in Emacs, with the lines of its README as configuration.

use std::process::Command;

use crate::editors::{assert_passes, checks, journal, plugins, script, snippet};

// A name is that of a function in tests/editors/emacs.el. It has `hover`, `completion` and `rename`, too, for the day on
// which the server answers them.
checks! { passes: mode, diagnostics, code_action, formatting, log, reports, check, completion, hover, rename }

#[track_caller]
fn passes(check: &str) {
    let journal = journal();
    let mut emacs = emacs(&journal);
    emacs.args(["-l", &script("emacs.el")]);
    assert_passes(&journal, &emacs, check);
}

/// An Emacs without a screen, the configuration of which is what the README tells to write.
fn emacs(journal: &crate::repository::Repository) -> Command {
    let init = journal.around().join("init.el");
    std::fs::write(&init, snippet("emacs/README.md", "(require 'netlint-mode)")).unwrap();
    let mut emacs = Command::new("emacs");
    emacs.args(["-Q", "--batch", "--eval"]).arg(format!("(setenv \"NETLINT_INIT\" {:?})", init.to_str().unwrap()));
    emacs
}

#[test]
fn without_markdown_mode_it_is_text() {
    let journal = journal();
    let mut emacs = emacs(&journal);
    emacs.args(["--eval", "(setenv \"NETLINT_PLAIN\" \"1\")", "-l", &script("emacs.el")]);
    assert_passes(&journal, &emacs, "mode");
}

#[test]
fn it_compiles_without_a_warning() {
    let journal = journal();
    let copy = journal.around().join("netlint-mode.el");
    std::fs::copy(plugins().join("emacs/netlint-mode.el"), &copy).unwrap();
    let mut emacs = Command::new("emacs");
    emacs
        .args(["-Q", "--batch", "--eval", "(setq byte-compile-error-on-warn t)", "-f", "batch-byte-compile"])
        .arg(&copy);
    let ran = crate::harness::run(journal.alone(emacs), b"");
    assert_eq!(ran.code, 0, "{ran:?}");
}
