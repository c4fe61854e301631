//! The lower part of a card: what is planned, owed and asked, and what happened.

use std::io::Write;

use anyhow::Result;
use insight::{Moment, told};
use journal::{EntryId, Place};
use messages::say;

use super::{Shown, title};
use crate::report::style::{dim, printable};
use crate::report::table::Columns;

impl Shown<'_> {
    /// An entry as its line says it.
    fn told(&self, id: EntryId) -> String {
        printable(&told(self.network, id))
    }

    fn place_of(&mut self, id: EntryId) -> String {
        self.place(self.network.entry(id).place())
    }

    /// The days of entries, as the language writes them.
    fn days(&self, ids: &[EntryId]) -> String {
        let days: Vec<String> =
            ids.iter().filter_map(|id| Some(self.when(self.network.entry(*id).day()?)[0].clone())).collect();
        self.reading.messages.language().all_of(&days)
    }

    pub(super) fn plans(&mut self, out: &mut impl Write) -> Result<()> {
        if self.card.plans.is_empty() {
            return Ok(());
        }
        title(&say!(self.reading.messages, "show-plans"), out)?;
        let mut columns = Columns::wrapped(2);
        for (day, id) in &self.card.plans {
            let [date, ago] = self.when(*day);
            columns.push([date, ago, self.told(*id), self.place_of(*id)]);
        }
        columns.write(out)
    }

    pub(super) fn introductions(&mut self, out: &mut impl Write) -> Result<()> {
        let (card, messages) = (self.card, self.reading.messages);
        let mut columns = Columns::wrapped(0);
        for it in &card.via {
            columns.push([say!(messages, "show-via", who = self.at(it.by)), self.place(it.place)]);
        }
        for it in &card.brought {
            columns.push([say!(messages, "show-brought", who = self.at(it.person)), self.place(it.place)]);
        }
        for (day, id, _) in &card.introduced {
            let [date, _] = self.when(*day);
            columns.push([format!("{date}  {}", self.told(*id)), self.place_of(*id)]);
        }
        if card.via.len() + card.brought.len() + card.introduced.len() > 0 {
            title(&say!(messages, "show-introductions"), out)?;
            columns.write(out)?;
        }
        Ok(())
    }

    pub(super) fn favors(&mut self, most: usize, out: &mut impl Write) -> Result<()> {
        let (card, messages) = (self.card, self.reading.messages);
        if card.favors.is_empty() {
            return Ok(());
        }
        let standing = &card.standing;
        let (received, given) = (standing.favors.received.len(), standing.favors.given);
        title(&say!(messages, "show-favors", received, given, open = standing.open_favors()), out)?;
        let mut columns = Columns::wrapped(1);
        let more = card.favors.len().saturating_sub(most);
        for favor in &card.favors[more..] {
            let days = self.days(&favor.others);
            let state = match (favor.is_given, favor.others.is_empty()) {
                (false, true) => say!(messages, "show-open"),
                (false, false) => say!(messages, "show-settled", days),
                (true, true) => String::new(),
                (true, false) => say!(messages, "show-settles", days),
            };
            let [date, _] = self.when(favor.day);
            columns.push([date, self.told(favor.entry), state, self.place_of(favor.entry)]);
        }
        columns.write(out)?;
        self.more(more, out)
    }

    pub(super) fn requests(&mut self, most: usize, out: &mut impl Write) -> Result<()> {
        let (card, messages) = (self.card, self.reading.messages);
        if card.requests.is_empty() {
            return Ok(());
        }
        title(&say!(messages, "show-requests"), out)?;
        let mut columns = Columns::wrapped(1);
        let more = card.requests.len().saturating_sub(most);
        for request in &card.requests[more..] {
            let state = match request.end {
                Some(end) => say!(messages, "show-ended", days = self.days(&[end])),
                None if request.is_open => say!(messages, "show-open"),
                None => say!(messages, "show-answered"),
            };
            let [date, _] = self.when(request.day);
            columns.push([date, self.told(request.entry), state, self.place_of(request.entry)]);
        }
        columns.write(out)?;
        self.more(more, out)
    }

    pub(super) fn timeline(&mut self, most: usize, out: &mut impl Write) -> Result<()> {
        let (card, messages) = (self.card, self.reading.messages);
        if card.timeline.is_empty() {
            return Ok(());
        }
        title(&say!(messages, "show-timeline"), out)?;
        let mut columns = Columns::wrapped(2);
        for moment in card.timeline.iter().take(most) {
            let [date, ago] = self.when(moment.day);
            columns.push([date, ago, self.moment(moment), self.place(moment.place)]);
        }
        columns.write(out)?;
        self.more(card.timeline.len().saturating_sub(most), out)
    }

    /// How many are left out.
    pub(super) fn more(&self, more: usize, out: &mut impl Write) -> Result<()> {
        if more > 0 {
            writeln!(out, "  {}", dim(&say!(self.reading.messages, "show-more", more)))?;
        }
        Ok(())
    }

    /// What happened, in a line.
    fn moment(&self, moment: &Moment) -> String {
        let messages = self.reading.messages;
        match (moment.entry, moment.class) {
            (Some(id), _) if self.network.entry(id).is_broadcast() => {
                say!(messages, "show-broadcast", told = self.told(id))
            }
            (Some(id), _) => self.told(id),
            (None, Some(_)) => say!(messages, "show-met", words = self.met_words(moment.place)),
            (None, None) => say!(messages, "show-section"),
        }
    }

    /// What the field `met` says after its date.
    fn met_words(&self, date: Place) -> String {
        let person = self.network.person(self.card.standing.person);
        let holds = |it: &&journal::Field| {
            it.key == "met" && it.file == date.file && (it.value.start..it.value.end).contains(&date.span.start)
        };
        let field = person.fields.iter().find(holds);
        let after = field.and_then(|it| self.network.text(it.file).get(date.span.end as usize..it.value.end as usize));
        printable(after.unwrap_or_default().trim())
    }
}
