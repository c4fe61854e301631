//! One loop: messages come in, handlers run, answers go out.
//!
//! Each handler is polled once on this loop, when its message arrives; only what is not done then runs on its own. So
//! edits and the snapshots of requests take effect in the order of the messages, whatever else is running.

use std::any::Any;
use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::RecvTimeoutError;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures_util::future::BoxFuture;
use futures_util::{FutureExt, SinkExt, StreamExt};
use serde_json::{Map, Value};
use tokio::sync::mpsc::unbounded_channel;
use tower_lsp::jsonrpc::{Error, Request, Response};
use tower_lsp::{ClientSocket, ExitedError};
use tower_service::Service;

use crate::transport::{Frame, Outbox, complain, start_reading};

/// How long the last answers may take to be read.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// Serves until the client says `exit` or its stream ends.
pub(crate) async fn serve<S>(
    mut service: S,
    socket: ClientSocket,
    input: impl Read + Send + 'static,
    output: impl Write + Send + 'static,
) where
    S: Service<Request, Response = Option<Response>, Error = ExitedError>,
    S::Future: Send + 'static,
{
    let (sender, mut messages) = unbounded_channel();
    let (outbox, writer) = Outbox::start(output, sender.clone());
    let (mut asked, mut answers) = socket.split();
    let own = outbox.clone();
    let asking = tokio::spawn(async move {
        while let Some(request) = asked.next().await {
            own.send(&request);
        }
    });
    start_reading(input, sender);
    while let Some(frame) = messages.recv().await {
        let message = match frame {
            Frame::Message(message) => message,
            Frame::Bad(why) => {
                complain(&why);
                continue;
            }
            Frame::End => break,
        };
        if !message.contains_key("method") {
            match serde_json::from_value::<Response>(Value::Object(message)) {
                Ok(answer) => _ = answers.send(answer).await,
                Err(error) => complain(&format!("an answer cannot be read: {error}")),
            }
            continue;
        }
        let is_exit = message.get("method").is_some_and(|method| method == "exit");
        if let Some(request) = request(message, &outbox) {
            dispatch(&mut service, request, &outbox);
        }
        if is_exit {
            break;
        }
    }
    // Whoever still runs holds an outbox, so the writer may not end; it has a moment for what was sent by now.
    asking.abort();
    drop(outbox);
    let (done, wait) = std::sync::mpsc::channel::<()>();
    std::thread::spawn(move || {
        _ = writer.join();
        drop(done);
    });
    _ = matches!(wait.recv_timeout(LAST_WORDS), Err(RecvTimeoutError::Timeout));
}

/// Reads a request or a notification. What has an id and cannot be read is answered here.
fn request(mut message: Map<String, Value>, outbox: &Outbox) -> Option<Request> {
    crate::lenient::tidy(&mut message);
    let id = message.get("id").cloned();
    match serde_json::from_value(Value::Object(message)) {
        Ok(request) => Some(request),
        Err(error) => {
            complain(&format!("a request cannot be read: {error}"));
            if let Some(id) = id {
                outbox.refuse(&id, -32600, "this is no request");
            }
            None
        }
    }
}

fn dispatch<S>(service: &mut S, request: Request, outbox: &Outbox)
where
    S: Service<Request, Response = Option<Response>, Error = ExitedError>,
    S::Future: Send + 'static,
{
    let (method, id) = (request.method().to_owned(), request.id().cloned());
    let name = method.clone();
    let failed = {
        let id = id.clone();
        move |panic: &(dyn Any + Send)| {
            complain(&format!("a mistake in netlint: {method} failed: {}", reason(panic)));
            id.map(|id| Response::from_error(id, Error::internal_error()))
        }
    };
    let future = match catch_unwind(AssertUnwindSafe(|| service.call(request))) {
        Ok(future) => future,
        Err(panic) => {
            if let Some(answer) = failed(panic.as_ref()) {
                outbox.send(&answer);
            }
            return;
        }
    };
    let is_notification = id.is_none();
    let mut answer: BoxFuture<'static, Option<Response>> = async move {
        match AssertUnwindSafe(future).catch_unwind().await {
            Ok(Ok(Some(answer))) => Some(answer),
            // Requests whose name begins with `$/` get no answer from the library, but each must have one.
            Ok(Ok(None)) => id.map(|id| Response::from_error(id, Error::method_not_found())),
            Ok(Err(_)) => id.map(|id| Response::from_error(id, Error::invalid_request())),
            Err(panic) => failed(panic.as_ref()),
        }
    }
    .boxed();
    match answer.poll_unpin(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Some(answer)) => outbox.send(&answer),
        Poll::Ready(None) => {}
        Poll::Pending => {
            if is_notification {
                complain(&format!("a mistake in netlint: the handler of {name} waits, and the order of edits is lost"));
            }
            let outbox = outbox.clone();
            tokio::spawn(async move {
                if let Some(answer) = answer.await {
                    outbox.send(&answer);
                }
            });
        }
    }
}

/// What a panic says.
fn reason(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("for no known reason")
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use serde_json::{Value, json};
    use testkit::editor::Editor;
    use tokio::sync::Notify;
    use tower_lsp::LspService;
    use tower_lsp::gen_lsp_types::{InitializeParams, InitializeResult};
    use tower_lsp::jsonrpc::Result;

    use super::*;

    /// A server whose handlers do what ours must never do.
    #[derive(Default)]
    struct Odd {
        order: Mutex<Vec<u64>>,
        waiting: AtomicUsize,
        go: Notify,
    }

    impl tower_lsp::LanguageServer for Odd {
        async fn initialize(&self, _: InitializeParams) -> Result<InitializeResult> {
            Ok(InitializeResult::default())
        }

        async fn shutdown(&self) -> Result<()> {
            Ok(())
        }
    }

    #[expect(clippy::unused_async, reason = "handlers are asynchronous")]
    impl Odd {
        async fn fail(&self) -> Result<Value> {
            panic!("as it should")
        }

        async fn fail_late(&self) -> Result<Value> {
            tokio::task::yield_now().await;
            panic!("as it should, later")
        }

        async fn note(&self, number: Value) {
            self.order.lock().unwrap().extend(number.as_u64());
        }

        async fn noted(&self) -> Result<Vec<u64>> {
            Ok(self.order.lock().unwrap().clone())
        }

        async fn wait(&self) -> Result<usize> {
            let before = self.waiting.fetch_add(1, Ordering::SeqCst);
            self.go.notified().await;
            Ok(before)
        }

        async fn go(&self) {
            self.go.notify_waiters();
        }
    }

    fn start() -> Editor {
        let (input, to_server) = std::io::pipe().unwrap();
        let (from_server, output) = std::io::pipe().unwrap();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap();
            let (service, socket) = LspService::build(|_| Odd::default())
                .custom_method("fail", Odd::fail)
                .custom_method("failLate", Odd::fail_late)
                .custom_method("note", Odd::note)
                .custom_method("noted", Odd::noted)
                .custom_method("wait", Odd::wait)
                .custom_method("go", Odd::go)
                .finish();
            runtime.block_on(serve(service, socket, input, output));
        });
        let mut editor = Editor::new(to_server, from_server);
        editor.start(None, &json!({}));
        editor
    }

    #[test]
    fn a_handler_that_fails_costs_only_its_own_answer() {
        let mut editor = start();
        assert_eq!(editor.error("fail", &json!(null)), -32603);
        assert_eq!(editor.error("failLate", &json!(null)), -32603);
        assert_eq!(editor.request("noted", &json!(null)), json!([]));
    }

    #[test]
    fn notifications_take_effect_in_their_order_whoever_waits() {
        let mut editor = start();
        let waiting: Vec<i64> = (0..300).map(|_| editor.ask("wait", &json!(null))).collect();
        for number in 0..1000 {
            editor.notify("note", &json!([number]));
        }
        assert_eq!(editor.request("noted", &json!(null)).as_array().unwrap().len(), 0, "numbers stand alone");
        for number in 0..1000 {
            editor.notify("note", &json!(number));
        }
        let expected: Vec<u64> = (0..1000).collect();
        assert_eq!(editor.request("noted", &json!(null)), json!(expected));
        // The last of many that wait is cancelled at once.
        let (last, others) = waiting.split_last().unwrap();
        editor.notify("$/cancelRequest", &json!({ "id": last }));
        assert_eq!(editor.answer(&json!(last))["error"]["code"], -32800);
        editor.notify("go", &json!(null));
        for id in others {
            assert!(editor.answer(&json!(id))["result"].is_number());
        }
    }
}
