//! Asks the client to ask again for what it shows in a document, when something else has changed: the day, another
//! file, the configuration.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::timeout;

use crate::doc_id::DocId;
use crate::engine::lock;
use crate::publish::{PATIENCE, settle};
use crate::shared::Shared;

/// So long after a change another one is waited for. Nobody looks at another document while typing.
const QUIET: Duration = Duration::from_millis(300);

/// Starts the task, where there is something that the client can be asked for.
pub(crate) fn start(shared: &Arc<Shared>) {
    let able = shared.world().client.refresh;
    if !(able.lenses || able.hints || able.tokens) {
        return;
    }
    let shared = Arc::clone(shared);
    let mut changes = shared.changes();
    tokio::spawn(async move {
        while changes.changed().await.is_ok() {
            settle(&mut changes, QUIET).await;
            let stale = stale(&shared).await;
            if stale.is_empty() {
                continue;
            }
            // Asked once, whatever the client makes of it.
            lock(&shared.shown).extend(stale);
            let editor = shared.editor.clone();
            tokio::spawn(async move {
                if able.lenses {
                    _ = timeout(PATIENCE, editor.code_lens_refresh()).await;
                }
                if able.hints {
                    _ = timeout(PATIENCE, editor.inlay_hint_refresh()).await;
                }
                if able.tokens {
                    _ = timeout(PATIENCE, editor.semantic_tokens_refresh()).await;
                }
            });
        }
    });
}

/// The documents that show what is not so any more, with what they depend on now.
async fn stale(shared: &Arc<Shared>) -> Vec<(DocId, u64)> {
    let shown = lock(&shared.shown).clone();
    if shown.is_empty() {
        return Vec::new();
    }
    let (views, settings) = {
        let world = shared.world();
        (world.views(), world.settings)
    };
    let found = shared.work(move || {
        let mut found = Vec::new();
        for view in views {
            let analysis = view.analyse();
            for (path, open) in &view.open {
                let (id, file) = (DocId::of(&open.uri), analysis.file(path));
                let now = file.map(|file| analysis.surroundings(file, settings));
                if let (Some(now), Some(known)) = (now, shown.get(&id))
                    && now != *known
                {
                    found.push((id, now));
                }
            }
        }
        found
    });
    found.await.unwrap_or_default()
}
