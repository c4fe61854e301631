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

#[test]
fn every_format_says_the_messages_in_german() {
    let folder = journal();
    let overdue = "@ada ist seit 12 Tagen fällig: zuletzt notiert am 20.10.2026, alle 3 Wochen";
    for format in ["text", "compact", "json"] {
        let ran = folder.run(&["check", "--format", format]);
        assert!(ran.out.contains(overdue), "{format}: {}", ran.out);
    }
}

#[test]
fn rules_have_german_titles_and_explain_says_that_its_pages_are_english() {
    let folder = journal();
    let list = folder.run(&["rules"]).out;
    assert!(list.contains("care: Beziehungen brauchen Zeit"), "{list}");
    assert!(list.contains("Jemand wurde länger nicht kontaktiert, als du wolltest"), "{list}");
    let page = folder.run(&["explain", "overdue-contact"]).out;
    let title = "overdue-contact: Jemand wurde länger nicht kontaktiert, als du wolltest. \
                 Die ausführliche Seite gibt es nur auf Englisch:\n\n# overdue-contact\n";
    assert!(page.starts_with(title), "{page}");
    folder.write("netlint.toml", b"language = ");
    let page = folder.run(&["explain", "overdue-contact"]);
    assert!(page.code == 0 && page.out.starts_with("# overdue-contact\n"), "{page:?}");
}
