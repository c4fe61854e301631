//! A small editor that speaks the Language Server Protocol: it fails the test that uses it as soon as something is
//! not as it should be.

#![expect(clippy::expect_used, clippy::panic, clippy::missing_panics_doc, reason = "it fails the test that uses it")]

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use serde_json::{Value, json};

/// Nothing takes so long, however busy the machine is.
const DEADLINE: Duration = Duration::from_mins(1);

/// An editor at one end of two streams.
pub struct Editor {
    to: Option<Box<dyn Write + Send>>,
    from: Receiver<Result<Value, String>>,
    /// What came while something else was waited for.
    kept: VecDeque<Value>,
    next: i64,
    /// What is answered to a request of the server; null where it is not here.
    pub answers: Vec<(&'static str, Value)>,
    /// No request of the server is answered at all.
    pub is_mute: bool,
}

impl Editor {
    /// An editor that writes to and reads from a server.
    pub fn new(to: impl Write + Send + 'static, from: impl Read + Send + 'static) -> Self {
        let (sender, receiver) = channel();
        std::thread::spawn(move || {
            let mut from = BufReader::new(from);
            while let Some(message) = read(&mut from) {
                let is_bad = message.is_err();
                if sender.send(message).is_err() || is_bad {
                    return;
                }
            }
        });
        Self {
            to: Some(Box::new(to)),
            from: receiver,
            kept: VecDeque::new(),
            next: 0,
            answers: Vec::new(),
            is_mute: false,
        }
    }

    /// Sends bytes as they are. A server that has gone does not read them.
    pub fn send_bytes(&mut self, bytes: &[u8]) {
        if let Some(to) = &mut self.to {
            _ = to.write_all(bytes).and_then(|()| to.flush());
        }
    }

    /// Sends a message.
    pub fn send(&mut self, message: &Value) {
        self.send_bytes(&frame(message));
    }

    /// Sends a notification.
    pub fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request; gives its number.
    pub fn ask(&mut self, method: &str, params: &Value) -> i64 {
        self.next += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.next, "method": method, "params": params }));
        self.next
    }

    /// The whole answer to a request: the first that comes with this number.
    pub fn answer(&mut self, id: &Value) -> Value {
        self.wait(|message| message.get("method").is_none() && message["id"] == *id)
    }

    /// Sends a request and gives its result, which must be none but an error.
    pub fn request(&mut self, method: &str, params: &Value) -> Value {
        let id = self.ask(method, params);
        let mut answer = self.answer(&json!(id));
        assert!(answer.get("error").is_none(), "{method} failed: {answer}");
        answer["result"].take()
    }

    /// Sends a request and gives the code of its error.
    pub fn error(&mut self, method: &str, params: &Value) -> i64 {
        let id = self.ask(method, params);
        let answer = self.answer(&json!(id));
        answer["error"]["code"].as_i64().unwrap_or_else(|| panic!("{method} did not fail: {answer}"))
    }

    /// The parameters of the next notification or request of this name for which something holds.
    pub fn told(&mut self, method: &str, holds: impl Fn(&Value) -> bool) -> Value {
        let mut message = self.wait(|message| message["method"] == method && holds(&message["params"]));
        message["params"].take()
    }

    /// Starts the server with these capabilities, in this folder.
    pub fn start(&mut self, root: Option<&str>, capabilities: &Value) -> Value {
        let folders = root.map(|uri| json!([{ "uri": uri, "name": "journal" }]));
        let params =
            json!({ "processId": null, "rootUri": root, "workspaceFolders": folders, "capabilities": capabilities });
        let result = self.request("initialize", &params);
        self.notify("initialized", &json!({}));
        result
    }

    /// Opens a document.
    pub fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "netlint", "version": 1, "text": text });
        self.notify("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// Replaces the whole text of a document.
    pub fn replace(&mut self, uri: &str, version: i32, text: &str) {
        self.change(uri, version, &json!([{ "text": text }]));
    }

    /// Changes a document.
    pub fn change(&mut self, uri: &str, version: i32, changes: &Value) {
        let document = json!({ "uri": uri, "version": version });
        self.notify("textDocument/didChange", &json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// What was found in a document, as it is pulled.
    pub fn pull(&mut self, uri: &str) -> Vec<Value> {
        let report = self.request("textDocument/diagnostic", &json!({ "textDocument": { "uri": uri } }));
        report["items"].as_array().unwrap_or_else(|| panic!("no full report: {report}")).clone()
    }

    /// What was found in a document, as it is published with this version.
    pub fn published(&mut self, uri: &str, version: impl Into<Value>) -> Vec<Value> {
        let version = version.into();
        let told = |params: &Value| params["uri"] == uri && params["version"] == version;
        let params = self.told("textDocument/publishDiagnostics", told);
        params["diagnostics"].as_array().expect("a list").clone()
    }

    /// Closes the stream to the server.
    pub fn hang_up(&mut self) {
        self.to = None;
    }

    /// Waits until the server sends no more; gives what it sent and nobody waited for.
    pub fn rest(&mut self) -> Vec<Value> {
        let mut rest: Vec<Value> = self.kept.drain(..).collect();
        loop {
            match self.from.recv_timeout(DEADLINE) {
                Ok(message) => rest.push(message.expect("only frames on standard output")),
                Err(RecvTimeoutError::Disconnected) => return rest,
                Err(RecvTimeoutError::Timeout) => panic!("the server does not end"),
            }
        }
    }

    fn wait(&mut self, is_it: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.kept.iter().position(&is_it) {
            return self.kept.remove(at).unwrap_or_default();
        }
        loop {
            let message = match self.from.recv_timeout(DEADLINE) {
                Ok(message) => message.expect("only frames on standard output"),
                Err(error) => panic!("nothing of the kind came: {error}; what came instead: {:?}", self.kept),
            };
            if let (Some(method), Some(id), false) = (message["method"].as_str(), message.get("id"), self.is_mute) {
                let answer = self.answers.iter().find(|(name, _)| *name == method);
                let result = answer.map_or(Value::Null, |(_, value)| value.clone());
                self.send(&json!({ "jsonrpc": "2.0", "id": id, "result": result }));
            }
            if is_it(&message) {
                return message;
            }
            self.kept.push_back(message);
        }
    }
}

impl std::fmt::Debug for Editor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Editor").field("kept", &self.kept).finish_non_exhaustive()
    }
}

/// A message as it is sent.
pub fn frame(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// The next message; an error for bytes that are none.
fn read(from: &mut impl BufRead) -> Option<Result<Value, String>> {
    let mut header = String::new();
    if from.read_line(&mut header).ok()? == 0 {
        return None;
    }
    let length = header.strip_prefix("Content-Length: ").and_then(|length| length.trim().parse().ok());
    let Some(length) = length else { return Some(Err(header)) };
    let mut blank = String::new();
    from.read_line(&mut blank).ok()?;
    let mut body = vec![0; length];
    from.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).map_err(|error| error.to_string()))
}
