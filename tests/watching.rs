//! Starts `netlint watch` and waits for what it says. Nothing sleeps: whatever does not come fails after a minute.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::Value;

use crate::harness::{Folder, command};

pub(crate) const PEOPLE: &str = "## Ada @ada\n- role: engineer\n\n## Bob @bob\n- role: poet\n";
pub(crate) const DAYS: &str = "## 2026-11-20\n- coffee with @ada: a long talk\n";
pub(crate) const WRONG: &str = "- call @ghost\n";

pub(crate) fn journal() -> Folder {
    Folder::new(&[("netlint.toml", ""), ("people.net.md", PEOPLE), ("2026.net.md", DAYS)])
}

/// What a document says in short: `event +rule file:line -rule file:line`.
pub(crate) fn told(document: &Value) -> String {
    let mut words = vec![document["event"].as_str().unwrap().to_owned()];
    for (sign, key) in [('+', "appeared"), ('-', "resolved")] {
        for it in document[key].as_array().unwrap() {
            let text = |key: &str| it[key].as_str().unwrap();
            words.push(format!("{sign}{} {}:{}", text("rule"), text("file"), it["start"]["line"]));
        }
    }
    words.join(" ")
}

/// Puts a file there as a whole, so that no half of it is seen.
pub(crate) fn save(folder: &Folder, path: &str, text: impl AsRef<[u8]>) {
    let new = format!("{path}.new");
    folder.write(&new, text.as_ref());
    std::fs::rename(folder.path().join(new), folder.path().join(path)).unwrap();
}

pub(crate) fn watch(folder: &Folder, args: &[&str]) -> Watching {
    let mut watching = Watching::start(command(folder.path(), &[&["watch"], args].concat()));
    if args.contains(&"json") {
        assert_eq!(told(&watching.document()), "start");
    } else {
        watching.line_with("watching ");
    }
    watching
}

/// By then everything has come, on the slowest machine.
const DEADLINE: Duration = Duration::from_mins(1);

/// A watch that goes on.
pub(crate) struct Watching {
    child: Child,
    out: Receiver<String>,
    err: Receiver<String>,
}

impl Watching {
    pub(crate) fn start(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (out, err) = (lines(child.stdout.take().unwrap()), lines(child.stderr.take().unwrap()));
        Self { child, out, err }
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// The next line.
    pub(crate) fn line(&mut self) -> String {
        self.out.recv_timeout(DEADLINE).unwrap_or_else(|error| {
            let err: Vec<String> = self.err.try_iter().collect();
            panic!("no line came: {error}; standard error: {err:?}")
        })
    }

    /// The next line with these words; others are passed over.
    pub(crate) fn line_with(&mut self, words: &str) -> String {
        let mut passed = Vec::new();
        loop {
            match self.out.recv_timeout(DEADLINE) {
                Ok(line) if line.contains(words) => return line,
                Ok(line) => passed.push(line),
                Err(error) => panic!("no line with {words:?}: {error}; there were {passed:#?}"),
            }
        }
    }

    /// The next line of standard error has these words.
    #[track_caller]
    pub(crate) fn error_with(&mut self, words: &str) {
        let line = self.err.recv_timeout(DEADLINE).unwrap();
        assert!(line.starts_with("netlint: ") && line.contains(words), "{words:?} in {line:?}");
    }

    /// The next line, as JSON.
    #[track_caller]
    pub(crate) fn document(&mut self) -> Value {
        let line = self.line();
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"))
    }

    /// Asks for the end. Gives the exit code and the rest of standard error.
    pub(crate) fn end(mut self) -> (i32, String) {
        send("TERM", self.id());
        let code = self.wait_for_code();
        (code, self.err.iter().map(|line| line + "\n").collect())
    }

    /// Waits for the end.
    pub(crate) fn wait(mut self) -> i32 {
        self.wait_for_code()
    }

    fn wait_for_code(&mut self) -> i32 {
        self.child.wait().unwrap().code().expect("netlint was not killed")
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // It may have ended.
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// Sends a signal.
pub(crate) fn send(signal: &str, id: u32) {
    let status = Command::new("sh").args(["-c", &format!("kill -s {signal} {id}")]).status().unwrap();
    assert!(status.success(), "no signal {signal} to {id}");
}

fn lines(from: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, lines) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    lines
}
