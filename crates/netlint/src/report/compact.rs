//! One line for each finding: `file:line:column: level[rule]: message`.

use std::io::Write;

use anyhow::Result;

use super::places::Places;
use super::{View, style, summary};

pub(crate) fn write(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    for line in lines(view) {
        writeln!(out, "{line}")?;
    }
    summary::write(view, out)
}

/// The lines of what is shown.
pub(crate) fn lines(view: &View<'_>) -> impl Iterator<Item = String> {
    let mut places = Places::new(view.network);
    view.shown().take(view.most.unwrap_or(usize::MAX)).map(move |diagnostic| {
        let finding = &diagnostic.finding;
        let (start, _) = places.both(finding.place);
        let path = style::printable(&view.shown_path(&view.network.file(finding.place.file).path));
        let (line, column) = (start.line, start.column);
        let level = style::level(diagnostic.level, diagnostic.level.name());
        let message = style::printable(&finding.message);
        format!("{path}:{line}:{column}: {level}[{}]: {message}", diagnostic.rule.name)
    })
}
