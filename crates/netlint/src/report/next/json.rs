//! The agenda as a JSON document, version 1. Others rely on its shape: it only grows.

use std::io::Write;

use anyhow::Result;
use insight::agenda::{Item, Noted, Reason};
use journal::Place;
#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::View;
use crate::report::places::{Places, Position};

/// What `netlint next --format json` writes.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
struct Document<'a> {
    /// The version of this form: 1.
    version: u32,
    /// The day on which it was asked for.
    today: String,
    /// The last day that it looks at.
    until: String,
    /// The number of files that were read.
    files: usize,
    /// The number of people in them.
    people: usize,
    /// The number of entries in them.
    entries: usize,
    /// Whom to contact, each once, the most urgent first.
    agenda: Vec<Person<'a>>,
    /// Where nothing of one's own was noted lately.
    idle: Option<Idle<'a>>,
}

/// Somebody to contact.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
struct Person<'a> {
    /// The handle, without `@`.
    handle: &'a str,
    /// The name.
    name: &'a str,
    /// The day of the last contact.
    last: Option<String>,
    /// The day up to which the next one is in time.
    due: Option<String>,
    /// (today - last - cadence) / cadence.
    urgency: Option<f64>,
    /// Why, the most important first.
    reasons: Vec<Why<'a>>,
    /// What was last noted in words.
    opener: Option<Told<'a>>,
}

/// Why somebody is to be contacted.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
struct Why<'a> {
    /// What kind of reason it is.
    #[cfg_attr(test, schemars(extend("enum" = insight::agenda::Kind::ALL.map(insight::agenda::Kind::name))))]
    kind: &'static str,
    /// The rule that finds it; a plan for a coming day is found by none.
    rule: Option<&'static str>,
    /// The fact, in one sentence.
    message: &'a str,
    /// The handles of all whom it is about.
    people: Vec<&'a str>,
    /// The day that it is bound to: of a plan, of a birthday, on which a contact is due.
    day: Option<String>,
    /// The entry that it is about.
    noted: Option<Told<'a>>,
    /// Where it stands: the file, relative to the journal's folder.
    file: &'a str,
    /// Its beginning there.
    start: Position,
    /// Its end there, exclusive.
    end: Position,
    /// The entry that settles it once it is true, without its bullet; a plan is settled where it stands.
    entry: Option<&'a str>,
}

/// An entry in its own words.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
struct Told<'a> {
    /// When.
    day: String,
    /// The entry from its verb on.
    words: &'a str,
    /// The file, relative to the journal's folder.
    file: &'a str,
    /// The beginning of the entry.
    start: Position,
}

/// Nothing of one's own was noted lately.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
struct Idle<'a> {
    /// The fact, in one sentence.
    message: &'a str,
    /// The handle of somebody to begin with.
    whom: Option<&'a str>,
}

pub(crate) fn write(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    let (network, agenda) = (view.network, view.agenda);
    let mut places = Places::new(network);
    let document = Document {
        version: 1,
        today: agenda.today.to_string(),
        until: agenda.until.to_string(),
        files: network.files.len(),
        people: network.people.len(),
        entries: network.entries.len(),
        agenda: agenda.people.iter().map(|item| person(view, item, &mut places)).collect(),
        idle: agenda
            .idle
            .as_ref()
            .map(|idle| Idle { message: &idle.message, whom: idle.whom.map(|id| network.person(id).handle.as_str()) }),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)?;
    Ok(())
}

fn person<'a>(view: &View<'a>, item: &'a Item, places: &mut Places<'_>) -> Person<'a> {
    let person = view.network.person(item.standing.person);
    Person {
        handle: &person.handle,
        name: &person.name,
        last: item.standing.last.map(|last| last.day.to_string()),
        due: item.standing.due.map(|due| due.to_string()),
        urgency: item.urgency.map(|urgency| (urgency * 1000.0).round() / 1000.0),
        reasons: item.reasons.iter().map(|reason| why(view, reason, places)).collect(),
        opener: item.opener.as_ref().map(|noted| words(view, noted, places)),
    }
}

fn why<'a>(view: &View<'a>, reason: &'a Reason, places: &mut Places<'_>) -> Why<'a> {
    let (start, end) = places.both(reason.place);
    Why {
        kind: reason.kind.name(),
        rule: reason.rule,
        message: &reason.message,
        people: reason.people.iter().map(|id| view.network.person(*id).handle.as_str()).collect(),
        day: reason.day.map(|day| day.to_string()),
        noted: reason.noted.as_ref().map(|noted| words(view, noted, places)),
        file: file(view, reason.place),
        start,
        end,
        entry: reason.entry.as_deref(),
    }
}

fn words<'a>(view: &View<'a>, noted: &'a Noted, places: &mut Places<'_>) -> Told<'a> {
    let start = places.both(noted.place).0;
    Told { day: noted.day.to_string(), words: &noted.words, file: file(view, noted.place), start }
}

fn file<'a>(view: &View<'a>, place: Place) -> &'a str {
    &view.network.file(place.file).path
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// `UPDATE=1 cargo test` writes the schema; without it, this proves that it is current.
    #[test]
    fn the_schema_on_disk_is_current() {
        let schema = serde_json::to_string_pretty(&schemars::schema_for!(super::Document<'_>)).unwrap() + "\n";
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/next.schema.json");
        testkit::assert_file(&path, &schema);
    }
}
