//! What must hold of a formatted text.

use std::sync::Arc;

use format::{Style, format};
use journal::{Day, Facts, Network, Settings, Source};
use pulldown_cmark::{Event, Options, Parser, Tag};
use testkit::Dump;

/// The text in its canonical form.
pub(crate) fn formatted(text: &str, style: &Style<'_>) -> String {
    let edits = format(text, style);
    let mut end = None;
    for edit in &edits {
        assert!(Some(edit.span.start) > end, "edits are in order and apart: {edits:?}");
        assert_ne!(edit.span.text(text), edit.text, "an edit changes something");
        end = Some(edit.span.end);
    }
    syntax::edited(text, edits.iter().map(|edit| (edit.span, edit.text.as_str())))
}

/// Formats a text and looks at everything that formatting promises.
pub(crate) fn assert_promises(text: &str, is_page: bool, settings: &Settings) -> String {
    let style = Style { is_page, ..Style::new(&settings.vocabulary) };
    let after = formatted(text, &style);
    let again = formatted(&after, &style);
    assert_eq!(again, after, "idempotent: {text:?}");
    let facts = |text| Facts::read(text, is_page, &settings.vocabulary);
    assert!(facts(text).says_the_same(text, &facts(&after), &after), "means the same:\n{text:?}\n{after:?}");
    let (before, now) = (meaning(text, is_page, settings), meaning(&after, is_page, settings));
    assert_eq!(now, before, "means the same:\n{text:?}\n{after:?}");
    if can_be_shown(text) {
        assert_eq!(rendered(&after), rendered(text), "is shown alike:\n{text:?}\n{after:?}");
    }
    after
}

/// Whether pulldown-cmark can be asked. CommonMark knows no front matter, so it shows something else. And some white
/// space it takes otherwise than CommonMark says: a tab after blanks or before marks, and characters that are
/// none to CommonMark.
fn can_be_shown(text: &str) -> bool {
    let is_front_matter = text.trim_start_matches('\u{feff}').starts_with("---");
    !is_front_matter && ![" \t", "\t#", "\t>", "\u{b}", "\u{c}"].iter().any(|it| text.contains(it))
}

/// How the lines of a dump begin.
const STARTS: &[&str] = &[
    "person ",
    "field ",
    "mention ",
    "day ",
    "entry ",
    "plan ",
    "unknown ",
    "  name ",
    "  for ",
    "  tag ",
    "contact ",
    "lost ",
    "again ",
    "odd date ",
    "directive ",
];

/// What is read from a text: entries and what belongs to them in their order, everything else in any.
fn meaning(text: &str, is_page: bool, settings: &Settings) -> (Vec<String>, Vec<String>) {
    let facts = Arc::new(Facts::read(text, is_page, &settings.vocabulary));
    let text = Arc::new(text.to_owned());
    let network =
        Network::new(vec![Source { path: "a.net.md".to_owned(), text, facts, is_page, invalid: None }], settings);
    let reads = Dump::new(&network, settings).reads();
    // A value may go on in the next line.
    let mut lines: Vec<String> = Vec::new();
    for line in reads.lines() {
        match lines.last_mut() {
            Some(last) if !STARTS.iter().any(|start| line.starts_with(start)) => *last += line,
            _ => lines.push(line.to_owned()),
        }
    }
    let lines = lines.into_iter().filter(|line| !line.starts_with("odd date"));
    let (entries, others): (Vec<String>, Vec<String>) =
        lines.partition(|line| ["entry ", "plan ", "unknown ", "  "].iter().any(|start| line.starts_with(start)));
    let said = |line: &String| {
        let line = line.split(": line ").next().unwrap_or_default();
        let line = ["\\n", "\\r", "\\t", "\\u{a0}"].iter().fold(line.to_owned(), |line, it| line.replace(it, " "));
        bare(&line)
    };
    // The name of nobody is shown as it stands first, and fields change places.
    (entries.iter().map(|line| said(line).to_lowercase()).collect(), sorted(others.iter().map(said)))
}

fn sorted(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines: Vec<String> = lines.map(|line| line.to_lowercase()).collect();
    lines.sort_unstable();
    lines
}

/// Without white space, and with the zeros of dates.
fn bare(text: &str) -> String {
    let mut rest = text;
    let mut result = String::new();
    while !rest.is_empty() {
        let is_part = |c: char| c.is_ascii_digit() || c == '-';
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let (number, next) = rest.split_at(length);
        match Day::parse(number) {
            Some(day) => result += &day.to_string(),
            None => result += number,
        }
        let length = next.find(is_part).unwrap_or(next.len());
        result.extend(next[..length].chars().filter(|c| !c.is_whitespace()));
        rest = &next[length..];
    }
    result
}

/// What a CommonMark viewer shows, without white space. The items of a bulleted list at the top level stand in any
/// order: that entries keep theirs is seen from what they mean.
fn rendered(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // pulldown-cmark takes a tab at the end of a line for a line break, and lets none follow a closing fence.
    let line = |line: &str| {
        let kept = line.trim_end_matches([' ', '\t']);
        let has_tab = line[kept.len()..].contains('\t');
        if has_tab { kept.to_owned() + if line.ends_with("  ") { "  " } else { "" } } else { line.to_owned() }
    };
    let text = &text.lines().map(line).collect::<Vec<_>>().join("\n");
    let mut open = vec![Element::default()];
    for event in Parser::new_ext(text, Options::empty()) {
        let depth = open.len();
        let Some(element) = open.last_mut() else { break };
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                element.text += &text;
            }
            Event::SoftBreak => element.text += " ",
            Event::Start(tag) => {
                element.close_text();
                let is_list = depth == 1 && matches!(tag, Tag::List(None));
                open.push(Element { tag: format!("{tag:?}"), is_list, ..Element::default() });
            }
            Event::End(_) => {
                element.close_text();
                let Some(mut done) = open.pop() else { break };
                if done.is_list {
                    done.children.sort();
                }
                let whole = format!("<{}>{}</>", done.tag, done.children.join("\n"));
                open.iter_mut().last().into_iter().for_each(|outer| outer.children.push(whole.clone()));
            }
            other => {
                element.close_text();
                element.children.push(format!("{other:?}"));
            }
        }
    }
    open.iter_mut().for_each(Element::close_text);
    open.iter().flat_map(|element| element.children.clone()).collect::<Vec<_>>().join("\n")
}

/// What is open while a text is shown.
#[derive(Debug, Default)]
struct Element {
    tag: String,
    is_list: bool,
    children: Vec<String>,
    text: String,
}

impl Element {
    fn close_text(&mut self) {
        let text = bare(&std::mem::take(&mut self.text));
        if !text.is_empty() {
            self.children.push(text);
        }
    }
}
