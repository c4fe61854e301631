//! Blank lines, blanks at the ends of lines, and line ends.

use syntax::{Block, BlockKind, Line, Span, lines};

use crate::edits::Edits;
use crate::lists::{is_blank, is_hashed};

/// One blank line around headings, none at either end of the text, no blanks at the ends of lines where they mean
/// nothing, and the same line end everywhere.
pub(crate) fn arrange(edits: &mut Edits<'_>, blocks: &[Block]) {
    let text = edits.text();
    let mut above: Option<BlockKind> = None;
    for (number, block) in blocks.iter().enumerate() {
        if block.kind == BlockKind::Blank {
            blank(edits, block, above, blocks.get(number + 1).map(|block| block.kind));
            continue;
        }
        let follows = number > 0 && above.is_some() && blocks[number - 1].kind != BlockKind::Blank;
        if follows && is_heading(Some(block.kind), above) && !is_below_blank(text, block.span.start) {
            edits.replace(Span::at(block.span.start), edits.line_end());
        }
        line_ends(edits, block.span);
        trailing(edits, block);
        above = Some(block.kind);
    }
    let ends_open = blocks.last().is_some_and(|block| block.kind != BlockKind::Blank) && !text.ends_with('\n');
    if ends_open {
        edits.replace(Span::at(text.len() as u32), edits.line_end());
    }
}

fn is_heading(one: Option<BlockKind>, other: Option<BlockKind>) -> bool {
    [one, other].iter().any(|kind| matches!(kind, Some(BlockKind::Heading(_))))
}

/// Code that is not closed keeps the blank lines at its end.
fn is_below_blank(text: &str, at: u32) -> bool {
    let above = &text[..at as usize];
    let line = above.strip_suffix('\n').unwrap_or(above).rsplit('\n').next().unwrap_or_default();
    line.trim_matches([' ', '\t', '\r']).is_empty()
}

fn blank(edits: &mut Edits<'_>, block: &Block, above: Option<BlockKind>, below: Option<BlockKind>) {
    let text = edits.text();
    // A byte-order mark is the first block, or the beginning of it.
    let mark = if block.span.start == 0 && text.starts_with('\u{feff}') { 3 } else { 0 };
    let span = Span::new(block.span.start + mark, block.span.end);
    let most = match (above, below) {
        (_, None) => 0,
        // Without the blank line the break would begin front matter, and the character would be a byte-order mark.
        (None, Some(BlockKind::Break)) => usize::MAX,
        (None, _) if text[span.end as usize..].starts_with('\u{feff}') => usize::MAX,
        (None, _) => 0,
        // Blanks between the parts of indented code are code.
        (Some(BlockKind::Code), Some(BlockKind::Code)) => return line_ends(edits, span),
        _ if is_heading(above, below) => 1,
        _ => usize::MAX,
    };
    for (number, line) in lines(text, span).enumerate() {
        let end = if number < most { edits.line_end() } else { "" };
        edits.between(line.start, line.next, end);
    }
}

fn line_ends(edits: &mut Edits<'_>, span: Span) {
    for line in lines(edits.text(), span).filter(|line| line.end < line.next) {
        edits.between(line.end, line.next, edits.line_end());
    }
}

fn trailing(edits: &mut Edits<'_>, block: &Block) {
    let text = edits.text();
    let all = || lines(text, block.span).filter(|line| !is_blank(text, *line));
    match block.kind {
        BlockKind::Item => paragraph(edits, lines(text, block.span).filter(|line| line.end > block.body.start)),
        // The last line is the underline.
        BlockKind::Heading(_) if !is_hashed(text, block) => {
            let count = all().count().saturating_sub(1);
            paragraph(edits, all().take(count));
            paragraph(edits, all().skip(count));
        }
        BlockKind::Heading(_) | BlockKind::Break | BlockKind::Directive => paragraph(edits, all().last().into_iter()),
        _ => {}
    }
}

/// Takes the blanks at the ends of lines out of a paragraph, but for the two that break a line where it is shown.
fn paragraph(edits: &mut Edits<'_>, lines: impl Iterator<Item = Line>) {
    let text = edits.text();
    let mut lines = lines.peekable();
    while let Some(line) = lines.next() {
        let written = Span::new(line.start, line.end).text(text);
        let kept = written.trim_end_matches([' ', '\t']);
        let start = line.start + kept.len() as u32;
        let goes_on = lines.peek().is_some();
        if goes_on && written.ends_with("  ") {
            edits.between(start, line.end, "  ");
        } else if !(goes_on && kept.ends_with('\\')) {
            edits.between(start, line.end, "");
        }
    }
}
