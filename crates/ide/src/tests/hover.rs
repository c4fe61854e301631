//! What is shown of what the pointer is on.

use messages::Language;

use crate::testing::Fixture;

fn plain(text: &str, language: Language) -> String {
    let fixture = Fixture::within(text, language);
    fixture.ide().hover(fixture.file, fixture.offset).map_or_else(|| "nothing".to_owned(), |it| it.plain)
}

const ADA: &str = "## Ada *Lovelace* @ada
- role: analyst
- org: Engines_Ltd
- every: 3 weeks
- born: 12-10

## 2026-10-13
- got from @ada: it ^intro

## 2026-10-20
- coffee with @ada: she is *hiring*
- [ ] 2026-12-01 lunch with @ada
- thanked @a$0da for ^intro
";

#[test]
fn a_card_of_a_person() {
    let lines = [
        "analyst, Engines_Ltd",
        "last noted 2026-10-20, 33 days ago; one of 3 contacts noted",
        "every 3 weeks: due 2026-11-10, 12 days ago",
        "favors: 1 received, 0 given, 1 not returned",
        "birthday 2026-12-10, in 18 days",
        "- planned for 2026-12-01: lunch with @ada",
        "- 2026-10-20 thanked @ada for ^intro",
        "- 2026-10-20 coffee with @ada: she is *hiring*",
        "- 2026-10-13 got from @ada: it ^intro",
    ];
    let title = "Ada *Lovelace* @ada\n";
    assert_eq!(plain(ADA, Language::English), title.to_owned() + &lines.join("\n"));
    let german = plain(ADA, Language::German);
    assert!(german.contains("\nalle 3 Wochen: fällig am 10.11.2026, vor 12 Tagen\n"), "{german}");
}

#[test]
fn what_is_written_has_no_effect_in_markdown() {
    let fixture = Fixture::new(ADA);
    let found = fixture.ide().hover(fixture.file, fixture.offset).unwrap();
    let text = found.markdown;
    assert!(text.starts_with("**Ada \\*Lovelace\\*** `@ada`\n\nanalyst, Engines\\_Ltd  \nlast noted"), "{text}");
    assert!(text.contains("\n- 2026-10-20 coffee with @ada: she is \\*hiring\\*\n"), "{text}");
    assert_eq!(found.span.text(fixture.network.text(fixture.file)), "@ada");
}

#[test]
fn pauses_and_people_of_whom_nothing_is_known() {
    let english = |text: &str| plain(text, Language::English);
    assert_eq!(english("## B$0ob @bob\n"), "Bob @bob\nno contact is noted");
    let paused = "## B$0ob @bob\n- every: weekly\n- pause: until 2027-01-31\n";
    assert_eq!(english(paused), "Bob @bob\nno contact is noted\npaused until 2027-01-31");
    assert_eq!(english("## 2026-11-03\n- call @gh$0ost\n"), "nothing");
}

#[test]
fn verbs_days_keys_references_and_rules() {
    let english = |text: &str| plain(&format!("## Ada @ada\n{text}\n"), Language::English);
    let day = "## 2026-11-03\n";
    assert_eq!(english("## 2026-11$0-03"), "Tuesday, 19 days ago");
    assert_eq!(english("## 2026-11$0-22"), "Sunday, today");
    assert_eq!(english("- pause: until 2026-1$02-01"), "Tuesday, in 9 days");
    assert_eq!(english(&format!("{day}- cof$0fee @ada")), "coffee\nA contact in person.");
    assert_eq!(
        english(&format!("{day}- wro$0te @ada")),
        "mail\nA contact in writing.\nYou reached out, unless `from` or `by` stands before the names."
    );
    let intro = "- got from @ada: it ^intro\n- thanked @ada for ^in$0tro";
    assert_eq!(
        english(&format!("{day}{intro}")),
        "^intro\n2026-11-03, 19 days ago\ngot from @ada: it ^intro\n- 2026-11-03 thanked @ada for ^intro"
    );
    assert_eq!(english(&format!("{day}- thanked @ada for ^no$0ne")), "^none\nno entry has this name");
    assert_eq!(english("- vi$0a: @x"), "via\nWho introduced you.");
    assert!(english("- cir$0cle: inner").ends_with("\ninner, close, wider, network"));
    let page = english("- ignore: overdue$0-contact");
    assert!(page.starts_with("# overdue-contact\n\n") && !page.contains("](index"), "{page}");
    assert_eq!(plain("## 2026-11$0-03\n", Language::German), "Dienstag, vor 19 Tagen");
}
