//! Waits until a journal may be different from what was read.
//!
//! The system's events are only hints: they say when to look, and [`Disk`] sees what is different. So a lost event
//! costs time, never truth, and where the system cannot watch, looking at intervals does the same.

mod debounce;
mod disk;
mod events;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

pub use debounce::Debounce;
pub use disk::{Disk, Stamp, linked_folders};
use events::Events;
pub use events::{Places, Touched};

/// How often one looks where the system cannot say that something changed.
pub const POLL: Duration = Duration::from_secs(2);

/// Why waiting ended.
#[derive(Debug)]
pub enum Wake {
    /// Something may be different, and all is quiet again; here is what was heard of.
    Look(Touched),
    /// The given time has come.
    Time,
    /// Somebody asked for the end.
    Stop,
}

/// What a watcher is told, by the system or by [`Stopper`].
enum Message {
    Event(notify::Result<notify::Event>),
    Stop,
}

/// Ends the waiting of a watcher, from anywhere.
#[derive(Clone, Debug)]
pub struct Stopper {
    sender: Sender<Message>,
    is_stopped: Arc<AtomicBool>,
}

impl Stopper {
    /// Whoever waits is woken for the last time.
    pub fn stop(&self) {
        // A watcher that is gone needs no end.
        self.is_stopped.store(true, Ordering::Relaxed);
        _ = self.sender.send(Message::Stop);
    }

    /// Whether somebody asked for the end, for those who wait for something else.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }
}

/// Watches the places of a journal.
pub struct Watcher {
    stopper: Stopper,
    messages: Receiver<Message>,
    /// `None`: nobody tells, so one looks at intervals.
    events: Option<Events>,
    interval: Duration,
    debounce: Debounce,
    touched: Touched,
    last_look: Instant,
}

impl Watcher {
    /// A watcher that hears of changes from the system, and waits until it was quiet for `quiet`; with `poll` it looks
    /// at this interval instead.
    pub fn new(quiet: Duration, poll: Option<Duration>) -> (Self, Option<Unwatched>) {
        let (sender, messages) = channel();
        let mut watcher = Self {
            stopper: Stopper { sender: sender.clone(), is_stopped: Arc::default() },
            messages,
            events: None,
            interval: poll.unwrap_or(POLL),
            debounce: Debounce::new(quiet),
            touched: Touched::default(),
            last_look: Instant::now(),
        };
        if poll.is_some() {
            return (watcher, None);
        }
        match Events::new(move |event| _ = sender.send(Message::Event(event))) {
            Ok(events) => {
                watcher.events = Some(events);
                (watcher, None)
            }
            Err(error) => (watcher, Some(Unwatched::new(&error))),
        }
    }

    /// What ends the waiting.
    pub fn stopper(&self) -> Stopper {
        self.stopper.clone()
    }

    /// Whether it looks at intervals, and at which.
    pub fn polls(&self) -> Option<Duration> {
        self.events.is_none().then_some(self.interval)
    }

    /// Watches these places and no others. Says whether some of them were not watched before, so that what happened
    /// there until now has to be looked for.
    ///
    /// # Errors
    ///
    /// When the system watches no more; from then on the watcher looks at intervals.
    pub fn watch(&mut self, places: Places) -> Result<bool, Unwatched> {
        let Some(events) = &mut self.events else { return Ok(false) };
        events.watch(places).map_err(|error| {
            self.events = None;
            Unwatched::new(&error)
        })
    }

    /// A look that found out what is `touched`, and that things still move: new folders are there, in which much may
    /// have happened that nobody told. Whether it may wait, to be woken again.
    pub fn put_off(&mut self, touched: &Touched) -> bool {
        let waits = self.debounce.put_off(Instant::now());
        if waits {
            self.touched.extend(touched);
        }
        waits
    }

    /// Waits until something may be different, or until `time`.
    pub fn wait(&mut self, time: Instant) -> Wake {
        loop {
            let look = match &self.events {
                Some(_) => self.debounce.due(),
                None => Some(self.last_look + self.interval),
            };
            let now = Instant::now();
            if look.is_some_and(|look| look <= now) {
                self.debounce.settle();
                self.last_look = now;
                return Wake::Look(std::mem::take(&mut self.touched));
            }
            if time <= now {
                return Wake::Time;
            }
            let next = look.map_or(time, |look| look.min(time));
            match self.messages.recv_timeout(next - now) {
                Ok(Message::Event(event)) => self.hear(event),
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return Wake::Stop,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    fn hear(&mut self, event: notify::Result<notify::Event>) {
        let Some(events) = &mut self.events else { return };
        if events.hear(event, &mut self.touched) {
            self.debounce.touch(Instant::now());
        }
    }
}

/// Why the system does not watch, and what can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwatched {
    /// One sentence.
    pub message: String,
}

impl Unwatched {
    fn new(error: &notify::Error) -> Self {
        // Too many watchers, of which there are few for each user, is the other limit.
        let many = |error: &std::io::Error| matches!(error.raw_os_error(), Some(23 | 24));
        let message = match &error.kind {
            notify::ErrorKind::MaxFilesWatch => {
                "the system watches no more folders (raise fs.inotify.max_user_watches)".to_owned()
            }
            notify::ErrorKind::Io(error) if cfg!(target_os = "linux") && many(error) => {
                "the system has no more watchers (raise fs.inotify.max_user_instances)".to_owned()
            }
            _ => format!("the system cannot watch here ({error})"),
        };
        Self { message }
    }
}

#[cfg(test)]
#[path = "watch/tests.rs"]
mod tests;
