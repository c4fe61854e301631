//! Where else the same stands: in all files, or in the document.

use std::sync::Arc;

use ide::Part;
use tower_lsp::gen_lsp_types::{
    DocumentHighlight, DocumentHighlightKind, Location, ReferenceParams, TextDocumentPositionParams,
};
use tower_lsp::jsonrpc::Result;

use super::place::ask;
use crate::shared::Shared;

pub(crate) async fn of_all(shared: &Arc<Shared>, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
    let declares = params.context.include_declaration;
    let answer = ask(shared, params.text_document_position_params, move |here| {
        let found = here.ide().references(here.file, here.offset).into_iter();
        let found = found.filter(|it| declares || it.part != Part::Declaration);
        // What lies in the journal below shows itself.
        let found = found.filter(|it| here.analysis.shows(&here.analysis.network().file(it.place.file).path));
        Some(found.map(|it| here.location(it.place)).collect())
    });
    answer.await
}

pub(crate) async fn of_document(
    shared: &Arc<Shared>,
    at: TextDocumentPositionParams,
) -> Result<Option<Vec<DocumentHighlight>>> {
    let answer = ask(shared, at, |here| {
        let found = here.ide().highlights(here.file, here.offset).into_iter();
        let highlight = |it: ide::Occurrence| {
            let kind = match it.part {
                Part::Declaration => DocumentHighlightKind::Write,
                Part::Use | Part::Implied => DocumentHighlightKind::Read,
            };
            DocumentHighlight { range: here.range(it.place.span), kind: Some(kind) }
        };
        Some(found.map(highlight).collect())
    });
    answer.await
}
