//! One journal: a folder's, or a document's on its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use session::Config;

use crate::doc_id::{DocId, uri_of};
use crate::document::Document;
use crate::engine::Engine;
use crate::problem::Problem;

/// One journal.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    /// Its folder, and the folder that this really is, if it is reached by a link.
    root: Option<(PathBuf, PathBuf)>,
    /// Its configuration, whether there is one or not.
    path: PathBuf,
    /// What is in force: what the file says, or what it said when it last made sense.
    pub(crate) config: Arc<Config>,
    /// Why that is not what the file says.
    pub(crate) problem: Option<Arc<Problem>>,
    pub(crate) engine: Arc<Engine>,
}

impl Journal {
    /// The journal in a folder, and where its configuration is; `toml` is that, if it is open.
    pub(crate) fn open(root: &Path, path: PathBuf, toml: Option<&Document>) -> Self {
        let real = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let mut journal = Self { root: Some((root.to_owned(), real)), path, ..Self::default() };
        journal.configure(toml);
        journal.engine.read_all();
        journal
    }

    /// Reads the configuration again. One that makes no sense changes nothing but what is said about it.
    pub(crate) fn configure(&mut self, toml: Option<&Document>) {
        let path = self.path.clone();
        let text = toml.map(|toml| toml.text.to_string()).or_else(|| std::fs::read_to_string(&path).ok());
        let Some(text) = text else {
            self.problem = None;
            return self.follow(Arc::default());
        };
        match Config::parse(&path, &text) {
            Ok(config) => {
                self.problem = None;
                self.follow(Arc::new(config));
            }
            Err(error) => {
                let uri = toml.map_or_else(|| uri_of(&path), |toml| toml.uri.clone());
                self.problem = Some(Arc::new(Problem { uri, text, error }));
            }
        }
    }

    /// Whether this document is its configuration.
    pub(crate) fn is_configured_by(&self, id: &DocId) -> bool {
        self.root.is_some() && DocId::file(&self.path) == *id
    }

    /// Whether this configuration is in force.
    pub(crate) fn follows(&self, config: &Arc<Config>) -> bool {
        Arc::ptr_eq(&self.config, config)
    }

    /// This configuration is in force from now on.
    pub(crate) fn follow(&mut self, config: Arc<Config>) {
        self.config = config;
    }

    /// The path of a file below the folder, with `/`.
    pub(crate) fn relative(&self, path: Option<&Path>) -> Option<String> {
        let ((root, real), path) = (self.root.as_ref()?, path?);
        if path.starts_with(root) {
            return Some(session::relative(root, path));
        }
        // One folder has as many names as there are links to it.
        let parent = path.parent()?.canonicalize().ok()?.join(path.file_name()?);
        parent.starts_with(real).then(|| session::relative(real, &parent))
    }

    /// Notes that something has happened to a file or folder. False: it does not concern this journal.
    pub(crate) fn disk_changed(&mut self, path: &Path) -> bool {
        let Some(relative) = self.relative(Some(path)) else { return false };
        if self.config.is_journal(&relative) {
            self.engine.read(relative);
            return true;
        }
        // A folder that came or went takes its files along.
        let folder = relative + "/";
        let is_folder = path.is_dir() || self.engine.has_below(&folder);
        if is_folder {
            self.engine.read_folder(folder);
        }
        is_folder
    }
}
