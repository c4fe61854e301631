//! `netlint watch`: look, check, say what is different, wait.

mod desktop;
mod difference;
mod end;
mod exec;
mod journal;
mod show;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use ::journal::Day;
use anyhow::{Context, Result, bail};
use check::Report;
use chrono::{NaiveTime, Timelike};
use session::Snapshot;
use session::watch::{Stopper, Touched, Wake, Watcher};

use crate::args::{Global, WatchArgs};
use crate::clock;
use difference::Difference;
use journal::Journal;

pub(crate) fn run(args: &WatchArgs, global: &Global) -> Result<ExitCode> {
    if args.asked().paths.iter().any(|path| path.as_os_str() == "-") {
        bail!("`-` stands for standard input, which cannot be watched; name files or folders");
    }
    let (mut watcher, unwatched) = Watcher::new(args.quiet(), args.poll);
    if let Some(unwatched) = unwatched {
        journal::polling(&unwatched, &watcher);
    }
    let stopper = watcher.stopper();
    end::on_signal(&stopper)?;
    end::on_closed_output(&stopper);
    let here = std::env::current_dir().context("the current folder cannot be found")?;
    let mut journal = Journal::new(args, global, here)?;
    journal.look(&mut watcher, &Touched::default());
    let mut teller = Teller { args, global, stopper, desktop: args.notify.then(desktop::Desktop::new) };
    let mut last = Checked::new(&journal, today(global));
    teller.tell(Event::Start, &last, &last)?;
    loop {
        let wake = watcher.wait(Instant::now() + next_look(clock::now().time()));
        let has_changed = match wake {
            Wake::Stop => return Ok(ExitCode::SUCCESS),
            Wake::Look(touched) => journal.look(&mut watcher, &touched),
            // Should the system have kept something from us, we see it now.
            Wake::Time => journal.look(&mut watcher, &Touched::default()),
        };
        let event = match today(global) {
            today if today != last.today => Event::Day,
            _ if has_changed => Event::Change,
            _ => continue,
        };
        let now = Checked::new(&journal, today(global));
        teller.tell(event, &last, &now)?;
        last = now;
    }
}

/// Why there was a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Event {
    /// It is the first.
    Start,
    /// Files changed.
    Change,
    /// A day began.
    Day,
}

impl Event {
    /// As programs read it.
    fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Change => "change",
            Self::Day => "day",
        }
    }
}

/// A journal as it was checked.
struct Checked {
    root: std::path::PathBuf,
    snapshot: Snapshot,
    report: Report,
    today: Day,
}

impl Checked {
    fn new(journal: &Journal<'_>, today: Day) -> Self {
        let snapshot = journal.session.snapshot();
        let report = journal.located.targets.check(&snapshot, today);
        Self { root: journal.located.root.clone(), snapshot, report, today }
    }
}

/// Tells of checks, in all the ways that were asked for.
struct Teller<'a> {
    args: &'a WatchArgs,
    global: &'a Global,
    stopper: Stopper,
    desktop: Option<desktop::Desktop>,
}

impl Teller<'_> {
    fn tell(&mut self, event: Event, before: &Checked, now: &Checked) -> Result<()> {
        let difference = match event {
            Event::Start => Difference::default(),
            Event::Change | Event::Day => Difference::between(before, now),
        };
        let told = show::Told { event, time: clock::now(), before, now, difference };
        told.show(self.args, self.global)?;
        if let Some(desktop) = &self.desktop {
            desktop.show(&told, self.args.min_level.level());
        }
        if let Some(command) = &self.args.exec {
            exec::run(command, &told.json(self.args)?, &self.stopper);
        }
        Ok(())
    }
}

/// The day that counts: it moves on only where the command line and the environment name none.
fn today(global: &Global) -> Day {
    global.today.unwrap_or_else(clock::today)
}

/// Whatever happens, the journal and the date are looked at so often: clocks are set, and machines sleep.
const AT_LEAST: Duration = Duration::from_mins(1);

/// How long until the next look that nothing calls for: at midnight at the latest.
fn next_look(now: NaiveTime) -> Duration {
    let since_midnight = Duration::new(now.num_seconds_from_midnight().into(), now.nanosecond() % 1_000_000_000);
    let midnight = Duration::from_hours(24).saturating_sub(since_midnight);
    midnight.min(AT_LEAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32, minute: u32, second: u32, milli: u32) -> Duration {
        next_look(NaiveTime::from_hms_milli_opt(hour, minute, second, milli).unwrap())
    }

    #[test]
    fn one_looks_each_minute_and_at_midnight() {
        assert_eq!(at(0, 0, 0, 0), AT_LEAST);
        assert_eq!(at(12, 34, 56, 789), AT_LEAST);
        assert_eq!(at(23, 59, 0, 0), AT_LEAST);
        assert_eq!(at(23, 59, 30, 0), Duration::from_secs(30));
        assert_eq!(at(23, 59, 59, 999), Duration::from_millis(1));
        // chrono writes a leap second so.
        assert_eq!(at(23, 59, 59, 1500), Duration::from_millis(500));
    }
}
