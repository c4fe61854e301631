//! From paths on the command line to a journal as it is in git's index.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use session::git::{Index, Indexed, Repository};
use session::{CONFIG_FILE, Config, real_path};

use super::open::{Asked, Opened, meant, target, targets};
use crate::args::Global;

/// A journal as it is staged.
pub(crate) struct Staged {
    pub(crate) opened: Opened,
    /// The paths of the files that the next commit changes.
    pub(crate) paths: std::collections::BTreeSet<String>,
}

/// Opens the journal that the paths belong to, like [`super::open::open`]. What is nowhere on the disk may be staged.
pub(crate) fn open(asked: &Asked<'_>, global: &Global, adjust: impl FnOnce(&mut Config)) -> Result<Staged> {
    let here = std::env::current_dir().context("the current folder cannot be found")?;
    if asked.paths.iter().any(|path| path.as_os_str() == "-") {
        bail!("--staged reads what is staged, not standard input; leave `-` out");
    }
    let paths: Vec<PathBuf> = asked.paths.iter().map(|path| real_path(&meant(&here, path))).collect();
    let start = paths.first().map_or_else(|| real_path(&here), |path| folder_of(path));
    let repository = Repository::find(&existing(&start))?;
    let index = repository.index()?;
    for (path, written) in paths.iter().zip(asked.paths) {
        if !path.starts_with(&repository.top) && !repository.top.starts_with(path) {
            bail!("{}: is not in the repository {}", written.display(), repository.top.display());
        }
        if !index.has(path) && !path.exists() {
            bail!("{}: is neither staged nor on the disk", written.display());
        }
    }
    let (mut config, folder) = config(asked, global, &index, &start)?;
    if let Some(folder) = &folder {
        for (path, written) in paths.iter().zip(asked.paths) {
            if index.config(&folder_of(path)).as_ref() != Some(folder) {
                let (written, folder) = (written.display(), folder.display());
                bail!("{written}: belongs to another journal than {folder}; check each on its own");
            }
        }
    }
    adjust(&mut config);
    // Without one the whole repository is one journal, so that nobody is unknown who is declared in another folder.
    let root = folder.unwrap_or_else(|| repository.top.clone());
    let Indexed { session, staged, unreadable } = index.journal(&root, config, &paths)?;
    let targets = targets(paths.iter().map(|path| target(&root, path)).collect());
    Ok(Staged { opened: Opened { root, session, targets, stdin: None, unreadable }, paths: staged })
}

/// The configuration in force, from the index where it is there, and the folder of the `netlint.toml` that was found.
fn config(asked: &Asked<'_>, global: &Global, index: &Index, start: &Path) -> Result<(Config, Option<PathBuf>)> {
    if asked.no_config {
        return Ok((Config::default(), None));
    }
    if let Some(path) = &global.config {
        return Ok((Config::load(path)?, None));
    }
    let Some(folder) = index.config(start) else { return Ok((Config::default(), None)) };
    let path = folder.join(CONFIG_FILE);
    let here = std::env::current_dir().unwrap_or_default();
    let shown = path.strip_prefix(&here).unwrap_or(&path);
    let config = match index.text(&path)? {
        Some(text) => Config::parse(shown, &text)?,
        None => Config::load(shown)?,
    };
    Ok((config, Some(folder)))
}

/// The nearest folder or file above that exists.
fn existing(path: &Path) -> PathBuf {
    path.ancestors().find(|path| path.exists()).unwrap_or(path).to_owned()
}

/// What ends like a file and is no folder is a file, even if it is staged only.
fn folder_of(path: &Path) -> PathBuf {
    if path.is_dir() { path.to_owned() } else { path.parent().unwrap_or(path).to_owned() }
}
