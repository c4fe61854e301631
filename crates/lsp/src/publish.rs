//! Tells the client what is new, unasked: diagnostics, or that it should ask again.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch::Receiver;
use tokio::time::{Instant, sleep, timeout};
use tower_lsp::gen_lsp_types::{Diagnostic, Uri};

use crate::client::{Client, Settings};
use crate::doc_id::DocId;
use crate::engine::{View, lock};
use crate::handlers::diagnostics::FileReport;
use crate::shared::Shared;

/// So long after an edit another one is waited for: longer than a paste in pieces takes, shorter than anybody types.
/// Edits that come while something is being checked wait for the next round anyway.
const QUIET: Duration = Duration::from_millis(5);

/// The same before a client is asked to pull again, which it does for all that is open.
const QUIET_REFRESH: Duration = Duration::from_millis(150);

/// Whoever edits without a pause is told at least so often.
const MOST: Duration = Duration::from_millis(500);

/// A client that does not answer is not waited for.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// What a client was told of a document: its spelling, the result, and the version.
type Told = (Uri, String, Option<i32>);

/// Starts the one task that tells what is new, so that what is older never comes later.
pub(crate) fn start(shared: &Arc<Shared>) {
    let shared = Arc::clone(shared);
    let mut changes = shared.changes();
    changes.mark_changed();
    tokio::spawn(async move {
        let mut published = HashMap::new();
        while changes.changed().await.is_ok() {
            let pulls = shared.world().client.pulls;
            settle(&mut changes, if pulls { QUIET_REFRESH } else { QUIET }).await;
            let (views, client, settings) = {
                let world = shared.world();
                (world.views(), world.client.clone(), world.settings)
            };
            if client.pulls {
                refresh(&shared, views, client, settings).await;
            } else {
                published = publish(&shared, views, client, settings, published).await;
            }
        }
    });
}

/// Looks from time to time whether another day has come.
pub(crate) fn start_clock(shared: &Arc<Shared>) {
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        loop {
            sleep(shared.clock.every).await;
            let today = (shared.clock.today)();
            if shared.world().set_today(today) {
                shared.change(|_| ());
            }
        }
    });
}

/// Waits until nothing has changed for a moment.
pub(crate) async fn settle(changes: &mut Receiver<()>, quiet: Duration) {
    let start = Instant::now();
    while start.elapsed() < MOST && timeout(quiet, changes.changed()).await.is_ok_and(|it| it.is_ok()) {}
}

/// Publishes what is new. Gives what the client knows afterwards.
async fn publish(
    shared: &Shared,
    views: Vec<View>,
    client: Client,
    settings: Settings,
    mut published: HashMap<DocId, Told>,
) -> HashMap<DocId, Told> {
    let known = published.clone();
    let versions = client.versions;
    let Ok((told, news)) = shared.work(move || news(&views, &client, settings, &known)).await else { return published };
    for (uri, version, diagnostics) in news {
        shared.editor.publish_diagnostics(uri, diagnostics, version.filter(|_| versions)).await;
    }
    for (id, (uri, ..)) in published.drain() {
        if !told.contains_key(&id) {
            shared.editor.publish_diagnostics(uri, Vec::new(), None).await;
        }
    }
    told
}

type News = Vec<(Uri, Option<i32>, Vec<Diagnostic>)>;

/// What there is to tell of all files, and what of it is new.
fn news(
    views: &[View],
    client: &Client,
    settings: Settings,
    known: &HashMap<DocId, Told>,
) -> (HashMap<DocId, Told>, News) {
    let (mut told, mut news) = (HashMap::new(), Vec::new());
    for view in views {
        let analysis = view.analyse();
        for own in FileReport::all(&analysis, client, settings) {
            let id = DocId::of(&own.uri);
            let now = (own.uri.clone(), own.id.clone(), own.version);
            let is_known = known.get(&id).is_some_and(|old| *old == now);
            if !is_known {
                let diagnostics = own.items(&analysis, client, settings);
                // Of a file that nobody has opened and that is fine, nothing is to be said.
                if diagnostics.is_empty() && own.version.is_none() && !known.contains_key(&id) {
                    continue;
                }
                news.push((own.uri, own.version, diagnostics));
            }
            told.insert(id, now);
        }
    }
    (told, news)
}

/// Asks the client to pull again where something has changed that it does not know of, such as by an edit of another
/// file.
async fn refresh(shared: &Arc<Shared>, views: Vec<View>, client: Client, settings: Settings) {
    if !client.refreshes {
        return;
    }
    let told = lock(&shared.told).clone();
    let is_new = shared.work(move || {
        views.iter().any(|view| {
            let analysis = view.analyse();
            view.open.keys().any(|path| {
                let own = FileReport::of(&analysis, path, &client, settings);
                told.get(&DocId::of(&own.uri)).is_some_and(|known| *known != own.id)
            })
        })
    });
    if is_new.await == Ok(true) {
        let editor = shared.editor.clone();
        tokio::spawn(async move { timeout(PATIENCE, editor.workspace_diagnostic_refresh()).await });
    }
}
