//! The files of editors/vim in Vim 9, by itself and with ALE, with the lines of its README as configuration.

use std::process::Command;

use crate::editors::{assert_passes, checks, journal, script, snippet};

// A name is that of a function in tests/editors/vim.vim.
checks! { passes: file_type, highlighting, make, list_goes_on, ale, ale_fixes }

#[track_caller]
fn passes(check: &str) {
    let journal = journal();
    let path = journal.around().join("vimrc");
    let ale = snippet("vim/README.md", "let g:ale_fixers");
    std::fs::write(&path, snippet("vim/README.md", "set runtimepath") + &ale).unwrap();
    let mut vim = Command::new("vim");
    vim.args(["-N", "-i", "NONE", "-n", "-es", "-u"]).arg(path).args(["-S", &script("vim.vim")]);
    assert_passes(&journal, &vim, check);
}
