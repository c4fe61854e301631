//! Headings and the heads of entries: one space where many may stand.

use journal::{Day, VerbId, Written};
use syntax::{Block, Heading, Item, Span, lines};

use crate::edits::Edits;
use crate::lists::is_hashed;

/// A heading begins its line, has one space after its hashes, and between the parts that mean something.
pub(crate) fn heading(edits: &mut Edits<'_>, block: &Block, heading: Heading) {
    let text = edits.text();
    let written = block.body.text(text);
    let start = block.body.start + (written.len() - written.trim_start_matches([' ', '\t']).len()) as u32;
    if is_hashed(text, block) {
        let indent = Span::new(block.span.start, block.body.end).text(text);
        let hashes = block.span.start + (indent.len() - indent.trim_start_matches([' ', '\t']).len()) as u32;
        edits.between(block.span.start, hashes, "");
        if start < block.body.end {
            edits.between(block.body.start, start, " ");
        }
    }
    let rest = Span::new(start, block.body.end);
    match heading {
        Heading::Date(date) => {
            pad(edits, date);
            let words = Span::new(date.end, rest.end).text(text);
            let gap = words.len() - words.trim_start_matches([' ', '\t']).len();
            if gap > 0 && !words[gap..].starts_with(['\n', '\r']) && gap < words.len() {
                edits.between(date.end, date.end + gap as u32, " ");
            }
        }
        // What is literal may hold blanks that are shown.
        Heading::Person { .. } | Heading::Reference(_) if !written.contains(['`', '<', '[', '\\']) => {
            collapse(edits, rest);
        }
        _ => {}
    }
}

/// Makes each run of blanks within a line one space.
fn collapse(edits: &mut Edits<'_>, span: Span) {
    for line in lines(edits.text(), span) {
        let mut start = line.start;
        for word in
            Span::new(line.start, line.end).text(edits.text()).split([' ', '\t']).filter(|word| !word.is_empty())
        {
            let at = (word.as_ptr() as usize - edits.text().as_ptr() as usize) as u32;
            if start > line.start && at > start {
                edits.between(start, at, " ");
            }
            start = at + word.len() as u32;
        }
    }
}

/// An entry has one space between the parts of its head, none before a comma or colon, and zeros in its date.
pub(crate) fn entry(edits: &mut Edits<'_>, body: Span, item: &Item, verb: Option<VerbId>) {
    if let Some(date) = item.date {
        pad(edits, date);
    }
    if verb.is_none() && item.participants.is_empty() && item.mentions.is_empty() {
        return;
    }
    let task = item.task.map(|(_, span)| span);
    let whole: Vec<Span> = task.into_iter().chain(item.participants.iter().map(|mention| mention.span)).collect();
    gaps(edits, Span::new(body.start, item.text.start.max(body.start)), &whole, task);
}

/// Writes a date with its zeros, where that is all that it lacks.
pub(crate) fn pad(edits: &mut Edits<'_>, date: Span) {
    if let Written::Unpadded(day) = Day::read(date.text(edits.text())) {
        edits.replace(date, &day.to_string());
    }
}

/// Makes each run of blanks one space, but for those in the parts that are `whole`, and at the ends of lines. After a
/// task box a colon stays apart: `[x]:` is what links are defined with.
fn gaps(edits: &mut Edits<'_>, span: Span, whole: &[Span], task: Option<Span>) {
    let text = edits.text();
    let bytes = text.as_bytes();
    let is_gap = |at: u32| matches!(bytes.get(at as usize), Some(b' ' | b'\t'));
    // The end of the text and of a line count as blank, its beginning too.
    let is_white = |at: u32| bytes.get(at as usize).is_none_or(u8::is_ascii_whitespace);
    let mut at = span.start;
    while at < span.end {
        if let Some(part) = whole.iter().find(|part| part.start <= at && at < part.end) {
            at = part.end;
            continue;
        }
        let start = at;
        while is_gap(at) && at < span.end {
            at += 1;
        }
        if at > start {
            let follows = bytes.get(at as usize);
            let is_mark = at < span.end && (follows == Some(&b',') || follows == Some(&b':') && is_white(at + 1));
            let is_inner = start > 0 && !matches!(bytes[start as usize - 1], b'\n' | b'\r');
            if is_mark && task.is_none_or(|task| task.end != start) {
                edits.between(start, at, "");
            } else if is_inner && !matches!(follows, None | Some(b'\n' | b'\r')) {
                edits.between(start, at, " ");
            }
            continue;
        }
        let is_glued = !is_white(at + 1) && bytes[at as usize + 1] != b':' && at > span.start;
        if is_glued && (bytes[at as usize] == b',' || bytes[at as usize] == b':' && !is_white(at - 1)) {
            edits.replace(Span::at(at + 1), " ");
        }
        at += 1;
    }
}
