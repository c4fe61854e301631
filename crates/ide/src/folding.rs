//! What can be folded.

use journal::{FileId, Span};
use syntax::BlockKind;

use crate::Ide;
use crate::sections::{Parts, trimmed};

/// Something that can be folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fold {
    /// From the line that stays to the last one that does not, without blank lines at the end.
    pub span: Span,
    /// What it is.
    pub kind: FoldKind,
}

/// What can be folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoldKind {
    /// Part of the journal: what stands below a heading, an item with its notes.
    Part,
    /// Code, front matter, or HTML.
    Aside,
}

impl Ide<'_> {
    /// What can be folded in a file, in order: sections, items of more than one line, front matter, code and HTML.
    pub fn folds(&self, file: FileId) -> Vec<Fold> {
        let text = self.network.text(file);
        let parts = Parts::of(text);
        let mut folds: Vec<Fold> = Vec::new();
        let mut push = |span: Span, kind| {
            let span = trimmed(text, span);
            if span.text(text).contains(['\n', '\r']) {
                folds.push(Fold { span, kind });
            }
        };
        parts.sections.iter().for_each(|section| push(section.span, FoldKind::Part));
        parts.bullets.iter().for_each(|bullet| push(bullet.span, FoldKind::Part));
        for block in &parts.blocks {
            if matches!(block.kind, BlockKind::Code | BlockKind::Html | BlockKind::FrontMatter) {
                push(block.span, FoldKind::Aside);
            }
        }
        folds.sort_unstable();
        folds
    }
}
