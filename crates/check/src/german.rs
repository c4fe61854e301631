//! What rules say in German: whole messages, with plural forms and dates.

use messages::Language;
use testkit::TODAY;

use crate::testing::said;
use crate::{rule, rules};

#[track_caller]
fn assert_said(name: &str, journal: &str, expected: &[&str]) {
    let rule = rule(name).unwrap_or_else(|| panic!("{name}"));
    assert_eq!(said(rule, TODAY, journal, Language::German), expected, "{name}");
}

#[test]
fn days_are_one_or_many_and_dates_are_written_as_germans_do() {
    let journal = |every: &str| format!("## Ada @ada\n- every: {every}\n\n## 2026-10-20\n- Kaffee mit @ada: Neues\n");
    assert_said(
        "overdue-contact",
        &journal("3 weeks"),
        &[
            "@ada ist seit 12 Tagen fällig: zuletzt notiert am 20.10.2026, alle 3 Wochen",
            "see: der letzte notierte Kontakt",
            "help: ein Anruf oder ein Kaffee? Oder `- pause: until 2026-12-22`, wenn es warten kann",
        ],
    );
    assert_eq!(
        said(rule("overdue-contact").unwrap(), TODAY, &journal("32 days"), Language::German)[0],
        "@ada ist seit 1 Tag fällig: zuletzt notiert am 20.10.2026, alle 32 Tage"
    );
    assert_eq!(
        said(rule("overdue-contact").unwrap(), TODAY, &journal("monthly"), Language::German)[0],
        "@ada ist seit 2 Tagen fällig: zuletzt notiert am 20.10.2026, jeden Monat"
    );
}

#[test]
fn numbers_have_a_comma() {
    assert_said(
        "overcommitted",
        "## Ada @ada\n- every: 2 days\n## Bob @bob\n- every: 2 days\n## Carl @carl\n- every: 2 days\n",
        &[
            "deine Rhythmen verlangen 10,5 Kontakte in der Woche, mehr als 10",
            "see: @ada alle 2 Tage",
            "see: @bob alle 2 Tage",
            "see: @carl alle 2 Tage",
            "help: wer kann etwas länger warten? `- every: monthly` oder `- pause: until 2026-12-22` lässt Zeit für die anderen",
        ],
    );
}

#[test]
fn people_are_joined_with_und_and_oder() {
    assert_said(
        "cold-ask",
        "## Ada @ada\n## Bob @bob\n\n## 2026-11-20\n- gefragt @ada und @bob: Rat\n",
        &[
            "@ada und @bob wurden gebeten, ohne dass innerhalb von 180 Tagen davor ein Kontakt notiert ist",
            "help: sag ein andermal erst Hallo; hast du es getan, notiere es darüber: `- Anruf @ada: wie es geht`",
        ],
    );
    assert_said(
        "ambiguous-alias",
        "## Ada @ada\n- aka: @a\n## Anna @anna\n- aka: @a\n\n## 2026-11-20\n- Anruf @a\n",
        &[
            "@a kann @ada oder @anna sein",
            "see: @ada heißt so",
            "see: @anna heißt so",
            "help: schreib das Handle der Person, die du meinst, etwa @ada",
        ],
    );
}

#[test]
fn plans_birthdays_favors_and_thanks() {
    assert_said(
        "missed-plan",
        "## Ada @ada\n\n## 2026-11-21\n- [ ] Mittagessen mit @ada\n",
        &[
            "geplant für den 21.11.2026, vor 1 Tag, und noch offen",
            "help: ist es geschehen? Dann schreib `[x]`; wenn nicht, gib ihm einen neuen Tag, oder lass ihn gehen",
            "fix: Als erledigt markieren",
        ],
    );
    assert_said(
        "upcoming-occasion",
        "## Ada @ada\n- born: 1990-11-23\n",
        &[
            "@ada wird am 23.11.2026 36 Jahre alt, morgen",
            "help: eine Zeile genügt, und ein Eintrag dafür: `- gewünscht @ada: alles Gute zum Geburtstag`",
        ],
    );
    let favors = "## Ada @ada\n\n## 2026-11-01\n- bekommen von @ada: Rat ^rat\n";
    assert_said(
        "missing-thanks",
        favors,
        &[
            "kein Dank an @ada ist notiert für diesen Gefallen vom 01.11.2026",
            "help: sag Danke, und notiere es: `- gedankt @ada für ^rat`",
        ],
    );
    assert_said("missing-thanks", &format!("{favors}- gedankt @ada für ^rat\n"), &[]);
}

#[test]
fn what_is_not_understood() {
    assert_said(
        "missing-participant",
        "## 2026-11-20\n- Kaffee mit jemandem\n",
        &[
            "`Kaffee` nennt niemanden",
            "see: hier erwartet: eine Person, etwa `@ada`",
            "help: sag mit wem, als Handle: `Kaffee @ada: ...`",
        ],
    );
    assert_said(
        "invalid-date",
        "## 2026-02-30\n",
        &[
            "`2026-02-30` ist kein Datum: der Februar hat 28 Tage",
            "help: was hier steht, zählt, sobald der Tag bekannt ist, etwa `2026-11-03`",
        ],
    );
    assert_said(
        "unknown-handle",
        "## Ada @ada\n\n## 2026-11-20\n- Anruf @adda\n",
        &[
            "niemand ist als @adda eingeführt",
            "help: meintest du @ada? Sonst führt `## Name @adda` eine Person ein",
            "fix: @ada schreiben",
        ],
    );
}

/// Every example of every page is said in German with no variable left open.
#[test]
fn all_examples_can_be_said() {
    for rule in rules() {
        let docs: Vec<&str> = rule.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        for (heading, info, body) in testkit::fenced(&docs.join("\n")) {
            if heading != "Wrong" || !info.starts_with("journal") {
                continue;
            }
            let day = info.split_once("today=").map_or(TODAY, |(_, day)| day);
            let (english, german) =
                (said(rule, day, &body, Language::English), said(rule, day, &body, Language::German));
            assert_eq!(english.len(), german.len(), "{}: {german:#?}", rule.name);
            assert!(!german.is_empty(), "{}", rule.name);
            for (english, german) in english.iter().zip(&german) {
                assert!(english != german && !german.contains("{$"), "{}: {german}", rule.name);
            }
        }
    }
}
