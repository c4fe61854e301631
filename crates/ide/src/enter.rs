//! What happens when a line is ended.

use journal::{FileId, Span};
use syntax::BlockKind;

use crate::Ide;
use crate::block::block_at;

impl Ide<'_> {
    /// What is written when a line was ended and the cursor is in the new one: below an item the mark of the next; an
    /// item that holds nothing is no item any more.
    pub fn on_enter(&self, file: FileId, offset: u32) -> Option<(Span, String)> {
        let text = self.network.text(file);
        let start = text.get(..offset as usize)?.rfind('\n')? + 1;
        let rest = &text[start..];
        let end = start + rest.find(['\n', '\r']).unwrap_or(rest.len());
        if !text[start..end].trim().is_empty() {
            return None;
        }
        let above = text[..start].trim_end_matches(['\n', '\r']);
        // Only the line right above counts.
        let is_next = text[above.len()..start].matches('\n').count() == 1;
        let above = above.rfind('\n').map_or(0, |at| at + 1);
        let block =
            block_at(self.network, file, above as u32).filter(|block| block.kind == BlockKind::Item && is_next)?;
        let body = block.body.text(text).trim();
        if block.span.start as usize == above && matches!(body, "" | "[ ]" | "[x]" | "[X]") {
            return Some((Span::new(block.span.start, end as u32), String::new()));
        }
        let mark = Span::new(block.span.start, block.body.start).text(text).trim_end();
        let is_mark = mark.trim_start().len() == 1;
        is_mark.then(|| (Span::new(start as u32, end as u32), format!("{mark} ")))
    }
}
