//! All that is known of one person, for people; for programs, see [`json`].

pub(super) mod card;
pub(crate) mod json;
pub(crate) mod matches;
mod sections;

use std::io::Write;

use anyhow::Result;
use insight::Card;
use journal::{Network, Place};

use super::places::Places;
use super::style::{bold, printable};
use crate::commands::reading::Reading;

/// So many findings, favors, requests and parts of the time line are shown unless all are asked for: the newest.
const NEWEST: usize = 20;

pub(crate) fn write(reading: &Reading, card: &Card, all: bool, out: &mut impl Write) -> Result<()> {
    let mut shown = Shown { reading, network: reading.network(), card, places: Places::new(reading.network()) };
    shown.top(out)?;
    shown.fields(out)?;
    let most = if all { usize::MAX } else { NEWEST };
    shown.findings(most, out)?;
    shown.plans(out)?;
    shown.introductions(out)?;
    shown.favors(most, out)?;
    shown.requests(most, out)?;
    shown.timeline(most, out)?;
    writeln!(out)?;
    reading.end(out)
}

/// A card that is being written.
struct Shown<'a> {
    reading: &'a Reading,
    network: &'a Network,
    card: &'a Card,
    places: Places<'a>,
}

impl Shown<'_> {
    /// Where something stands, as it can be opened from the current folder.
    fn place(&mut self, place: Place) -> String {
        let line = self.places.both(place).0.line;
        printable(&format!("{}:{line}", self.reading.shown_path(&self.network.file(place.file).path)))
    }

    /// A handle as it is written.
    fn at(&self, id: journal::PersonId) -> String {
        format!("@{}", self.network.person(id).handle)
    }
}

/// The title of a part of the card.
fn title(title: &str, out: &mut impl Write) -> Result<()> {
    writeln!(out, "\n{}", bold(title))?;
    Ok(())
}
