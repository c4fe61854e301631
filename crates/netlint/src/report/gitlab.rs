//! GitLab's code quality report: <https://docs.gitlab.com/ci/testing/code_quality/>.

use std::io::Write;

use anyhow::Result;
use check::Level;
use serde_json::json;

use super::View;
use super::identity::Fingerprints;
use super::places::Places;

pub(crate) fn write(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    let mut places = Places::new(view.network);
    let mut fingerprints = Fingerprints::default();
    let mut issues = Vec::new();
    // Named before some are left out, so that the level asked for changes no name.
    for diagnostic in &view.report.diagnostics {
        let fingerprint = fingerprints.of(view.network, diagnostic);
        if diagnostic.level < view.min_level {
            continue;
        }
        let (start, end) = places.both(diagnostic.finding.place);
        let severity = match diagnostic.level {
            Level::Error => "major",
            Level::Warning => "minor",
            Level::Info => "info",
        };
        issues.push(json!({
            "description": diagnostic.finding.message,
            "check_name": diagnostic.rule.name,
            "fingerprint": fingerprint,
            "severity": severity,
            "location": {
                "path": view.network.file(diagnostic.finding.place.file).path,
                "positions": {
                    "begin": { "line": start.line, "column": start.column },
                    "end": { "line": end.line, "column": end.column },
                },
            },
        }));
    }
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)?;
    Ok(())
}
