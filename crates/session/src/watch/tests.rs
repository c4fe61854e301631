//! Watching a real folder, and a system that watches nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use notify::{Error, ErrorKind, EventHandler, RecursiveMode, WatcherKind};

use super::*;
use crate::{Change, Found};

const QUIET: Duration = Duration::from_millis(50);

fn in_a_minute() -> Instant {
    Instant::now() + Duration::from_mins(1)
}

fn places(root: &Path, folders: &[&str]) -> Places {
    let folders: BTreeSet<_> = folders.iter().map(|folder| root.join(folder)).collect();
    Places { folders: folders.into_iter().chain([root.to_owned()]).collect(), roots: [root.to_owned()].into() }
}

fn touched(wake: Wake) -> Touched {
    match wake {
        Wake::Look(touched) => touched,
        other => panic!("{other:?} instead of a look"),
    }
}

/// A system that watches as many folders as it is told, and notes which.
struct Small {
    watched: Arc<Mutex<Vec<PathBuf>>>,
    most: usize,
    error: fn() -> ErrorKind,
}

impl notify::Watcher for Small {
    fn new<F: EventHandler>(_: F, _: notify::Config) -> notify::Result<Self> {
        Err(Error::new(ErrorKind::MaxFilesWatch))
    }

    fn watch(&mut self, path: &Path, _: RecursiveMode) -> notify::Result<()> {
        let mut watched = self.watched.lock().unwrap();
        if watched.len() == self.most {
            return Err(Error::new((self.error)()));
        }
        watched.push(path.to_owned());
        Ok(())
    }

    fn unwatch(&mut self, path: &Path) -> notify::Result<()> {
        self.watched.lock().unwrap().retain(|watched| watched != path);
        Ok(())
    }

    fn kind() -> WatcherKind {
        WatcherKind::NullWatcher
    }
}

fn small(most: usize, error: fn() -> ErrorKind) -> (Watcher, Arc<Mutex<Vec<PathBuf>>>) {
    let (mut watcher, failed) = Watcher::new(QUIET, None);
    assert_eq!(failed, None);
    let watched = Arc::new(Mutex::new(Vec::new()));
    watcher.events = Some(Events::with(Box::new(Small { watched: Arc::clone(&watched), most, error })));
    (watcher, watched)
}

#[test]
fn where_the_system_watches_no_more_one_looks_at_intervals() {
    let (mut watcher, _) = small(3, || ErrorKind::MaxFilesWatch);
    let unwatched = watcher.watch(places(Path::new("/a/b"), &["c", "d", "e"])).unwrap_err();
    assert_eq!(unwatched.message, "the system watches no more folders (raise fs.inotify.max_user_watches)");
    assert_eq!(watcher.polls(), Some(POLL));
    watcher.interval = Duration::ZERO;
    assert_eq!(touched(watcher.wait(in_a_minute())), Touched::default());
    assert_eq!(watcher.watch(places(Path::new("/a/b"), &[])), Ok(false));
}

#[test]
fn what_we_may_not_see_is_left_out() {
    let (mut watcher, _) = small(1, || ErrorKind::Io(std::io::ErrorKind::PermissionDenied.into()));
    assert_eq!(watcher.watch(places(Path::new("/a/b"), &["c"])), Ok(true));
    assert_eq!(watcher.polls(), None);
}

#[test]
fn folders_are_watched_with_those_above_and_let_go() {
    let (mut watcher, watched) = small(100, || ErrorKind::MaxFilesWatch);
    let sorted = || {
        let mut watched: Vec<_> = watched.lock().unwrap().iter().map(|path| path.display().to_string()).collect();
        watched.sort();
        watched.join(" ")
    };
    assert_eq!(watcher.watch(places(Path::new("/a/b"), &["c"])), Ok(true));
    assert_eq!(sorted(), "/ /a /a/b /a/b/c");
    assert_eq!(watcher.watch(places(Path::new("/a/b"), &["c"])), Ok(false));
    assert_eq!(watcher.watch(places(Path::new("/a/b"), &["d"])), Ok(true));
    assert_eq!(sorted(), "/ /a /a/b /a/b/d");
}

#[test]
fn a_folder_that_was_replaced_is_watched_anew() {
    let (mut watcher, watched) = small(100, || ErrorKind::MaxFilesWatch);
    watcher.watch(places(Path::new("/a/b"), &["c"])).unwrap();
    let event = |path: &str| Ok(notify::Event::new(notify::EventKind::Any).add_path(path.into()));
    let removed = |path: &str| {
        let kind = notify::EventKind::Remove(notify::event::RemoveKind::Folder);
        Ok(notify::Event::new(kind).add_path(path.into()))
    };
    watcher.hear(event("/a/b/c"));
    assert_eq!(watched.lock().unwrap().len(), 4);
    watcher.hear(removed("/a/b"));
    assert_eq!(watched.lock().unwrap().len(), 2, "what was below is gone with it");
    assert_eq!(watcher.watch(places(Path::new("/a/b"), &["c"])), Ok(true));
    watcher.hear(Ok(notify::Event::new(notify::EventKind::Other).set_flag(notify::event::Flag::Rescan)));
    assert_eq!(watched.lock().unwrap().len(), 0, "events were lost");
    assert!(watcher.debounce.due().is_some());
}

#[test]
fn only_what_can_change_the_journal_is_a_reason_to_look() {
    let (mut watcher, _) = small(100, || ErrorKind::MaxFilesWatch);
    watcher.watch(places(Path::new("/a/b"), &["c"])).unwrap();
    for (path, is_reason) in [
        ("/a/b/2026.net.md", true),
        ("/a/b/c/x", true),
        ("/a/b/.gitignore", true),
        ("/a/netlint.toml", true),
        ("/a", true),
        ("/a/b", true),
        ("/a/b/.2026.net.md.swp", false),
        ("/a/b/.#2026.net.md", false),
        ("/a/elsewhere", false),
        ("/tmp", false),
    ] {
        watcher.debounce.settle();
        watcher.hear(Ok(notify::Event::new(notify::EventKind::Any).add_path(path.into())));
        assert_eq!(watcher.debounce.due().is_some(), is_reason, "{path}");
    }
}

#[test]
fn a_watcher_is_stopped_and_has_its_time() {
    let (mut watcher, _) = Watcher::new(QUIET, None);
    assert!(matches!(watcher.wait(Instant::now()), Wake::Time));
    let stopper = watcher.stopper();
    std::thread::spawn(move || stopper.stop());
    assert!(matches!(watcher.wait(in_a_minute()), Wake::Stop));
}

#[test]
fn what_happens_in_a_real_folder_is_heard() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let file = root.join("a.net.md");
    let (mut watcher, _) = Watcher::new(QUIET, None);
    assert_eq!(watcher.watch(places(&root, &[])), Ok(true));
    fs::write(&file, "one").unwrap();
    assert!(touched(watcher.wait(in_a_minute())).contains(&file));
    fs::write(root.join("new"), "two").unwrap();
    fs::rename(root.join("new"), &file).unwrap();
    assert!(touched(watcher.wait(in_a_minute())).contains(&file));
    fs::read(&file).unwrap();
    fs::remove_file(&file).unwrap();
    assert!(touched(watcher.wait(in_a_minute())).contains(&file));
}

/// What a look sees: the paths, those of removed files with a minus sign.
fn seen(disk: &mut Disk, root: &Path, touched: &Touched) -> (Vec<String>, usize) {
    let (found, _) = crate::journals(root, root, &crate::Config::default());
    let (changes, unreadable) = disk.look(found, touched);
    let shown = |change| match change {
        Change::Set { path, .. } => path,
        Change::Text { path, .. } => panic!("{path}: no editor is here"),
        Change::Remove { path } => format!("-{path}"),
    };
    (changes.into_iter().map(shown).collect(), unreadable.len())
}

#[test]
fn a_look_sees_what_is_different() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let write = |path: &str, text: &str| fs::write(root.join(path), text).unwrap();
    write("a.net.md", "one");
    write("b.net.md", "one");
    let (mut disk, nothing) = (Disk::default(), Touched::default());
    let mut look = |touched: &Touched| seen(&mut disk, &root, touched).0;
    assert_eq!(look(&nothing), ["a.net.md", "b.net.md"]);
    assert_eq!(look(&nothing), [""; 0]);
    write("a.net.md", "other");
    assert_eq!(look(&nothing), ["a.net.md"]);
    assert_eq!(look(&nothing), ["a.net.md"], "once more, since it might have changed in the same moment");
    assert_eq!(look(&nothing), [""; 0]);
    let heard = Touched([root.join("b.net.md")].into());
    assert_eq!(look(&heard), ["b.net.md"], "what was heard of is read");
    fs::rename(root.join("a.net.md"), root.join("c.net.md")).unwrap();
    assert_eq!(look(&nothing), ["c.net.md", "-a.net.md"]);
}

#[test]
fn what_cannot_be_read_stays_what_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let file = root.join("a.net.md");
    fs::write(&file, "one").unwrap();
    let mut disk = Disk::default();
    let found = || vec![Found { path: "a.net.md".to_owned(), location: file.clone() }];
    assert_eq!(disk.look(found(), &Touched::default()).0.len(), 1);
    // A folder in its place cannot be read, whoever asks.
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    let (changes, unreadable) = disk.look(found(), &Touched::default());
    assert_eq!((changes.len(), unreadable.len()), (0, 1));
    fs::remove_dir(&file).unwrap();
    assert!(matches!(disk.look(found(), &Touched::default()).0.as_slice(), [Change::Remove { .. }]));
}
