//! Rules of one's own, from outside.

use crate::harness::{Folder, repository};

const RULE: &str = r#"
[[rule]]
name = "family-gone-quiet"
for = "person"
when = 'person.has_tag("family") && person.days_since_contact > 90'
message = "{person.name}: last contact {person.days_since_contact} days ago"
help = "a call?"
"#;

const JOURNAL: &str = "## Ada Lovelace @ada\n- role: aunt\n- tags: family\n\n## 2026-08-01\n- call @ada: hello\n";

fn own(folder: &Folder) -> Vec<String> {
    folder.findings(&[]).into_iter().filter(|it| it.contains("family") || it.contains("plugin")).collect()
}

#[test]
fn a_rule_of_ones_own_is_a_rule() {
    let folder = Folder::new(&[("netlint.toml", RULE), ("a.net.md", JOURNAL)]);
    assert_eq!(own(&folder), ["family-gone-quiet a.net.md:1"]);
    let ran = folder.run(&[]);
    assert!(ran.out.contains("family-gone-quiet") && ran.out.contains("last contact 113 days ago"), "{ran:?}");
    let explained = folder.run(&["explain", "family-gone-quiet"]);
    assert!(explained.code == 0 && explained.out.contains("netlint.toml:2"), "{explained:?}");
    assert!(folder.run(&["rules"]).out.contains("family-gone-quiet"));
    let sarif = folder.run(&["check", "--format", "sarif"]).out;
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.iter().any(|rule| rule["id"] == "family-gone-quiet"));
}

#[test]
fn levels_overrides_and_suppressions_hold_for_it() {
    let with = |config: &str, journal: &str| {
        let folder = Folder::new(&[("rules/own.toml", RULE), ("netlint.toml", config), ("a.net.md", journal)]);
        let ran = folder.run(&["check", "--min-level", "info"]);
        (own(&folder).len(), ran.code, ran.out.contains("unused-suppression"))
    };
    assert_eq!(with("", JOURNAL), (1, 0, false));
    assert_eq!(with("[rules]\nfamily-gone-quiet = \"error\"\n", JOURNAL), (1, 1, false));
    assert_eq!(with("[rules]\nfamily-gone-quiet = \"off\"\n", JOURNAL).0, 0);
    assert_eq!(with("[rules]\nown = \"off\"\n", JOURNAL).0, 0);
    let overrides = "[[overrides]]\nfiles = [\"a*\"]\nrules = { family-gone-quiet = \"off\" }\n";
    assert_eq!(with(overrides, JOURNAL).0, 0);
    let ignored = JOURNAL.replace("- tags", "- ignore: family-gone-quiet\n- tags");
    assert_eq!(with("", &ignored), (0, 0, false));
    let quiet = format!("<!-- netlint-disable-next-line family-gone-quiet -->\n{JOURNAL}");
    assert_eq!(with("", &quiet), (0, 0, false));
    let idle = ignored.replace("2026-08-01", "2026-11-01");
    assert_eq!(with("", &idle), (0, 0, true));
}

#[test]
fn a_rule_that_breaks_takes_no_other_down() {
    let broken = RULE.replace("> 90", "> 1 / 0").replace("family-gone", "family-broken");
    let folder = Folder::new(&[("netlint.toml", &format!("{RULE}{broken}")), ("a.net.md", JOURNAL)]);
    assert_eq!(own(&folder), ["family-gone-quiet a.net.md:1", "plugin-error a.net.md:1"]);
    let message = folder.json(&[])["diagnostics"].to_string();
    assert!(message.contains("the rule family-broken-quiet (netlint.toml:9) is off for this check"), "{message}");
}

#[test]
fn what_cannot_be_understood_is_said_with_its_place() {
    let failed = |rule: &str, message: &str| {
        Folder::new(&[("netlint.toml", rule), ("a.net.md", JOURNAL)]).run(&[]).assert_failed(message);
    };
    failed(
        &RULE.replace("person.has_tag", "person.has_tga"),
        "netlint.toml:5:8: person has no `has_tga`; did you mean `has_tag`?",
    );
    failed(
        &RULE.replace("family-gone-quiet", "mass-message"),
        "netlint.toml:3:8: `mass-message` is the name of another rule",
    );
    failed(&RULE.replace("\"person\"", "\"planet\""), "netlint.toml:4:7: a rule is for `person` or `entry`");
    failed(&RULE.replace("help", "halp"), "unknown key of a rule `halp`; did you mean `help`?");
    failed(&format!("{RULE}{RULE}"), "is the name of another rule");
    let folder =
        Folder::new(&[("netlint.toml", ""), ("rules/a.toml", "[[rule]]\nname = \"x\"\n"), ("a.net.md", JOURNAL)]);
    folder.run(&[]).assert_failed("a.toml:1:");
}

#[test]
fn a_new_rule_passes_its_own_example() {
    let folder = Folder::new(&[("netlint.toml", ""), ("a.net.md", JOURNAL)]);
    let ran = folder.run(&["rules", "new", "gone-quiet"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let ran = folder.run(&["rules", "test"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "examples of your own rules: 2 passed, 0 failed\n"), "{ran:?}");
    folder.run(&["rules", "new", "gone-quiet"]).assert_failed("choose another");
    folder.run(&["rules", "new", "../evil"]).assert_failed("is no name of a rule");
    folder.write("rules/gone-quiet.toml", folder.read("rules/gone-quiet.toml").replace("> 90", "> 900").as_bytes());
    let ran = folder.run(&["rules", "test"]);
    assert!(ran.code == 1 && ran.out.contains("not found: line 1, column 4"), "{ran:?}");
}

#[test]
fn the_example_rules_pass_their_examples() {
    let folder = Folder::new(&[("netlint.toml", "")]);
    let mut count = 0;
    for file in std::fs::read_dir(repository().join("docs/example-rules")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        folder.write(&format!("rules/{name}"), &std::fs::read(&path).unwrap());
        count += 1;
    }
    assert_eq!(count, 10);
    let ran = folder.run(&["rules", "test"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "examples of your own rules: 20 passed, 0 failed\n"), "{}", ran.out);
}
