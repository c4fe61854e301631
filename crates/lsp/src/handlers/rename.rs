//! Another handle, reference or tag, in all files.

use std::sync::Arc;

use tower_lsp::gen_lsp_types::{
    PrepareRenamePlaceholder, PrepareRenameResult, RenameParams, TextDocumentPositionParams, WorkspaceEdit,
};
use tower_lsp::jsonrpc::{Error, Result};

use super::place::ask;
use crate::shared::{Shared, content_modified};
use crate::to_proto;

pub(crate) async fn prepare(
    shared: &Arc<Shared>,
    at: TextDocumentPositionParams,
) -> Result<Option<PrepareRenameResult>> {
    let answer = ask(shared, at, |here| {
        let span = here.ide().renamable(here.file, here.offset)?;
        let placeholder = span.text(here.analysis.network().text(here.file)).to_owned();
        Some(PrepareRenamePlaceholder { range: here.range(span), placeholder }.into())
    });
    answer.await
}

pub(crate) async fn rename(shared: &Arc<Shared>, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
    let at = params.text_document_position_params;
    let version = shared.world().version(&at.text_document.uri);
    let answer = ask(shared, at, move |here| {
        if here.analysis.open(here.file).map(|open| open.version) != version {
            return Some(Err(content_modified()));
        }
        let edits = here.ide().rename(here.file, here.offset, &params.new_name);
        let edits = edits.map_err(Error::invalid_params);
        Some(edits.map(|edits| to_proto::workspace_edit(here.analysis, &edits, here.client)))
    });
    answer.await?.transpose()
}
