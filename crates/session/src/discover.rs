//! Which files are meant.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::config::Config;

/// A file that is to be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Its path below the journal's folder, with `/`.
    pub path: String,
    /// Where it is.
    pub location: PathBuf,
}

/// Why a path could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The path.
    pub location: PathBuf,
    /// What the system says.
    pub message: String,
}

/// The journals in `folder` and below, in order of their paths. Hidden folders and what `.gitignore` names are left
/// out; links to files are followed, links to folders are not.
pub fn journals(root: &Path, folder: &Path, config: &Config) -> (Vec<Found>, Vec<Unreadable>) {
    walk(root, folder, config, |_| {})
}

/// The same; each folder that was looked into is said.
pub fn walk(
    root: &Path,
    folder: &Path,
    config: &Config,
    mut looked_into: impl FnMut(&Path),
) -> (Vec<Found>, Vec<Unreadable>) {
    let (mut found, mut unreadable) = (Vec::new(), Vec::new());
    for entry in WalkBuilder::new(folder).build() {
        match entry {
            Ok(entry) => {
                let location = entry.path();
                if entry.file_type().is_some_and(|kind| kind.is_dir()) {
                    looked_into(location);
                }
                let path = relative(root, location);
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file())
                    || entry.path_is_symlink() && !location.is_dir();
                if is_file && config.is_journal(&path) {
                    found.push(Found { path, location: location.to_owned() });
                }
            }
            Err(error) => unreadable.push(from_walk(&error, folder)),
        }
    }
    found.sort_unstable();
    (found, unreadable)
}

fn from_walk(error: &ignore::Error, folder: &Path) -> Unreadable {
    let (location, inner) = match error {
        ignore::Error::WithPath { path, err } => (path.clone(), err.as_ref()),
        ignore::Error::WithDepth { err, .. } => return from_walk(err, folder),
        other => (folder.to_owned(), other),
    };
    Unreadable { location, message: inner.to_string() }
}

/// The path of a file below the journal's folder, with `/`; the whole path where it is not below.
pub fn relative(root: &Path, location: &Path) -> String {
    let path = location.strip_prefix(root).unwrap_or(location);
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/").replace("//", "/")
}

/// The path without links, as far as it exists.
pub fn real_path(path: &Path) -> PathBuf {
    let existing = path.ancestors().find(|path| path.exists()).unwrap_or(path);
    let real = existing.canonicalize().unwrap_or_else(|_| existing.to_owned());
    match path.strip_prefix(existing) {
        Ok(rest) if rest != Path::new("") => real.join(rest),
        _ => real,
    }
}
