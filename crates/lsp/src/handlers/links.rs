//! What can be opened from a document.

use std::sync::Arc;

use ide::Target;
use tower_lsp::gen_lsp_types::{DocumentLink, Uri};
use tower_lsp::jsonrpc::Result;

use super::place::ask_file;
use crate::shared::Shared;

pub(crate) async fn links(shared: &Arc<Shared>, uri: Uri) -> Result<Option<Vec<DocumentLink>>> {
    let answer = ask_file(shared, uri, |here| {
        let links = here.ide().links(here.file).into_iter().map(|link| {
            let target = match link.target {
                Target::Uri(uri) => Uri(uri),
                Target::Place(place) => {
                    let location = here.location(place);
                    // Editors go to a line that is named so.
                    Uri(format!("{}#L{}", location.uri.0, location.range.start.line + 1))
                }
            };
            DocumentLink { range: here.range(link.span), target: Some(target), ..DocumentLink::default() }
        });
        Some(links.collect())
    });
    answer.await
}
