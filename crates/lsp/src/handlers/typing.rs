//! What happens while one types: handles that change together, and lists that go on.

use std::sync::Arc;

use tower_lsp::gen_lsp_types::{
    DocumentOnTypeFormattingParams, LinkedEditingRanges, TextDocumentPositionParams, TextEdit,
};
use tower_lsp::jsonrpc::Result;

use super::place::ask;
use crate::shared::Shared;
use crate::to_proto;

pub(crate) async fn linked(
    shared: &Arc<Shared>,
    at: TextDocumentPositionParams,
) -> Result<Option<LinkedEditingRanges>> {
    let answer = ask(shared, at, |here| {
        let spans = here.ide().linked(here.file, here.offset);
        let ranges = spans.into_iter().map(|span| here.range(span)).collect::<Vec<_>>();
        (!ranges.is_empty()).then_some(LinkedEditingRanges { ranges, word_pattern: None })
    });
    answer.await
}

/// After Enter.
pub(crate) async fn entered(
    shared: &Arc<Shared>,
    params: DocumentOnTypeFormattingParams,
) -> Result<Option<Vec<TextEdit>>> {
    let at = TextDocumentPositionParams { text_document: params.text_document, position: params.position };
    let answer = ask(shared, at, |here| {
        let (span, text) = here.ide().on_enter(here.file, here.offset)?;
        Some(vec![to_proto::text_edit(here.analysis, here.file, span, &text, here.client)])
    });
    answer.await
}
