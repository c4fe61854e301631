//! netlint from outside: the real binary on real folders.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::format_push_string,
    clippy::format_collect,
    reason = "a test may fail in any way, and builds its texts as it reads best"
)]

#[path = "bad_input.rs"]
mod bad_input;
#[path = "cases.rs"]
mod cases;
#[path = "check.rs"]
mod check;
#[path = "config.rs"]
mod config;
#[path = "doctor.rs"]
mod doctor;
#[path = "documents.rs"]
mod documents;
#[cfg(unix)]
#[path = "editors.rs"]
mod editors;
#[cfg(unix)]
#[path = "editors_emacs.rs"]
mod editors_emacs;
#[cfg(unix)]
#[path = "editors_kakoune.rs"]
mod editors_kakoune;
#[cfg(unix)]
#[path = "editors_nvim.rs"]
mod editors_nvim;
#[path = "editors_snippets.rs"]
mod editors_snippets;
#[cfg(unix)]
#[path = "editors_vim.rs"]
mod editors_vim;
#[path = "fixes.rs"]
mod fixes;
#[path = "fmt.rs"]
mod fmt;
#[path = "german.rs"]
mod german;
#[path = "git.rs"]
mod git;
#[path = "harness.rs"]
mod harness;
#[path = "hook.rs"]
mod hook;
#[path = "log.rs"]
mod log;
#[path = "lsp.rs"]
mod lsp;
#[path = "lsp_actions.rs"]
mod lsp_actions;
#[path = "lsp_completion.rs"]
mod lsp_completion;
#[path = "lsp_diagnostics.rs"]
mod lsp_diagnostics;
#[path = "lsp_documents.rs"]
mod lsp_documents;
#[path = "lsp_folders.rs"]
mod lsp_folders;
#[path = "lsp_lifecycle.rs"]
mod lsp_lifecycle;
#[path = "lsp_model.rs"]
mod lsp_model;
#[path = "lsp_places.rs"]
mod lsp_places;
#[path = "lsp_shown.rs"]
mod lsp_shown;
#[path = "merge.rs"]
mod merge;
#[path = "month.rs"]
mod month;
#[path = "next.rs"]
mod next;
#[path = "next_calendar.rs"]
mod next_calendar;
#[cfg(unix)]
#[path = "next_terminal.rs"]
mod next_terminal;
#[path = "outputs.rs"]
mod outputs;
#[path = "own_rules.rs"]
mod own_rules;
#[path = "people.rs"]
mod people;
#[path = "people_input.rs"]
mod people_input;
#[path = "pre_commit.rs"]
mod pre_commit;
#[path = "rename.rs"]
mod rename;
#[path = "report.rs"]
mod report;
#[path = "report_browser.rs"]
mod report_browser;
#[path = "repository.rs"]
mod repository;
#[path = "setup.rs"]
mod setup;
#[path = "suppressions.rs"]
mod suppressions;
#[path = "terminal.rs"]
mod terminal;
#[path = "tidy.rs"]
mod tidy;
#[path = "tools.rs"]
mod tools;
#[path = "triage.rs"]
mod triage;
#[path = "vscode.rs"]
mod vscode;
#[path = "watch.rs"]
mod watch;
#[path = "watch_desktop.rs"]
mod watch_desktop;
#[path = "watch_disk.rs"]
mod watch_disk;
#[path = "watching.rs"]
mod watching;
