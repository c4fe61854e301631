//! Writes files so that a journal is never lost: all of them or none, each as a whole.

use std::fmt;
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A file with what it is to hold.
#[derive(Clone, Debug)]
pub struct NewText<'a> {
    /// Where it is.
    pub location: PathBuf,
    /// What it must hold now; `None`: it must not exist.
    pub before: Option<&'a str>,
    /// What it is to hold.
    pub after: &'a str,
}

/// Why nothing could be written.
#[derive(Debug)]
pub struct WriteError {
    /// The file.
    pub location: PathBuf,
    /// What is in the way, and what can be done.
    pub message: String,
    /// Files that hold the new text nevertheless, since they could not be put back.
    pub changed: Vec<PathBuf>,
}

/// The right to write into a journal's folder, until it is dropped. A second one waits, also in another process.
#[derive(Debug)]
pub struct Lock {
    root: PathBuf,
    _file: File,
}

impl Lock {
    /// Waits until nobody else writes into the journal at `root`. Nothing of it stays on the disk, except for a
    /// `.netlint.lock` on systems where a folder cannot be locked itself.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be opened.
    pub fn take(root: &Path) -> Result<Self, WriteError> {
        let cannot = |error: &io::Error| WriteError::new(root, format!("cannot be locked: {error}"));
        let file = open_lock(root).map_err(|error| cannot(&error))?;
        match file.lock() {
            // A file system without locks is written without them.
            Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(cannot(&error)),
            _ => Ok(Self { root: root.to_owned(), _file: file }),
        }
    }

    /// Writes all texts or none. What is refused: a file that does not hold what it is said to hold, one that is
    /// read-only or no regular file, and a link that leads out of the journal's folder. A link inside stays a link.
    ///
    /// # Errors
    ///
    /// Where anything is in the way. Files that were written before that are put back.
    pub fn write(&self, texts: &[NewText<'_>]) -> Result<(), WriteError> {
        let planned = texts.iter().map(|text| self.plan(text)).collect::<Result<Vec<_>, _>>()?;
        // All new texts are on the disk by now. One more look, since that took a moment.
        for planned in &planned {
            planned.holds().map_err(|message| WriteError::new(&planned.text.location, message))?;
        }
        let mut done: Vec<(&NewText<'_>, PathBuf)> = Vec::new();
        for planned in planned {
            let (text, target) = (planned.text, planned.target.clone());
            if let Err(error) = planned.put() {
                let mut failed = WriteError::new(&text.location, format!("cannot be written: {error}"));
                let lost = done.into_iter().rev().filter(|(text, target)| put_back(text, target).is_err());
                failed.changed = lost.map(|(text, _)| text.location.clone()).collect();
                return Err(failed);
            }
            done.push((text, target));
        }
        let mut folders: Vec<&Path> = done.iter().filter_map(|(_, target)| target.parent()).collect();
        folders.dedup();
        for folder in folders {
            sync_folder(folder);
        }
        Ok(())
    }

    fn plan<'a, 't>(&self, text: &'a NewText<'t>) -> Result<Planned<'a, 't>, WriteError> {
        let refuse = |message: String| WriteError::new(&text.location, message);
        let cannot = |error: io::Error| refuse(format!("cannot be written: {error}"));
        // What was named although it lies elsewhere may be written where it lies.
        let own = text.location.parent().unwrap_or(&self.root);
        let fence = if text.location.starts_with(&self.root) { &self.root } else { own };
        let target = match text.before {
            Some(_) => fs::canonicalize(&text.location).map_err(cannot)?,
            None => fs::canonicalize(own).map_err(cannot)?.join(text.location.file_name().unwrap_or_default()),
        };
        if !target.starts_with(fs::canonicalize(fence).map_err(cannot)?) {
            return Err(refuse(format!(
                "is a link out of the journal, to {}; name that file itself",
                target.display()
            )));
        }
        let old = text.before.map(|_| fs::metadata(&target)).transpose().map_err(cannot)?;
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            return Err(refuse("is no regular file".to_owned()));
        }
        if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
            return Err(refuse("is read-only; make it writable first".to_owned()));
        }
        let file = temporary(&target, text.after, old.as_ref(), MODE).map_err(cannot)?;
        Ok(Planned { text, target, file })
    }
}

/// A text that is on the disk already, beside the file that it is for.
struct Planned<'a, 't> {
    text: &'a NewText<'t>,
    target: PathBuf,
    file: NamedTempFile,
}

impl Planned<'_, '_> {
    /// Whether the file still is what it was said to be.
    fn holds(&self) -> Result<(), String> {
        match (self.text.before, fs::read(&self.target)) {
            (Some(before), Ok(now)) if before.as_bytes() == now => Ok(()),
            (Some(_), Ok(_)) => Err("was changed meanwhile; nothing was written, try again".to_owned()),
            (Some(_), Err(error)) => Err(format!("cannot be read any more: {error}")),
            (None, Err(error)) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            (None, _) => Err("exists already and is not overwritten".to_owned()),
        }
    }

    fn put(self) -> io::Result<()> {
        let put = match self.text.before {
            Some(_) => self.file.persist(&self.target),
            None => self.file.persist_noclobber(&self.target),
        };
        put.map(drop).map_err(|error| error.error)
    }
}

impl WriteError {
    fn new(location: &Path, message: String) -> Self {
        Self { location: location.to_owned(), message, changed: Vec::new() }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.location.display(), self.message)?;
        for path in &self.changed {
            write!(f, "; {} was changed already and could not be put back", path.display())?;
        }
        Ok(())
    }
}

impl std::error::Error for WriteError {}

/// Writes one file that is no journal, such as a report: as a whole or not at all, over what was there.
///
/// # Errors
///
/// What the system says.
pub fn replace(location: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_with(location, bytes, MODE)
}

/// The same; a file that is new gets this mode, less what the user's mask takes away.
pub(crate) fn replace_with(location: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    // What is no regular file, such as a terminal or a pipe, can only be written to.
    let old = fs::metadata(location).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return fs::OpenOptions::new().write(true).open(location)?.write_all(bytes);
    }
    let target = fs::canonicalize(location).unwrap_or_else(|_| location.to_owned());
    let file = temporary(&target, bytes, old.as_ref(), mode)?;
    file.persist(&target).map_err(|error| error.error)?;
    sync_folder(folder_of(&target));
    Ok(())
}

/// Files of this name are ours and may be removed: they are left only by a crash.
const PREFIX: &str = ".netlint-";

/// The mode of a file that is new.
const MODE: u32 = 0o666;

#[cfg_attr(not(unix), expect(unused_variables, reason = "other systems have no modes"))]
fn temporary(target: &Path, text: impl AsRef<[u8]>, old: Option<&Metadata>, mode: u32) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    let mut file = builder.tempfile_in(folder_of(target))?;
    file.write_all(text.as_ref())?;
    if let Some(old) = old {
        file.as_file().set_permissions(old.permissions())?;
        keep_owner(&file, old);
    }
    file.as_file().sync_all()?;
    Ok(file)
}

fn folder_of(target: &Path) -> &Path {
    match target.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// Only an administrator can give a file away, and for others nothing is to be done.
#[cfg(unix)]
fn keep_owner(file: &NamedTempFile, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let is_same = file.as_file().metadata().is_ok_and(|new| (new.uid(), new.gid()) == (old.uid(), old.gid()));
    if !is_same {
        _ = fchown(file.as_file(), Some(old.uid()), Some(old.gid()));
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &NamedTempFile, _: &Metadata) {}

fn put_back(text: &NewText<'_>, target: &Path) -> io::Result<()> {
    match text.before {
        Some(before) => {
            let old = fs::metadata(target)?;
            temporary(target, before, Some(&old), MODE)?.persist(target).map(drop).map_err(|error| error.error)
        }
        None => fs::remove_file(target),
    }
}

/// A rename is safe from a power cut once its folder is. Not every file system can do it.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        _ = folder.sync_all();
    }
}

#[cfg(unix)]
fn open_lock(root: &Path) -> io::Result<File> {
    File::open(root)
}

#[cfg(not(unix))]
fn open_lock(root: &Path) -> io::Result<File> {
    fs::OpenOptions::new().create(true).truncate(false).write(true).open(root.join(".netlint.lock"))
}

#[cfg(test)]
#[path = "write_tests.rs"]
mod tests;
