//! `netlint check --fix`, `--unsafe-fixes` and `--diff`.

use crate::harness::Folder;

const BEFORE: &str = "\
## Ada Lovelace @ada
- emial: ada@example.org

## 2026-2-3
* cofee with @ada: hi
* call @aad
";

#[test]
fn safe_fixes_are_applied_and_the_rest_is_reported() {
    let folder = Folder::new(&[("a.net.md", BEFORE)]);
    let ran = folder.run(&["check", "--fix"]);
    assert_eq!(folder.read("a.net.md"), BEFORE.replace("2026-2-3", "2026-02-03"));
    assert_eq!(ran.code, 1, "an error is left");
    assert!(ran.out.contains("fixed 1 finding in 1 file\n3 fixable with --unsafe-fixes\n"), "{}", ran.out);
    assert!(!ran.out.contains("invalid-date"), "{}", ran.out);
}

#[test]
fn unsafe_fixes_are_applied_when_they_are_asked_for() {
    let folder = Folder::new(&[("a.net.md", BEFORE)]);
    let ran = folder.run(&["check", "--unsafe-fixes"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let after =
        "## Ada Lovelace @ada\n- email: ada@example.org\n\n## 2026-02-03\n* coffee with @ada: hi\n* call @ada\n";
    assert_eq!(folder.read("a.net.md"), after);
    assert!(ran.out.contains("fixed 4 findings in 1 file"), "{}", ran.out);
}

#[test]
fn a_diff_writes_nothing_and_can_be_applied() {
    let folder = Folder::new(&[("sub/a.net.md", BEFORE), ("b.net.md", "## Bob @bob")]);
    let ran = folder.run(&["check", "--diff"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (
            1,
            "--- sub/a.net.md\n+++ sub/a.net.md\n@@ -1,6 +1,6 @@\n ## Ada Lovelace @ada\n - emial: ada@example.org\n \n\
             -## 2026-2-3\n+## 2026-02-03\n * cofee with @ada: hi\n * call @aad\n"
        )
    );
    assert_eq!(folder.read("sub/a.net.md"), BEFORE);
    assert!(folder.run(&["check", "--diff", "--unsafe-fixes"]).out.contains("+- email: ada@example.org\n"));
    let clean = folder.run(&["check", "--diff", "--select", "care"]);
    assert_eq!((clean.code, clean.out.as_str()), (0, ""));
}

#[test]
fn what_the_report_says_can_be_fixed() {
    let folder = Folder::new(&[("a.net.md", BEFORE)]);
    let out = folder.run(&["check"]).out;
    assert!(out.contains("\n1 fixable with --fix, 3 more with --unsafe-fixes\n"), "{out}");
    let out = folder.run(&["check", "--select", "invalid-date"]).out;
    assert!(out.contains("\n1 fixable with --fix\n"), "{out}");
}

#[test]
fn only_what_is_asked_about_is_fixed() {
    let folder = Folder::new(&[("netlint.toml", ""), ("a.net.md", BEFORE), ("b.net.md", "## 2026-2-4\n")]);
    folder.run(&["check", "--fix", "b.net.md"]);
    assert_eq!((folder.read("a.net.md").as_str(), folder.read("b.net.md").as_str()), (BEFORE, "## 2026-02-04\n"));
    folder.run(&["check", "--unsafe-fixes", "--select", "unknown-field"]);
    assert_eq!(folder.read("a.net.md"), BEFORE.replace("emial", "email"));
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = Folder::new(&[]);
    let ran = folder.run_with(&["check", "--fix", "-"], BEFORE.as_bytes());
    assert_eq!((ran.code, ran.out), (1, BEFORE.replace("2026-2-3", "2026-02-03")));
    let ran = folder.run_with(&["check", "--fix", "-"], b"## 2026-2-3\n- call \xff\n");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("stdin.net.md: is not UTF-8"), "{}", ran.err);
}

#[test]
fn line_ends_byte_order_mark_and_missing_newline_are_kept() {
    let folder = Folder::new(&[("a.net.md", "\u{feff}## 2026-2-3\r\n- note: a\r\n\r\n## 2026-2-4")]);
    folder.run(&["check", "--fix"]);
    assert_eq!(folder.read("a.net.md"), "\u{feff}## 2026-02-03\r\n- note: a\r\n\r\n## 2026-02-04");
}

#[test]
fn a_file_that_is_not_utf8_is_left_alone_and_the_others_are_fixed() {
    let folder = Folder::new(&[("b.net.md", "## 2026-2-3\n")]);
    folder.write("a.net.md", b"## 2026-2-3\n- note: \xff\n");
    let ran = folder.run(&["check", "--fix"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("error[invalid-utf8]") && ran.out.contains("fixed 1 finding in 1 file"), "{}", ran.out);
    assert_eq!(std::fs::read(folder.path().join("a.net.md")).unwrap(), b"## 2026-2-3\n- note: \xff\n");
    assert_eq!(folder.read("b.net.md"), "## 2026-02-03\n");
}

#[test]
fn no_file_is_written_when_one_cannot_be() {
    let folder = Folder::new(&[("a.net.md", "## 2026-2-3\n"), ("b.net.md", "## 2026-2-3\n")]);
    let path = folder.path().join("b.net.md");
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let ran = folder.run(&["check", "--fix"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.lines().count()), (2, "", 1), "{ran:?}");
    assert!(ran.err.contains("b.net.md: is read-only"), "{}", ran.err);
    assert_eq!(folder.read("a.net.md"), "## 2026-2-3\n");
}

#[test]
fn json_stays_one_document() {
    let folder = Folder::new(&[("a.net.md", BEFORE)]);
    let json = folder.json(&["--fix"]);
    let rules: Vec<&str> =
        json["diagnostics"].as_array().unwrap().iter().map(|it| it["rule"].as_str().unwrap()).collect();
    assert!(rules.contains(&"unknown-handle") && !rules.contains(&"invalid-date"), "{rules:?}");
}
