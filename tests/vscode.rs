//! The extension for VS Code: its parts, its grammar, and the whole of it in a real VS Code with a real browser.

use std::path::PathBuf;
use std::process::Command;

use crate::harness::{Folder, Ran, TODAY, repository, run};
use crate::tools;

/// What must work in VS Code.
const OFFERED: [&str; 19] = [
    "agenda",
    "completion",
    "configuration",
    "definition",
    "diagnostics",
    "folding",
    "formatting",
    "hover",
    "language",
    "log",
    "person",
    "preview",
    "problems",
    "quickFix",
    "references",
    "rename",
    "restart",
    "statusBar",
    "symbols",
];

fn extension() -> PathBuf {
    repository().join("editors/vscode")
}

/// Runs one of the extension's scripts.
#[track_caller]
fn npm(script: &str, args: &[&str]) -> Ran {
    assert!(
        extension().join("node_modules").is_dir(),
        "editors/vscode has no node_modules; `tests/run` installs them, and runs the tests then"
    );
    let mut npm = Command::new("npm");
    npm.args(["run", "--silent", script, "--"]).args(args).current_dir(extension()).env("NETLINT_TODAY", TODAY);
    npm.env("MARKDOWN_GRAMMAR", tools::vscode().join("extensions/markdown-basics/syntaxes/markdown.tmLanguage.json"));
    let ran = run(npm, b"");
    assert_eq!(ran.code, 0, "npm run {script}: {}\n{}", ran.out, ran.err);
    ran
}

#[test]
fn its_parts_do_what_they_say() {
    npm("check", &[]);
    let ran = npm("test:unit", &[]);
    assert!(ran.out.contains("fail 0") && !ran.out.contains("pass 0"), "{}", ran.out);
}

#[test]
fn what_netlint_reads_is_painted_and_code_is_not() {
    let ran = npm("test:grammar", &[]);
    for file in ["code", "journal", "people"] {
        assert!(ran.out.contains(&format!("test/grammar/{file}.net.md run success")), "{}", ran.out);
    }
}

/// The snippets with what they offer at first are lines that netlint reads.
#[test]
fn snippets_are_journals() {
    let text = std::fs::read_to_string(extension().join("snippets/netlint.code-snippets")).unwrap();
    let snippets: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut journal = "## 2026-11-22\n\n".to_owned();
    for name in ["Coffee", "Call", "Mail", "Got", "Thanked", "Gave", "Plan"] {
        journal += &filled(snippets[name]["body"].as_str().unwrap());
        journal += "\n";
    }
    let person: Vec<&str> =
        snippets["A person"]["body"].as_array().unwrap().iter().filter_map(|it| it.as_str()).collect();
    journal += &format!("\n{}\n", filled(&person.join("\n")).replace("circle: ", "circle: close"));
    let folder = Folder::new(&[("a.net.md", &journal)]);
    let json = folder.json(&["--select", "format"]);
    assert_eq!((&json["people"], &json["entries"]), (&1.into(), &7.into()), "{journal}");
    assert_eq!(json["diagnostics"], serde_json::json!([]), "{journal}");
}

/// A snippet as it stands once it is inserted on [`TODAY`].
fn filled(body: &str) -> String {
    let mut text = body.to_owned();
    for (name, value) in [("YEAR", "2026"), ("MONTH", "11"), ("DATE", "22")] {
        text = text.replace(&format!("${{CURRENT_{name}}}"), value).replace(&format!("$CURRENT_{name}"), value);
    }
    for stop in '0'..='9' {
        text = text.replace(&format!("${stop}"), "");
    }
    while let Some(start) = text.rfind("${") {
        let end = start + text[start..].find('}').unwrap();
        let inner = text[start + 2..end].trim_start_matches(|it: char| it.is_ascii_digit());
        let shown = inner.trim_start_matches([':', '|']).split([',', '|']).next().unwrap_or_default().to_owned();
        text.replace_range(start..=end, &shown);
    }
    text
}

#[test]
fn a_real_vscode_shows_finds_mends_and_notes() {
    let files = ["netlint.toml", "people.net.md", "2026.net.md"];
    let journal = Folder::new(&[]);
    for file in files {
        journal.write(file, &std::fs::read(repository().join("docs/example").join(file)).unwrap());
    }
    let package = Folder::new(&[]);
    let package = package.path().join("netlint.vsix");
    npm("package", &[package.to_str().unwrap()]);
    let (tools, pictures) = (repository().join("target/tools"), repository().join("target/vscode"));
    let path = std::fs::canonicalize(journal.path()).unwrap();
    let args = [package.as_path(), env!("CARGO_BIN_EXE_netlint").as_ref(), &path, &tools, &pictures];
    let ran = npm("test:end-to-end", &args.map(|it| it.to_str().unwrap()));
    let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"));
    for feature in OFFERED {
        assert_eq!(found[feature], "ok", "{feature}; target/vscode/failed.png shows the screen: {found:#}");
    }
}
