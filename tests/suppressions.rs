//! `netlint check --add-ignore`, `--write-baseline` and `--baseline`.

use crate::harness::Folder;

const JOURNAL: &str = "\
## Ada Lovelace @ada
* every: 3 weeks

## 2026-10-20
* coffee with @ada: hi
* call @aad, @bbo
";

/// What concerns the whole network stands on its newest line, whichever that is.
const QUIET: &str = "[rules]\nidle-week = \"off\"\n";

#[test]
fn suppressions_are_written_where_they_belong() {
    let folder = Folder::new(&[("a.net.md", JOURNAL)]);
    let ran = folder.run(&["check", "--add-ignore=an old story", "--select", "overdue-contact,unknown-handle"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "silenced 3 findings in 1 file\n"), "{ran:?}");
    assert_eq!(
        folder.read("a.net.md"),
        "\
## Ada Lovelace @ada
* ignore: overdue-contact
  - an old story
* every: 3 weeks

## 2026-10-20
* coffee with @ada: hi
<!-- netlint-disable-next-line unknown-handle -- an old story -->
* call @aad, @bbo
"
    );
    assert_eq!(folder.findings(&["--select", "overdue-contact,unknown-handle"]), Vec::<String>::new());
}

#[test]
fn what_is_there_already_is_extended() {
    let text = "## Ada @ada\n- every: weekly\n- ignore: bare-contact\n\n## 2026-10-20\n<!-- netlint-disable-next-line tact until 2027-01-01 -- why -->\n- call @ada, @aad\n";
    let folder = Folder::new(&[("a.net.md", text)]);
    folder.run(&["check", "--add-ignore", "--ignore", "idle-week"]);
    let after = text
        .replace("ignore: bare-contact", "ignore: bare-contact, overdue-contact")
        .replace("until 2027-01-01", "until 2027-01-01, unknown-handle");
    assert_eq!(folder.read("a.net.md"), after);
}

#[test]
fn a_diff_shows_what_would_be_written() {
    let folder = Folder::new(&[("a.net.md", JOURNAL)]);
    let ran = folder.run(&["check", "--add-ignore", "--diff", "--select", "unknown-handle"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("+<!-- netlint-disable-next-line unknown-handle -->\n"), "{}", ran.out);
    assert_eq!(folder.read("a.net.md"), JOURNAL);
}

#[test]
fn what_cannot_be_silenced_is_said() {
    let folder = Folder::new(&[]);
    folder.write("a.net.md", b"## 2026-10-20\n- call \xff\n");
    let ran = folder.run(&["check", "--add-ignore"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains("a.net.md: invalid-utf8 cannot be silenced"), "{}", ran.err);
    assert_eq!(folder.run(&["check", "--add-ignore=a --> b"]).code, 2);
}

#[test]
fn a_baseline_knows_old_findings_wherever_they_stand() {
    let folder = Folder::new(&[("netlint.toml", QUIET), ("a.net.md", JOURNAL)]);
    let ran = folder.run(&["check", "--write-baseline", "known.json"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("findings written to known.json"), "{}", ran.out);
    folder.write("a.net.md", format!("# A new line\n\n{}- call @ghost\n", JOURNAL.replace("* ", "- ")).as_bytes());
    let ran = folder.run(&["check", "--baseline", "known.json", "--today", "2026-12-24", "--format", "compact"]);
    assert_eq!(ran.out.matches("error[").count(), 1, "{}", ran.out);
    assert!(ran.out.contains("nobody is declared as @ghost") && ran.out.contains(" known\n"), "{}", ran.out);
    let json = folder.json(&["--baseline", "known.json"]);
    assert_eq!(json["diagnostics"].as_array().unwrap().len(), 1);
    assert_eq!((json["summary"]["known"].as_u64().unwrap() > 2, &json["summary"]["solved"]), (true, &0.into()));
}

#[test]
fn two_that_are_alike_are_known_twice_and_a_third_is_new() {
    let twice = "## 2026-11-20\n- call @ghost\n- call @ghost\n";
    let folder = Folder::new(&[("a.net.md", twice)]);
    folder.run(&["check", "--write-baseline", "known.json"]);
    folder.write("a.net.md", format!("{twice}- call @ghost\n").as_bytes());
    assert_eq!(
        folder.findings(&["--baseline", "known.json", "--select", "unknown-handle"]),
        ["unknown-handle a.net.md:4"]
    );
}

#[test]
fn what_is_solved_is_said_and_taken_out() {
    let folder =
        Folder::new(&[("netlint.toml", QUIET), ("a.net.md", JOURNAL), ("b.net.md", "## 2026-11-20\n- call @ghost\n")]);
    folder.run(&["check", "--write-baseline", "known.json"]);
    folder.write("b.net.md", b"");
    let part = folder.run(&["check", "--baseline", "known.json", "--select", "unknown-handle"]).out;
    assert!(part.contains("of the baseline solved: check the whole journal to prune it\n"), "{part}");
    assert!(folder.read("known.json").contains("@ghost"));
    let whole = folder.run(&["check", "--baseline", "known.json"]).out;
    assert!(whole.contains("1 finding of the baseline solved: taken out of the baseline\n"), "{whole}");
    assert!(!folder.read("known.json").contains("@ghost"));
    assert!(!folder.run(&["check", "--baseline", "known.json"]).out.contains("solved"));
}

#[test]
fn a_broken_baseline_is_an_error() {
    let folder = Folder::new(&[
        ("a.net.md", JOURNAL),
        ("known.json", "{\n"),
        ("new.json", "{\"version\": 9, \"findings\": []}"),
    ]);
    for (file, says) in
        [("known.json", "known.json: is no baseline"), ("new.json", "of version 9"), ("none.json", "cannot be read")]
    {
        let ran = folder.run(&["check", "--baseline", file]);
        assert!(ran.code == 2 && ran.err.contains(says) && ran.err.lines().count() == 1, "{ran:?}");
    }
}

#[test]
fn an_expired_suppression_says_so() {
    let text =
        "## Ada @ada\n- ignore: overdue-contact until 2026-11-01\n- every: weekly\n\n## 2026-10-20\n- call @ada: hi\n";
    let folder = Folder::new(&[("a.net.md", text)]);
    let out = folder.run(&["check", "--min-level", "info", "--format", "compact"]).out;
    assert!(out.contains("info[unused-suppression]: `overdue-contact` was to be hidden until 2026-11-01"), "{out}");
    assert!(out.contains("warning[overdue-contact]"), "{out}");
}
