//! What ends a watch.

use anyhow::{Context, Result};
use session::watch::Stopper;

/// Ctrl-C, SIGTERM and a terminal that is closed.
pub(super) fn on_signal(stopper: &Stopper) -> Result<()> {
    let stopper = stopper.clone();
    ctrlc::set_handler(move || stopper.stop()).context("the system's signals cannot be waited for")
}

/// Nobody reads what is printed any more. Noticed at once, not only when there is something to print.
#[cfg(unix)]
pub(super) fn on_closed_output(stopper: &Stopper) {
    use rustix::event::{PollFd, PollFlags, poll};
    let stopper = stopper.clone();
    std::thread::spawn(move || {
        let stdout = std::io::stdout();
        // Asked for nothing, the system tells only that the other side is gone.
        let mut outputs = [PollFd::new(&stdout, PollFlags::empty())];
        loop {
            match poll(&mut outputs, None) {
                Ok(_) => break,
                Err(rustix::io::Errno::INTR) => {}
                // Then it is noticed when there is something to print.
                Err(_) => return,
            }
        }
        if outputs[0].revents().intersects(PollFlags::ERR | PollFlags::HUP) {
            stopper.stop();
        }
    });
}

#[cfg(not(unix))]
pub(super) fn on_closed_output(_: &Stopper) {}
