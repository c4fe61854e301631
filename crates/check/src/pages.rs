//! The pages are the tests: what they show as wrong is found as they say, what they show as right is not, and the
//! fix makes what they show as fixed.

use std::path::Path;

use testkit::{TODAY, fenced};

use crate::rule::Rule;
use crate::testing::{assert_fixed, assert_marks};
use crate::{index, page, rules};

fn examples<'a>(rule: &'a Rule, heading: &'a str) -> impl Iterator<Item = (String, String)> + 'a {
    let docs: Vec<&str> = rule.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let blocks = fenced(&docs.join("\n")).into_iter();
    blocks.filter(move |(title, info, _)| title == heading && info.starts_with("journal")).map(|(_, info, body)| {
        let day = info.split_once("today=").map_or(TODAY, |(_, day)| day);
        (day.to_owned(), body)
    })
}

#[test]
fn what_is_wrong_is_found_and_what_is_right_is_not() {
    for rule in rules() {
        let name = rule.name;
        let wrong: Vec<_> = examples(rule, "Wrong").collect();
        assert!(!wrong.is_empty(), "{name} shows nothing wrong");
        assert!(examples(rule, "Right").count() > 0, "{name} shows nothing right");
        for (day, text) in wrong {
            assert!(!testkit::fixture(&text).marks.is_empty(), "{name} marks nothing in\n{text}");
            assert_marks(rule, &day, &text);
        }
        for (day, text) in examples(rule, "Right") {
            assert_marks(rule, &day, &text);
        }
    }
}

#[test]
fn fixes_make_what_the_page_shows() {
    for rule in rules() {
        for ((day, before), (_, after)) in examples(rule, "Wrong").zip(examples(rule, "Fixed")) {
            assert_fixed(rule, &day, &before, &after);
        }
    }
}

#[test]
fn pages_have_their_chapters_and_names_are_kebab_case() {
    let mut names = std::collections::HashSet::new();
    for rule in rules() {
        let docs = rule.docs;
        assert!(names.insert(rule.name), "{} stands twice", rule.name);
        assert!(
            rule.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
            "{}",
            rule.name
        );
        assert!(docs.lines().next().unwrap().trim().ends_with('.'), "{}: the first line is a sentence", rule.name);
        let at = |title: &str| docs.find(&format!("## {title}\n")).unwrap_or_else(|| panic!("{}: {title}", rule.name));
        assert!(at("Why") < at("Wrong") && at("Wrong") < at("Right"), "{}", rule.name);
    }
}

#[expect(clippy::disallowed_methods, reason = "a test compares the texts with the code")]
/// The code of a rule, with that of the helper which says its words for it.
fn code(path: &str) -> String {
    let read = |path: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(path);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let own = read(path);
    if own.contains("see_last(") && path != "asks.rs" { own + "\n" + &read("asks.rs") } else { own }
}

#[test]
fn rules_say_the_same_in_both_languages_and_nothing_else() {
    for rule in rules() {
        let path = format!("rules/{}/{}.rs", rule.group.name(), rule.name.replace('-', "_"));
        testkit::messages::assert_texts(rule.name, &rule.texts, &code(&path), &["title"]);
    }
    testkit::messages::assert_texts("words", &crate::words::TEXTS, &code("words.rs"), &[]);
    let stranger = &rules::format::stranger::TEXTS;
    testkit::messages::assert_texts("stranger", stranger, &code("rules/format/stranger.rs"), &[]);
}

#[test]
fn titles_are_one_line_without_a_full_stop() {
    for (rule, language) in rules().flat_map(|rule| messages::Language::ALL.map(|language| (rule, language))) {
        let title = rule.title(language);
        assert!(title.len() > 10 && !title.ends_with('.') && !title.contains('\n'), "{}: {title}", rule.name);
    }
}

/// `UPDATE=1 cargo test` writes the pages; without it, this proves that they are current.
#[test]
fn pages_on_disk_are_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules");
    let mut pages: Vec<(String, String)> = rules().map(|rule| (rule.name.to_owned(), page(rule))).collect();
    pages.push(("index".to_owned(), index()));
    for (name, page) in &pages {
        testkit::assert_file(&folder.join(name).with_extension("md"), page);
    }
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(pages.iter().any(|(name, _)| *name == stem), "{} is the page of no rule", path.display());
    }
}
