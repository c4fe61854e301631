//! What all questions about a place have in common.

use std::sync::Arc;

use ide::Ide;
use journal::{FileId, Place, Span};
use tower_lsp::gen_lsp_types::{Location, Range, TextDocumentPositionParams, Uri};
use tower_lsp::jsonrpc::Result;

use crate::analysis::Analysis;
use crate::client::Client;
use crate::doc_id::DocId;
use crate::engine::lock;
use crate::shared::Shared;
use crate::{from_proto, to_proto};

/// A place that is asked about.
pub(crate) struct Here<'a> {
    pub(crate) analysis: &'a Analysis,
    pub(crate) client: &'a Client,
    pub(crate) file: FileId,
    pub(crate) offset: u32,
}

impl<'a> Here<'a> {
    /// What can be asked.
    pub(crate) fn ide(&self) -> Ide<'a> {
        self.analysis.ide()
    }

    /// The range of a stretch of the file.
    pub(crate) fn range(&self, span: Span) -> Range {
        to_proto::range(self.analysis, self.file, span, self.client.encoding)
    }

    /// The location of a place in any file.
    pub(crate) fn location(&self, place: Place) -> Location {
        to_proto::location(self.analysis, place, self.client.encoding)
    }
}

/// Answers a question about a place, off the loop. `None`: the document is none of ours.
pub(crate) async fn ask<R: Send + 'static>(
    shared: &Arc<Shared>,
    at: TextDocumentPositionParams,
    answer: impl FnOnce(&Here<'_>) -> Option<R> + Send + 'static,
) -> Result<Option<R>> {
    let position = at.position;
    ask_file(shared, at.text_document.uri, move |here| {
        let (text, lines) = here.analysis.text(here.file);
        let offset = from_proto::offset(position, text, lines, here.client.encoding);
        answer(&Here { offset, ..here })
    })
    .await
}

/// The same for a whole document; the place is its beginning.
pub(crate) async fn ask_file<R: Send + 'static>(
    shared: &Arc<Shared>,
    uri: Uri,
    answer: impl FnOnce(Here<'_>) -> Option<R> + Send + 'static,
) -> Result<Option<R>> {
    let (view, client) = {
        let world = shared.world();
        (world.view(&uri), world.client.clone())
    };
    let Some((view, path)) = view else { return Ok(None) };
    let work = move || {
        let analysis = view.analyse();
        let file = analysis.file(&path)?;
        answer(Here { analysis: &analysis, client: &client, file, offset: 0 })
    };
    shared.work(work).await
}

/// The same for what is shown all the time: what it depends on is remembered, so that the client can be asked to ask
/// again.
pub(crate) async fn ask_shown<R: Send + 'static>(
    shared: &Arc<Shared>,
    uri: Uri,
    answer: impl FnOnce(Here<'_>) -> Option<R> + Send + 'static,
) -> Result<Option<R>> {
    let (id, settings) = (DocId::of(&uri), shared.world().settings);
    let found = ask_file(shared, uri, move |here| {
        let surroundings = here.analysis.surroundings(here.file, settings);
        Some((answer(here)?, surroundings))
    });
    let Some((found, surroundings)) = found.await? else { return Ok(None) };
    lock(&shared.shown).insert(id, surroundings);
    Ok(Some(found))
}
