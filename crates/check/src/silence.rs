//! Writes what silences findings: a directive above the line, or the person's field `ignore`.

use std::collections::BTreeMap;

use journal::{FileId, Network, PersonId, Place, Reader, Span};

use crate::diagnostic::{Diagnostic, Edit, Finding};
use crate::fields::{line_start, new_lines};
use crate::rules;

/// How far a suppression reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The line of the finding; for what is found on a person's heading, that person.
    Near,
    /// The whole file of the finding.
    File,
}

/// The edits that silence these findings, and the numbers of those that cannot be silenced: what makes the file
/// unreadable, and suppressions that hide nothing, which are better removed.
pub fn silence<'a>(
    network: &Network,
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
    reach: Reach,
    reason: Option<&str>,
) -> (Vec<Edit>, Vec<usize>) {
    // Rules by what silences them, so that one line gets one directive.
    let mut wanted: BTreeMap<Spot, Vec<&str>> = BTreeMap::new();
    let mut left = Vec::new();
    for (number, diagnostic) in diagnostics.into_iter().enumerate() {
        let rule = diagnostic.rule.name;
        let file = diagnostic.finding.place.file;
        if rule == rules::UNUSED_SUPPRESSION || network.file(file).invalid.is_some() {
            left.push(number);
            continue;
        }
        let spot = match reach {
            Reach::Near => Spot::near(network, &diagnostic.finding),
            Reach::File => Spot::File(file),
        };
        let rules = wanted.entry(spot).or_default();
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    let edits = wanted.into_iter().map(|(spot, rules)| spot.edit(network, &rules.join(", "), reason));
    (edits.collect(), left)
}

/// Where a suppression goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Spot {
    /// At the end of a file, for the whole of it.
    File(FileId),
    /// Before the line that starts here.
    Line(FileId, u32),
    /// After the last name of the directive that stands right above the line.
    Directive(FileId, u32),
    /// Into the field `ignore`.
    Field(PersonId),
}

impl Spot {
    fn near(network: &Network, finding: &Finding) -> Self {
        let place = finding.place;
        if let Some(id) = finding.subject(network) {
            return Self::Field(id);
        }
        let text = network.text(place.file);
        let start = line_start(text, place.span.start);
        match directive_above(network, place.file, start) {
            Some(end) => Self::Directive(place.file, end),
            None => Self::Line(place.file, start),
        }
    }

    fn edit(self, network: &Network, rules: &str, reason: Option<&str>) -> Edit {
        let because = reason.map_or(String::new(), |reason| format!(" -- {reason}"));
        let at = |file, offset| Place { file, span: Span::at(offset) };
        match self {
            Self::File(file) => {
                let text = network.text(file);
                let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
                let text_of = format!("{gap}\n<!-- netlint-disable-file {rules}{because} -->\n");
                Edit { place: at(file, text.len() as u32), text: text_of }
            }
            Self::Line(file, start) => {
                Edit { place: at(file, start), text: format!("<!-- netlint-disable-next-line {rules}{because} -->\n") }
            }
            Self::Directive(file, end) => Edit { place: at(file, end), text: format!(", {rules}") },
            Self::Field(id) => field(network, id, rules, reason),
        }
    }
}

fn field(network: &Network, id: PersonId, rules: &str, reason: Option<&str>) -> Edit {
    let person = network.person(id);
    let own = person.fields.iter().filter(|field| field.file == person.place.file);
    // A value over several lines is left alone, since its end may not be that of its first line.
    let is_plain = |value: Span| !value.is_empty() && !value.text(network.text(person.place.file)).contains('\n');
    if let Some(old) = own.clone().find(|field| field.key == "ignore" && is_plain(field.value)) {
        let place = Place { file: old.file, span: Span::at(old.value.end) };
        return Edit { place, text: format!(", {rules}") };
    }
    let because = reason.map_or(String::new(), |reason| format!("  - {reason}\n"));
    new_lines(network, id, |bullet| format!("{bullet} ignore: {rules}\n{because}"))
}

/// The end of the last name in a `netlint-disable-next-line` that ends on the line before.
fn directive_above(network: &Network, file: FileId, line: u32) -> Option<u32> {
    let text = network.text(file);
    let before = network.directives.partition_point(|place| (place.file, place.span.start) < (file, line));
    let above = network.directives[..before].last().filter(|place| place.file == file)?;
    let between = &text[above.span.end as usize..line as usize];
    if between.trim_matches([' ', '\t', '\r']) != "\n" {
        return None;
    }
    let directive = Reader::default().directive(text, above.span)?;
    let is_next = directive.name.text(text).eq_ignore_ascii_case("netlint-disable-next-line");
    let last = directive.rules.last().filter(|_| is_next)?;
    Some(last.until.unwrap_or(last.span).end)
}
