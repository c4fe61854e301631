//! What a selection grows to.

use std::sync::Arc;

use tower_lsp::gen_lsp_types::{SelectionRange, SelectionRangeParams};
use tower_lsp::jsonrpc::Result;

use super::place::ask_file;
use crate::from_proto;
use crate::shared::Shared;

pub(crate) async fn selections(
    shared: &Arc<Shared>,
    params: SelectionRangeParams,
) -> Result<Option<Vec<SelectionRange>>> {
    let answer = ask_file(shared, params.text_document.uri, move |here| {
        let (text, lines) = here.analysis.text(here.file);
        let offset = |at: &_| from_proto::offset(*at, text, lines, here.client.encoding);
        let offsets: Vec<u32> = params.positions.iter().map(offset).collect();
        let all = here.ide().selections(here.file, &offsets).into_iter();
        let grown = all.map(|steps| {
            // The file is in each, so there is always one.
            let outermost = |parent: Option<Box<SelectionRange>>, span: &journal::Span| {
                Some(Box::new(SelectionRange { range: here.range(*span), parent }))
            };
            steps.iter().rev().fold(None, outermost).map_or_else(SelectionRange::default, |found| *found)
        });
        Some(grown.collect())
    });
    answer.await
}
