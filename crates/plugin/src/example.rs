//! Examples of a rule: a journal, with carets below what must be found.

use std::sync::Arc;

use check::{Levels, Rule, Selector};
use journal::{Day, Facts, Network, Settings, Source};
use syntax::LineIndex;

/// An example of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The day of the check.
    pub today: Day,
    /// The journal with its carets.
    pub text: String,
}

/// How what the rule finds differs from what is marked: nothing where the example passes.
pub fn differences(rule: &'static Rule, settings: &Settings, example: &Example) -> Vec<String> {
    let (text, marks) = marked(&example.text);
    let facts = Facts::read(&text, false, &settings.vocabulary);
    let source = Source {
        path: "example.net.md".to_owned(),
        text: Arc::new(text),
        facts: Arc::new(facts),
        is_page: false,
        invalid: None,
    };
    let network = Network::new(vec![source], settings);
    let mut levels = Levels::default();
    levels.add(rule);
    levels.extend(&[Selector::Rule(rule)]);
    let report = check::check(&network, settings, &levels, example.today);
    let own = report.diagnostics.iter().filter(|it| it.rule.group == check::Group::Own);
    let found: Vec<String> = own
        .map(|it| {
            let text = network.text(it.finding.place.file);
            let lines = LineIndex::new(text);
            let (start, end) = (it.finding.place.span.start, it.finding.place.span.end);
            let (start, end) = (lines.position(text, start), lines.position(text, end));
            mark(start.line as usize, start.column as usize, (end.column - start.column) as usize, &it.finding.message)
        })
        .collect();
    let missing = marks.iter().filter(|it| !found.contains(it)).map(|it| format!("not found: {it}"));
    let surplus = found.iter().filter(|it| !marks.contains(it)).map(|it| format!("found, but not marked: {it}"));
    missing.chain(surplus).collect()
}

/// The journal without its carets, and what they mark.
fn marked(fixture: &str) -> (String, Vec<String>) {
    let (mut text, mut marks, mut line) = (String::new(), Vec::new(), 0);
    for written in fixture.split_inclusive('\n') {
        let carets = written.trim_start_matches(' ');
        if !carets.starts_with('^') || line == 0 {
            text.push_str(written);
            line += 1;
            continue;
        }
        let message = carets.trim_start_matches('^');
        marks.push(mark(line, written.len() - carets.len() + 1, carets.len() - message.len(), message.trim()));
    }
    (text, marks)
}

fn mark(line: usize, column: usize, width: usize, message: &str) -> String {
    format!("line {line}, column {column}, {width} wide: {message}")
}
