//! `netlint watch`: what is told of what appears and what is resolved, and how it ends.

use std::process::Stdio;

use serde_json::Value;

use crate::harness::{Folder, TODAY, command};
use crate::watching::{DAYS, PEOPLE, WRONG, Watching, journal, save, send, told, watch};

#[test]
fn what_appears_and_what_is_resolved_is_shown_with_the_time() {
    let folder = journal();
    let mut watching = Watching::start(command(folder.path(), &["watch"]));
    assert_eq!(watching.line(), "nothing to report");
    assert_eq!(watching.line(), "read 2 files, 2 people, 1 entry from 2026-11-20 to 2026-11-20, as of 2026-11-22");
    watching.line_with("Ctrl-C ends");
    save(&folder, "2026.net.md", format!("{DAYS}{WRONG}"));
    let heading = watching.line_with(" 1 new, 0 resolved");
    let (hour, rest) = heading.split_once(':').unwrap();
    assert!(hour.len() == 2 && rest.as_bytes()[2] == b':', "{heading}");
    watching.line_with("error[unknown-handle]: ");
    watching.line_with("1 error");
    watching.line_with("read 2 files, 2 people, 2 entries");
    save(&folder, "2026.net.md", DAYS);
    watching.line_with(" 0 new, 1 resolved");
    assert!(watching.line().starts_with("resolved: 2026.net.md:3:8: error[unknown-handle]: "));
    assert_eq!(watching.line(), "nothing to report");
    let (code, err) = watching.end();
    assert_eq!((code, err.as_str()), (0, ""));
}

#[test]
fn a_finding_that_moved_or_whose_line_grew_is_the_same_finding() {
    let folder = journal();
    let mut watching = watch(&folder, &["--format", "json"]);
    save(&folder, "2026.net.md", format!("{DAYS}{WRONG}"));
    assert_eq!(told(&watching.document()), "change +unknown-handle 2026.net.md:3");
    save(&folder, "2026.net.md", format!("\n\n{DAYS}- call @ghost: at last\n"));
    let document = watching.document();
    assert_eq!(told(&document), "change");
    assert_eq!(document["diagnostics"][0]["start"]["line"], 5);
    save(&folder, "2026.net.md", format!("{DAYS}{WRONG}{WRONG}"));
    assert_eq!(
        told(&watching.document()),
        "change +duplicate-entry 2026.net.md:4 +unknown-handle 2026.net.md:4",
        "the second of two that are alike"
    );
}

#[test]
fn a_document_has_the_shape_of_check() {
    let folder = journal();
    save(&folder, "2026.net.md", format!("{DAYS}{WRONG}"));
    let mut watching = Watching::start(command(folder.path(), &["watch", "--format", "json"]));
    let mut document = watching.document();
    let own = document.as_object_mut().unwrap();
    for key in ["event", "time", "appeared", "resolved"] {
        assert!(own.remove(key).is_some(), "{key}");
    }
    assert_eq!(document, folder.json(&[]));
}

#[test]
fn compact_and_quiet_are_for_programs_too() {
    let folder = journal();
    save(&folder, "2026.net.md", format!("{DAYS}{WRONG}"));
    let mut watching = Watching::start(command(folder.path(), &["watch", "--format", "compact", "-q"]));
    let line = watching.line();
    assert!(line.starts_with("2026.net.md:3:8: error[unknown-handle]: "), "{line}");
    save(&folder, "2026.net.md", format!("{DAYS}- call @ada on 2026-1-1\n## 2026-13-13\n"));
    let next = watching.line();
    assert!(next.starts_with("2026.net.md:4:4: error[invalid-date]: "), "{next}");
    assert_eq!(watching.line(), format!("resolved: {line}"));
}

#[test]
fn levels_and_selection_are_those_of_check() {
    let folder = Folder::new(&[("a.net.md", "## Ada @ada\n")]);
    let mut watching = watch(&folder, &["--min-level", "info", "--select", "bare-contact"]);
    save(&folder, "a.net.md", b"## Ada @ada\n\n## Bob @bob\n- every: 3 wekks\n");
    watching.line_with(" 1 new, 0 resolved");
    watching.line_with("info[bare-contact]");
    let mut watching = watch(&folder, &["--ignore", "format"]);
    save(&folder, "a.net.md", b"## Ada @ada\n\n## 2026-11-22\n- call @ghost\n- asked @ada: a referral\n");
    watching.line_with("1 new, 0 resolved");
    watching.line_with("warning[cold-ask]");
}

#[test]
fn a_command_gets_the_findings_and_may_fail() {
    let folder = journal();
    // One that does not read its input, and one that does.
    let mut watching = watch(&folder, &["--exec", "test -e seen && exit 3; cat > seen; echo done"]);
    watching.line_with("done");
    let document: Value = serde_json::from_str(&folder.read("seen")).unwrap();
    assert_eq!((told(&document).as_str(), &document["files"]), ("start", &2.into()));
    save(&folder, "2026.net.md", format!("{DAYS}{WRONG}"));
    watching.error_with("--exec: `test -e seen && exit 3; cat > seen; echo done` ended with exit status: 3");
    std::fs::remove_file(folder.path().join("seen")).unwrap();
    save(&folder, "2026.net.md", DAYS);
    watching.line_with("done");
    let document: Value = serde_json::from_str(&folder.read("seen")).unwrap();
    assert_eq!(told(&document), "change -unknown-handle 2026.net.md:3");
}

#[cfg(unix)]
#[test]
fn signals_end_it_cleanly_also_while_a_command_runs() {
    let folder = journal();
    for signal in ["INT", "TERM", "HUP"] {
        let watching = watch(&folder, &[]);
        send(signal, watching.id());
        let (code, err) = watching.end();
        assert_eq!((code, err.as_str()), (0, ""), "{signal}");
    }
    let mut watching = Watching::start(command(folder.path(), &["watch", "-q", "--exec", "echo $$; exec sleep 600"]));
    let sleeping = watching.line().parse().unwrap();
    send("TERM", watching.id());
    assert_eq!(watching.wait(), 0);
    send("KILL", sleeping);
}

#[cfg(unix)]
#[test]
fn it_ends_when_nobody_reads_any_more() {
    let folder = journal();
    let mut child = command(folder.path(), &["watch"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn what_cannot_be_begun_is_said_in_one_line() {
    let folder = journal();
    save(&folder, "broken/netlint.toml", b"oops");
    for (args, error) in [
        (["watch", "nowhere"], "nowhere: cannot be read: "),
        (["watch", "broken"], "broken/netlint.toml:1:"),
        (["watch", "--poll=0"], "from 0.05 to 86400 seconds"),
        (["watch", "-"], "`-`"),
    ] {
        let ran = folder.run(&args);
        assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains(error), "{args:?}: {ran:?}");
    }
}

#[test]
fn it_speaks_german() {
    let folder = journal();
    save(&folder, "netlint.toml", b"language = \"de\"\n");
    let mut watching = Watching::start(command(folder.path(), &["watch"]));
    watching.line_with("wird beobachtet");
    save(&folder, "2026.net.md", format!("{DAYS}{WRONG}"));
    watching.line_with(" 1 neu, 0 erledigt");
    save(&folder, "2026.net.md", DAYS);
    watching.line_with("erledigt: 2026.net.md:3:8: error[unknown-handle]: ");
}

#[test]
fn who_wants_to_know_hears_of_checks_that_change_nothing() {
    let folder = journal();
    let mut watching = watch(&folder, &["-v"]);
    save(&folder, "2026.net.md", format!("{DAYS}\nprose\n"));
    watching.line_with(" 0 new, 0 resolved");
}

/// What a terminal gets; `script` is one that writes to us.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_cleared_and_shows_everything() {
    let folder = journal();
    save(&folder, "people.net.md", format!("{PEOPLE}- evry: 3 weeks\n"));
    let netlint = command(folder.path(), &["watch", "--clear", "--format", "compact"]);
    let words = std::iter::once(netlint.get_program()).chain(netlint.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy().into_owned()).collect();
    let mut terminal = std::process::Command::new("script");
    terminal.current_dir(folder.path()).env("NETLINT_TODAY", TODAY);
    terminal.args(["--quiet", "--return", "--command", &words.join(" "), "/dev/null"]);
    let mut watching = Watching::start(terminal);
    assert!(watching.line().starts_with("\x1b[2J\x1b[3J\x1b[H"));
    watching.line_with("Ctrl-C ends");
    save(&folder, "2026.net.md", format!("{DAYS}{WRONG}"));
    let heading = watching.line_with(" 1 new, 0 resolved");
    assert!(heading.starts_with("\x1b[2J"), "{heading:?}");
    watching.line_with("2026.net.md:3:8: ");
    let old = watching.line();
    assert!(old.contains("people.net.md:6:3: ") && old.contains("unknown-field"), "{old}");
    let mut piped = Watching::start(netlint);
    assert!(piped.line().starts_with("2026.net.md:3:8: error["), "a pipe has no screen");
}
