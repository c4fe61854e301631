//! Workflow commands of GitHub Actions, one line for each finding:
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>.

use std::io::Write;

use anyhow::Result;
use check::Level;

use super::View;
use super::places::Places;

pub(crate) fn write(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    let mut places = Places::new(view.network);
    for diagnostic in view.shown() {
        let finding = &diagnostic.finding;
        let (start, end) = places.both(finding.place);
        let command = match diagnostic.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Info => "notice",
        };
        let file = property(&view.shown_path(&view.network.file(finding.place.file).path));
        let message = match &finding.help {
            Some(help) => data(&format!("{}\n{help}", finding.message)),
            None => data(&finding.message),
        };
        let (line, column, rule) = (start.line, start.column, diagnostic.rule.name);
        write!(out, "::{command} file={file},line={line},endLine={},col={column}", end.line)?;
        // GitHub takes an end column within one line only.
        if end.line == start.line {
            write!(out, ",endColumn={}", end.column)?;
        }
        writeln!(out, ",title=netlint {rule}::{message}")?;
    }
    Ok(())
}

/// What would end a message.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What would end a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
