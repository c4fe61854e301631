//! `netlint merge-driver`, called by git: two machines that keep one journal.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::{Folder, repository};

/// What git is told to run, after the name of the binary.
const DRIVER: &str = "merge-driver %O %A %B --marker-size %L --path %P";

const FILE: &str = "2026.net.md";
const BASE: &str = "# 2026\n\n## 2026-11-03\n- call @ada\n\n## 2026-11-09\n- call @bob\n";

/// A repository and two clones of it, `ours` and `theirs`.
struct Machines {
    folder: Folder,
    has_driver: bool,
}

impl Machines {
    /// Two machines that know netlint, and both have this journal.
    fn new(base: &str) -> Self {
        Self::with(base, true)
    }

    fn with(base: &str, has_driver: bool) -> Self {
        let machines = Self { folder: Folder::new(&[]), has_driver };
        machines.git(".", &["init", "--quiet", "--bare", "--initial-branch=main", "hub"]);
        machines.clone_to("ours");
        machines.write("ours", ".gitattributes", "*.net.md merge=netlint\n");
        machines.write("ours", FILE, base);
        machines.commit("ours", "Begin");
        machines.git("ours", &["push", "--quiet", "origin", "main"]);
        machines.clone_to("theirs");
        machines
    }

    fn clone_to(&self, name: &str) {
        self.git(".", &["clone", "--quiet", "hub", name]);
        self.git(name, &["symbolic-ref", "HEAD", "refs/heads/main"]);
        if self.has_driver {
            let driver = format!("'{}' {DRIVER}", env!("CARGO_BIN_EXE_netlint"));
            self.git(name, &["config", "merge.netlint.driver", &driver]);
        }
    }

    fn path(&self, machine: &str) -> PathBuf {
        self.folder.path().join(machine)
    }

    fn write(&self, machine: &str, path: &str, text: &str) {
        self.folder.write(&format!("{machine}/{path}"), text.as_bytes());
    }

    fn read(&self, machine: &str) -> String {
        self.folder.read(&format!("{machine}/{FILE}"))
    }

    #[track_caller]
    fn git(&self, machine: &str, args: &[&str]) -> String {
        let (is_fine, said) = git(&self.path(machine), args);
        assert!(is_fine, "git {args:?} on {machine}: {said}");
        said
    }

    #[track_caller]
    fn commit(&self, machine: &str, message: &str) {
        self.git(machine, &["add", "--all"]);
        self.git(machine, &["commit", "--quiet", "-m", message]);
    }

    /// Both machines change the journal and commit.
    #[track_caller]
    fn both(&self, ours: &str, theirs: &str) {
        for (machine, text) in [("ours", ours), ("theirs", theirs)] {
            self.write(machine, FILE, text);
            self.commit(machine, "Note what happened");
        }
        self.git("theirs", &["push", "--quiet", "origin", "HEAD:refs/heads/theirs"]);
        self.git("ours", &["fetch", "--quiet", "origin"]);
    }

    /// Merges what theirs pushed into ours. False: conflicts are left.
    fn merge(&self) -> (bool, String) {
        git(&self.path("ours"), &["merge", "--no-edit", "origin/theirs"])
    }
}

/// git in this folder, without what the environment and the user's configuration say.
fn git(folder: &Path, args: &[&str]) -> (bool, String) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "core.autocrlf=false"]);
    command.args(args).current_dir(folder).env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "");
    command.env("GIT_EDITOR", "true").env("GIT_MERGE_AUTOEDIT", "no").env("LC_ALL", "C");
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_CONFIG_PARAMETERS"] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}

/// git alone leaves a conflict, netlint does not; and it makes of it what is expected.
#[track_caller]
fn assert_helps(base: &str, ours: &str, theirs: &str, expected: &str) {
    let alone = Machines::with(base, false);
    alone.both(ours, theirs);
    let (is_merged, said) = alone.merge();
    assert!(!is_merged && alone.read("ours").contains("<<<<<<<"), "git needs no help here: {said}");
    let machines = Machines::new(base);
    machines.both(ours, theirs);
    let (is_merged, said) = machines.merge();
    assert!(is_merged, "{said}");
    assert_eq!(machines.read("ours"), expected);
    assert_eq!(machines.git("ours", &["status", "--porcelain"]), "");
}

fn day(text: &str, day: &str, entry: &str) -> String {
    text.replace(&format!("## {day}\n"), &format!("## {day}\n- {entry}\n"))
}

#[test]
fn the_page_on_merging_and_the_help_say_what_is_tested_here() {
    let page = std::fs::read_to_string(repository().join("docs/merging.md")).unwrap();
    let help = Folder::new(&[]).run(&["merge-driver", "--help"]).out;
    for text in [page, help] {
        assert!(text.contains(&format!("git config merge.netlint.driver 'netlint {DRIVER}'")), "{text}");
        assert!(text.contains("echo '*.net.md merge=netlint' >> .gitattributes"), "{text}");
    }
}

#[test]
fn entries_of_one_day() {
    let theirs = format!("{BASE}- met @carl\n");
    assert_helps(BASE, &format!("{BASE}- mail @eve\n"), &theirs, &format!("{BASE}- mail @eve\n- met @carl\n"));
}

#[test]
fn days_and_people_of_both() {
    let add = |day: &str| format!("{BASE}\n## {day}\n- call @eve\n");
    let both = format!("{}\n## 2026-11-12\n- call @eve\n", add("2026-11-11"));
    assert_helps(BASE, &add("2026-11-12"), &add("2026-11-11"), &both);
    let people = "# People\n\n## Ada @ada\n\n## Bob @bob\n\n## Carl @carl\n";
    let add = |name: &str| format!("{people}\n## {name} @{name}\n- city: Graz\n");
    assert_helps(people, &add("eve"), &add("dora"), &format!("{}\n## eve @eve\n- city: Graz\n", add("dora")));
}

#[test]
fn both_sorted_and_went_on() {
    let day = |day: u32| format!("## 2026-11-{day:02}\n- call @ada: {day}\n");
    let file = |days: &[u32]| days.iter().map(|it| day(*it)).collect::<Vec<_>>().join("\n");
    let base = file(&[5, 1, 4, 2, 3]);
    let expected = file(&[1, 2, 3, 4, 5, 6, 7]);
    assert_helps(&base, &file(&[1, 2, 3, 4, 5, 7]), &file(&[1, 2, 3, 4, 5, 6]), &expected);
}

#[test]
fn both_began_the_file() {
    let machines = Machines::new(BASE);
    let (ours, theirs) = ("## 2026-11-20\n- call @ada\n", "## 2026-11-20\n- call @bob\n");
    for (machine, text) in [("ours", ours), ("theirs", theirs)] {
        machines.write(machine, "new.net.md", text);
    }
    machines.both(BASE, BASE);
    let (is_merged, said) = machines.merge();
    assert!(is_merged, "{said}");
    assert_eq!(machines.folder.read("ours/new.net.md"), format!("{ours}- call @bob\n"));
}

#[test]
fn machines_that_pull_from_each_other_come_to_the_same_journal() {
    let machines = Machines::new(BASE);
    let add = |machine: &str, day: &str, entry: &str| {
        let text = machines.read(machine);
        machines.write(machine, FILE, &text.replace(&format!("## {day}\n"), &format!("## {day}\n- {entry}\n")));
        machines.commit(machine, entry);
    };
    for round in 0..4 {
        add("ours", "2026-11-03", &format!("mail @eve: {round}"));
        add("theirs", "2026-11-03", &format!("met @carl: {round}"));
        add("theirs", "2026-11-09", &format!("call @dora: {round}"));
        let how = if round % 2 == 0 { "--no-rebase" } else { "--rebase" };
        for machine in ["ours", "theirs", "ours"] {
            machines.git(machine, &["pull", "--quiet", how, "origin", "main"]);
            machines.git(machine, &["push", "--quiet", "origin", "HEAD:main"]);
        }
        assert_eq!(machines.read("ours"), machines.read("theirs"));
    }
    let text = machines.read("ours");
    assert_eq!(text.lines().filter(|line| line.starts_with("- ")).count(), 2 + 4 * 3, "{text}");
    let (head, tail) = text.split_once("## 2026-11-09").unwrap();
    assert_eq!((head.matches("- m").count(), tail.matches("- call @dora").count()), (8, 4), "{text}");
}

#[test]
fn merges_that_cross() {
    let machines = Machines::new(BASE);
    machines.both(&day(BASE, "2026-11-03", "mail @eve"), &day(BASE, "2026-11-03", "met @carl"));
    machines.git("ours", &["push", "--quiet", "origin", "HEAD:refs/heads/ours"]);
    machines.git("theirs", &["fetch", "--quiet", "origin"]);
    // Each merges the other's first commit, then both go on: there are two bases.
    machines.git("ours", &["merge", "--quiet", "--no-edit", "origin/theirs"]);
    machines.git("theirs", &["merge", "--quiet", "--no-edit", "origin/ours"]);
    let (ours, theirs) = (machines.read("ours"), machines.read("theirs"));
    machines.both(&day(&ours, "2026-11-09", "call @fay"), &day(&theirs, "2026-11-03", "call @gil"));
    let (is_merged, said) = machines.merge();
    assert!(is_merged, "{said}");
    let mut lines: Vec<String> = machines.read("ours").lines().map(str::to_owned).collect();
    lines.retain(|line| line.starts_with("- "));
    lines.sort();
    assert_eq!(lines, ["- call @ada", "- call @bob", "- call @fay", "- call @gil", "- mail @eve", "- met @carl"]);
}

#[test]
fn cherry_pick_and_revert() {
    let machines = Machines::new(BASE);
    machines.both(&format!("{BASE}- mail @eve\n"), &format!("{BASE}- met @carl\n"));
    machines.git("ours", &["cherry-pick", "origin/theirs"]);
    assert_eq!(machines.read("ours"), format!("{BASE}- mail @eve\n- met @carl\n"));
    machines.git("ours", &["revert", "--no-edit", "HEAD~1"]);
    assert_eq!(machines.read("ours"), format!("{BASE}- met @carl\n"));
}

#[test]
fn what_two_changed_differently_is_left_to_a_person() {
    let machines = Machines::new(BASE);
    let change = |text: &str| format!("{}- met @carl\n", BASE.replace("call @bob", text));
    machines.both(&change("call @bob: hi"), &change("call @bob: bye").replace("# 2026\n", "# Year 2026\n"));
    let (is_merged, said) = machines.merge();
    assert!(!is_merged && said.contains("CONFLICT (content)"), "{said}");
    assert!(said.contains("netlint: 2026.net.md: 1 conflict is left between <<<<<<< and >>>>>>>"), "{said}");
    assert_eq!(machines.git("ours", &["status", "--porcelain"]), format!("UU {FILE}\n"));
    let marked = "<<<<<<< ours\n- call @bob: hi\n=======\n- call @bob: bye\n>>>>>>> theirs\n";
    assert_eq!(
        machines.read("ours"),
        change("X").replace("- X\n", marked).replace("# 2026\n", "# Year 2026\n"),
        "all but the conflict is merged"
    );
    let text = machines.read("ours").replace(marked, "- call @bob: hi and bye\n");
    machines.write("ours", FILE, &text);
    machines.commit("ours", "Decide");
    assert_eq!(machines.git("ours", &["status", "--porcelain"]), "");
}

#[test]
fn conflicts_look_as_git_is_configured() {
    let machines = Machines::new(BASE);
    machines.both(&BASE.replace("@bob", "@bob: hi"), &BASE.replace("@bob", "@bob: bye"));
    let driver =
        format!("'{}' {DRIVER} --ours-label HEAD --base-label %S --theirs-label=-x", env!("CARGO_BIN_EXE_netlint"));
    machines.git("ours", &["config", "merge.netlint.driver", &driver]);
    machines.git("ours", &["config", "merge.conflictStyle", "zdiff3"]);
    machines.write("ours", ".git/info/attributes", "*.net.md conflict-marker-size=10\n");
    assert!(!machines.merge().0);
    let text = machines.read("ours");
    let marks: Vec<&str> = text.lines().filter(|line| line.starts_with(['<', '|', '=', '>'])).collect();
    assert_eq!((marks[0], marks[2], marks[3]), ("<<<<<<<<<< HEAD", "==========", ">>>>>>>>>> -x"));
    assert!(marks[1].starts_with("|||||||||| ") && marks[1].len() > 12, "{marks:?}");
    assert!(text.contains("\n- call @bob\n==========\n"), "{text}");
}

#[test]
fn line_ends_of_another_system_do_not_conflict() {
    let ours = format!("{BASE}- mail @eve\n");
    let crlf = format!("{BASE}- met @carl\n").replace('\n', "\r\n");
    assert_helps(BASE, &ours, &crlf, &format!("{ours}- met @carl\n"));
    assert_helps(BASE, &crlf, &ours, &format!("{crlf}- mail @eve\r\n"));
}

#[cfg(unix)]
#[test]
fn the_mode_of_the_file_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let machines = Machines::new(BASE);
    let path = machines.path("ours").join(FILE);
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o755)).unwrap();
    machines.both(&format!("{BASE}- mail @eve\n"), &format!("{BASE}- met @carl\n"));
    assert!(machines.merge().0);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o755);
}

const VERSIONS: [(&str, &str); 3] = [("base", "a\n"), ("ours", "a\n- b\n"), ("theirs", "a\n- c\n")];

#[test]
fn trouble_is_no_conflict() {
    let folder = Folder::new(&VERSIONS);
    for (args, message) in [
        (vec!["base", "ours", "missing"], "p: not merged: missing cannot be read: "),
        (vec!["base", "missing", "theirs"], "p: not merged: missing cannot be read: "),
        (vec![".", "ours", "theirs"], "p: not merged: . cannot be read: "),
    ] {
        let ran = folder.run(&[vec!["merge-driver", "--path", "p"], args].concat());
        assert_eq!((ran.code, ran.out.as_str(), ran.err.lines().count()), (129, "", 1), "{ran:?}");
        assert!(ran.err.starts_with(&format!("netlint: {message}")), "{ran:?}");
    }
    for args in
        [&["merge-driver", "base", "ours"][..], &["merge-driver", "base", "ours", "theirs", "--marker-size", "0"]]
    {
        let ran = folder.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (129, ""), "{ran:?}");
    }
    assert_eq!(folder.run(&["merge-driver", "--help"]).code, 0);
    assert_eq!(folder.run(&["check", "--no-such"]).code, 2);
    assert_eq!(folder.read("ours"), VERSIONS[1].1);
}

#[test]
fn git_refuses_to_merge_where_netlint_cannot() {
    let machines = Machines::new(BASE);
    machines.both(&format!("{BASE}- mail @eve\n"), &format!("{BASE}- met @carl\n"));
    let driver = format!("'{}' merge-driver %O %A missing --path %P", env!("CARGO_BIN_EXE_netlint"));
    machines.git("ours", &["config", "merge.netlint.driver", &driver]);
    let (is_merged, said) = machines.merge();
    assert!(!is_merged && said.contains("netlint: 2026.net.md: not merged: missing cannot be read"), "{said}");
    assert_eq!(machines.read("ours"), format!("{BASE}- mail @eve\n"));
}

#[test]
fn bytes_that_are_no_text_and_empty_files() {
    let folder = Folder::new(&[("empty", "")]);
    folder.write("base", b"a\nb\nc\n");
    folder.write("ours", b"\xff\nb\nc\n");
    folder.write("theirs", b"a\nb\n\x00\n");
    let ran = folder.run(&["merge-driver", "base", "ours", "theirs"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert_eq!(std::fs::read(folder.path().join("ours")).unwrap(), b"\xff\nb\n\x00\n");
    let ran = folder.run(&["merge-driver", "empty", "empty", "empty"]);
    assert_eq!((ran.code, folder.read("empty").as_str()), (0, ""));
    let ran = folder.run(&["merge-driver", "--quiet", "empty", "ours", "theirs"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
}
