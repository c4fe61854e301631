//! The upper part of a card: who it is, how things stand, what the fields say.

use std::io::Write;

use anyhow::Result;
use insight::{Occasion, Standing};
use journal::{Cadence, PersonId, Place};
use messages::say;

use super::{Shown, title};
use crate::commands::reading::Reading;
use crate::report::ago::{date, relative};
use crate::report::style::{bold, dim, printable};
use crate::report::table::Columns;

impl Shown<'_> {
    pub(super) fn top(&mut self, out: &mut impl Write) -> Result<()> {
        let person = self.network.person(self.card.standing.person);
        let handle = printable(&format!("@{}", person.handle));
        let name = if person.name == person.handle { String::new() } else { printable(&person.name) + " " };
        writeln!(out, "{}  {}", bold(&format!("{name}{handle}")), dim(&self.place(person.place)))?;
        writeln!(out, "{}", kind(self.reading, self.card.standing.person))?;
        writeln!(out, "{}", last(self.reading, &self.card.standing))?;
        for line in [due(self.reading, &self.card.standing), self.rhythm(), birthday(self.reading, self.card.birthday)]
            .into_iter()
            .flatten()
        {
            writeln!(out, "{line}")?;
        }
        Ok(())
    }

    /// The usual distance between contacts, and how the silence compares with it.
    fn rhythm(&self) -> Option<String> {
        let messages = self.reading.messages;
        // Two distances are no rhythm yet.
        let rhythm = self.card.rhythm.filter(|rhythm| rhythm.days > 3)?;
        let twice = f64::from(i32::try_from(rhythm.twice_median?).ok()?);
        let days = self.reading.today - rhythm.last.day;
        let (usual, factor) = (twice / 2.0, (f64::from(days) * 2.0 / twice * 10.0).round() / 10.0);
        Some(if factor > 1.0 {
            say!(messages, "show-silent", usual, days, factor)
        } else {
            say!(messages, "show-rhythm", usual)
        })
    }

    pub(super) fn fields(&mut self, out: &mut impl Write) -> Result<()> {
        let person = self.network.person(self.card.standing.person);
        if person.fields.is_empty() {
            return Ok(());
        }
        title(&say!(self.reading.messages, "show-fields"), out)?;
        let mut columns = Columns::wrapped(1);
        for field in &person.fields {
            let value = field.value.text(self.network.text(field.file));
            let place = self.place(Place { file: field.file, span: field.key_span });
            columns.push([printable(&field.key), printable(value), place]);
        }
        columns.write(out)
    }

    /// What the rules say of the person: overdue, drifting, owed.
    pub(super) fn findings(&mut self, most: usize, out: &mut impl Write) -> Result<()> {
        let person = self.card.standing.person;
        let about = |it: &&check::Diagnostic| it.finding.people.contains(&person);
        let found: Vec<_> = self.reading.report().diagnostics.iter().filter(about).collect();
        if found.is_empty() {
            return Ok(());
        }
        title(&say!(self.reading.messages, "show-findings"), out)?;
        let mut columns = Columns::wrapped(1);
        let more = found.len().saturating_sub(most);
        for it in found.into_iter().take(most) {
            let place = self.place(it.finding.place);
            columns.push([it.rule.name.to_owned(), printable(&it.finding.message), place]);
        }
        columns.write(out)?;
        self.more(more, out)
    }

    /// A day, and how long ago that is.
    pub(super) fn when(&self, day: journal::Day) -> [String; 2] {
        let (messages, today) = (self.reading.messages, self.reading.today);
        [date(day, messages), relative(day, today, messages)]
    }
}

/// What the person is to the writer, in one line.
pub(in crate::report) fn kind(reading: &Reading, person: PersonId) -> String {
    let messages = reading.messages;
    let person = reading.network().person(person);
    let mut parts = vec![match person.kind {
        journal::Kind::Professional => say!(messages, "show-professional"),
        journal::Kind::Friend => say!(messages, "show-friend"),
        journal::Kind::Family => say!(messages, "show-family"),
    }];
    if let Some(circle) = person.circle.and_then(|at| reading.settings().circles.get(at)) {
        parts.push(say!(messages, "show-circle", circle = printable(&circle.name)));
    }
    match person.status {
        journal::Status::Active => {}
        journal::Status::Dormant => parts.push(say!(messages, "show-dormant")),
        journal::Status::Ended => parts.push(say!(messages, "show-ended-tie")),
    }
    if let Some((_, until)) = person.pause.filter(|_| person.is_paused(reading.today)) {
        parts.push(say!(messages, "show-paused", until));
    }
    parts.join(", ")
}

/// When the last contact was.
pub(in crate::report) fn last(reading: &Reading, standing: &Standing) -> String {
    let (messages, today, contacts) = (reading.messages, reading.today, standing.contacts);
    match standing.last {
        Some(last) => {
            let when = relative(last.day, today, messages);
            say!(messages, "show-last", when, day = last.day, contacts)
        }
        None => say!(messages, "show-no-contact"),
    }
}

/// How often a contact is wanted, and when the next one is due.
pub(in crate::report) fn due(reading: &Reading, standing: &Standing) -> Option<String> {
    let (messages, today) = (reading.messages, reading.today);
    let person = reading.network().person(standing.person);
    let Cadence::Every(interval) = person.cadence else { return None };
    let every = check::every(interval, messages.language());
    Some(match standing.due {
        Some(due) if due < today => say!(messages, "show-overdue", days = today - due, day = due, every),
        Some(due) => say!(messages, "show-due", when = relative(due, today, messages), day = due, every),
        None => say!(messages, "show-every", every),
    })
}

/// When the birthday is.
pub(in crate::report) fn birthday(reading: &Reading, birthday: Option<Occasion>) -> Option<String> {
    let (messages, today) = (reading.messages, reading.today);
    let birthday = birthday?;
    let (day, when) = (birthday.day, relative(birthday.day, today, messages));
    Some(match birthday.age {
        Some(age) => say!(messages, "show-birthday-age", age, day, when),
        None => say!(messages, "show-birthday", day, when),
    })
}
