//! What stands at a cursor.

use crate::testing::Fixture;
use crate::{Ide, What};

/// What stands at the cursor: its text and what it is.
fn at(text: &str) -> String {
    let fixture = Fixture::new(text);
    let Some(at) = fixture.ide().at(fixture.file, fixture.offset) else { return "nothing".to_owned() };
    let Ide { network, settings, .. } = fixture.ide();
    let who = |person: Option<_>| person.map_or("nobody".to_owned(), |id| format!("@{}", network.person(id).handle));
    let text = network.text(fixture.file);
    let what = match &at.what {
        What::Mention(mention) => format!("{} {}", mention.name.text(text), who(mention.person)),
        What::Heading(person) => format!("heading {}", who(Some(*person))),
        What::Reference { id, target } => format!("reference {} {}", id.text(text), target.is_some()),
        What::Anchor { id, entry } => format!("anchor {} {}", id.text(text), entry.index()),
        What::Tag(tag) => format!("tag {}", tag.text(text)),
        What::Verb(verb) => format!("verb {}", settings.vocabulary.verb(*verb).name),
        What::Date(day) => format!("date {day}"),
        What::Key(key) => format!("key {key}"),
        What::Value { key, person } => format!("value {key} {}", who(Some(*person))),
        What::Rule(rule) => format!("rule {}", rule.name),
    };
    format!("`{}` {what}", at.span.text(text))
}

const PEOPLE: &str = "## Ada Lovelace @ada\n- aka: @countess\n## Bob @bob\n";

#[track_caller]
fn assert_at(text: &str, expected: &str) {
    assert_eq!(at(&format!("{PEOPLE}{text}")), expected, "{text}");
}

#[test]
fn in_entries() {
    let day = "## 2026-11-03\n";
    for (entry, expected) in [
        ("- cof$0fee with @ada", "`coffee` verb coffee"),
        ("- coffee$0 with @ada", "`coffee` verb coffee"),
        ("- no ans$0wer @ada", "`no answer` verb tried"),
        ("- coffee with $0@ada", "`@ada` ada @ada"),
        ("- coffee with @ada$0: x", "`@ada` ada @ada"),
        ("- coffee with @count$0ess", "`@countess` countess @ada"),
        ("- coffee with [[Ada $0Lovelace|her]]", "`[[Ada Lovelace|her]]` Ada Lovelace @ada"),
        ("- coffee with @gh$0ost", "`@ghost` ghost nobody"),
        ("- coffee wi$0th @ada", "nothing"),
        ("- call @ada: saw 😀 @bo$0b", "`@bob` bob @bob"),
        ("- call @ada: it #ru$0st", "`#rust` tag rust"),
        ("- got from @ada: it ^in$0tro", "`^intro` anchor intro 0"),
        ("- got from @ada: it ^intro\n- thanked @ada for ^in$0tro", "`^intro` reference intro true"),
        ("- thanked @ada for ^no$0ne", "`^none` reference none false"),
        ("- 2026-11$0-01 call @ada", "`2026-11-01` date 2026-11-01"),
        ("- call @ada\n  - on @bo$0b", "`@bob` bob @bob"),
        ("- call @ada: `@bo$0b`", "nothing"),
        ("Prose on @bo$0b.", "`@bob` bob @bob"),
        ("```\n- call @a$0da\n```", "nothing"),
    ] {
        assert_at(&format!("{day}{entry}\n"), expected);
    }
}

#[test]
fn in_headings_and_fields() {
    for (text, expected) in [
        ("## Carl C$0raft @carl\n", "`Carl Craft @carl` heading @carl"),
        ("## Carl @ca$0rl\n", "`@carl` carl @carl"),
        ("## @a$0da\n", "`@ada` ada @ada"),
        ("Carl @ca$0rl\n===\n", "`@carl` carl @carl"),
        ("## 2026-11$0-03 Tuesday\n", "`2026-11-03` date 2026-11-03"),
        ("- ro$0le: x\n", "`role` key role"),
        ("- role: some$0thing\n", "`something` value role @bob"),
        ("- via: @a$0da\n", "`@ada` ada @ada"),
        ("- aka: @bo$0bby, Robert\n", "`@bobby` bobby @bob"),
        ("- tags: rust, g$0o\n", "`go` tag go"),
        ("- tags: #ru$0st\n", "`#rust` tag rust"),
        ("- pause: until 2027-0$01-31\n", "`2027-01-31` date 2027-01-31"),
        ("- ignore: overdue-$0contact\n", "`overdue-contact` rule overdue-contact"),
        ("<!-- netlint-disable shallow$0-tie -->\n", "`shallow-tie` rule shallow-tie"),
        ("<!-- netlint-disable qual$0ity -->\n", "nothing"),
        ("# Plain\n- plain wo$0rds\n", "nothing"),
        ("# Plain\n- plain @a$0da\n", "`@ada` ada @ada"),
    ] {
        assert_at(text, expected);
    }
}

#[test]
fn on_pages() {
    let page = |text: &str| at(&format!("--- pages/zoe.md\n{text}"));
    assert_eq!(page("---\nro$0le: x\n---\n# Zoe\n"), "`role` key role");
    assert_eq!(page("---\nrole: x\n---\n# Zoe$0 Z\n"), "`Zoe Z` heading @zoe-z");
    assert_eq!(page("# Zoe Z\n\nKnows [[Zo$0e]].\n"), "`[[Zoe]]` Zoe @zoe-z");
    assert_eq!(at("$0"), "nothing");
}
