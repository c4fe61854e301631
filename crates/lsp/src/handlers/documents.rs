//! Documents are opened, edited and closed.

use tower_lsp::gen_lsp_types::{DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams};

use crate::doc_id::DocId;
use crate::engine::lock;
use crate::shared::Shared;
use crate::transport::complain;

pub(crate) fn open(shared: &Shared, params: DidOpenTextDocumentParams) {
    let document = params.text_document;
    let language = serde_json::to_value(&document.language_id).ok();
    let language = language.as_ref().and_then(|it| it.as_str()).unwrap_or_default().to_owned();
    shared.change(|world| world.open(document.uri, language, document.version, document.text));
}

pub(crate) fn change(shared: &Shared, params: DidChangeTextDocumentParams) {
    let uri = params.text_document.text_document_identifier.uri;
    let version = params.text_document.version;
    if !shared.change(|world| world.change(&uri, version, params.content_changes)) {
        complain(&format!("{} was changed but never opened", uri.0));
    }
}

pub(crate) fn close(shared: &Shared, params: &DidCloseTextDocumentParams) {
    let uri = &params.text_document.uri;
    lock(&shared.tokens).remove(&DocId::of(uri));
    lock(&shared.shown).remove(&DocId::of(uri));
    shared.change(|world| world.close(uri));
}
