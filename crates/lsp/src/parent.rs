//! Whoever started the server may die without a word.

use std::time::Duration;

/// So often it is looked for.
const EVERY: Duration = Duration::from_secs(2);

/// Ends the process when the one with this id is gone. One that cannot be seen from the start, as in another
/// container, is not watched.
pub(crate) fn watch(id: i32) {
    if is_alive(id) {
        std::thread::spawn(move || {
            while is_alive(id) {
                std::thread::sleep(EVERY);
            }
            crate::transport::complain("the editor is gone");
            std::process::exit(1)
        });
    }
}

#[cfg(unix)]
fn is_alive(id: i32) -> bool {
    // A process of another user exists, though it may not be spoken to.
    let is_there = |id| rustix::process::test_kill_process(id) != Err(rustix::io::Errno::SRCH);
    id > 0 && rustix::process::Pid::from_raw(id).is_some_and(is_there)
}

/// Elsewhere the end of the input must do.
#[cfg(not(unix))]
fn is_alive(_: i32) -> bool {
    false
}
