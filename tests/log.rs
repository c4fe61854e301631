//! `netlint log`.

use std::process::Stdio;

use proptest::prelude::*;

use crate::harness::{Folder, command};
use crate::terminal::Terminal;

const PEOPLE: &str = "## Ada Lovelace @ada\n- every: 3 weeks\n\n## Bob @bob\n";
const DAYS: &str = "# 2026\n\n## 2026-11-20\n- coffee with @ada: hi\n";

fn journal() -> Folder {
    Folder::new(&[("netlint.toml", ""), ("people.net.md", PEOPLE), ("2026.net.md", DAYS)])
}

#[test]
fn what_happened_is_noted_where_it_belongs() {
    let folder = journal();
    let ran = folder.run(&["log", "call", "@bob:", "hello"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out, "2026.net.md:7: - call @bob: hello\n@bob: last noted 2026-11-22, no cadence\n");
    let ran = folder.run(&["log", "last friday lunch with @ada: she is hiring #rust"]);
    assert_eq!(ran.out, "2026.net.md:5: - lunch with @ada: she is hiring #rust\n@ada: next due 2026-12-11\n");
    let ran = folder.run(&["log", "[ ] friday coffee with @ada"]);
    assert_eq!(ran.out, "2026.net.md:11: - [ ] coffee with @ada\n");
    assert_eq!(
        folder.read("2026.net.md"),
        format!(
            "{DAYS}- lunch with @ada: she is hiring #rust\n\n## 2026-11-22\n- call @bob: hello\n\n## 2026-11-27\n- [ ] coffee with @ada\n"
        )
    );
    assert_eq!(folder.findings(&["--min-level", "error"]).iter().filter(|it| !it.contains("bare")).count(), 0);
}

#[test]
fn a_day_may_be_given_beside_and_files_are_those_of_the_time() {
    let folder = journal();
    let ran = folder.run(&["log", "--on", "31.12.2025", "call @ada"]);
    assert!(ran.out.starts_with("2025.net.md:4: - call @ada\n"), "{ran:?}");
    assert_eq!(folder.read("2025.net.md"), "# 2025\n\n## 2025-12-31\n- call @ada\n");
    let ran = folder.run(&["log", "--file", "trips.net.md", "--on", "vorgestern", "call @ada"]);
    assert!(ran.out.starts_with("trips.net.md:4: - call @ada\n"), "{ran:?}");
    let below = folder.path().join("sub");
    std::fs::create_dir(&below).unwrap();
    let ran = crate::harness::run(command(&below, &["log", "yesterday call @bob"]), b"");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(folder.read("2026.net.md").ends_with("\n## 2026-11-21\n- call @bob\n"));
}

#[test]
fn what_would_not_be_read_is_refused_and_the_nearest_is_offered() {
    let folder = journal();
    for (typed, offered) in [
        ("cofee with @ada", "coffee with @ada"),
        ("cofee with ada", "coffee with @ada"),
        ("coffee with Ada: hi", "coffee with @ada: hi"),
        ("mail @adda", "mail @ada"),
        ("2026-12-01 lunch with @ada", "2026-12-01 [ ] lunch with @ada"),
        ("yesterday cal @ada: it's late", r"2026-11-21 call @ada: it'\''s late"),
    ] {
        let ran = folder.run(&["log", typed]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
        assert!(ran.err.ends_with(&format!("did you mean: netlint log '{offered}'\n")), "{}", ran.err);
    }
    for (typed, said) in [
        ("hello world", "`hello` is no verb"),
        ("thanked @ada for ^nothing", "nothing is named `^nothing`"),
        ("2026-02-30 call @ada", "`2026-02-30` is no day"),
        ("3/4/2026 call @ada", "`3/4/2026` is no day"),
        ("call", "`call` names nobody"),
        ("yesterday", "nothing is told"),
        ("call @newcomer", "netlint log --yes 'call @newcomer'"),
        ("call @ada \u{1b}[31mred", "`call`"),
    ] {
        let ran = folder.run(&["log", typed]);
        if typed.contains('\u{1b}') {
            assert!(!ran.out.contains('\u{1b}'), "{ran:?}");
            continue;
        }
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
        assert!(ran.err.contains(said), "{typed}: {}", ran.err);
    }
    let ran = folder.run(&["log", "--on", "yesterday", "2026-11-01 call @ada"]);
    assert!(ran.code == 1 && ran.err.contains("--on names another day"), "{ran:?}");
    let ran = folder.run(&["log", "--on", "soon", "call @ada"]);
    assert!(ran.code == 2 && ran.err.contains("--on: there is no day `soon`"), "{ran:?}");
    assert!(!folder.read("2026.net.md").contains("adda"));
}

#[test]
fn yes_takes_the_offer_and_declares_who_is_new() {
    let folder = journal();
    let ran = folder.run(&["log", "--yes", "cofee with Ada and @zoe-smith: hi"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("- coffee with @ada and @zoe-smith: hi\n"), "{}", ran.out);
    assert!(ran.out.contains("declared in people.net.md: Zoe Smith @zoe-smith\n"), "{}", ran.out);
    assert_eq!(folder.read("people.net.md"), format!("{PEOPLE}\n## Zoe Smith @zoe-smith\n"));
    let ran = folder.run(&["log", "--yes", "call [[Jean Bartik]]"]);
    assert!(ran.code == 0 && folder.read("people.net.md").ends_with("\n## Jean Bartik @jean-bartik\n"), "{ran:?}");
    let ran = folder.run(&["log", "--yes", "call [[!]]"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let empty = Folder::new(&[("netlint.toml", "")]);
    let ran = empty.run(&["log", "-y", "call @ada: first"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(empty.read("people.net.md"), "## Ada @ada\n");
    assert_eq!(empty.read("2026.net.md"), "# 2026\n\n## 2026-11-22\n- call @ada: first\n");
}

#[test]
fn a_dry_run_shows_and_writes_nothing() {
    let folder = journal();
    let ran = folder.run(&["log", "--dry-run", "call @ada"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert!(ran.out.contains("+++ 2026.net.md\n") && ran.out.ends_with("+\n+## 2026-11-22\n+- call @ada\n"), "{ran:?}");
    assert_eq!(folder.read("2026.net.md"), DAYS);
}

#[test]
fn german_is_understood_and_spoken() {
    let folder = journal();
    folder.write("netlint.toml", b"language = \"de\"\n");
    let ran = folder.run(&["log", "letzten Freitag Kaffee mit @ada: sie sucht Leute"]);
    assert_eq!(ran.out, "2026.net.md:5: - Kaffee mit @ada: sie sucht Leute\n@ada: wieder fällig am 11.12.2026\n");
    let ran = folder.run(&["log", "Kafee mit @ada"]);
    assert!(ran.code == 1 && ran.err.contains("nichts wurde geschrieben; meintest du: netlint log 'Kaffee mit @ada'"));
}

#[test]
fn standard_input_is_an_entry_a_line() {
    let folder = journal();
    let lines = "\u{feff}call @ada: one\r\n\r\n- yesterday coffee with @bob: two\n";
    let ran = folder.run_with(&["log"], lines.as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(
        folder
            .read("2026.net.md")
            .ends_with("## 2026-11-21\n- coffee with @bob: two\n\n## 2026-11-22\n- call @ada: one\n")
    );
    let ran = folder.run_with(&["log"], b"call @nobody\ncall @ada: three\n");
    assert_eq!(ran.code, 1, "one was refused");
    assert!(folder.read("2026.net.md").ends_with("- call @ada: three\n"), "the other was noted");
    let ran = folder.run_with(&["log"], b"call @ada: \xff\n");
    assert!(ran.code == 2 && ran.err.contains("line 1: is not UTF-8"), "{ran:?}");
}

#[test]
fn files_that_cannot_be_written_are_left_as_they_are() {
    let folder = journal();
    let path = folder.path().join("2026.net.md");
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let ran = folder.run(&["log", "call @ada"]);
    assert!(ran.code == 2 && ran.err.contains("2026.net.md: is read-only"), "{ran:?}");
    folder.write("bytes.net.md", b"\xff\n");
    folder.write("open.net.md", b"```\nnever closed\n");
    folder.write("pages/ada.md", b"# Ada\n");
    folder.write("netlint.toml", b"people = [\"pages/*.md\"]\n");
    for (file, said) in [
        ("bytes.net.md", "bytes.net.md: is not UTF-8"),
        ("open.net.md", "open.net.md: has no place for an entry"),
        ("pages/ada.md", "pages/ada.md: is the page of one person"),
        ("notes.txt", "notes.txt: is no file of the journal"),
        ("none/x.net.md", "none"),
    ] {
        let ran = folder.run(&["log", "--file", file, "call @bob"]);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.lines().count()), (2, "", 1), "{ran:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    let nowhere = Folder::new(&[]);
    let ran = nowhere.run(&["log", "call @ada"]);
    assert!(ran.code == 2 && ran.err.contains("no journal found"), "{ran:?}");
}

/// Many at once lose nothing.
#[test]
fn two_at_once_wait_for_each_other() {
    let folder = journal();
    let numbers: Vec<u32> = (0..24).collect();
    let start = |number: &u32| {
        let day = if number.is_multiple_of(2) { "yesterday" } else { "today" };
        let text = format!("{day} call @ada: number {number}.");
        let mut command = command(folder.path(), &["log", &text]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let started: Vec<_> = numbers.iter().map(start).collect();
    for child in started {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let text = folder.read("2026.net.md");
    for number in numbers {
        assert_eq!(text.matches(&format!("number {number}.")).count(), 1, "{text}");
    }
    assert_eq!((text.matches("## 2026-11-21\n").count(), text.matches("## 2026-11-22\n").count()), (1, 1), "{text}");
}

#[test]
fn a_terminal_completes_asks_and_goes_on() {
    let folder = journal();
    let mut terminal = Terminal::start(folder.path(), &["log"]);
    terminal.wait_for("> ");
    terminal.send("coff\twith @lov\t: hi\r");
    terminal.wait_for("2026.net.md:7: - coffee with @ada: hi");
    terminal.wait_for("> ");
    terminal.send("call @adda\r");
    terminal.wait_for("did you mean `call @ada`?");
    terminal.send("y\r");
    terminal.wait_for("2026.net.md:8: - call @ada");
    terminal.wait_for("> ");
    terminal.send("mail @grace\r");
    terminal.wait_for("declare `## Grace @grace`?");
    terminal.send("n\r");
    terminal.wait_for("nothing was written");
    // What was refused is there to be mended.
    terminal.wait_for("> mail @grace");
    terminal.send("\u{15}mail @bob\r");
    terminal.wait_for("no cadence");
    terminal.wait_for("> ");
    terminal.send("\u{4}");
    assert!(terminal.end());
    assert_eq!(
        folder.read("2026.net.md"),
        format!("{DAYS}\n## 2026-11-22\n- coffee with @ada: hi\n- call @ada\n- mail @bob\n")
    );
    let files = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(files, 3, "nothing else is written");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is typed: there is one entry more and no new error, or nothing has changed.
    #[test]
    fn one_entry_more_or_nothing(
        words in proptest::collection::vec(proptest::sample::select(WORDS), 1..6),
        is_crlf in any::<bool>(),
    ) {
        let folder = journal();
        if is_crlf {
            folder.write("2026.net.md", format!("\u{feff}{}", DAYS.replace('\n', "\r\n")).as_bytes());
        }
        let (text, before) = (folder.read("2026.net.md"), folder.json(&[]));
        let ran = folder.run(&[&["log", "--"], words.as_slice()].concat());
        let (changed, after) = (folder.read("2026.net.md"), folder.json(&[]));
        prop_assert_eq!(&after["summary"]["error"], &before["summary"]["error"]);
        let more = after["entries"].as_u64().unwrap() - before["entries"].as_u64().unwrap();
        if ran.code == 0 {
            prop_assert_eq!(more, 1);
            let line = ran.out.lines().next().unwrap().split_once(": ").unwrap().1;
            prop_assert!(changed.lines().any(|it| it == line), "{line:?} in {changed:?}");
        } else {
            prop_assert_eq!((ran.code, more, changed), (1, 0, text));
        }
    }
}

const WORDS: &[&str] = &[
    "yesterday",
    "2026-11-19",
    "20.11.",
    "2026-13-01",
    "friday",
    "[ ]",
    "[x]",
    "coffee",
    "call",
    "cofee",
    "with",
    "@ada",
    "@bob:",
    "@ghost",
    "Ada",
    "and",
    "for",
    "^x",
    "hi #tag",
    "`code`",
    "\\@ada",
    "<!--",
    "😀",
    ":",
    "# x",
    "\n- call @bob",
];
