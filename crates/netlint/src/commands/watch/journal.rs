//! The journal that is watched, and what keeps it from being read.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;
use session::watch::{Disk, Places, Stamp, Touched, Unwatched, Watcher, linked_folders};
use session::{CONFIG_FILE, Found, Session, Unreadable};

use crate::args::{Global, WatchArgs};
use crate::clock;
use crate::commands::open::{self, Located};

/// A journal that follows the disk.
pub(super) struct Journal<'a> {
    args: &'a WatchArgs,
    global: &'a Global,
    /// The current folder as it was called at the beginning.
    here: PathBuf,
    /// What was last found where everything was in order.
    pub(super) located: Located,
    config: Config,
    pub(super) session: Session,
    disk: Disk,
    troubles: BTreeSet<String>,
    /// Another configuration is in force than at the last check.
    has_new_config: bool,
}

impl<'a> Journal<'a> {
    /// Finds the journal and its configuration; nothing is read before the first look.
    pub(super) fn new(args: &'a WatchArgs, global: &'a Global, here: PathBuf) -> Result<Self> {
        let (config, located) = locate(args, global, &here)?;
        let session = Session::new(located.config.clone());
        let (disk, troubles) = (Disk::default(), BTreeSet::new());
        Ok(Self { args, global, here, located, config, session, disk, troubles, has_new_config: false })
    }

    /// Takes over what is different on the disk; whether anything is. What is in the way is said, once.
    pub(super) fn look(&mut self, watcher: &mut Watcher, touched: &Touched) -> bool {
        let mut troubles = BTreeSet::new();
        let gone = self.gone(watcher);
        if !gone.is_empty() {
            // Nobody wants to hear that all is resolved because a disk is not there.
            let waiting = |folder: PathBuf| format!("{}: is not there; waiting for it", folder.display());
            troubles.extend(gone.into_iter().map(waiting));
            self.say(troubles);
            return false;
        }
        self.has_new_config |= self.locate(touched, &mut troubles);
        let Some((found, unreadable)) = self.find(watcher, touched) else { return false };
        if self.has_new_config {
            // What a file says depends on it.
            self.session = Session::new(self.located.config.clone());
            self.disk = Disk::default();
        }
        if found.is_empty() && unreadable.is_empty() {
            let patterns = self.located.config.include.patterns.join(", ");
            troubles.insert(format!("{}: holds no journal (looked for {patterns})", self.located.root.display()));
        }
        let (changes, closed) = self.disk.look(found, touched);
        for Unreadable { location, message } in unreadable.into_iter().chain(closed) {
            troubles.insert(format!("{}: cannot be read: {message}", location.display()));
        }
        let changes = self.session.news(changes);
        let has_changed = std::mem::take(&mut self.has_new_config) || !changes.is_empty();
        self.session.apply(changes);
        self.say(troubles);
        has_changed
    }

    /// The folders of the journal that are not there. Those above them are watched then.
    fn gone(&self, watcher: &mut Watcher) -> Vec<PathBuf> {
        loop {
            let gone: Vec<PathBuf> = self.located.folders.iter().filter(|folder| !folder.is_dir()).cloned().collect();
            if gone.is_empty() || !self.watch(watcher, BTreeSet::new()) {
                return gone;
            }
        }
    }

    /// Finds journal and configuration anew; whether there is another. One that cannot be used leaves the last one in
    /// force.
    fn locate(&mut self, touched: &Touched, troubles: &mut BTreeSet<String>) -> bool {
        // A file that was named and is gone is seen as such; the journal is where it was.
        if self.located.files.iter().any(|file| !file.exists()) {
            return false;
        }
        match locate(self.args, self.global, &self.here) {
            Ok((config, located)) => {
                let is_touched = config.as_ref().is_some_and(|(path, _)| touched.contains(path));
                let is_same = located.root == self.located.root && config == self.config && !is_touched;
                self.located = located;
                self.config = config;
                !is_same
            }
            Err(error) => {
                troubles.insert(format!("{error:#}"));
                false
            }
        }
    }

    /// The files that there are. Watched first, then read: what is new between the two is heard of. `None`: there will
    /// be another look soon.
    fn find(&self, watcher: &mut Watcher, touched: &Touched) -> Option<(Vec<Found>, Vec<Unreadable>)> {
        loop {
            let mut folders = BTreeSet::new();
            let (found, unreadable) = self.located.find(|folder| _ = folders.insert(folder.to_owned()));
            folders.extend(linked_folders(&found));
            if !self.watch(watcher, folders) {
                return Some((found, unreadable));
            }
            if watcher.put_off(touched) {
                return None;
            }
        }
    }

    fn watch(&self, watcher: &mut Watcher, folders: BTreeSet<PathBuf>) -> bool {
        let mut roots: BTreeSet<PathBuf> = self.located.folders.iter().chain(&self.located.files).cloned().collect();
        // Where a configuration is, or could be.
        roots.insert(self.config.as_ref().map_or(self.located.root.join(CONFIG_FILE), |(path, _)| path.clone()));
        watcher.watch(Places { folders, roots }).unwrap_or_else(|unwatched| {
            polling(&unwatched, watcher);
            false
        })
    }

    /// Says what is in the way now and was not before, and what is not any more.
    fn say(&mut self, troubles: BTreeSet<String>) {
        for trouble in troubles.difference(&self.troubles) {
            warn(trouble);
        }
        for mended in self.troubles.difference(&troubles) {
            warn(&format!("mended: {mended}"));
        }
        self.troubles = troubles;
    }
}

type Config = Option<(PathBuf, Option<Stamp>)>;

/// The journal, and the file of its configuration as it was before it was read.
fn locate(args: &WatchArgs, global: &Global, here: &Path) -> Result<(Config, Located)> {
    let asked = args.asked();
    let stamped = |path: &Path| {
        let path = open::absolute(here, path);
        let stamp = Stamp::of(&path).ok();
        (path, stamp)
    };
    // Which file it is, only reading tells; a second reading makes sure that the stamp is not younger than the text.
    let mut before = None;
    loop {
        let located = open::locate(&asked, global, here, |config| args.selection.apply(&mut config.levels))?;
        let after = located.config.path.as_deref().map(stamped);
        if after == before {
            return Ok((after, located));
        }
        before = after;
    }
}

/// Says that one looks at intervals, and why.
pub(super) fn polling(unwatched: &Unwatched, watcher: &Watcher) {
    let seconds = watcher.polls().unwrap_or_default().as_secs_f64();
    warn(&format!("{}; looking every {seconds} seconds instead", unwatched.message));
}

/// A line on standard error with the time. Nobody may be listening, and that is no reason to end.
pub(super) fn warn(message: &str) {
    let time = clock::now().format("%H:%M:%S");
    _ = writeln!(io::stderr(), "netlint: {time} {message}");
}
