//! What is shown between the characters of a text: how far a day is, how favors stand.

use std::collections::HashMap;

use insight::Standing;
use journal::{Act, FileId, PersonId, Place, Span};
use messages::say;

use crate::sections::trimmed;
use crate::when::relative;
use crate::{Ide, texts};

/// Something that is shown in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Behind what stands before this offset.
    pub at: u32,
    /// What is shown.
    pub text: String,
}

impl Ide<'_> {
    /// What is shown in a stretch of a file, in order: behind a date heading how far the day is; behind a favor of one
    /// person how many were received and given so far.
    pub fn hints(&self, file: FileId, range: Span) -> Vec<Hint> {
        let network = self.network;
        let messages = texts::within(self.settings.language);
        let mut hints = Vec::new();
        let place = |at: Place| (at.file, at.span.start);
        let first = network.date_headings.partition_point(|it| place(it.place) < (file, range.start));
        let headings = network.date_headings[first..].iter();
        for heading in headings.take_while(|it| place(it.place) <= (file, range.end)) {
            hints.push(Hint { at: heading.place.span.end, text: relative(heading.day, self.today, messages) });
        }
        let mut counted: HashMap<PersonId, String> = HashMap::new();
        let first = network.entries.partition_point(|it| (it.file, it.body.end) < (file, range.start));
        for (id, entry) in network.entries().skip(first) {
            if (entry.file, entry.body.start) > (file, range.end) {
                break;
            }
            if !(entry.does(Act::Got) || entry.does(Act::Gave)) {
                continue;
            }
            let mut people = network.participating(id);
            let (Some(person), None) = (people.next(), people.next()) else { continue };
            let text = counted.entry(person).or_insert_with(|| {
                let favors = Standing::of(network, person, self.today).favors;
                say!(messages, "hint-favors", received = favors.received.len(), given = favors.given)
            });
            hints.push(Hint { at: trimmed(network.text(file), entry.body).end, text: text.clone() });
        }
        hints.sort_by_key(|hint| hint.at);
        hints
    }
}
