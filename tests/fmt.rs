//! `netlint fmt`.

use std::io::Read;
use std::path::Path;
use std::process::Stdio;

use crate::harness::{Folder, command, repository};

const BEFORE: &str = "\
## Ada Lovelace @ada
* city:London
* every : 3 weeks
## 2026-2-3
* coffee  with @ada: hi";

const AFTER: &str = "\
## Ada Lovelace @ada

- every: 3 weeks
- city: London

## 2026-02-03

- coffee with @ada: hi
";

fn set_readonly(path: &Path, is_readonly: bool) {
    let mut permissions = std::fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(is_readonly);
    std::fs::set_permissions(path, permissions).unwrap();
}

#[test]
fn files_are_formatted_and_counted() {
    let folder =
        Folder::new(&[("a.net.md", BEFORE), ("sub/b.net.md", BEFORE), ("c.net.md", AFTER), ("other.md", BEFORE)]);
    let ran = folder.run(&["fmt"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "2 files formatted, 1 left unchanged\n", ""));
    for path in ["a.net.md", "sub/b.net.md", "c.net.md"] {
        assert_eq!(folder.read(path), AFTER);
    }
    assert_eq!(folder.read("other.md"), BEFORE);
    assert_eq!(folder.run(&["fmt"]).out, "3 files left unchanged\n");
    assert_eq!(folder.run(&["fmt", "other.md"]).out, "1 file formatted\n");
    assert_eq!(folder.run(&["fmt", "-q"]).out, "");
}

#[test]
fn only_what_is_named_is_formatted_and_read() {
    let folder =
        Folder::new(&[("netlint.toml", ""), ("a.net.md", BEFORE), ("b.net.md", BEFORE), ("sub/c.net.md", BEFORE)]);
    assert_eq!(folder.run(&["fmt", "b.net.md", "sub"]).out, "2 files formatted\n");
    assert_eq!(folder.read("a.net.md"), BEFORE);
    assert_eq!((folder.read("b.net.md").as_str(), folder.read("sub/c.net.md").as_str()), (AFTER, AFTER));
}

#[test]
fn check_says_what_would_be_formatted_and_writes_nothing() {
    let folder = Folder::new(&[("a.net.md", BEFORE), ("b.net.md", AFTER)]);
    let ran = folder.run(&["fmt", "--check"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (1, "would format a.net.md\n1 file would be formatted, 1 already formatted\n")
    );
    assert_eq!(folder.run(&["fmt", "--check", "-q"]).out, "would format a.net.md\n");
    let ran = folder.run(&["fmt", "--check", "b.net.md"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "1 file already formatted\n"));
    assert_eq!(folder.read("a.net.md"), BEFORE);
}

#[test]
fn a_diff_writes_nothing_and_can_be_applied() {
    let folder = Folder::new(&[("sub/a.net.md", BEFORE), ("b.net.md", AFTER)]);
    let ran = folder.run(&["fmt", "--diff"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (
            1,
            "--- sub/a.net.md\n+++ sub/a.net.md\n@@ -1,5 +1,8 @@\n ## Ada Lovelace @ada\n-* city:London\n-* every : 3 weeks\n\
             -## 2026-2-3\n-* coffee  with @ada: hi\n\\ No newline at end of file\n+\n+- every: 3 weeks\n+- city: London\n\
             +\n+## 2026-02-03\n+\n+- coffee with @ada: hi\n"
        )
    );
    assert_eq!(folder.read("sub/a.net.md"), BEFORE);
    let ran = folder.run(&["fmt", "--diff", "b.net.md"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = Folder::new(&[]);
    let ran = folder.run_with(&["fmt", "-"], BEFORE.as_bytes());
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, AFTER, ""));
    assert_eq!(folder.run_with(&["fmt", "-"], AFTER.as_bytes()).out, AFTER);
    assert_eq!(folder.run_with(&["fmt", "-"], b"").out, "");
    let ran = folder.run_with(&["fmt", "--check", "-"], BEFORE.as_bytes());
    assert_eq!((ran.code, ran.out.lines().next()), (1, Some("would format stdin.net.md")));
    let ran = folder.run_with(&["fmt", "--diff", "-"], BEFORE.as_bytes());
    assert!(ran.code == 1 && ran.out.starts_with("--- stdin.net.md\n"), "{ran:?}");
    let ran = folder.run_with(&["fmt", "-"], b"# A\n- \xff\n");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_eq!(ran.err, "netlint: stdin.net.md: is not UTF-8 and cannot be formatted; convert it first\n");
}

#[test]
fn standard_input_may_stand_for_a_page() {
    let folder = Folder::new(&[("netlint.toml", "people = [\"people/*.md\"]\n")]);
    let text = "# Ada\n- city:London\n";
    let page = folder.run_with(&["fmt", "-", "--stdin-filename", "people/ada.md"], text.as_bytes());
    assert_eq!(page.out, "# Ada\n\n- city: London\n");
    let other = folder.run_with(&["fmt", "-", "--stdin-filename", "ada.net.md"], text.as_bytes());
    assert_eq!(other.out, "# Ada\n\n- city:London\n", "nobody's field");
}

#[test]
fn line_ends_byte_order_mark_and_a_missing_newline() {
    let before = format!("\u{feff}{}", BEFORE.replace('\n', "\r\n"));
    let folder = Folder::new(&[("a.net.md", &before)]);
    folder.run(&["fmt"]);
    assert_eq!(folder.read("a.net.md"), format!("\u{feff}{}", AFTER.replace('\n', "\r\n")));
}

#[test]
fn what_cannot_be_formatted_costs_only_itself() {
    let folder = Folder::new(&[("a.net.md", BEFORE), ("locked.net.md", BEFORE), ("z.net.md", BEFORE)]);
    folder.write("bytes.net.md", b"##  2026-2-3\n- note: \xff\n");
    set_readonly(&folder.path().join("locked.net.md"), true);
    let ran = folder.run(&["fmt"]);
    set_readonly(&folder.path().join("locked.net.md"), false);
    assert_eq!((ran.code, ran.out.as_str()), (2, "2 files formatted\n"), "{ran:?}");
    let errors: Vec<&str> = ran.err.lines().collect();
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(errors[0].contains("bytes.net.md: is not UTF-8"), "{errors:?}");
    assert!(errors[1].contains("locked.net.md: is read-only"), "{errors:?}");
    assert_eq!(std::fs::read(folder.path().join("bytes.net.md")).unwrap(), b"##  2026-2-3\n- note: \xff\n");
    assert_eq!((folder.read("a.net.md").as_str(), folder.read("locked.net.md").as_str()), (AFTER, BEFORE));
    assert_eq!(folder.read("z.net.md"), AFTER);
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_only_within_the_journal() {
    let outside = Folder::new(&[("b.net.md", BEFORE)]);
    let folder = Folder::new(&[("netlint.toml", ""), ("sub/a.md", BEFORE)]);
    std::os::unix::fs::symlink(outside.path().join("b.net.md"), folder.path().join("out.net.md")).unwrap();
    std::os::unix::fs::symlink("sub/a.md", folder.path().join("in.net.md")).unwrap();
    let ran = folder.run(&["fmt"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, "1 file formatted\n"));
    assert!(ran.err.contains("out.net.md: is a link out of the journal"), "{}", ran.err);
    assert_eq!((folder.read("sub/a.md").as_str(), outside.read("b.net.md").as_str()), (AFTER, BEFORE));
    assert!(folder.path().join("in.net.md").is_symlink());
}

#[test]
fn what_is_asked_for_must_be_there() {
    let folder = Folder::new(&[("a.net.md", BEFORE)]);
    for args in [
        &["fmt", "no.net.md"][..],
        &["fmt", "-", "a.net.md"],
        &["fmt", "--verbs", "de"],
        &["fmt", "--config", "no.toml"],
    ] {
        let ran = folder.run(args);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.lines().count()), (2, "", 1), "{ran:?}");
    }
    assert_eq!(folder.read("a.net.md"), BEFORE);
    assert_eq!(Folder::new(&[]).run(&["fmt"]).code, 2);
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = Folder::new(&[]);
    let text = "* call  @ada: hi\n".repeat(100_000);
    folder.write("a.net.md", format!("## 2026-2-3\n{text}").as_bytes());
    let mut command = command(folder.path(), &["fmt", "--diff"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 3];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), first), (Some(0), *b"---"));
    assert!(output.stderr.is_empty());
}

#[test]
fn verbs_go_to_the_other_language_and_back() {
    let german = "## 2026-02-03\n\n- kaffee mit @ada und @bob: für alle\n- gemailt von @ada\n- vorgestellt @ada an @bob für ^x\n";
    let english =
        "## 2026-02-03\n\n- coffee with @ada and @bob: für alle\n- mail from @ada\n- introduced @ada to @bob for ^x\n";
    let folder = Folder::new(&[("netlint.toml", "language = \"de\"\n"), ("a.net.md", german)]);
    assert_eq!(folder.run(&["fmt"]).out, "1 Datei unverändert\n");
    assert_eq!(folder.run(&["fmt", "--verbs", "en"]).out, "1 Datei formatiert\n");
    assert_eq!(folder.read("a.net.md"), english);
    folder.write("b.net.md", german.as_bytes());
    assert_eq!(
        folder.run(&["fmt", "--verbs", "de", "--check"]).out.lines().last(),
        Some("1 Datei zu formatieren, 1 schon formatiert")
    );
    assert_eq!(folder.run(&["fmt", "--verbs", "de"]).out, "1 Datei formatiert, 1 unverändert\n");
    assert_eq!(folder.read("a.net.md"), german);
}

#[test]
fn after_formatting_the_same_is_found_but_for_missing_zeros() {
    let mut texts: Vec<String> = Vec::new();
    for name in ["2026.net.md", "people.net.md"] {
        texts.push(std::fs::read_to_string(repository().join("docs/example").join(name)).unwrap());
    }
    for page in std::fs::read_dir(repository().join("docs/rules")).unwrap() {
        let page = std::fs::read_to_string(page.unwrap().path()).unwrap();
        texts.extend(
            testkit::fenced(&page).into_iter().filter(|(_, info, _)| info.starts_with("journal")).map(|it| it.2),
        );
    }
    assert!(texts.len() > 80, "{}", texts.len());
    let paths: Vec<String> = (0..texts.len()).map(|number| format!("{number}/a.net.md")).collect();
    let files: Vec<(&str, &str)> =
        paths.iter().zip(&texts).map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let folder = Folder::new(&files);
    // Lines move, and so does what a message says of them.
    let found = |rule: &dyn Fn(&str) -> bool| {
        let findings = folder.findings(&[]);
        let place = |it: &String| it.rsplit_once(':').unwrap().0.to_owned();
        findings.iter().map(place).filter(|it| rule(it)).collect::<Vec<String>>()
    };
    let is_other = |it: &str| !it.starts_with("invalid-date");
    let (before, dates) = (found(&is_other), found(&|it| !is_other(it)).len());
    assert_eq!(folder.run(&["fmt"]).code, 0);
    assert_eq!(found(&is_other), before);
    assert!(before.len() > 300 && found(&|it| !is_other(it)).len() < dates, "{} {dates}", before.len());
}

#[test]
fn the_page_on_the_formatter_shows_what_it_does() {
    let page = std::fs::read_to_string(repository().join("docs/formatter.md")).unwrap();
    let blocks = testkit::fenced(&page);
    let block = |info: &str| blocks.iter().find(|block| block.1 == info).unwrap().2.clone();
    let folder = Folder::new(&[]);
    assert_eq!(folder.run_with(&["fmt", "-"], block("journal before").as_bytes()).out, block("journal after"));
}
