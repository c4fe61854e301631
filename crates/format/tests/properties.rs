//! What formatting promises, over everything that could be a journal: it is idempotent, changes no meaning, and what a
//! Markdown viewer shows stays.

mod support;

use std::path::{Path, PathBuf};

use format::Style;
use journal::{Settings, Vocabulary};
use messages::Language;
use proptest::prelude::*;
use support::{assert_promises, formatted};
use testkit::random::{careless, document, mutated};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(repository().join(path)).unwrap_or_default().replace("\r\n", "\n")
}

fn german() -> Settings {
    Settings { vocabulary: Vocabulary::new(Language::German), ..Settings::default() }
}

#[test]
fn the_examples_of_the_specification_of_commonmark() {
    let text = read("tests/commonmark/spec-0.31.2.txt").replace('→', "\t");
    let fence = "`".repeat(32);
    let examples: Vec<&str> = text
        .split(&format!("{fence} example\n"))
        .skip(1)
        .filter_map(|rest| Some(rest.split(&fence).next()?.split("\n.\n").next().unwrap_or_default()))
        .collect();
    assert!(examples.len() > 600, "{}", examples.len());
    for example in examples {
        assert_promises(&format!("{example}\n"), false, &Settings::default());
        assert_promises(
            &format!("## Ada Lovelace @ada\n{example}\n## 2026-2-3\n{example}"),
            false,
            &Settings::default(),
        );
    }
}

#[test]
fn the_example_journal() {
    for path in ["docs/example/people.net.md", "docs/example/2026.net.md"] {
        let text = read(path);
        assert!(!text.is_empty(), "{path}");
        assert_promises(&text, false, &Settings::default());
    }
}

#[test]
fn the_examples_of_the_format_and_of_the_rules() {
    let mut count = 0;
    let rules = std::fs::read_dir(repository().join("docs/rules")).into_iter().flatten().flatten();
    let pages = rules.map(|page| format!("docs/rules/{}", page.file_name().to_string_lossy()));
    for path in pages.chain(["grammar/README.md".to_owned()]) {
        for (_, info, body) in testkit::fenced(&read(&path)) {
            if info.starts_with("journal") {
                count += 1;
                for text in [body.clone(), body.replace("\\r", "\r").replace("\\u{a0}", "\u{a0}").replace("\\t", "\t")]
                {
                    assert_promises(&text, info.contains("page="), &german());
                }
            }
        }
    }
    assert!(count > 150, "{count}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn random_journals(text in careless(), is_page in any::<bool>()) {
        assert_promises(&text, is_page, &german());
    }

    #[test]
    fn lines_that_commonmark_might_read_in_several_ways(text in document(), below in prop::sample::select(vec!["", "# Ada @ada\n", "# 2026-2-3\n\n"])) {
        assert_promises(&format!("{below}{text}"), false, &Settings::default());
    }

    #[test]
    fn lists_of_all_kinds(text in list()) {
        assert_promises(&text, false, &Settings::default());
    }

    #[test]
    fn texts_with_anything_in_them(text in prop_oneof![mutated(), "(\\PC|\n|\r\n|\t| |-|#|@|\\^|:|\\[|<|>|`){0,80}"]) {
        assert_promises(&text, false, &Settings::default());
    }

    #[test]
    fn verbs_change_their_language_and_back(text in careless()) {
        let settings = german();
        let style = |verbs| Style { verbs, ..Style::new(&settings.vocabulary) };
        let facts = |text: &str| journal::Facts::read(text, false, &settings.vocabulary);
        let german = formatted(&text, &style(Some(Language::German)));
        let english = formatted(&german, &style(Some(Language::English)));
        prop_assert!(facts(&text).says_the_same(&text, &facts(&german), &german), "{}", german);
        prop_assert!(facts(&text).says_the_same(&text, &facts(&english), &english), "{}", english);
        prop_assert_eq!(formatted(&english, &style(Some(Language::German))), german);
    }
}

/// Lists with all bullets, gaps and indentations, and fields among their items.
fn list() -> impl Strategy<Value = String> {
    let indent = prop::sample::select(vec!["", "", "", " ", "  ", "   ", "    ", "\t"]);
    let mark = prop::sample::select(vec!["-", "-", "*", "+", "", "1."]);
    let gap = prop::sample::select(vec![" ", " ", "  ", "   ", "    ", "      ", "\t", ""]);
    let words = prop::sample::select(vec![
        "city: London",
        "every : weekly",
        "role:  x ",
        "email:a@example.org",
        "note",
        "- -",
        "* *",
        "call @ada ,@bob  : hi",
        "2026-2-3  coffee with  @bob",
        "met: 2024-5-1  at x",
        "",
        "",
        "",
        "```",
        "> q",
        "# H",
        "===",
        "---",
        "<div>",
        "hi  ",
        "hi\\",
        "hi\\ ",
        "\tcode",
        "[x] : a",
        "[a]: /b",
        "<!-- netlint-disable-next-line x until 2026-1-1 -->  ",
        "`a  b`",
    ]);
    let line = (indent, mark, gap, words).prop_map(|(indent, mark, gap, words)| format!("{indent}{mark}{gap}{words}"));
    let head = prop::sample::select(vec![
        "",
        "## Ada  Lovelace   @ada  \n",
        "  ##\t2026-2-3  Friday\n",
        "Ada @ada \n===\n",
        "# Ada @ada\nShe\n",
    ]);
    let ends = prop::sample::select(vec!["\n", "\n", "\r\n"]);
    (head, prop::collection::vec(line, 0..8), ends, any::<bool>())
        .prop_map(|(head, lines, end, last)| {
            (head.to_owned() + &lines.join("\n") + if last { "\n" } else { "" }).replace('\n', end)
        })
        // pulldown-cmark does not let a tab follow a closing fence, as CommonMark 0.31 does.
        .prop_filter("a fence with a tab", |text| !text.contains("`\t"))
}
