//! `netlint check --write-baseline FILE` and `--baseline FILE`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use check::{Baseline, Identity};
use messages::say;
use serde::{Deserialize, Serialize};

use super::Checked;
use crate::report::Known;
use crate::texts;

/// The version of the file's shape.
const VERSION: u32 = 1;

/// The file: one finding a line, in order, so that a version control system shows what comes and goes.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    version: u32,
    findings: Vec<Finding>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Finding {
    rule: String,
    people: Vec<String>,
    line: String,
    count: usize,
}

pub(super) fn write(checked: &Checked, path: &Path) -> Result<ExitCode> {
    let baseline = Baseline::of(&checked.snapshot.network, &checked.report.diagnostics);
    save(&baseline, path)?;
    let messages = texts::within(checked.snapshot.config.settings.language);
    let said = say!(messages, "baseline-written", findings = baseline.len(), path = path.display().to_string());
    writeln!(anstream::stdout().lock(), "{said}")?;
    Ok(if checked.has_unreadable { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

/// Takes what is known out of the report. What is solved is taken out of the file, if the whole journal was checked.
pub(super) fn apply(checked: &mut Checked, path: &Path, is_whole: bool) -> Result<Known> {
    let baseline = load(path)?;
    let (known, left) = baseline.apply(&checked.snapshot.network, &mut checked.report);
    let solved = baseline.len().saturating_sub(left.len());
    let is_pruned = solved > 0 && is_whole && !checked.has_unreadable;
    if is_pruned {
        save(&left, path)?;
    }
    Ok(Known { found: known.len(), solved, is_pruned })
}

fn load(path: &Path) -> Result<Baseline> {
    let text = std::fs::read(path).with_context(|| format!("{}: cannot be read", path.display()))?;
    let document: Document = serde_json::from_slice(&text)
        .with_context(|| format!("{}: is no baseline; write a new one with --write-baseline", path.display()))?;
    if document.version != VERSION {
        bail!("{}: is of version {}, which this netlint does not know", path.display(), document.version);
    }
    let identity = |it: Finding| (Identity { rule: it.rule, people: it.people, line: it.line }, it.count);
    Ok(Baseline { known: document.findings.into_iter().map(identity).collect() })
}

fn save(baseline: &Baseline, path: &Path) -> Result<()> {
    let mut text = format!("{{\n  \"version\": {VERSION},\n  \"findings\": [");
    for (number, (identity, count)) in baseline.known.iter().enumerate() {
        let Identity { rule, people, line } = identity.clone();
        text.push_str(if number == 0 { "\n    " } else { ",\n    " });
        text.push_str(&serde_json::to_string(&Finding { rule, people, line, count: *count })?);
    }
    text.push_str(if baseline.known.is_empty() { "]\n}\n" } else { "\n  ]\n}\n" });
    session::replace(path, text.as_bytes()).with_context(|| format!("{}: cannot be written", path.display()))
}
