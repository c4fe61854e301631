//! What all handlers and tasks share.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::sync::{Semaphore, watch};
use tower_lsp::gen_lsp_types::SemanticToken;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::{Client, jsonrpc};

use crate::doc_id::DocId;
use crate::engine::lock;
use crate::world::World;
use crate::{Clock, Options};

/// What all handlers and tasks share.
#[derive(Debug)]
pub(crate) struct Shared {
    /// Whom we can tell and ask. Never waited for in a handler.
    pub(crate) editor: Client,
    pub(crate) clock: Clock,
    /// The result that a client which pulls was last given for each document.
    pub(crate) told: Mutex<HashMap<DocId, String>>,
    /// The tokens that a client was last given for each document, with the name of the result.
    pub(crate) tokens: Mutex<HashMap<DocId, (String, Vec<SemanticToken>)>>,
    /// What the last answer for each document depended on beside its text.
    pub(crate) shown: Mutex<HashMap<DocId, u64>>,
    world: Mutex<World>,
    changes: watch::Sender<()>,
    workers: Arc<Semaphore>,
    down: AtomicBool,
}

impl Shared {
    /// Nothing is open yet.
    pub(crate) fn new(editor: Client, options: Options) -> Self {
        let Options { clock, config } = options;
        let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        let world = Mutex::new(World::new((clock.today)(), config));
        let (changes, _) = watch::channel(());
        let workers = Arc::new(Semaphore::new(workers));
        let (told, tokens, shown) = (Mutex::default(), Mutex::default(), Mutex::default());
        Self { editor, clock, told, tokens, shown, world, changes, workers, down: AtomicBool::new(false) }
    }

    /// The world, for a moment: nothing that takes long may be done meanwhile.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        lock(&self.world)
    }

    /// Changes the world, and lets those know who wait for that.
    pub(crate) fn change<R>(&self, change: impl FnOnce(&mut World) -> R) -> R {
        let result = change(&mut self.world());
        self.changes.send_replace(());
        result
    }

    /// Tells of each change from now on.
    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.changes.subscribe()
    }

    /// Works off the loop, in turn with others. Whoever is cancelled before the turn comes costs nothing.
    pub(crate) async fn work<R: Send + 'static>(&self, work: impl FnOnce() -> R + Send + 'static) -> Result<R> {
        let turn = Arc::clone(&self.workers).acquire_owned().await.map_err(|_| Error::internal_error())?;
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            drop(turn);
            result
        });
        done.await.map_err(|_| Error::internal_error())
    }

    /// Whether the client has said that it is done.
    pub(crate) fn is_down(&self) -> bool {
        self.down.load(Ordering::SeqCst)
    }

    /// The client says that it is done.
    pub(crate) fn shut_down(&self) {
        self.down.store(true, Ordering::SeqCst);
    }
}

/// The text that an answer would be about is not the one that was asked about any more.
pub(crate) fn content_modified() -> Error {
    Error::new(jsonrpc::ErrorCode::ContentModified)
}
