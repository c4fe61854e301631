//! Random journals, for property tests.

use proptest::prelude::*;

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

/// A journal: whole blocks.
pub fn journal() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(block(), 0..24)
}

/// Lines that were not written with care: fences stay open, lists run into headings.
pub fn careless() -> impl Strategy<Value = String> {
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
pub fn mutated() -> impl Strategy<Value = String> {
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

/// A line that nobody would write.
pub fn garbage() -> impl Strategy<Value = String> {
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

/// A line that CommonMark might read in several ways.
fn line() -> impl Strategy<Value = String> {
    let start = prop::sample::select(vec![
        "", "", "", " ", "  ", "   ", "    ", "      ", "\t", "- ", "* ", "+ ", "-", "1. ", "2) ", "> ", "# ", "## ",
        "```", "~~~~", "````", "<!-- ", "<div>", "<b>", "</p", "<?", "<pre>", "-->", "---", "===", "- - ", "-\t",
        "  - ",
    ]);
    let rest = prop::sample::select(vec![
        "",
        "",
        "coffee with @ada",
        "2026-11-03",
        "Ada @ada",
        "every: weekly",
        "```",
        "-->",
        "</pre>",
        "  ",
        "- x",
        "`",
        "# a",
        "***",
        "-",
        "<b>",
        "?>",
        "é",
    ]);
    (start.clone(), prop::option::weighted(0.2, start), rest).prop_map(|(a, b, c)| format!("{a}{}{c}", b.unwrap_or("")))
}

/// Lines that CommonMark might read in several ways.
pub fn document() -> impl Strategy<Value = String> {
    (prop::collection::vec(line(), 0..10), prop::sample::select(vec!["\n", "\n", "\r\n"]), any::<bool>())
        .prop_map(|(lines, end, last)| lines.join(end) + if last { end } else { "" })
        // CommonMark knows no front matter.
        .prop_map(|text| if text.starts_with("---") { format!("\n{text}") } else { text })
}
