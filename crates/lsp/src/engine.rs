//! Keeps one journal read and checked.
//!
//! The world only notes what is to be done; it is done here, off the loop, when somebody asks for an answer. One
//! answer serves all who ask for the same state.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use journal::Day;
use session::{Change, Config, Found, Session};
use syntax::LineIndex;
use tower_lsp::gen_lsp_types::Uri;

use crate::analysis::Analysis;
use crate::problem::Problem;

/// A text that is open in the editor.
#[derive(Clone, Debug)]
pub(crate) struct Open {
    /// Its URI as the client spells it.
    pub(crate) uri: Uri,
    /// Its version.
    pub(crate) version: i32,
    /// The text.
    pub(crate) text: Arc<String>,
}

/// What an answer is to be about: one journal at one moment.
#[derive(Clone, Debug)]
pub(crate) struct View {
    /// Grows with each change.
    pub(crate) revision: u64,
    /// The journal's folder; `None` where one document stands alone.
    pub(crate) root: Option<PathBuf>,
    /// What is in force.
    pub(crate) config: Arc<Config>,
    /// Why the configuration is not what the file says.
    pub(crate) problem: Option<Arc<Problem>>,
    /// Open texts by their path below the journal's folder.
    pub(crate) open: BTreeMap<String, Open>,
    /// Folders of other journals below this one, each with a `/` at its end: they show their files themselves.
    pub(crate) nested: Vec<String>,
    /// The day.
    pub(crate) today: Day,
    pub(crate) engine: Arc<Engine>,
}

impl View {
    /// The journal, read and checked: as it is here, or newer where it has moved on by now.
    pub(crate) fn analyse(&self) -> Arc<Analysis> {
        self.engine.analyse(self)
    }
}

/// Keeps one journal read and checked.
#[derive(Debug, Default)]
pub(crate) struct Engine {
    todo: Mutex<Todo>,
    core: Mutex<Core>,
}

/// What is to be read from the disk before the next answer.
#[derive(Debug, Default)]
struct Todo {
    /// All files, whichever they are.
    all: bool,
    /// These files.
    paths: BTreeSet<String>,
    /// What is in these folders, each with a `/` at its end.
    folders: BTreeSet<String>,
}

impl Todo {
    fn is_empty(&self) -> bool {
        !self.all && self.paths.is_empty() && self.folders.is_empty()
    }

    /// Whether this file is to be read.
    fn names(&self, path: &str) -> bool {
        self.all || self.paths.contains(path) || self.folders.iter().any(|folder| path.starts_with(folder))
    }
}

/// What has been read.
#[derive(Debug, Default)]
struct Core {
    session: Session,
    view: Option<View>,
    /// Files that could not be read, and why.
    unreadable: BTreeMap<String, String>,
    last: Option<Arc<Analysis>>,
    lines: HashMap<String, (Arc<String>, Arc<OnceLock<LineIndex>>)>,
}

impl Engine {
    /// All files are to be looked for and read again.
    pub(crate) fn read_all(&self) {
        lock(&self.todo).all = true;
    }

    /// This file is to be read again, or is gone.
    pub(crate) fn read(&self, path: String) {
        lock(&self.todo).paths.insert(path);
    }

    /// A folder came or went, with what is in it; given with a `/` at its end.
    pub(crate) fn read_folder(&self, folder: String) {
        lock(&self.todo).folders.insert(folder);
    }

    /// Whether a file of the journal lies in this folder, given with a `/` at its end.
    pub(crate) fn has_below(&self, folder: &str) -> bool {
        // Where it is just being read, it may have one.
        self.core.try_lock().map_or(true, |core| core.session.paths().any(|path| path.starts_with(folder)))
    }

    /// A copy of the session behind an answer, to try changes on.
    pub(crate) fn session(&self) -> Session {
        lock(&self.core).session.clone()
    }

    fn analyse(&self, view: &View) -> Arc<Analysis> {
        let mut core = lock(&self.core);
        let todo = std::mem::take(&mut *lock(&self.todo));
        let is_newer = core.view.as_ref().is_none_or(|known| known.revision < view.revision);
        if !is_newer
            && !todo.all
            && todo.paths.is_empty()
            && let Some(last) = &core.last
        {
            return Arc::clone(last);
        }
        let view = if is_newer { view.clone() } else { core.view.clone().unwrap_or_else(|| view.clone()) };
        core.bring(view, todo)
    }
}

impl Core {
    /// Brings everything to the state of this view.
    fn bring(&mut self, view: View, mut todo: Todo) -> Arc<Analysis> {
        let known = self.view.as_ref();
        let mut is_changed = self.last.is_none();
        if known.is_none_or(|known| !Arc::ptr_eq(&known.config, &view.config)) {
            self.session = std::mem::take(&mut self.session).with_config(Arc::clone(&view.config));
            todo.all = true;
            is_changed = true;
        }
        // A text that was closed is what the disk says, if the disk knows it at all.
        let closed = known.into_iter().flat_map(|known| known.open.keys());
        let closed: Vec<String> = closed.filter(|path| !view.open.contains_key(*path)).cloned().collect();
        self.session.apply(closed.iter().map(|path| Change::Remove { path: path.clone() }).collect());
        is_changed |= !closed.is_empty();
        todo.paths.extend(closed);
        todo.paths.retain(|path| view.config.is_journal(path) && !view.open.contains_key(path));
        if let Some(root) = view.root.as_ref().filter(|_| !todo.is_empty()) {
            let found = self.find(root, &todo, &view, &mut is_changed);
            is_changed |= !found.is_empty();
            self.load(found);
        }
        let is_new = |path: &str, open: &Open| {
            let old = self.view.as_ref().and_then(|known| known.open.get(path));
            old.is_none_or(|old| !Arc::ptr_eq(&old.text, &open.text))
        };
        let edited = view.open.iter().filter(|(path, open)| is_new(path, open));
        let change = |(path, open): (&String, &Open)| Change::Text { path: path.clone(), text: Arc::clone(&open.text) };
        let changes: Vec<Change> = edited.map(change).collect();
        is_changed |= !changes.is_empty();
        self.session.apply(changes);
        let last = self.last.as_deref().filter(|_| !is_changed);
        let snapshot = last.map_or_else(|| self.session.snapshot(), |last| last.snapshot.clone());
        let same_day = last.filter(|last| last.view.today == view.today);
        let report = same_day.map(|last| Arc::clone(&last.report));
        let report = report.unwrap_or_else(|| Arc::new(snapshot.check(view.today)));
        let lines = self.lines(&snapshot);
        self.view = Some(view.clone());
        let analysis = Arc::new(Analysis::new(view, snapshot, report, self.unreadable.clone(), lines));
        // To free a large journal takes as long as to check a part of it, and nobody need wait for that.
        let old = self.last.replace(Arc::clone(&analysis));
        rayon::spawn(move || drop(old));
        analysis
    }

    /// The files that are to be read. Whether a new one is a journal, or hidden or ignored, is known only when all are
    /// looked for; those that are gone are taken out then.
    fn find(&mut self, root: &Path, todo: &Todo, view: &View, is_changed: &mut bool) -> Vec<Found> {
        let known: BTreeSet<String> = self.session.paths().map(str::to_owned).collect();
        if !todo.all && todo.folders.is_empty() && todo.paths.is_subset(&known) {
            return todo.paths.iter().map(|path| Found { path: path.clone(), location: root.join(path) }).collect();
        }
        let (mut found, unreadable) = session::journals(root, root, &view.config);
        let is_there: BTreeSet<&str> = found.iter().map(|file| file.path.as_str()).collect();
        let gone = known.iter().filter(|path| !is_there.contains(path.as_str()) && !view.open.contains_key(*path));
        let gone: Vec<Change> = gone.map(|path| Change::Remove { path: path.clone() }).collect();
        *is_changed |= !gone.is_empty();
        self.session.apply(gone);
        self.unreadable =
            unreadable.into_iter().map(|it| (session::relative(root, &it.location), it.message)).collect();
        let is_due = |path: &String| todo.names(path) || !known.contains(path);
        found.retain(|file| is_due(&file.path) && !view.open.contains_key(&file.path));
        found
    }

    /// Reads files; those that are gone are taken out.
    fn load(&mut self, found: Vec<Found>) {
        for file in &found {
            self.unreadable.remove(&file.path);
        }
        let paths: HashMap<PathBuf, String> =
            found.iter().map(|file| (file.location.clone(), file.path.clone())).collect();
        for error in self.session.load(found) {
            let Some(path) = paths.get(&error.location).cloned() else { continue };
            // A link that leads nowhere is there, and cannot be read.
            if error.location.symlink_metadata().is_ok() {
                self.unreadable.insert(path.clone(), error.message);
            }
            self.session.apply(vec![Change::Remove { path }]);
        }
    }

    /// The line index of each file, made when it is first asked for; that of a text which has not changed is kept.
    fn lines(&mut self, snapshot: &session::Snapshot) -> Vec<Arc<OnceLock<LineIndex>>> {
        let mut known = std::mem::take(&mut self.lines);
        let files = snapshot.network.files.iter();
        files
            .map(|file| {
                let old = known.remove(&file.path).filter(|(text, _)| Arc::ptr_eq(text, &file.text));
                let (text, lines) = old.unwrap_or_else(|| (Arc::clone(&file.text), Arc::default()));
                self.lines.insert(file.path.clone(), (text, Arc::clone(&lines)));
                lines
            })
            .collect()
    }
}

/// What another thread left behind when it failed is whole: everything is replaced, never half changed.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
