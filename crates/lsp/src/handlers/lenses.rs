//! What is shown above lines.

use std::sync::Arc;

use tower_lsp::gen_lsp_types::{CodeLens, Command, Uri};
use tower_lsp::jsonrpc::Result;

use super::place::ask_shown;
use crate::shared::Shared;

pub(crate) async fn lenses(shared: &Arc<Shared>, uri: Uri) -> Result<Option<Vec<CodeLens>>> {
    let is_on = shared.world().settings.lenses;
    let answer = ask_shown(shared, uri, move |here| {
        let found = if is_on { here.ide().lenses(here.file) } else { Vec::new() };
        let lenses = found.into_iter().map(|lens| {
            // Without a name it only says something.
            let command = Command { title: lens.text, command: String::new(), tooltip: None, arguments: None };
            CodeLens { range: here.range(lens.span), command: Some(command), data: None }
        });
        Some(lenses.collect())
    });
    answer.await
}
