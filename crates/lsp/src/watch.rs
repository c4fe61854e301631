//! Watches files where the client does not.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use crate::handlers::files;
use crate::shared::Shared;
use crate::transport::complain;

/// Editors write a file in several steps; so long they may take.
const SETTLING: Duration = Duration::from_millis(100);

/// Where the system cannot tell, it is looked so often.
const POLLING: Duration = Duration::from_secs(10);

type AnyWatcher = Box<dyn Watcher + Send>;

/// Watches the folders of journals that the client does not watch, whichever these are.
pub(crate) fn start(shared: &Arc<Shared>) {
    let (sender, mut events) = unbounded_channel::<PathBuf>();
    let own = Arc::clone(shared);
    tokio::spawn(async move {
        while let Some(path) = events.recv().await {
            tokio::time::sleep(SETTLING).await;
            let mut paths = HashSet::from([path]);
            while let Ok(path) = events.try_recv() {
                paths.insert(path);
            }
            files::take(&own, paths.into_iter().collect());
        }
    });
    let shared = Arc::clone(shared);
    let mut changes = shared.changes();
    tokio::spawn(async move {
        let (mut watched, mut watchers) = (Vec::new(), Vec::new());
        loop {
            let roots = shared.world().unwatched();
            if roots != watched {
                watched.clone_from(&roots);
                let sender = sender.clone();
                // Setting up takes a while in a large folder. Who is replaced ends.
                let set_up = move || roots.iter().filter_map(|root| watch(root, &sender)).collect();
                watchers = shared.work(set_up).await.unwrap_or_else(|_| std::mem::take(&mut watchers));
                // What has happened meanwhile, nobody has told.
                files::take(&shared, watched.clone());
            }
            if changes.changed().await.is_err() {
                return;
            }
        }
    });
}

/// Watches one folder as well as the system can.
fn watch(root: &Path, sender: &UnboundedSender<PathBuf>) -> Option<AnyWatcher> {
    let tell = || {
        let sender = sender.clone();
        move |event: notify::Result<notify::Event>| match event {
            Ok(event) if event.kind.is_access() => {}
            Ok(event) => event.paths.into_iter().for_each(|path| _ = sender.send(path)),
            Err(error) => complain(&format!("files cannot be watched: {error}")),
        }
    };
    // A link to a folder is no part of the journal.
    let config = Config::default().with_follow_symlinks(false);
    let quick = RecommendedWatcher::new(tell(), config).and_then(|mut watcher| {
        watcher.watch(root, RecursiveMode::Recursive)?;
        Ok(Box::new(watcher) as AnyWatcher)
    });
    let slow = || {
        let mut watcher = PollWatcher::new(tell(), config.with_poll_interval(POLLING))?;
        watcher.watch(root, RecursiveMode::Recursive)?;
        Ok(Box::new(watcher) as AnyWatcher)
    };
    let watcher: notify::Result<AnyWatcher> = quick.or_else(|error| {
        complain(&format!("{}: cannot be watched: {error}; it is looked at from time to time", root.display()));
        slow()
    });
    watcher.ok()
}
