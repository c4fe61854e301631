//! What is shown in and above a text: tokens, hints, lenses.

use journal::Span;
use messages::Language;

use crate::testing::Fixture;

const JOURNAL: &str = "\
## Ada @ada
- every: 3 weeks
- mood: good
- tags: rust, #go
- via: @bob
## Bob @bob
## 2026-10-20 Tuesday
- got from @ada: a book #x ^book
- [ ] lunch with @nobody: on @ada
- cofee with @bob
- thanked @bob for ^lost
## 2026-11-21
- got from @bob: `@ada` it
<!-- netlint-disable mass-message -->
";

fn tokens(fixture: &Fixture, range: Option<Span>) -> Vec<String> {
    let text = fixture.network.text(fixture.file);
    let shown = |it: crate::Token| {
        let modifiers: Vec<String> = it.modifiers.iter().map(|it| format!(" {it:?}")).collect();
        format!("{} {:?}{}", it.span.text(text), it.kind, modifiers.concat())
    };
    fixture.ide().tokens(fixture.file, range).into_iter().map(shown).collect()
}

#[test]
fn tokens_say_what_the_words_are() {
    let fixture = Fixture::new(JOURNAL);
    let expected = [
        "Ada Person Declaration Overdue",
        "@ada Person Declaration Overdue",
        "every Property",
        "3 weeks Value",
        "mood Property Unknown",
        "good Value",
        "tags Property",
        "rust Tag",
        "#go Tag",
        "via Property",
        "@bob Person",
        "Bob Person Declaration",
        "@bob Person Declaration",
        "2026-10-20 Date Declaration",
        "got Verb",
        "@ada Person Overdue",
        "#x Tag",
        "^book Reference Declaration",
        "lunch Verb Plan",
        "@nobody Person Unknown",
        "@ada Person Overdue",
        "cofee Verb Unknown",
        "@bob Person",
        "thanked Verb",
        "@bob Person",
        "^lost Reference Unknown",
        "2026-11-21 Date Declaration",
        "got Verb",
        "@bob Person",
        "netlint-disable Directive",
        "mass-message Directive",
    ];
    assert_eq!(tokens(&fixture, None), expected);
    let at = JOURNAL.find("- [ ]").unwrap() as u32;
    assert_eq!(tokens(&fixture, Some(Span::at(at)))[..2], ["lunch Verb Plan", "@nobody Person Unknown"]);
}

#[test]
fn hints_tell_how_far_days_are_and_how_favors_stand() {
    let hints = |language| -> Vec<String> {
        let fixture = Fixture::within(JOURNAL, language);
        let text = fixture.network.text(fixture.file);
        let all = fixture.ide().hints(fixture.file, Span::new(0, text.len() as u32));
        let line = |at: u32| text[..at as usize].lines().next_back().unwrap_or_default().to_owned();
        all.into_iter().map(|it| format!("{} << {}", line(it.at), it.text)).collect()
    };
    let expected = [
        "## 2026-10-20 << 33 days ago",
        "- got from @ada: a book #x ^book << 1 received, 0 given",
        "## 2026-11-21 << yesterday",
        "- got from @bob: `@ada` it << 1 received, 0 given",
    ];
    assert_eq!(hints(Language::English), expected);
    assert_eq!(
        hints(Language::German)[..2],
        ["## 2026-10-20 << vor 33 Tagen", "- got from @ada: a book #x ^book << 1 erhalten, 0 gegeben"]
    );
    let fixture = Fixture::new(JOURNAL);
    let end = JOURNAL.find("## 2026-11-21").unwrap() as u32;
    assert_eq!(fixture.ide().hints(fixture.file, Span::new(end, end)).len(), 0, "the hint stands behind the date");
    assert_eq!(fixture.ide().hints(fixture.file, Span::new(end, end + 4)).len(), 1);
}

#[test]
fn lenses_tell_how_ties_stand_and_what_is_owed() {
    let lenses = |language| -> Vec<String> {
        let fixture = Fixture::within(JOURNAL, language);
        let text = fixture.network.text(fixture.file);
        let all = fixture.ide().lenses(fixture.file);
        all.into_iter().map(|it| format!("{} << {}", it.span.text(text), it.text)).collect()
    };
    let expected = [
        "Ada @ada << last noted 33 days ago, every 3 weeks: 12 days over",
        "Ada @ada << owed: thanks for ^book",
        "Bob @bob << last noted yesterday",
        "Bob @bob << owed: thanks for got from @bob: `@ada` it",
    ];
    assert_eq!(lenses(Language::English), expected);
    assert_eq!(lenses(Language::German)[0], "Ada @ada << zuletzt notiert vor 33 Tagen, alle 3 Wochen: 12 Tage darüber");
    let fixture = Fixture::new("## Zoe @zoe\n- every: weekly\n## Al @al\n");
    let all: Vec<_> = fixture.ide().lenses(fixture.file).into_iter().map(|it| it.text).collect();
    assert_eq!(all, ["no contact is noted, every week", "no contact is noted"]);
}
