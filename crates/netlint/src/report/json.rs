//! The JSON document of `netlint check`, version 1. Others rely on its shape: it only grows.

use std::io::Write;

use anyhow::Result;
use check::{Diagnostic, Edit, Fix, Related};
use serde::Serialize as Derive;
use serde::ser::{Serialize, SerializeSeq, SerializeStruct, Serializer};

use super::View;
use super::places::{Places, Position};
use super::summary::Counts;

pub(crate) fn write(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    let mut serializer = serde_json::Serializer::pretty(&mut *out);
    Document(view).serialize(&mut serializer)?;
    writeln!(out)?;
    Ok(())
}

/// The same document on one line, with what happened since the last one. Its first keys are those that are new.
pub(crate) fn write_line(view: &View<'_>, happened: &Happened<'_>, out: &mut impl Write) -> Result<()> {
    let (before, resolved) = happened.resolved;
    let line = Line {
        event: happened.event,
        time: &happened.time,
        appeared: Diagnostics(view, happened.appeared),
        resolved: Diagnostics(before, resolved),
        document: Document(view),
    };
    serde_json::to_writer(&mut *out, &line)?;
    writeln!(out)?;
    Ok(())
}

/// What is different from the document before.
pub(crate) struct Happened<'a> {
    pub(crate) event: &'static str,
    pub(crate) time: String,
    pub(crate) appeared: &'a [Diagnostic],
    /// In the journal as it was then.
    pub(crate) resolved: (&'a View<'a>, &'a [Diagnostic]),
}

#[derive(Derive)]
struct Line<'a> {
    event: &'static str,
    time: &'a str,
    appeared: Diagnostics<'a>,
    resolved: Diagnostics<'a>,
    #[serde(flatten)]
    document: Document<'a>,
}

struct Document<'a>(&'a View<'a>);

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(view) = self;
        let counts = Counts::of(view);
        let mut document = serializer.serialize_struct("Document", 7)?;
        document.serialize_field("version", &1)?;
        document.serialize_field("today", &view.today.to_string())?;
        document.serialize_field("files", &view.network.files.len())?;
        document.serialize_field("people", &view.network.people.len())?;
        document.serialize_field("entries", &view.network.entries.len())?;
        document.serialize_field("diagnostics", &Diagnostics(view, &view.report.diagnostics))?;
        document.serialize_field(
            "summary",
            &Summary {
                error: counts.error,
                warning: counts.warning,
                info: counts.info,
                suppressed: view.report.suppressed.len(),
                known: view.known.map(|it| it.found),
                solved: view.known.map(|it| it.solved),
            },
        )?;
        document.end()
    }
}

#[derive(Derive)]
struct Summary {
    error: usize,
    warning: usize,
    info: usize,
    suppressed: usize,
    /// Of the baseline, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    solved: Option<usize>,
}

/// Written one by one, so that a hundred thousand findings need no second copy.
struct Diagnostics<'a>(&'a View<'a>, &'a [Diagnostic]);

impl Serialize for Diagnostics<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(view, diagnostics) = *self;
        let mut places = Places::new(view.network);
        let mut all = serializer.serialize_seq(Some(diagnostics.len()))?;
        for diagnostic in diagnostics {
            all.serialize_element(&Shown::new(view, diagnostic, &mut places))?;
        }
        all.end()
    }
}

#[derive(Derive)]
struct Shown<'a> {
    rule: &'static str,
    group: &'static str,
    level: &'static str,
    message: &'a str,
    file: &'a str,
    start: Position,
    end: Position,
    people: Vec<&'a str>,
    related: Vec<ShownRelated<'a>>,
    help: Option<&'a str>,
    url: String,
    fix: Option<ShownFix<'a>>,
}

#[derive(Derive)]
struct ShownRelated<'a> {
    file: &'a str,
    start: Position,
    end: Position,
    message: &'a str,
}

#[derive(Derive)]
struct ShownFix<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<ShownEdit<'a>>,
}

#[derive(Derive)]
struct ShownEdit<'a> {
    file: &'a str,
    start: Position,
    end: Position,
    text: &'a str,
}

impl<'a> Shown<'a> {
    fn new(view: &View<'a>, diagnostic: &'a Diagnostic, places: &mut Places<'_>) -> Self {
        let finding = &diagnostic.finding;
        let (start, end) = places.both(finding.place);
        Self {
            rule: diagnostic.rule.name,
            group: diagnostic.rule.group.name(),
            level: diagnostic.level.name(),
            message: &finding.message,
            file: &view.network.file(finding.place.file).path,
            start,
            end,
            people: finding.people.iter().map(|id| view.network.person(*id).handle.as_str()).collect(),
            related: finding.related.iter().map(|it| related(view, it, places)).collect(),
            help: finding.help.as_deref(),
            url: check::url(diagnostic.rule),
            fix: finding.fix.as_ref().map(|it| fix(view, it, places)),
        }
    }
}

fn related<'a>(view: &View<'a>, related: &'a Related, places: &mut Places<'_>) -> ShownRelated<'a> {
    let (start, end) = places.both(related.place);
    ShownRelated { file: &view.network.file(related.place.file).path, start, end, message: &related.message }
}

fn fix<'a>(view: &View<'a>, fix: &'a Fix, places: &mut Places<'_>) -> ShownFix<'a> {
    let mut edit = |edit: &'a Edit| {
        let (start, end) = places.both(edit.place);
        ShownEdit { file: &view.network.file(edit.place.file).path, start, end, text: &edit.text }
    };
    ShownFix { title: &fix.title, safe: fix.safe, edits: fix.edits.iter().map(&mut edit).collect() }
}
