//! Shows that the journal is being read for the first time.

use std::sync::Arc;

use messages::say;
use tokio::time::timeout;
use tower_lsp::gen_lsp_types::ProgressToken;

use crate::publish::PATIENCE;
use crate::shared::Shared;
use crate::texts;

/// Shows it where the client can, and waits for nobody.
pub(crate) fn start(shared: &Arc<Shared>) {
    let views = {
        let world = shared.world();
        if world.client.progress { world.views() } else { Vec::new() }
    };
    let Some(first) = views.first() else { return };
    let title = say!(texts::within(first.config.settings.language), "loading");
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        let token = ProgressToken::from("netlint-load".to_owned());
        // A client that refuses must not be told anything of it.
        if !matches!(timeout(PATIENCE, shared.editor.create_work_done_progress(token.clone())).await, Ok(Ok(()))) {
            return;
        }
        let progress = shared.editor.progress(token, title).begin().await;
        _ = shared.work(move || views.iter().for_each(|view| _ = view.analyse())).await;
        progress.finish().await;
    });
}
