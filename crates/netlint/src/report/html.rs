//! The journal as one page that needs nothing else. Whatever it holds is escaped, no part of it stands in the style or
//! the script, and the page's own policy lets nothing else run and nothing be loaded.

mod agenda;
mod calendar;
mod cards;
mod favors;
mod lineage;
mod numbers;

use std::collections::HashMap;

use insight::{Agenda, Face, Lineage, Stats};
use journal::{Day, Network, PersonId};
use maud::{Markup, html};
use messages::{Messages, say};

use super::ago::{date, relative};
use super::frame::Frame;
use super::style::printable;
use super::summary;
use crate::commands::reading::Reading;

const STYLE: &str = include_str!("html/style.css");
const SCRIPT: &str = include_str!("html/script.js");

/// What the page shows.
pub(crate) struct Page<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) agenda: &'a Agenda,
    /// Days with their contacts, from a Monday on.
    pub(crate) days: &'a [(Day, usize)],
    pub(crate) stats: &'a Stats,
    pub(crate) lineage: &'a Lineage,
    pub(crate) faces: &'a [Face],
}

/// The whole page.
pub(crate) fn text(page: &Page<'_>) -> String {
    let numbers = page.faces.iter().enumerate().map(|(number, face)| (face.standing.person, number)).collect();
    let shown = Shown { page, network: page.reading.network(), messages: page.reading.messages, numbers };
    shown.html().into_string() + "\n"
}

/// A page that is being written.
struct Shown<'a> {
    page: &'a Page<'a>,
    network: &'a Network,
    messages: Messages<'static>,
    /// Where each person's card stands.
    numbers: HashMap<PersonId, usize>,
}

impl Shown<'_> {
    fn html(&self) -> Markup {
        let (messages, reading) = (self.messages, self.page.reading);
        let title = say!(messages, "report-title");
        let parts = [
            ("agenda", say!(messages, "report-agenda"), self.agenda()),
            ("calendar", say!(messages, "report-calendar"), self.calendar()),
            ("channels", say!(messages, "report-channels"), self.channels()),
            ("circles", say!(messages, "stats-circles"), self.circles()),
            ("favors", say!(messages, "stats-favors"), self.favors()),
            ("introductions", say!(messages, "show-introductions"), self.lineage()),
            ("people", say!(messages, "report-people"), self.cards()),
        ];
        let errors = self.page.agenda.errors;
        let body = html! {
            header {
                h1 { (title) }
                p { (date(reading.today, messages)) }
                nav aria-label=(title) { @for (id, name, _) in &parts { a href={ "#" (id) } { (name) } " " } }
            }
            main {
                @if errors > 0 { p.warning { (say!(messages, "not-understood", errors)) } }
                @for (id, name, content) in &parts {
                    section id=(id) aria-labelledby={ "of-" (id) } {
                        h2 id={ "of-" (id) } { (name) }
                        (content)
                    }
                }
            }
            footer { (summary::read(self.network, reading.today, messages)) }
        };
        Frame { language: messages.language(), title: &title, style: STYLE, script: Some(SCRIPT) }.around(&body)
    }

    /// The name of a person, harmless for a reader.
    fn name(&self, id: PersonId) -> String {
        printable(&self.network.person(id).name)
    }

    /// The handle of a person as it is written.
    fn at(&self, id: PersonId) -> String {
        printable(&format!("@{}", self.network.person(id).handle))
    }

    /// The address of a person's card within the page.
    fn card(&self, id: PersonId) -> String {
        self.numbers.get(&id).map(|number| format!("#p{number}")).unwrap_or_default()
    }

    /// A name that leads to its card.
    fn link(&self, id: PersonId) -> Markup {
        html! { a href=(self.card(id)) { bdi { (self.name(id)) } } }
    }

    /// A day as people tell it; the date itself is there for whoever points at it.
    fn when(&self, day: Day) -> Markup {
        let messages = self.messages;
        html! {
            time datetime=(day) title=(date(day, messages)) { (relative(day, self.page.reading.today, messages)) }
        }
    }
}

/// A bar as long as a share of the whole.
fn bar(percent: u64, class: &str) -> Markup {
    html! {
        svg.bar viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" {
            rect.rest width="100" height="10" {}
            rect class=(class) width=(percent.min(100)) height="10" {}
        }
    }
}

/// Words of a journal, harmless for a reader, and of many only the beginning.
fn shortened(words: &str, longest: usize) -> String {
    printable(&match words.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    })
}
