//! `netlint watch`: whatever happens to files, folders and configurations is seen, once and as a whole.

use crate::harness::{Folder, command};
use crate::watching::{DAYS, PEOPLE, WRONG, Watching, journal, save, told, watch};

#[test]
fn editors_save_by_renaming_and_leave_locks_and_copies() {
    let folder = journal();
    let mut watching = watch(&folder, &["--format", "json", "--debounce", "500"]);
    let path = |name: &str| folder.path().join(name);
    // As vim does: the old file becomes a copy, a new one takes its place.
    folder.write(".2026.net.md.swp", b"swap");
    std::fs::rename(path("2026.net.md"), path("2026.net.md~")).unwrap();
    folder.write("2026.net.md", format!("{DAYS}{WRONG}").as_bytes());
    std::fs::remove_file(path("2026.net.md~")).unwrap();
    assert_eq!(told(&watching.document()), "change +unknown-handle 2026.net.md:3");
    // As others do: a new file is put over the old.
    #[cfg(unix)]
    std::os::unix::fs::symlink("me@host.1234", path(".#2026.net.md")).unwrap();
    save(&folder, "2026.net.md", DAYS);
    assert_eq!(told(&watching.document()), "change -unknown-handle 2026.net.md:3");
    assert_eq!(watching.end().1, "", "locks and copies are nothing to speak of");
}

#[test]
fn a_file_may_be_half_written_empty_or_no_text_for_a_moment() {
    let folder = journal();
    let mut watching = watch(&folder, &["--format", "json"]);
    save(&folder, "people.net.md", b"## Ada @a");
    let document = told(&watching.document());
    assert!(document.starts_with("change +") && document.contains("unknown-handle"), "{document}");
    save(&folder, "people.net.md", b"\xff\xfe## A");
    assert_eq!(told(&watching.document()), "change +invalid-utf8 people.net.md:1 -bare-contact people.net.md:1");
    save(&folder, "people.net.md", b"");
    assert_eq!(told(&watching.document()), "change -invalid-utf8 people.net.md:1");
    save(&folder, "people.net.md", PEOPLE);
    assert!(watching.document()["diagnostics"].as_array().unwrap().is_empty());
}

#[test]
fn a_thousand_files_at_once_are_one_check() {
    let folder = journal();
    // Other tests run beside this one, so the quiet that ends a burst is longer.
    let mut watching = watch(&folder, &["--format", "json", "--debounce", "1500"]);
    for number in 0..1000 {
        folder.write(&format!("days/{}/{number}.net.md", number % 10), DAYS.as_bytes());
    }
    assert_eq!(watching.document()["files"], 1002);
    std::fs::remove_dir_all(folder.path().join("days")).unwrap();
    assert_eq!(watching.document()["files"], 2, "and so is their end");
}

#[test]
fn folders_come_go_and_move() {
    let folder = journal();
    let mut watching = watch(&folder, &["--format", "json"]);
    let path = |name: &str| folder.path().join(name);
    save(&folder, "old/deep/2020.net.md", b"## 2020-01-01\n- call @ghost\n");
    assert_eq!(told(&watching.document()), "change +unknown-handle old/deep/2020.net.md:2");
    std::fs::rename(path("old"), path("archive")).unwrap();
    let document = watching.document();
    assert_eq!(
        (told(&document).as_str(), &document["diagnostics"][0]["file"]),
        ("change", &"archive/deep/2020.net.md".into())
    );
    save(&folder, "archive/deep/2020.net.md", b"## 2020-01-01\n- call @ada\n");
    assert_eq!(told(&watching.document()), "change -unknown-handle archive/deep/2020.net.md:2");
    std::fs::remove_dir_all(path("archive")).unwrap();
    assert_eq!(watching.document()["files"], 2);
    save(&folder, "archive/2020.net.md", b"## 2020-01-01\n- call @ghost\n");
    assert_eq!(told(&watching.document()), "change +unknown-handle archive/2020.net.md:2");
    save(&folder, "archive/2020.net.md", b"## 2020-01-01\n- call @bob\n");
    assert_eq!(told(&watching.document()), "change -unknown-handle archive/2020.net.md:2");
}

#[test]
fn a_journal_that_goes_is_waited_for() {
    let folder = Folder::new(&[("home/journal/a.net.md", PEOPLE), ("home/journal/2026.net.md", DAYS)]);
    let mut command = command(&folder.path().join("home/journal"), &["watch", "--format", "json"]);
    command.env_remove("NETLINT_TODAY").args(["--today", "2026-11-22"]);
    let mut watching = Watching::start(command);
    assert_eq!(told(&watching.document()), "start");
    let path = |name: &str| folder.path().join(name);
    // The folder above, so that nothing in the journal itself tells of it.
    std::fs::rename(path("home"), path("away")).unwrap();
    watching.error_with("journal: is not there; waiting for it");
    save(&folder, "away/journal/2026.net.md", format!("{DAYS}{WRONG}"));
    std::fs::rename(path("away"), path("home")).unwrap();
    assert_eq!(told(&watching.document()), "change +unknown-handle 2026.net.md:3");
    watching.error_with("mended: ");
    std::fs::remove_dir_all(path("home/journal")).unwrap();
    watching.error_with("journal: is not there");
    save(&folder, "home/journal/2026.net.md", b"## 2026-11-20\n- call @ghost: a word\n");
    watching.error_with("mended: ");
    assert_eq!(watching.end().0, 0);
}

#[test]
fn a_first_journal_may_come_later() {
    let folder = Folder::new(&[]);
    let mut watching = Watching::start(command(folder.path(), &["watch", "--format", "json"]));
    assert_eq!(watching.document()["files"], 0);
    watching.error_with("holds no journal (looked for **/*.net.md)");
    save(&folder, "a.net.md", format!("{DAYS}{WRONG}"));
    assert_eq!(watching.document()["files"], 1);
    watching.error_with("mended: ");
}

#[test]
fn a_configuration_changes_breaks_and_is_mended() {
    let folder = journal();
    save(&folder, "2026.net.md", format!("{DAYS}- padel with @bob: won\n"));
    let mut watching = watch(&folder, &["--format", "json"]);
    save(&folder, "netlint.toml", b"[verbs.padel]\nlike = \"meet\"\n");
    assert_eq!(told(&watching.document()), "change -unknown-verb 2026.net.md:3");
    save(&folder, "netlint.toml", b"verbz = 1\n");
    watching.error_with("netlint.toml:1:1: ");
    // The last one that could be read is in force.
    save(&folder, "2026.net.md", format!("{DAYS}- padel with @bob: won\n{WRONG}"));
    assert_eq!(told(&watching.document()), "change +unknown-handle 2026.net.md:4");
    save(&folder, "netlint.toml", b"");
    assert_eq!(told(&watching.document()), "change +unknown-verb 2026.net.md:3");
    watching.error_with("mended: netlint.toml:1:1: ");
    save(&folder, "netlint.toml", b"include = [\"*.txt\"]\n");
    assert_eq!(watching.document()["files"], 0);
    save(&folder, "notes.txt", DAYS);
    assert_eq!(watching.document()["files"], 1);
}

#[test]
fn a_configuration_may_appear_above() {
    let folder = Folder::new(&[("journal/2026.net.md", DAYS), ("people.net.md", PEOPLE)]);
    let mut watching = Watching::start(command(&folder.path().join("journal"), &["watch", "--format", "json"]));
    assert_eq!(watching.document()["files"], 1);
    save(&folder, "netlint.toml", b"");
    let document = watching.document();
    assert_eq!((told(&document).as_str(), &document["files"]), ("change -unknown-handle 2026.net.md:2", &2.into()));
}

#[test]
fn one_file_is_watched_in_the_light_of_the_others() {
    let folder = journal();
    let mut watching = watch(&folder, &["2026.net.md", "--format", "json"]);
    save(&folder, "people.net.md", format!("{PEOPLE}\n## Ada @ada\n"));
    assert_eq!(told(&watching.document()), "change", "the finding is in another file");
    save(&folder, "people.net.md", b"## Bob @bob\n- role: poet\n");
    assert_eq!(told(&watching.document()), "change +unknown-handle 2026.net.md:2");
    std::fs::remove_file(folder.path().join("2026.net.md")).unwrap();
    assert_eq!(told(&watching.document()), "change -unknown-handle 2026.net.md:2");
    save(&folder, "2026.net.md", DAYS);
    assert_eq!(told(&watching.document()), "change +unknown-handle 2026.net.md:2");
}

#[cfg(unix)]
#[test]
fn the_file_that_a_link_leads_to_is_watched() {
    let (folder, elsewhere) = (journal(), Folder::new(&[("real.md", DAYS)]));
    std::os::unix::fs::symlink(elsewhere.path().join("real.md"), folder.path().join("link.net.md")).unwrap();
    let mut watching = Watching::start(command(folder.path(), &["watch", "--format", "json"]));
    assert_eq!(watching.document()["files"], 3);
    save(&elsewhere, "real.md", format!("{DAYS}{WRONG}"));
    assert!(told(&watching.document()).contains("+unknown-handle link.net.md:3"));
}

#[test]
fn polling_sees_the_same() {
    let folder = journal();
    let mut watching = watch(&folder, &["--format", "json", "--poll=0.05"]);
    save(&folder, "sub/a.net.md", WRONG);
    assert_eq!(watching.document()["files"], 3);
    save(&folder, "2026.net.md", format!("{DAYS}{WRONG}"));
    assert_eq!(told(&watching.document()), "change +unknown-handle 2026.net.md:3");
    save(&folder, "2026.net.md", format!("{DAYS}- call @coast\n"));
    let same_size = told(&watching.document());
    assert!(same_size.contains('+') && same_size.contains('-'), "{same_size}");
    std::fs::remove_dir_all(folder.path().join("sub")).unwrap();
    assert_eq!(watching.document()["files"], 2);
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        all[(self.0 >> 33) as usize % all.len()]
    }
}

/// Something that people and programs do to a folder.
fn mischief(folder: &Folder, dice: &mut Dice) {
    let path = |name: &str| folder.path().join(name);
    let files = ["a.net.md", "b.net.md", "x/c.net.md", "x/y/d.net.md", ".git/e.net.md", "netlint.toml", "a.net.md~"];
    let file = dice.of(&files);
    let folders = ["x", "x/y", "z"];
    match dice.of(&["write", "write", "save", "rename", "remove", "move", "remove folder"]) {
        // A folder may be in the way, or nothing may be there: then nothing happens.
        "rename" => _ = std::fs::rename(path(file), path(dice.of(&files))),
        "remove" => _ = std::fs::remove_file(path(file)),
        "move" => _ = std::fs::rename(path(dice.of(&folders)), path(dice.of(&folders))),
        "remove folder" => _ = std::fs::remove_dir_all(path(dice.of(&folders))),
        how => {
            let text = match file {
                "netlint.toml" => {
                    dice.of(&["", "language = \"de\"", "exclude = [\"x/**\"]", "[verbs.padel]\nlike = \"meet\""])
                }
                _ => dice.of(&[
                    PEOPLE,
                    DAYS,
                    WRONG,
                    "",
                    "## 2026-11-20\n- padel with @ada: won\n- kaffee mit @bob: gut\n",
                    "- call @bob",
                ]),
            };
            if how == "save" { save(folder, file, text) } else { folder.write(file, text.as_bytes()) }
        }
    }
}

/// Whatever was done, what a watch says in the end is what a new check says.
#[test]
fn in_the_end_a_watch_knows_what_a_check_knows() {
    for (seed, args) in [(1, ["--debounce", "20"]), (2, ["--debounce", "0"]), (3, ["--poll=0.05", "--no-config"])] {
        let folder = journal();
        let (more, mut dice) = (args.iter().filter(|arg| **arg == "--no-config").copied(), Dice(seed));
        let check: Vec<&str> = ["check", "--format", "json"].into_iter().chain(more).collect();
        let mut watching =
            Watching::start(command(folder.path(), &[&["watch", "--format", "json"], args.as_slice()].concat()));
        let mut last = watching.document();
        for _ in 0..30 {
            for _ in 0..*dice.of(&[&1, &2, &5]) {
                mischief(&folder, &mut dice);
            }
            // At least one journal is there, since without one a check has nothing to say.
            folder.write("always.net.md", b"");
            let mut ran = folder.run(&check);
            if ran.out.is_empty() {
                // A journal has become the configuration.
                std::fs::remove_file(folder.path().join("netlint.toml")).unwrap();
                ran = folder.run(&check);
            }
            let expected: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
            while ["files", "people", "entries", "diagnostics", "summary"].iter().any(|key| last[key] != expected[key])
            {
                last = watching.document();
            }
        }
    }
}
