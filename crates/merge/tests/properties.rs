//! What holds for every three versions: nothing is lost, nothing is doubled.

#![expect(clippy::format_collect, clippy::format_push_string, reason = "a test builds its texts as it reads best")]

use std::collections::BTreeMap;

use journal::Settings;
use merge::{Style, merge};
use proptest::prelude::*;

/// A section of a simple journal: its heading and its lines.
#[derive(Clone, Debug)]
struct Section {
    heading: String,
    lines: Vec<String>,
}

/// What somebody does to a journal. Numbers choose among what is there.
#[derive(Clone, Debug)]
enum Edit {
    Entry(usize, usize, String),
    Day(u32, String),
    Person(u32),
    Field(usize, String, String),
    Remove(usize, usize),
    RemoveSection(usize),
    Tick(usize, usize),
    Word(usize, usize, usize, String),
    Sort,
}

fn render(sections: &[Section]) -> String {
    let section = |it: &Section| {
        format!("{}\n{}", it.heading, it.lines.iter().map(|line| format!("{line}\n")).collect::<String>())
    };
    sections.iter().map(section).collect::<Vec<_>>().join("\n")
}

/// Entries that a side writes are its own, now and then those of the other.
fn entry(side: &'static str) -> impl Strategy<Value = String> {
    let verb = prop::sample::select(vec!["coffee with", "call", "mail", "met", "[ ] lunch with", "got from"]);
    let who = prop::sample::select(vec!["ada", "bob", "carl"]);
    (verb, who, 0..40_u32).prop_map(move |(verb, who, number)| {
        let side = if number < 4 { "both" } else { side };
        format!("- {verb} @{who}: about {side}{number} and more")
    })
}

fn edit(side: &'static str) -> impl Strategy<Value = Edit> {
    let key = prop::sample::select(vec!["city", "role", "email", "every", "note"]).prop_map(str::to_owned);
    prop_oneof![
        6 => (any::<usize>(), any::<usize>(), entry(side)).prop_map(|(a, b, text)| Edit::Entry(a, b, text)),
        2 => (1..29_u32, entry(side)).prop_map(|(day, text)| Edit::Day(day, text)),
        1 => (0..9_u32).prop_map(Edit::Person),
        2 => (any::<usize>(), key, 0..9_u32).prop_map(move |(at, key, n)| Edit::Field(at, key, format!("{side}{n}"))),
        2 => (any::<usize>(), any::<usize>()).prop_map(|(a, b)| Edit::Remove(a, b)),
        1 => any::<usize>().prop_map(Edit::RemoveSection),
        2 => (any::<usize>(), any::<usize>()).prop_map(|(a, b)| Edit::Tick(a, b)),
        2 => (any::<usize>(), any::<usize>(), any::<usize>(), 0..99_u32)
            .prop_map(move |(a, b, c, n)| Edit::Word(a, b, c, format!("{side}word{n}"))),
        1 => Just(Edit::Sort),
    ]
}

fn apply(sections: &mut Vec<Section>, edit: Edit) {
    let count = sections.len().max(1);
    let at = |wanted: usize, sections: &[Section], mark: &str| {
        let fitting: Vec<usize> = (0..sections.len()).filter(|at| sections[*at].heading.contains(mark)).collect();
        fitting.get(wanted % fitting.len().max(1)).copied()
    };
    match edit {
        Edit::Entry(section, place, text) => {
            if let Some(at) = at(section, sections, "2026") {
                let lines = &mut sections[at].lines;
                lines.insert(place % (lines.len() + 1), text);
            }
        }
        Edit::Day(day, text) => {
            let heading = format!("## 2026-11-{day:02}");
            match sections.iter_mut().find(|section| section.heading == heading) {
                Some(section) => section.lines.push(text),
                None => sections.push(Section { heading, lines: vec![text] }),
            }
        }
        Edit::Person(number) => {
            let heading = format!("## Person {number} @p{number}");
            if sections.iter().all(|section| section.heading != heading) {
                sections.push(Section { heading, lines: vec![format!("- role: p{number}")] });
            }
        }
        Edit::Field(person, key, value) => {
            if let Some(at) = at(person, sections, "Person") {
                let start = format!("- {key}: ");
                let lines = &mut sections[at].lines;
                lines.retain(|line| key == "email" || !line.starts_with(&start));
                lines.push(format!("{start}{value}"));
            }
        }
        Edit::Remove(section, line) => {
            if let Some(section) = sections.get_mut(section % count).filter(|section| !section.lines.is_empty()) {
                let length = section.lines.len();
                section.lines.remove(line % length);
            }
        }
        Edit::RemoveSection(section) => {
            if sections.len() > 1 {
                sections.remove(section % count);
            }
        }
        Edit::Tick(section, line) => {
            if let Some(section) = sections.get_mut(section % count).filter(|section| !section.lines.is_empty()) {
                let length = section.lines.len();
                let line = &mut section.lines[line % length];
                *line = line.replace("[ ]", "[x]");
            }
        }
        Edit::Word(section, line, word, text) => {
            if let Some(section) = sections.get_mut(section % count).filter(|section| !section.lines.is_empty()) {
                let length = section.lines.len();
                let line = &mut section.lines[line % length];
                let mut words: Vec<&str> = line.split(' ').collect();
                let place = 1 + word % words.len();
                words.insert(place.min(words.len()), &text);
                *line = words.join(" ");
            }
        }
        Edit::Sort => sections.sort_by(|a, b| a.heading.cmp(&b.heading)),
    }
}

fn edited(base: &[Section], edits: Vec<Edit>) -> Vec<Section> {
    let mut sections = base.to_vec();
    for edit in edits {
        apply(&mut sections, edit);
    }
    sections
}

fn base() -> impl Strategy<Value = Vec<Section>> {
    prop::collection::vec(edit("base"), 0..30).prop_map(|edits| {
        let day = Section { heading: "## 2026-11-15".to_owned(), lines: vec!["- call @ada".to_owned()] };
        edited(&[day], edits.into_iter().filter(|edit| !matches!(edit, Edit::RemoveSection(_))).collect())
    })
}

fn is_exact(edit: &Edit) -> bool {
    !matches!(edit, Edit::Tick(..) | Edit::Word(..))
}

/// Base, ours and theirs. With `exact`, no line is changed: only added and removed.
fn three(exact: bool) -> impl Strategy<Value = [String; 3]> {
    let edits = |side| prop::collection::vec(edit(side), 1..8);
    (base(), edits("ours"), edits("theirs")).prop_map(move |(base, ours, theirs)| {
        let kept = |edits: Vec<Edit>| edits.into_iter().filter(|edit| !exact || is_exact(edit)).collect();
        [render(&base), render(&edited(&base, kept(ours))), render(&edited(&base, kept(theirs)))]
    })
}

fn merged([base, ours, theirs]: &[String; 3]) -> (String, usize) {
    let merged = merge(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), &Style::default());
    (String::from_utf8(merged.bytes).unwrap_or_default(), merged.conflicts)
}

fn is_marker(line: &str) -> bool {
    ["<<<<<<< ours", "=======", ">>>>>>> theirs"].contains(&line)
}

fn lines(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !is_marker(line)) {
        *counts.entry(line.to_owned()).or_default() += 1;
    }
    counts
}

/// The entries of a journal with their days.
fn entries(text: &str) -> BTreeMap<String, usize> {
    let settings = Settings::default();
    let network = testkit::network(&[("a.net.md", text)], &settings);
    let mut counts = BTreeMap::new();
    for entry in &network.entries {
        *counts.entry(format!("{:?} {}", entry.day(), entry.body.text(text))).or_default() += 1;
    }
    counts
}

/// How often something may stand in a merged text, by how often it stands in base, ours and theirs.
fn bounds(base: usize, ours: usize, theirs: usize) -> (usize, usize) {
    let sum = (ours + theirs).saturating_sub(base);
    if ours >= base && theirs >= base { (ours.max(theirs), sum) } else { (sum, ours.max(theirs)) }
}

fn assert_accounted(
    [base, ours, theirs]: [BTreeMap<String, usize>; 3],
    found: &BTreeMap<String, usize>,
) -> Result<(), TestCaseError> {
    let count = |counts: &BTreeMap<String, usize>, thing: &str| counts.get(thing).copied().unwrap_or_default();
    for thing in base.keys().chain(ours.keys()).chain(theirs.keys()).chain(found.keys()) {
        let (least, most) = bounds(count(&base, thing), count(&ours, thing), count(&theirs, thing));
        let times = count(found, thing);
        prop_assert!((least..=most).contains(&times), "{times} times, not {least} to {most}: {thing:?}");
    }
    Ok(())
}

proptest! {
    #[test]
    fn a_change_of_one_side_is_that_side([base, x, _] in three(false)) {
        for versions in [[&base, &x, &base], [&base, &base, &x], [&base, &x, &x]] {
            prop_assert_eq!(merged(&versions.map(Clone::clone)), (x.clone(), 0));
        }
    }

    #[test]
    fn every_line_is_accounted_for(versions in three(true)) {
        let (text, conflicts) = merged(&versions);
        if conflicts == 0 {
            assert_accounted(versions.each_ref().map(|text| lines(text)), &lines(&text))?;
            assert_accounted(versions.each_ref().map(|text| entries(text)), &entries(&text))?;
        }
        // Also in conflict, what a side wrote is there; and nothing more often than the sides have it.
        let [base, ours, theirs] = versions.each_ref().map(|text| lines(text));
        let found = lines(&text);
        let count = |counts: &BTreeMap<String, usize>, line: &str| counts.get(line).copied().unwrap_or_default();
        for line in ours.keys().chain(theirs.keys()).chain(found.keys()) {
            let (before, a, b, times) = (count(&base, line), count(&ours, line), count(&theirs, line), count(&found, line));
            let least = if a.min(b) >= before { a.max(b) } else { (a + b).saturating_sub(before) };
            prop_assert!((least..=a + b).contains(&times), "{} times: {:?}\n{}", times, line, text);
        }
    }

    #[test]
    fn no_new_word_is_lost(versions in three(false)) {
        let (text, _) = merged(&versions);
        for side in &versions[1..] {
            for word in side.split_whitespace().filter(|word| !versions[0].contains(word)) {
                prop_assert!(text.contains(word), "{} in\n{}", word, text);
            }
        }
    }

    #[test]
    fn it_is_the_same_from_both_sides(versions in three(false)) {
        let [base, ours, theirs] = versions;
        let there = merged(&[base.clone(), ours.clone(), theirs.clone()]);
        let back = merged(&[base, theirs, ours]);
        prop_assert_eq!(lines(&there.0), lines(&back.0));
        prop_assert_eq!(there.1, back.1);
    }

    #[test]
    fn changes_in_different_sections_never_conflict(
        base in base(), ours in prop::collection::vec(edit("ours"), 1..8), theirs in prop::collection::vec(edit("theirs"), 1..8),
    ) {
        // Each side works on its own half of the sections.
        let half = base.len() / 2;
        let (first, second) = base.split_at(half);
        let keeps = |edit: &Edit| !matches!(edit, Edit::Day(..) | Edit::Person(_) | Edit::Sort);
        let mine = edited(first, ours.into_iter().filter(keeps).collect());
        let its = edited(second, theirs.into_iter().filter(keeps).collect());
        let join = |a: &[Section], b: &[Section]| render(&[a, b].concat());
        let versions = [join(first, second), join(&mine, second), join(first, &its)];
        prop_assert_eq!(merged(&versions), (join(&mine, &its), 0));
    }

    #[test]
    fn line_ends_make_no_difference(versions in three(false)) {
        let [base, ours, theirs] = versions;
        // What one side alone changed is taken as it is.
        if ours == base || ours == theirs || theirs == base {
            return Ok(());
        }
        let crlf = |text: &str| text.replace('\n', "\r\n");
        let (text, conflicts) = merged(&[base.clone(), ours.clone(), theirs.clone()]);
        prop_assert_eq!(merged(&[base.clone(), ours.clone(), crlf(&theirs)]), (text.clone(), conflicts));
        prop_assert_eq!(merged(&[base, crlf(&ours), theirs]), (crlf(&text), conflicts));
    }

    #[test]
    fn any_three_texts([base, ours, theirs] in any_text()) {
        let merged = merge(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), &Style::default());
        let text = String::from_utf8(merged.bytes).unwrap_or_default();
        // The words of both edits are new, and each is another one.
        let count = |text: &str, word: &str| text.split([' ', '\n', '\r', '\t', '\u{feff}']).filter(|other| *other == word).count();
        let is_new = |word: &&str| word.starts_with("ours#") || word.starts_with("theirs#");
        for word in ours.split_whitespace().chain(theirs.split_whitespace()).filter(is_new) {
            prop_assert_eq!(count(&text, word), 1, "{} in\n{}", word, text);
        }
        let lines = |text: &str| text.lines().count();
        prop_assert!(lines(&text) <= 2 * (lines(&base) + lines(&ours) + lines(&theirs)) + 3 * merged.conflicts + 3);
    }

    #[test]
    fn any_three_files(files in prop::array::uniform3(prop::collection::vec(prop::sample::select(b"ab\n\r- #\xff\x00<=>[]".to_vec()), 0..60))) {
        let merged = merge(&files[0], &files[1], &files[2], &Style::default());
        prop_assert!(merged.bytes.len() <= 2 * files.concat().len() + 60 * (merged.conflicts + 1));
    }
}

/// Three texts of blocks that do not go well together.
fn any_text() -> impl Strategy<Value = [String; 3]> {
    let block = prop::sample::select(vec![
        "## 2026-11-03",
        "## 2026-11-04",
        "## 2026-2-3",
        "# Ada @ada",
        "### @ada",
        "## Notes",
        "Ada @ada\n===",
        "Bob\n---",
        "- call @ada",
        "- call @ada: hi",
        "   - met @bob",
        "- a\n  - b",
        "- a\n\n  b",
        "-",
        "- city: Graz",
        "- city: London",
        "* x",
        "1. one",
        "> quote",
        "words",
        "more words",
        "    code",
        "```",
        "~~~",
        "```\ncode\n```",
        "---",
        "===",
        "<div>",
        "<!--",
        "-->",
        "<!-- netlint-disable x -->",
        "<!-- netlint-enable -->",
        "<!-- netlint-disable-next-line y -->",
        "",
        "",
        "\t- tab",
        "| a |\n|---|",
        "---\nevery: weekly\n---",
        "\u{feff}",
        "- call @ada\r",
        "é 👩‍👩‍👧 ∞",
        "<<<<<<< x",
        "\u{2028}",
    ]);
    let blocks = prop::collection::vec(block, 0..14);
    let side = |words: &'static str| (any::<u16>(), 0..8_u8).prop_map(move |(at, what)| (at, what, words));
    let edits = |words| prop::collection::vec(side(words), 0..5);
    (blocks, edits("ours"), edits("theirs"), any::<bool>()).prop_map(|(blocks, ours, theirs, is_ended)| {
        let text = |blocks: &[String]| blocks.join("\n") + if is_ended { "\n" } else { "" };
        let base: Vec<String> = blocks.into_iter().map(str::to_owned).collect();
        let edit = |edits: Vec<(u16, u8, &str)>| {
            let mut blocks = base.clone();
            for (number, (at, what, side)) in edits.into_iter().enumerate() {
                let word = format!("{side}#{number}");
                let at = usize::from(at) % (blocks.len() + 1);
                match what {
                    0 if at < blocks.len() => _ = blocks.remove(at),
                    1 if at < blocks.len() => blocks[at].push_str(&format!(" {word}")),
                    2 => blocks.insert(at, format!("## 2026-11-{:02}", at % 28 + 1)),
                    3 => blocks.insert(at, "```".to_owned()),
                    4 => blocks.reverse(),
                    5 => blocks.insert(at, format!("{word} words")),
                    _ => blocks.insert(at, format!("- call @{side}: {word}")),
                }
            }
            text(&blocks)
        };
        [text(&base), edit(ours), edit(theirs)]
    })
}
