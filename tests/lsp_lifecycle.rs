//! The language server starts, answers whatever comes, and ends.

use std::io::Write;
use std::process::Stdio;

use serde_json::{Value, json};
use testkit::editor::frame;

use crate::harness::Folder;
use crate::lsp::{Session, able, plain, rules, uri};

const TEXT: &str = "## Ada @ada\n\n## 2026-11-20\n- coffee with @ada\n- call @bob\n";

fn request(id: &Value, method: &str, params: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params })
}

#[test]
fn it_says_what_it_can_and_ends_when_it_is_told() {
    let folder = Folder::new(&[]);
    let mut session = Session::silent(&folder);
    let result = session.start(Some(&uri(&folder, "")), &able());
    assert_eq!(result["serverInfo"]["name"], "netlint");
    let capabilities = &result["capabilities"];
    assert_eq!(capabilities["positionEncoding"], "utf-16");
    assert_eq!(capabilities["textDocumentSync"]["change"], 2);
    assert_eq!(capabilities["diagnosticProvider"]["workspaceDiagnostics"], true);
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn the_exit_code_tells_whether_shutdown_was_said() {
    let folder = Folder::new(&[]);
    let mut session = Session::new(&folder, &plain());
    session.notify("exit", &Value::Null);
    assert_eq!(session.code(), Some(1));

    let mut session = Session::new(&folder, &plain());
    session.hang_up();
    assert_eq!(session.code(), Some(1), "the stream has ended");

    // Some editors wait for no answer.
    let mut session = Session::new(&folder, &plain());
    let both = [request(&json!(9), "shutdown", &Value::Null), json!({ "jsonrpc": "2.0", "method": "exit" })];
    session.send_bytes(&both.iter().flat_map(frame).collect::<Vec<u8>>());
    assert_eq!(session.answer(&json!(9))["result"], Value::Null);
    assert_eq!(session.code(), Some(0));
}

#[test]
fn everything_may_come_at_once() {
    let folder = Folder::new(&[]);
    let mut session = Session::silent(&folder);
    let uri = uri(&folder, "a.net.md");
    let document = json!({ "uri": uri, "languageId": "netlint", "version": 1, "text": TEXT });
    let messages = [
        request(&json!("first"), "initialize", &json!({ "processId": null, "rootUri": null, "capabilities": able() })),
        json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }),
        json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document } }),
        request(&json!("second"), "textDocument/diagnostic", &json!({ "textDocument": { "uri": uri } })),
    ];
    session.send_bytes(&messages.iter().flat_map(frame).collect::<Vec<u8>>());
    let report = session.answer(&json!("second"));
    assert_eq!(rules(report["result"]["items"].as_array().unwrap()), ["bare-contact", "unknown-handle"]);
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn requests_before_the_start_and_after_the_end_are_refused() {
    let folder = Folder::new(&[]);
    let mut session = Session::silent(&folder);
    let any = json!({ "textDocument": { "uri": "untitled:x" } });
    assert_eq!(session.error("textDocument/diagnostic", &any), -32002);
    session.start(None, &able());
    assert_eq!(session.error("initialize", &json!({ "capabilities": {} })), -32600);
    session.request("shutdown", &Value::Null);
    assert_eq!(session.error("textDocument/diagnostic", &any), -32600);
    session.notify("exit", &Value::Null);
    assert_eq!(session.code(), Some(0));
}

#[test]
fn each_request_has_one_answer_whatever_it_is() {
    let folder = Folder::new(&[]);
    let mut session = Session::new(&folder, &able());
    for method in ["$/unknown", "netlint/unknown", "textDocument/moniker", "workspace/executeCommand"] {
        let params = json!({ "textDocument": { "uri": "untitled:x" }, "position": { "line": 0, "character": 0 }, "command": "x" });
        assert_eq!(session.error(method, &params), -32601, "{method}");
    }
    for params in [json!({}), json!([1]), json!({ "textDocument": 7 })] {
        assert_eq!(session.error("textDocument/diagnostic", &params), -32602, "{params}");
    }
    // What is no request but has an id is answered, too.
    session.send(&json!({ "jsonrpc": "2.0", "id": 1.5, "method": "shutdown" }));
    assert_eq!(session.answer(&json!(1.5))["error"]["code"], -32600);
    session.send(&json!({ "id": "x", "method": "$/unknown", "params": null }));
    assert_eq!(session.answer(&json!("x"))["error"]["code"], -32601);
    for unasked in [
        json!({ "jsonrpc": "2.0", "method": "$/unknown" }),
        json!({ "jsonrpc": "2.0", "method": "netlint/unknown", "params": [] }),
        json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": 1 } }),
        json!({ "jsonrpc": "2.0", "id": 77, "result": null }),
        json!({ "jsonrpc": "2.0", "id": null, "error": { "code": 1, "message": "x" } }),
        json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": "never" } }),
    ] {
        session.send(&unasked);
    }
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn bad_frames_cost_nothing_but_themselves() {
    let folder = Folder::new(&[]);
    let mut session = Session::new(&folder, &able());
    let uri = "untitled:a";
    let bodies: [&[u8]; 7] = [
        b"{",
        b"[]",
        b"[{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"shutdown\"}]",
        b"",
        b"null",
        b"{\"jsonrpc\":\"1.0\"}",
        b"\xff\xfe",
    ];
    for body in bodies {
        session.send_bytes(format!("content-length:{}\r\nX: y\r\nContent-Type: z\r\n\r\n", body.len()).as_bytes());
        session.send_bytes(body);
        session.send_bytes(b"rubbish\r\n\r\n");
    }
    // Half of a character, which some editors send, is as wide as what stands for it.
    let open = r###"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"netlint","version":1,"text":"## A\ud800da @ada\n"}}}"###;
    session.send_bytes(format!("Content-Length: {}\r\n\r\n{open}", open.len()).as_bytes());
    let range = json!({ "start": { "line": 0, "character": 4 }, "end": { "line": 0, "character": 5 } });
    session.change(uri, 2, &json!([{ "range": range, "text": "" }]));
    let found = session.pull(uri);
    assert_eq!(rules(&found), ["bare-contact"]);
    assert_eq!(found[0]["range"]["end"]["character"], 11, "the half is gone: {found:?}");
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn what_was_cancelled_is_answered_so() {
    let folder = Folder::new(&[("a.net.md", TEXT)]);
    let mut session = Session::new(&folder, &able());
    let report = session.request("workspace/diagnostic", &json!({ "previousResultIds": [] }));
    let known = report["items"].as_array().unwrap().iter();
    let known: Vec<Value> = known.map(|it| json!({ "uri": it["uri"], "value": it["resultId"] })).collect();
    // Nothing has changed, so this one waits.
    let waits = session.ask("workspace/diagnostic", &json!({ "previousResultIds": known }));
    for _ in 0..2 {
        session.notify("$/cancelRequest", &json!({ "id": waits }));
    }
    assert_eq!(session.answer(&json!(waits))["error"]["code"], -32800);
    session.notify("$/cancelRequest", &json!({ "id": waits }));
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn an_editor_that_answers_nothing_and_one_that_reads_late_are_served() {
    let folder = Folder::new(&[("a.net.md", TEXT)]);
    let mut session = Session::silent(&folder);
    session.is_mute = true;
    let capabilities = json!({ "workspace": { "configuration": true, "didChangeWatchedFiles": { "dynamicRegistration": true } },
        "textDocument": { "diagnostic": {} } });
    let start = json!({ "processId": null, "rootUri": uri(&folder, ""), "capabilities": capabilities });
    session.send(&request(&json!("start"), "initialize", &start));
    session.notify("initialized", &json!({}));
    let uri = uri(&folder, "a.net.md");
    let ids: Vec<i64> =
        (0..3000).map(|_| session.ask("textDocument/diagnostic", &json!({ "textDocument": { "uri": uri } }))).collect();
    for id in ids {
        assert!(session.answer(&json!(id))["result"].is_object());
    }
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn it_ends_when_nobody_reads() {
    let folder = Folder::new(&[]);
    let mut command = crate::harness::command(folder.path(), &["lsp"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    drop(child.stdout.take());
    input.write_all(&frame(&request(&json!(1), "shutdown", &Value::Null))).unwrap();
    // The stream to the server is still open.
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[cfg(unix)]
#[test]
fn it_ends_when_its_editor_is_gone() {
    let folder = Folder::new(&[]);
    let mut parent = std::process::Command::new("sleep").arg("600").spawn().unwrap();
    let mut session = Session::silent(&folder);
    let params = json!({ "processId": parent.id(), "rootUri": null, "capabilities": {} });
    session.request("initialize", &params);
    parent.kill().unwrap();
    parent.wait().unwrap();
    // The stream stays open: someone else holds it.
    assert_eq!(session.code(), Some(1));
}

#[cfg(unix)]
#[test]
fn an_editor_that_cannot_be_seen_is_not_watched() {
    let folder = Folder::new(&[]);
    let mut session = Session::silent(&folder);
    let params = json!({ "processId": i32::MAX, "rootUri": null, "capabilities": {} });
    session.request("initialize", &params);
    session.notify("initialized", &json!({}));
    assert_eq!(session.quit(), Some(0));
}
