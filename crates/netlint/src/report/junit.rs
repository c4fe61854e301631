//! JUnit's XML: one test case for each file, those without findings too, so that a green run has tests.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::Write;

use anyhow::Result;
use check::Diagnostic;
use journal::FileId;
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::View;
use super::places::Places;

pub(crate) fn write(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    let mut places = Places::new(view.network);
    let mut by_file: HashMap<FileId, Vec<&Diagnostic>> = HashMap::new();
    for diagnostic in view.shown() {
        by_file.entry(diagnostic.finding.place.file).or_default().push(diagnostic);
    }
    let mut suite = TestSuite::new("netlint");
    for (id, file) in view.network.files() {
        let found = by_file.get(&id).map(Vec::as_slice).unwrap_or_default();
        let mut case = TestCase::new(file.path.as_str(), status(found, &mut places));
        case.set_classname("netlint");
        suite.add_test_case(case);
    }
    let mut report = Report::new("netlint");
    report.add_test_suite(suite);
    // The one schema that continuous integration knows has no `skipped` for all suites together.
    out.write_all(report.to_string()?.replacen(" skipped=\"0\"", "", 1).as_bytes())?;
    Ok(())
}

fn status(found: &[&Diagnostic], places: &mut Places<'_>) -> TestCaseStatus {
    let Some(gravest) = found.iter().max_by_key(|it| it.level) else { return TestCaseStatus::success() };
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    let mut text = String::new();
    for diagnostic in found {
        let (start, _) = places.both(diagnostic.finding.place);
        let (level, rule) = (diagnostic.level.name(), diagnostic.rule.name);
        _ = writeln!(text, "{}:{}: {level}[{rule}]: {}", start.line, start.column, diagnostic.finding.message);
        if let Some(help) = &diagnostic.finding.help {
            _ = writeln!(text, "  help: {help}");
        }
    }
    let message = match found.len() {
        1 => gravest.finding.message.clone(),
        more => format!("{} findings, the gravest: {}", more, gravest.finding.message),
    };
    status.set_type(gravest.level.name()).set_message(message).set_description(text);
    status
}
