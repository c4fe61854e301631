//! What is shown between the characters of a text.

use std::sync::Arc;

use tower_lsp::gen_lsp_types::{InlayHint, InlayHintParams};
use tower_lsp::jsonrpc::Result;

use super::place::ask_shown;
use crate::from_proto;
use crate::shared::Shared;

pub(crate) async fn hints(shared: &Arc<Shared>, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
    let is_on = shared.world().settings.hints;
    let answer = ask_shown(shared, params.text_document.uri, move |here| {
        let (text, lines) = here.analysis.text(here.file);
        let asked = from_proto::span(params.range, text, lines, here.client.encoding);
        let found = if is_on { here.ide().hints(here.file, asked) } else { Vec::new() };
        let hints = found.into_iter().map(|hint| {
            let position = here.range(journal::Span::at(hint.at)).start;
            InlayHint {
                position,
                label: hint.text.into(),
                kind: None,
                text_edits: None,
                tooltip: None,
                padding_left: Some(true),
                padding_right: None,
                data: None,
            }
        });
        Some(hints.collect())
    });
    answer.await
}
