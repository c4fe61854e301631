//! All that is known of one person, for programs. Others rely on the shape: it only grows.

use std::io::Write;

use anyhow::Result;
use insight::{Card, Meant, Standing, told};
use journal::{EntryId, Network, Place};
use serde::Serialize;

use crate::commands::reading::Reading;
use crate::report::list::rows::{Head, Row, Rows};
use crate::report::places::Places;

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head,
    /// `null`: nobody, or several.
    person: Option<Shown<'a>>,
    /// The people who may be meant, where there are several.
    matches: Vec<Row<'a>>,
    /// The people with nearly such a name, where there is nobody.
    nearest: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    row: Row<'a>,
    paused_until: Option<String>,
    /// The median distance between days with contacts, in days, and how many such days there are.
    median_gap: Option<f64>,
    contact_days: u32,
    birthday: Option<Birthday>,
    fields: Vec<Field<'a>>,
    introduced_by: Vec<Introduction<'a>>,
    introduced: Vec<Introduction<'a>>,
    introductions: Vec<Noted<'a>>,
    plans: Vec<Noted<'a>>,
    favor_ledger: Vec<Favor<'a>>,
    requests: Vec<Request<'a>>,
    timeline: Vec<Moment<'a>>,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Birthday {
    day: String,
    days: i32,
    age: Option<i32>,
}

/// Where something stands.
#[derive(Serialize)]
struct At<'a> {
    file: &'a str,
    line: u32,
}

#[derive(Serialize)]
struct Field<'a> {
    key: &'a str,
    value: &'a str,
    #[serde(flatten)]
    at: At<'a>,
}

#[derive(Serialize)]
struct Introduction<'a> {
    person: &'a str,
    #[serde(flatten)]
    at: At<'a>,
}

/// An entry.
#[derive(Serialize)]
struct Noted<'a> {
    day: Option<String>,
    text: String,
    #[serde(flatten)]
    at: At<'a>,
}

#[derive(Serialize)]
struct Favor<'a> {
    #[serde(flatten)]
    noted: Noted<'a>,
    given: bool,
    /// For one that was received, what settled it; for one that was given, what it settled.
    settled: Vec<Noted<'a>>,
}

#[derive(Serialize)]
struct Request<'a> {
    #[serde(flatten)]
    noted: Noted<'a>,
    ended: Option<Noted<'a>>,
    open: bool,
}

#[derive(Serialize)]
struct Moment<'a> {
    #[serde(flatten)]
    noted: Noted<'a>,
    days: i32,
    class: Option<&'static str>,
    contact: bool,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'static str,
    level: &'static str,
    message: &'a str,
    #[serde(flatten)]
    at: At<'a>,
}

pub(crate) fn write(reading: &Reading, card: &Card, out: &mut impl Write) -> Result<()> {
    let row = Rows::new(reading).row(&card.standing);
    let mut maker = Maker { network: reading.network(), places: Places::new(reading.network()) };
    let person = Some(maker.shown(reading, card, row));
    let head = Head::of(reading);
    serde_json::to_writer_pretty(&mut *out, &Document { head, person, matches: Vec::new(), nearest: Vec::new() })?;
    writeln!(out)?;
    Ok(())
}

pub(crate) fn write_matches(reading: &Reading, meant: &Meant, out: &mut impl Write) -> Result<()> {
    let mut rows = Rows::new(reading);
    let mut all = |ids: &[journal::PersonId]| {
        ids.iter().map(|id| rows.row(&Standing::of(reading.network(), *id, reading.today))).collect::<Vec<_>>()
    };
    let (matches, nearest) = match meant {
        Meant::One(_) => (Vec::new(), Vec::new()),
        Meant::Several(ids) => (all(ids), Vec::new()),
        Meant::Nobody(ids) => (Vec::new(), all(ids)),
    };
    serde_json::to_writer_pretty(&mut *out, &Document { head: Head::of(reading), person: None, matches, nearest })?;
    writeln!(out)?;
    Ok(())
}

struct Maker<'a> {
    network: &'a Network,
    places: Places<'a>,
}

impl<'a> Maker<'a> {
    fn shown(&mut self, reading: &'a Reading, card: &Card, row: Row<'a>) -> Shown<'a> {
        let (network, today) = (self.network, reading.today);
        let (id, person) = (card.standing.person, network.person(card.standing.person));
        let handle = |id| network.person(id).handle.as_str();
        let twice_median = card.rhythm.and_then(|rhythm| i32::try_from(rhythm.twice_median?).ok());
        let about = |it: &&check::Diagnostic| it.finding.people.contains(&id);
        Shown {
            row,
            paused_until: person.pause.filter(|_| person.is_paused(today)).map(|(_, until)| until.to_string()),
            median_gap: twice_median.map(|twice| f64::from(twice) / 2.0),
            contact_days: card.rhythm.map_or(0, |rhythm| rhythm.days),
            birthday: card.birthday.map(|it| Birthday { day: it.day.to_string(), days: it.day - today, age: it.age }),
            fields: person.fields.iter().map(|field| self.field(field)).collect(),
            introduced_by: card.via.iter().map(|it| self.introduction(handle(it.by), it.place)).collect(),
            introduced: card.brought.iter().map(|it| self.introduction(handle(it.person), it.place)).collect(),
            introductions: card.introduced.iter().map(|(_, id, _)| self.noted(*id)).collect(),
            plans: card.plans.iter().map(|(_, id)| self.noted(*id)).collect(),
            favor_ledger: card.favors.iter().map(|favor| self.favor(favor)).collect(),
            requests: card.requests.iter().map(|request| self.request(request)).collect(),
            timeline: card.timeline.iter().map(|moment| self.moment(moment, today)).collect(),
            findings: reading.report().diagnostics.iter().filter(about).map(|it| self.finding(it)).collect(),
        }
    }

    fn at(&mut self, place: Place) -> At<'a> {
        At { file: &self.network.file(place.file).path, line: self.places.both(place).0.line }
    }

    fn field(&mut self, field: &'a journal::Field) -> Field<'a> {
        let at = self.at(Place { file: field.file, span: field.key_span });
        Field { key: &field.key, value: field.value.text(self.network.text(field.file)), at }
    }

    fn introduction(&mut self, person: &'a str, place: Place) -> Introduction<'a> {
        Introduction { person, at: self.at(place) }
    }

    fn noted(&mut self, id: EntryId) -> Noted<'a> {
        let entry = self.network.entry(id);
        let day = entry.day().map(|day| day.to_string());
        Noted { day, text: told(self.network, id), at: self.at(entry.place()) }
    }

    fn favor(&mut self, favor: &insight::Favor) -> Favor<'a> {
        let settled = favor.others.iter().map(|id| self.noted(*id)).collect();
        Favor { noted: self.noted(favor.entry), given: favor.is_given, settled }
    }

    fn request(&mut self, request: &insight::Request) -> Request<'a> {
        let ended = request.end.map(|id| self.noted(id));
        Request { noted: self.noted(request.entry), ended, open: request.is_open }
    }

    fn moment(&mut self, moment: &insight::Moment, today: journal::Day) -> Moment<'a> {
        let noted = match moment.entry {
            Some(id) => self.noted(id),
            None => Noted {
                day: Some(moment.day.to_string()),
                text: self.network.text_at(moment.place).to_owned(),
                at: self.at(moment.place),
            },
        };
        let class = moment.class.map(journal::Class::name);
        Moment { noted, days: today - moment.day, class, contact: moment.is_contact }
    }

    fn finding(&mut self, it: &'a check::Diagnostic) -> Finding<'a> {
        let at = self.at(it.finding.place);
        Finding { rule: it.rule.name, level: it.level.name(), message: &it.finding.message, at }
    }
}
