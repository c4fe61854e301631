//! What can be done at a cursor, and what becomes of the journal.

use messages::Language;

use crate::testing::Fixture;

/// What is offered, and what becomes of the texts where it is chosen.
fn assists(text: &str, language: Language) -> Vec<(String, String)> {
    let fixture = Fixture::within(text, language);
    let ide = fixture.ide();
    let found = ide.assists(fixture.file, fixture.offset).into_iter();
    let done = |it: &crate::Assist| ide.edits(&it.deed, |path| path.starts_with("pages/"));
    found.map(|it| (it.title.clone(), done(&it).map_or("none".to_owned(), |edits| fixture.edited(&edits)))).collect()
}

#[track_caller]
fn assert_assists(text: &str, expected: &[(&str, &str)]) {
    let found = assists(text, Language::English);
    let found: Vec<(&str, &str)> = found.iter().map(|(title, text)| (title.as_str(), text.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn somebody_unknown_is_declared() {
    let text = "## Ada @ada\n\n--- b.net.md\n## 2026-11-03\n- coffee with @grace-ho$0pper\n";
    let after = "## Ada @ada\n\n## Grace Hopper @grace-hopper\n--- \n## 2026-11-03\n- coffee with @grace-hopper\n";
    assert_assists(text, &[("Declare Grace Hopper @grace-hopper", after)]);
    let two = "## Ada @ada\n- aka: @a\n## Bob @bob\n- aka: @a\n## 2026-11-03\n- call @$0a\n";
    assert_assists(two, &[]);
}

#[test]
fn a_contact_is_noted_and_a_pause_is_made() {
    let text = "## A$0da @ada\n- every: 3 weeks\n\n## 2026-11-03\n- coffee with @ada\n";
    let plain = text.replace("$0", "");
    assert_assists(
        text,
        &[
            ("Note for today: coffee with @ada", &format!("{plain}\n## 2026-11-22\n- coffee with @ada\n")),
            (
                "Pause @ada for two weeks, until 2026-12-06",
                &plain.replace("@ada\n- every", "@ada\n- pause: until 2026-12-06\n- every"),
            ),
        ],
    );
    let german = assists("## A$0da @ada\n## 2026-11-03\n- kaffee mit @ada\n", Language::German);
    assert_eq!(german[0].0, "Für heute notieren: kaffee mit @ada");
    assert_assists("## A$0da @ada\n", &[("Note for today: message @ada", "none")]);
    let fixture = Fixture::new("## A$0da @ada\n");
    let deed = fixture.ide().assists(fixture.file, fixture.offset).remove(0).deed;
    let new = ("2026.net.md".to_owned(), "# 2026\n\n## 2026-11-22\n- message @ada\n".to_owned());
    assert_eq!(fixture.ide().new_file(&deed, |_| false), Some(new));
}

#[test]
fn favors_are_thanked_for_once() {
    let titles = |text: &str| assists(text, Language::English).into_iter().map(|(title, _)| title).collect::<Vec<_>>();
    let head = "## Ada @ada\n## 2026-11-03\n- got from @ada: it ^intro\n- g$0ot from @ada: another\n";
    assert_eq!(titles(head), ["Note for today: message @ada", "Note for today: thanked @ada"]);
    let named = head.replace("$0", "").replace("^intro", "^in$0tro");
    assert_eq!(titles(&named), ["Note for today: message @ada", "Note for today: thanked @ada for ^intro"]);
    assert_eq!(titles(&format!("{named}- thanked @ada for ^intro\n")), ["Note for today: message @ada"]);
}

#[test]
fn a_plan_is_done() {
    let text = "## Ada @ada\n## 2026-11-03\n- [ ] lu$0nch with @ada\n";
    let found = assists(text, Language::English);
    assert_eq!(found[0], ("Mark the plan as done".to_owned(), text.replace("[ ] lu$0nch", "[x] lunch")));
    let later = "## Ada @ada\n- every: never\n# Log\n- [ ] 2026-12-01 lu$0nch with @ada\n";
    let found = assists(later, Language::English);
    assert_eq!(found[0].1, later.replace("[ ] 2026-12-01 lu$0nch", "[x] 2026-11-22 lunch"));
    let below = "## Ada @ada\n## 2026-12-01\n- [ ] lu$0nch with @ada\n";
    assert_eq!(assists(below, Language::English)[0].0, "Note for today: message @ada");
}
