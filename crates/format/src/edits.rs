//! Edits while they are collected.

use syntax::Span;

/// A stretch of text to be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What goes; empty where something is only put in.
    pub span: Span,
    /// What comes instead.
    pub text: String,
}

/// Items that change places.
pub(crate) struct Group {
    /// Where each begins, in their order in the text, and where the last one ends.
    pub(crate) cuts: Vec<u32>,
    /// The numbers of the items in their new order.
    pub(crate) order: Vec<usize>,
}

/// The edits of one text, in any order until they are finished.
pub(crate) struct Edits<'a> {
    text: &'a str,
    line_end: &'static str,
    found: Vec<Edit>,
}

impl<'a> Edits<'a> {
    /// None: the text has a carriage return that ends no line.
    pub(crate) fn new(text: &'a str) -> Option<Self> {
        let bytes = text.as_bytes();
        let is_lone = |(at, _): &(usize, &str)| bytes.get(at + 1) != Some(&b'\n');
        if bytes.contains(&b'\r') && text.match_indices('\r').any(|found| is_lone(&found)) {
            return None;
        }
        let is_crlf = text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
        Some(Self { text, line_end: if is_crlf { "\r\n" } else { "\n" }, found: Vec::new() })
    }

    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// How lines end: as the first one does.
    pub(crate) fn line_end(&self) -> &'static str {
        self.line_end
    }

    /// Puts `new` where `span` is, unless it stands there already.
    pub(crate) fn replace(&mut self, span: Span, new: &str) {
        if span.text(self.text) != new {
            self.found.push(Edit { span, text: new.to_owned() });
        }
    }

    /// Replaces the stretch from `start` to `end`.
    pub(crate) fn between(&mut self, start: u32, end: u32, new: &str) {
        self.replace(Span::new(start, end), new);
    }

    /// Takes out the white space at the end of a stretch of one line.
    pub(crate) fn trim_end(&mut self, start: u32, end: u32) {
        let kept = Span::new(start, end).text(self.text).trim_end_matches([' ', '\t']);
        self.between(start + kept.len() as u32, end, "");
    }

    /// All edits in order and apart. What lies in a larger one is covered by it.
    pub(crate) fn finish(mut self, groups: &[Group]) -> Vec<Edit> {
        self.found.sort_by_key(|edit| (edit.span.start, !edit.span.is_empty(), std::cmp::Reverse(edit.span.end)));
        let mut end = 0;
        self.found.retain(|edit| {
            let is_apart = edit.span.start >= end;
            end = end.max(edit.span.end);
            is_apart
        });
        let mut edits: Vec<Edit> = Vec::with_capacity(self.found.len());
        let mut rest = self.found.as_slice();
        for group in groups {
            let Some((first, last)) = group.cuts.first().copied().zip(group.cuts.last().copied()) else { continue };
            edits.extend_from_slice(before(&mut rest, first, true));
            let pieces: Vec<String> = group
                .cuts
                .windows(2)
                .map(|cut| {
                    // At the end of the text a missing line end may be put in.
                    let own = before(&mut rest, cut[1], cut[1] as usize == self.text.len());
                    applied(self.text, Span::new(cut[0], cut[1]), own)
                })
                .collect();
            let text = group.order.iter().filter_map(|number| pieces.get(*number)).map(String::as_str).collect();
            edits.push(Edit { span: Span::new(first, last), text });
        }
        edits.extend_from_slice(rest);
        joined(edits)
    }
}

/// Takes the edits that end at `at` or before; what is put in at `at` itself belongs to what follows, at the beginning
/// of an item, or to what was before, where `with_insertion`.
fn before<'e>(rest: &mut &'e [Edit], at: u32, with_insertion: bool) -> &'e [Edit] {
    let is_before = |edit: &Edit| edit.span.start < at || with_insertion && edit.span == Span::at(at);
    let (taken, left) = rest.split_at(rest.partition_point(is_before));
    *rest = left;
    taken
}

fn applied(text: &str, span: Span, edits: &[Edit]) -> String {
    let mut result = String::with_capacity(span.len() as usize + 8);
    let mut at = span.start;
    for edit in edits {
        result.push_str(Span::new(at, edit.span.start).text(text));
        result.push_str(&edit.text);
        at = edit.span.end;
    }
    result.push_str(Span::new(at, span.end).text(text));
    result
}

/// Neighbours become one, so that none of two is put in at the place where the other ends.
fn joined(edits: Vec<Edit>) -> Vec<Edit> {
    let mut joined: Vec<Edit> = Vec::with_capacity(edits.len());
    for edit in edits {
        match joined.last_mut() {
            Some(last) if last.span.end == edit.span.start => {
                last.span.end = edit.span.end;
                last.text.push_str(&edit.text);
            }
            _ => joined.push(edit),
        }
    }
    joined
}
