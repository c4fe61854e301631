//! The reports for other programs: each as its platform wants it, each finding once.

use std::collections::HashSet;

use quick_junit::TestCaseStatus;
use serde_json::Value;

use crate::harness::{Folder, repository, run};
use crate::tools;

const PEOPLE: &str = "\
## Ada Lovelace @ada
- every: 3 weeks
- ignore: overdue-contact

## Zoë Ünal @zoë
- every: weekly
";
const DAYS: &str =
    "## 2026-10-20\n- coffee with @ada: 100% ☕, caught up\n- mail @zoë: hi\n- call @aad\n- call @aad\n## 2026-2-3\n";

fn journal() -> Folder {
    Folder::new(&[("people.net.md", PEOPLE), ("my days/ü.net.md", DAYS), ("fine.net.md", "# Nothing\n")])
}

fn report(folder: &Folder, args: &[&str]) -> String {
    let ran = folder.run(&[&["check"], args].concat());
    assert!(ran.code < 2 && ran.err.is_empty(), "{ran:?}");
    ran.out
}

fn assert_valid(schema: &str, document: &Value) {
    let schema = std::fs::read_to_string(repository().join("tests/schemas").join(schema)).unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(document).map(|it| format!("{} at {}", it, it.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// By a validator that is not ours.
fn assert_valid_junit(document: &str) {
    let folder = Folder::new(&[("report.xml", document)]);
    let mut validate = tools::tool("xmlschema-validate");
    validate.arg("--schema").arg(repository().join("tests/schemas/junit-10.xsd")).arg("report.xml");
    validate.current_dir(folder.path());
    let ran = run(validate, b"");
    assert_eq!((ran.code, ran.out.trim_end()), (0, "report.xml is valid"), "{ran:?}: {document}");
}

#[test]
fn sarif() {
    let folder = journal();
    let text = report(&folder, &["--format", "sarif"]);
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_valid("sarif-2.1.0.json", &document);
    let run = &document["runs"][0];
    let results = run["results"].as_array().unwrap();
    let found = folder.json(&[]);
    assert_eq!(results.len(), found["diagnostics"].as_array().unwrap().len() + 1, "and one that is suppressed");
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        let rule = &run["tool"]["driver"]["rules"][index];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["help"]["markdown"].as_str().unwrap().contains("## Why"), "{rule}");
    }
    let suppressed: Vec<&Value> = results.iter().filter(|it| it.get("suppressions").is_some()).collect();
    assert_eq!(suppressed.len(), 1);
    assert_eq!(
        (&suppressed[0]["ruleId"], &suppressed[0]["suppressions"][0]["kind"]),
        (&"overdue-contact".into(), &"inSource".into())
    );
    let date = results.iter().find(|it| it["ruleId"] == "invalid-date").unwrap();
    let place = &date["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "my%20days/%C3%BC.net.md");
    assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&6.into(), &4.into()));
    let replacement = &date["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "2026-02-03");
    let names: HashSet<String> = results.iter().map(|it| it["partialFingerprints"].to_string()).collect();
    assert_eq!(names.len(), results.len(), "each its own, even two that are alike");
}

#[test]
fn a_fingerprint_does_not_depend_on_lines_days_or_levels() {
    let names = |folder: &Folder, args: &[&str]| -> HashSet<String> {
        let text = report(folder, &[&["--format", "gitlab"], args].concat());
        let all: Vec<Value> = serde_json::from_str(&text).unwrap();
        all.iter().map(|it| format!("{} {}", it["check_name"], it["fingerprint"])).collect()
    };
    let folder = journal();
    let args = ["--select", "unknown-handle,overdue-contact"];
    let before = names(&folder, &args);
    assert_eq!(before.len(), 3, "{before:?}");
    folder.write("people.net.md", format!("# People\n\nwords\n\n{PEOPLE}").as_bytes());
    folder.write("my days/ü.net.md", DAYS.replace("- call", "*  call").as_bytes());
    assert_eq!(names(&folder, &[&args[..], &["--today", "2026-12-24"]].concat()), before);
    assert!(names(&folder, &[&args[..], &["--min-level", "error"]].concat()).is_subset(&before));
}

#[test]
fn gitlab() {
    let document: Value = serde_json::from_str(&report(&journal(), &["--format", "gitlab"])).unwrap();
    assert_valid("gitlab.json", &document);
    let first = &document[0];
    assert_eq!((&first["location"]["path"], &first["severity"]), (&"my days/ü.net.md".into(), &"major".into()));
}

#[test]
fn github() {
    let out = report(&journal(), &["--format", "github", "--select", "unknown-handle,invalid-date"]);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 3, "{out}");
    let start = "::error file=my days/ü.net.md,line=4,endLine=4,col=8,endColumn=12,title=netlint unknown-handle::";
    assert!(lines[0].starts_with(start), "{out}");
    assert!(lines[0].contains("%0A") && !lines[0].contains('\r'), "the help follows on a new line: {out}");
}

/// A workflow command as the runner of GitHub Actions reads it: the name, the properties, the message.
fn decode(line: &str) -> (String, Vec<(String, String)>, String) {
    let unescape = |text: &str, more: &[(&str, &str)]| {
        let known = [("%0D", "\r"), ("%0A", "\n")];
        let all = more.iter().copied().chain(known).chain([("%25", "%")]);
        all.fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
    };
    let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
    let (name, properties) = head.split_once(' ').unwrap();
    let property = |text: &str| {
        let (key, value) = text.split_once('=').unwrap();
        (key.to_owned(), unescape(value, &[("%3A", ":"), ("%2C", ",")]))
    };
    (name.to_owned(), properties.split(',').map(property).collect(), unescape(message, &[]))
}

#[test]
#[cfg(unix)]
fn github_is_told_what_was_found_whatever_it_is_called() {
    let path = "a,b: 100%25 of\n::error::it.net.md";
    let folder = Folder::new(&[(path, "## 2026-11-20\n- call @50%,%0A::x, @b\n")]);
    let found = folder.json(&["--select", "unknown-handle"]);
    let out = report(&folder, &["--format", "github", "--select", "unknown-handle"]);
    let found = found["diagnostics"].as_array().unwrap();
    assert_eq!(out.lines().count(), found.len(), "{out}");
    for (line, found) in out.lines().zip(found) {
        let (name, properties, message) = decode(line);
        let property = |key: &str| properties.iter().find(|(name, _)| name == key).unwrap().1.as_str();
        assert_eq!((name.as_str(), property("file"), property("title")), ("error", path, "netlint unknown-handle"));
        assert_eq!(property("line"), found["start"]["line"].to_string());
        let help = found["help"].as_str().map_or(String::new(), |help| format!("\n{help}"));
        assert_eq!(message, format!("{}{help}", found["message"].as_str().unwrap()));
    }
}

#[test]
fn junit_has_a_case_for_each_file() {
    let out = report(&journal(), &["--format", "junit"]);
    assert_valid_junit(&out);
    let parsed = quick_junit::Report::deserialize_from_str(&out).unwrap();
    let suite = &parsed.test_suites[0];
    assert_eq!((suite.tests, suite.failures), (3, 2));
    let is_fine = |name: &str| {
        let case = suite.test_cases.iter().find(|it| it.name.as_str() == name).unwrap();
        matches!(case.status, TestCaseStatus::Success { .. })
    };
    assert_eq!([is_fine("fine.net.md"), is_fine("people.net.md"), is_fine("my days/ü.net.md")], [true, false, false]);
    assert!(out.contains("4:8: error[unknown-handle]: nobody is declared as @aad"), "{out}");
}

#[test]
fn what_is_hostile_in_a_journal_stays_text() {
    let text = "## <b>&\"]]> @ada\n- every: weekly\n\n## 2026-10-20\n- call @ada: \u{1b}[31m\u{202e}::error::x\n- call @\u{1b}]8;;x\n";
    let folder = Folder::new(&[("a.net.md", text)]);
    let junit = report(&folder, &["--format", "junit"]);
    quick_junit::Report::deserialize_from_str(&junit).unwrap();
    assert_valid_junit(&junit);
    for format in ["text", "compact"] {
        let out = report(&folder, &["--format", format]);
        assert!(!out.contains('\u{1b}') && !out.contains('\u{202e}'), "{out}");
    }
}

#[test]
fn several_reports_in_one_run() {
    let folder = journal();
    let formats = ["--format", "compact", "--format", "sarif=out.sarif", "--format", "junit=out.xml"];
    let out = report(&folder, &formats);
    assert!(out.contains("error[unknown-handle]"), "{out}");
    assert!(folder.read("out.sarif").contains("\"2.1.0\"") && folder.read("out.xml").starts_with("<?xml"));
    let ran = folder.run(&["check", "--format", "text", "--format", "json"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("only one report can go to standard output"), "{}", ran.err);
    let ran = folder.run(&["check", "--format", "yaml"]);
    assert!(ran.code == 2 && ran.err.contains("known are text, compact, json, sarif"), "{}", ran.err);
}

#[test]
fn statistics_count_by_rule() {
    let folder = journal();
    let out = report(&folder, &["--statistics"]);
    assert!(out.starts_with("2  error    unknown-handle  2 fixable\n"), "{out}");
    assert!(out.contains("\n1  error    invalid-date  1 fixable\n") && out.contains("read 3 files"), "{out}");
    assert_eq!(folder.run(&["check", "--statistics", "--format", "json"]).code, 2);
}

#[test]
fn so_many_and_no_more() {
    let folder = journal();
    let all = report(&folder, &["--format", "compact"]).lines().filter(|line| line.contains(": ")).count();
    let out = report(&folder, &["--format", "compact", "--max-diagnostics", "1"]);
    assert!(out.contains(&format!("\n{} more, not shown (--max-diagnostics)\n", all - 1)), "{out}");
    assert!(report(&folder, &["--max-diagnostics", "1"]).matches("error[").count() == 1);
}
