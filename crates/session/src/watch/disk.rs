//! What is different on the disk from what was read.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use super::Touched;
use crate::{Change, Found, Unreadable};

/// What tells a file from what it was, without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    modified: Option<SystemTime>,
    size: u64,
    /// When anything about it changed, and which file it is: neither can be set by programs.
    identity: (i64, i64, u64),
}

impl Stamp {
    /// That of a file; links are followed.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn of(path: &Path) -> io::Result<Self> {
        let metadata = std::fs::metadata(path)?;
        #[cfg(unix)]
        let identity = {
            use std::os::unix::fs::MetadataExt;
            (metadata.ctime(), metadata.ctime_nsec(), metadata.ino())
        };
        #[cfg(not(unix))]
        let identity = (0, 0, 0);
        Ok(Self { modified: metadata.modified().ok(), size: metadata.len(), identity })
    }
}

/// A file as it was read.
struct Known {
    stamp: Stamp,
    /// It had just changed: a second change within one tick of the file system's clock would not show in its stamp, so
    /// it is read once more at the next look.
    is_fresh: bool,
}

/// The files of a journal as they were read.
#[derive(Default)]
pub struct Disk {
    files: BTreeMap<String, Known>,
}

impl Disk {
    /// What is different from the last time, given the files that there are now. A file that cannot be read stays
    /// what it was.
    pub fn look(&mut self, found: Vec<Found>, touched: &Touched) -> (Vec<Change>, Vec<Unreadable>) {
        let is_new = self.files.is_empty();
        let (mut changes, mut unreadable) = (Vec::new(), Vec::new());
        let old = std::mem::take(&mut self.files);
        let read = |Found { path, location }: Found| {
            let known = old.get(&path);
            // Stamped before it is read: what changes meanwhile is seen the next time.
            let stamp = match Stamp::of(&location) {
                Ok(stamp) => stamp,
                Err(error) => return (path, location, None, Err(error.to_string())),
            };
            let is_same = known.is_some_and(|known| known.stamp == stamp && !known.is_fresh);
            if is_same && !touched.contains(&location) {
                return (path, location, Some((stamp, false)), Ok(None));
            }
            let is_fresh = !is_new && known.is_none_or(|known| known.stamp != stamp);
            let bytes = crate::read(&location);
            (path, location, Some((stamp, is_fresh)), bytes.map(Some))
        };
        for (path, location, seen, bytes) in found.into_par_iter().map(read).collect::<Vec<_>>() {
            match bytes {
                Ok(bytes) => {
                    if let Some((stamp, is_fresh)) = seen {
                        self.files.insert(path.clone(), Known { stamp, is_fresh });
                    }
                    changes.extend(bytes.map(|bytes| Change::Set { path, bytes }));
                }
                Err(message) => unreadable.push((path, Unreadable { location, message })),
            }
        }
        let mut old = old;
        // What is gone since it was found is no news; what is there and closed keeps what was read of it.
        unreadable.retain(|(_, it)| it.location.symlink_metadata().is_ok());
        for (path, _) in &unreadable {
            if let Some(known) = old.remove(path) {
                self.files.insert(path.clone(), known);
            }
        }
        let gone = old.into_keys().filter(|path| !self.files.contains_key(path));
        changes.extend(gone.map(|path| Change::Remove { path }));
        (changes, unreadable.into_iter().map(|(_, it)| it).collect())
    }
}

/// The folders where the files are that links lead to.
pub fn linked_folders(found: &[Found]) -> impl Iterator<Item = PathBuf> {
    let links = found.iter().filter(|found| found.location.is_symlink());
    links.filter_map(|found| found.location.canonicalize().ok()?.parent().map(Path::to_owned))
}
