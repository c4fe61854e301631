//! The compiled engine against the reference: the same tokens for every rule on any text.

use proptest::prelude::*;

use crate::engine;
use crate::reference::{Rule, engines_agree};

/// Text of what the grammar is about, and of what it is not.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "- ",
        "* ",
        "## ",
        "[ ] ",
        "[x] ",
        "2026-11-03",
        "2026-2-3",
        "coffee",
        "mail",
        "got",
        " with ",
        " from ",
        " by ",
        " and ",
        ", ",
        " & ",
        "@ada",
        "@Ada.b",
        "@ada.",
        "@josé",
        "[[Ada Lovelace]]",
        "[[Ada|x]]",
        "[[",
        "]]",
        " for ^intro",
        "^intro",
        "^",
        "for ",
        "für ^x",
        ": ",
        ":",
        " ",
        "  ",
        "\n",
        "\n  ",
        "\r\n",
        "\t",
        "\u{a0}",
        "#tag",
        "#",
        "`",
        "``",
        "```",
        "~~~",
        "\\@",
        "\\",
        "<!-- ",
        "-->",
        "<",
        ">",
        "](",
        "](a)",
        "(",
        ")",
        "https://x.org/@ada",
        "ada@example.org",
        "every",
        "3 weeks",
        "weekly",
        "until 2027-01-31",
        "12-10",
        "<div>",
        "<b a='c'>",
        "<script",
        "netlint-disable",
        "a",
        "é",
        "中",
        "🎉",
        "---",
        "===",
        "1. ",
        "\0",
        "e\u{301}",
    ]);
    prop_oneof![
        4 => prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat()),
        1 => "\\PC{0,40}",
        1 => "[ -~\n]{0,40}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn both_engines_give_the_same_tokens(text in text()) {
        prop_assert_eq!(engines_agree(&text), Ok(()));
    }

    #[test]
    fn the_rules_that_read_are_total(text in text()) {
        let total = [
            Rule::line, Rule::line_after_paragraph, Rule::heading, Rule::item_below_date, Rule::item_below_person,
            Rule::item_elsewhere, Rule::prose, Rule::list_value,
        ];
        for rule in total {
            // Only the rules of lines may stop before the end: they look at how a line begins.
            let end = engine::parse(rule, &text, 0, &mut Vec::new());
            prop_assert!(end.is_some(), "{:?} on {:?}", rule, text);
            if !matches!(rule, Rule::line | Rule::line_after_paragraph) {
                prop_assert_eq!(end.unwrap() as usize, text.len(), "{:?} on {:?}", rule, text);
            }
        }
    }
}
