//! Whatever a journal holds, reports about people stay readable and harmless.

use crate::harness::Folder;
use crate::people::{assert_fits, json, wide};

/// A journal cannot run anything in a spreadsheet, nor steer a terminal.
#[test]
fn hostile_names_stay_names() {
    let folder = Folder::new(&[]);
    let text = "\u{feff}## =cmd|' /C calc'!A0 @eq\r\n- city: +1\r\n## Ev\u{202e}il \u{1b}[31m @evil\r\n- every: weekly\r\n- 2026-11-01 call: \u{1b}]0;x\u{7}\r\n## 親友親友親友親友親友親友親友親友 @親友\r\n- 2026-11-20 call";
    folder.write("a.net.md", text.as_bytes());
    for args in [
        ["list"].as_slice(),
        &["show", "evil"],
        &["show", "@"],
        &["show", "親友"],
        &["stats"],
        &["list", "--format", "csv"],
    ] {
        for columns in ["80", "20", "1"] {
            let ran = wide(&folder, columns, args);
            assert!(ran.code < 2 && ran.err.is_empty(), "{ran:?}");
            let steers = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
            assert!(!ran.out.contains(steers), "{args:?}: {}", ran.out);
        }
    }
    let csv = folder.run(&["list", "--format", "csv"]).out;
    assert!(csv.contains("\neq,'=cmd|' /C calc'!A0,,professional,active,'+1,"), "{csv}");
    assert_eq!(csv.lines().count(), 4);
    let list = wide(&folder, "80", &["list", "-q"]).out;
    let of = |start: &str| list.lines().find(|line| line.starts_with(start)).unwrap();
    assert!(of("親友").contains("2 days ago") && of("Ev\\u{202e}il").contains("3 weeks ago"), "{list}");
}

#[test]
fn what_was_not_understood_is_said() {
    let folder = Folder::new(&[("a.net.md", "## Ada @ada\n## 2026-11-20\n- call @bob\n- coffee with @ada\n")]);
    folder.write("b.net.md", b"caf\xe9\n");
    for args in [["list"].as_slice(), &["show", "ada"], &["stats"]] {
        let ran = folder.run(args);
        assert!(ran.code == 0 && ran.out.contains("\n2 lines are not understood and may be missing here"), "{ran:?}");
        assert!(ran.out.ends_with("as of 2026-11-22\n"), "{}", ran.out);
    }
    assert_eq!(json(&folder, &["list"]).1["errors"], 2);
}

#[test]
fn a_line_of_megabytes_is_cut_and_whole_in_json() {
    let long = "word ".repeat(400_000);
    let text = format!("## Ada @ada\n- role: {}\n# Log\n- 2026-11-20 call @ada: {long}end\n", "x".repeat(2_000_000));
    let folder = Folder::new(&[("a.net.md", &text)]);
    let ran = wide(&folder, "80", &["show", "ada", "-q"]);
    assert!(ran.code == 0 && ran.out.len() < 4_000 && ran.out.contains('…'), "{}", ran.out.len());
    assert_fits(&ran.out, 80);
    let (_, document) = json(&folder, &["show", "ada"]);
    assert!(document["person"]["timeline"][0]["text"].as_str().unwrap().ends_with(" end"));
}

#[test]
fn an_empty_journal_and_none() {
    let folder = Folder::new(&[("a.net.md", "")]);
    for args in [["list"].as_slice(), &["stats"], &["list", "--format", "json"], &["list", "--format", "csv"]] {
        let ran = folder.run(args);
        assert!(ran.code == 0 && ran.err.is_empty() && !ran.out.is_empty(), "{ran:?}");
    }
    let folder = Folder::new(&[]);
    for args in [["list"].as_slice(), &["stats"], &["show", "ada"]] {
        let ran = folder.run(args);
        assert!(ran.code == 2 && ran.err.lines().count() == 1 && ran.err.contains("no journal found"), "{ran:?}");
    }
}

#[test]
fn two_thousand_people() {
    let shape = testkit::Shape { people: 2_000, entries: 20_000, files: 3, seed: 1 };
    let folder = Folder::new(&[]);
    for (path, text) in testkit::generate(shape) {
        folder.write(&path, text.as_bytes());
    }
    let ran = wide(&folder, "80", &["list"]);
    assert!(ran.code == 0 && ran.out.contains("\n2000 people\n"));
    assert_fits(&wide(&folder, "80", &["list", "-q"]).out, 80);
    let csv = folder.run(&["list", "--format", "csv", "--sort", "name"]).out;
    assert_eq!(csv.lines().count(), 2_001);
    let ran = folder.run(&["show", "person 1"]);
    assert!(ran.code == 0 && ran.out.starts_with("Person 1 @p1 "), "{}", ran.out);
    let ran = folder.run(&["show", "person"]);
    assert!(ran.code == 1 && ran.out.contains("2000 people are called person"));
    assert_fits(&wide(&folder, "80", &["stats", "-q"]).out, 80);
}
