//! What rules of one's own can do, and what they cannot.

use check::{Level, Levels, Report};
use journal::Settings;
use proptest::prelude::*;

use crate::{About, Definition, compile};

const JOURNAL: &str = "## Ada Lovelace @ada\n- tags: family\n- org: Engines\n\n## Bob @bob\n\n## 2026-01-01\n- coffee with @ada: about #gifts\n";

fn definition(about: About, when: &str, message: &str) -> Definition {
    Definition {
        name: "mine".to_owned(),
        about,
        when: when.to_owned(),
        message: message.to_owned(),
        help: None,
        level: Level::Warning,
        docs: None,
        origin: "netlint.toml:1".to_owned(),
    }
}

fn run(definition: &Definition) -> Report {
    let settings = Settings::default();
    let network = testkit::network(&[("a.net.md", JOURNAL)], &settings);
    let mut levels = Levels::default();
    levels.add(compile(definition).unwrap());
    let mut report = check::check(&network, &settings, &levels, testkit::day("2026-11-22"));
    report.diagnostics.retain(|it| it.rule.group == check::Group::Own);
    report
}

fn said(about: About, when: &str, message: &str) -> Vec<String> {
    let report = run(&definition(about, when, message));
    report.diagnostics.into_iter().map(|it| format!("{}: {}", it.rule.name, it.finding.message)).collect()
}

#[test]
fn people_and_entries_are_asked() {
    let when = r#"person.has_tag("Family") && person.days_since_contact > 90"#;
    assert_eq!(
        said(About::Person, when, "{person.name}: {person.days_since_contact} days"),
        ["mine: Ada Lovelace: 325 days"]
    );
    assert_eq!(said(About::Person, "person.days_since_contact == ()", "{{@{person.handle}}}"), ["mine: {@bob}"]);
    assert_eq!(said(About::Person, r#"person.field("org") == "Engines""#, "x"), ["mine: x"]);
    let when = r#"entry.has_tag("gifts") && entry.has_person("ada") && entry.class == "in-person""#;
    assert_eq!(said(About::Entry, when, "{entry.verb} {entry.date} {today}"), ["mine: coffee 2026-01-01 2026-11-22"]);
}

#[test]
fn every_property_can_be_asked() {
    for property in crate::properties::PERSON {
        let found = said(About::Person, &format!("person.{0} == person.{0}", property.name), "x");
        assert_eq!(found, ["mine: x", "mine: x"], "{}", property.name);
    }
    for property in crate::properties::ENTRY {
        let found = said(About::Entry, &format!("entry.{0} == entry.{0}", property.name), "x");
        assert_eq!(found, ["mine: x"], "{}", property.name);
    }
}

#[test]
fn the_page_lists_what_can_be_asked() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/own-rules.md");
    let page = std::fs::read_to_string(path).unwrap();
    assert!(page.contains(&crate::documented()), "docs/own-rules.md needs these tables:\n{}", crate::documented());
}

#[test]
fn what_is_not_understood_is_said() {
    let wrong = |when: &str, message: &str| compile(&definition(About::Person, when, message)).unwrap_err();
    let error = wrong("person.nmae == 1", "x");
    assert_eq!((error.key, error.message.as_str()), ("when", "person has no `nmae`; did you mean `name`?"));
    assert_eq!(wrong("true", "{person.").key, "message");
    assert_eq!(wrong("true", "a } b").key, "message");
    assert_eq!(wrong("(1", "x").key, "when");
    let named = Definition { name: "My Rule".to_owned(), ..definition(About::Person, "true", "x") };
    assert_eq!(compile(&named).unwrap_err().key, "name");
}

#[test]
fn nothing_can_be_written_that_runs_for_ever_or_reaches_out() {
    for when in [
        "loop { }",
        "while true { }",
        "{ let x = 1; x == 1 }",
        "fn f(n) { f(n) } f(1)",
        "|x| x == 1",
        "import \"/etc/passwd\" as x",
        "eval(\"true\")",
        "print(\"x\") == ()",
    ] {
        assert!(compile(&definition(About::Person, when, "x")).is_err(), "{when}");
    }
    assert!(compile(&definition(About::Person, &"(".repeat(2000), "x")).is_err());
    assert!(compile(&definition(About::Person, &"1+".repeat(3000), "x")).is_err());
}

#[test]
fn a_rule_that_breaks_is_off_and_says_so_once() {
    for when in [
        "1 / 0 == 1",
        "person.name",
        "9223372036854775807 + person.contacts + 1 == 0",
        "open(\"/etc/passwd\") == ()",
        "sleep(1) == ()",
        "timestamp() == ()",
        "rand() == 1",
        "[1].pad(100000000, 1) == ()",
        "\"x\".pad(100000000, \"y\") == \"\"",
    ] {
        let found = said(About::Person, when, "x");
        assert_eq!(found.len(), 1, "{when}: {found:?}");
        assert!(found.iter().all(|it| it.starts_with("plugin-error: ") && it.contains("netlint.toml:1")), "{found:?}");
    }
}

#[test]
fn the_same_definition_is_the_same_rule() {
    let rule = definition(About::Person, "person.contacts == 77", "x");
    assert!(std::ptr::eq(compile(&rule).unwrap(), compile(&rule).unwrap()));
}

proptest! {
    #[test]
    fn whatever_is_written_nothing_else_falls(
        tokens in prop::collection::vec(prop::sample::select(vec![
            "person", ".name", ".contacts", ".tags", "+", "-", "*", "/", "%", "**", "<<", "==", "&&", "||", "!", "(", ")",
            "[", "]", "#{", "}", "\"x\"", "1", "-1", "9223372036854775807", "..", "in", "if", "true", "()", ".len()",
            ".pad(9999999, 1)", "{", ";", "`${1}`", "'", "\\", "é", "??", "?.",
        ]), 1..14)
    ) {
        let when = tokens.join(" ");
        let rule = definition(About::Person, &when, "{person.name}");
        if compile(&rule).is_ok() {
            let found = run(&rule).diagnostics;
            let broke = found.iter().filter(|it| it.rule.name == "plugin-error").count();
            prop_assert!(broke == 0 || found.len() == 1, "{}: {:?}", when, found);
        }
    }
}
