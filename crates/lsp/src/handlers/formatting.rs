//! Brings a document, or the lines that are selected, into the canonical form, as `netlint fmt` does.

use std::sync::Arc;

use tower_lsp::gen_lsp_types::{Range, TextEdit, Uri};
use tower_lsp::jsonrpc::Result;

use super::fix_all::between;
use crate::shared::{Shared, content_modified};
use crate::{from_proto, to_proto};

/// The edits that format a document; those of `range` alone where one is given. `None`: it is none of ours, or cannot
/// be formatted.
pub(crate) async fn edits(shared: &Arc<Shared>, uri: Uri, range: Option<Range>) -> Result<Option<Vec<TextEdit>>> {
    let (view, version, client) = {
        let world = shared.world();
        (world.view(&uri), world.version(&uri), world.client.clone())
    };
    let Some((view, path)) = view else { return Ok(None) };
    let edits = shared.work(move || {
        let analysis = view.analyse();
        let Some(file) = analysis.file(&path) else { return Ok(None) };
        if analysis.open(file).map(|open| open.version) != version {
            return Err(content_modified());
        }
        let formatted = session::format(&analysis.view.engine.session(), None, |other| other == path);
        if !formatted.refused.is_empty() {
            return Ok(None);
        }
        let Some(changed) = formatted.files.first() else { return Ok(Some(Vec::new())) };
        let (text, lines) = analysis.text(file);
        let asked = range.map(|range| from_proto::span(range, text, lines, client.encoding));
        let is_asked =
            |span: syntax::Span| asked.is_none_or(|asked| span.start <= asked.end && asked.start <= span.end);
        let edits = between(text, &changed.after).into_iter().filter(|(span, _)| is_asked(*span));
        Ok(Some(edits.map(|(span, text)| to_proto::text_edit(&analysis, file, span, &text, &client)).collect()))
    });
    edits.await?
}
