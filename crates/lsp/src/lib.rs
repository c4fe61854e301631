//! The language server of netlint: what editors ask, answered by the engine of the command line.
//!
//! This is the only crate that knows the types of the protocol. A message comes in through [`transport`], is handled in
//! its order by the loop in `serve`, and changes the `World` or asks it for a `View`; the journal's `Engine` makes an
//! `Analysis` of that, off the loop, from which `to_proto` makes the answer. One feature is one file in `handlers`.

mod analysis;
mod client;
mod doc_id;
mod document;
mod engine;
mod from_proto;
mod handlers;
mod home;
mod lenient;
mod parent;
mod problem;
mod progress;
mod publish;
mod refresh;
mod root;
mod serve;
mod server;
mod shared;
mod texts;
mod to_proto;
mod transport;
mod watch;
mod world;

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use journal::Day;
use tower_lsp::LspService;

use crate::server::Server;
use crate::shared::Shared;

/// What day it is, and how often to look.
pub struct Clock {
    /// Today, where the reader is.
    pub today: Box<dyn Fn() -> Day + Send + Sync>,
    /// How often to look whether another day has come.
    pub every: Duration,
}

impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Clock").field("every", &self.every).finish_non_exhaustive()
    }
}

/// What is decided before a client comes.
#[derive(Debug)]
pub struct Options {
    /// What day it is.
    pub clock: Clock,
    /// This configuration is in force everywhere, instead of the nearest `netlint.toml`.
    pub config: Option<PathBuf>,
}

/// Serves a client until it says `exit` or its stream ends. True: it has said `shutdown` before, as it should.
///
/// # Errors
///
/// Where the system gives no threads.
pub fn serve(
    input: impl Read + Send + 'static,
    output: impl Write + Send + 'static,
    options: Options,
) -> io::Result<bool> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_time().build()?;
    let down = runtime.block_on(async {
        let mut shared = None;
        let (service, socket) = LspService::new(|client| {
            let server = Server::new(client, options);
            shared = Some(Arc::clone(&server.0));
            server
        });
        serve::serve(service, socket, input, output).await;
        shared.is_some_and(|shared: Arc<Shared>| shared.is_down())
    });
    // What still runs has nobody left to answer to.
    runtime.shutdown_background();
    Ok(down)
}
