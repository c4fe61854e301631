//! The hooks of this repository in pre-commit and prek, and the snippets of docs/git.md in lefthook and husky's way.

use std::path::PathBuf;
use std::process::Command;

use crate::harness::{Ran, repository, run};
use crate::repository::{Repository, path_with};
use crate::tools;

const PEOPLE: &str = "## Ada Lovelace @ada\n\n- role: x\n";
const DAYS: &str = "## 2026-11-20\n\n- coffee with @ada: hi\n";
const GHOST: &str = "## 2026-11-20\n\n- call @ghost\n";

/// A journal's repository, and beside it, in `netlint`, this one as it is on the disk.
fn with_clone() -> (Repository, String) {
    let journal = Repository::with(&[("people.net.md", PEOPLE), ("2026.net.md", DAYS)]);
    let source = repository();
    journal.git_in(".", &["init", "--quiet", "netlint"]);
    journal.git_in("netlint", &["--work-tree", source.to_str().unwrap(), "add", "--all"]);
    journal.git_in("netlint", &["commit", "--quiet", "--message", "x"]);
    let revision = journal.git_in("netlint", &["rev-parse", "HEAD"]);
    (journal, revision.trim().to_owned())
}

/// A command that finds the tools, builds netlint with the toolchain of the tests, keeps its cache to itself, and
/// optimises nothing. What both tools build is kept between runs.
fn surrounded(journal: &Repository, command: Command) -> Command {
    let mut command = journal.alone(command);
    let own = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let home = own("HOME").unwrap();
    command.env("PATH", path_with(&[tools::folder()]));
    command.env("CARGO_HOME", own("CARGO_HOME").unwrap_or_else(|| home.join(".cargo")));
    command.env("RUSTUP_HOME", own("RUSTUP_HOME").unwrap_or_else(|| home.join(".rustup")));
    command.env("CARGO_BUILD_BUILD_DIR", repository().join("target/tools/build"));
    for (name, value) in [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("OPT_LEVEL", "0"), ("DEBUG", "false")] {
        command.env(format!("CARGO_PROFILE_RELEASE_{name}"), value);
    }
    command.env("PRE_COMMIT_HOME", journal.around().join("pre-commit"));
    command.env("PREK_HOME", journal.around().join("prek"));
    command
}

fn git(journal: &Repository, args: &[&str]) -> Ran {
    let mut git = Command::new("git");
    git.args(args).current_dir(journal.path());
    run(surrounded(journal, git), b"")
}

fn tool(journal: &Repository, name: &str, args: &[&str]) -> Ran {
    let mut tool = tools::tool(name);
    tool.args(args).current_dir(journal.path());
    run(surrounded(journal, tool), b"")
}

fn commits_are_checked_by(manager: &str) {
    let (journal, revision) = with_clone();
    let netlint = journal.around().join("netlint");
    journal.put(
        ".pre-commit-config.yaml",
        format!(
            "repos:\n- repo: {}\n  rev: {revision}\n  hooks:\n  - id: netlint\n  - id: netlint-fmt\n",
            netlint.display()
        ),
    );
    let ran = tool(&journal, manager, &["install"]);
    assert_eq!(ran.code, 0, "{ran:?}");

    journal.put("2026.net.md", GHOST);
    journal.git(&["add", "."]);
    journal.put("people.net.md", format!("{PEOPLE}\n## A Ghost @ghost\n\n- role: x\n"));
    journal.put("untracked.net.md", "## Another Ghost @ghost\n\n- role: x\n");
    let ran = git(&journal, &["commit", "--message", "x"]);
    assert_eq!(ran.code, 1, "who is declared on the disk only is unknown: {ran:?}");
    assert!(ran.err.contains("nobody is declared as @ghost"), "{ran:?}");

    journal.git(&["add", "people.net.md"]);
    journal.remove("untracked.net.md");
    let ran = git(&journal, &["commit", "--message", "x"]);
    assert!(ran.code == 0 && ran.err.contains("Passed"), "{ran:?}");

    journal.put("code.txt", "");
    journal.git(&["add", "code.txt"]);
    let ran = git(&journal, &["commit", "--message", "x"]);
    assert!(ran.code == 0 && ran.err.contains("(no files to check)Skipped"), "{ran:?}");

    // What has another form is brought into its own, and the commit waits to be staged anew.
    journal.put("2026.net.md", "## 2026-11-20\n*   coffee with @ada:   hi  \n");
    journal.git(&["add", "."]);
    let ran = git(&journal, &["commit", "--message", "x"]);
    assert!(ran.code == 1 && ran.err.contains("files were modified by this hook"), "{ran:?}");
    assert_eq!(journal.read("2026.net.md"), "## 2026-11-20\n\n- coffee with @ada: hi\n");
    journal.git(&["add", "."]);
    let ran = git(&journal, &["commit", "--message", "x"]);
    assert_eq!(ran.code, 0, "{ran:?}");

    // What is committed already is found by a run over everything.
    journal.put("old.net.md", "## 2026-11-20\n\n- call @nobody\n");
    journal.commit();
    let ran = tool(&journal, manager, &["run", "--all-files"]);
    assert!(ran.code == 1 && ran.out.contains("nobody is declared as @nobody"), "{ran:?}");
    journal.put("netlint.toml", "[rules]\nunknown-handle = \"off\"\n");
    journal.git(&["add", "netlint.toml"]);
    let ran = tool(&journal, manager, &["run"]);
    assert!(ran.code == 0 && ran.out.contains("Passed"), "the configuration is a reason to check: {ran:?}");
}

#[test]
fn pre_commit() {
    commits_are_checked_by("pre-commit");
}

#[test]
fn prek() {
    commits_are_checked_by("prek");
}

/// The block of docs/git.md that begins with this line.
fn snippet(first: &str) -> String {
    let text = std::fs::read_to_string(repository().join("docs/git.md")).unwrap();
    let blocks = testkit::fenced(&text);
    let block = blocks.into_iter().find(|(_, _, body)| body.starts_with(first));
    block.unwrap_or_else(|| panic!("{first} begins no block of docs/git.md")).2
}

#[track_caller]
fn assert_only_good_commits_pass(journal: &Repository) {
    for path in ["2026.net.md", "sub/a.net.md"] {
        journal.put(path, GHOST);
        journal.git(&["add", "."]);
        let ran = git(journal, &["commit", "--message", "x"]);
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(format!("{}{}", ran.out, ran.err).contains("nobody is declared as @ghost"), "{ran:?}");
        journal.put(path, DAYS);
        journal.git(&["add", "."]);
        let ran = git(journal, &["commit", "--allow-empty", "--message", "x"]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
}

#[test]
fn lefthook() {
    let journal = Repository::with(&[("people.net.md", PEOPLE)]);
    journal.put("lefthook.yml", snippet("# lefthook.yml"));
    let ran = tool(&journal, "lefthook", &["install"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_only_good_commits_pass(&journal);
    let ran = journal.run(&["hook", "install"]);
    assert!(ran.code == 2 && ran.err.contains("is kept by lefthook"), "{ran:?}");
}

/// husky lets git look for hooks in `.husky/_`, where each runs the file of its name in `.husky` with `sh -e`.
#[test]
#[cfg(unix)]
fn husky() {
    let journal = Repository::with(&[("people.net.md", PEOPLE)]);
    journal.put(".husky/pre-commit", snippet("# .husky/pre-commit"));
    journal.put(".husky/_/pre-commit", "#!/bin/sh\nexec sh -e .husky/pre-commit \"$@\"\n");
    let shim = journal.path().join(".husky/_/pre-commit");
    std::fs::set_permissions(shim, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    journal.git(&["config", "core.hooksPath", ".husky/_"]);
    assert_only_good_commits_pass(&journal);
}

#[test]
fn the_hooks_are_as_pre_commit_wants_them() {
    let mut validate = tools::tool("pre-commit");
    validate.arg("validate-manifest").arg(repository().join(".pre-commit-hooks.yaml"));
    let ran = run(validate, b"");
    assert_eq!(ran.code, 0, "{ran:?}");
}
