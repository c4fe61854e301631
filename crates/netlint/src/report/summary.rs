//! The end of every report: what was found, and what was read, so that silence is never mistaken for health.

use std::io::Write;

use anyhow::Result;
use check::{Fix, Level};
use journal::{Day, Network};
use messages::{Messages, say};

use super::{Known, Mended, View, style};

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

    fn said(self, level: Level, messages: Messages<'_>) -> String {
        match level {
            Level::Error => say!(messages, "errors", count = self.error),
            Level::Warning => say!(messages, "warnings", count = self.warning),
            Level::Info => say!(messages, "infos", count = self.info),
        }
    }
}

pub(crate) fn write(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    if view.is_quiet {
        return Ok(());
    }
    let more = view.most.map_or(0, |most| view.shown().count().saturating_sub(most));
    if more > 0 {
        writeln!(out, "{}", say!(view.messages, "more", count = more))?;
    }
    let counts = Counts::of(view);
    let levels = [Level::Error, Level::Warning, Level::Info];
    let (shown, hidden): (Vec<_>, Vec<_>) = levels.into_iter().partition(|level| *level >= view.min_level);
    let said: Vec<String> = shown
        .into_iter()
        .filter(|level| counts.of_level(*level) > 0)
        .map(|level| style::level(level, &counts.said(level, view.messages)))
        .collect();
    let mut parts = vec![if said.is_empty() { say!(view.messages, "nothing") } else { said.join(", ") }];
    let unseen: usize = hidden.into_iter().map(|level| counts.of_level(level)).sum();
    if unseen > 0 {
        parts.push(say!(view.messages, "hidden", count = unseen));
    }
    if !view.report.suppressed.is_empty() {
        parts.push(say!(view.messages, "suppressed", count = view.report.suppressed.len()));
    }
    if let Some(known) = view.known.filter(|it| it.found > 0) {
        parts.push(say!(view.messages, "known", count = known.found));
    }
    writeln!(out, "{}", parts.join("; "))?;
    match view.known {
        Some(Known { solved, is_pruned: true, .. }) if solved > 0 => {
            writeln!(out, "{}", say!(view.messages, "solved-pruned", count = solved))?;
        }
        Some(Known { solved, .. }) if solved > 0 => writeln!(out, "{}", say!(view.messages, "solved", count = solved))?,
        _ => {}
    }
    if let Some(Mended { findings, files }) = view.mended {
        writeln!(out, "{}", say!(view.messages, "fixed", findings, files))?;
    }
    let fixable = |safe| shown_fixes(view).filter(|fix| fix.safe == safe).count();
    match (fixable(true), fixable(false)) {
        (0, 0) => {}
        (0, more) => writeln!(out, "{}", say!(view.messages, "fixable-unsafe", more))?,
        (safe, 0) => writeln!(out, "{}", say!(view.messages, "fixable", safe))?,
        (safe, more) => writeln!(out, "{}", say!(view.messages, "fixable-both", safe, more))?,
    }
    writeln!(out, "{}", style::dim(&read(view.network, view.today, view.messages)))?;
    Ok(())
}

fn shown_fixes<'a>(view: &View<'a>) -> impl Iterator<Item = &'a Fix> + use<'a> {
    view.shown().filter_map(|it| it.finding.fix.as_ref())
}

/// What was read.
pub(crate) fn read(network: &Network, today: Day, messages: Messages<'_>) -> String {
    let (files, people, entries) = (network.files.len(), network.people.len(), network.entries.len());
    match network.period() {
        Some((first, last)) => say!(messages, "read-period", files, people, entries, first, last, today),
        None => say!(messages, "read", files, people, entries, today),
    }
}
