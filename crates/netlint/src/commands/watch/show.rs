//! Writes what is different, for people and for programs.

use std::io::{self, BufWriter, IsTerminal, Write};

use anyhow::Result;
use check::{Level, Report};
use chrono::{DateTime, Local, SecondsFormat};
use messages::{Messages, say};

use super::difference::Difference;
use super::{Checked, Event};
use crate::args::{Global, WatchArgs, WatchFormat};
use crate::report::{self, LeftOut, View, compact, json, style, summary};
use crate::texts;

/// Clears the screen and what was scrolled away, and begins at the top.
const CLEAR: &str = "\x1b[2J\x1b[3J\x1b[H";

/// A check of which is told.
pub(super) struct Told<'a> {
    pub(super) event: Event,
    pub(super) time: DateTime<Local>,
    pub(super) before: &'a Checked,
    pub(super) now: &'a Checked,
    pub(super) difference: Difference,
}

impl Told<'_> {
    pub(super) fn show(&self, args: &WatchArgs, global: &Global) -> Result<()> {
        let mut out = BufWriter::new(anstream::stdout().lock());
        if args.format == WatchFormat::Json {
            out.write_all(&self.json(args)?)?;
        } else {
            self.people(args, global, &mut out)?;
        }
        Ok(out.flush()?)
    }

    /// The document of this check, on one line.
    pub(super) fn json(&self, args: &WatchArgs) -> Result<Vec<u8>> {
        let view = |checked| view(checked, args, true);
        let (before, now) = (view(self.before), view(self.now));
        let happened = json::Happened {
            event: self.event.name(),
            time: self.time.to_rfc3339_opts(SecondsFormat::Secs, false),
            appeared: &self.difference.appeared.diagnostics,
            resolved: (&before, &self.difference.resolved.diagnostics),
        };
        let mut line = Vec::new();
        json::write_line(&now, &happened, &mut line)?;
        Ok(line)
    }

    fn people(&self, args: &WatchArgs, global: &Global, out: &mut impl Write) -> Result<()> {
        let now = view(self.now, args, global.quiet);
        let appeared = View { report: &self.difference.appeared, ..now };
        let resolved = View { report: &self.difference.resolved, ..view(self.before, args, global.quiet) };
        let is_cleared = args.clear && io::stdout().is_terminal();
        if is_cleared {
            write!(out, "{CLEAR}")?;
        }
        let has_news = appeared.shown().next().is_some() || resolved.shown().next().is_some();
        if self.event != Event::Start && (has_news || is_cleared || global.verbose) {
            self.heading(&appeared, &resolved, out)?;
        }
        if self.event == Event::Start || is_cleared {
            return everything(&now, args.format, out);
        }
        if !has_news {
            return Ok(());
        }
        match args.format {
            WatchFormat::Compact => compact::lines(&appeared).try_for_each(|line| writeln!(out, "{line}"))?,
            _ => _ = report::text::findings(&appeared, out)?,
        }
        for line in compact::lines(&resolved) {
            writeln!(out, "{}", say!(now.messages, "watch-resolved", line))?;
        }
        summary::write(&now, out)?;
        if !global.quiet {
            writeln!(out)?;
        }
        Ok(())
    }

    fn heading(&self, appeared: &View<'_>, resolved: &View<'_>, out: &mut impl Write) -> Result<()> {
        if appeared.is_quiet {
            return Ok(());
        }
        let time = self.time.format("%H:%M:%S").to_string();
        let (appeared, resolved) = (appeared.shown().count(), resolved.shown().count());
        let messages = messages(self.now);
        let said = match self.event {
            Event::Day => say!(messages, "watch-day", time, today = self.now.today, appeared, resolved),
            Event::Start | Event::Change => say!(messages, "watch-change", time, appeared, resolved),
        };
        writeln!(out, "{}", style::bold(&said))?;
        Ok(())
    }
}

pub(super) fn messages(checked: &Checked) -> Messages<'static> {
    texts::within(checked.snapshot.config.settings.language)
}

fn view<'a>(checked: &'a Checked, args: &WatchArgs, is_quiet: bool) -> View<'a> {
    View {
        network: &checked.snapshot.network,
        report: &checked.report,
        today: checked.today,
        messages: messages(checked),
        root: &checked.root,
        min_level: args.min_level.level(),
        mended: None,
        known: None,
        most: None,
        is_quiet,
        left_out: LeftOut::Nothing,
    }
}

/// All findings, and that more may come.
fn everything(now: &View<'_>, format: WatchFormat, out: &mut impl Write) -> Result<()> {
    match format {
        WatchFormat::Compact => compact::write(now, out)?,
        _ => report::text::write(now, out)?,
    }
    if !now.is_quiet {
        let path = now.root.display().to_string();
        writeln!(out, "{}\n", style::dim(&say!(now.messages, "watch-waiting", path)))?;
    }
    Ok(())
}

/// How many findings of each rule there are from this level on, in order of the rules' names.
pub(super) fn counts(report: &Report, from: Level) -> Vec<(&'static check::Rule, usize)> {
    let mut counts: Vec<(&'static check::Rule, usize)> = Vec::new();
    for diagnostic in report.diagnostics.iter().filter(|it| it.level >= from) {
        match counts.iter_mut().find(|(rule, _)| rule.name == diagnostic.rule.name) {
            Some((_, count)) => *count += 1,
            None => counts.push((diagnostic.rule, 1)),
        }
    }
    counts.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), rule.name));
    counts
}
