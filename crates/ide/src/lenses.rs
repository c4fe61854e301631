//! What is shown above the headings of people: how the tie stands, and what is owed.

use insight::{Standing, told};
use journal::{EntryId, FileId, PersonId, Span, Thanks};
use messages::say;

use crate::when::relative;
use crate::{Ide, texts};

/// So many favors without thanks are named.
const MOST: usize = 3;

/// Something that is shown above a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// What it is about.
    pub span: Span,
    /// What is shown.
    pub text: String,
}

impl Ide<'_> {
    /// What is shown above the headings in a file that declare somebody.
    pub fn lenses(&self, file: FileId) -> Vec<Lens> {
        let network = self.network;
        let first = network.people.partition_point(|it| it.place.file < file);
        let mut lenses = Vec::new();
        for (id, person) in network.people().skip(first) {
            if person.place.file != file {
                break;
            }
            let span = person.place.span;
            let standing = Standing::of(network, id, self.today);
            lenses.push(Lens { span, text: self.tie(&standing) });
            lenses.extend(self.thanks(id).map(|text| Lens { span, text }));
        }
        lenses
    }

    /// When something was noted last, and when the next contact is due.
    fn tie(&self, standing: &Standing) -> String {
        let messages = texts::within(self.settings.language);
        let every = standing.every.map(|every| check::every(every, self.settings.language));
        let Some(last) = standing.last else {
            return match every {
                Some(every) => say!(messages, "lens-never-every", every),
                None => say!(messages, "lens-never"),
            };
        };
        let when = relative(last.day, self.today, messages);
        let Some(every) = every else { return say!(messages, "lens-last", when) };
        match standing.due.map(|due| self.today - due) {
            Some(days @ 1..) => say!(messages, "lens-over", when, every, days),
            _ => say!(messages, "lens-last-every", when, every),
        }
    }

    /// Favors received for which no thanks are noted, as the rule missing-thanks sees it, but from the first day on.
    fn thanks(&self, id: PersonId) -> Option<String> {
        let network = self.network;
        let named = |entry| network.anchors.binary_search_by_key(&entry, |anchor| anchor.entry).ok();
        let thanks = Thanks::of(network, id, self.today);
        let open = thanks.favors.iter().filter(|(day, entry)| !thanks.cover(network, *day, *entry));
        let name = |entry: EntryId| match named(entry) {
            Some(at) => format!("^{}", network.anchors[at].span.text(network.text(network.entry(entry).file))),
            None => told(network, entry),
        };
        let mut owed: Vec<String> = open.map(|(_, entry)| name(*entry)).collect();
        owed.truncate(MOST);
        let messages = texts::within(self.settings.language);
        (!owed.is_empty()).then(|| say!(messages, "lens-thanks", what = owed.join(", ")))
    }
}
