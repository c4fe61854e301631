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
    for event in Parser::new_from_str(yaml) {
        let Ok((event, span)) = event else { break };
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => depth += 1,
            Event::MappingEnd | Event::SequenceEnd => {
                depth -= 1;
                if depth == 1 {
                    key = None;
                }
            }
            Event::Scalar(_, style, ..) => {
                let quotes = u32::from(matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted));
                let (start, end) = (place(span.start.index()) + quotes, place(span.end.index()));
                let scalar = trimmed(text, Span::new(start, end.saturating_sub(quotes).max(start)));
                match key {
                    None if depth == 1 => key = Some(scalar),
                    Some(name) if depth <= 2 => {
                        if !scalar.is_empty() {
                            found.push((name, scalar));
                        }
                        if depth == 1 {
                            key = None;
                        }
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    found
}

/// Block scalars end with their line.
fn trimmed(text: &str, span: Span) -> Span {
    let length = span.text(text).trim_end().len() as u32;
    Span::new(span.start, span.start + length)
}
