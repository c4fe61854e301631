//! The agenda, for people and for programs.

pub(crate) mod calendar;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod text;

use std::path::Path;

use insight::Agenda;
use insight::agenda::{Item, Kind, Reason};
use journal::{Network, PersonId};
use messages::{Language, Messages, say};

use super::places::Places;
use super::{shown_path, style};

/// All that a report of the agenda needs.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) network: &'a Network,
    pub(crate) agenda: &'a Agenda,
    /// The journal's folder.
    pub(crate) root: &'a Path,
    /// In the language of the configuration.
    pub(crate) messages: Messages<'static>,
    pub(crate) language: Language,
    /// At most so many are shown to people.
    pub(crate) most: usize,
    /// Only the agenda, without what was read.
    pub(crate) is_quiet: bool,
}

impl<'a> View<'a> {
    /// Those whom people are shown.
    pub(super) fn shown(&self) -> &'a [Item] {
        let people = &self.agenda.people;
        &people[..people.len().min(self.most)]
    }

    /// The reasons that people are shown, and how many more there are: of one kind the first few will do.
    pub(super) fn reasons(&self, item: &'a Item) -> (Vec<&'a Reason>, usize) {
        const MOST: usize = 3;
        let is_all = self.most == usize::MAX;
        let of_kind = item.reasons.chunk_by(|a, b| a.kind == b.kind);
        let shown: Vec<&Reason> =
            of_kind.flat_map(|all| all.iter().take(if is_all { usize::MAX } else { MOST })).collect();
        let more = item.reasons.len() - shown.len();
        (shown, more)
    }

    /// How many are not shown.
    pub(super) fn more(&self) -> usize {
        self.agenda.people.len().saturating_sub(self.most)
    }

    /// The name and the handle of a person, harmless for a terminal.
    pub(super) fn name(&self, id: PersonId) -> (String, String) {
        let person = self.network.person(id);
        (style::printable(&person.name), style::printable(&format!("@{}", person.handle)))
    }

    /// What there is to say where nothing of one's own was noted lately.
    pub(super) fn idle(&self) -> Option<String> {
        let idle = self.agenda.idle.as_ref()?;
        let message = style::printable(&idle.message);
        Some(match idle.whom {
            Some(id) => say!(self.messages, "next-idle", message, who = self.name(id).1),
            None => message,
        })
    }

    /// A reason in one sentence, with what the entry tells that it is about.
    fn sentence(&self, reason: &Reason) -> String {
        let message = style::printable(&reason.message);
        let words = reason.noted.as_ref().map(|noted| if is_plan(reason) { &noted.words } else { &noted.told });
        match words.filter(|words| !words.is_empty()) {
            Some(words) => say!(self.messages, "next-about", message, words = shortened(words)),
            None => message,
        }
    }

    /// Where to begin.
    pub(super) fn opener(&self, item: &Item) -> Option<String> {
        let noted = item.opener.as_ref()?;
        Some(say!(self.messages, "next-opener", day = noted.day, words = shortened(&noted.words)))
    }

    /// What is to be done about a reason where it stands: a plan.
    fn step(&self, reason: &Reason, places: &mut Places<'_>) -> Option<String> {
        is_plan(reason).then(|| {
            let file = self.network.file(reason.place.file);
            let (start, _) = places.both(reason.place);
            let place = format!("{}:{}", style::printable(&shown_path(self.root, &file.path)), start.line);
            say!(self.messages, "next-done", place)
        })
    }
}

fn is_plan(reason: &Reason) -> bool {
    matches!(reason.kind, Kind::Missed | Kind::Planned)
}

/// Words of a journal, harmless for a terminal, and of many only the beginning.
fn shortened(words: &str) -> String {
    const LONGEST: usize = 90;
    style::printable(&match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    })
}

/// A kind of reason in a word.
fn label(kind: Kind, messages: Messages<'_>) -> String {
    match kind {
        Kind::Thanks => say!(messages, "next-thanks"),
        Kind::Overdue => say!(messages, "next-overdue"),
        Kind::Due => say!(messages, "next-due"),
        Kind::Missed | Kind::Planned => say!(messages, "next-plan"),
        Kind::Birthday => say!(messages, "next-birthday"),
        Kind::Favor => say!(messages, "next-favor"),
        Kind::Promise => say!(messages, "next-promise"),
        Kind::Request => say!(messages, "next-request"),
        Kind::Drifting => say!(messages, "next-drifting"),
        Kind::First => say!(messages, "next-first"),
    }
}

/// The line that notes an entry once it is true.
fn line(entry: &str) -> String {
    format!("- {}", style::printable(entry))
}
