//! Finds, loads, keeps and watches journals: the only library of netlint with input and output.
//!
//! Disk and editor buffers both become a [`Change`]; out comes a [`Snapshot`], which is immutable and cheap to
//! clone.

mod config;
mod decode;
mod discover;
mod edits;
mod fix;
mod format;
pub mod git;
mod silence;
pub mod watch;
mod write;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use check::Report;
use journal::{Day, Facts, Network, Source};
use rayon::prelude::*;

pub use config::{CONFIG_FILE, Config, ConfigError, Globs, Override, TOP, Tested, TopKey, schema};
pub use discover::{Found, Unreadable, journals, real_path, relative, walk};
pub use edits::{Edited, edit};
pub use fix::{Fixed, FixedFile, MAX_ROUNDS, brings_errors, fix};
pub use format::{Formatted, Refused, format};
pub use silence::{Silenced, silence};
pub use write::{Lock, NewText, WriteError, replace};

/// Something that is different from now on.
#[derive(Debug)]
pub enum Change {
    /// A file has this content.
    Set {
        /// Its path below the journal's folder, with `/`.
        path: String,
        /// Its content.
        bytes: Vec<u8>,
    },
    /// A file has this text, which an editor holds.
    Text {
        /// Its path below the journal's folder, with `/`.
        path: String,
        /// Its text.
        text: Arc<String>,
    },
    /// A file is gone.
    Remove {
        /// Its path below the journal's folder, with `/`.
        path: String,
    },
}

/// The files of one journal, and what each says.
#[derive(Clone, Debug, Default)]
pub struct Session {
    config: Arc<Config>,
    files: BTreeMap<String, Source>,
}

/// A journal as it was at one moment.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// What was in force.
    pub config: Arc<Config>,
    /// All files as one network.
    pub network: Arc<Network>,
}

impl Session {
    /// A journal without files.
    pub fn new(config: Config) -> Self {
        Self { config: Arc::new(config), files: BTreeMap::new() }
    }

    /// What is in force.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The text of the file at this path below the journal's folder.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(|source| source.text.as_str())
    }

    /// Takes changes over; files are read in parallel.
    pub fn apply(&mut self, changes: Vec<Change>) {
        let config = Arc::clone(&self.config);
        let read = |change| match change {
            Change::Set { path, bytes } => {
                let source = source(path.clone(), bytes, &config);
                (path, Some(source))
            }
            Change::Text { path, text } => {
                let source = text_source(path.clone(), text, None, &config);
                (path, Some(source))
            }
            Change::Remove { path } => (path, None),
        };
        for (path, source) in changes.into_par_iter().map(read).collect::<Vec<_>>() {
            match source {
                Some(source) => _ = self.files.insert(path, source),
                None => _ = self.files.remove(&path),
            }
        }
    }

    /// Leaves out the changes that change nothing, such as a file that was saved as it was.
    pub fn news(&self, mut changes: Vec<Change>) -> Vec<Change> {
        changes.retain(|change| match change {
            Change::Set { path, bytes } => !self.files.get(path).is_some_and(|source| match source.invalid {
                None => source.text.as_bytes() == bytes,
                Some(_) => decode::decode(bytes.clone()) == (source.text.to_string(), source.invalid),
            }),
            Change::Text { path, text } => {
                self.files.get(path).is_none_or(|source| source.invalid.is_some() || source.text != *text)
            }
            Change::Remove { path } => self.files.contains_key(path),
        });
        changes
    }

    /// Reads files from the disk, in parallel. Gives those that could not be read.
    pub fn load(&mut self, found: Vec<Found>) -> Vec<Unreadable> {
        let config = Arc::clone(&self.config);
        let read = |file: Found| match read(&file.location) {
            Ok(bytes) => Ok(source(file.path, bytes, &config)),
            Err(message) => Err(Unreadable { location: file.location, message }),
        };
        let mut unreadable = Vec::new();
        for source in found.into_par_iter().map(read).collect::<Vec<_>>() {
            match source {
                Ok(source) => _ = self.files.insert(source.path.clone(), source),
                Err(error) => unreadable.push(error),
            }
        }
        unreadable
    }

    /// The same files under another configuration; they are read again, in parallel.
    #[must_use]
    pub fn with_config(self, config: Arc<Config>) -> Self {
        let read = |(path, old): (String, Source)| {
            let source = text_source(path.clone(), old.text, old.invalid, &config);
            (path, source)
        };
        let files = self.files.into_par_iter().map(read).collect();
        Self { config, files }
    }

    /// The paths of its files, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The journal as it is now.
    pub fn snapshot(&self) -> Snapshot {
        Self::network(&self.config, self.files.values().cloned().collect())
    }

    /// The journal as it is now, for those who ask once: it needs less memory.
    pub fn into_snapshot(self) -> Snapshot {
        Self::network(&self.config, self.files.into_values().collect())
    }

    fn network(config: &Arc<Config>, sources: Vec<Source>) -> Snapshot {
        let network = Network::new(sources, &config.settings);
        Snapshot { config: Arc::clone(config), network: Arc::new(network) }
    }
}

impl Snapshot {
    /// Checks the journal on the day `today`.
    pub fn check(&self, today: Day) -> Report {
        check::check(&self.network, &self.config.settings, &self.config.levels, today)
    }
}

/// What is said of a file whose places would not fit into 32 bits.
const TOO_LARGE: &str = "is too large: a journal file has less than 4 GiB";

fn read(location: &Path) -> Result<Vec<u8>, String> {
    let size = std::fs::metadata(location).map_err(|error| error.to_string())?.len();
    // Places are 32 bits wide; a journal of 4 GiB holds more people than anybody knows.
    if size >= u64::from(u32::MAX) {
        return Err(TOO_LARGE.to_owned());
    }
    std::fs::read(location).map_err(|error| error.to_string())
}

fn source(path: String, bytes: Vec<u8>, config: &Config) -> Source {
    let (text, invalid) = decode::decode(bytes);
    text_source(path, Arc::new(text), invalid, config)
}

fn text_source(path: String, text: Arc<String>, invalid: Option<(u32, u8)>, config: &Config) -> Source {
    let is_page = config.people.matches(&path);
    let facts = Facts::read(&text, is_page, &config.settings.vocabulary);
    Source { path, text, facts: Arc::new(facts), is_page, invalid }
}
