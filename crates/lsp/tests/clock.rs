//! Another day comes while nobody types.

#![expect(clippy::expect_used, reason = "a test may fail in any way")]

use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::time::Duration;

use journal::Day;
use lsp::{Clock, Options};
use serde_json::{Value, json};
use testkit::editor::Editor;

const TEXT: &str = "## Ada @ada\n- every: 3 weeks\n- role: x\n\n## 2026-11-20\n- coffee with @ada\n";

/// An editor whose server looks at a clock that we set.
fn start(capabilities: &Value) -> (Editor, Arc<AtomicI32>, std::thread::JoinHandle<bool>) {
    let today = Arc::new(AtomicI32::new(testkit::day("2026-11-22").number()));
    let own = Arc::clone(&today);
    let clock = Clock {
        today: Box::new(move || Day::from_number(own.load(Ordering::SeqCst))),
        every: Duration::from_millis(5),
    };
    let (input, to_server) = std::io::pipe().expect("a pipe");
    let (from_server, output) = std::io::pipe().expect("a pipe");
    let server =
        std::thread::spawn(move || lsp::serve(input, output, Options { clock, config: None }).expect("it starts"));
    let mut editor = Editor::new(to_server, from_server);
    editor.start(None, capabilities);
    editor.open("untitled:a", TEXT);
    (editor, today, server)
}

fn codes(diagnostics: &[Value]) -> Vec<&str> {
    diagnostics.iter().filter_map(|it| it["code"].as_str()).collect()
}

fn quit(mut editor: Editor, server: std::thread::JoinHandle<bool>) {
    editor.request("shutdown", &Value::Null);
    editor.notify("exit", &Value::Null);
    assert!(server.join().expect("it ends"));
}

#[test]
fn what_is_published_moves_with_the_day() {
    let (mut editor, today, server) =
        start(&json!({ "textDocument": { "publishDiagnostics": { "versionSupport": true } } }));
    assert!(editor.published("untitled:a", 1).is_empty());
    today.store(testkit::day("2026-12-12").number(), Ordering::SeqCst);
    assert_eq!(codes(&editor.published("untitled:a", 1)), ["overdue-contact", "idle-week"]);
    // Clocks are set back, too.
    today.store(testkit::day("2026-11-22").number(), Ordering::SeqCst);
    assert!(editor.published("untitled:a", 1).is_empty());
    quit(editor, server);
}

#[test]
fn whoever_pulls_is_asked_to_do_so_again() {
    let capabilities =
        json!({ "textDocument": { "diagnostic": {} }, "workspace": { "diagnostics": { "refreshSupport": true } } });
    let (mut editor, today, server) = start(&capabilities);
    assert!(editor.pull("untitled:a").is_empty());
    today.store(testkit::day("2026-12-12").number(), Ordering::SeqCst);
    editor.told("workspace/diagnostic/refresh", |_| true);
    assert_eq!(codes(&editor.pull("untitled:a")), ["overdue-contact", "idle-week"]);
    quit(editor, server);
}

#[test]
fn what_is_shown_is_asked_for_again_on_another_day() {
    let (mut editor, today, server) = start(&json!({ "workspace": { "codeLens": { "refreshSupport": true } } }));
    let document = json!({ "textDocument": { "uri": "untitled:a" } });
    let first = |editor: &mut Editor| editor.request("textDocument/codeLens", &document)[0]["command"]["title"].clone();
    assert_eq!(first(&mut editor), "last noted 2 days ago, every 3 weeks");
    today.store(testkit::day("2026-12-12").number(), Ordering::SeqCst);
    editor.told("workspace/codeLens/refresh", |_| true);
    assert_eq!(first(&mut editor), "last noted 22 days ago, every 3 weeks: 1 day over");
    quit(editor, server);
}
