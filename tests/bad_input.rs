//! Whatever is thrown at it: a clear message, the right exit code, and the other files are still checked.

use std::io::Read;
use std::process::Stdio;

use crate::harness::{Folder, TODAY, command};

const GOOD: &str = "## Ada @ada\n- every: weekly\n- role: x\n\n## 2026-10-20\n- call @ada\n";

#[track_caller]
fn assert_fails(folder: &Folder, args: &[&str], message: &str) {
    folder.run(args).assert_failed(message);
}

#[test]
fn not_utf8_names_the_byte_and_the_rest_is_checked() {
    let folder = Folder::new(&[("good.net.md", GOOD)]);
    folder.write("bad.net.md", b"## Bob @bob\n- role: caf\xe9\n\n## 2026-11-20\n- call @ghost\n");
    let found = folder.findings(&["--select", "invalid-utf8,unknown-handle,overdue-contact"]);
    let expected = ["invalid-utf8 bad.net.md:2", "overdue-contact good.net.md:1", "unknown-handle bad.net.md:5"];
    assert_eq!(found, expected);
    let ran = folder.run(&["--select", "invalid-utf8"]);
    assert!(ran.code == 1 && ran.out.contains("0xE9"), "{}", ran.out);
}

#[test]
fn nul_bytes_utf16_and_control_characters() {
    let folder = Folder::new(&[("good.net.md", GOOD)]);
    folder.write("nul.net.md", b"## 2026-11-20\n- call @ada: a\0b\0\n\0\n");
    folder.write("utf16.net.md", b"\xff\xfe#\0#\0 \0A\0d\0a\0\n\0");
    folder.write("esc.net.md", "## Eve \u{1b}[31m\u{202e} @eve\n- every: weekly\n- met: 2026-01-01\n".as_bytes());
    let ran = folder.run(&["--min-level", "info"]);
    assert!(ran.code == 1 && ran.err.is_empty(), "{ran:?}");
    assert!(!ran.out.contains('\u{1b}') && !ran.out.contains('\u{202e}'), "terminals obey such characters");
    for format in ["compact", "json"] {
        let ran = folder.run(&["check", "--format", format]);
        assert!(ran.code == 1 && !ran.out.contains('\u{1b}'), "{ran:?}");
    }
}

#[test]
fn a_line_of_many_megabytes_and_a_hundred_thousand_headings() {
    let mut long = String::from("## 2026-11-20\n- mail ");
    (0..300_000).for_each(|number| long.push_str(&format!("@nobody{number}, ")));
    long.push_str(&"x".repeat(10_000_000));
    let headings: String = (0..100_000).map(|number| format!("# {number}\n## P{number} @p{number}\n")).collect();
    let folder = Folder::new(&[("long.net.md", &long), ("headings.net.md", &headings), ("good.net.md", GOOD)]);
    let json = folder.json(&["--select", "unknown-handle,overdue-contact,mass-message"]);
    assert_eq!(json["people"], 100_001);
    assert_eq!(json["summary"]["error"], 300_000);
    let last = &json["diagnostics"].as_array().unwrap()[299_999];
    assert_eq!(last["start"]["line"], 2);
}

#[test]
fn deep_nesting() {
    let deep: String = (0..2_000).map(|depth| format!("{}- a\n", " ".repeat(depth * 2))).collect();
    let marks = "> - 1. ".repeat(50_000) + "\n" + "\n".repeat(50_000).as_str();
    let brackets = format!("- call @ada: {}\n", "[[`]((<".repeat(100_000));
    let folder = Folder::new(&[
        ("a.net.md", GOOD),
        ("b.net.md", &deep),
        ("c.net.md", &marks),
        ("d.net.md", &format!("## 2026-11-20\n{brackets}")),
    ]);
    assert_eq!(folder.run(&["--select", "unknown-handle"]).code, 0);
}

#[test]
fn a_path_that_is_not_there() {
    let folder = Folder::new(&[("good.net.md", GOOD)]);
    assert_fails(&folder, &["check", "no.net.md"], "netlint: no.net.md: cannot be read: ");
}

#[test]
fn a_folder_that_is_called_like_a_journal_is_a_folder() {
    let folder = Folder::new(&[("x.net.md/a.net.md", GOOD)]);
    assert_eq!(folder.findings(&["--select", "overdue-contact"]), ["overdue-contact x.net.md/a.net.md:1"]);
    assert_eq!(folder.findings(&["x.net.md", "--select", "overdue-contact"]), ["overdue-contact a.net.md:1"]);
}

#[test]
fn no_journal_and_an_empty_one() {
    let folder = Folder::new(&[]);
    assert_fails(&folder, &["check"], "no journal found in ");
    folder.write("a.net.md", b"");
    let ran = folder.run(&["check"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.starts_with("nothing to report\nread 1 file, 0 people, 0 entries, as of"), "{}", ran.out);
}

#[test]
#[cfg(unix)]
fn a_loop_of_links_and_an_unreadable_file_cost_only_themselves() {
    let folder = Folder::new(&[("good.net.md", GOOD)]);
    std::os::unix::fs::symlink("loop.net.md", folder.path().join("loop.net.md")).unwrap();
    std::os::unix::fs::symlink("..", folder.path().join("up")).unwrap();
    let ran = folder.run(&["--select", "overdue-contact", "--format", "compact"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.starts_with("netlint: ") && ran.err.contains("loop.net.md: cannot be read: "), "{}", ran.err);
    assert!(ran.out.contains("good.net.md:1:4: warning[overdue-contact]"), "{}", ran.out);
}

#[test]
#[cfg(unix)]
fn a_link_to_a_file_is_followed() {
    let folder = Folder::new(&[("store/good.md", GOOD), ("journal/netlint.toml", "")]);
    std::os::unix::fs::symlink("../store/good.md", folder.path().join("journal/good.net.md")).unwrap();
    assert_eq!(
        folder.findings(&["journal", "--select", "care"]),
        ["idle-week good.net.md:6", "overdue-contact good.net.md:1"]
    );
}

#[test]
fn broken_configurations_name_file_line_column_and_what_would_be_right() {
    for (text, message) in [
        ("inclued = []\n", "netlint.toml:1:1: unknown key `inclued`; did you mean `include`?"),
        (
            "\n[rules]\noverdue-contct = \"off\"\n",
            "netlint.toml:3:1: unknown rule or group `overdue-contct`; did you mean `overdue-contact`?",
        ),
        (
            "[rules]\nmass-message = { max-recipient = 5 }\n",
            "netlint.toml:2:18: unknown option of mass-message `max-recipient`; did you mean `max-recipients`?",
        ),
        ("[rules]\ncare = \"loud\"\n", "netlint.toml:2:8: there is no level `loud`"),
        ("[circles.inner]\nevery = \"often\"\n", "netlint.toml:2:9: `often` is no interval"),
        ("[verbs.padel]\nlike = \"meat\"\n", "netlint.toml:2:8: unknown verb `meat`; did you mean `meet`?"),
        ("default-circle = \"iner\"\n", "netlint.toml:1:18: unknown circle `iner`; did you mean `inner`?"),
        ("include = [\"[\"]\n", "netlint.toml:1:12: "),
        ("include = \n", "netlint.toml:1:"),
        ("language = \"fr\"\n", "netlint.toml:1:12: there is no language `fr`"),
        ("fields = \"x\"\n", "netlint.toml:1:10: a list of texts is expected here"),
    ] {
        let folder = Folder::new(&[("a.net.md", GOOD), ("netlint.toml", text)]);
        assert_fails(&folder, &["check"], message);
    }
    let folder = Folder::new(&[("a.net.md", GOOD)]);
    folder.write("netlint.toml", b"include = [\"\xff\"]");
    assert_fails(&folder, &["check"], "netlint.toml: cannot be read: ");
    assert_eq!(folder.run(&["--no-config"]).code, 0);
    assert_fails(&folder, &["--config", "other.toml"], "other.toml: cannot be read: ");
}

#[test]
fn dates_from_the_first_year_to_the_last() {
    let text =
        "## Ada @ada\n- every: 1000 years\n- role: x\n\n## 0000-01-01\n- call @ada\n\n## 9999-12-31\n- [ ] call @ada\n";
    let folder = Folder::new(&[("a.net.md", text)]);
    for today in ["0000-01-01", TODAY, "9999-12-31"] {
        let ran = folder.run(&["--today", today, "--min-level", "info"]);
        assert!(ran.code < 2 && ran.err.is_empty(), "{ran:?}");
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let many: String = (0..20_000).map(|number| format!("- call @nobody{number}\n")).collect();
    let folder = Folder::new(&[("a.net.md", &format!("## 2026-11-20\n{many}"))]);
    for format in ["text", "compact", "json"] {
        let mut child = command(folder.path(), &["check", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut [0; 10]).unwrap();
        drop(out);
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!(err, "", "{format}");
        assert_eq!(child.wait().unwrap().code(), Some(0), "{format}");
    }
}
