//! What is shown of what the pointer is on.

use std::sync::Arc;

use tower_lsp::gen_lsp_types::{Hover, MarkupContent, MarkupKind, TextDocumentPositionParams};
use tower_lsp::jsonrpc::Result;

use super::place::ask;
use crate::shared::Shared;

pub(crate) async fn hover(shared: &Arc<Shared>, at: TextDocumentPositionParams) -> Result<Option<Hover>> {
    let answer = ask(shared, at, |here| {
        let found = here.ide().hover(here.file, here.offset)?;
        let (kind, value) = if here.client.markdown {
            (MarkupKind::Markdown, found.markdown)
        } else {
            (MarkupKind::PlainText, found.plain)
        };
        Some(Hover { contents: MarkupContent { kind, value }.into(), range: Some(here.range(found.span)) })
    });
    answer.await
}
