//! The network in numbers, for programs. Others rely on the shape: it only grows.

use std::io::Write;

use anyhow::Result;
use insight::{CHANNELS, Stats};
use serde::Serialize;

use crate::commands::reading::Reading;
use crate::report::list::rows::Head;
use crate::report::names;

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head,
    weeks: Vec<OfWeek>,
    months: Vec<OfMonth>,
    /// The last contact that the writer began or shared.
    last_own: Option<Own<'a>>,
    longest_streak: Option<Streak>,
    current_streak: Option<Streak>,
    channels: Vec<OfChannel>,
    without_channel: usize,
    circles: Vec<Circle<'a>>,
    active: usize,
    two_way: usize,
    favors: Favors,
    cadences: Cadences<'a>,
}

#[derive(Serialize)]
struct OfWeek {
    /// After ISO 8601.
    week: u32,
    monday: String,
    contacts: usize,
    own: usize,
    open: bool,
}

#[derive(Serialize)]
struct OfMonth {
    month: String,
    contacts: usize,
    open: bool,
}

#[derive(Serialize)]
struct Own<'a> {
    person: &'a str,
    day: String,
    days: i32,
}

#[derive(Serialize)]
struct Streak {
    weeks: u32,
    first: String,
    last: String,
}

#[derive(Serialize)]
struct OfChannel {
    channel: &'static str,
    contacts: usize,
    /// The study's share, in percent.
    study: Option<u32>,
}

#[derive(Serialize)]
struct Circle<'a> {
    name: &'a str,
    people: usize,
    size: Option<u32>,
}

#[derive(Serialize)]
struct Favors {
    received: usize,
    given: usize,
    open: usize,
}

#[derive(Serialize)]
struct Cadences<'a> {
    people: usize,
    kept: Vec<Kept<'a>>,
    overdue: Vec<Overdue<'a>>,
}

#[derive(Serialize)]
struct Kept<'a> {
    person: &'a str,
    every: String,
    in_time: usize,
    all: usize,
}

#[derive(Serialize)]
struct Overdue<'a> {
    person: &'a str,
    every: String,
    last: String,
    days: i32,
}

pub(crate) fn write(reading: &Reading, stats: &Stats, out: &mut impl Write) -> Result<()> {
    serde_json::to_writer_pretty(&mut *out, &document(reading, stats))?;
    writeln!(out)?;
    Ok(())
}

fn document<'a>(reading: &'a Reading, stats: &Stats) -> Document<'a> {
    let handle = |id| reading.network().person(id).handle.as_str();
    let streak =
        |it: insight::Streak| Streak { weeks: it.weeks, first: it.first.to_string(), last: (it.last + 6).to_string() };
    let week = |it: &insight::Week| OfWeek {
        week: it.monday.week(),
        monday: it.monday.to_string(),
        contacts: it.contacts,
        own: it.own,
        open: it.is_open,
    };
    let month = |it: &insight::Month| OfMonth {
        month: format!("{:04}-{:02}", it.year, it.month),
        contacts: it.contacts,
        open: it.is_open,
    };
    let channels = CHANNELS.into_iter().zip(stats.channels);
    let circles = reading.settings().circles.iter().zip(&stats.circles);
    Document {
        head: Head::of(reading),
        weeks: stats.weeks.iter().map(week).collect(),
        months: stats.months.iter().map(month).collect(),
        last_own: stats.last_own.map(|(day, id)| Own {
            person: handle(id),
            day: day.to_string(),
            days: reading.today - day,
        }),
        longest_streak: stats.longest.map(streak),
        current_streak: stats.current.map(streak),
        channels: channels
            .map(|((class, study), contacts)| OfChannel { channel: class.name(), contacts, study })
            .collect(),
        without_channel: stats.without_channel,
        circles: circles
            .map(|(circle, people)| Circle {
                name: &circle.name,
                people: *people,
                size: Some(circle.size).filter(|size| *size != u32::MAX),
            })
            .collect(),
        active: stats.active,
        two_way: stats.two_way,
        favors: Favors { received: stats.favors.received, given: stats.favors.given, open: stats.favors.open },
        cadences: cadences(&stats.cadences, handle),
    }
}

fn cadences<'a>(cadences: &insight::Cadences, handle: impl Fn(journal::PersonId) -> &'a str) -> Cadences<'a> {
    let kept = |it: &insight::Kept| Kept {
        person: handle(it.person),
        every: names::interval(it.every),
        in_time: it.in_time,
        all: it.all,
    };
    let overdue = |it: &insight::Overdue| Overdue {
        person: handle(it.person),
        every: names::interval(it.every),
        last: it.last.to_string(),
        days: it.days,
    };
    Cadences {
        people: cadences.people,
        kept: cadences.kept.iter().map(kept).collect(),
        overdue: cadences.overdue.iter().map(overdue).collect(),
    }
}
