//! What is staged: the journal as the next commit would have it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::{GitError, Repository, Revision, command};
use crate::config::{CONFIG_FILE, Config};
use crate::{Change, Session, Unreadable, relative};

/// The files of a repository's index, by where they would be in the work tree.
#[derive(Clone, Debug)]
pub struct Index {
    repository: Repository,
    files: BTreeMap<PathBuf, Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    object: String,
    /// It is one side of a conflict that nobody has resolved.
    is_conflict: bool,
    is_staged: bool,
}

/// A journal that was read from an index.
#[derive(Debug)]
pub struct Indexed {
    /// The whole journal.
    pub session: Session,
    /// The paths of those of its files that the next commit changes.
    pub staged: BTreeSet<String>,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
}

impl Repository {
    /// Reads the index: which files it has, and which of them differ from the last commit.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn index(&self) -> Result<Index, GitError> {
        let mut files = BTreeMap::new();
        let listed = self.run(["ls-files", "--stage", "-z", "--full-name", "--", ":/"])?;
        for line in listed.split(|byte| *byte == 0) {
            // `MODE OBJECT STAGE`, a tab, the path. Links and submodules are left out.
            let Some((head, path)) = split(line, b'\t').filter(|(head, _)| head.starts_with(b"100")) else { continue };
            let head = String::from_utf8_lossy(head);
            let mut words = head.split(' ').skip(1);
            let object = words.next().unwrap_or_default().to_owned();
            let is_conflict = words.next() != Some("0");
            files.insert(self.top.join(command::path(path)), Entry { object, is_conflict, is_staged: false });
        }
        let mut index = Index { repository: self.clone(), files };
        index.mark_staged()?;
        Ok(index)
    }
}

impl Index {
    fn mark_staged(&mut self) -> Result<(), GitError> {
        let repository = &self.repository;
        // Before the first commit everything is new.
        let head = match repository.head()? {
            Some(head) => head,
            None => repository.empty_object("tree")?,
        };
        let listed = repository.run([
            "diff-index",
            "--cached",
            "--name-only",
            "--no-renames",
            "--ita-invisible-in-index",
            "-z",
            &head,
            "--",
        ])?;
        for path in listed.split(|byte| *byte == 0) {
            if let Some(entry) = self.files.get_mut(&repository.top.join(command::path(path))) {
                entry.is_staged = true;
            }
        }
        // What `git add --intent-to-add` announces looks empty, and is not part of the next commit.
        let empty = repository.empty_object("blob")?;
        let is_announced = |entry: &Entry| entry.object == empty && !entry.is_staged;
        if self.files.values().any(is_announced) {
            let committed = Revision::known(repository, &head)?;
            self.files.retain(|location, entry| !is_announced(entry) || committed.has(location));
        }
        Ok(())
    }

    /// Whether there is a file at this place, or below it.
    pub fn has(&self, location: &Path) -> bool {
        self.files.range(location.to_owned()..).next().is_some_and(|(found, _)| found.starts_with(location))
    }

    /// The folder of the nearest `netlint.toml` in `folder` or above it, in the index or on the disk.
    pub fn config(&self, folder: &Path) -> Option<PathBuf> {
        let has = |folder: &&Path| {
            let location = folder.join(CONFIG_FILE);
            self.files.contains_key(&location) || location.is_file()
        };
        folder.ancestors().find(has).map(Path::to_owned)
    }

    /// The text of a file, if the index has it.
    ///
    /// # Errors
    ///
    /// What git says, and where the file is in conflict or not UTF-8.
    pub fn text(&self, location: &Path) -> Result<Option<String>, GitError> {
        let Some((location, entry)) = self.files.get_key_value(location) else { return Ok(None) };
        let content = self.contents(&[(location, entry)])?.pop().flatten().unwrap_or_default();
        String::from_utf8(content).map(Some).map_err(|_| GitError::at(location, "is not UTF-8"))
    }

    /// Reads the journal in the folder `root`; files in `named` are part of it whatever their names are.
    ///
    /// # Errors
    ///
    /// What git says, and where a journal is in conflict.
    pub fn journal(&self, root: &Path, config: Config, named: &[PathBuf]) -> Result<Indexed, GitError> {
        let is_hidden = |path: &str| path.split('/').any(|part| part.starts_with('.'));
        let is_journal = |location: &Path| {
            let path = relative(root, location);
            location.starts_with(root) && config.is_journal(&path) && !is_hidden(&path)
        };
        let named: BTreeSet<&PathBuf> = named.iter().collect();
        let wanted: Vec<(&PathBuf, &Entry)> =
            self.files.iter().filter(|(location, _)| is_journal(location) || named.contains(location)).collect();
        let staged = wanted.iter().filter(|(_, entry)| entry.is_staged);
        let staged = staged.map(|(location, _)| relative(root, location)).collect();
        let contents = self.contents(&wanted)?;
        let (mut changes, mut unreadable) = (Vec::new(), Vec::new());
        for ((location, _), content) in wanted.into_iter().zip(contents) {
            match content {
                Some(bytes) => changes.push(Change::Set { path: relative(root, location), bytes }),
                None => {
                    unreadable.push(Unreadable { location: location.clone(), message: crate::TOO_LARGE.to_owned() });
                }
            }
        }
        let mut session = Session::new(config);
        session.apply(changes);
        Ok(Indexed { session, staged, unreadable })
    }

    fn contents(&self, files: &[(&PathBuf, &Entry)]) -> Result<Vec<Option<Vec<u8>>>, GitError> {
        if let Some((location, _)) = files.iter().find(|(_, entry)| entry.is_conflict) {
            let message = "is in conflict; resolve it and `git add` it, then check again";
            return Err(GitError::at(location, message));
        }
        let files: Vec<_> = files.iter().map(|(at, entry)| (at.as_path(), entry.object.as_str())).collect();
        self.repository.contents(&files)
    }
}

/// What is before and after the first `byte`.
pub(super) fn split(bytes: &[u8], byte: u8) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|it| *it == byte)?;
    Some((&bytes[..at], &bytes[at + 1..]))
}
