//! Starts the binary in a terminal of its own.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::harness::TODAY;

/// Longer than any step takes, so that a test that waits in vain fails.
const PATIENCE: Duration = Duration::from_mins(1);

/// A terminal in which netlint runs.
pub(crate) struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    /// What was shown and not waited for yet.
    shown: String,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Runs netlint in this folder, on the day of all tests.
    pub(crate) fn start(folder: &Path, args: &[&str]) -> Self {
        let size = PtySize { rows: 40, cols: 160, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_netlint"));
        command.args(args);
        command.cwd(folder);
        command.env("NETLINT_TODAY", TODAY);
        command.env("NO_COLOR", "1");
        command.env("TERM", "xterm");
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Self { child, writer, output, shown: String::new(), _master: pair.master }
    }

    /// Types.
    pub(crate) fn send(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Waits until this is shown, after all that was waited for before.
    pub(crate) fn wait_for(&mut self, text: &str) {
        loop {
            if let Some(at) = self.shown.find(text) {
                self.shown.drain(..at + text.len());
                return;
            }
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.shown.push_str(&String::from_utf8_lossy(&bytes)),
                Err(error) => panic!("{text:?} was not shown ({error}); this was: {:?}", self.shown),
            }
        }
    }

    /// Waits for the end, and says whether it was a good one.
    pub(crate) fn end(mut self) -> bool {
        self.read_on();
        self.child.wait().unwrap().success()
    }

    /// Waits for the end, and gives all that was shown and not waited for.
    pub(crate) fn all(mut self) -> String {
        self.read_on();
        self.child.wait().unwrap();
        self.shown.replace('\r', "")
    }

    fn read_on(&mut self) {
        loop {
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.shown.push_str(&String::from_utf8_lossy(&bytes)),
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {
                    self.child.kill().unwrap();
                    panic!("it does not end");
                }
            }
        }
    }
}
