//! What holds for every journal: no file's place, no cut and no bad line changes what is read.

use std::sync::Arc;

use journal::{Facts, Network, Settings, Source};
use proptest::prelude::*;
use testkit::Dump;

fn source(path: &str, text: &str, is_page: bool, part: usize) -> Source {
    let facts = Facts::read_in_parts(text, is_page, &Settings::default().vocabulary, part);
    Source { path: path.to_owned(), text: Arc::new(text.into()), invalid: None, facts: Arc::new(facts), is_page }
}

fn network(sources: Vec<Source>) -> String {
    let settings = Settings::default();
    Dump::new(&Network::new(sources, &settings), &settings).all()
}

fn whole(text: &str) -> String {
    network(vec![source("a.net.md", text, false, usize::MAX / 2)])
}

/// Some of a journal: whole blocks, so that others can stand above and below.
fn block() -> impl Strategy<Value = String> {
    let heading = prop::sample::select(vec![
        "2026-11-03",
        "2026-11-04 Wednesday",
        "2026-2-3",
        "2026-13-01",
        "Ada Lovelace @ada",
        "@ada Ada",
        "@bob",
        "Bob @bob",
        "Carl @carl",
        "[[Ada Lovelace]]",
        "Friends",
        "Notes on @ada",
        "@countess",
        "@nobody",
        "",
    ]);
    let item = prop::sample::select(vec![
        "coffee with @ada and @bob: she is hiring #rust",
        "call @bob",
        "got from @ada: intro to @carl ^intro",
        "thanked @ada for ^intro",
        "gave: a review, for ^intro",
        "every: 3 weeks",
        "aka: @countess, Lady Lovelace",
        "met: 2024-05-01 at RustFest",
        "2026-11-01 call @ada",
        "[ ] lunch with @ada",
        "[x] 2026-11-02 lunch [[Ada Lovelace]]",
        "mail @ada, @bob, @carl and @dora",
        "no answer @ada",
        "asked @bob: a referral ^ref",
        "fizzled for ^ref",
        "plain words",
        "with @ada",
        "coffee",
        "`@ada` and \\@bob",
        "email: ada@example.org",
        "circle: inner",
        "coffee with @ada: long\n  talk about @bob",
        "call @ada\nand @bob\n#rust",
        "call @ada\n\n  - note on @bob",
    ]);
    prop_oneof![
        4 => (1_usize..7, heading).prop_map(|(level, text)| format!("{} {text}", "#".repeat(level))),
        6 => item.prop_map(|text| format!("- {text}")),
        1 => Just("Ada @ada\n===".to_owned()),
        2 => prop::sample::select(vec![
            "A paragraph with @ada.", "#rust is no heading", "> a quote", "```\n# code\n- call @ada\n\n## more\n```",
            "<!-- netlint-disable x -->", "<!-- a\n# b\n\n## 2026-11-09\n-->", "<div>\n# Ada @ada\n</div>", "1. call @bob",
            "    # code", "| a | b |", "---", "- a\n\n  ```\n  # x\n  ```",
        ]).prop_map(str::to_owned),
    ]
}

fn journal() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(block(), 0..24)
}

/// Lines that were not written with care: fences stay open, lists run into headings.
fn careless() -> impl Strategy<Value = String> {
    let broken = prop::sample::select(vec![
        "```",
        "~~~",
        "<!--",
        "-->",
        "<pre>",
        "</pre>",
        "<div>",
        "<b>",
        "",
        "",
        "---",
        "...",
        "- ```",
        "  ```",
        "#tag first",
        "####### seven",
        "- - call @ada",
        ">",
        "> - x",
        "-",
        "1.",
        "\t- x",
        "##\tAda @ada",
        "#",
        "# ",
        "##x",
    ]);
    let line = prop_oneof![3 => block(), 2 => broken.prop_map(str::to_owned)];
    let ends = prop::sample::select(vec!["\n", "\n", "\r\n"]);
    let front = prop::sample::select(vec!["", "", "", "\u{feff}", "---\n# a\n", "---\nx: y\n# b\n---\n"]);
    (front, prop::collection::vec(line, 0..24), ends, any::<bool>()).prop_map(|(front, lines, end, last)| {
        (front.to_owned() + &lines.join("\n") + if last { "\n" } else { "" }).replace('\n', end)
    })
}

/// The journal with some characters taken out, doubled or put in.
fn mutated() -> impl Strategy<Value = String> {
    let mutation = (any::<prop::sample::Index>(), 0..3_u8, any::<char>());
    (careless(), prop::collection::vec(mutation, 0..6)).prop_map(|(text, mutations)| {
        let mut chars: Vec<char> = text.chars().collect();
        for (at, what, new) in mutations {
            if chars.is_empty() {
                break;
            }
            let at = at.index(chars.len());
            match what {
                0 => _ = chars.remove(at),
                1 => chars.insert(at, chars[at]),
                _ => chars.insert(at, new),
            }
        }
        chars.into_iter().collect()
    })
}

fn garbage() -> impl Strategy<Value = String> {
    let start = prop::sample::select(vec![
        "a",
        "é",
        "!!",
        "(",
        "@",
        "[[",
        "**x",
        "\\",
        "|",
        "&",
        "`",
        "%",
        "@ada",
        "coffee with @ada",
        "2026-11-03 call @ada",
        "every: weekly",
        "\u{a0}- call @ada",
        "-call @ada",
        "^intro",
        "^",
        "\"",
        "=x",
        ":",
        "\u{2022} call @ada",
    ]);
    let line = (start, "\\PC{0,20}").prop_map(|(start, rest)| format!("{start}{rest}"));
    // Three ticks are no bad line: they open a block of code, which CommonMark lets run to its end.
    line.prop_filter("opens a fence", |line| !line.starts_with("```"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn the_order_of_files_does_not_matter(
        (files, shuffled) in prop::collection::vec(careless(), 1..6)
            .prop_map(|texts| texts.into_iter().enumerate().collect::<Vec<_>>())
            .prop_flat_map(|files| (Just(files.clone()), Just(files).prop_shuffle())),
    ) {
        let read = |files: &[(usize, String)]| {
            let source = |(number, text): &(usize, String)| source(&format!("{number}.net.md"), text, number % 3 == 2, 1 << 20);
            network(files.iter().map(source).collect())
        };
        prop_assert_eq!(read(&files), read(&shuffled));
    }

    #[test]
    fn parts_are_read_like_the_whole(text in prop_oneof![careless(), mutated()], part in 1_usize..80) {
        let parts = network(vec![source("a.net.md", &text, false, part)]);
        prop_assert_eq!(parts, whole(&text), "{}", text);
    }

    #[test]
    fn pages_are_read_alike_in_steps(text in careless(), part in 1_usize..80) {
        let read = |part| network(vec![source("ada.md", &text, true, part)]);
        prop_assert_eq!(read(part), read(usize::MAX / 2), "{}", text);
    }

    #[test]
    fn any_text_makes_a_network(text in prop_oneof![mutated(), "\\PC*", "(\\PC|\n|\r|\t| |-|#|@|\\^|:|\\[|<|>|`){0,80}"]) {
        let settings = Settings::default();
        for is_page in [false, true] {
            let network = Network::new(vec![source("a.net.md", &text, is_page, 16)], &settings);
            for (_, entry) in network.entries() {
                prop_assert!(text.get(entry.body.range()).is_some(), "{:?}", entry.body);
                prop_assert!(text.get(entry.text.range()).is_some(), "{:?}", entry.text);
                prop_assert!(entry.body.start <= entry.text.start && entry.text.end <= entry.body.end, "{:?}", entry);
            }
            for person in &network.people {
                prop_assert!(text.get(person.place.span.range()).is_some(), "{:?}", person.place);
                let fields = person.fields.iter().flat_map(|field| [field.key_span, field.value]);
                for span in fields.chain(person.aliases.iter().map(|alias| alias.place.span)) {
                    prop_assert!(text.get(span.range()).is_some(), "{:?}", span);
                }
            }
            Dump::new(&network, &settings).all();
        }
    }

    #[test]
    fn a_bad_line_costs_only_itself(
        (blocks, at, garbage) in (journal(), any::<prop::sample::Index>(), garbage()),
    ) {
        let at = at.index(blocks.len() + 1);
        let joined = |blocks: &[String]| blocks.iter().flat_map(|block| [block.as_str(), "\n\n"]).collect::<String>();
        // A break in the first line could begin front matter.
        let (above, below) = (format!("# Journal\n\n{}", joined(&blocks[..at])), joined(&blocks[at..]));
        let read = |text: &str| {
            let settings = Settings::default();
            let network = Network::new(vec![source("a.net.md", text, false, 1 << 20)], &settings);
            let reads = Dump::new(&network, &settings).reads();
            // A new paragraph may mention somebody, and tells something of a day.
            let kept = |line: &&str| !line.starts_with("mention") && !line.starts_with("contact") && !line.contains(" for ^");
            reads.lines().filter(kept).collect::<Vec<_>>().join("\n")
        };
        prop_assert_eq!(read(&format!("{above}{below}")), read(&format!("{above}{garbage}\n\n{below}")), "{}", garbage);
    }
}

#[test]
fn a_line_that_merely_begins_with_a_hash_goes_on_with_its_paragraph() {
    let text = "## 2026-11-03\n- coffee with @ada: hi\n#rust and more\n## 2026-11-04\n- call @ada\n";
    let parts = network(vec![source("a.net.md", text, false, 1)]);
    assert!(parts.contains("coffee (in person, mutual) with @ada?: \"hi\\n#rust and more\""), "{parts}");
}

#[test]
fn comments_in_front_matter_do_not_end_it() {
    let text = "---\nevery: weekly\n# why\n# not\ncity: Graz\n---\n# Ada\n";
    let parts = network(vec![source("ada.md", text, true, 1)]);
    assert!(parts.contains("field @ada city = Graz"), "{parts}");
}
