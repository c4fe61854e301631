//! A command after each check.

use std::io::{self, Seek, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use session::watch::Stopper;

use super::journal::warn;

/// How soon the end of netlint is noticed while a command runs.
const MOMENT: Duration = Duration::from_millis(100);

/// Runs the command with this input, and waits until it has ended: what changes meanwhile is the next check's. That it
/// fails is said.
pub(super) fn run(command: &str, input: &[u8], stopper: &Stopper) {
    match try_run(command, input, stopper) {
        Ok(Some(status)) if !status.success() && !stopper.is_stopped() => {
            warn(&format!("--exec: `{command}` ended with {status}"));
        }
        Ok(_) => {}
        Err(error) => warn(&format!("--exec: `{command}` cannot be run: {error}")),
    }
}

/// `None`: netlint is to end before the command did, which may go on.
fn try_run(command: &str, input: &[u8], stopper: &Stopper) -> io::Result<Option<ExitStatus>> {
    // A file without a name, since a command need not read its input, nor all of it at once.
    let mut file = tempfile::tempfile()?;
    file.write_all(input)?;
    file.rewind()?;
    let mut child = shell(command).stdin(Stdio::from(file)).spawn()?;
    let (sender, ended) = channel();
    thread::spawn(move || sender.send(child.wait()));
    loop {
        match ended.recv_timeout(MOMENT) {
            Ok(status) => return status.map(Some),
            Err(RecvTimeoutError::Timeout) if !stopper.is_stopped() => {}
            Err(_) => return Ok(None),
        }
    }
}

#[cfg(unix)]
fn shell(command: &str) -> Command {
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", command]);
    shell
}

#[cfg(windows)]
fn shell(command: &str) -> Command {
    use std::os::windows::process::CommandExt;
    let mut shell = Command::new("cmd");
    // As it was written: cmd has quotation marks of its own.
    shell.arg("/C").raw_arg(command);
    shell
}
