//! `netlint check`: paths, configuration, selection, levels, exit codes, formats.

use crate::harness::{Folder, command, run};

const PEOPLE: &str = "## Ada Lovelace @ada\n- every: 3 weeks\n";
const DAYS: &str = "## 2026-10-20\n- coffee with @ada: caught up\n- call @ghost\n";

fn journal() -> Folder {
    Folder::new(&[("people.net.md", PEOPLE), ("2026.net.md", DAYS)])
}

#[test]
fn a_bare_command_checks_the_folder_and_errors_decide_the_exit_code() {
    let ran = journal().run(&[]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("error[unknown-handle]"), "{}", ran.out);
    assert!(ran.out.contains("warning[overdue-contact]"), "{}", ran.out);
    assert!(ran.out.contains("read 2 files, 1 person, 2 entries from 2026-10-20 to 2026-10-20, as of 2026-11-22"));
    assert_eq!(ran.err, "");
}

#[test]
fn the_gravest_is_read_first() {
    let out = journal().run(&["check", "--min-level", "info"]).out;
    assert!(out.find("error[").unwrap() < out.find("warning[").unwrap(), "{out}");
}

#[test]
fn fail_on_sets_the_bar() {
    let folder = journal();
    let code = |level: &str, select: &str| folder.run(&["--fail-on", level, "--select", select]).code;
    assert_eq!(code("error", "overdue-contact"), 0);
    assert_eq!(code("warning", "overdue-contact"), 1);
    assert_eq!(code("info", "overdue-contact"), 1);
    assert_eq!(code("never", "unknown-handle"), 0);
    folder.write("netlint.toml", b"fail-on = \"warning\"\n");
    assert_eq!(folder.run(&["--select", "overdue-contact"]).code, 1);
    assert_eq!(code("error", "overdue-contact"), 0, "the command line wins");
}

#[test]
fn min_level_hides_from_people_and_says_so_but_json_has_all() {
    let folder = Folder::new(&[("a.net.md", "## Ada @ada\n\n## 2026-11-20\n- call @ada\n")]);
    let ran = folder.run(&["check"]);
    assert!(ran.out.starts_with("nothing to report; 1 quieter finding not shown (--min-level info)\n"), "{}", ran.out);
    assert!(folder.run(&["check", "--min-level", "info"]).out.contains("info[bare-contact]"));
    assert_eq!(folder.findings(&["--min-level", "error"]), ["bare-contact a.net.md:1"]);
}

#[test]
fn selection_by_rule_and_group() {
    let folder = journal();
    assert_eq!(folder.findings(&["--select", "care"]), ["idle-week 2026.net.md:3", "overdue-contact people.net.md:1"]);
    assert_eq!(folder.findings(&["--select", "care", "--extend-select", "unknown-handle"]).len(), 3);
    assert_eq!(folder.findings(&["--select", "care,format", "--ignore", "care"]), ["unknown-handle 2026.net.md:3"]);
    let ran = folder.run(&["--select", "overdue-contct"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("did you mean `overdue-contact`?"), "{}", ran.err);
}

#[test]
fn select_turns_on_what_the_configuration_turned_off() {
    let folder = journal();
    folder.write("netlint.toml", b"[rules]\ncare = \"off\"\n");
    assert!(!folder.findings(&[]).contains(&"overdue-contact people.net.md:1".to_owned()));
    assert_eq!(folder.findings(&["--select", "overdue-contact"]), ["overdue-contact people.net.md:1"]);
}

#[test]
fn levels_options_groups_and_overrides_of_the_configuration() {
    let folder = Folder::new(&[
        (
            "netlint.toml",
            "[rules]\nformat = \"info\"\nunknown-handle = { level = \"warning\" }\nmass-message = { level = \"error\", max-recipients = 1 }\n\n[[overrides]]\nfiles = [\"old/**\"]\nrules = { unknown-handle = \"off\" }\n",
        ),
        (
            "a.net.md",
            "## Ada @ada\n## Bob @bob\n\n## 2026-11-20\n- call @ghost\n- mail @ada and @bob: a word\n- cofee with @ada\n",
        ),
        ("old/b.net.md", "## 2026-11-20\n- call @ghoul\n"),
    ]);
    let json = folder.json(&[]);
    let level = |rule: &str| {
        let all = json["diagnostics"].as_array().unwrap().iter();
        all.filter(|it| it["rule"] == rule).map(|it| it["level"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(level("unknown-handle"), ["warning"]);
    assert_eq!(level("unknown-verb"), ["info"]);
    assert_eq!(level("mass-message"), ["error"]);
}

#[test]
fn circles_verbs_fields_and_pages_of_the_configuration() {
    let folder = Folder::new(&[
        (
            "netlint.toml",
            "people = [\"people/*.md\"]\nfields = [\"linkedin\"]\ndefault-circle = \"team\"\n\n[circles.team]\nsize = 1\nevery = \"10 days\"\n\n[verbs.padel]\nlike = \"meet\"\n\n[frontmatter]\ncontact-frequency = \"every\"\n",
        ),
        (
            "people/Ada Lovelace.md",
            "---\ncontact-frequency: 3 weeks\nlinkedin: ada\n---\n# Ada Lovelace\n\n## 2026-10-01\n\nWe met at the lecture.\n",
        ),
        ("a.net.md", "## Bob @bob\n- role: x\n\n## 2026-11-12\n- padel with @bob and [[Ada Lovelace]]\n"),
    ]);
    assert_eq!(folder.findings(&["--ignore", "idle-week"]), ["circle-overflow people/Ada Lovelace.md:5"]);
    let later = folder.findings(&["--select", "overdue-contact", "--today", "2026-11-23"]);
    assert_eq!(later, ["overdue-contact a.net.md:1"]);
}

#[test]
fn a_file_of_a_journal_is_checked_in_the_light_of_the_others() {
    let folder = journal();
    folder.write("netlint.toml", b"");
    assert_eq!(folder.findings(&["2026.net.md", "--select", "format"]), ["unknown-handle 2026.net.md:3"]);
    assert_eq!(folder.findings(&["people.net.md", "--select", "care"]), ["overdue-contact people.net.md:1"]);
}

#[test]
fn without_a_configuration_what_is_named_is_the_network() {
    let folder = journal();
    let found = folder.findings(&["2026.net.md", "--select", "unknown-handle"]);
    assert_eq!(found, ["unknown-handle 2026.net.md:2", "unknown-handle 2026.net.md:3"]);
}

#[test]
fn the_nearest_configuration_above_is_the_root() {
    let folder = Folder::new(&[("netlint.toml", ""), ("people.net.md", PEOPLE), ("sub/deep/a.net.md", DAYS)]);
    let inside = command(&folder.path().join("sub/deep"), &["--format", "compact"]);
    let ran = run(inside, b"");
    assert!(ran.out.contains("a.net.md:3:8: error[unknown-handle]"), "{}", ran.out);
    assert!(ran.out.contains("overdue-contact"), "{}", ran.out);
    assert_eq!(folder.findings(&["sub", "--select", "unknown-handle"]), ["unknown-handle sub/deep/a.net.md:3"]);
}

#[test]
fn standard_input_alone_and_in_the_place_of_a_file() {
    let folder = journal();
    let ran = folder.run_with(&["check", "-", "--format", "compact", "-q"], b"## 2026-11-20\n- call @ghost\n");
    assert!(ran.out.starts_with("stdin.net.md:2:8: error[unknown-handle]: "), "{}", ran.out);
    assert_eq!(ran.code, 1);
    folder.write("netlint.toml", b"");
    let args = ["check", "-", "--stdin-filename", "2026.net.md", "--format", "compact", "-q"];
    assert_eq!(folder.run_with(&args, b"## 2026-11-20\n- call @ada\n").out, "");
    let two = folder.run(&["check", "-", "2026.net.md"]);
    assert_eq!((two.code, two.err.lines().count()), (2, 1), "{}", two.err);
}

#[test]
fn compact_is_one_line_a_finding() {
    let ran = journal().run(&["--format", "compact", "--select", "unknown-handle,overdue-contact", "-q"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 2, "{}", ran.out);
    assert!(
        lines[1].starts_with("people.net.md:1:4: warning[overdue-contact]: @ada is 12 days overdue"),
        "{}",
        ran.out
    );
}

#[test]
fn json_counts_in_characters_and_bytes() {
    let text = "## Zoë Ünal @zoë\n- every: weekly\n\n## 2026-10-20\n- kaffee ☕ with @zoë\n- mail @zoë: hi\n";
    let folder = Folder::new(&[("a.net.md", text)]);
    let json = folder.json(&["--select", "overdue-contact"]);
    assert_eq!((json["version"].as_i64(), json["today"].as_str()), (Some(1), Some("2026-11-22")));
    assert_eq!(
        (json["files"].as_i64(), json["people"].as_i64(), json["entries"].as_i64()),
        (Some(1), Some(1), Some(2))
    );
    let finding = &json["diagnostics"][0];
    assert_eq!(finding["start"], serde_json::json!({"line": 1, "column": 4, "offset": 3}));
    assert_eq!(finding["end"], serde_json::json!({"line": 1, "column": 17, "offset": 19}));
    assert_eq!(finding["people"], serde_json::json!(["zoë"]));
    assert_eq!(finding["group"], "care");
    assert_eq!(finding["related"][0]["start"]["line"], 6);
    assert_eq!(json["summary"], serde_json::json!({"error": 0, "warning": 1, "info": 0, "suppressed": 0}));
}

#[test]
fn two_runs_give_the_same_bytes() {
    let folder = journal();
    for format in ["text", "compact", "json"] {
        let once = || folder.run(&["check", "--format", format, "--min-level", "info"]).out;
        assert_eq!(once(), once());
    }
}

#[test]
fn suppressions_by_comment_and_by_field() {
    let text = "## Ada @ada\n- every: weekly\n- ignore: overdue-contact\n- role: x\n\n## 2026-10-20\n<!-- netlint-disable-next-line unknown-handle -->\n- call @ghost\n- call @ada\n<!-- netlint-disable-file idle-week -- on purpose -->\n";
    let folder = Folder::new(&[("a.net.md", text)]);
    assert_eq!(folder.findings(&[]), Vec::<String>::new());
    assert_eq!(folder.json(&[])["summary"]["suppressed"], 3);
    assert!(folder.run(&[]).out.contains("; 3 suppressed"));
}

#[test]
fn colors_only_where_they_are_wanted() {
    let folder = journal();
    assert!(!folder.run(&["check"]).out.contains('\u{1b}'), "a pipe is no terminal");
    assert!(folder.run(&["check", "--color", "always"]).out.contains('\u{1b}'));
    let mut forced = command(folder.path(), &["check", "--color", "never"]);
    forced.env("CLICOLOR_FORCE", "1");
    assert!(!run(forced, b"").out.contains('\u{1b}'));
}

#[test]
fn a_report_can_go_to_a_file() {
    let folder = journal();
    let ran = folder.run(&["check", "--output-file", "report.txt", "--color", "always"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(folder.read("report.txt").contains("error[unknown-handle]"));
    assert!(!folder.read("report.txt").contains('\u{1b}'));
    assert_eq!(folder.run(&["check", "--output-file", "no/such/folder.txt"]).code, 2);
}

#[test]
fn quiet_and_verbose() {
    let folder = journal();
    assert!(!folder.run(&["check", "-q"]).out.contains("read 2 files"));
    let ran = folder.run(&["check", "-v"]);
    assert!(ran.err.contains("configuration: none") && ran.err.contains("read: people.net.md"), "{}", ran.err);
}

#[test]
fn the_day_is_an_argument() {
    let folder = journal();
    assert_eq!(
        folder.findings(&["--today", "2026-11-10", "--select", "overdue-contact"]),
        Vec::<String>::new().as_slice()
    );
    let ran = folder.run(&["--today", "2026-2-30"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("YYYY-MM-DD"), "{}", ran.err);
}

#[test]
fn rules_and_their_pages() {
    let folder = Folder::new(&[]);
    let list = folder.run(&["rules"]).out;
    let json: serde_json::Value = serde_json::from_str(&folder.run(&["rules", "--format", "json"]).out).unwrap();
    let rules = json.as_array().unwrap();
    assert!(rules.len() > 40, "{}", rules.len());
    for rule in rules {
        let name = rule["name"].as_str().unwrap();
        assert!(list.contains(&format!("  {name} ")), "{name}");
        let page = folder.run(&["explain", name]);
        assert!(page.code == 0 && page.out.starts_with(&format!("# {name}\n")), "{page:?}");
    }
    let ran = folder.run(&["explain", "mass-mesage"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (2, "netlint: there is no rule `mass-mesage`; did you mean `mass-message`?\n")
    );
}

#[test]
fn a_line_that_names_nobody_shows_where_a_participant_is_expected() {
    let folder = Folder::new(&[("a.net.md", "## 2026-11-20\n- coffee with a stranger\n")]);
    let ran = folder.run(&["--select", "missing-participant"]);
    assert!(ran.out.contains("expected here: a participant such as `@ada`"), "{}", ran.out);
    let json = folder.json(&["--select", "missing-participant"]);
    assert_eq!(json["diagnostics"][0]["related"][0]["start"]["column"], 15);
}

#[test]
fn help_shows_examples() {
    let ran = Folder::new(&[]).run(&["--help"]);
    assert!(ran.code == 0 && ran.out.contains("Examples:") && ran.out.contains("Exit codes:"), "{ran:?}");
}
