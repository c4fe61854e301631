//! Folders, files that change outside of the editor, and configurations.

use serde_json::{Value, json};

use crate::harness::Folder;
use crate::lsp::{Session, able, plain, rules, uri};

const BOB: &str = "## 2026-11-20\n- call @bob\n";
const PEOPLE: &str = "## Bob @bob\n- role: x\n";

fn changed(session: &mut Session, events: &[(String, u32)]) {
    let events: Vec<Value> = events.iter().map(|(uri, kind)| json!({ "uri": uri, "type": kind })).collect();
    session.notify("workspace/didChangeWatchedFiles", &json!({ "changes": events }));
}

#[test]
fn files_are_watched_by_the_editor_where_it_can() {
    let mut capabilities = able();
    capabilities["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    let folder = Folder::new(&[("netlint.toml", "include = [\"log/*.md\", \"**/*.net.md\"]\n"), ("log/a.md", BOB)]);
    let log = uri(&folder, "log/a.md");
    let mut session = Session::new(&folder, &capabilities);
    let asked = session.told("client/registerCapability", |_| true);
    let patterns = asked["registrations"][0]["registerOptions"]["watchers"].to_string();
    assert!(patterns.contains("**/log/*.md") && patterns.contains("**/netlint.toml"), "{patterns}");
    assert_eq!(rules(&session.pull(&log)), ["unknown-handle"]);
    folder.write("people.net.md", PEOPLE.as_bytes());
    changed(&mut session, &[(uri(&folder, "people.net.md"), 1)]);
    assert!(session.pull(&log).is_empty(), "declared in a new file");
    folder.write("people.net.md", b"");
    changed(&mut session, &[(uri(&folder, "people.net.md"), 2)]);
    assert_eq!(rules(&session.pull(&log)), ["unknown-handle"]);
    // A folder comes along with its files, and goes so.
    folder.write("more/people.net.md", PEOPLE.as_bytes());
    changed(&mut session, &[(uri(&folder, "more"), 1)]);
    assert!(session.pull(&log).is_empty());
    std::fs::rename(folder.path().join("more"), folder.path().join("less")).unwrap();
    changed(&mut session, &[(uri(&folder, "more"), 3), (uri(&folder, "less"), 1)]);
    assert!(session.pull(&log).is_empty());
    std::fs::remove_dir_all(folder.path().join("less")).unwrap();
    changed(&mut session, &[(uri(&folder, "less"), 3)]);
    assert_eq!(rules(&session.pull(&log)), ["unknown-handle"]);
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn files_are_watched_here_where_the_editor_cannot() {
    let folder = Folder::new(&[("netlint.toml", ""), ("a.net.md", BOB)]);
    let log = uri(&folder, "a.net.md");
    let mut session = Session::new(&folder, &plain());
    assert_eq!(rules(&session.published(&log, Value::Null)), ["unknown-handle"]);
    // As many editors save: a new file takes the place of the old one.
    for (text, expected) in [(PEOPLE, 0), ("", 1), (PEOPLE, 0)] {
        folder.write("people.tmp", text.as_bytes());
        std::fs::rename(folder.path().join("people.tmp"), folder.path().join("people.net.md")).unwrap();
        assert_eq!(session.published(&log, Value::Null).len(), expected);
    }
    folder.write("netlint.toml", b"[rules]\nunknown-handle = \"off\"\n");
    std::fs::remove_file(folder.path().join("people.net.md")).unwrap();
    folder.write("b.net.md", b"## 2026-2-3\n");
    assert_eq!(rules(&session.published(&uri(&folder, "b.net.md"), Value::Null)), ["invalid-date"]);
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn what_is_hidden_or_ignored_stays_so() {
    let folder =
        Folder::new(&[("netlint.toml", ""), (".ignore", "old/\n"), ("a.net.md", BOB), ("old/people.net.md", PEOPLE)]);
    let log = uri(&folder, "a.net.md");
    let mut session = Session::new(&folder, &able());
    folder.write(".hidden/people.net.md", PEOPLE.as_bytes());
    changed(&mut session, &[(uri(&folder, "old/people.net.md"), 2), (uri(&folder, ".hidden/people.net.md"), 1)]);
    assert_eq!(rules(&session.pull(&log)), ["unknown-handle"]);
    // Opened, it counts; closed, it does not.
    let old = uri(&folder, "old/people.net.md");
    session.open(&old, PEOPLE);
    assert!(session.pull(&log).is_empty());
    session.notify("textDocument/didClose", &json!({ "textDocument": { "uri": old } }));
    assert_eq!(rules(&session.pull(&log)), ["unknown-handle"]);
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn the_buffer_counts_while_it_is_open_and_the_disk_afterwards() {
    let folder = Folder::new(&[("netlint.toml", ""), ("people.net.md", ""), ("a.net.md", BOB)]);
    let (people, log) = (uri(&folder, "people.net.md"), uri(&folder, "a.net.md"));
    let mut session = Session::new(&folder, &able());
    session.open(&people, PEOPLE);
    assert!(session.pull(&log).is_empty());
    folder.write("people.net.md", b"## Bob @robert\n");
    changed(&mut session, &[(people.clone(), 2)]);
    assert!(session.pull(&log).is_empty(), "what is on the disk does not count yet");
    session.notify("textDocument/didClose", &json!({ "textDocument": { "uri": people } }));
    assert_eq!(rules(&session.pull(&log)), ["unknown-handle"]);
    // Deleted while it is open.
    session.open(&people, PEOPLE);
    std::fs::remove_file(folder.path().join("people.net.md")).unwrap();
    changed(&mut session, &[(people.clone(), 3)]);
    assert!(session.pull(&log).is_empty());
    session.notify("textDocument/didClose", &json!({ "textDocument": { "uri": people } }));
    assert_eq!(rules(&session.pull(&log)), ["unknown-handle"]);
    assert!(session.pull(&people).is_empty());
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn a_configuration_that_makes_no_sense_changes_nothing_but_says_so() {
    let toml = "[rules]\nunknown-handle = \"warning\"\n";
    let folder = Folder::new(&[("netlint.toml", toml), ("a.net.md", BOB)]);
    let (toml_uri, log) = (uri(&folder, "netlint.toml"), uri(&folder, "a.net.md"));
    let mut session = Session::new(&folder, &able());
    let severity = |session: &mut Session| session.pull(&log).first().map(|it| it["severity"].clone());
    assert_eq!(severity(&mut session), Some(json!(2)));
    folder.write("netlint.toml", b"[rules]\nunknown-hendle = \"off\"\n");
    changed(&mut session, &[(toml_uri.clone(), 2)]);
    assert_eq!(severity(&mut session), Some(json!(2)));
    let found = session.pull(&toml_uri);
    assert_eq!(found.len(), 1);
    assert!(found[0]["message"].as_str().unwrap().contains("did you mean `unknown-handle`?"), "{found:?}");
    assert_eq!(
        found[0]["range"],
        json!({ "start": { "line": 1, "character": 0 }, "end": { "line": 1, "character": 22 } })
    );
    let all = session.request("workspace/diagnostic", &json!({ "previousResultIds": [] }));
    assert!(all["items"].as_array().unwrap().iter().any(|it| it["uri"] == toml_uri), "{all}");
    // Mended in the editor, without saving.
    session.open(&toml_uri, "[rules]\nunknown-handle = \"error\"\n");
    assert_eq!((severity(&mut session), session.pull(&toml_uri).len()), (Some(json!(1)), 0));
    session.replace(&toml_uri, 2, "[rules]\nunknown-handle = \"off\"\n");
    assert_eq!(severity(&mut session), None);
    session.open(&log, BOB);
    session.replace(&toml_uri, 3, "exclude = [\"**\"]\n");
    assert_eq!(severity(&mut session), None, "it is no journal any more");
    for number in 0..100 {
        session.replace(&toml_uri, 4 + number, if number % 2 == 0 { "exclude = [\"" } else { "language = \"de\"\n" });
    }
    assert_eq!(severity(&mut session), Some(json!(1)));
    session.notify("textDocument/didClose", &json!({ "textDocument": { "uri": toml_uri } }));
    assert_eq!(session.pull(&toml_uri).len(), 1, "the disk is still wrong");
    std::fs::remove_file(folder.path().join("netlint.toml")).unwrap();
    changed(&mut session, &[(toml_uri.clone(), 3)]);
    assert_eq!((severity(&mut session), session.pull(&toml_uri).len()), (Some(json!(1)), 0));
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn a_configuration_may_be_named() {
    let quiet = "[rules]\nunknown-handle = \"off\"\n";
    let folder = Folder::new(&[("netlint.toml", ""), ("quiet.toml", quiet), ("a.net.md", BOB), ("bad.toml", "[")]);
    let mut session = Session::with(&folder, &["--stdio", "--config", "quiet.toml"]);
    session.start(Some(&uri(&folder, "")), &able());
    assert!(session.pull(&uri(&folder, "a.net.md")).is_empty());
    session.open("untitled:a", BOB);
    assert!(session.pull("untitled:a").is_empty());
    folder.write("quiet.toml", b"");
    changed(&mut session, &[(uri(&folder, "quiet.toml"), 2)]);
    assert_eq!(rules(&session.pull(&uri(&folder, "a.net.md"))), ["unknown-handle"]);
    assert_eq!(rules(&session.pull("untitled:a")), ["unknown-handle"]);
    assert_eq!(session.quit(), Some(0));
    let ran = folder.run(&["lsp", "--config", "bad.toml"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.lines().count()), (2, "", 1), "{ran:?}");
    assert!(ran.err.starts_with("netlint: bad.toml:1:"), "{}", ran.err);
}

#[test]
fn each_root_is_a_journal_of_its_own() {
    let folder = Folder::new(&[
        ("one/netlint.toml", ""),
        ("one/people.net.md", PEOPLE),
        ("one/a.net.md", BOB),
        ("two/netlint.toml", ""),
        ("two/a.net.md", BOB),
        ("one/inner/netlint.toml", "[rules]\nunknown-handle = \"warning\"\n"),
        ("one/inner/a.net.md", "## 2026-11-20\n- call @eve\n"),
    ]);
    let mut session = Session::silent(&folder);
    session.start(Some(&uri(&folder, "one")), &able());
    assert!(session.pull(&uri(&folder, "one/a.net.md")).is_empty());
    let two = uri(&folder, "two/a.net.md");
    assert!(session.pull(&two).is_empty(), "nobody has opened it");
    let event = |added: &[&str], removed: &[&str]| {
        let folders =
            |all: &[&str]| all.iter().map(|it| json!({ "uri": uri(&folder, it), "name": it })).collect::<Vec<_>>();
        json!({ "event": { "added": folders(added), "removed": folders(removed) } })
    };
    session.notify("workspace/didChangeWorkspaceFolders", &event(&["two", "one/inner"], &[]));
    assert_eq!(rules(&session.pull(&two)), ["unknown-handle"], "@bob is declared in the other journal");
    let inner = session.pull(&uri(&folder, "one/inner/a.net.md"));
    assert_eq!((rules(&inner), &inner[0]["severity"]), (vec!["unknown-handle"], &json!(2)), "the nearest root counts");
    let all = session.request("workspace/diagnostic", &json!({ "previousResultIds": [] }));
    let mut uris: Vec<&str> = all["items"].as_array().unwrap().iter().map(|it| it["uri"].as_str().unwrap()).collect();
    let count = uris.len();
    uris.sort_unstable();
    uris.dedup();
    assert_eq!((uris.len(), count), (4, 4), "{uris:?}");
    session.notify("workspace/didChangeWorkspaceFolders", &event(&[], &["two", "one"]));
    assert!(session.pull(&two).is_empty());
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn what_is_published_of_a_folder_is_taken_back_when_it_goes() {
    let folder = Folder::new(&[("one/netlint.toml", ""), ("one/a.net.md", BOB)]);
    let mut session = Session::silent(&folder);
    session.start(Some(&uri(&folder, "one")), &plain());
    let log = uri(&folder, "one/a.net.md");
    assert_eq!(rules(&session.published(&log, Value::Null)), ["unknown-handle"]);
    let one = json!([{ "uri": uri(&folder, "one"), "name": "one" }]);
    session.notify("workspace/didChangeWorkspaceFolders", &json!({ "event": { "added": [], "removed": one } }));
    assert!(session.published(&log, Value::Null).is_empty());
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn a_document_in_no_journal_stands_alone() {
    let folder = Folder::new(&[
        ("a.net.md", BOB),
        ("people.net.md", PEOPLE),
        ("sub/netlint.toml", ""),
        ("sub/people.net.md", PEOPLE),
    ]);
    let mut session = Session::silent(&folder);
    session.start(None, &able());
    let log = uri(&folder, "a.net.md");
    session.open(&log, BOB);
    assert_eq!(
        rules(&session.pull(&log)),
        ["unknown-handle"],
        "without a configuration or a folder, a file is all there is"
    );
    let inner = uri(&folder, "sub/new.net.md");
    session.open(&inner, BOB);
    assert!(session.pull(&inner).is_empty(), "a new file of the journal around it");
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn only_journals_are_checked_in_a_journal() {
    let folder = Folder::new(&[("netlint.toml", "exclude = [\"old/**\"]\n")]);
    let mut session = Session::new(&folder, &able());
    let open = |session: &mut Session, path: &str, language: &str| {
        let document = json!({ "uri": uri(&folder, path), "languageId": language, "version": 1, "text": BOB });
        session.notify("textDocument/didOpen", &json!({ "textDocument": document }));
        session.pull(&uri(&folder, path)).len()
    };
    let found =
        [("readme.md", "markdown"), ("draft.md", "netlint"), ("old/a.net.md", "netlint"), ("a.net.md", "markdown")]
            .map(|(path, language)| open(&mut session, path, language));
    assert_eq!(found, [0, 1, 0, 1]);
    assert_eq!(session.quit(), Some(0));
}

#[cfg(unix)]
#[test]
fn links_lead_to_the_same_journal() {
    let folder = Folder::new(&[("real/netlint.toml", ""), ("real/people.net.md", PEOPLE), ("real/a.net.md", BOB)]);
    std::os::unix::fs::symlink("real", folder.path().join("link")).unwrap();
    std::os::unix::fs::symlink("nowhere.net.md", folder.path().join("real/lost.net.md")).unwrap();
    let mut session = Session::silent(&folder);
    session.start(Some(&uri(&folder, "")), &able());
    // `uri` makes real paths, so this one is made by hand.
    let link = uri(&folder, "") + "/link/a.net.md";
    session.open(&link, BOB);
    assert!(session.pull(&link).is_empty());
    let real = uri(&folder, "real/lost.net.md");
    let found = session.pull(&real);
    assert!(
        found.is_empty() || found[0]["message"].as_str().unwrap().starts_with("the file cannot be read"),
        "{found:?}"
    );
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn what_is_not_utf8_is_said_and_not_mended() {
    let folder = Folder::new(&[("netlint.toml", "")]);
    folder.write("a.net.md", b"## 2026-2-3\n- note: \xff\n");
    let mut session = Session::new(&folder, &able());
    let log = uri(&folder, "a.net.md");
    assert_eq!(rules(&session.pull(&log)), ["invalid-date", "invalid-utf8"]);
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } });
    let params = json!({ "textDocument": { "uri": log }, "range": range, "context": { "diagnostics": [] } });
    assert_eq!(session.request("textDocument/codeAction", &params), json!([]));
    assert_eq!(session.quit(), Some(0));
}
