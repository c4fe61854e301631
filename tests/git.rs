//! `netlint check --staged` and `--since`, with the real git.

use crate::harness::{command, run};
use crate::repository::Repository;

const PEOPLE: &str = "## Ada Lovelace @ada\n- role: x\n";
const DAYS: &str = "## 2026-11-20\n- coffee with @ada: hi\n";
const GHOST: &str = "## 2026-11-20\n- call @ghost\n";

fn journal() -> Repository {
    Repository::with(&[("people.net.md", PEOPLE), ("2026.net.md", DAYS)])
}

#[track_caller]
fn assert_fails(repository: &Repository, args: &[&str], message: &str) {
    repository.run(args).assert_failed(message);
}

#[test]
fn what_is_staged_is_checked_as_it_is_staged() {
    let repository = journal();
    repository.put("2026.net.md", GHOST);
    repository.git(&["add", "2026.net.md"]);
    repository.put("2026.net.md", DAYS);
    assert_eq!(repository.found(&["--staged"]), ["unknown-handle 2026.net.md:2"], "not what is on the disk");
    assert_eq!(repository.run(&["check", "--staged"]).code, 1);
    assert_eq!(repository.found(&[]), [""; 0]);
}

#[test]
fn the_whole_network_is_taken_from_the_index() {
    let repository = journal();
    repository.put("2026.net.md", format!("{DAYS}- call @bob\n"));
    repository.git(&["add", "2026.net.md"]);
    repository.put("people.net.md", format!("{PEOPLE}\n## Bob @bob\n- role: x\n"));
    assert_eq!(repository.found(&["--staged"]), ["unknown-handle 2026.net.md:3"], "Bob is declared on the disk only");
    repository.git(&["add", "people.net.md"]);
    assert_eq!(repository.found(&["--staged"]), [""; 0]);
    repository.remove("people.net.md");
    assert_eq!(repository.found(&["--staged"]), [""; 0], "it is still staged");
}

#[test]
fn findings_in_files_that_are_not_staged_are_counted() {
    let repository = Repository::with(&[("people.net.md", PEOPLE), ("old.net.md", GHOST)]);
    let ran = repository.run(&["check", "--staged"]);
    assert!(ran.code == 0 && ran.out.starts_with("no journal is staged; 1 in files that are not staged\n"), "{ran:?}");
    repository.put("2026.net.md", DAYS);
    repository.put("notes.md", "- call @ghost\n");
    repository.git(&["add", "."]);
    let ran = repository.run(&["check", "--staged"]);
    assert!(ran.code == 0 && ran.out.starts_with("nothing to report; 1 in files that are not staged\n"), "{ran:?}");
    assert!(ran.out.contains("read 3 files"), "{ran:?}");
    repository.put("netlint.toml", "language = \"de\"\n");
    repository.git(&["add", "."]);
    let out = repository.run(&["check", "--staged"]).out;
    assert!(out.starts_with("nichts zu melden; 1 in Dateien, die nicht vorgemerkt sind\n"), "{out}");
}

#[test]
fn the_configuration_is_the_one_that_is_staged() {
    let repository = journal();
    repository.put("netlint.toml", "[rules]\nunknown-handle = \"off\"\n");
    repository.put("2026.net.md", GHOST);
    repository.git(&["add", "."]);
    repository.put("netlint.toml", "");
    assert_eq!(repository.found(&["--staged"]), [""; 0]);
    repository.git(&["rm", "--cached", "--quiet", "netlint.toml", "--force"]);
    assert_eq!(repository.found(&["--staged"]), ["unknown-handle 2026.net.md:2"], "where none is staged, the disk's");
    repository.put("netlint.toml", "inclued = []\n");
    repository.git(&["add", "netlint.toml"]);
    repository.put("netlint.toml", "");
    assert_fails(&repository, &["check", "--staged"], "netlint.toml:1:1: unknown key `inclued`");
}

#[test]
fn before_the_first_commit_everything_is_new() {
    let repository = Repository::new();
    let ran = repository.run(&["check", "--staged"]);
    assert!(ran.code == 0 && ran.out.starts_with("no journal is staged\n"), "{ran:?}");
    repository.put("a.net.md", GHOST);
    repository.git(&["add", "."]);
    repository.put("announced.net.md", GHOST);
    repository.git(&["add", "--intent-to-add", "."]);
    assert_eq!(repository.found(&["--staged"]), ["unknown-handle a.net.md:2"]);
    assert!(repository.run(&["check", "--staged"]).out.contains("read 1 file"));
    assert_fails(&repository, &["check", "--since", "HEAD"], "there is no revision `HEAD` in ");
}

#[test]
fn deleted_renamed_announced_and_linked_files() {
    let repository = Repository::with(&[("people.net.md", PEOPLE), ("a.net.md", DAYS), ("b.net.md", GHOST)]);
    repository.git(&["rm", "--quiet", "a.net.md"]);
    repository.git(&["mv", "b.net.md", "ü \"x\"\t.net.md"]);
    repository.put("new.net.md", GHOST);
    repository.git(&["add", "--intent-to-add", "new.net.md"]);
    assert_eq!(repository.found(&["--staged"]), ["unknown-handle ü \"x\"\\u{9}.net.md:2"]);
    let json = repository.run(&["check", "--staged", "--format", "json"]).out;
    assert!(json.contains("\"files\": 2"), "what is only announced is not in the next commit: {json}");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("new.net.md", repository.path().join("link.net.md")).unwrap();
        repository.git(&["add", "link.net.md"]);
        assert_eq!(repository.found(&["--staged"]).len(), 1, "a link is no journal");
    }
}

#[test]
fn an_empty_file_is_no_announced_one() {
    let repository = Repository::with(&[("old.net.md", ""), ("people.net.md", PEOPLE)]);
    repository.put("new.net.md", "");
    repository.git(&["add", "new.net.md"]);
    let json = repository.run(&["check", "--staged", "--format", "json"]).out;
    assert!(json.contains("\"files\": 3"), "{json}");
}

#[test]
fn a_conflict_names_its_file() {
    let repository = journal();
    repository.git(&["checkout", "--quiet", "-b", "other"]);
    repository.put("2026.net.md", format!("{DAYS}- call @ada: one\n"));
    repository.put("code.txt", "one");
    repository.commit();
    repository.git(&["checkout", "--quiet", "main"]);
    repository.put("2026.net.md", format!("{DAYS}- call @ada: two\n"));
    repository.put("code.txt", "two");
    repository.commit();
    repository.try_git("work", &["merge", "--quiet", "other"]);
    assert_fails(&repository, &["check", "--staged"], "2026.net.md: is in conflict; resolve it and `git add` it");
    repository.put("2026.net.md", DAYS);
    repository.git(&["add", "2026.net.md"]);
    assert_eq!(repository.run(&["check", "--staged"]).code, 0, "conflicts of others are not ours");
}

#[test]
fn paths_limit_what_is_shown() {
    let repository = journal();
    repository.put("sub/a.net.md", GHOST);
    repository.put("b.net.md", GHOST);
    repository.put("notes.md", GHOST);
    repository.put("netlint.toml", "");
    repository.git(&["add", "."]);
    assert_eq!(repository.found(&["--staged", "sub"]), ["unknown-handle sub/a.net.md:2"]);
    assert_eq!(repository.found(&["--staged", "b.net.md", "notes.md"]).len(), 2, "what is named is read");
    assert_eq!(repository.found_in("work/sub", &["--staged", "."]), ["unknown-handle a.net.md:2"]);
    let whole = repository.path().join("sub");
    assert_eq!(repository.found_in(".", &["--staged", whole.to_str().unwrap()]).len(), 1);
    std::fs::remove_dir_all(whole).unwrap();
    assert_eq!(repository.found(&["--staged", "sub/a.net.md"]), ["unknown-handle sub/a.net.md:2"]);
    assert_fails(&repository, &["check", "--staged", "no.net.md"], "no.net.md: is neither staged nor on the disk");
    assert_fails(&repository, &["check", "--staged", "b.net.md", "../home"], "../home: is not in the repository ");
}

#[test]
fn a_journal_in_a_folder_of_a_larger_repository() {
    let repository = Repository::with(&[("code/main.c", ""), ("people/netlint.toml", ""), ("x.net.md", GHOST)]);
    repository.put("people/a.net.md", GHOST);
    repository.put("x.net.md", format!("{GHOST}\n"));
    repository.git(&["add", "."]);
    assert_eq!(repository.found_in("work/people", &["--staged"]), ["unknown-handle a.net.md:2"]);
    assert_eq!(repository.found(&["--staged", "people"]), ["unknown-handle people/a.net.md:2"]);
}

#[test]
fn without_a_configuration_the_whole_repository_is_one_journal() {
    let repository = journal();
    repository.put("sub/a.net.md", DAYS);
    repository.git(&["add", "."]);
    for (folder, args) in [("work", vec!["sub/a.net.md"]), ("work/sub", vec![]), ("work/sub", vec!["."])] {
        let ran = repository.run_in(folder, &[&["check", "--staged"], &args[..]].concat());
        assert!(ran.code == 0 && ran.out.contains("read 3 files, 1 person"), "{ran:?}");
    }
}

#[test]
fn a_repository_in_a_folder_of_a_larger_journal() {
    let repository = journal();
    std::fs::write(repository.around().join("netlint.toml"), "[rules]\nunknown-handle = \"warning\"\n").unwrap();
    repository.put("2026.net.md", GHOST);
    repository.git(&["add", "."]);
    let ran = repository.run(&["check", "--staged", "--format", "compact"]);
    assert!(ran.code == 0 && ran.out.starts_with("2026.net.md:2:8: warning[unknown-handle]"), "{ran:?}");
}

#[test]
fn linked_work_trees_submodules_and_sparse_ones() {
    let repository = journal();
    repository.git(&["worktree", "add", "--quiet", "../linked"]);
    std::fs::write(repository.around().join("linked/2026.net.md"), GHOST).unwrap();
    repository.git_in("linked", &["add", "."]);
    assert_eq!(repository.found_in("linked", &["--staged"]), ["unknown-handle 2026.net.md:2"]);
    assert_eq!(repository.found(&["--staged"]), [""; 0], "each work tree has its own index");

    let outer = repository.around().join("outer");
    std::fs::create_dir(&outer).unwrap();
    repository.git_in("outer", &["init", "--quiet"]);
    repository.git_in("outer", &["submodule", "--quiet", "add", "../work", "journal"]);
    std::fs::write(outer.join("journal/2026.net.md"), GHOST).unwrap();
    repository.git_in("outer/journal", &["add", "."]);
    assert_eq!(repository.found_in("outer/journal", &["--staged"]), ["unknown-handle 2026.net.md:2"]);
    assert!(repository.run_in("outer", &["check", "--staged"]).out.starts_with("no journal is staged\n"));

    repository.put("far/a.net.md", "## Far @far\n- role: x\n");
    repository.commit();
    repository.git(&["sparse-checkout", "set", "--cone", "--sparse-index", "near"]);
    assert!(!repository.path().join("far").exists());
    repository.put("2026.net.md", "## 2026-11-20\n- call @far: hi\n");
    repository.git(&["add", "2026.net.md"]);
    assert_eq!(repository.found(&["--staged"]), [""; 0], "who is not checked out is still known");
}

#[test]
#[cfg(unix)]
fn files_that_git_keeps_in_another_form_are_read_as_they_were_written() {
    let repository = journal();
    for (key, program) in [("clean", "tr a-z b-za"), ("smudge", "tr b-za a-z")] {
        repository.git(&["config", &format!("filter.rot.{key}"), program]);
    }
    repository.put(".gitattributes", "secret.net.md filter=rot\n");
    repository.put("secret.net.md", format!("{GHOST}- call @ada\n"));
    repository.git(&["add", "."]);
    assert!(repository.git(&["show", ":secret.net.md"]).contains("- dbmm @hiptu"), "as if it were encrypted");
    assert_eq!(repository.found(&["--staged"]), ["unknown-handle secret.net.md:2"]);
    repository.commit();
    repository.put("secret.net.md", format!("{GHOST}- call @ghoul\n"));
    assert_eq!(repository.found(&["--since", "HEAD"]), ["unknown-handle secret.net.md:3"]);
    repository.git(&["config", "filter.rot.smudge", "false"]);
    repository.git(&["config", "filter.rot.required", "true"]);
    assert_fails(&repository, &["check", "--since", "HEAD"], "work: git says: ");
}

#[test]
fn several_journals_in_one_repository_are_checked_each_on_its_own() {
    let repository = Repository::with(&[("a/netlint.toml", ""), ("b/netlint.toml", "")]);
    repository.put("a/x.net.md", GHOST);
    repository.put("b/x.net.md", GHOST);
    repository.git(&["add", "."]);
    assert_fails(
        &repository,
        &["check", "--staged", "a", "b/x.net.md"],
        "b/x.net.md: belongs to another journal than ",
    );
    assert_eq!(repository.found(&["--staged", "a/netlint.toml"]), ["unknown-handle a/x.net.md:2"], "all of it");
    assert_eq!(repository.found(&["a/netlint.toml"]), ["unknown-handle a/x.net.md:2"]);
}

#[test]
fn no_repository_and_one_without_a_work_tree() {
    let repository = journal();
    repository.run_in("home", &["check", "--staged"]).assert_failed("home: git says: not a git repository");
    repository.git(&["clone", "--quiet", "--bare", ".", "../bare.git"]);
    repository.run_in("bare.git", &["check", "--staged"]).assert_failed("must be run in a work tree");
    let mut netlint = repository.alone(command(&repository.path(), &["check", "--staged"]));
    netlint.env("PATH", repository.around());
    run(netlint, b"").assert_failed("git cannot be started: ");
}

#[test]
fn what_changes_files_is_refused() {
    let repository = journal();
    for option in ["--fix", "--unsafe-fixes", "--diff", "--add-ignore", "--write-baseline=x", "--stdin-filename=x"] {
        for scope in ["--staged", "--since=HEAD"] {
            let ran = repository.run(&["check", scope, option]);
            assert!(ran.code == 2 && ran.err.contains("cannot be used with"), "{ran:?}");
        }
    }
    assert_fails(&repository, &["check", "--staged", "-"], "--staged reads what is staged, not standard input");
    assert_fails(&repository, &["check", "--since", "HEAD", "-"], "--since compares files");
}

#[test]
fn since_shows_what_is_on_changed_lines() {
    let repository = Repository::with(&[("people.net.md", PEOPLE), ("2026.net.md", GHOST), ("old.net.md", GHOST)]);
    repository.put("2026.net.md", format!("# Days\n\n{GHOST}- call @ghoul\n"));
    repository.put("new/é.net.md", GHOST);
    let expected = ["unknown-handle 2026.net.md:5", "unknown-handle new/é.net.md:2"];
    assert_eq!(repository.found(&["--since", "HEAD"]), expected);
    let ran = repository.run(&["check", "--since", "HEAD"]);
    assert!(ran.code == 1 && ran.out.contains("\n2 errors, 1 warning; 3 on older lines not shown\n"), "{ran:?}");
    let json = repository.run(&["check", "--since", "HEAD", "--format", "json"]).out;
    assert_eq!(json.matches("\"rule\"").count(), 3, "{json}");
    repository.commit();
    let ran = repository.run(&["check", "--since", "HEAD"]);
    assert!(ran.code == 0 && ran.out.starts_with("nothing to report; 6 on older lines not shown\n"), "{ran:?}");
    assert_eq!(repository.found(&["--since", "HEAD~1"]), expected);
    assert_eq!(repository.found(&["--since", "HEAD~1", "new"]), ["unknown-handle new/é.net.md:2"]);
}

#[test]
fn since_and_staged_compare_the_index() {
    let repository = Repository::with(&[("people.net.md", PEOPLE), ("2026.net.md", GHOST)]);
    repository.put("2026.net.md", format!("{GHOST}- call @ghoul\n"));
    repository.git(&["add", "."]);
    repository.put("2026.net.md", format!("{GHOST}- call @ghoul\n- call @ghast\n"));
    assert_eq!(repository.found(&["--staged", "--since", "HEAD"]), ["unknown-handle 2026.net.md:3"]);
    assert_eq!(repository.found(&["--since", "HEAD"]).len(), 2);
    repository.git(&["commit", "--quiet", "--message", "x"]);
    assert_eq!(repository.found(&["--staged", "--since", "HEAD~1"]), ["unknown-handle 2026.net.md:3"]);
}

#[test]
fn since_a_branch_was_left() {
    let repository = Repository::with(&[("people.net.md", PEOPLE), ("2026.net.md", DAYS)]);
    repository.git(&["checkout", "--quiet", "-b", "topic"]);
    repository.put("topic.net.md", GHOST);
    repository.commit();
    repository.git(&["checkout", "--quiet", "main"]);
    repository.put("2026.net.md", GHOST);
    repository.commit();
    repository.git(&["checkout", "--quiet", "topic"]);
    assert_eq!(repository.found(&["--since", "main..."]), ["unknown-handle topic.net.md:2"]);
    repository.git(&["checkout", "--quiet", "--orphan", "apart"]);
    repository.commit();
    assert_fails(&repository, &["check", "--since", "main..."], "the two sides of `main...` have no commit in common");
}

#[test]
fn a_bad_revision_is_one_clear_line_and_never_an_option() {
    let repository = journal();
    for name in ["nope", "", "--help", "-n1", "--output=evil", "HEAD^{blob}", "nope...", "HEAD..HEAD", "a b\nc"] {
        assert_fails(&repository, &["check", "--since", name], "there is no revision `");
    }
    assert!(!repository.path().join("evil").exists());
    let ran = repository.run_in("home", &["check", "--since", "HEAD"]);
    assert_eq!(ran.code, 2, "{ran:?}");
}

#[test]
fn the_way_lines_end_is_no_change() {
    let repository = journal();
    repository.put("2026.net.md", GHOST);
    repository.commit();
    repository.put("2026.net.md", GHOST.replace('\n', "\r\n") + "- call @ghoul");
    assert_eq!(repository.found(&["--since", "HEAD"]), ["unknown-handle 2026.net.md:3"]);
}
