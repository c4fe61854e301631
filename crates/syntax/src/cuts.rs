//! Where a text may be cut, so that its parts can be read apart.

use crate::beginning::front_matter;
use crate::engine;
use crate::reference::Rule;
use crate::span::Span;

/// Where to cut a stretch of text: before lines that are headings by their own look, about every `step` bytes, and
/// never within front matter. Includes both ends.
///
/// Such a line ends every block but a fence and HTML. One that merely begins with `#` does not: `#rust` goes on
/// with the paragraph above.
pub fn cuts(text: &str, span: Span, step: usize) -> Vec<u32> {
    let bytes = &text.as_bytes()[..span.end as usize];
    let mut cuts = vec![span.start];
    let mut at = span.start as usize + step;
    if span.start == 0 {
        at = at.max(front_matter(text, text.len() as u32).map_or(0, |(whole, _)| whole.end.saturating_sub(1) as usize));
    }
    let mut tokens = Vec::new();
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memmem::find(rest, b"\n#")) {
        let start = at + found + 1;
        let length = memchr::memchr(b'\n', &bytes[start..]).unwrap_or(bytes.len() - start);
        let line = &text[start..start + length];
        tokens.clear();
        let is_heading = engine::parse(Rule::heading_line, line.strip_suffix('\r').unwrap_or(line), 0, &mut tokens);
        if is_heading.is_some() {
            cuts.push(start as u32);
            at = start + step;
        } else {
            at = start;
        }
    }
    cuts.push(span.end);
    cuts
}
