//! The parts of a text that headings make.

use journal::Span;
use syntax::{Block, BlockKind, Bullet};

/// A heading and what stands below it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Section {
    /// The level of the heading, from 1.
    pub(crate) level: u8,
    /// The heading.
    pub(crate) heading: Block,
    /// All of it, without blank lines at its end.
    pub(crate) span: Span,
}

/// A text taken apart.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) blocks: Vec<Block>,
    pub(crate) bullets: Vec<Bullet>,
    pub(crate) sections: Vec<Section>,
}

impl Parts {
    pub(crate) fn of(text: &str) -> Self {
        let mut blocks = Vec::new();
        let bullets = syntax::scan_bullets(text, &mut blocks);
        let mut sections: Vec<Section> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for heading in &blocks {
            let BlockKind::Heading(level) = heading.kind else { continue };
            close(text, &mut sections, &mut open, level, heading.span.start);
            open.push(sections.len());
            sections.push(Section { level, heading: *heading, span: heading.span });
        }
        close(text, &mut sections, &mut open, 0, text.len() as u32);
        Self { blocks, bullets, sections }
    }
}

/// The sections that a heading of this level ends.
fn close(text: &str, sections: &mut [Section], open: &mut Vec<usize>, level: u8, end: u32) {
    while let Some(section) = open.last().and_then(|at| sections.get_mut(*at)).filter(|it| it.level >= level) {
        section.span = trimmed(text, Span::new(section.span.start, end));
        open.pop();
    }
}

/// A stretch without white space at its end.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    Span::new(span.start, span.start + span.text(text).trim_end().len() as u32)
}

/// The first line of a stretch, without blanks around it.
pub(crate) fn first_line(text: &str, span: Span) -> Span {
    let whole = span.text(text);
    let line = &whole[..whole.find(['\n', '\r']).unwrap_or(whole.len())];
    let start = span.start + (line.len() - line.trim_start().len()) as u32;
    Span::new(start, start + line.trim().len() as u32)
}
