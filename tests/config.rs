//! `netlint config` and the schema of `netlint.toml`.

use serde_json::Value;

use crate::harness::{Folder, repository};

const FULL: &str = r#"
include = ["**/*.net.md", "notes/*.md"]
exclude = ["old/**"]
people = ["people/*.md"]
language = "de"
default-circle = "network"
fail-on = "warning"
fields = ["linkedin"]
[circles.inner]
size = 7
[circles."old friends"]
every = "never"
[verbs.padel]
like = "meet"
[frontmatter]
contact-frequency = "every"
[rules]
all = "info"
quality = { level = "off" }
shallow-tie = "error"
mass-message = { level = "error", max-recipients = 5 }
[[overrides]]
files = ["archive/**"]
rules = { format = "info", unknown-verb = "off" }
"#;

/// A line of `netlint config`, and what it says of its source.
fn shown(folder: &Folder, key: &str) -> (String, String) {
    let ran = folder.run(&["config"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    let line = ran.out.lines().find(|line| line.starts_with(&format!("{key} ="))).unwrap_or_else(|| panic!("{key}"));
    let (value, source) = line.rsplit_once("# ").unwrap();
    (value.split_once(" = ").unwrap().1.trim().to_owned(), source.to_owned())
}

#[test]
fn each_value_is_shown_with_its_source() {
    let folder = Folder::new(&[("netlint.toml", FULL)]);
    let is = |key: &str, value: &str, source: &str| {
        assert_eq!(shown(&folder, key), (value.to_owned(), source.to_owned()), "{key}");
    };
    is("language", "\"de\"", "netlint.toml:5");
    is("fail-on", "\"warning\"", "netlint.toml:7");
    is("size", "7", "netlint.toml:10");
    is("like", "\"meet\"", "netlint.toml:14");
    is("contact-frequency", "\"every\"", "netlint.toml:16");
    is("overdue-contact.level", "\"info\"", "netlint.toml:18");
    is("event-only.level", "\"off\"", "netlint.toml:19");
    is("shallow-tie.level", "\"error\"", "netlint.toml:20");
    is("mass-message.max-recipients", "5", "netlint.toml:21");
    is("mass-message.recent-days", "90", "default");
    let out = folder.run(&["config"]).out;
    assert!(out.contains("[circles.\"old friends\"]\nevery = \"never\""), "{out}");
    let overrides = "[[overrides]]  # netlint.toml:22\nfiles = [\"archive/**\"]\nrules = { format = \"info\", unknown-verb = \"off\" }\n";
    assert!(out.ends_with(overrides), "{out}");
}

#[test]
fn what_is_shown_says_the_same_as_what_was_read() {
    for text in [FULL, ""] {
        let folder = Folder::new(&[("netlint.toml", text)]);
        let without_sources = |out: &str| -> String {
            out.lines().map(|line| line.split("  #").next().unwrap().trim_end().to_owned() + "\n").collect()
        };
        let first = folder.run(&["config"]).out;
        folder.write("netlint.toml", first.as_bytes());
        let second = folder.run(&["config"]);
        assert_eq!(second.code, 0, "{}", second.err);
        assert_eq!(without_sources(&second.out), without_sources(&first));
    }
}

#[test]
fn without_a_file_the_defaults_are_shown_and_a_wrong_file_is_named() {
    let folder = Folder::new(&[]);
    let ran = folder.run(&["config"]);
    assert!(ran.code == 0 && ran.out.starts_with("# what is in force; there is no netlint.toml"), "{ran:?}");
    folder.write("netlint.toml", b"[rules]\noverdue-contct = \"off\"\n");
    let ran = folder.run(&["config"]);
    let message =
        "netlint: netlint.toml:2:1: unknown rule or group `overdue-contct`; did you mean `overdue-contact`?\n";
    assert_eq!((ran.code, ran.err.as_str()), (2, message));
}

#[test]
fn what_is_said_of_all_rules_gives_way_to_what_is_said_of_a_group_and_of_one() {
    let folder = Folder::new(&[
        ("netlint.toml", "[rules]\nunknown-handle = \"error\"\nformat = \"warning\"\nall = \"off\"\n"),
        ("a.net.md", "## 2026-11-20\n- cofee with @ada\n- 2026-2-3 call @ada\n"),
    ]);
    let levels: Vec<String> = folder.json(&[])["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| format!("{} {}", it["rule"], it["level"]))
        .collect();
    assert_eq!(
        levels,
        [
            "\"unknown-verb\" \"warning\"",
            "\"unknown-handle\" \"error\"",
            "\"invalid-date\" \"warning\"",
            "\"unknown-handle\" \"error\""
        ]
    );
}

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&Folder::new(&[]).run(&["config", "--schema"]).out).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

fn document(toml: &str) -> Value {
    serde_json::to_value(toml::from_str::<toml::Table>(toml).unwrap()).unwrap()
}

/// `UPDATE=1 cargo test` writes the schema; without it, this proves that it is current.
#[test]
fn the_schema_on_disk_is_current() {
    let schema = Folder::new(&[]).run(&["config", "--schema"]).out;
    testkit::assert_file(&repository().join("docs/netlint.schema.json"), &schema);
}

#[test]
fn the_schema_accepts_what_netlint_accepts_and_refuses_what_it_refuses() {
    let validator = validator();
    let accepts = |text: &str| {
        let ran = Folder::new(&[("netlint.toml", text)]).run(&["config"]);
        (validator.is_valid(&document(text)), ran.code == 0)
    };
    for text in [FULL, "", &Folder::new(&[]).run(&["config"]).out] {
        assert_eq!(accepts(text), (true, true), "{text}");
    }
    let page = std::fs::read_to_string(repository().join("docs/configuration.md")).unwrap();
    for (_, _, text) in testkit::fenced(&page).iter().filter(|(_, info, _)| info == "toml") {
        assert_eq!(accepts(text), (true, true), "{text}");
    }
    for text in [
        "inclued = []",
        "include = \"a\"",
        "language = \"fr\"",
        "fail-on = \"off\"",
        "[circles.inner]\nsize = -1",
        "[circles.inner]\ncolor = \"red\"",
        "[verbs.padel]",
        "[verbs.padel]\nlike = \"meet\"\nunlike = \"mail\"",
        "[rules]\ncare = \"loud\"",
        "[rules]\nmass-message = { max-recipient = 5 }",
        "[rules]\ncare = { days = 5 }",
        "[[overrides]]\nfiles = [\"a\"]",
        "[[rule]]\nname = \"mine\"",
        "[[rule]]\nname = \"mine\"\nfor = \"planet\"\nwhen = \"true\"\nmessage = \"x\"",
    ] {
        assert_eq!(accepts(text), (false, false), "{text}");
    }
    let rule = "[[rule]]\nname = \"mine\"\nfor = \"person\"\nwhen = \"true\"\nmessage = \"x\"\n";
    assert_eq!(accepts(&format!("{rule}[rules]\nmine = \"off\"")), (true, true));
    // The schema cannot know the names of rules of one's own, so it must let pass what only netlint can refuse.
    assert_eq!(accepts("[rules]\noverdue = \"off\""), (true, false));
}
