//! `language = "de"`: what is read, and what is said.

use crate::harness::Folder;

fn journal() -> Folder {
    Folder::new(&[
        ("netlint.toml", "language = \"de\"\n"),
        ("leute.net.md", "## Ada Lovelace @ada\n- every: 3 weeks\n"),
        ("2026.net.md", "## 2026-10-20\n- Kaffee mit @ada: sie sucht Leute\n- call @ghost\n"),
    ])
}

#[test]
fn the_report_ends_in_german() {
    let ran = journal().run(&["check"]);
    assert!(ran.out.contains("Fehler[unknown-handle]"), "{}", ran.out);
    assert!(ran.out.contains("Warnung[overdue-contact]"), "{}", ran.out);
    let end = "1 Fehler, 2 Warnungen\n\
               gelesen: 2 Dateien, 1 Person, 2 Einträge vom 20.10.2026 bis zum 20.10.2026; Stand 22.11.2026\n";
    assert!(ran.out.contains(end), "{}", ran.out);
    assert_eq!(ran.err, "");
}

#[test]
fn levels_in_one_line_formats_are_those_of_the_configuration() {
    let ran = journal().run(&["check", "--format", "compact", "-q", "--select", "unknown-handle"]);
    assert!(ran.out.starts_with("2026.net.md:3:8: error[unknown-handle]: "), "{}", ran.out);
}
