//! Places, and the property that nothing but the entry is new.

use journal::{Day, Network, Settings};
use proptest::prelude::*;

use super::{Draft, alone, place};

fn draft(day: &str, line: &str) -> Draft {
    Draft { day: testkit::day(day), line: line.to_owned() }
}

fn placed(text: &str, day: &str) -> Option<String> {
    let draft = draft(day, "call @x: hi");
    Some(place(text, &draft, &Settings::default())?.into_text(text))
}

#[track_caller]
fn assert_placed(text: &str, day: &str, expected: &str) {
    assert_eq!(placed(text, day).as_deref(), Some(expected));
}

#[test]
fn below_the_entries_of_the_day() {
    assert_placed("## 2026-11-22\n- mail @a\n", "2026-11-22", "## 2026-11-22\n- mail @a\n- call @x: hi\n");
    assert_placed(
        "## 2026-11-22\n* mail @a\n  went on\n\n  * a note\n\nProse.\n\n## 2026-11-21\n",
        "2026-11-22",
        "## 2026-11-22\n* mail @a\n  went on\n\n  * a note\n* call @x: hi\n\nProse.\n\n## 2026-11-21\n",
    );
    assert_placed("## 2026-11-22\n\n## 2026-11-21\n", "2026-11-22", "## 2026-11-22\n- call @x: hi\n\n## 2026-11-21\n");
    assert_placed("## 2026-11-22\n- a\n\n- b\n", "2026-11-22", "## 2026-11-22\n- a\n\n- b\n\n- call @x: hi\n");
    assert_placed("## 2026-11-22\nProse.\n", "2026-11-22", "## 2026-11-22\nProse.\n\n- call @x: hi\n");
    assert_placed("## 2026-11-22", "2026-11-22", "## 2026-11-22\n- call @x: hi");
    assert_placed("## 2026-11-22\n- a\n```\n", "2026-11-22", "## 2026-11-22\n- a\n- call @x: hi\n```\n");
}

#[test]
fn below_a_new_heading_in_the_order_of_the_others() {
    let rising = "# Log\n\n## 2026-11-01\n- a\n\n## 2026-11-10\n- b\n";
    assert_placed(rising, "2026-11-22", &format!("{rising}\n## 2026-11-22\n- call @x: hi\n"));
    assert_placed(
        rising,
        "2026-11-05",
        &rising.replace("## 2026-11-10", "## 2026-11-05\n- call @x: hi\n\n## 2026-11-10"),
    );
    assert_placed(
        rising,
        "2026-10-05",
        &rising.replace("## 2026-11-01", "## 2026-10-05\n- call @x: hi\n\n## 2026-11-01"),
    );
    let falling = "# Log\n\n## 2026-11-10\n- b\n\n## 2026-11-01\n- a\n";
    assert_placed(
        falling,
        "2026-11-22",
        &falling.replace("## 2026-11-10", "## 2026-11-22\n- call @x: hi\n\n## 2026-11-10"),
    );
    assert_placed(falling, "2026-10-05", &format!("{falling}\n## 2026-10-05\n- call @x: hi\n"));
    assert_placed("# 2026\n", "2026-11-22", "# 2026\n\n## 2026-11-22\n- call @x: hi\n");
    assert_placed("", "2026-11-22", "## 2026-11-22\n- call @x: hi\n");
}

#[test]
fn as_the_others_are_written() {
    assert_placed(
        "\u{feff}### 2026-11-20, Friday\r\n\r\n+ a",
        "2026-11-22",
        "\u{feff}### 2026-11-20, Friday\r\n\r\n+ a\r\n\r\n### 2026-11-22, Sunday\r\n\r\n+ call @x: hi",
    );
    assert_placed(
        "# 2026-11-19 Do\n- a\n# 2026-11-20 Fr\n- b\n",
        "2026-11-22",
        "# 2026-11-19 Do\n- a\n# 2026-11-20 Fr\n- b\n# 2026-11-22 So\n- call @x: hi\n",
    );
    assert_placed("\u{feff}", "2026-11-22", "\u{feff}## 2026-11-22\n- call @x: hi\n");
}

#[test]
fn never_below_a_person() {
    let text = "# Ada @ada\n## 2026-11-22\n- coffee\n";
    assert_placed(text, "2026-11-22", &format!("{text}\n# 2026-11-22\n- call @x: hi\n"));
    let text = "## 2026-11-20\n- a\n\n## Ada @ada\n- city: Ulm\n";
    assert_placed(
        text,
        "2026-11-22",
        "## 2026-11-20\n- a\n\n## 2026-11-22\n- call @x: hi\n\n## Ada @ada\n- city: Ulm\n",
    );
    assert_eq!(placed("```\n", "2026-11-22"), None);
}

/// Lines as journals have them, and some that they should not have.
const LINES: &[&str] = &[
    "## 2026-11-20\n",
    "## 2026-11-22\n",
    "### 2026-11-21 Saturday\n",
    "# 2026-11-23\n",
    "## Ada @ada\n",
    "# Bob @bob\n",
    "## @ghost\n",
    "# Log\n",
    "- coffee with @ada: hi ^one\n",
    "* thanked for ^one\n",
    "- 2026-11-02 call @bob\n",
    "  - a note\n",
    "  goes on\n",
    "Prose with @ada.\n",
    "\n",
    "\n",
    "```\n",
    "<!-- netlint-disable-next-line future-entry -->\n",
    "> quote\n",
    "1. one\n",
    "2026-11-22\n---\n",
    "    code\n",
    "<div>\n",
    "---\n",
    "\u{feff}",
];

fn texts() -> impl Strategy<Value = String> {
    let lines = proptest::collection::vec(proptest::sample::select(LINES), 0..14);
    (lines, any::<bool>(), any::<bool>()).prop_map(|(lines, is_crlf, is_open)| {
        let mut text = lines.concat();
        if is_open {
            text.truncate(text.trim_end_matches('\n').len());
        }
        if is_crlf { text.replace('\n', "\r\n") } else { text }
    })
}

fn entries(network: &Network) -> Vec<(Option<Day>, String, Vec<String>)> {
    let shown = |(id, entry): (journal::EntryId, &journal::Entry)| {
        let people = network.participants(id).iter().map(|it| network.display(it.who)).collect();
        (entry.day(), network.text_at(entry.place()).to_owned(), people)
    };
    network.entries().map(shown).collect()
}

proptest! {
    #[test]
    fn one_entry_more_and_nothing_else(text in texts(), number in 18..26_u32) {
        let settings = Settings::default();
        let draft = draft(&format!("2026-11-{number}"), "lunch with @x and @ada: hi ^new #tag");
        let Some(insertion) = place(&text, &draft, &settings) else { return Ok(()) };
        let after = insertion.into_text(&text);
        let at = insertion.at as usize;
        prop_assert!(after.starts_with(&text[..at]) && after.ends_with(&text[at..]));
        let (before, network) = (alone(&text, &settings), alone(&after, &settings));
        let (old, mut new) = (entries(&before), entries(&network));
        let found = new.iter().position(|(_, body, _)| *body == draft.line);
        prop_assert!(found.is_some(), "{after}");
        let (day, _, people) = new.remove(found.unwrap_or_default());
        prop_assert_eq!(day, Some(draft.day));
        let mut expected = vec!["@x".to_owned(), "@ada".to_owned()];
        prop_assert_eq!(people.len(), 2);
        expected.retain(|it| !people.iter().any(|other| other.eq_ignore_ascii_case(it)));
        prop_assert_eq!(expected, Vec::<String>::new());
        prop_assert_eq!(old, new);
        let is_crlf = text.contains("\r\n");
        prop_assert!(!is_crlf || !after.replace("\r\n", "").contains('\n'), "{after:?}");
        let is_empty = text.trim_start_matches('\u{feff}').is_empty();
        prop_assert!(is_empty || text.ends_with('\n') == after.ends_with('\n'));
    }
}
