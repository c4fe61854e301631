//! The plugin of editors/nvim in Neovim 0.11, and the lines of its README in Debian's, which is older.

use std::process::Command;

use crate::editors::{assert_passes, checks, journal, plugins, script, snippet};
use crate::tools;

// A name is that of a function in tests/editors/nvim.lua. It has `hover`, `completion` and `rename`, too, for the day on
// which the server answers them.
checks! {
    passes:
    file_type, highlighting, diagnostics, code_action, formatting,
    command_log, command_log_refuses, command_next, command_show, command_check, command_restart, completion, hover, rename,
    health, health_without_program, help,
}

fn passes(check: &str) {
    passes_with(check, "");
}

/// The configuration is what the README tells to write, and then this. The help is indexed as a plugin manager does.
#[track_caller]
fn passes_with(check: &str, also: &str) {
    let journal = journal();
    let mut init = snippet("nvim/README.md", "editors/nvim");
    if check == "help" {
        let source = plugins().join("nvim/doc/netlint.txt");
        std::fs::create_dir_all(journal.around().join("copy/doc")).unwrap();
        std::fs::copy(source, journal.around().join("copy/doc/netlint.txt")).unwrap();
        let copy = journal.around().join("copy");
        let (copy, doc) = (copy.display(), copy.join("doc"));
        init += &format!("vim.opt.runtimepath:prepend('{copy}')\nvim.cmd.helptags('{}')\n", doc.display());
    }
    let path = journal.around().join("init.lua");
    std::fs::write(&path, format!("{also}\n{init}")).unwrap();
    let mut nvim = Command::new(tools::tool("nvim").get_program());
    nvim.args(["--headless", "-i", "NONE", "-n", "-u"]).arg(path);
    nvim.args(["-c", &format!("luafile {}", script("nvim.lua"))]);
    assert_passes(&journal, &nvim, check);
}

/// What is new in 0.11 is taken away, so that the plugin does as in 0.10.
#[test]
fn without_enable_it_starts_by_itself() {
    for check in ["diagnostics", "command_restart"] {
        passes_with(check, "vim.lsp.enable = nil\nvim.lsp.config = nil");
    }
}

#[test]
fn old_versions_need_the_lines_of_the_readme_only() {
    let journal = journal();
    let path = journal.around().join("init.lua");
    std::fs::write(&path, snippet("nvim/README.md", "start_client")).unwrap();
    let mut nvim = Command::new("/usr/bin/nvim");
    nvim.args(["--headless", "-i", "NONE", "-n", "-u"]).arg(path);
    nvim.args(["-c", &format!("luafile {}", script("nvim_old.lua"))]);
    assert_passes(&journal, &nvim, "old");
}

#[test]
fn what_it_shares_with_vim_is_the_same() {
    for folder in ["compiler", "ftdetect", "ftplugin", "syntax"] {
        let text = std::fs::read_to_string(plugins().join(format!("vim/{folder}/netlint.vim"))).unwrap();
        testkit::assert_file(&plugins().join(format!("nvim/{folder}/netlint.vim")), &text);
    }
}
