//! The agenda as a calendar, RFC 5545: an event for each reason, all day long.
//!
//! An event keeps its UID while the reason stays, so that a calendar that subscribes to it moves it instead of adding
//! another: what is overdue stands on today, what is bound to a day stands there.

use std::collections::HashSet;
use std::io::Write;

use anyhow::Result;
use check::Identity;
use icalendar::{Calendar, Component, Event, Property};
use insight::agenda::{Item, Kind, Reason};
use journal::Day;

use super::{View, is_plan, label, line, shortened};
use crate::report::identity::Fingerprints;

pub(crate) fn write(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//netlint//netlint next//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.append_property(Property::new("X-WR-CALNAME", "netlint"));
    let mut names = Fingerprints::default();
    let mut seen = HashSet::new();
    for item in &view.agenda.people {
        for reason in &item.reasons {
            // What concerns several people is one event.
            if seen.insert((reason.kind, reason.place)) {
                calendar.push(event(view, item, reason, &mut names));
            }
        }
    }
    write!(out, "{calendar}")?;
    Ok(())
}

fn event(view: &View<'_>, item: &Item, reason: &Reason, names: &mut Fingerprints) -> Event {
    let noted = reason.noted.as_ref().map(|noted| noted.day.to_string()).unwrap_or_default();
    let what = format!("{} {noted}", reason.kind.lasting());
    let identity = Identity::at(view.network, &what, &reason.people, reason.place);
    let today = view.agenda.today;
    let day = reason.day.unwrap_or(today);
    let mut event = Event::new();
    event
        .uid(&format!("{}@netlint", names.of_identity(identity)))
        .append_property(Property::new("DTSTAMP", format!("{}T000000Z", compact(today))))
        .append_property(Property::new("DTSTART", compact(day)).add_parameter("VALUE", "DATE").done())
        .append_property(Property::new("TRANSP", "TRANSPARENT"))
        .summary(&summary(view, reason))
        .description(&description(view, item, reason));
    if let Some(rule) = recurrence(view, item, reason) {
        event.append_property(Property::new("RRULE", rule));
    }
    event.done()
}

fn summary(view: &View<'_>, reason: &Reason) -> String {
    if let Some(noted) = reason.noted.as_ref().filter(|_| is_plan(reason)) {
        return shortened(&noted.words);
    }
    let names: Vec<String> = reason.people.iter().map(|id| view.name(*id).0).collect();
    format!("{}: {}", view.language.all_of(&names), label(reason.kind, view.messages))
}

fn description(view: &View<'_>, item: &Item, reason: &Reason) -> String {
    // A birthday comes again, when its age and what was noted last are no longer true.
    let is_yearly = reason.kind == Kind::Birthday;
    let sentence = Some(view.sentence(reason)).filter(|_| !is_yearly);
    let opener = view.opener(item).filter(|_| !is_yearly);
    let step = reason.entry.as_deref().map(line);
    sentence.into_iter().chain(opener).chain(step).collect::<Vec<_>>().join("\n")
}

/// A birthday comes every year. The 60th day is 29 February, and 1 March in years without it.
fn recurrence(view: &View<'_>, item: &Item, reason: &Reason) -> Option<&'static str> {
    let born = view.network.person(item.standing.person).born.filter(|_| reason.kind == Kind::Birthday)?;
    Some(if (born.month, born.day) == (2, 29) { "FREQ=YEARLY;BYYEARDAY=60" } else { "FREQ=YEARLY" })
}

fn compact(day: Day) -> String {
    day.to_string().replace('-', "")
}
