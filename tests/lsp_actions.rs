//! What an editor can do about findings.

use serde_json::{Value, json};

use crate::harness::Folder;
use crate::lsp::{Session, able, rules, uri};

/// The actions for some lines.
fn actions(session: &mut Session, uri: &str, lines: (u32, u32), only: Option<&[&str]>) -> Vec<Value> {
    let range = json!({ "start": { "line": lines.0, "character": 0 }, "end": { "line": lines.1, "character": 0 } });
    let diagnostics = session.pull(uri);
    let context = json!({ "diagnostics": diagnostics, "only": only });
    let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
    session.request("textDocument/codeAction", &params).as_array().unwrap().clone()
}

fn titles(actions: &[Value]) -> Vec<&str> {
    actions.iter().map(|it| it["title"].as_str().unwrap()).collect()
}

/// Applies the edits of an action to a text, in lines and characters of ASCII.
fn applied(text: &str, action: &Value, uri: &str) -> String {
    let edit = &action["edit"];
    let edits = match edit["documentChanges"].as_array() {
        Some(changes) => {
            assert_eq!((changes.len(), &changes[0]["textDocument"]["uri"]), (1, &json!(uri)));
            &changes[0]["edits"]
        }
        None => &edit["changes"][uri],
    };
    let offset = |at: &Value| {
        let lines = text.split_inclusive('\n').take(at["line"].as_u64().unwrap() as usize);
        lines.map(str::len).sum::<usize>() + at["character"].as_u64().unwrap() as usize
    };
    let mut result = text.to_owned();
    for edit in edits.as_array().unwrap().iter().rev() {
        let range = offset(&edit["range"]["start"])..offset(&edit["range"]["end"]);
        result.replace_range(range, edit["newText"].as_str().unwrap());
    }
    result
}

const TEXT: &str = "## Ada @ada\r\n- role: x\r\n\r\n## 2026-2-3\r\n- cofee with @ada: hi\r\n";

#[test]
fn a_finding_is_mended_or_silenced() {
    let folder = Folder::new(&[("netlint.toml", ""), ("a.net.md", TEXT)]);
    let log = uri(&folder, "a.net.md");
    let mut session = Session::new(&folder, &able());
    session.open(&log, TEXT);
    let found = actions(&mut session, &log, (3, 3), Some(&["quickfix"]));
    assert_eq!(titles(&found), ["Write 2026-02-03", "Silence invalid-date here", "Silence invalid-date in this file"]);
    assert_eq!((&found[0]["kind"], &found[0]["isPreferred"]), (&json!("quickfix"), &json!(true)));
    assert_eq!(rules(found[0]["diagnostics"].as_array().unwrap()), ["invalid-date"]);
    assert_eq!(found[0]["edit"]["documentChanges"][0]["textDocument"]["version"], 1);
    assert_eq!(applied(TEXT, &found[0], &log), TEXT.replace("2026-2-3", "2026-02-03"));
    let here = "<!-- netlint-disable-next-line invalid-date -->\r\n## 2026-2-3";
    assert_eq!(applied(TEXT, &found[1], &log), TEXT.replace("## 2026-2-3", here));
    assert_eq!(applied(TEXT, &found[2], &log), format!("{TEXT}\r\n<!-- netlint-disable-file invalid-date -->\r\n"));
    session.replace(&log, 2, &applied(TEXT, &found[1], &log));
    assert!(!rules(&session.pull(&log)).contains(&"invalid-date"));
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn a_finding_about_a_person_is_silenced_for_the_person() {
    let text = "## Ada @ada\n- every: 3 weeks\n- role: x\n\n## 2026-10-20\n- coffee with @ada: hi\n";
    let folder = Folder::new(&[("netlint.toml", ""), ("a.net.md", text)]);
    let log = uri(&folder, "a.net.md");
    let mut session = Session::new(&folder, &able());
    session.open(&log, text);
    let found = actions(&mut session, &log, (0, 0), None);
    let near = found.iter().find(|it| it["title"] == "Silence overdue-contact for @ada").unwrap();
    assert_eq!(applied(text, near, &log), text.replace("@ada\n- every", "@ada\n- ignore: overdue-contact\n- every"));
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn only_what_is_asked_for_is_offered() {
    let folder = Folder::new(&[("netlint.toml", ""), ("a.net.md", TEXT)]);
    let log = uri(&folder, "a.net.md");
    let mut session = Session::new(&folder, &able());
    session.open(&log, TEXT);
    let count = |session: &mut Session, only: Option<&[&str]>| actions(session, &log, (0, 9), only).len();
    let all = count(&mut session, None);
    assert_eq!(count(&mut session, Some(&["quickfix"])), all - 1);
    assert_eq!(count(&mut session, Some(&[""])), all);
    for only in ["source", "source.fixAll", "source.fixAll.netlint"] {
        assert_eq!(count(&mut session, Some(&[only])), 1, "{only}");
    }
    for only in ["refactor", "source.fix", "source.fixAll.other", "quick"] {
        assert_eq!(count(&mut session, Some(&[only])), 0, "{only}");
    }
    assert!(actions(&mut session, &log, (1, 1), Some(&["quickfix"])).is_empty(), "nothing is wrong there");
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn all_that_is_safe_is_mended_at_once() {
    let text = "## Ada @ada\n- role: x\n\n## 2026-2-3\n- cofee with @ada: hi\n- 2026-2-4 coffee with @ada: x\n";
    let mended = text.replace("2026-2-3", "2026-02-03").replace("2026-2-4", "2026-02-04");
    let folder = Folder::new(&[("netlint.toml", ""), ("a.net.md", text), ("b.net.md", "## 2026-2-5\n")]);
    let log = uri(&folder, "a.net.md");
    let mut session = Session::new(&folder, &able());
    session.open(&log, text);
    let found = actions(&mut session, &log, (0, 0), Some(&["source.fixAll"]));
    assert_eq!(found[0]["kind"], "source.fixAll.netlint");
    assert_eq!(applied(text, &found[0], &log), mended);
    // Where nothing is said about kinds, the edit comes when it is chosen.
    let found = actions(&mut session, &log, (0, 0), None);
    let late = found.iter().find(|it| it["kind"] == "source.fixAll.netlint").unwrap();
    assert!(late.get("edit").is_none());
    let resolved = session.request("codeAction/resolve", late);
    assert_eq!(applied(text, &resolved, &log), mended);
    // The same as the command line makes.
    folder.run(&["check", "--fix", "a.net.md"]);
    assert_eq!(folder.read("a.net.md"), mended);
    session.replace(&log, 2, &mended);
    assert!(actions(&mut session, &log, (0, 9), Some(&["source.fixAll"])).is_empty());
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn an_editor_without_versions_gets_plain_edits_and_one_without_actions_none() {
    let folder = Folder::new(&[("netlint.toml", ""), ("a.net.md", TEXT)]);
    let log = uri(&folder, "a.net.md");
    let mut capabilities = able();
    capabilities["workspace"] = json!({});
    let mut session = Session::new(&folder, &capabilities);
    session.open(&log, TEXT);
    let found = actions(&mut session, &log, (3, 3), Some(&["quickfix"]));
    assert!(found[0]["edit"].get("documentChanges").is_none());
    assert_eq!(applied(TEXT, &found[0], &log), TEXT.replace("2026-2-3", "2026-02-03"));
    assert_eq!(session.quit(), Some(0));

    let mut session = Session::new(&folder, &json!({ "textDocument": { "diagnostic": {} } }));
    session.open(&log, TEXT);
    assert!(actions(&mut session, &log, (0, 9), None).is_empty());
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn a_document_and_a_part_of_it_are_formatted() {
    let text = "## Ada @ada\n* city:Graz\n* every : weekly\n\n## 2026-2-3\n*   coffee  with @ada:hi\n";
    let folder = Folder::new(&[("netlint.toml", ""), ("a.net.md", text)]);
    let log = uri(&folder, "a.net.md");
    let mut session = Session::new(&folder, &able());
    session.open(&log, text);
    let options = json!({ "tabSize": 2, "insertSpaces": true });
    let document = json!({ "uri": log });
    let edited = |edits: Value| applied(text, &json!({ "edit": { "changes": { &log: edits } } }), &log);
    let all = session.request("textDocument/formatting", &json!({ "textDocument": document, "options": options }));
    // The same as the command line makes.
    folder.run(&["fmt", "a.net.md"]);
    let formatted = folder.read("a.net.md");
    assert_eq!(edited(all), formatted);
    let end = json!({ "line": 5, "character": 3 });
    let range = json!({ "start": end, "end": end });
    let params = json!({ "textDocument": document, "options": options, "range": range });
    let part = edited(session.request("textDocument/rangeFormatting", &params));
    assert!(part.contains("\n- coffee with @ada: hi\n") && part.contains("* city:Graz\n"), "{part}");
    session.replace(&log, 2, &formatted);
    let params = json!({ "textDocument": document, "options": options });
    assert_eq!(session.request("textDocument/formatting", &params), json!([]));
    assert_eq!(session.quit(), Some(0));
}
