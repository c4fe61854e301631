//! Messages over two streams of bytes: a header with the length, then JSON.
//!
//! What cannot be read is said on standard error and left out; the stream goes on behind it.

mod frames;
mod mend;

use std::io::{self, BufReader, BufWriter, Read, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

pub(crate) use frames::{Frame, next_frame};

/// Where messages go out. It never waits: whoever does not read must not keep us from reading.
#[derive(Clone, Debug)]
pub(crate) struct Outbox(Sender<Vec<u8>>);

impl Outbox {
    /// Starts to write what is sent, until nobody can send any more, or nobody reads: then the input is at its end, too.
    pub(crate) fn start(
        output: impl Write + Send + 'static,
        messages: UnboundedSender<Frame>,
    ) -> (Self, JoinHandle<()>) {
        let (sender, receiver) = channel();
        let write = move || {
            write_all(&receiver, output);
            _ = messages.send(Frame::End);
        };
        (Self(sender), std::thread::spawn(write))
    }

    /// Sends a message.
    pub(crate) fn send(&self, message: &impl serde::Serialize) {
        match serde_json::to_vec(message) {
            // Whoever has gone needs no answer.
            Ok(body) => _ = self.0.send(body),
            Err(error) => complain(&format!("a message cannot be written: {error}")),
        }
    }

    /// Answers a request that is none: its id may be of any kind.
    pub(crate) fn refuse(&self, id: &Value, code: i64, message: &str) {
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } }));
    }
}

fn write_all(messages: &Receiver<Vec<u8>>, output: impl Write) {
    let mut output = BufWriter::new(output);
    let mut write = |body: &[u8]| -> io::Result<()> {
        write!(output, "Content-Length: {}\r\n\r\n", body.len())?;
        output.write_all(body)?;
        output.flush()
    };
    for body in messages {
        if write(&body).is_err() {
            return;
        }
    }
}

/// Reads messages until the input ends. The thread is never waited for: it may be blocked for as long as the input is
/// open.
pub(crate) fn start_reading(input: impl Read + Send + 'static, messages: UnboundedSender<Frame>) {
    std::thread::spawn(move || {
        let mut input = BufReader::with_capacity(1 << 16, input);
        while let Some(frame) = next_frame(&mut input) {
            if messages.send(frame).is_err() {
                return;
            }
        }
        _ = messages.send(Frame::End);
    });
}

/// Says on standard error what went wrong. Standard output belongs to the protocol.
pub(crate) fn complain(what: &str) {
    _ = writeln!(io::stderr(), "netlint lsp: {what}");
}
