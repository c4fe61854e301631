//! What is to be said of what stands at a place.

use check::Rule;
use insight::{Standing, field, told};
use journal::{Act, Cadence, Day, Direction, EntryId, FileId, PersonId, Span, Verb, VerbId};
use messages::{Messages, say};

use crate::sheet::Sheet;
use crate::when::{relative, weekday};
use crate::{Ide, What, texts};

/// So many of the last notes, and of the plans that are nearest, are shown.
const NOTES: usize = 3;

/// What is to be said of what stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// Where that stands.
    pub span: Span,
    /// As Markdown.
    pub markdown: String,
    /// As plain text.
    pub plain: String,
}

impl Ide<'_> {
    /// What is to be said of what stands at an offset: a person's card, what a verb or key means, the entry of a
    /// reference, the page of a rule, how far a day is.
    pub fn hover(&self, file: FileId, offset: u32) -> Option<Hover> {
        let at = self.at(file, offset)?;
        let sheet = match &at.what {
            What::Mention(_) | What::Heading(_) => self.card(at.what.person()?),
            What::Reference { id, target } => self.reference(id.text(self.network.text(file)), *target),
            What::Anchor { id, entry } => self.reference(id.text(self.network.text(file)), Some(*entry)),
            What::Verb(verb) => self.verb(*verb),
            What::Date(day) => self.day(*day),
            What::Key(key) => self.key(key)?,
            What::Rule(rule) => {
                let page = page(rule);
                return Some(Hover { span: at.span, markdown: page.clone(), plain: page });
            }
            What::Tag(_) | What::Value { .. } => return None,
        };
        Some(Hover { span: at.span, markdown: sheet.markdown(), plain: sheet.plain() })
    }

    fn messages(&self) -> Messages<'static> {
        texts::within(self.settings.language)
    }

    /// All that one wants to know before writing to somebody.
    pub(crate) fn card(&self, id: PersonId) -> Sheet {
        let (network, messages, today) = (self.network, self.messages(), self.today);
        let person = network.person(id);
        let mut sheet = Sheet { title: person.name.clone(), code: format!("@{}", person.handle), ..Sheet::default() };
        let work: Vec<&str> = ["role", "org", "city"].iter().filter_map(|key| field(network, id, key)).collect();
        if !work.is_empty() {
            sheet.lines.push(work.join(", "));
        }
        let standing = Standing::of(network, id, today);
        sheet.lines.push(match standing.last {
            Some(last) => {
                let when = relative(last.day, today, messages);
                say!(messages, "hover-last", day = last.day, when, contacts = standing.contacts)
            }
            None => say!(messages, "hover-never"),
        });
        self.cadence(id, &standing, &mut sheet);
        let (received, given) = (standing.favors.received.len(), standing.favors.given);
        if received + given > 0 {
            let open = standing.open_favors();
            sheet.lines.push(say!(messages, "hover-favors", received, given, open));
        }
        let born = person.born.and_then(|born| today.next_birthday(born.month, born.day));
        if let Some(day) = born {
            sheet.lines.push(say!(messages, "hover-birthday", day, when = relative(day, today, messages)));
        }
        for (day, plan) in self.plans(id) {
            sheet.items.push(say!(messages, "hover-plan", day, told = told(network, plan)));
        }
        let notes = network.touches(id, today).rev().filter_map(|touch| Some((touch.day, touch.entry?)));
        for (day, entry) in notes.take(NOTES) {
            sheet.items.push(say!(messages, "hover-note", day, told = told(network, entry)));
        }
        sheet
    }

    fn cadence(&self, id: PersonId, standing: &Standing, sheet: &mut Sheet) {
        let (messages, today) = (self.messages(), self.today);
        let person = self.network.person(id);
        if let Some((_, until)) = person.pause.filter(|_| person.is_paused(today)) {
            return sheet.lines.push(say!(messages, "hover-paused", until));
        }
        let Cadence::Every(every) = person.cadence else { return };
        let every = check::every(every, self.settings.language);
        sheet.lines.push(match standing.due {
            Some(day) => say!(messages, "hover-due", every, day, when = relative(day, today, messages)),
            None => every,
        });
    }

    /// What is planned with somebody, the nearest to today, in order of time.
    fn plans(&self, id: PersonId) -> Vec<(Day, EntryId)> {
        let planned = self.network.entries().filter(|(_, entry)| entry.is_planned);
        let own = planned.filter(|(plan, _)| self.network.takes_part(id, *plan));
        let mut plans: Vec<(Day, EntryId)> = own.filter_map(|(plan, entry)| Some((entry.day()?, plan))).collect();
        plans.sort_by_key(|(day, plan)| ((*day - self.today).saturating_abs(), *plan));
        plans.truncate(NOTES);
        plans.sort_unstable();
        plans
    }

    fn reference(&self, id: &str, target: Option<EntryId>) -> Sheet {
        let messages = self.messages();
        let mut sheet = Sheet { code: format!("^{id}"), ..Sheet::default() };
        let Some(target) = target else {
            sheet.lines.push(say!(messages, "hover-undefined"));
            return sheet;
        };
        if let Some(day) = self.network.entry(target).day() {
            sheet.lines.push(say!(messages, "hover-day", day, when = relative(day, self.today, messages)));
        }
        sheet.lines.push(told(self.network, target));
        let mut referrers: Vec<EntryId> = self.network.referrers(target).collect();
        referrers.truncate(NOTES);
        for referrer in referrers {
            if let Some(day) = self.network.entry(referrer).day() {
                sheet.items.push(say!(messages, "hover-note", day, told = told(self.network, referrer)));
            }
        }
        sheet
    }

    pub(crate) fn verb(&self, id: VerbId) -> Sheet {
        let messages = self.messages();
        let verb = self.settings.vocabulary.verb(id);
        let mut lines = vec![self.class(verb)];
        let act = match verb.act {
            Act::None | Act::Thanked => "",
            Act::Got => "got",
            Act::Gave => "gave",
            Act::Asked => "asked",
            Act::Offered => "offered",
            Act::Ended => "ended",
        };
        if !act.is_empty() {
            lines.push(say!(messages, "hover-act", act));
        }
        // Only what is mine can be turned by a preposition.
        if verb.direction == Direction::Mine {
            lines.push(say!(messages, "hover-mine"));
        }
        Sheet { code: verb.name.clone(), lines, ..Sheet::default() }
    }

    /// What kind of contact a verb tells of.
    pub(crate) fn class(&self, verb: &Verb) -> String {
        say!(self.messages(), "hover-class", class = verb.class.name())
    }

    fn day(&self, day: Day) -> Sheet {
        let messages = self.messages();
        let (weekday, when) = (weekday(day, messages), relative(day, self.today, messages));
        Sheet { lines: vec![say!(messages, "hover-date", weekday, when)], ..Sheet::default() }
    }

    /// What a key means; one of the configuration is known only to whoever wrote it.
    pub(crate) fn key(&self, key: &str) -> Option<Sheet> {
        let known = journal::KEYS.iter().find(|known| known.name == key)?;
        let mut lines = vec![self.meaning_of(known.name)];
        if key == "circle" {
            let names: Vec<&str> = self.settings.circles.iter().map(|circle| circle.name.as_str()).collect();
            lines.push(names.join(", "));
        }
        Some(Sheet { code: known.name.to_owned(), lines, ..Sheet::default() })
    }

    /// What a known key means, in one sentence; of others nothing is known.
    pub(crate) fn meaning_of(&self, key: &str) -> String {
        let is_known = journal::KEYS.iter().any(|known| known.name == key);
        if is_known { say!(self.messages(), "hover-key", key) } else { String::new() }
    }
}

/// The page of a rule, its links made whole.
pub(crate) fn page(rule: &Rule) -> String {
    let url = check::url(rule);
    let folder = url.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts = check::page(rule);
    let mut whole = String::new();
    while let Some(at) = parts.find("](") {
        let rest = parts.split_off(at + 2);
        whole.push_str(&parts);
        if !rest.starts_with("http") && !rest.starts_with('#') {
            whole.push_str(folder);
            whole.push('/');
        }
        parts = rest;
    }
    whole + &parts
}
