//! Writes fields of people where their others stand.

use journal::{Network, PersonId, Place, Span};
use syntax::{BlockKind, State};

use crate::diagnostic::Edit;

/// The edits that give fields of a person these values. One that the person has gets the new value where it stands;
/// others stand below the person's heading.
pub fn set_fields(network: &Network, id: PersonId, fields: &[(&str, String)]) -> Vec<Edit> {
    let person = network.person(id);
    let mut edits = Vec::new();
    let mut new = Vec::new();
    for (key, value) in fields {
        let Some(old) = person.fields.iter().find(|field| field.key == *key) else {
            new.push((key, value));
            continue;
        };
        // A key without a value ends with its colon.
        let before = &network.text(old.file)[..old.value.start as usize];
        let gap = if before.ends_with(':') { " " } else { "" };
        let place = Place { file: old.file, span: old.value };
        edits.push(Edit { place, text: format!("{gap}{value}") });
    }
    if !new.is_empty() {
        edits.push(new_lines(network, id, |bullet| {
            new.iter().map(|(key, value)| format!("{bullet} {key}: {value}\n")).collect::<Vec<_>>().concat()
        }));
    }
    edits
}

/// The edit that puts lines right below the heading of a person, made with the bullet of the other fields.
pub(crate) fn new_lines(network: &Network, id: PersonId, lines: impl FnOnce(&str) -> String) -> Edit {
    let person = network.person(id);
    let file = person.place.file;
    let text = network.text(file);
    let end = below_heading(text, person.place.span);
    let gap = if end == 0 || text[..end].ends_with(['\n', '\u{feff}']) { "" } else { "\n" };
    let first = person.fields.iter().find(|field| field.file == file && field.key_span.start as usize >= end);
    let lines = lines(first.map_or("-", |field| bullet(text, field.key_span.start)));
    // A paragraph right below would go on what is new.
    let apart = if first_block(text, end).is_some_and(|(kind, _)| kind == BlockKind::Prose) { "\n" } else { "" };
    Edit { place: Place { file, span: Span::at(end as u32) }, text: format!("{gap}{lines}{apart}") }
}

/// Where the lines below a heading begin; for a page without one, those below its front matter.
fn below_heading(text: &str, heading: Span) -> usize {
    if heading.is_empty() {
        return below_front_matter(text) as usize;
    }
    let start = line_start(text, heading.start) as usize;
    match first_block(text, start) {
        Some((BlockKind::Heading(_), end)) => end,
        _ => text[heading.end as usize..].find('\n').map_or(text.len(), |length| heading.end as usize + length + 1),
    }
}

/// Where a text begins behind its front matter.
pub fn below_front_matter(text: &str) -> u32 {
    let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut blocks = Vec::new();
    syntax::scan(text, Span::new(0, text.len() as u32), State::default(), &mut blocks);
    let first = blocks.first().filter(|block| block.kind == BlockKind::FrontMatter);
    first.map_or(mark, |block| block.span.end)
}

/// The kind of the block that begins at `start`, and where it ends, as far as two lines tell.
fn first_block(text: &str, start: usize) -> Option<(BlockKind, usize)> {
    let lines = text[start..].split_inclusive('\n').take(2).map(str::len).sum::<usize>();
    let mut blocks = Vec::new();
    syntax::scan(text, Span::new(start as u32, (start + lines) as u32), State::default(), &mut blocks);
    blocks.first().map(|block| (block.kind, block.span.end as usize))
}

/// The bullet of the item that holds this place, so that what is new is written as the rest.
fn bullet(text: &str, at: u32) -> &str {
    let line = &text[line_start(text, at) as usize..at as usize];
    match line.trim() {
        bullet @ ("*" | "+") => bullet,
        _ => "-",
    }
}

pub(crate) fn line_start(text: &str, at: u32) -> u32 {
    // A byte order mark stays the first thing in a file.
    let first = if text.starts_with('\u{feff}') { 3 } else { 0 };
    text[..at as usize].rfind('\n').map_or(first, |newline| newline as u32 + 1)
}

#[cfg(test)]
mod tests {
    use journal::{Network, Settings};

    use super::set_fields;
    use crate::edited;

    #[track_caller]
    fn assert_set(is_page: bool, before: &str, after: &str) {
        let settings = Settings::default();
        let network = Network::new(vec![testkit::source("ada.net.md", before, is_page, &settings)], &settings);
        let id = network.people().next().unwrap().0;
        let fields = [("circle", "close".to_owned()), ("pause", "until 2027-01-31".to_owned())];
        let mut edits = set_fields(&network, id, &fields);
        edits.sort_by_key(|edit| edit.place);
        let changed = edited(before, edits.iter().map(|edit| (edit.place.span, edit.text.as_str())));
        assert_eq!(changed, after);
        let network = Network::new(vec![testkit::source("ada.net.md", &changed, is_page, &settings)], &settings);
        let person = network.person(id);
        assert!(person.circle == Some(1) && person.pause.is_some(), "{changed}");
    }

    #[test]
    fn fields_stand_below_the_heading_or_where_they_are() {
        let new = "- circle: close\n- pause: until 2027-01-31\n";
        assert_set(false, "## Ada @ada\n", &format!("## Ada @ada\n{new}"));
        assert_set(false, "## Ada @ada", &format!("## Ada @ada\n{new}"));
        assert_set(false, "## Ada @ada\nMet.\n", &format!("## Ada @ada\n{new}\nMet.\n"));
        assert_set(false, "Ada @ada\n---\n- city: Ulm\n", &format!("Ada @ada\n---\n{new}- city: Ulm\n"));
        assert_set(
            false,
            "\u{feff}# Ada @ada\r\n\r\n* circle: inner\r\n  * since May\r\n",
            "\u{feff}# Ada @ada\r\n* pause: until 2027-01-31\r\n\r\n* circle: close\r\n  * since May\r\n",
        );
        assert_set(false, "## Ada @ada\n- circle:\n- pause: \n", &format!("## Ada @ada\n{new}"));
        assert_set(
            true,
            "---\ncircle: 'inner'\n---\nMet.\n",
            "---\ncircle: 'close'\n---\n- pause: until 2027-01-31\n\nMet.\n",
        );
        assert_set(true, "# Ada\n\nMet.\n", &format!("# Ada\n{new}\nMet.\n"));
    }
}
