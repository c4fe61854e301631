//! From paths on the command line to a journal in memory.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use check::{Diagnostic, Report};
use journal::Day;
use messages::Language;
use session::{CONFIG_FILE, Change, Config, Found, Session, Snapshot, Unreadable};

use crate::args::Global;

/// The name of standard input where none is given.
const STDIN: &str = "stdin.net.md";

/// What a command line says about where the journal is. The default: the journal of the current folder.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Asked<'a> {
    /// Files and folders, or `-`.
    pub(crate) paths: &'a [PathBuf],
    /// What standard input stands for.
    pub(crate) stdin_filename: Option<&'a Path>,
    /// No `netlint.toml` is looked for.
    pub(crate) no_config: bool,
    /// Only what is named is read, without the rest of its journal.
    pub(crate) is_alone: bool,
    /// A configured journal may have no file yet.
    pub(crate) may_be_empty: bool,
}

/// A journal, and which of its files are asked about.
pub(crate) struct Opened {
    /// The journal's folder.
    pub(crate) root: PathBuf,
    pub(crate) session: Session,
    pub(crate) targets: Targets,
    /// The path of what came from standard input.
    pub(crate) stdin: Option<String>,
    /// What could not be read.
    pub(crate) unreadable: Vec<Unreadable>,
}

/// Paths below the journal's folder that are asked about; `None`: all.
pub(crate) struct Targets(Option<Vec<String>>);

impl Targets {
    /// Whether nothing is left out.
    pub(crate) fn are_all(&self) -> bool {
        self.0.as_ref().is_none_or(|targets| targets.iter().any(String::is_empty))
    }

    /// Whether findings in the file at this path are asked for.
    pub(crate) fn contain(&self, path: &str) -> bool {
        let below = |target: &String| {
            target.is_empty()
                || path.strip_prefix(target.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.0.as_ref().is_none_or(|targets| targets.iter().any(below))
    }

    /// What a check of the whole journal finds in what is asked for.
    pub(crate) fn check(&self, snapshot: &Snapshot, today: Day) -> Report {
        let mut report = snapshot.check(today);
        let is_asked = |it: &Diagnostic| self.contain(&snapshot.network.file(it.finding.place.file).path);
        report.diagnostics.retain(is_asked);
        report.suppressed.retain(is_asked);
        report
    }
}

/// Opens the journal that the paths belong to. With a `netlint.toml` that is everything below its folder, so that
/// a single file is checked in the light of the others; without one it is what is named.
pub(crate) fn open(asked: &Asked<'_>, global: &Global, adjust: impl FnOnce(&mut Config)) -> Result<Opened> {
    let here = std::env::current_dir().context("the current folder cannot be found")?;
    let is_stdin = |path: &PathBuf| path.as_os_str() == "-";
    if asked.paths.iter().any(is_stdin) {
        if asked.paths.len() > 1 {
            bail!("`-` stands for standard input and cannot be combined with other paths");
        }
        return open_stdin(asked, global, &here, adjust);
    }
    let located = locate(asked, global, &here, adjust)?;
    let (found, mut unreadable) = located.find(|_| {});
    let Located { root, config, folders, targets, .. } = located;
    // Whether there is a configuration is known by where it was found.
    let may_be_empty = asked.may_be_empty && config.path.is_some();
    if found.is_empty() && unreadable.is_empty() && !may_be_empty {
        let folder = folders.first().unwrap_or(&here);
        bail!(
            "no journal found in {} (looked for {}); name a file, or write a first one: people.net.md",
            folder.display(),
            config.include.patterns.join(", ")
        );
    }
    let mut session = Session::new(config);
    unreadable.extend(session.load(found));
    Ok(Opened { root, session, targets, stdin: None, unreadable })
}

/// Where a journal is, and what is in force in it. Nothing of it is read yet.
pub(crate) struct Located {
    /// The journal's folder.
    pub(crate) root: PathBuf,
    pub(crate) config: Config,
    /// The folders in which journals are looked for.
    pub(crate) folders: Vec<PathBuf>,
    /// Files that are named, which are read whatever their names.
    pub(crate) files: Vec<PathBuf>,
    pub(crate) targets: Targets,
}

impl Located {
    /// The journal's files, and what cannot be looked into. Each folder that was looked into is said.
    pub(crate) fn find(&self, mut looked_into: impl FnMut(&Path)) -> (Vec<Found>, Vec<Unreadable>) {
        let (mut found, mut unreadable) = (Vec::new(), Vec::new());
        for folder in &self.folders {
            let (journals, errors) = session::walk(&self.root, folder, &self.config, &mut looked_into);
            found.extend(journals);
            unreadable.extend(errors);
        }
        let named = |path: &PathBuf| Found { path: session::relative(&self.root, path), location: path.clone() };
        found.extend(self.files.iter().map(named));
        found.sort_unstable();
        found.dedup();
        (found, unreadable)
    }
}

/// Finds the journal that the paths belong to, as seen from the folder `here`.
pub(crate) fn locate(
    asked: &Asked<'_>,
    global: &Global,
    here: &Path,
    adjust: impl FnOnce(&mut Config),
) -> Result<Located> {
    let paths: Vec<PathBuf> = asked.paths.iter().map(|path| meant(here, path)).collect();
    for (path, written) in paths.iter().zip(asked.paths) {
        std::fs::metadata(path).map_err(|error| anyhow!("{}: cannot be read: {error}", written.display()))?;
    }
    let start = folder_of(paths.first().map_or(here, PathBuf::as_path));
    let (mut config, found_config) = config(asked, global, &start)?;
    adjust(&mut config);
    let root = match &found_config {
        Some(folder) => folder.clone(),
        None => {
            paths.iter().map(|path| folder_of(path)).reduce(|a, b| common(&a, &b)).unwrap_or_else(|| here.to_owned())
        }
    };
    let mut folders: Vec<PathBuf> = match &found_config {
        Some(folder) if paths.is_empty() || !asked.is_alone => vec![folder.clone()],
        None if paths.is_empty() => vec![here.to_owned()],
        _ => paths.iter().filter(|path| path.is_dir()).cloned().collect(),
    };
    let is_outside = |path: &&PathBuf| path.is_dir() && !folders.iter().any(|folder| path.starts_with(folder));
    let outside: Vec<PathBuf> = paths.iter().filter(is_outside).cloned().collect();
    folders.extend(outside);
    let files = paths.iter().filter(|path| !path.is_dir()).cloned().collect();
    let targets = targets(paths.iter().map(|path| target(&root, path)).collect());
    Ok(Located { root, config, folders, files, targets })
}

fn open_stdin(asked: &Asked<'_>, global: &Global, here: &Path, adjust: impl FnOnce(&mut Config)) -> Result<Opened> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).context("standard input cannot be read")?;
    let location = absolute(here, asked.stdin_filename.unwrap_or(Path::new(STDIN)));
    let (mut config, folder) = config(asked, global, &folder_of_file(&location))?;
    adjust(&mut config);
    let root = folder.clone().unwrap_or_else(|| folder_of_file(&location));
    let path = session::relative(&root, &location);
    let mut session = Session::new(config.clone());
    let mut unreadable = Vec::new();
    // Standing for a file of a journal, it is checked in the light of the others.
    if asked.stdin_filename.is_some() && folder.is_some() && !asked.is_alone {
        let (mut found, errors) = session::journals(&root, &root, &config);
        found.retain(|file| file.path != path);
        unreadable.extend(errors);
        unreadable.extend(session.load(found));
    }
    session.apply(vec![Change::Set { path: path.clone(), bytes }]);
    Ok(Opened { root, session, targets: Targets(Some(vec![path.clone()])), stdin: Some(path), unreadable })
}

/// The configuration in force, and the folder of the `netlint.toml` that was found above `start`.
fn config(asked: &Asked<'_>, global: &Global, start: &Path) -> Result<(Config, Option<PathBuf>)> {
    if asked.no_config {
        return Ok((Config::default(), None));
    }
    if let Some(path) = &global.config {
        return Ok((Config::load(path)?, None));
    }
    match Config::find(start) {
        Some(path) => {
            let folder = path.parent().map(Path::to_owned);
            // Shown as people see it from where they are.
            let shown = std::env::current_dir().ok().and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
            Ok((Config::load(&shown.unwrap_or(path))?, folder))
        }
        None => Ok((Config::default(), None)),
    }
}

/// The configuration in force in the current folder.
pub(crate) fn config_here(global: &Global) -> Result<Config> {
    let here = std::env::current_dir().context("the current folder cannot be found")?;
    config(&Asked::default(), global, &here).map(|(config, _)| config)
}

/// The language of the configuration in force, for commands that need no journal: one that cannot be read must not
/// keep them from answering.
pub(crate) fn language(global: &Global) -> Language {
    let path = global.config.clone().or_else(|| Config::find(&std::env::current_dir().ok()?));
    path.and_then(|path| Config::load(&path).ok()).map_or_else(Language::default, |config| config.settings.language)
}

/// All rules, with those of the configuration in force: one that cannot be read must not keep us from answering.
pub(crate) fn rules(global: &Global) -> Vec<&'static check::Rule> {
    config_here(global).unwrap_or_default().levels.rules().collect()
}

/// The whole path. A configuration stands for the journal that it configures.
pub(super) fn meant(here: &Path, path: &Path) -> PathBuf {
    let path = absolute(here, path);
    if path.ends_with(CONFIG_FILE) && !path.is_dir() { folder_of_file(&path) } else { path }
}

/// The whole path, without `.` and `..`, which need not exist.
pub(crate) fn absolute(here: &Path, path: &Path) -> PathBuf {
    let mut whole = PathBuf::new();
    for part in here.join(path).components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => _ = whole.pop(),
            part => whole.push(part),
        }
    }
    whole
}

fn folder_of(path: &Path) -> PathBuf {
    if path.is_dir() { path.to_owned() } else { folder_of_file(path) }
}

fn folder_of_file(path: &Path) -> PathBuf {
    path.parent().unwrap_or(path).to_owned()
}

fn common(a: &Path, b: &Path) -> PathBuf {
    a.components().zip(b.components()).take_while(|(a, b)| a == b).map(|(part, _)| part).collect()
}

pub(super) fn target(root: &Path, path: &Path) -> String {
    if path == root { String::new() } else { session::relative(root, path) }
}

/// None means all.
pub(super) fn targets(paths: Vec<String>) -> Targets {
    Targets(Some(paths).filter(|paths| !paths.is_empty()))
}
