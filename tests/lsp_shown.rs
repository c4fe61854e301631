//! What an editor shows of a document without being asked: symbols, folds, colors, hints, lenses; and what it does while
//! one types.

use serde_json::{Value, json};

use crate::harness::Folder;
use crate::lsp::{Session, uri, with_log};

const PEOPLE: &str = "## Ada @ada\n- every: 3 weeks\n";
/// An emoji is one character, two in UTF-16 and four bytes.
const LOG: &str = "# 2026\n\n## 2026-10-20\n- got from @ada: 😀 @ada #book ^book\n";

struct Opened {
    session: Session,
    people: String,
    log: String,
    folder: Folder,
}

fn open(change: impl Fn(&mut Value)) -> Opened {
    let (session, [people, log], folder) = with_log(PEOPLE, LOG, change);
    Opened { session, people, log, folder }
}

impl Opened {
    fn ask(&mut self, method: &str, more: &Value) -> Value {
        let mut params = json!({ "textDocument": { "uri": self.log } });
        for (key, value) in more.as_object().unwrap() {
            params[key] = value.clone();
        }
        self.session.request(method, &params)
    }

    fn lenses(&mut self) -> Vec<String> {
        let document = json!({ "textDocument": { "uri": self.people } });
        let found = self.session.request("textDocument/codeLens", &document);
        found.as_array().unwrap().iter().map(|it| it["command"]["title"].as_str().unwrap().to_owned()).collect()
    }
}

fn range(start: (u32, u32), end: (u32, u32)) -> Value {
    json!({ "start": { "line": start.0, "character": start.1 }, "end": { "line": end.0, "character": end.1 } })
}

#[test]
fn symbols_are_a_tree_or_a_list() {
    let mut opened =
        open(|it| it["textDocument"]["documentSymbol"] = json!({ "hierarchicalDocumentSymbolSupport": true }));
    let found = opened.ask("textDocument/documentSymbol", &json!({}));
    let day = &found[0]["children"][0];
    assert_eq!(
        (&found[0]["name"], &day["name"], &day["detail"]),
        (&json!("2026"), &json!("2026-10-20"), &json!("Tuesday"))
    );
    assert_eq!(day["children"][0]["range"], range((3, 2), (3, 36)));
    let found = opened.session.request("workspace/symbol", &json!({ "query": "ad" }));
    let location = json!({ "uri": opened.people, "range": range((0, 3), (0, 11)) });
    assert_eq!(found, json!([{ "name": "Ada", "kind": 5, "containerName": "@ada", "location": location }]));
    assert_eq!(opened.session.quit(), Some(0));
    let mut flat = open(|_| {});
    let found = flat.ask("textDocument/documentSymbol", &json!({}));
    let names: Vec<_> = found.as_array().unwrap().iter().map(|it| (&it["name"], &it["containerName"])).collect();
    assert_eq!(names[1], (&json!("2026-10-20"), &json!("2026")));
    assert_eq!(names.len(), 3);
    assert_eq!(flat.session.quit(), Some(0));
}

#[test]
fn parts_are_folded_and_selections_grow() {
    let mut opened = open(|_| {});
    let found = opened.ask("textDocument/foldingRange", &json!({}));
    let lines: Vec<_> =
        found.as_array().unwrap().iter().map(|it| (it["startLine"].as_u64(), it["endLine"].as_u64())).collect();
    assert_eq!(lines, [(Some(0), Some(3)), (Some(2), Some(3))]);
    let found = opened.ask("textDocument/selectionRange", &json!({ "positions": [{ "line": 3, "character": 21 }] }));
    assert_eq!(found[0]["range"], range((3, 20), (3, 24)));
    assert_eq!(found[0]["parent"]["range"], range((3, 2), (3, 36)));
    assert_eq!(opened.session.quit(), Some(0));
}

#[test]
fn tokens_are_told_in_full_in_part_and_as_what_is_different() {
    let mut opened = open(|_| {});
    let full = opened.ask("textDocument/semanticTokens/full", &json!({}));
    // The day; the verb; two mentions of somebody who is overdue, one behind the emoji; the tag; the name.
    let data = json!([2, 3, 10, 1, 1, 1, 2, 3, 2, 0, 0, 9, 4, 0, 4, 0, 9, 4, 0, 4, 0, 5, 5, 3, 0, 0, 6, 5, 4, 1]);
    assert_eq!(full["data"], data);
    let part = opened.ask("textDocument/semanticTokens/range", &json!({ "range": range((2, 0), (2, 5)) }));
    assert_eq!(part["data"], json!([2, 3, 10, 1, 1]));
    let log = opened.log.clone();
    opened.session.replace(&log, 2, &LOG.replace("got", "call"));
    let previous = json!({ "previousResultId": full["resultId"] });
    let delta = opened.ask("textDocument/semanticTokens/full/delta", &previous);
    // A call is a contact, and so was the favor: nothing else is different.
    let edits = json!([{ "start": 5, "deleteCount": 10, "data": [1, 2, 4, 2, 0, 0, 10, 4, 0, 4] }]);
    assert_eq!(delta["edits"], edits);
    let unknown = opened.ask("textDocument/semanticTokens/full/delta", &json!({ "previousResultId": "x" }));
    assert!(unknown.get("data").is_some(), "{unknown}");
    assert_eq!(opened.session.quit(), Some(0));
}

#[test]
fn hints_and_lenses_can_be_switched_off() {
    let mut opened = open(|_| {});
    let all = json!({ "range": range((0, 0), (9, 0)) });
    let found = opened.ask("textDocument/inlayHint", &all);
    let hints: Vec<_> =
        found.as_array().unwrap().iter().map(|it| (&it["label"], &it["position"]["character"])).collect();
    let (day, favors) = (json!("33 days ago"), json!("1 received, 0 given"));
    assert_eq!(hints, [(&day, &json!(13)), (&favors, &json!(36))]);
    assert_eq!(opened.lenses(), ["last noted 33 days ago, every 3 weeks: 12 days over", "owed: thanks for ^book"]);
    let off = json!({ "settings": { "netlint": { "hints": false, "lenses": false } } });
    opened.session.notify("workspace/didChangeConfiguration", &off);
    assert_eq!(opened.ask("textDocument/inlayHint", &all), json!([]));
    assert_eq!(opened.lenses(), [""; 0]);
    assert_eq!(opened.session.quit(), Some(0));
}

#[test]
fn handles_change_together_and_lists_go_on() {
    let mut opened = open(|_| {});
    let found = opened.ask("textDocument/linkedEditingRange", &json!({ "position": { "line": 3, "character": 22 } }));
    assert_eq!(found["ranges"], json!([range((3, 12), (3, 15)), range((3, 21), (3, 24))]));
    let log = opened.log.clone();
    opened.session.replace(&log, 2, &format!("{LOG}\n"));
    let typed = json!({ "position": { "line": 4, "character": 0 }, "ch": "\n", "options": { "tabSize": 2, "insertSpaces": true } });
    let found = opened.ask("textDocument/onTypeFormatting", &typed);
    assert_eq!(found, json!([{ "range": range((4, 0), (4, 0)), "newText": "- " }]));
    assert_eq!(opened.session.quit(), Some(0));
}

#[test]
fn what_is_shown_is_asked_for_again_when_another_file_changes() {
    let mut opened = open(|it| it["workspace"]["codeLens"] = json!({ "refreshSupport": true }));
    let people = opened.people.clone();
    opened.session.open(&people, PEOPLE);
    assert_eq!(opened.lenses().len(), 2);
    opened.folder.write("new.net.md", b"## 2026-11-22\n- call @ada\n");
    let created = json!({ "changes": [{ "uri": uri(&opened.folder, "new.net.md"), "type": 1 }] });
    opened.session.notify("workspace/didChangeWatchedFiles", &created);
    opened.session.told("workspace/codeLens/refresh", |_| true);
    assert_eq!(opened.lenses()[0], "last noted today, every 3 weeks");
    assert_eq!(opened.session.quit(), Some(0));
}

#[test]
fn the_first_reading_is_shown_where_the_editor_can() {
    let mut opened = open(|it| it["window"] = json!({ "workDoneProgress": true }));
    let begin = opened.session.told("$/progress", |it| it["value"]["kind"] == "begin");
    assert_eq!(begin["value"]["title"], "Reading the journal");
    let end = opened.session.told("$/progress", |it| it["value"]["kind"] == "end");
    assert_eq!(end["token"], begin["token"]);
    assert_eq!(opened.session.quit(), Some(0));
}
