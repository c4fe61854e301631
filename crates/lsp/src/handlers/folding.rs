//! What can be folded.

use std::sync::Arc;

use ide::FoldKind;
use tower_lsp::gen_lsp_types::{FoldingRange, FoldingRangeKind, Uri};
use tower_lsp::jsonrpc::Result;

use super::place::ask_file;
use crate::shared::Shared;

pub(crate) async fn folds(shared: &Arc<Shared>, uri: Uri) -> Result<Option<Vec<FoldingRange>>> {
    let answer = ask_file(shared, uri, |here| {
        let folds = here.ide().folds(here.file).into_iter().map(|fold| {
            let range = here.range(fold.span);
            FoldingRange {
                start_line: range.start.line,
                end_line: range.end.line,
                kind: (fold.kind == FoldKind::Part).then_some(FoldingRangeKind::Region),
                ..FoldingRange::default()
            }
        });
        Some(folds.collect())
    });
    answer.await
}
