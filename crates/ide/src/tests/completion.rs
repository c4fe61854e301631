//! What can be written at the cursor.

use messages::Language;

use crate::testing::Fixture;
use crate::{About, Completion};

const PEOPLE: &str = "\
## Ada Lovelace @ada
- circle: close
- tags: rust
## Bob @bob
## Grace Hopper @grace
- aka: Amazing Grace
## 2026-10-01
- got from @ada: a book ^book
- asked @bob: a pen ^pen
- coffee with @ada: engines #maths
- call @ada
## 2026-11-20
- call @grace
";

/// The first of what is offered below the journal of all tests, each as what it replaces, writes and says.
fn offered(text: &str) -> Vec<String> {
    within(text, Language::English)
}

fn within(text: &str, language: Language) -> Vec<String> {
    let fixture = Fixture::within(&format!("{PEOPLE}\n{text}"), language);
    let text = fixture.network.text(fixture.file);
    let shown = |it: &Completion| format!("{}|{}|{}", it.span.text(text), it.text, it.detail);
    fixture.ide().completion(fixture.file, fixture.offset).items.iter().take(3).map(shown).collect()
}

fn none(text: &str) {
    assert_eq!(offered(text), [""; 0], "{text}");
}

#[test]
fn people_by_how_recently_and_how_often() {
    let all = ["@|@grace|Grace Hopper", "@|@ada|Ada Lovelace", "@|@bob|Bob"];
    assert_eq!(offered("## 2026-11-22\n- coffee with @$0"), all);
    // Who takes part already is not offered again.
    assert_eq!(offered("## 2026-11-22\n- coffee with @grace and @$0")[0], "@|@ada|Ada Lovelace");
    // In the text everybody may be named.
    assert_eq!(offered("## 2026-11-22\n- call @grace: on @gr$0"), ["@gr|@grace|Grace Hopper"]);
    // A name does as well as a handle, and all of the token is replaced.
    assert_eq!(offered("## 2026-11-22\n- call @hop$0x: hi"), ["@hopx|@grace|Grace Hopper"]);
    assert_eq!(offered("Prose about 😀 @a$0 and more")[0], "@a|@ada|Ada Lovelace");
    assert_eq!(offered("## Zoe @zoe\n- via: @b$0"), ["@b|@bob|Bob"]);
}

#[test]
fn names_as_links() {
    assert_eq!(offered("- on [[Ad$0"), ["[[Ad|[[Ada Lovelace]]|@ada"]);
    assert_eq!(offered("- on [[Ad$0]] and"), ["[[Ad]]|[[Ada Lovelace]]|@ada"]);
}

#[test]
fn nothing_in_code_addresses_and_links() {
    none("## 2026-11-22\n- call @bob: `@a$0` it");
    none("Mail ada@ex$0 ample");
    none("```\n@a$0\n```");
    none("<div>\n@a$0\n</div>");
    none(r"Not \@a$0");
    none("## 2026-11-22\n- call @bob: done th$0");
    none("## 2026-11-22\n- call $0");
    none("## 2026-11-22\n- https://x.org/@a$0");
    none("## 2026-11-22\n- call @bob: https://x.org/@a$0");
    none("## Zoe @z$0");
}

#[test]
fn references_begin_with_what_is_open() {
    let told = |id: &str, line: &str| format!("^|^{id}|2026-10-01 {line}");
    let (book, pen) = (told("book", "got from @ada: a book ^book"), told("pen", "asked @bob: a pen ^pen"));
    assert_eq!(offered("## 2026-11-22\n- thanked @ada for ^$0"), [book.clone(), pen.clone()]);
    assert_eq!(offered("## 2026-11-22\n- fizzled @bob for ^$0"), [pen, book]);
    none("## 2026-11-22\n- got from @bob: a pen ^n$0");
}

#[test]
fn tags_of_entries_and_people() {
    assert_eq!(offered("## 2026-11-22\n- call @bob: #$0"), ["#|#maths|", "#|#rust|"]);
    assert_eq!(offered("## Zoe @zoe\n- tags: a, r$0"), ["r|rust|"]);
}

#[test]
fn verbs_where_an_entry_begins() {
    let call = "c|call |A contact by voice.";
    assert_eq!(offered("## 2026-11-22\n- c$0")[..2], [call, "c|coffee with |A contact in person."]);
    assert_eq!(offered("## 2026-11-22\n- [ ] c$0")[0], call);
    assert_eq!(offered("- 2026-11-22 c$0")[0], call);
    assert_eq!(offered("## 2026-11-22\n- cof$0ee @ada")[0], "cofee|coffee with |A contact in person.");
    assert_eq!(offered("## 2026-11-22\n-$0")[0], "| call |A contact by voice.");
    assert_eq!(offered("## 2026-11-22\n- [$0]"), ["[]|[ ] |a plan"]);
    let german = within("## 2026-11-22\n- kaf$0", Language::German);
    assert_eq!(german[0], "kaf|kaffee mit |Ein persönlicher Kontakt.");
    // Below a person nobody has to be named, and keys stand beside dates.
    assert_eq!(offered("## Zoe @zoe\n- 2026-11-22 cof$0")[0], "cof|coffee|A contact in person.");
}

#[test]
fn fields_and_their_values() {
    let role = "rol|role: |What the person does.";
    assert_eq!(offered("## Zoe @zoe\n- rol$0"), [role]);
    assert_eq!(offered("## @ada\n- circ$0"), [""; 0], "there is one");
    assert_eq!(offered("## Zoe @zoe\n- circle: $0")[0], "|inner|every 2 weeks");
    assert_eq!(offered("## Zoe @zoe\n- circle: cl$0ose"), ["close|close|every month"]);
    assert_eq!(offered("## Zoe @zoe\n- kind: fr$0"), ["fr|friend|"]);
    assert_eq!(offered("## Zoe @zoe\n- status: $0")[1], "|dormant|");
    assert_eq!(offered("## Zoe @zoe\n- every: 3$0"), ["3|3 weeks|"]);
    assert_eq!(offered("## Zoe @zoe\n- pause: $0")[0], "|until 2026-12-06|");
    assert_eq!(offered("## Zoe @zoe\n- ignore: mass-message, over$0")[0], "over|overdue-contact|care");
}

#[test]
fn days_in_headings_and_entries() {
    let today = "|2026-11-22|today, Sunday";
    assert_eq!(offered("## $0")[..2], [today, "|2026-11-21|yesterday, Saturday"]);
    assert_eq!(offered("##$0")[0], "| 2026-11-22|today, Sunday");
    assert_eq!(offered("## 2026-11-1$0")[0], "2026-11-1|2026-11-19|Thursday");
    assert_eq!(offered("## last friday$0")[0], "last friday|2026-11-20|Friday, 2 days ago");
    assert_eq!(within("## gestern$0", Language::German)[0], "gestern|2026-11-21|Samstag, gestern");
    assert_eq!(offered("# Log\n- yest$0"), ["yest|2026-11-21 |yesterday, Saturday"]);
    none("## 2026-11-22 $0");
}

#[test]
fn rules_in_directives() {
    let rule = "over|overdue-contact|care";
    assert_eq!(offered("<!-- netlint-disable over$0 -->")[0], rule);
    assert_eq!(offered("<!-- netlint-disable over$0")[0], rule);
    assert_eq!(offered("<!-- netlint-disable $0 -->").len(), 3);
    assert_eq!(offered("<!-- netlint-en$0")[0], "netlint-en|netlint-enable|");
}

#[test]
fn beginnings_on_an_empty_line() {
    let fixture = Fixture::new(&format!("{PEOPLE}\n$0\n"));
    let items = fixture.ide().completion(fixture.file, fixture.offset).items;
    let snippets: Vec<_> = items.iter().filter_map(|it| it.snippet.as_deref()).collect();
    assert_eq!(snippets, ["## ${1:Name} @${2:handle}\n- $0", "## 2026-11-22\n- $0"]);
    assert_eq!(offered("da$0"), ["da|## 2026-11-22\n- |## 2026-11-22"]);
}

#[test]
fn more_is_said_when_it_is_wanted() {
    let fixture = Fixture::new(PEOPLE);
    let said = |about: About| fixture.ide().documentation(&about).map(|it| it.plain);
    let card = said(About::Person("ada".to_owned())).unwrap();
    assert!(card.starts_with("Ada Lovelace @ada\nlast noted 2026-10-01, 52 days ago"), "{card}");
    assert_eq!(said(About::Verb("called".to_owned())).as_deref(), Some("call\nA contact by voice."));
    assert!(said(About::Rule("overdue-contact".to_owned())).is_some());
    assert_eq!(said(About::Person("nobody".to_owned())), None);
}

#[test]
fn no_more_than_anybody_reads() {
    let people: Vec<String> = (0..500).map(|number| format!("## P{number} @p{number}\n")).collect();
    let fixture = Fixture::new(&format!("{}## 2026-11-22\n- call @$0", people.concat()));
    let all = fixture.ide().completion(fixture.file, fixture.offset);
    assert_eq!((all.items.len(), all.is_incomplete), (200, true));
}
