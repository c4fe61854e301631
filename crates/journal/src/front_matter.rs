//! YAML front matter: its scalars and lists of scalars are fields of the page's person.

use saphyr_parser::{Event, Parser, ScalarStyle};
use syntax::Span;

/// The keys and values at the top level of the YAML in `body`; a list gives its key once for each scalar. Where the
/// YAML breaks off, so do they.
pub(crate) fn scalars(text: &str, body: Span) -> Vec<(Span, Span)> {
    let yaml = body.text(text);
    // The parser counts characters.
    let bytes: Vec<u32> = yaml.char_indices().map(|(at, _)| body.start + at as u32).chain([body.end]).collect();
    let place = |index: usize| bytes.get(index).copied().unwrap_or(body.end);
    let mut found = Vec::new();
    let mut key: Option<Span> = None;
    let mut depth = 0;
    let mut in_list = false;
    for event in Parser::new_from_str(yaml) {
        let Ok((event, span)) = event else { break };
        let scalar = match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                let is_list = matches!(event, Event::SequenceStart(..));
                // A list of its own, or a key that is more than a word: not what people write for people.
                if depth == 0 && is_list || depth == 1 && key.is_none() {
                    break;
                }
                depth += 1;
                if depth == 2 {
                    in_list = is_list;
                }
                continue;
            }
            Event::MappingEnd | Event::SequenceEnd => {
                depth -= 1;
                if depth == 1 {
                    key = None;
                }
                continue;
            }
            Event::Scalar(_, style, ..) => {
                let quotes = u32::from(matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted));
                let (start, end) = (place(span.start.index()) + quotes, place(span.end.index()));
                trimmed(text, Span::new(start, end.saturating_sub(quotes).max(start)))
            }
            Event::Alias(_) => Span::at(place(span.start.index())),
            _ => continue,
        };
        match (depth, key) {
            (1, None) => key = Some(scalar),
            (1, Some(name)) => {
                found.push((name, scalar));
                key = None;
            }
            (2, Some(name)) if in_list => found.push((name, scalar)),
            _ => {}
        }
    }
    found.retain(|(key, value)| !key.is_empty() && !value.is_empty());
    found
}

/// Block scalars end with their line.
fn trimmed(text: &str, span: Span) -> Span {
    let length = span.text(text).trim_end().len() as u32;
    Span::new(span.start, span.start + length)
}
