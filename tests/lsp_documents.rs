//! Documents in the editor: edits in every encoding, and documents of every kind.

use serde_json::{Value, json};

use crate::harness::Folder;
use crate::lsp::{Session, able, plain, rules, uri};

fn with_encoding(encoding: &str) -> Value {
    let mut capabilities = able();
    capabilities["general"] = json!({ "positionEncodings": [encoding] });
    capabilities
}

fn range(from: (u32, u32), to: (u32, u32)) -> Value {
    json!({ "start": { "line": from.0, "character": from.1 }, "end": { "line": to.0, "character": to.1 } })
}

#[test]
fn columns_are_counted_as_the_editor_counts_them() {
    // The smiley has four bytes, two units of 16 bits, and is one character.
    for (encoding, start) in [("utf-8", 7), ("utf-16", 5), ("utf-32", 4)] {
        let folder = Folder::new(&[]);
        let mut session = Session::new(&folder, &with_encoding(encoding));
        session.open("untitled:a", "## 2026-11-20\r\n- 😀 @bob\r\n- call @ada");
        let found = session.pull("untitled:a");
        assert_eq!(rules(&found), ["unknown-verb", "unknown-mention", "unknown-handle"], "{encoding}");
        assert_eq!(found[1]["range"], range((1, start), (1, start + 4)), "{encoding}");
        // `@ada` becomes `@`, and the smiley a verb.
        session.change(
            "untitled:a",
            2,
            &json!([
                { "range": range((2, 8), (9, 0)), "text": "" },
                { "range": range((1, 2), (1, start - 1)), "text": "call" },
            ]),
        );
        let found = session.pull("untitled:a");
        assert_eq!(rules(&found), ["unknown-handle", "missing-participant"], "{encoding}");
        assert_eq!(found[0]["range"], range((1, 7), (1, 11)), "{encoding}");
        assert_eq!(session.quit(), Some(0));
    }
}

#[test]
fn five_thousand_edits_give_the_exact_text() {
    let folder = Folder::new(&[]);
    let mut session = Session::new(&folder, &with_encoding("utf-16"));
    session.open("untitled:a", "## 2026-11-20\n");
    let line: Vec<char> = "- call @zoë😀x: é\n".chars().collect();
    let (mut column, mut row, mut version) = (0, 1, 1);
    for number in 0..5000 {
        let typed = line[number % line.len()];
        version += 1;
        let at = (row, column);
        session.change("untitled:a", version, &json!([{ "range": range(at, at), "text": typed.to_string() }]));
        if typed == '\n' {
            (row, column) = (row + 1, 0);
        } else {
            column += typed.len_utf16() as u32;
        }
    }
    let found = session.pull("untitled:a");
    let handles = found.iter().filter(|it| it["code"] == "unknown-handle").count();
    let whole = 5000 / line.len();
    assert!(handles == whole || handles == whole + 1, "{handles} of {whole}");
    let last = found.iter().filter(|it| it["code"] == "unknown-handle").nth(whole - 1).unwrap();
    assert_eq!(last["range"], range((whole as u32, 7), (whole as u32, 11)));
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn places_outside_of_the_text_are_its_ends() {
    let folder = Folder::new(&[]);
    let mut session = Session::new(&folder, &able());
    session.open("untitled:a", "## 2026-11-20\n- call @bob");
    let far = u32::MAX;
    session.change("untitled:a", 2, &json!([{ "range": range((far, far), (far, far)), "text": "\n- call @eve" }]));
    session.change("untitled:a", 9, &json!([{ "range": range((1, far), (1, 7)), "text": "@joe" }]));
    session.change("untitled:a", 3, &json!([{ "range": range((0, 13), (0, far)), "text": "" }]));
    let weird = json!({ "start": { "line": -5, "character": 0 }, "end": { "line": 0, "character": 0 } });
    session.change("untitled:a", 4, &json!([{ "range": weird, "text": "# Log\n" }]));
    session.notify(
        "textDocument/didChange",
        &json!({ "textDocument": { "uri": "untitled:a", "version": null },
        "contentChanges": [{ "range": range((far, 0), (far, 0)), "text": "\n- call @ann" }] }),
    );
    let found = session.pull("untitled:a");
    let messages: Vec<&str> = found.iter().map(|it| it["message"].as_str().unwrap()).collect();
    assert_eq!(rules(&found), ["unknown-handle"; 3]);
    for (message, who) in messages.iter().zip(["@joe", "@eve", "@ann"]) {
        assert!(message.contains(who), "{message}");
    }
    // What is asked about may lie outside, too.
    let params = json!({ "textDocument": { "uri": "untitled:a" }, "range": range((far, far), (0, 0)), "context": { "diagnostics": [] } });
    assert!(!session.request("textDocument/codeAction", &params).as_array().unwrap().is_empty());
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn documents_that_were_never_opened_and_those_opened_twice() {
    let folder = Folder::new(&[]);
    let mut session = Session::new(&folder, &able());
    session.replace("untitled:a", 2, "## 2026-11-20\n- call @bob\n");
    session.notify("textDocument/didClose", &json!({ "textDocument": { "uri": "untitled:a" } }));
    assert!(session.pull("untitled:a").is_empty());
    session.open("untitled:a", "## 2026-11-20\n- call @bob\n");
    session.open("untitled:a", "## 2026-11-20\n- call @bob and @eve\n");
    assert_eq!(rules(&session.pull("untitled:a")), ["unknown-handle", "unknown-handle"]);
    session.notify("textDocument/didClose", &json!({ "textDocument": { "uri": "untitled:a" } }));
    assert!(session.pull("untitled:a").is_empty());
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn any_uri_may_be_opened() {
    let folder = Folder::new(&[]);
    let mut session = Session::new(&folder, &able());
    let text = "## 2026-11-20\n- call @bob\n";
    for uri in [
        "untitled:Untitled-1",
        "",
        "vscode-remote://host/x/a.net.md",
        "file:///c%3A/people/a.net.md",
        "file://server/share/a.net.md",
        "/no/scheme.net.md",
        "zipfile:///a.zip::b.net.md",
        "file:///t/[x] y%.net.md",
        "C:\\people\\a.net.md",
    ] {
        session.open(uri, text);
        assert_eq!(rules(&session.pull(uri)), ["unknown-handle"], "{uri}");
        session.notify("textDocument/didClose", &json!({ "textDocument": { "uri": uri } }));
    }
    session.open("git:/t/a.net.md?ref", text);
    assert!(session.pull("git:/t/a.net.md?ref").is_empty(), "an old version is nobody's journal");
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn answers_spell_a_document_as_the_editor_does() {
    let folder = Folder::new(&[("netlint.toml", ""), ("Zoë @home/a b.net.md", "")]);
    let mut session = Session::new(&folder, &plain());
    let odd = uri(&folder, "Zoë%20%40home/a b.net.md");
    session.open(&odd, "## Ada @ada\n- role: x\n## Bob @ada\n");
    let found = session.published(&odd, 1);
    assert_eq!(rules(&found), ["duplicate-handle"]);
    assert_eq!(found[0]["relatedInformation"][0]["location"]["uri"], odd);
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn a_large_paste_is_taken() {
    let folder = Folder::new(&[]);
    let mut session = Session::new(&folder, &able());
    session.open("untitled:a", "## 2026-11-20\n- call @bob\n");
    let text = "- call @bob: and then there was more to tell\n".repeat(120_000);
    session.change("untitled:a", 2, &json!([{ "range": range((2, 0), (2, 0)), "text": text }]));
    session.change("untitled:a", 3, &json!([{ "range": range((1, 0), (900_000, 0)), "text": "" }]));
    assert!(session.pull("untitled:a").is_empty());
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn what_is_published_is_never_older_than_before() {
    let folder = Folder::new(&[]);
    let mut session = Session::new(&folder, &plain());
    session.open("untitled:a", "## 2026-11-20\n");
    for version in 2..=3000 {
        session.change("untitled:a", version, &json!([{ "range": range((1, 0), (1, 0)), "text": "- call @bob\n" }]));
    }
    let found = session.published("untitled:a", 3000);
    assert_eq!(found.len(), 1001, "as many as are shown, and how many are not");
    assert!(found[1000]["message"].as_str().unwrap().contains(" more findings in this file are not shown"));
    session.request("shutdown", &Value::Null);
    session.notify("exit", &Value::Null);
    let rest = session.rest();
    let versions = rest.iter().filter(|it| it["method"] == "textDocument/publishDiagnostics");
    let versions: Vec<i64> = versions.map(|it| it["params"]["version"].as_i64().unwrap()).collect();
    assert!(versions.is_sorted(), "{versions:?}");
}

#[test]
fn a_hostile_text_ends_nothing() {
    let folder = Folder::new(&[]);
    let mut session = Session::new(&folder, &able());
    let many = |text: &str| text.repeat(50_000);
    for text in [
        many("["),
        many("[[@"),
        many("> "),
        many("- "),
        many("*"),
        many("<!-- "),
        many("`"),
        many("@a and "),
        many("\r"),
        many("\0"),
    ] {
        session.open("untitled:a", &format!("## Ada @ada\n\n## 2026-11-20\n- call @bob: {text}\n{text}\n"));
        assert!(rules(&session.pull("untitled:a")).contains(&"unknown-handle"));
    }
    assert_eq!(session.quit(), Some(0));
}
