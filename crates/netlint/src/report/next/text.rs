//! The agenda in a terminal.

use std::io::Write;

use anyhow::Result;
use check::Level;
use insight::agenda::{Item, Kind};
use messages::say;

use super::{View, label, line};
use crate::report::places::Places;
use crate::report::{style, summary};

pub(crate) fn write(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    let messages = view.messages;
    let until = view.agenda.until;
    if view.agenda.people.is_empty() {
        writeln!(out, "{}", say!(messages, "next-none", until))?;
    } else if !view.is_quiet {
        writeln!(out, "{}\n", say!(messages, "next-head", until))?;
    }
    let width = width(view);
    let mut places = Places::new(view.network);
    for (number, item) in view.shown().iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        person(view, item, width, &mut places, out)?;
    }
    if view.more() > 0 {
        writeln!(out, "\n{}", say!(messages, "next-more", count = view.more()))?;
    }
    if let Some(idle) = view.idle() {
        writeln!(out, "\n{idle}")?;
    }
    if !view.is_quiet {
        let errors = view.agenda.errors;
        if errors > 0 {
            let message = say!(messages, "not-understood", errors);
            writeln!(out, "\n{}", style::level(Level::Error, &message))?;
        }
        let read = summary::read(view.network, view.agenda.today, messages);
        writeln!(out, "\n{}", style::dim(&read))?;
    }
    Ok(())
}

/// The first few, a line each, below a check.
pub(crate) fn write_few(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    let messages = view.messages;
    if view.agenda.people.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", say!(messages, "next-head", until = view.agenda.until))?;
    let width = width(view);
    for item in view.shown() {
        let Some(reason) = item.first() else { continue };
        let label = format!("{:<width$}", label(reason.kind, messages));
        let (name, handle) = view.name(item.standing.person);
        let message = view.sentence(reason);
        let about = if message.contains(&handle) { message } else { format!("{name} {handle}: {message}") };
        writeln!(out, "  {}  {about}", style::bold(&label))?;
    }
    writeln!(out, "{}", style::dim(&say!(messages, "next-few", count = view.agenda.people.len())))?;
    Ok(())
}

fn person(view: &View<'_>, item: &Item, width: usize, places: &mut Places<'_>, out: &mut impl Write) -> Result<()> {
    let (name, handle) = view.name(item.standing.person);
    writeln!(out, "{} {handle}", style::bold(&name))?;
    let (reasons, more) = view.reasons(item);
    for (number, reason) in reasons.iter().enumerate() {
        let label = format!("{:<width$}", label(reason.kind, view.messages));
        writeln!(out, "  {label}  {}", view.sentence(reason))?;
        // One entry may settle several: it stands below the last of them.
        let is_last = reasons.get(number + 1).is_none_or(|next| next.entry.is_none() || next.entry != reason.entry);
        let step = reason.entry.as_deref().map(line).or_else(|| view.step(reason, places));
        if let Some(step) = step.filter(|_| is_last) {
            writeln!(out, "  {:width$}  {}", "", style::dim(&step))?;
        }
    }
    if more > 0 {
        writeln!(out, "  {:width$}  {}", "", say!(view.messages, "next-more", count = more))?;
    }
    if let Some(opener) = view.opener(item) {
        let label = format!("{:<width$}", say!(view.messages, "next-last"));
        writeln!(out, "  {label}  {opener}")?;
    }
    Ok(())
}

/// How wide the widest label is.
fn width(view: &View<'_>) -> usize {
    let labels = Kind::ALL.map(|kind| label(kind, view.messages));
    labels.iter().map(|label| label.chars().count()).max().unwrap_or_default()
}
