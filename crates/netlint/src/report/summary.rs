//! The end of every report: what was found, and what was read, so that silence is never mistaken for health.

use std::fmt::Write as _;
use std::io::Write;

use anyhow::Result;
use check::{Fix, Level};

use super::View;
use super::style;

/// How many findings there are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    pub(crate) error: usize,
    pub(crate) warning: usize,
    pub(crate) info: usize,
}

impl Counts {
    pub(crate) fn of(view: &View<'_>) -> Self {
        let mut counts = Self::default();
        for diagnostic in &view.report.diagnostics {
            match diagnostic.level {
                Level::Error => counts.error += 1,
                Level::Warning => counts.warning += 1,
                Level::Info => counts.info += 1,
            }
        }
        counts
    }

    fn of_level(self, level: Level) -> usize {
        match level {
            Level::Error => self.error,
            Level::Warning => self.warning,
            Level::Info => self.info,
        }
    }
}

pub(crate) fn write(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    if view.is_quiet {
        return Ok(());
    }
    let more = view.most.map_or(0, |most| view.shown().count().saturating_sub(most));
    if more > 0 {
        writeln!(out, "{more} more, not shown (--max-diagnostics)")?;
    }
    let counts = Counts::of(view);
    let levels = [Level::Error, Level::Warning, Level::Info];
    let (shown, hidden): (Vec<_>, Vec<_>) = levels.into_iter().partition(|level| *level >= view.min_level);
    let said: Vec<String> = shown
        .into_iter()
        .filter(|level| counts.of_level(*level) > 0)
        .map(|level| style::level(level, &count(counts.of_level(level), level.name())))
        .collect();
    let found = if said.is_empty() { "nothing to report".to_owned() } else { said.join(", ") };
    let unseen: usize = hidden.into_iter().map(|level| counts.of_level(level)).sum();
    write!(out, "{found}")?;
    if unseen > 0 {
        write!(out, "; {} not shown (--min-level info)", count(unseen, "quieter finding"))?;
    }
    if !view.report.suppressed.is_empty() {
        write!(out, "; {} suppressed", view.report.suppressed.len())?;
    }
    if let Some(known) = view.known.filter(|it| it.known > 0) {
        write!(out, "; {} known", known.known)?;
    }
    writeln!(out)?;
    if let Some(known) = view.known.filter(|it| it.solved > 0) {
        let pruned = if known.is_pruned { "taken out of the baseline" } else { "check the whole journal to prune it" };
        writeln!(out, "{} of the baseline solved: {pruned}", count(known.solved, "finding"))?;
    }
    if let Some(mended) = view.mended {
        writeln!(out, "fixed {} in {}", count(mended.findings, "finding"), count(mended.files, "file"))?;
    }
    let fixable = |safe| shown_fixes(view).filter(|fix| fix.safe == safe).count();
    match (fixable(true), fixable(false)) {
        (0, 0) => {}
        (0, more) => writeln!(out, "{more} fixable with --unsafe-fixes")?,
        (safe, 0) => writeln!(out, "{safe} fixable with --fix")?,
        (safe, more) => writeln!(out, "{safe} fixable with --fix, {more} more with --unsafe-fixes")?,
    }
    writeln!(out, "{}", style::dim(&read(view)))?;
    Ok(())
}

fn shown_fixes<'a>(view: &View<'a>) -> impl Iterator<Item = &'a Fix> + use<'a> {
    view.shown().filter_map(|it| it.finding.fix.as_ref())
}

fn read(view: &View<'_>) -> String {
    let network = view.network;
    let mut text = format!(
        "read {}, {}, {}",
        count(network.files.len(), "file"),
        match network.people.len() {
            1 => "1 person".to_owned(),
            people => format!("{people} people"),
        },
        match network.entries.len() {
            1 => "1 entry".to_owned(),
            entries => format!("{entries} entries"),
        }
    );
    if let Some((first, last)) = network.period() {
        _ = write!(text, " from {first} to {last}");
    }
    _ = write!(text, ", as of {}", view.today);
    text
}

fn count(number: usize, noun: &str) -> String {
    check::count(number as i64, noun)
}
