//! What would change, as a unified diff.

use std::io::{self, IsTerminal, Write};

use anyhow::Result;
use similar::{ChangeTag, TextDiff};

use super::style;

/// Writes the difference of one file so that `patch` takes it; on a terminal without what could steer it.
pub(crate) fn write(path: &str, before: &str, after: &str, out: &mut impl Write) -> Result<()> {
    let is_seen = io::stdout().is_terminal();
    let diff = TextDiff::from_lines(before, after);
    writeln!(out, "{}", style::bold(&format!("--- {path}")))?;
    writeln!(out, "{}", style::bold(&format!("+++ {path}")))?;
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        writeln!(out, "{}", style::dim(&hunk.header().to_string()))?;
        for change in hunk.iter_changes() {
            let text = change.value();
            let line = text.strip_suffix('\n').unwrap_or(text);
            let line = if is_seen { style::printable(line.trim_end_matches('\r')) } else { line.to_owned() };
            let line = format!("{}{line}", change.tag());
            let line = match change.tag() {
                ChangeTag::Delete => style::removed(&line),
                ChangeTag::Insert => style::added(&line),
                ChangeTag::Equal => line,
            };
            writeln!(out, "{line}")?;
            if change.missing_newline() {
                writeln!(out, "\\ No newline at end of file")?;
            }
        }
    }
    Ok(())
}
