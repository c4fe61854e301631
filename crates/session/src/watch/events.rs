//! The system's events: which folders are watched, and which events matter.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{ErrorKind, RecursiveMode};

use crate::config::CONFIG_FILE;

/// How many of the folders above a journal are watched, so that it is seen to go and to return. The system of macOS
/// tells of everything below a folder, and the whole disk would be too much.
const MOST_ABOVE: usize = if cfg!(target_os = "macos") { 1 } else { usize::MAX };

/// What makes up a journal, as whole paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The folders in which journals are or could appear.
    pub folders: BTreeSet<PathBuf>,
    /// The journal's folder, and each file and folder that was named. They and what they lie in may come and go.
    pub roots: BTreeSet<PathBuf>,
}

/// Files that were heard of. What is here is read again even if it looks the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched(pub(super) BTreeSet<PathBuf>);

impl Touched {
    pub(super) fn extend(&mut self, others: &Self) {
        self.0.extend(others.0.iter().cloned());
    }

    /// Whether this file was heard of.
    pub fn contains(&self, path: &Path) -> bool {
        self.0.contains(path)
    }
}

/// The folders that the system watches for us.
///
/// Folders, not files, since most editors save by putting a new file in the place of the old; and each by itself, not
/// with all below, so that `.git` and what is ignored cost nothing.
pub(super) struct Events {
    system: Box<dyn notify::Watcher + Send>,
    places: Places,
    watched: BTreeSet<PathBuf>,
}

impl Events {
    pub(super) fn new(tell: impl Fn(notify::Result<notify::Event>) + Send + 'static) -> notify::Result<Self> {
        // We open files ourselves; what is only read is not worth telling.
        let tell = move |event: notify::Result<notify::Event>| {
            let is_reading =
                |kind: &EventKind| kind.is_access() && *kind != EventKind::Access(AccessKind::Close(AccessMode::Write));
            if !event.as_ref().is_ok_and(|event| is_reading(&event.kind) && !event.need_rescan()) {
                tell(event);
            }
        };
        Ok(Self::with(Box::new(notify::recommended_watcher(tell)?)))
    }

    pub(super) fn with(system: Box<dyn notify::Watcher + Send>) -> Self {
        Self { system, places: Places::default(), watched: BTreeSet::new() }
    }

    /// Watches these places and no others; whether there are new ones.
    pub(super) fn watch(&mut self, places: Places) -> notify::Result<bool> {
        let mut wanted = places.folders.clone();
        wanted.extend(places.roots.iter().flat_map(|root| above(root)));
        self.places = places;
        let old: Vec<PathBuf> = self.watched.difference(&wanted).cloned().collect();
        let new: Vec<PathBuf> = wanted.difference(&self.watched).cloned().collect();
        let mut has_new = false;
        let mut paths = self.system.paths_mut();
        for path in old {
            // It may be gone, and then it is not watched any more.
            _ = paths.remove(&path);
            self.watched.remove(&path);
        }
        for path in new {
            match paths.add(&path, RecursiveMode::NonRecursive) {
                Ok(()) => {
                    self.watched.insert(path);
                    has_new = true;
                }
                Err(error) if is_closed_to_us(&error) => {}
                Err(error) => return Err(error),
            }
        }
        paths.commit()?;
        Ok(has_new)
    }

    /// Takes an event over; whether it is a reason to look.
    pub(super) fn hear(&mut self, event: notify::Result<notify::Event>, touched: &mut Touched) -> bool {
        let event = match event {
            Ok(event) if !event.need_rescan() => event,
            // Events were lost, so what is watched may have been replaced.
            _ => {
                self.forget(Path::new(""));
                return true;
            }
        };
        let moves = matches!(event.kind, EventKind::Create(_) | EventKind::Remove(_))
            || matches!(event.kind, EventKind::Modify(notify::event::ModifyKind::Name(_)));
        let mut is_reason = false;
        for path in event.paths {
            if self.matters(&path) {
                is_reason = true;
                if moves {
                    self.forget(&path);
                }
                touched.0.insert(path);
            }
        }
        is_reason
    }

    /// What is at this path and below is another thing now, and has to be watched anew.
    fn forget(&mut self, path: &Path) {
        let is_below = |watched: &PathBuf| path == Path::new("") || watched.starts_with(path);
        let gone: Vec<PathBuf> = self.watched.iter().filter(|watched| is_below(watched)).cloned().collect();
        for path in gone {
            _ = self.system.unwatch(&path);
            self.watched.remove(&path);
        }
    }

    /// Whether a change at this path can change the journal. Much goes on in the folders above it, and editors leave
    /// locks and copies beside a file.
    fn matters(&self, path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default();
        let is_hidden = name.as_encoded_bytes().starts_with(b".") && name != ".gitignore" && name != ".ignore";
        let is_inside = path.parent().is_some_and(|folder| self.places.folders.contains(folder));
        name == OsStr::new(CONFIG_FILE)
            || is_inside && !is_hidden
            || self.places.folders.contains(path)
            || self.places.roots.iter().any(|root| root.starts_with(path))
    }
}

/// The folders above a path.
fn above(path: &Path) -> impl Iterator<Item = PathBuf> {
    path.ancestors().skip(1).take(MOST_ABOVE).map(Path::to_owned)
}

/// A place that is gone, or that we may not see, is no reason to give up.
fn is_closed_to_us(error: &notify::Error) -> bool {
    let is_closed = |error: &io::Error| {
        matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied | io::ErrorKind::NotADirectory)
    };
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => is_closed(error),
        _ => false,
    }
}
