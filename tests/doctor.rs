//! `netlint doctor`, and where the options of all commands may stand.

use std::process::Command;

use crate::harness::{Folder, Ran, command, run};

const JOURNAL: &str = "## Ada Lovelace @ada\n\n## 2026-11-20\n- coffee with @ada\n";

/// What doctor says where no configuration and no editor of the tester's is seen.
fn doctor(folder: &Folder, home: &Folder) -> Ran {
    let mut doctor = command(folder.path(), &["doctor"]);
    doctor.env("HOME", home.path()).env("GIT_CONFIG_GLOBAL", home.path().join("gitconfig"));
    doctor.env("GIT_CEILING_DIRECTORIES", folder.path().parent().unwrap());
    run(doctor, b"")
}

fn git(folder: &Folder, args: &[&str]) {
    let mut git = Command::new("git");
    git.args(args).current_dir(folder.path());
    assert!(git.output().unwrap().status.success(), "{args:?}");
}

#[test]
fn it_says_what_it_found() {
    let (folder, home) = (Folder::new(&[("netlint.toml", ""), ("a.net.md", JOURNAL)]), Folder::new(&[]));
    let ran = doctor(&folder, &home);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    for part in [
        "1 file, 1 person, 1 entry",
        "ok   configured by netlint.toml",
        "ok   no error is found in it",
        "hint no git repository",
    ] {
        assert!(ran.out.contains(part), "{part} in {}", ran.out);
    }
    git(&folder, &["init", "--quiet"]);
    let ran = doctor(&folder, &home);
    for part in [
        "ok   it has no remote",
        "hint there is no ",
        "hint git merges journals like any text",
        "hint .gitattributes does not",
    ] {
        assert!(ran.out.contains(part), "{part} in {}", ran.out);
    }
    git(&folder, &["remote", "add", "origin", "https://example.org/x"]);
    assert_eq!(folder.run(&["init"]).code, 0);
    assert_eq!(folder.run(&["hook", "install"]).code, 0);
    let ran = doctor(&folder, &home);
    for part in [
        "hint it has a remote (origin)",
        "pre-commit checks what is staged",
        "ok   git can merge journals",
        "ok   .gitattributes gives",
    ] {
        assert!(ran.out.contains(part), "{part} in {}", ran.out);
    }
}

#[test]
fn what_does_not_work_is_bad_and_fails() {
    let home = Folder::new(&[]);
    let ran = doctor(&Folder::new(&[]), &home);
    assert!(ran.code == 1 && ran.out.contains("bad  no journal found in "), "{ran:?}");
    let folder = Folder::new(&[("netlint.toml", "langauge = \"de\""), ("a.net.md", JOURNAL)]);
    let ran = doctor(&folder, &home);
    assert!(ran.code == 1 && ran.out.contains("bad  netlint.toml:1:1: unknown key `langauge`"), "{ran:?}");
    let folder = Folder::new(&[("a.net.md", "## 2026-11-20\n- call @ghost\n")]);
    let ran = doctor(&folder, &home);
    assert!(ran.code == 0 && ran.out.contains("hint 1 error is found in it"), "{ran:?}");
}

#[cfg(unix)]
#[test]
fn who_can_read_it_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, home) = (Folder::new(&[("a.net.md", JOURNAL)]), Folder::new(&[]));
    let set = |mode| std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(mode)).unwrap();
    set(0o700);
    assert!(doctor(&folder, &home).out.contains("ok   others on this machine cannot read it"));
    set(0o755);
    let open = folder.path().ancestors().skip(1).all(|it| it.metadata().unwrap().permissions().mode() & 0o007 != 0);
    assert_eq!(doctor(&folder, &home).out.contains("hint everybody on this machine can read "), open);
}

#[test]
fn editors_that_know_netlint_are_told_from_those_that_do_not() {
    let folder = Folder::new(&[("a.net.md", JOURNAL), ("bin/nvim", ""), ("bin/vim", "")]);
    let home = Folder::new(&[(".config/nvim/lsp/netlint.lua", "")]);
    let mut doctor = command(folder.path(), &["doctor"]);
    doctor.env("HOME", home.path()).env("PATH", folder.path().join("bin"));
    let out = run(doctor, b"").out;
    assert!(out.contains("ok   Neovim knows netlint: ") && out.contains("hint Vim does not know netlint yet"), "{out}");
    assert!(!out.contains("Emacs"), "{out}");
}

#[test]
fn options_of_all_commands_may_stand_before_them_and_none_is_lost() {
    let folder = Folder::new(&[("a.net.md", JOURNAL)]);
    let before = folder.run(&["--today", "2027-01-01", "-q", "check", "--min-level", "info"]);
    assert_eq!(before.out, folder.run(&["check", "--today", "2027-01-01", "-q", "--min-level", "info"]).out);
    assert!(before.code == 0 && before.out.contains("idle-week"), "{before:?}");
    let ran = folder.run(&["--select", "care", "rules"]);
    assert!(ran.code == 2 && ran.err.contains("--select belongs behind the command: `netlint rules ...`"), "{ran:?}");
    let ran = folder.run(&["a.net.md", "rules"]);
    assert!(ran.code == 2 && ran.err.contains("a path is written `./rules`"), "{ran:?}");
    folder.write("rules", JOURNAL.as_bytes());
    assert!(folder.run(&["./rules"]).out.contains("read 1 file"));
}
