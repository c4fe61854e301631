//! For people: what was found with excerpts of the journal, the most important first.

use std::io::Write;
use std::ops::Range;
use std::sync::LazyLock;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Severity, Origin, Renderer, Snippet};
use anyhow::Result;
use check::{Diagnostic, Level};
use journal::{FileId, Place};
use messages::say;

use super::places::Places;
use super::{View, style, summary};

/// Places that are at most so many lines apart share an excerpt.
const NEAR: u32 = 4;
/// Of a longer line, in bytes, only the part around the place is shown.
const LONG: usize = 400;

pub(crate) fn write(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    let first = findings(view, out)?;
    summary::write(view, out)?;
    if let (Some(first), false) = (first, view.is_quiet) {
        let hint = say!(view.messages, "check-explain", rule = first.rule.name);
        writeln!(out, "{}", style::dim(&hint))?;
    }
    Ok(())
}

/// Writes what is shown, and gives the first of it.
pub(crate) fn findings<'a>(view: &View<'a>, out: &mut impl Write) -> Result<Option<&'a Diagnostic>> {
    let mut shown: Vec<&Diagnostic> = view.shown().collect();
    // Errors first, then by what the group is about; within that as they stand in the journal.
    shown.sort_by_key(|it| (std::cmp::Reverse(it.level), it.rule.group));
    let first = shown.first().copied();
    shown.truncate(view.most.unwrap_or(usize::MAX));
    let renderer = Renderer::styled().decor_style(DecorStyle::Unicode);
    let mut places = Places::new(view.network);
    for diagnostic in &shown {
        writeln!(out, "{}\n", render(view, diagnostic, &mut places, &renderer))?;
    }
    Ok(first)
}

fn render(view: &View<'_>, diagnostic: &Diagnostic, places: &mut Places<'_>, renderer: &Renderer) -> String {
    let finding = &diagnostic.finding;
    let severity = match diagnostic.level {
        Level::Error => Severity::ERROR.with_name(say!(view.messages, "level-error")),
        Level::Warning => Severity::WARNING.with_name(say!(view.messages, "level-warning")),
        Level::Info => Severity::INFO.with_name(say!(view.messages, "level-info")),
    };
    let title = severity.primary_title(style::printable(&finding.message)).id(diagnostic.rule.name);
    let title = if has_links() { title.id_url(check::url(diagnostic.rule)) } else { title };
    let mut excerpts = vec![Excerpt::new(finding.place, None, places)];
    for related in &finding.related {
        let next = Excerpt::new(related.place, Some(style::printable(&related.message)), places);
        match excerpts.iter_mut().find(|excerpt| excerpt.is_near(&next)) {
            Some(excerpt) => excerpt.join(next),
            None => excerpts.push(next),
        }
    }
    let mut group = Group::with_title(title);
    for excerpt in excerpts {
        group = excerpt.add_to(group, view, places);
    }
    if let Some(help) = &finding.help {
        group = group.element(Severity::HELP.with_name(say!(view.messages, "help")).message(style::printable(help)));
    }
    if let Some(fix) = &finding.fix {
        group =
            group.element(Severity::NOTE.with_name(say!(view.messages, "fix")).message(style::printable(&fix.title)));
    }
    renderer.render(&[group])
}

/// Whether the terminal shows links, by OSC 8.
fn has_links() -> bool {
    static HAS: LazyLock<bool> = LazyLock::new(|| supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout));
    *HAS
}

/// Some neighbouring lines of one file, with marks.
struct Excerpt {
    file: FileId,
    first: u32,
    last: u32,
    column: u32,
    marks: Vec<(Range<usize>, Option<String>)>,
}

impl Excerpt {
    fn new(place: Place, label: Option<String>, places: &mut Places<'_>) -> Self {
        let (start, end) = places.both(place);
        Self {
            file: place.file,
            first: start.line,
            last: end.line,
            column: start.column,
            marks: vec![(place.span.range(), label)],
        }
    }

    fn is_near(&self, other: &Self) -> bool {
        self.file == other.file && other.first <= self.last + NEAR && self.first <= other.last + NEAR
    }

    fn join(&mut self, other: Self) {
        (self.first, self.last) = (self.first.min(other.first), self.last.max(other.last));
        self.marks.extend(other.marks);
    }

    fn add_to<'a>(self, group: Group<'a>, view: &View<'a>, places: &mut Places<'_>) -> Group<'a> {
        let file = view.network.file(self.file);
        let path = style::printable(&view.shown_path(&file.path));
        let lines = places.lines(self.file, self.first, self.last);
        let window = if lines.len() > LONG { around(&file.text, &lines, &self.marks[0].0) } else { lines.clone() };
        let marks = self.marks.into_iter().filter(|(span, _)| window.start <= span.start && span.start <= window.end);
        let annotation = |(number, (span, label)): (usize, (Range<usize>, Option<String>))| -> Annotation<'a> {
            let kind = if number == 0 && label.is_none() { AnnotationKind::Primary } else { AnnotationKind::Context };
            kind.span(span.start - window.start..span.end.min(window.end) - window.start).label(label)
        };
        let annotations: Vec<_> = marks.enumerate().map(annotation).collect();
        let snippet =
            Snippet::source(&file.text[window.clone()]).line_start(self.first as usize).annotations(annotations);
        if window == lines {
            return group.element(snippet.path(path));
        }
        let origin = Origin::path(path).line(self.first as usize).char_column(self.column as usize);
        group.element(origin).element(snippet)
    }
}

/// The part of some long lines that is shown: around a place, at character boundaries.
fn around(text: &str, lines: &Range<usize>, place: &Range<usize>) -> Range<usize> {
    let mut start = place.start.saturating_sub(LONG / 4).max(lines.start);
    let mut end = (start + LONG).min(lines.end).max(start);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}
