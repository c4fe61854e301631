//! The file of editors/kakoune in Kakoune, with the line of the README as configuration.

use std::process::Command;

use crate::editors::{assert_passes, journal, snippet};

/// Runs these commands of Kakoune on the journal's days. They write the result, which ends the run.
#[track_caller]
fn assert_does(check: &str, commands: &str) {
    let journal = journal();
    let config = journal.around().join("config/kak");
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(config.join("kakrc"), snippet("README.md", "netlint.kak")).unwrap();
    let mut kak = Command::new("kak");
    kak.args(["-ui", "dummy", "-e", commands, "2026.net.md"]);
    assert_passes(&journal, &kak, check);
}

/// The messages come later, when netlint has ended.
#[test]
fn lint_shows_findings() {
    assert_does(
        "lint",
        "hook global BufSetOption lint_messages=.* %{ evaluate-commands %sh{
            case \"$kak_opt_lint_messages\" in
                *'nobody is declared as @ghost'*) echo ok >\"$NETLINT_RESULT\"; echo 'kill!';;
            esac
        } }
        lint",
    );
}

#[test]
fn format_gives_the_canonical_form() {
    assert_does(
        "format",
        "format\nwrite formatted\nnop %sh{ grep -qxF -- '- mail to @bob: hi' formatted && echo ok >\"$NETLINT_RESULT\" }\nkill!",
    );
}
