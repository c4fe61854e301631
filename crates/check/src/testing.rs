//! How the tests of rules speak: a day, a journal with carets, and nothing else.

use journal::{Day, Network, Settings, Vocabulary};
use messages::Language;
use syntax::LineIndex;

use crate::levels::{Levels, Selector};
use crate::rule::Rule;
use crate::{Diagnostic, Edit};

/// What a rule finds in a network, as the fixture's marks are written.
pub(crate) fn marks(
    rule: &'static Rule,
    network: &Network,
    settings: &Settings,
    levels: &Levels,
    day: &str,
) -> Vec<String> {
    diagnostics(rule, network, settings, levels, day).iter().map(|it| mark(network, it)).collect()
}

/// What a rule finds in a network; the other rules are run too, since one looks at what they hid.
pub(crate) fn diagnostics(
    rule: &'static Rule,
    network: &Network,
    settings: &Settings,
    levels: &Levels,
    day: &str,
) -> Vec<Diagnostic> {
    let mut levels = levels.clone();
    levels.extend(&[Selector::All]);
    let mut report = crate::check(network, settings, &levels, testkit::day(day));
    report.diagnostics.retain(|it| it.rule.name == rule.name);
    report.diagnostics
}

/// All that the rule says of a fixture in this language: each message, the places it points to, the help, the fix.
pub(crate) fn said(rule: &'static Rule, day: &str, text: &str, language: Language) -> Vec<String> {
    let settings = Settings { language, vocabulary: Vocabulary::new(language), ..Settings::default() };
    let fixture = testkit::fixture(text);
    let network = testkit::network(&fixture.files(), &settings);
    let mut said = Vec::new();
    for Diagnostic { finding, .. } in diagnostics(rule, &network, &settings, &Levels::default(), day) {
        said.push(finding.message);
        said.extend(finding.related.iter().map(|it| format!("see: {}", it.message)));
        said.extend(finding.help.map(|help| format!("help: {help}")));
        said.extend(finding.fix.map(|fix| format!("fix: {}", fix.title)));
    }
    said
}

fn mark(network: &Network, diagnostic: &Diagnostic) -> String {
    let place = diagnostic.finding.place;
    let file = network.file(place.file);
    let lines = LineIndex::new(&file.text);
    let at = |offset| {
        let position = lines.position(&file.text, offset);
        (position.line as usize, position.column as usize)
    };
    testkit::mark(&file.path, at(place.span.start), at(place.span.end), &diagnostic.finding.message)
}

/// The rule finds exactly what is marked in the fixture on this day, with the default configuration.
#[track_caller]
pub(crate) fn assert_marks(rule: &'static Rule, day: &str, fixture: &str) {
    assert_marks_with(rule, day, fixture, &Settings::default(), &[]);
}

/// The same with these numbers of the rule's options.
#[track_caller]
pub(crate) fn assert_marks_with(
    rule: &'static Rule,
    day: &str,
    fixture: &str,
    settings: &Settings,
    numbers: &[(&str, u32)],
) {
    let fixture = testkit::fixture(fixture);
    let network = testkit::network(&fixture.files(), settings);
    let mut levels = Levels::default();
    for (option, number) in numbers {
        assert!(levels.set_number(rule, option, *number), "{} has no option {option}", rule.name);
    }
    let found = marks(rule, &network, settings, &levels, day);
    assert_eq!(found, fixture.marks, "left: found, right: marked");
}

/// The rule finds exactly so many things on this day: for boundaries, where the words do not matter.
#[track_caller]
pub(crate) fn assert_count(rule: &'static Rule, day: &str, text: &str, count: usize) {
    let settings = Settings::default();
    let fixture = testkit::fixture(text);
    let network = testkit::network(&fixture.files(), &settings);
    let found = marks(rule, &network, &settings, &Levels::default(), day);
    assert_eq!(found.len(), count, "on {day}: {found:#?}");
}

/// All fixes of what the rule finds turn the first file of the fixture into `after`.
#[track_caller]
pub(crate) fn assert_fixed(rule: &'static Rule, day: &str, before: &str, after: &str) {
    let settings = Settings::default();
    let fixture = testkit::fixture(before);
    let network = testkit::network(&fixture.files(), &settings);
    let found = diagnostics(rule, &network, &settings, &Levels::default(), day);
    let mut edits: Vec<Edit> = found.into_iter().filter_map(|it| it.finding.fix).flat_map(|fix| fix.edits).collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.place));
    let mut text = fixture.files[0].1.clone();
    for edit in edits {
        text.replace_range(edit.place.span.range(), &edit.text);
    }
    assert_eq!(text, after);
}

/// So many days before the day that is given.
pub(crate) fn before(day: &str, days: i32) -> Day {
    testkit::day(day) + -days
}

/// A journal of Ada, with these fields, and Bob; and entries that bring their own dates.
pub(crate) fn journal(fields: &str, entries: &[&str]) -> String {
    let entries: Vec<String> = entries.iter().map(|entry| format!("- {entry}\n")).collect();
    format!("## Ada @ada\n{fields}## Bob @bob\n## Log\n{}", entries.concat())
}
