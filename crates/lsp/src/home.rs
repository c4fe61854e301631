//! Where a document belongs.

use std::path::{Path, PathBuf};

use session::Config;

use crate::doc_id::DocId;
use crate::document::Document;

/// What makes one journal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Home {
    /// All journals in a folder.
    Folder(PathBuf),
    /// One document on its own, by its name.
    Alone(String),
}

impl Home {
    /// That of a folder which the client has opened: the nearest one with a `netlint.toml`, if that is searched for, or
    /// the folder itself.
    pub(crate) fn of_folder(folder: &Path, searches: bool) -> Self {
        let root = searches.then(|| configured(folder)).flatten();
        Self::Folder(root.unwrap_or_else(|| folder.to_owned()))
    }

    /// That of a document; `None` for one that belongs nowhere, such as an old version.
    pub(crate) fn of(id: &DocId, document: &Document, folders: &[PathBuf], searches: bool) -> Option<Self> {
        let Some(path) = id.path() else {
            let is_old = document.uri.0.starts_with("git");
            return (!is_old).then(|| Self::alone(id));
        };
        if let Some(root) = path.parent().filter(|_| searches).and_then(configured) {
            return Some(Self::Folder(root));
        }
        let around =
            folders.iter().filter(|folder| path.starts_with(folder)).max_by_key(|folder| folder.as_os_str().len());
        Some(around.map_or_else(|| Self::alone(id), |folder| Self::Folder(folder.clone())))
    }

    /// That of a document on its own.
    pub(crate) fn alone(id: &DocId) -> Self {
        Self::Alone(id.to_string())
    }

    /// The folder.
    pub(crate) fn root(&self) -> Option<&Path> {
        match self {
            Self::Folder(root) => Some(root),
            Self::Alone(_) => None,
        }
    }

    /// The name of the file of a document on its own.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Folder(_) => String::new(),
            Self::Alone(name) => name.rsplit('/').next().unwrap_or(name).to_owned(),
        }
    }
}

/// The folder of the nearest `netlint.toml`.
fn configured(folder: &Path) -> Option<PathBuf> {
    Config::find(folder)?.parent().map(Path::to_owned)
}
