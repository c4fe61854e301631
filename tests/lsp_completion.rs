//! What an editor offers to write.

use serde_json::{Value, json};

use crate::harness::Folder;
use crate::lsp::{Session, able, uri};

const PEOPLE: &str = "## Ada @ada\n- circle: close\n";
/// An emoji is one character, two in UTF-16 and four bytes.
const LOG: &str = "## 2026-11-03\n- coffee with @ada: 😀 @a\r\n";

fn ask(session: &mut Session, log: &str, line: u32, character: u32) -> Value {
    let position = json!({ "line": line, "character": character });
    session.request("textDocument/completion", &json!({ "textDocument": { "uri": log }, "position": position }))
}

fn open(text: &str, capabilities: &Value) -> (Session, String, Folder) {
    let folder = Folder::new(&[("netlint.toml", ""), ("people.net.md", PEOPLE), ("log.net.md", text)]);
    let mut session = Session::new(&folder, capabilities);
    let log = uri(&folder, "log.net.md");
    session.open(&log, text);
    (session, log, folder)
}

#[test]
fn a_person_is_offered_with_the_token_that_is_replaced_and_told_of_later() {
    let mut capabilities = able();
    capabilities["textDocument"]["completion"] = json!({ "completionItem": { "documentationFormat": ["markdown"] } });
    let (mut session, log, _folder) = open(LOG, &capabilities);
    let found = ask(&mut session, &log, 1, 25);
    let item = &found["items"][0];
    let range = json!({ "start": { "line": 1, "character": 23 }, "end": { "line": 1, "character": 25 } });
    assert_eq!(item["textEdit"], json!({ "range": range, "newText": "@ada" }));
    assert_eq!((&item["label"], &item["filterText"]), (&json!("@ada"), &json!("@ada Ada")));
    assert!(item.get("documentation").is_none());
    let told = session.request("completionItem/resolve", item);
    let text = told["documentation"]["value"].as_str().unwrap();
    assert!(text.starts_with("**Ada** `@ada`\n\nlast noted 2026-11-03, 19 days ago"), "{text}");
    assert_eq!(session.error("completionItem/resolve", &json!({ "label": "x", "data": 1 })), -32602);
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn places_are_filled_in_where_the_editor_can() {
    for snippets in [true, false] {
        let mut capabilities = able();
        capabilities["textDocument"]["completion"] = json!({ "completionItem": { "snippetSupport": snippets } });
        let (mut session, log, _folder) = open("# Log\n\n", &capabilities);
        let found = ask(&mut session, &log, 1, 0);
        let day = found["items"].as_array().unwrap().iter().find(|it| it["label"] == "day").unwrap();
        let end = if snippets { "$0" } else { "" };
        assert_eq!(day["textEdit"]["newText"], format!("## 2026-11-22\n- {end}"));
        assert_eq!(day.get("insertTextFormat").is_some(), snippets);
        assert_eq!(session.quit(), Some(0));
    }
}
