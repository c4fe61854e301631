//! `netlint hook`: the hook that it writes, run by the real git.

use std::path::{Path, PathBuf};

use crate::harness::{Ran, TODAY};
use crate::repository::Repository;

const PEOPLE: &str = "## Ada Lovelace @ada\n- role: x\n- every: weekly\n";
const DAYS: &str = "## 2026-11-20\n- coffee with @ada: hi\n";
const GHOST: &str = "## 2026-11-20\n- call @ghost\n";
const DRIVER: &str = "netlint merge-driver %O %A %B --marker-size %L --path %P";

fn journal() -> Repository {
    Repository::with(&[("people.net.md", PEOPLE), ("2026.net.md", DAYS)])
}

fn installed() -> Repository {
    let repository = journal();
    let ran = repository.run(&["hook", "install"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    repository
}

/// Commits what is staged; the hook runs.
fn commit(repository: &Repository, args: &[&str]) -> Ran {
    repository.try_git("work", &[&["commit", "--quiet", "--message", "x"], args].concat())
}

fn hook(repository: &Repository) -> PathBuf {
    repository.path().join(".git/hooks/pre-commit")
}

/// Writes an executable script.
fn script(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
    #[cfg(unix)]
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
}

#[test]
fn an_error_that_is_staged_stops_the_commit() {
    let repository = installed();
    repository.put("2026.net.md", GHOST);
    let ran = commit(&repository, &[]);
    assert_eq!(ran.code, 1, "nothing is staged: {ran:?}");
    repository.git(&["add", "."]);
    let ran = commit(&repository, &[]);
    // git shows what a hook prints on its own standard error.
    assert!(ran.code == 1 && ran.err.contains("nobody is declared as @ghost"), "{ran:?}");
    repository.put("2026.net.md", DAYS.replace("hi", "hello"));
    assert_eq!(commit(&repository, &[]).code, 1, "what is staged counts");
    repository.git(&["add", "."]);
    let ran = commit(&repository, &[]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""), "a good commit is quiet");
    repository.put("code.txt", "x");
    repository.git(&["add", "."]);
    assert_eq!(commit(&repository, &[]).code, 0);
}

#[test]
fn every_way_to_commit_is_checked_as_it_will_be() {
    let repository = installed();
    let bad = || repository.put("2026.net.md", GHOST);
    let good = |word: &str| repository.put("2026.net.md", DAYS.replace("hi", word));
    bad();
    assert_eq!(commit(&repository, &["--all"]).code, 1, "git keeps another index for --all");
    repository.put("people.net.md", format!("{PEOPLE}- city: x\n"));
    let ran = commit(&repository, &["people.net.md"]);
    assert_eq!(ran.code, 0, "and another one for single files: {ran:?}");
    assert_eq!(commit(&repository, &["2026.net.md"]).code, 1);
    good("all");
    assert_eq!(commit(&repository, &["--all"]).code, 0);
    good("amended");
    assert_eq!(commit(&repository, &["--all", "--amend"]).code, 0);
    std::fs::create_dir(repository.path().join("sub")).unwrap();
    bad();
    assert_eq!(repository.try_git("work/sub", &["commit", "--all", "--message", "x"]).code, 1, "from a folder below");
    assert_eq!(commit(&repository, &["--all", "--no-verify"]).code, 0);
}

#[test]
fn no_commit_is_blocked_because_a_day_went_by() {
    let repository = installed();
    for today in [TODAY, "2026-12-31", "2027-11-22", "2076-11-22"] {
        // A plan, a favor that nobody returned, a request without an answer, a cadence: all wait for a day.
        let waiting = "- [ ] 2026-11-25 call @ada\n- asked @ada: a favor\n- got from @ada: advice\n";
        repository.put("2026.net.md", format!("{DAYS}{waiting}- note: written {today}\n"));
        repository.git(&["add", "."]);
        let mut git = std::process::Command::new("git");
        git.args(["commit", "--quiet", "--message", today]).current_dir(repository.path());
        let mut git = repository.alone(git);
        git.env("NETLINT_TODAY", today);
        let ran = crate::harness::run(git, b"");
        assert_eq!(ran.code, 0, "{today}: {ran:?}");
        assert_eq!(ran.err.contains("warning["), today != TODAY, "they are said all the same: {ran:?}");
    }
}

#[test]
fn a_hook_that_is_there_is_kept_runs_first_and_comes_back() {
    let repository = journal();
    let before = "#!/bin/sh\necho \"before: $*\" >> log\n[ ! -e stop ]\n";
    script(&hook(&repository), before);
    let ran = repository.run(&["hook", "install"]);
    assert!(ran.out.contains("pre-commit.before-netlint, which was there before, runs first"), "{ran:?}");
    repository.put("2026.net.md", GHOST);
    repository.git(&["add", "2026.net.md"]);
    assert_eq!(commit(&repository, &[]).code, 1);
    assert_eq!(repository.read("log"), "before: \n", "the former one has run");
    repository.put("2026.net.md", DAYS.replace("hi", "hello"));
    repository.put("stop", "");
    repository.git(&["add", "2026.net.md"]);
    assert_eq!(commit(&repository, &[]).code, 1, "what it refuses is refused");
    repository.remove("stop");
    assert_eq!(commit(&repository, &[]).code, 0);
    assert_eq!(repository.run(&["hook", "uninstall"]).code, 0);
    assert_eq!(std::fs::read_to_string(hook(&repository)).unwrap(), before);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(hook(&repository)).unwrap().permissions().mode() & 0o777, 0o755);
    }
    assert!(!hook(&repository).with_file_name("pre-commit.before-netlint").exists());
}

#[test]
fn install_twice_uninstall_twice_and_status_between() {
    let repository = journal();
    let status = || repository.run(&["hook", "status"]);
    let ran = status();
    assert!(ran.code == 1 && ran.out.starts_with("there is no .git/hooks/pre-commit; "), "{ran:?}");
    repository.run(&["hook", "install"]);
    let text = std::fs::read(hook(&repository)).unwrap();
    let ran = repository.run(&["hook", "install"]);
    assert!(ran.code == 0 && ran.out.starts_with(".git/hooks/pre-commit is there already, and checks"), "{ran:?}");
    assert_eq!(std::fs::read(hook(&repository)).unwrap(), text);
    let ran = status();
    assert!(ran.code == 0 && ran.out.starts_with(".git/hooks/pre-commit checks what is staged in .\n"), "{ran:?}");
    assert_eq!(repository.git(&["config", "--local", "merge.netlint.driver"]).trim_end(), DRIVER);
    assert_eq!(repository.git(&["config", "--local", "merge.netlint.name"]).trim_end(), "netlint journals");
    let ran = repository.run(&["hook", "uninstall"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!hook(&repository).exists());
    assert_eq!(repository.try_git("work", &["config", "--get-regexp", "merge"]).code, 1);
    let ran = repository.run(&["hook", "uninstall"]);
    assert!(ran.code == 0 && ran.out.contains("there is nothing to take away"), "{ran:?}");
    assert_eq!(status().code, 1);
}

#[test]
fn what_is_not_ours_or_was_edited_stays() {
    let repository = journal();
    script(&hook(&repository), "#!/bin/sh\nexit 0\n");
    repository.git(&["config", "merge.netlint.driver", "mine %A"]);
    let ran = repository.run(&["hook", "uninstall"]);
    assert!(ran.code == 0 && ran.out.contains("is not ours") && ran.out.contains("is left as it is"), "{ran:?}");
    assert!(repository.run(&["hook", "status"]).out.contains("is not ours; `netlint hook install` keeps it"));
    repository.run(&["hook", "install"]);
    let text = std::fs::read_to_string(hook(&repository)).unwrap();
    let edited = text.replace("status=0", "status=0 # mine");
    script(&hook(&repository), &edited);
    repository.run(&["hook", "uninstall"]).assert_failed("pre-commit: was edited since `netlint hook install`");
    repository.run(&["hook", "install"]).assert_failed("pre-commit: was edited since `netlint hook install`");
    assert!(repository.run(&["hook", "status"]).out.contains("was edited"));
    assert_eq!(std::fs::read_to_string(hook(&repository)).unwrap(), edited);
    script(&hook(&repository), "#!/bin/sh\nexit 1\n");
    repository.run(&["hook", "install"]).assert_failed("pre-commit.before-netlint is there already");
    assert_eq!(repository.git(&["config", "merge.netlint.driver"]), "mine %A\n");
}

#[test]
fn hooks_elsewhere_in_the_repository_are_used_and_shared_ones_are_not() {
    let repository = journal();
    repository.git(&["config", "core.hooksPath", ".githooks"]);
    repository.run(&["hook", "install"]);
    assert!(repository.path().join(".githooks/pre-commit").exists() && !hook(&repository).exists());
    repository.put("2026.net.md", GHOST);
    repository.git(&["add", "2026.net.md"]);
    assert_eq!(commit(&repository, &[]).code, 1);
    let shared = repository.around().join("shared");
    repository.git(&["config", "--global", "core.hooksPath", shared.to_str().unwrap()]);
    repository.git(&["config", "--unset", "core.hooksPath"]);
    repository.run(&["hook", "install"]).assert_failed("pre-commit: is outside of this repository (core.hooksPath)");
    assert!(!shared.exists());
    repository.git(&["config", "core.hooksPath", ".husky/_"]);
    repository.run(&["hook", "install"]).assert_failed("is kept by husky; nothing was changed");
    for (name, text) in [
        ("pre-commit", "#!/usr/bin/env bash\n# File generated by pre-commit: https://pre-commit.com\n"),
        ("prek", "#!/bin/sh\n# File generated by prek: https://github.com/j178/prek\n"),
        ("lefthook", "#!/bin/sh\ncall_lefthook()\n{\n  lefthook \"$@\"\n}\n"),
    ] {
        repository.git(&["config", "core.hooksPath", name]);
        script(&repository.path().join(name).join("pre-commit"), text);
        repository.run(&["hook", "install"]).assert_failed(&format!("is kept by {name}; nothing was changed"));
        let ran = repository.run(&["hook", "status"]);
        assert!(ran.code == 1 && ran.out.contains(&format!("is kept by {name}")), "{ran:?}");
    }
}

#[test]
fn linked_work_trees_submodules_and_repositories_without_work_trees() {
    let repository = journal();
    repository.git(&["worktree", "add", "--quiet", "../linked"]);
    assert_eq!(repository.run_in("linked", &["hook", "install"]).code, 0);
    assert!(hook(&repository).exists(), "all work trees share their hooks");
    std::fs::write(repository.around().join("linked/2026.net.md"), GHOST).unwrap();
    let commit_all = |folder: &str| repository.try_git(folder, &["commit", "--quiet", "--all", "--message", "x"]);
    assert_eq!(commit_all("linked").code, 1);
    std::fs::write(repository.around().join("linked/2026.net.md"), DAYS.replace("hi", "hello")).unwrap();
    assert_eq!(commit_all("linked").code, 0);

    std::fs::create_dir(repository.around().join("outer")).unwrap();
    repository.git_in("outer", &["init", "--quiet"]);
    repository.git_in("outer", &["submodule", "--quiet", "add", "../work", "journal"]);
    assert_eq!(repository.run_in("outer/journal", &["hook", "install"]).code, 0);
    assert!(repository.around().join("outer/.git/modules/journal/hooks/pre-commit").exists());
    std::fs::write(repository.around().join("outer/journal/2026.net.md"), GHOST).unwrap();
    assert_eq!(commit_all("outer/journal").code, 1);

    repository.git(&["clone", "--quiet", "--bare", ".", "../bare.git"]);
    repository.run_in("bare.git", &["hook", "install"]).assert_failed("must be run in a work tree");
    repository.run_in("home", &["hook", "status"]).assert_failed("home: git says: not a git repository");
}

#[test]
fn journals_in_folders_with_odd_names() {
    let repository = Repository::with(&[("code.txt", "")]);
    let folders = ["it's $HOME", "ü \"x\"", "-dash"];
    for folder in folders {
        repository.put(&format!("{folder}/netlint.toml"), "");
        repository.put(&format!("{folder}/a.net.md"), "# fine\n");
    }
    let ran = repository.run(&["hook", "install"]);
    assert!(ran.out.contains("-dash, it's $HOME, ü \"x\" before each commit"), "{ran:?}");
    repository.git(&["add", "."]);
    assert_eq!(commit(&repository, &[]).code, 0);
    for folder in folders {
        repository.put(&format!("{folder}/a.net.md"), GHOST);
        repository.git(&["add", "."]);
        let ran = commit(&repository, &[]);
        assert!(ran.code == 1 && ran.err.contains(&format!("{folder}/a.net.md:2:8")), "{ran:?}");
        repository.put(&format!("{folder}/a.net.md"), "# fine\n");
    }
    repository.run(&["hook", "install", "./-dash"]);
    let ran = repository.run(&["hook", "status"]);
    assert!(ran.out.contains("checks what is staged in -dash\n"), "{ran:?}");
    repository.run(&["hook", "install", "no"]).assert_failed("no: is no folder");
    repository.run(&["hook", "install", "../home"]).assert_failed("../home: is not in the repository");
}

#[test]
#[cfg(unix)]
fn a_commit_is_not_lost_because_netlint_is_missing() {
    let repository = installed();
    repository.put("2026.net.md", GHOST);
    repository.git(&["add", "."]);
    // A PATH with what the hook needs, and nothing else.
    let programs = repository.around().join("programs");
    std::fs::create_dir(&programs).unwrap();
    for program in ["git", "dirname"] {
        let path = std::env::var_os("PATH").unwrap();
        let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|it| it.exists()).unwrap();
        std::os::unix::fs::symlink(found, programs.join(program)).unwrap();
    }
    let mut git = std::process::Command::new(programs.join("git"));
    git.args(["commit", "--quiet", "--message", "x"]).current_dir(repository.path());
    let mut git = repository.alone(git);
    git.env("PATH", programs);
    let ran = crate::harness::run(git, b"");
    assert!(ran.code == 0 && ran.err.contains("netlint is not on the PATH"), "{ran:?}");
}

#[test]
fn it_speaks_german_too() {
    let repository = journal();
    repository.put("netlint.toml", "language = \"de\"\n");
    let ran = repository.run(&["hook", "install"]);
    assert!(ran.out.starts_with(".git/hooks/pre-commit prüft vor jedem Commit, was in . vorgemerkt ist\n"), "{ran:?}");
}
