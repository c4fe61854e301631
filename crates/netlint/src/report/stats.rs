//! The network in numbers, for people; for programs, see [`json`].

pub(crate) mod json;

use std::io::Write;

use anyhow::Result;
use insight::{CHANNELS, Stats, Streak};
use journal::Class;
use messages::{Messages, say};

use super::chart::{self, Column, Row};
use super::style::{bold, printable};
use super::table::{Columns, width};
use crate::commands::reading::Reading;

/// Charts are no wider, so that they look alike everywhere.
const WIDEST: u16 = 80;
/// So many cadences are shown of each sort.
const BEST: usize = 5;
/// Well kept is what was in time at least this often, in percent.
const WELL: usize = 50;

pub(crate) fn write(reading: &Reading, stats: &Stats, out: &mut impl Write) -> Result<()> {
    let shown = Shown { reading, messages: reading.messages, stats, width: width().unwrap_or(WIDEST).min(WIDEST) };
    shown.weeks(out)?;
    shown.months(out)?;
    shown.channels(out)?;
    shown.circles(out)?;
    shown.balance(out)?;
    shown.cadences(out)?;
    writeln!(out)?;
    reading.end(out)
}

struct Shown<'a> {
    reading: &'a Reading,
    messages: Messages<'static>,
    stats: &'a Stats,
    width: u16,
}

impl Shown<'_> {
    fn weeks(&self, out: &mut impl Write) -> Result<()> {
        let (messages, stats) = (self.messages, self.stats);
        writeln!(out, "{}", bold(&say!(messages, "stats-weeks", weeks = stats.weeks.len())))?;
        let column = |week: &insight::Week| Column {
            value: week.contacts,
            name: marked(&say!(messages, "stats-week", week = week.monday.week()), week.is_open),
        };
        self.chart(&stats.weeks.iter().map(column).collect::<Vec<_>>(), out)?;
        if let Some((last, id)) = stats.last_own {
            let when = super::ago::relative(last, self.reading.today, messages);
            writeln!(out, "{}", say!(messages, "stats-own", when, who = self.at(id)))?;
        }
        if let Some(Streak { weeks, first, last }) = stats.longest {
            let current = stats.current.map_or(0, |streak| streak.weeks);
            writeln!(out, "{}", say!(messages, "stats-streak", weeks, first, last = last + 6, current))?;
        }
        Ok(())
    }

    fn months(&self, out: &mut impl Write) -> Result<()> {
        let (messages, months) = (self.messages, &self.stats.months);
        writeln!(out, "\n{}", bold(&say!(messages, "stats-months")))?;
        let column = |it: &insight::Month| Column {
            value: it.contacts,
            name: marked(&say!(messages, "stats-month", month = it.month), it.is_open),
        };
        self.chart(&months.iter().map(column).collect::<Vec<_>>(), out)
    }

    fn chart(&self, columns: &[Column], out: &mut impl Write) -> Result<()> {
        for line in chart::columns(columns, self.width) {
            writeln!(out, "{line}")?;
        }
        Ok(())
    }

    fn rows(&self, rows: &[Row], out: &mut impl Write) -> Result<()> {
        for line in chart::rows(rows, self.width) {
            writeln!(out, "{line}")?;
        }
        Ok(())
    }

    fn channels(&self, out: &mut impl Write) -> Result<()> {
        let (messages, stats) = (self.messages, self.stats);
        let all: usize = stats.channels.iter().sum();
        writeln!(out, "\n{}", bold(&say!(messages, "stats-channels", contacts = all)))?;
        let mut rows = Vec::new();
        for ((class, study), contacts) in CHANNELS.into_iter().zip(stats.channels) {
            let percent = percent(contacts, all);
            rows.push(Row { name: channel(class, messages), number: format!("{percent} %"), percent });
            if let Some(study) = study.map(u64::from) {
                rows.push(Row { name: say!(messages, "stats-study"), number: format!("{study} %"), percent: study });
            }
        }
        self.rows(&rows, out)?;
        if stats.without_channel > 0 {
            writeln!(out, "{}", say!(messages, "stats-without-channel", count = stats.without_channel))?;
        }
        Ok(())
    }

    fn circles(&self, out: &mut impl Write) -> Result<()> {
        let (messages, stats) = (self.messages, self.stats);
        writeln!(out, "\n{}", bold(&say!(messages, "stats-circles")))?;
        let circles = self.reading.settings().circles.iter().zip(&stats.circles);
        let mut rows = Vec::new();
        for (circle, people) in circles {
            let name = printable(&circle.name);
            if circle.size == u32::MAX {
                rows.push(Row { name, number: people.to_string(), percent: 0 });
            } else {
                let number = say!(messages, "stats-circle", people = *people, size = circle.size);
                rows.push(Row { name, number, percent: percent(*people, circle.size as usize) });
            }
        }
        self.rows(&rows, out)?;
        let (two_way, active) = (stats.two_way, stats.active);
        writeln!(out, "{}", say!(messages, "stats-two-way", two_way, active, percent = percent(two_way, active)))?;
        Ok(())
    }

    fn balance(&self, out: &mut impl Write) -> Result<()> {
        let insight::Balance { received, given, open } = self.stats.favors;
        writeln!(out, "\n{}", bold(&say!(self.messages, "stats-favors")))?;
        writeln!(out, "{}", say!(self.messages, "stats-balance", received, given, open))?;
        Ok(())
    }

    fn cadences(&self, out: &mut impl Write) -> Result<()> {
        let (messages, cadences) = (self.messages, &self.stats.cadences);
        let (all, overdue) = (cadences.people, cadences.overdue.len());
        writeln!(out, "\n{}", bold(&say!(messages, "stats-cadences", all, overdue)))?;
        let every = |it| check::every(it, messages.language());
        let mut columns = Columns::wrapped(3);
        for it in cadences.kept.iter().filter(|it| it.percent() >= WELL).take(BEST) {
            let kept = say!(messages, "stats-kept", times = it.in_time, all = it.all);
            columns.push([say!(messages, "stats-best"), self.at(it.person), every(it.every), kept]);
        }
        for it in cadences.overdue.iter().take(BEST) {
            let late = say!(messages, "list-overdue", days = it.days);
            columns.push([say!(messages, "stats-worst"), self.at(it.person), every(it.every), late]);
        }
        columns.write(out)
    }

    fn at(&self, id: journal::PersonId) -> String {
        printable(&format!("@{}", self.reading.network().person(id).handle))
    }
}

/// The name of what is not over yet.
fn marked(name: &str, is_open: bool) -> String {
    if is_open { format!("{name}*") } else { name.to_owned() }
}

/// A share in percent, rounded.
pub(crate) fn percent(part: usize, whole: usize) -> u64 {
    if whole == 0 { 0 } else { (part as u64 * 200 / whole as u64).div_ceil(2) }
}

pub(super) fn channel(class: Class, messages: Messages<'_>) -> String {
    match class {
        Class::Online => say!(messages, "channel-online"),
        Class::Voice => say!(messages, "channel-voice"),
        Class::InPerson => say!(messages, "channel-in-person"),
        Class::Event => say!(messages, "channel-event"),
        Class::Conference => say!(messages, "channel-conference"),
        other => other.name().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn shares_are_rounded() {
        assert_eq!([percent(0, 0), percent(0, 3), percent(1, 3), percent(2, 3), percent(1, 8)], [0, 0, 33, 67, 13]);
        assert_eq!(percent(7, 5), 140);
    }
}
