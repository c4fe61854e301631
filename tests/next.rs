//! `netlint next`: whom to contact, and why.

use base64::Engine;
use serde_json::Value;
use sha2::Digest;

use crate::harness::{Folder, repository};

/// Somebody overdue whose plan was missed, somebody due soon with a birthday, somebody to be thanked.
const PEOPLE: &str = "\
## Ada Lovelace @ada
- every: 3 weeks

## Bob Noyce @bob
- every: 2 weeks
- born: 1980-11-24

## Grace Hopper @grace
";
const LOG: &str = "\
## 2026-10-20
- coffee with @ada: caught up, she is hiring #rust
- [ ] 2026-11-20 lunch with @ada: bring the book back

## 2026-11-10
- call @bob: a new engine
- got from @grace: an intro to Jean ^intro
";

fn journal() -> Folder {
    Folder::new(&[("netlint.toml", ""), ("people.net.md", PEOPLE), ("2026.net.md", LOG)])
}

fn agenda(folder: &Folder, args: &[&str]) -> Value {
    let ran = folder.run(&[&["next", "--format", "json"], args].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    serde_json::from_str(&ran.out).unwrap()
}

/// `handle: kind kind` of everybody.
fn reasons(document: &Value) -> Vec<String> {
    let kinds = |person: &Value| -> Vec<String> {
        let reasons = person["reasons"].as_array().unwrap().iter();
        reasons.map(|reason| reason["kind"].as_str().unwrap().to_owned()).collect()
    };
    let people = document["agenda"].as_array().unwrap().iter();
    people.map(|it| format!("{}: {}", it["handle"].as_str().unwrap(), kinds(it).join(" "))).collect()
}

#[test]
fn the_agenda_says_whom_why_and_what_to_type() {
    let ran = journal().run(&["next"]);
    let expected = "\
whom to contact until 2026-11-29

Grace Hopper @grace
  thanks      no thanks to @grace are noted for this favor of 2026-11-10: an intro to Jean ^intro
              - thanked @grace for ^intro
  last        2026-11-10 got from @grace: an intro to Jean ^intro

Ada Lovelace @ada
  overdue     @ada is 12 days overdue: last noted 2026-10-20, every 3 weeks
              - call @ada: ...
  plan        planned for 2026-11-20, 2 days ago, and still open: lunch with @ada: bring the book back
              done? Write [x] in 2026.net.md:3
  last        2026-10-20 coffee with @ada: caught up, she is hiring #rust

Bob Noyce @bob
  due         @bob is due on 2026-11-24, in 2 days: last noted 2026-11-10, every 2 weeks
              - call @bob: ...
  birthday    @bob turns 46 on 2026-11-24, in 2 days
              - wished @bob: a happy birthday
  last        2026-11-10 call @bob: a new engine

no contact of yours is noted in the last 7 days: the last was on 2026-11-10, with @bob. A short word is enough, perhaps to @grace

read 2 files, 3 people, 4 entries from 2026-10-20 to 2026-11-20, as of 2026-11-22
";
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, expected, ""));
}

#[test]
fn german_is_spoken_where_it_is_asked_for() {
    let folder = journal();
    folder.write("netlint.toml", b"language = \"de\"\n");
    let out = folder.run(&["next"]).out;
    for part in [
        "bei wem du dich bis 29.11.2026 melden könntest\n",
        "  Dank         kein Dank an @grace ist notiert für diesen Gefallen vom 10.11.2026: an intro",
        "  bald         @bob ist am 24.11.2026 fällig, in 2 Tagen: zuletzt notiert am 10.11.2026, alle 2 Wochen\n",
        "- gewünscht @bob: alles Gute zum Geburtstag\n",
        "erledigt? Schreib [x] in 2026.net.md:3\n",
        "  zuletzt      20.10.2026 coffee with @ada",
        "Ein kurzes Wort genügt, vielleicht an @grace\n",
        "gelesen: 2 Dateien",
    ] {
        assert!(out.contains(part), "{part} in {out}");
    }
}

#[test]
fn the_days_that_are_looked_at_can_be_chosen() {
    let folder = journal();
    let all = ["grace: thanks", "ada: overdue missed-plan", "bob: due birthday"];
    assert_eq!(reasons(&agenda(&folder, &[])), all);
    assert_eq!(reasons(&agenda(&folder, &["--days", "1"])), all[..2]);
    assert_eq!(reasons(&agenda(&folder, &["--days", "3660"])), all);
    for days in ["-1", "3661", "week"] {
        assert_eq!(folder.run(&["next", "--days", days]).code, 2);
    }
    assert_eq!(folder.run(&["next", "--format", "csv"]).code, 2);
}

#[test]
fn people_are_shown_seven_and_told_of_the_rest() {
    let people: String =
        (1..=38).map(|n| format!("## P {n} @p{n}\n- every: weekly\n- 2026-10-{:02} call\n", 1 + n % 9)).collect();
    let folder = Folder::new(&[("a.net.md", &people)]);
    let ran = folder.run(&["next"]);
    assert_eq!(ran.out.matches("\nP ").count(), 7, "{}", ran.out);
    assert!(ran.out.contains("\n31 more (--all)\n"), "{}", ran.out);
    let ran = folder.run(&["next", "--all"]);
    assert!(ran.out.matches("\nP ").count() == 38 && !ran.out.contains("more"), "{}", ran.out);
    assert_eq!(agenda(&folder, &[])["agenda"].as_array().unwrap().len(), 38);
    assert_eq!(folder.run(&["next", "--format", "html"]).out.matches("<section>").count(), 7);
    assert_eq!(folder.run(&["next", "--format", "html", "--all"]).out.matches("<section>").count(), 38);
    assert!(!folder.run(&["next", "-q"]).out.contains("read 1 file"));
}

#[test]
fn of_many_alike_the_first_few_are_shown_with_one_line_to_settle_them() {
    let favors: String = (1..=9).map(|n| format!("- 2026-11-0{n} got: gift {n}\n")).collect();
    let folder = Folder::new(&[("a.net.md", &format!("## Ada @ada\n{favors}"))]);
    let line = "            - thanked @ada: how it helped\n              6 more (--all)\n";
    let out = folder.run(&["next", "--today", "2026-11-30"]).out;
    assert!(out.contains("gift 3\n") && !out.contains("gift 4\n") && out.contains(line), "{out}");
    assert_eq!(out.matches("\n              - ").count(), 1, "{out}");
    let page = folder.run(&["next", "--today", "2026-11-30", "--format", "html"]).out;
    assert!(page.matches("<dt>").count() == 3 && page.contains("6 more (--all)"), "{page}");
    let out = folder.run(&["next", "--today", "2026-11-30", "--all"]).out;
    assert!(out.contains("gift 9") && out.matches("\n              - ").count() == 1, "{out}");
}

#[test]
fn nothing_to_do_and_nothing_written_yet_are_said() {
    for text in ["", "# Only prose\n", "## Ada @ada\n- every: monthly\n- 2026-11-21 call\n"] {
        let folder = Folder::new(&[("a.net.md", text)]);
        let ran = folder.run(&["next"]);
        assert!(ran.out.starts_with("nobody is waiting to hear from you until 2026-11-29\n\nread 1 file, "), "{ran:?}");
        assert_eq!(ran.code, 0);
        assert_eq!(agenda(&folder, &[])["agenda"], Value::Array(Vec::new()));
        assert!(folder.run(&["next", "--format", "ics"]).out.ends_with("X-WR-CALNAME:netlint\r\nEND:VCALENDAR\r\n"));
        assert!(folder.run(&["next", "--format", "html"]).out.contains("<h1>nobody is waiting"));
    }
    let ran = Folder::new(&[]).run(&["next"]);
    assert!(ran.code == 2 && ran.err.lines().count() == 1, "{ran:?}");
}

#[test]
fn what_is_silenced_for_the_check_is_silent_here() {
    let folder = journal();
    folder.write("netlint.toml", b"[rules]\novercommitted = \"off\"\ncourtesy = \"off\"\nidle-week = \"off\"\n");
    folder.write("people.net.md", PEOPLE.replace("3 weeks\n", "3 weeks\n- ignore: overdue-contact\n").as_bytes());
    let document = agenda(&folder, &[]);
    assert_eq!(reasons(&document), ["bob: due birthday", "ada: missed-plan"]);
    assert_eq!(document["idle"], Value::Null);
}

#[test]
fn the_document_is_as_its_schema_says() {
    let schema = std::fs::read_to_string(repository().join("docs/next.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let folder = journal();
    for args in [&["--days", "30"][..], &["--today", "2030-01-01"], &["--today", "2020-01-01"]] {
        let document = agenda(&folder, args);
        let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?} in {document:#}");
        assert_eq!(document["version"], 1);
    }
    let document = agenda(&folder, &[]);
    let ada = &document["agenda"][1];
    assert_eq!(
        (&ada["last"], &ada["due"], &ada["urgency"]),
        (&"2026-10-20".into(), &"2026-11-10".into(), &0.571.into())
    );
    assert_eq!(ada["opener"]["words"], "coffee with @ada: caught up, she is hiring #rust");
    assert_eq!(ada["reasons"][1]["start"]["line"], 3);
    assert_eq!(document["idle"]["whom"], "grace");
}

#[test]
fn a_file_is_written_as_a_whole_and_without_colors() {
    let folder = journal();
    let ran = folder.run(&["next", "--color", "always", "--output", "next.txt"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert_eq!(folder.read("next.txt"), folder.run(&["next"]).out);
    let ran = folder.run(&["next", "--output", "no/such/folder.txt"]);
    assert!(ran.code == 2 && ran.err.lines().count() == 1 && ran.err.contains("no/such/folder.txt"), "{ran:?}");
}

/// Names and words that mean to be something else where they are shown.
const HOSTILE: &str = "\
## <script>alert(1)</script> \u{1b}[31m\u{202e} @eve
- every: weekly
- 2026-10-01 coffee: </style><img src=x onerror=alert(1)> \u{1b}]0;owned\u{7} \u{202e}BEGIN:VEVENT; a, b\\n
- [ ] 2026-11-20 lunch: &amp; \"quoted\" 'single'
";

#[test]
fn hostile_words_do_no_harm_in_any_format() {
    let folder = Folder::new(&[("a.net.md", HOSTILE)]);
    for format in ["text", "html", "ics"] {
        let out = folder.run(&["next", "--format", format]).out;
        assert!(!out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{format}: {out}");
        assert!(out.contains("\\u{202e}") || format == "ics", "{format}: {out}");
    }
    let page = folder.run(&["next", "--format", "html"]).out;
    assert!(!page.contains("<script") && !page.contains("<img") && page.matches("</style>").count() == 1, "{page}");
    assert!(page.contains("default-src 'none'; style-src 'sha256-"), "{page}");
    assert_eq!(agenda(&folder, &[])["agenda"][0]["handle"], "eve");
}

#[test]
fn the_page_may_show_its_own_style_only() {
    let page = journal().run(&["next", "--format", "html"]).out;
    let between = |start: &str, end: &str| page.split(start).nth(1).unwrap().split(end).next().unwrap().to_owned();
    let digest = sha2::Sha256::digest(between("<style>", "</style>"));
    let hash = base64::engine::general_purpose::STANDARD.encode(digest);
    assert_eq!(between("'sha256-", "'"), hash);
    for remote in ["http:", "https:", "src=", "url(", "style=", "<script", "<link"] {
        assert!(!page.contains(remote), "{remote} in {page}");
    }
}
