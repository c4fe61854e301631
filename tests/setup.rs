//! What one does once: a first journal, completions, manual pages.

use std::process::Command;

use crate::harness::{Folder, Ran, TODAY, command, run};

#[test]
fn a_first_journal_is_fine_as_it_is() {
    for (language, people) in [("en", "people.net.md"), ("de", "leute.net.md")] {
        let folder = Folder::new(&[]);
        let ran = folder.run(&["init", "--language", language]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
        for name in ["netlint.toml", people, "2026.net.md", ".gitattributes"] {
            assert!(ran.out.contains(&format!(" {name}\n")) && folder.path().join(name).is_file(), "{}", ran.out);
        }
        assert_eq!(folder.read(".gitattributes"), "*.net.md merge=netlint\n");
        assert!(folder.read("2026.net.md").contains(&format!("\n## {TODAY}\n")));
        let document = folder.json(&[]);
        assert_eq!(document["diagnostics"].as_array().unwrap().len(), 0, "{document}");
        assert_eq!((&document["people"], &document["entries"]), (&1.into(), &3.into()));
        assert_eq!(folder.run(&["fmt", "--check"]).code, 0, "it has its canonical form");
        let ran = folder.run(&["check", "--today", "2027-06-01", "--min-level", "info"]);
        assert!(ran.out.contains("[overdue-contact]"), "the example is reminded of: {}", ran.out);
    }
}

#[test]
fn nothing_is_overwritten() {
    let folder = Folder::new(&[("netlint.toml", "fields = []\n"), (".gitattributes", "*.png binary")]);
    let ran = folder.run(&["init"]);
    assert!(ran.out.contains("kept as it is: netlint.toml\nwritten: people.net.md\n"), "{}", ran.out);
    assert!(ran.out.contains("extended: .gitattributes with `*.net.md merge=netlint`\n"), "{}", ran.out);
    assert_eq!(folder.read("netlint.toml"), "fields = []\n");
    assert_eq!(folder.read(".gitattributes"), "*.png binary\n*.net.md merge=netlint\n");
    folder.write("people.net.md", b"mine");
    let ran = folder.run(&["init"]);
    assert_eq!(ran.out.matches("kept as it is").count(), 4, "{}", ran.out);
    assert_eq!(folder.read("people.net.md"), "mine");
}

#[cfg(unix)]
#[test]
fn a_new_folder_is_private_and_one_above_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new(&[("netlint.toml", "")]);
    let ran = folder.run(&["init", "my/contacts"]);
    assert!(ran.code == 0 && ran.out.contains("written: my/contacts/people.net.md\n"), "{ran:?}");
    assert!(ran.out.contains("there is ") && ran.out.contains("netlint.toml above"), "{}", ran.out);
    let mode = folder.path().join("my/contacts").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[test]
fn what_cannot_be_begun_is_said_in_one_line() {
    let folder = Folder::new(&[("file", "")]);
    for args in [["init", "file"].as_slice(), &["init", "file/below"], &["init", "--language", "fr"]] {
        let ran = folder.run(args);
        assert!(ran.code == 2 && ran.out.is_empty(), "{ran:?}");
    }
    folder.write(".gitattributes", b"\xff");
    let ran = folder.run(&["init"]);
    assert!(ran.code == 2 && ran.err.ends_with(".gitattributes: is not UTF-8\n"), "{ran:?}");
}

/// Every line of the first configuration is one that counts once its `#` is gone.
#[test]
fn the_first_configuration_tells_only_what_is_true() {
    for language in ["en", "de"] {
        let folder = Folder::new(&[]);
        folder.run(&["init", "--language", language]);
        let text = folder.read("netlint.toml");
        let is_example = |line: &str| line.starts_with('#') && !line.starts_with("# ") && !line.starts_with("#:");
        let all: String = text
            .lines()
            .map(|line| if is_example(line) { line[1..].to_owned() } else { line.to_owned() } + "\n")
            .collect();
        folder.write("netlint.toml", all.as_bytes());
        let ran = folder.run(&["config"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        for key in session::TOP {
            let (line, table) = (format!("\n{} = ", key.name), format!("[{}", key.name));
            assert!(all.contains(&line) || all.contains(&table), "{}", key.name);
        }
    }
}

/// What netlint offers a shell for the last of these words.
fn offered(folder: &Folder, shell: &str, words: &[&str]) -> Ran {
    let mut command = command(folder.path(), &[&["--"], words].concat());
    command.env("NETLINT_COMPLETE", shell);
    // How each shell's script tells which word is completed.
    command.env("_CLAP_COMPLETE_INDEX", (words.len() - 1).to_string()).env("_CLAP_IFS", "\n");
    command.env("_CLAP_COMPLETE_COMP_TYPE", "9").env("_CLAP_COMPLETE_SPACE", "true");
    run(command, b"")
}

#[test]
fn rules_groups_and_commands_are_completed_in_five_shells() {
    let folder = Folder::new(&[]);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = folder.run(&["completions", shell]);
        assert!(script.code == 0 && script.out.contains("NETLINT_COMPLETE"), "{script:?}");
        for (words, expected) in [
            (["netlint", "explain", "missing-th"].as_slice(), "missing-thanks"),
            (&["netlint", "check", "--select", "care,missing-th"], "missing-thanks"),
            (&["netlint", "check", "--ignore", "recip"], "reciprocity"),
            (&["netlint", "comp"], "completions"),
        ] {
            let ran = offered(&folder, shell, words);
            assert!(ran.code == 0 && ran.out.contains(expected), "{shell} {words:?}: {ran:?}");
            assert!(!ran.out.contains("overdue-contact"), "{shell} {words:?}: {ran:?}");
        }
    }
    assert_eq!(folder.run(&["completions", "cmd"]).code, 2);
}

#[test]
fn people_are_completed_from_the_journal_at_hand() {
    let folder = Folder::new(&[("a.net.md", "## Ada Lovelace @ada\n## $(touch x) @evil\n## Bob @bob\n")]);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = offered(&folder, shell, &["netlint", "show", "@a"]);
        assert!(ran.code == 0 && ran.out.contains("@ada") && !ran.out.contains("@bob"), "{shell}: {ran:?}");
        let ran = offered(&folder, shell, &["netlint", "show", "Ad"]);
        assert!(ran.code == 0 && ran.out.contains("Ada Lovelace"), "{shell}: {ran:?}");
        // A name that a shell would run is not offered.
        let ran = offered(&folder, shell, &["netlint", "show", "$"]);
        assert!(ran.code == 0 && !ran.out.contains("touch"), "{shell}: {ran:?}");
        // Where there is no journal, nothing is said.
        let ran = offered(&Folder::new(&[]), shell, &["netlint", "show", "@a"]);
        assert!(ran.code == 0 && ran.err.is_empty() && !ran.out.contains('@'), "{shell}: {ran:?}");
    }
}

#[test]
fn bash_completes_with_the_script() {
    let folder = Folder::new(&[]);
    let script = "source <(netlint completions bash)
        COMP_WORDS=(netlint explain unreturned-f) COMP_CWORD=2 COMP_TYPE=9
        $(complete -p netlint | sed 's/.*-F \\([^ ]*\\).*/\\1/') netlint unreturned-f explain
        printf '%s\\n' \"${COMPREPLY[@]}\"";
    let netlint = std::path::Path::new(env!("CARGO_BIN_EXE_netlint")).parent().unwrap();
    let path = std::env::join_paths(
        std::iter::once(netlint.to_owned()).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let mut bash = Command::new("bash");
    bash.args(["-c", script]).current_dir(folder.path()).env("PATH", path.unwrap());
    let ran = run(bash, b"");
    assert_eq!(ran.out.trim(), "unreturned-favor", "{ran:?}");
}

#[test]
fn manual_pages_come_from_the_arguments() {
    let folder = Folder::new(&[]);
    let page = folder.run(&["man", "check"]).out;
    for part in
        [".TH netlint-check 1", ".SH SYNOPSIS", "\\-\\-unsafe\\-fixes", "Check journals and report what was found"]
    {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(folder.run(&["man"]).out.contains("netlint check \\-\\-min\\-level info"), "examples stand in it");
    let ran = folder.run(&["man", "chek"]);
    assert!(ran.code == 2 && ran.err.contains("did you mean `check`?"), "{ran:?}");
    let ran = folder.run(&["man", "--output-dir", "man1"]);
    assert!(ran.code == 0 && ran.out.lines().count() > 5, "{ran:?}");
    for name in ran.out.lines() {
        assert!(folder.read(name).contains(".SH NAME"), "{name}");
    }
}

/// Every command shows how it is used.
#[test]
fn every_help_has_examples() {
    let folder = Folder::new(&[]);
    let help = folder.run(&["--help"]).out;
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names: Vec<&str> = commands.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.contains(&"check") && help.contains("Examples:"), "{help}");
    for name in names.into_iter().filter(|name| *name != "help") {
        let ran = folder.run(&[name, "--help"]);
        assert!(ran.out.contains("Examples:\n  "), "{name}: {}", ran.out);
    }
}
