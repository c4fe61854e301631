//! What an editor is told about a place: cards, definitions, references, links, other names, things to do.

use serde_json::{Value, json};

use crate::harness::Folder;
use crate::lsp::{Session, able, uri, with_log};

const PEOPLE: &str = "## Ada @ada\n- every: 3 weeks\n- email: ada@example.org\n";
/// An emoji is one character, two in UTF-16 and four bytes.
const LOG: &str = "## 2026-11-03\n- coffee with @ada: 😀 @ada got it ^intro\n- thanked @ada for ^intro\n";

struct Opened {
    session: Session,
    people: String,
    log: String,
    _folder: Folder,
}

/// The log is open, the people are only on the disk.
fn open(change: impl Fn(&mut Value)) -> Opened {
    let (session, [people, log], folder) = with_log(PEOPLE, LOG, change);
    Opened { session, people, log, _folder: folder }
}

impl Opened {
    fn params(&self, line: u32, character: u32) -> Value {
        json!({ "textDocument": { "uri": self.log }, "position": { "line": line, "character": character } })
    }

    fn ask(&mut self, method: &str, line: u32, character: u32) -> Value {
        let mut params = self.params(line, character);
        params["context"] = json!({ "includeDeclaration": true });
        self.session.request(method, &params)
    }
}

fn range(line: u32, start: u32, end: u32) -> Value {
    json!({ "start": { "line": line, "character": start }, "end": { "line": line, "character": end } })
}

#[test]
fn a_person_is_shown_as_the_editor_can() {
    let mut plain = open(|_| {});
    let found = plain.ask("textDocument/hover", 1, 24);
    assert_eq!(found["range"], range(1, 23, 27));
    assert_eq!(found["contents"]["kind"], "plaintext");
    let text = found["contents"]["value"].as_str().unwrap();
    assert!(text.starts_with("Ada @ada\nlast noted 2026-11-03, 19 days ago; one of 2 contacts noted\n"), "{text}");
    assert_eq!(plain.ask("textDocument/hover", 1, 9), Value::Null);
    assert_eq!(plain.session.quit(), Some(0));
    let mut rich = open(|it| it["textDocument"]["hover"] = json!({ "contentFormat": ["markdown", "plaintext"] }));
    let found = rich.ask("textDocument/hover", 1, 24);
    assert!(found["contents"]["value"].as_str().unwrap().starts_with("**Ada** `@ada`\n\n"), "{found}");
    assert_eq!(rich.session.quit(), Some(0));
}

#[test]
fn what_is_declared_elsewhere_is_found() {
    let mut opened = open(|_| {});
    let found = opened.ask("textDocument/definition", 1, 24);
    assert_eq!(found, json!({ "uri": opened.people, "range": range(0, 3, 11) }));
    let found = opened.ask("textDocument/definition", 2, 20);
    assert_eq!(found, json!({ "uri": opened.log, "range": range(1, 2, 41) }));
    assert_eq!(opened.session.quit(), Some(0));
    let mut linking = open(|it| it["textDocument"]["definition"] = json!({ "linkSupport": true }));
    let found = linking.ask("textDocument/definition", 1, 24);
    assert_eq!(
        (&found[0]["originSelectionRange"], &found[0]["targetUri"]),
        (&range(1, 23, 27), &json!(linking.people))
    );
    assert_eq!(linking.session.quit(), Some(0));
}

#[test]
fn all_places_of_a_person_are_found() {
    let mut opened = open(|_| {});
    let found = opened.ask("textDocument/references", 1, 24);
    let here = |range| json!({ "uri": opened.log, "range": range });
    let declared = json!({ "uri": opened.people, "range": range(0, 3, 11) });
    assert_eq!(found, json!([here(range(1, 14, 18)), here(range(1, 23, 27)), here(range(2, 10, 14)), declared]));
    let found = opened.ask("textDocument/documentHighlight", 1, 41);
    assert_eq!(found, json!([{ "range": range(1, 36, 41), "kind": 3 }, { "range": range(2, 20, 25), "kind": 2 }]));
    let document = json!({ "textDocument": { "uri": opened.people } });
    let links = opened.session.request("textDocument/documentLink", &document);
    assert_eq!(links, json!([{ "range": range(2, 9, 24), "target": "mailto:ada@example.org" }]));
    assert_eq!(opened.session.quit(), Some(0));
}

#[test]
fn a_handle_is_renamed_in_all_files_or_refused() {
    let mut opened = open(|it| it["textDocument"]["rename"] = json!({ "prepareSupport": true }));
    let found = opened.ask("textDocument/prepareRename", 1, 24);
    assert_eq!(found, json!({ "range": range(1, 24, 27), "placeholder": "ada" }));
    assert_eq!(opened.ask("textDocument/prepareRename", 0, 4), Value::Null);
    let mut params = opened.params(1, 24);
    params["newName"] = json!("@al");
    let found = opened.session.request("textDocument/rename", &params);
    let edit = |range| json!({ "range": range, "newText": "al" });
    let document = |uri: &str, version: Value, edits: Value| json!({ "textDocument": { "uri": uri, "version": version }, "edits": edits });
    let log = json!([edit(range(1, 15, 18)), edit(range(1, 24, 27)), edit(range(2, 11, 14))]);
    let people = json!([edit(range(0, 8, 11))]);
    let changes = [document(&opened.log, json!(1), log), document(&opened.people, Value::Null, people)];
    assert_eq!(found, json!({ "documentChanges": changes }));
    params["newName"] = json!("no name");
    assert_eq!(opened.session.error("textDocument/rename", &params), -32602);
    assert_eq!(opened.session.quit(), Some(0));
}

#[test]
fn what_can_be_done_is_offered_and_done() {
    let mut opened = open(|_| {});
    let params = json!({ "textDocument": { "uri": opened.log }, "range": range(1, 24, 24),
        "context": { "diagnostics": [], "only": ["refactor"] } });
    let found = opened.session.request("textDocument/codeAction", &params);
    let titles: Vec<&str> = found.as_array().unwrap().iter().map(|it| it["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Note for today: coffee with @ada", "Pause @ada for two weeks, until 2026-12-06"]);
    let pause = opened.session.request("codeAction/resolve", &found[1]);
    let change = &pause["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"]["uri"], opened.people);
    assert_eq!(change["edits"][0]["newText"], "- pause: until 2026-12-06\n");
    let note = opened.session.request("codeAction/resolve", &found[0]);
    let change = &note["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": opened.log, "version": 1 }));
    assert_eq!(change["edits"][0]["newText"], "\n## 2026-11-22\n- coffee with @ada\n");
    // Of another text, nothing that was offered holds.
    opened.session.replace(&opened.log.clone(), 2, "");
    assert_eq!(opened.session.error("codeAction/resolve", &found[0]), -32801);
    assert_eq!(opened.session.quit(), Some(0));
}

#[test]
fn the_first_entry_of_a_year_begins_a_file_where_the_editor_can_make_one() {
    let text = "## 2025-11-03\n- call @ada\n";
    let folder = Folder::new(&[("netlint.toml", ""), ("people.net.md", PEOPLE), ("2025.net.md", text)]);
    let (log, new) = (uri(&folder, "2025.net.md"), uri(&folder, "2026.net.md"));
    let params = json!({ "textDocument": { "uri": log }, "range": range(1, 8, 8),
        "context": { "diagnostics": [], "only": ["refactor"] } });
    for creates in [true, false] {
        let mut capabilities = able();
        if creates {
            capabilities["workspace"]["workspaceEdit"]["resourceOperations"] = json!(["create"]);
        }
        let mut session = Session::new(&folder, &capabilities);
        session.open(&log, text);
        let found = session.request("textDocument/codeAction", &params);
        assert_eq!(found[0]["title"] == "Note for today: call @ada", creates, "{found}");
        if creates {
            let note = session.request("codeAction/resolve", &found[0]);
            let changes = &note["edit"]["documentChanges"];
            assert_eq!(changes[0], json!({ "kind": "create", "uri": new }));
            assert_eq!(changes[1]["textDocument"], json!({ "uri": new, "version": null }));
            assert_eq!(changes[1]["edits"][0]["newText"], "# 2026\n\n## 2026-11-22\n- call @ada\n");
        }
        assert_eq!(session.quit(), Some(0));
    }
}
