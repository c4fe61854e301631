//! `netlint.toml`.

mod keys;
mod own;
mod read;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use check::{Level, Levels};
use globset::{Glob, GlobSet};
use journal::Settings;

pub use keys::{TOP, TopKey, schema};
pub use own::Tested;
pub use read::ConfigError;

/// The name of the configuration file.
pub const CONFIG_FILE: &str = "netlint.toml";

/// What is in force: the defaults, and what a `netlint.toml` says otherwise.
#[derive(Clone, Debug)]
pub struct Config {
    /// The file, if there is one.
    pub path: Option<PathBuf>,
    /// Which files below the journal's folder are journals.
    pub include: Globs,
    /// Which of them are not.
    pub exclude: Globs,
    /// Which files are one person's page.
    pub people: Globs,
    /// From which level on a check fails; `None`: never.
    pub fail_on: Option<Level>,
    /// The meaning of journals.
    pub settings: Settings,
    /// The rules' levels and numbers.
    pub levels: Levels,
    /// The examples of rules of one's own.
    pub tested: Vec<Tested>,
    /// Verbs of the writer's own: each with the verb that it is like.
    pub verbs: Vec<(String, String)>,
    /// Overrides as they are written.
    pub overrides: Vec<Override>,
    /// Where each value stands in the file: its keys, joined by dots, and the line from 1. A list is one value.
    pub sources: BTreeMap<String, u32>,
}

/// Levels for some files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// Globs.
    pub files: Vec<String>,
    /// Rules or groups, and their levels.
    pub rules: Vec<(String, String)>,
}

/// Globs over paths below the journal's folder, as they were written and ready to match.
#[derive(Clone, Debug, Default)]
pub struct Globs {
    /// As written.
    pub patterns: Vec<String>,
    set: GlobSet,
}

impl Globs {
    fn new(globs: &[Glob]) -> Result<Self, globset::Error> {
        let mut builder = GlobSet::builder();
        for glob in globs {
            builder.add(glob.clone());
        }
        let patterns = globs.iter().map(|glob| glob.glob().to_owned()).collect();
        Ok(Self { patterns, set: builder.build()? })
    }

    /// Whether a path below the journal's folder, with `/`, matches one of them.
    pub fn matches(&self, path: &str) -> bool {
        self.set.is_match(path)
    }
}

impl Default for Config {
    fn default() -> Self {
        let include = Glob::new("**/*.net.md").and_then(|glob| Globs::new(&[glob]));
        Self {
            path: None,
            include: include.unwrap_or_default(),
            exclude: Globs::default(),
            people: Globs::default(),
            fail_on: Some(Level::Error),
            settings: Settings::default(),
            levels: Levels::default(),
            tested: Vec::new(),
            verbs: Vec::new(),
            overrides: Vec::new(),
            sources: BTreeMap::new(),
        }
    }
}

impl Config {
    /// Reads the configuration file at `path`.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read, is no TOML, or says something that netlint does not know.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        let text = std::fs::read_to_string(path).map_err(|error| ConfigError::unreadable(path, &error))?;
        Self::parse(path, &text)
    }

    /// Reads the text of a configuration file, and the rules in the folder `rules` beside `path`.
    ///
    /// # Errors
    ///
    /// Where the text is no TOML, or says something that netlint does not know.
    pub fn parse(path: &Path, text: &str) -> Result<Self, ConfigError> {
        read::read(path, text, &own::files(path)?)
    }

    /// The nearest configuration file in `folder` or above it.
    pub fn find(folder: &Path) -> Option<PathBuf> {
        folder.ancestors().map(|folder| folder.join(CONFIG_FILE)).find(|path| path.is_file())
    }

    /// Whether a path below the journal's folder is that of a journal.
    pub fn is_journal(&self, path: &str) -> bool {
        (self.include.matches(path) || self.people.matches(path)) && !self.exclude.matches(path)
    }
}
