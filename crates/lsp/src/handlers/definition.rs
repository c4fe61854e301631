//! Where something is declared.

use std::sync::Arc;

use tower_lsp::gen_lsp_types::{Definition, DefinitionResponse, LocationLink, TextDocumentPositionParams};
use tower_lsp::jsonrpc::Result;

use super::place::ask;
use crate::shared::Shared;

pub(crate) async fn definition(
    shared: &Arc<Shared>,
    at: TextDocumentPositionParams,
) -> Result<Option<DefinitionResponse>> {
    let answer = ask(shared, at, |here| {
        let (at, place) = here.ide().definition(here.file, here.offset)?;
        let target = here.location(place);
        if !here.client.origins {
            return Some(Definition::from(target).into());
        }
        let link = LocationLink {
            origin_selection_range: Some(here.range(at.span)),
            target_uri: target.uri,
            target_range: target.range,
            target_selection_range: target.range,
        };
        Some(vec![link].into())
    });
    answer.await
}
