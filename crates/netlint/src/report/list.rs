//! People in order, for people; for programs, see [`rows`].

pub(crate) mod rows;

use std::io::Write;

use anyhow::Result;
use insight::Standing;
use messages::{Messages, say};

use super::ago::{date, relative};
use super::style::printable;
use super::table::{Columns, width};
use crate::commands::reading::Reading;

pub(crate) fn write(reading: &Reading, people: &[Standing], out: &mut impl Write) -> Result<()> {
    let messages = reading.messages;
    if people.is_empty() {
        writeln!(out, "{}", say!(messages, "list-nobody"))?;
    } else {
        let shown = Column::fitting(width());
        let header: Vec<String> = shown.iter().map(|column| column.title(messages)).collect();
        let mut columns = Columns::listed(&header, &[0, 1]);
        for standing in people {
            columns.push(shown.iter().map(|column| column.cell(reading, standing)));
        }
        columns.write(out)?;
        writeln!(out, "\n{}", say!(messages, "people", people = people.len()))?;
    }
    reading.end(out)
}

/// What is told of each person.
#[derive(Clone, Copy, Debug)]
enum Column {
    Name,
    Handle,
    Circle,
    Last,
    Due,
    Favors,
    Date,
}

impl Column {
    /// As many as there is room for.
    fn fitting(width: Option<u16>) -> &'static [Self] {
        match width {
            Some(..60) => &[Self::Name, Self::Handle, Self::Last, Self::Due],
            Some(60..96) => &[Self::Name, Self::Handle, Self::Circle, Self::Last, Self::Due, Self::Favors],
            _ => &[Self::Name, Self::Handle, Self::Circle, Self::Last, Self::Date, Self::Due, Self::Favors],
        }
    }

    fn title(self, messages: Messages<'_>) -> String {
        match self {
            Self::Name => say!(messages, "list-person"),
            Self::Handle => String::new(),
            Self::Circle => say!(messages, "list-circle"),
            Self::Last => say!(messages, "list-last"),
            Self::Due => say!(messages, "list-due"),
            Self::Favors => say!(messages, "list-favors"),
            Self::Date => say!(messages, "list-date"),
        }
    }

    fn cell(self, reading: &Reading, standing: &Standing) -> String {
        let (messages, today) = (reading.messages, reading.today);
        let person = reading.network().person(standing.person);
        let favors = &standing.favors;
        let cell = match self {
            Self::Name => Some(printable(&person.name)),
            Self::Handle => Some(printable(&format!("@{}", person.handle))),
            Self::Circle => {
                let circle = person.circle.and_then(|at| reading.settings().circles.get(at));
                circle.map(|circle| printable(&circle.name))
            }
            Self::Last => standing.last.map(|last| relative(last.day, today, messages)),
            Self::Date => standing.last.map(|last| date(last.day, messages)),
            Self::Due => standing.due.map(|due| match today - due {
                days @ 1.. => say!(messages, "list-overdue", days),
                _ => relative(due, today, messages),
            }),
            Self::Favors => {
                let any = favors.received.len() + favors.given > 0;
                any.then(|| format!("{}/{}", favors.received.len(), favors.given))
            }
        };
        cell.unwrap_or_else(|| "–".to_owned())
    }
}
