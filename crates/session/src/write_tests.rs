//! What is written, and what is refused.

use super::*;

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// Writes `(name, before, after)`; an error without the path of the folder.
fn write(root: &Path, texts: &[(&str, Option<&str>, &str)]) -> Result<(), String> {
    let new = |(name, before, after): &(&str, _, _)| (root.join(name), *before, *after);
    let texts: Vec<_> =
        texts.iter().map(new).map(|(location, before, after)| NewText { location, before, after }).collect();
    let result = Lock::take(root).unwrap().write(&texts);
    result.map_err(|error| error.to_string().replace(&format!("{}/", root.display()), ""))
}

fn read(root: &Path, name: &str) -> String {
    fs::read_to_string(root.join(name)).unwrap()
}

fn names(root: &Path) -> Vec<String> {
    let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let mut names: Vec<_> = fs::read_dir(root).unwrap().map(name).collect();
    names.sort();
    names
}

#[test]
fn several_files_and_a_new_one() {
    let folder = folder(&[("a", "1"), ("b", "2")]);
    write(folder.path(), &[("a", Some("1"), "one"), ("b", Some("2"), "two"), ("c", None, "three")]).unwrap();
    assert_eq!([read(folder.path(), "a"), read(folder.path(), "b"), read(folder.path(), "c")], ["one", "two", "three"]);
    assert_eq!(names(folder.path()), ["a", "b", "c"], "nothing of ours is left");
}

#[test]
fn all_or_nothing_when_a_file_changed_meanwhile() {
    let folder = folder(&[("a", "1"), ("b", "other")]);
    let refused = write(folder.path(), &[("a", Some("1"), "one"), ("b", Some("2"), "two")]);
    assert_eq!(refused.unwrap_err(), "b: was changed meanwhile; nothing was written, try again");
    assert_eq!((read(folder.path(), "a"), read(folder.path(), "b")), ("1".to_owned(), "other".to_owned()));
    assert_eq!(names(folder.path()), ["a", "b"]);
}

#[test]
fn a_file_that_exists_is_not_made_anew_and_one_that_is_gone_is_no_longer_written() {
    let folder = folder(&[("a", "1")]);
    assert_eq!(write(folder.path(), &[("a", None, "2")]).unwrap_err(), "a: exists already and is not overwritten");
    assert!(write(folder.path(), &[("gone", Some(""), "2")]).unwrap_err().starts_with("gone: cannot be written: "));
    assert_eq!((read(folder.path(), "a"), names(folder.path())), ("1".to_owned(), vec!["a".to_owned()]));
}

#[test]
fn what_cannot_be_written_last_undoes_what_was_written_first() {
    let folder = folder(&[("a", "1")]);
    let text = |name, before, after| NewText { location: folder.path().join(name), before, after };
    let (first, new) = (text("a", Some("1"), "one"), text("b", None, "two"));
    put_back(&first, &first.location).unwrap();
    assert_eq!(read(folder.path(), "a"), "1");
    fs::write(&new.location, "two").unwrap();
    put_back(&new, &new.location).unwrap();
    assert_eq!(names(folder.path()), ["a"]);
}

#[test]
fn a_second_writer_waits() {
    let folder = folder(&[("a", "")]);
    // Each adds a line to what it reads; without the lock lines would be lost or refused.
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let lock = Lock::take(folder.path()).unwrap();
                let before = read(folder.path(), "a");
                let after = format!("{before}line\n");
                let location = folder.path().join("a");
                lock.write(&[NewText { location, before: Some(&before), after: &after }]).unwrap();
            });
        }
    });
    assert_eq!(read(folder.path(), "a"), "line\n".repeat(8));
}

#[test]
fn a_report_replaces_what_was_there() {
    let folder = folder(&[("a", "old and long")]);
    replace(&folder.path().join("a"), b"new").unwrap();
    replace(&folder.path().join("b"), b"new").unwrap();
    assert_eq!((read(folder.path(), "a"), read(folder.path(), "b")), ("new".to_owned(), "new".to_owned()));
    assert_eq!(names(folder.path()), ["a", "b"]);
    assert!(replace(&folder.path().join("no/such/folder"), b"").is_err());
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn the_mode_is_kept() {
        let folder = folder(&[("a", "1")]);
        fs::set_permissions(folder.path().join("a"), PermissionsExt::from_mode(0o640)).unwrap();
        write(folder.path(), &[("a", Some("1"), "2")]).unwrap();
        assert_eq!(fs::metadata(folder.path().join("a")).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn a_read_only_file_is_left_alone() {
        let folder = folder(&[("a", "1")]);
        fs::set_permissions(folder.path().join("a"), PermissionsExt::from_mode(0o444)).unwrap();
        let refused = write(folder.path(), &[("a", Some("1"), "2")]).unwrap_err();
        assert_eq!(refused, "a: is read-only; make it writable first");
    }

    #[test]
    fn a_link_inside_stays_a_link_and_one_that_leads_out_is_refused() {
        let (inside, outside) = (folder(&[("a", "1")]), folder(&[("b", "1")]));
        symlink("a", inside.path().join("link")).unwrap();
        symlink(outside.path().join("b"), inside.path().join("out")).unwrap();
        write(inside.path(), &[("link", Some("1"), "2")]).unwrap();
        assert!(fs::symlink_metadata(inside.path().join("link")).unwrap().is_symlink());
        assert_eq!(read(inside.path(), "a"), "2");
        let refused = write(inside.path(), &[("a", Some("2"), "3"), ("out", Some("1"), "2")]).unwrap_err();
        assert!(refused.starts_with("out: is a link out of the journal"), "{refused}");
        assert_eq!((read(outside.path(), "b"), read(inside.path(), "a")), ("1".to_owned(), "2".to_owned()));
    }

    #[test]
    fn a_folder_through_a_link_that_leads_out_is_refused() {
        let (inside, outside) = (folder(&[]), folder(&[("b", "1")]));
        symlink(outside.path(), inside.path().join("sub")).unwrap();
        assert!(write(inside.path(), &[("sub/b", Some("1"), "2")]).unwrap_err().contains("link out of the journal"));
        assert!(write(inside.path(), &[("sub/c", None, "2")]).unwrap_err().contains("link out of the journal"));
        assert_eq!(names(outside.path()), ["b"]);
    }
}
