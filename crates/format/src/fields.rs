//! Fields and directives.

use journal::{KEYS, dates_in, names};
use syntax::{Item, Reader, Span};

use crate::edits::Edits;
use crate::heads::pad;

/// Writes a field as `key: value`, with zeros in its dates. Gives its place in the order of fields: keys that are not
/// known come last.
pub(crate) fn field(edits: &mut Edits<'_>, reader: &mut Reader, item: &Item) -> usize {
    let text = edits.text();
    let between = Span::new(item.key.end, item.text.start.max(item.key.end)).text(text);
    if let Some((before, after)) = between.split_once(':') {
        let colon = item.key.end + before.len() as u32;
        edits.between(item.key.end, colon, "");
        if !item.text.is_empty() && after.bytes().all(|byte| byte == b' ' || byte == b'\t') {
            edits.between(colon + 1, item.text.start, " ");
        }
    }
    let key = names::folded(item.key.text(text));
    for date in dates_in(reader, text, &key, item.text).into_iter().filter(|date| stands_alone(text, *date)) {
        pad(edits, date);
    }
    KEYS.iter().position(|known| known.name == key).unwrap_or(KEYS.len())
}

/// Writes the last days in a directive with their zeros.
pub(crate) fn directive(edits: &mut Edits<'_>, reader: &mut Reader, body: Span) {
    let names = reader.directive(edits.text(), body).map(|directive| directive.rules).unwrap_or_default();
    let text = edits.text();
    for date in names.into_iter().filter_map(|name| name.until).filter(|date| stands_alone(text, *date)) {
        pad(edits, date);
    }
}

/// Whether a date is a word of its own.
fn stands_alone(text: &str, date: Span) -> bool {
    text[date.end as usize..].chars().next().is_none_or(|next| next.is_whitespace() || next == ',')
}
