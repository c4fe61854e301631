//! People in order, for programs: one JSON document, or CSV. Others rely on the shapes: they only grow.

use std::io::Write;

use anyhow::Result;
use insight::Standing;
use serde::Serialize;

use crate::commands::reading::Reading;
use crate::report::names;
use crate::report::places::Places;
use crate::report::style::printable;

/// What every document about people begins with.
#[derive(Serialize)]
pub(crate) struct Head {
    version: u32,
    today: String,
    files: usize,
    people: usize,
    entries: usize,
    /// How much is not understood, or cannot be so.
    errors: usize,
}

impl Head {
    pub(crate) fn of(reading: &Reading) -> Self {
        let network = reading.network();
        Self {
            version: 1,
            today: reading.today.to_string(),
            files: network.files.len(),
            people: network.people.len(),
            entries: network.entries.len(),
            errors: reading.errors(),
        }
    }
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head,
    list: Vec<Row<'a>>,
}

/// A person in one line.
#[derive(Serialize)]
pub(crate) struct Row<'a> {
    handle: &'a str,
    name: &'a str,
    circle: Option<&'a str>,
    kind: &'static str,
    status: &'static str,
    city: Option<&'a str>,
    tags: Vec<String>,
    contacts: usize,
    last: Option<Last>,
    /// How often a contact is wanted, unless nothing is to be said.
    every: Option<String>,
    due: Option<String>,
    overdue_days: Option<i32>,
    favors: Favors,
    file: &'a str,
    line: u32,
}

#[derive(Serialize)]
struct Last {
    day: String,
    days: i32,
    /// What kind of contact it was; `null` where that is not known.
    class: Option<&'static str>,
}

#[derive(Serialize)]
struct Favors {
    received: usize,
    given: usize,
    open: usize,
}

/// Makes the rows of a network.
pub(crate) struct Rows<'a> {
    reading: &'a Reading,
    places: Places<'a>,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(reading: &'a Reading) -> Self {
        Self { reading, places: Places::new(reading.network()) }
    }

    pub(crate) fn row(&mut self, standing: &Standing) -> Row<'a> {
        let (network, today) = (self.reading.network(), self.reading.today);
        let (id, person) = (standing.person, network.person(standing.person));
        let circle = person.circle.and_then(|at| self.reading.settings().circles.get(at));
        let last = standing.last.map(|last| Last {
            day: last.day.to_string(),
            days: today - last.day,
            class: last.class.map(journal::Class::name),
        });
        Row {
            handle: &person.handle,
            name: &person.name,
            circle: circle.map(|circle| circle.name.as_str()),
            kind: person.kind.name(),
            status: person.status.name(),
            city: insight::field(network, id, "city"),
            tags: insight::tags(network, id),
            contacts: standing.contacts,
            last,
            every: standing.every.map(names::interval),
            due: standing.due.map(|due| due.to_string()),
            overdue_days: standing.due.map(|due| today - due).filter(|days| *days > 0),
            favors: Favors {
                received: standing.favors.received.len(),
                given: standing.favors.given,
                open: standing.open_favors(),
            },
            file: &network.file(person.place.file).path,
            line: self.places.both(person.place).0.line,
        }
    }
}

pub(crate) fn json(reading: &Reading, people: &[Standing], out: &mut impl Write) -> Result<()> {
    let mut rows = Rows::new(reading);
    let list = people.iter().map(|standing| rows.row(standing)).collect();
    serde_json::to_writer_pretty(&mut *out, &Document { head: Head::of(reading), list })?;
    writeln!(out)?;
    Ok(())
}

const HEADER: [&str; 18] = [
    "handle",
    "name",
    "circle",
    "kind",
    "status",
    "city",
    "tags",
    "contacts",
    "last",
    "last_days",
    "last_class",
    "every",
    "due",
    "overdue_days",
    "favors_received",
    "favors_given",
    "favors_open",
    "place",
];

pub(crate) fn csv(reading: &Reading, people: &[Standing], out: &mut impl Write) -> Result<()> {
    let mut rows = Rows::new(reading);
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(HEADER)?;
    for standing in people {
        writer.write_record(rows.row(standing).cells().iter().map(|cell| harmless(cell)))?;
    }
    writer.flush()?;
    Ok(())
}

impl Row<'_> {
    fn cells(self) -> [String; HEADER.len()] {
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let number = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
        let last = self.last.as_ref();
        [
            self.handle.to_owned(),
            self.name.to_owned(),
            text(self.circle),
            self.kind.to_owned(),
            self.status.to_owned(),
            text(self.city),
            self.tags.join(" "),
            self.contacts.to_string(),
            last.map(|last| last.day.clone()).unwrap_or_default(),
            number(last.map(|last| last.days)),
            text(last.and_then(|last| last.class)),
            self.every.unwrap_or_default(),
            self.due.unwrap_or_default(),
            number(self.overdue_days),
            self.favors.received.to_string(),
            self.favors.given.to_string(),
            self.favors.open.to_string(),
            format!("{}:{}", self.file, self.line),
        ]
    }
}

/// A cell that no spreadsheet runs as a formula, and that steers no terminal.
fn harmless(cell: &str) -> String {
    let is_formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let cell = printable(cell);
    if is_formula { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, expected) in [
            ("Ada Lovelace", "Ada Lovelace"),
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("  +1", "'  +1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("\t=1", "'\\u{9}=1"),
            ("a=b", "a=b"),
        ] {
            assert_eq!(harmless(cell), expected);
        }
    }
}
