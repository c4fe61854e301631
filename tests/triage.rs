//! `netlint triage`.

use crate::harness::Folder;
use crate::terminal::Terminal;

const PEOPLE: &str =
    "## Ada Lovelace @ada\n- every: 2 weeks\n- role: programmer\n\n## Bob @bob\n\nHe is tall.\n\n## Cy @cy\n";
const DAYS: &str = "## 2026-06-01\n- coffee with @ada: engines\n- call @bob\n";

fn journal() -> Folder {
    Folder::new(&[("people.net.md", PEOPLE), ("2026.net.md", DAYS)])
}

#[test]
fn one_after_the_other_and_all_at_once() {
    let folder = journal();
    let ran = folder.run_with(&["triage"], b"e 6 weeks\n2\nwhat\np 2 months\ny\n");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for said in [
        "Ada Lovelace @ada (1/3)\n  role: programmer\n  every: 2 weeks\n  last noted 2026-06-01: coffee with @ada: engines\n",
        "1 inner, 2 close, 3 wider, 4 network; e 3 weeks: how often;",
        "Cy @cy (3/3)\n  no contact is noted\n",
        "that is none of the keys",
        "people.net.md:1: @ada: every: 6 weeks\npeople.net.md:5: @bob: circle: close\npeople.net.md:9: @cy: pause: until 2027-01-22\n",
        "written for 3 people into 1 file\n",
    ] {
        assert!(ran.out.contains(said), "{said} in {}", ran.out);
    }
    let after = PEOPLE.replace("2 weeks", "6 weeks").replace("@bob\n", "@bob\n- circle: close\n");
    assert_eq!(folder.read("people.net.md"), format!("{after}- pause: until 2027-01-22\n"));
}

#[test]
fn nothing_is_written_without_a_yes() {
    let folder = journal();
    for answers in ["2\nq\n", "2\nq\nn\n", "2\n", "2\nb\nq\n", "s\n\ns\n", ""] {
        let ran = folder.run_with(&["triage"], answers.as_bytes());
        assert_eq!(ran.code, 0, "{ran:?}");
        assert_eq!(folder.read("people.net.md"), PEOPLE, "{answers:?}");
    }
    let ran = folder.run_with(&["triage", "--dry-run"], b"2\nq\n");
    assert!(ran.code == 1 && ran.out.contains("+- circle: close\n"), "{ran:?}");
    assert_eq!(folder.read("people.net.md"), PEOPLE);
    let ran = folder.run_with(&["triage", "--yes"], b"3\nq\n");
    assert!(ran.code == 0 && folder.read("people.net.md").contains("@ada\n- circle: wider\n"), "{ran:?}");
}

#[test]
fn what_is_due_is_spread() {
    let people: Vec<String> = (0..14).map(|number| format!("## P{number} @p{number}\n- every: 2 weeks\n\n")).collect();
    let folder = Folder::new(&[("people.net.md", &people.concat())]);
    let ran = folder.run(&["triage", "--spread", "--dry-run"]);
    assert!(ran.code == 1 && ran.out.contains("+- pause: until 2026-11-22\n"), "{ran:?}");
    let ran = folder.run(&["triage", "--spread", "--yes"]);
    assert!(ran.code == 0 && ran.out.ends_with("written for 13 people into 1 file\n"), "{ran:?}");
    // One is due on each day.
    for (today, count) in [("2026-11-22", 1), ("2026-11-23", 2), ("2026-12-05", 14)] {
        let found = folder.findings(&["--select", "never-contacted", "--today", today]);
        assert_eq!(found.len(), count, "{today}: {found:?}");
    }
    let ran = folder.run(&["triage", "--spread"]);
    assert!(ran.code == 0 && ran.out.contains("nothing to write; read 14 people"), "{ran:?}");
}

#[test]
fn a_person_decides_in_a_terminal() {
    let folder = journal();
    let mut terminal = Terminal::start(folder.path(), &["triage"]);
    terminal.wait_for("(1/3)");
    terminal.wait_for("> ");
    terminal.send("1\r");
    terminal.wait_for("(2/3)");
    terminal.wait_for("> ");
    terminal.send("q\r");
    terminal.wait_for("into 1 file? [y/N]");
    terminal.send("y\r");
    terminal.wait_for("written for 1 person into 1 file");
    assert!(terminal.end());
    assert!(folder.read("people.net.md").contains("@ada\n- circle: inner\n- every: 2 weeks\n"));
}
