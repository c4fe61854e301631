//! `netlint` alone in a terminal: the check, and what to do next.

use crate::harness::Folder;
use crate::terminal::Terminal;

/// What netlint shows in a terminal.
fn shown(folder: &Folder, args: &[&str]) -> String {
    Terminal::start(folder.path(), args).all()
}

fn journal() -> Folder {
    let people: String = (1..=5).map(|n| format!("## P {n} @p{n}\n- every: weekly\n- 2026-11-0{n} call\n")).collect();
    Folder::new(&[("a.net.md", &people)])
}

const HEAD: &str = "\nwhom to contact until 2026-11-29\n";

#[test]
fn a_bare_netlint_ends_with_the_first_of_the_agenda() {
    let out = shown(&journal(), &["--color", "never"]);
    let (check, agenda) = out.split_once(HEAD).unwrap_or_else(|| panic!("{out}"));
    assert!(check.contains("read 1 file, 5 people"), "{out}");
    let expected = "  overdue     @p1 is 14 days overdue: last noted 2026-11-01, every week
  overdue     @p2 is 13 days overdue: last noted 2026-11-02, every week
  overdue     @p3 is 12 days overdue: last noted 2026-11-03, every week
`netlint next` shows all 5, why, and what was last noted
";
    assert_eq!(agenda, expected);
}

#[test]
fn programs_and_whoever_asks_for_a_check_get_the_check_alone() {
    let folder = journal();
    for args in [&["check"][..], &["-q"], &["--format", "compact"], &["--statistics"], &["--output-file", "out.txt"]] {
        let out = shown(&folder, args);
        assert!(!out.contains("whom to contact"), "{args:?}: {out}");
    }
    assert!(!folder.run(&[]).out.contains("whom to contact"), "no terminal");
    let folder = Folder::new(&[("a.net.md", "## Ada @ada\n")]);
    assert!(!shown(&folder, &[]).contains("until"), "nothing to say");
}
