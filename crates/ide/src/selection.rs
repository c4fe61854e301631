//! What a selection grows to.

use journal::{FileId, Span};
use syntax::BlockKind;

use crate::Ide;
use crate::sections::{Parts, trimmed};

impl Ide<'_> {
    /// For each offset what a selection grows to, step by step: the token, the paragraph, the item with its notes, the
    /// sections from the inner to the outer, the file.
    pub fn selections(&self, file: FileId, offsets: &[u32]) -> Vec<Vec<Span>> {
        let text = self.network.text(file);
        let parts = Parts::of(text);
        offsets.iter().map(|offset| self.selection(file, &parts, *offset)).collect()
    }

    fn selection(&self, file: FileId, parts: &Parts, offset: u32) -> Vec<Span> {
        let text = self.network.text(file);
        let mut all: Vec<Span> = self.at(file, offset).map(|at| at.span).into_iter().collect();
        let paragraphs = parts.blocks.iter().filter(|block| block.kind != BlockKind::Blank);
        all.extend(paragraphs.flat_map(|block| [block.body, trimmed(text, block.span)]));
        all.extend(parts.bullets.iter().map(|bullet| trimmed(text, bullet.span)));
        all.extend(parts.sections.iter().map(|section| section.span));
        all.push(Span::new(0, text.len() as u32));
        all.retain(|span| span.start <= offset && offset <= span.end);
        all.sort_by_key(|span| span.len());
        let mut steps: Vec<Span> = Vec::new();
        for span in all {
            // Each step holds the one before.
            if steps.last().is_none_or(|last| span.start <= last.start && last.end <= span.end && span != *last) {
                steps.push(span);
            }
        }
        steps
    }
}
