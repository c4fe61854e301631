//! How soon an editor knows what is wrong: `cargo bench -p netlint --bench lsp`.
//!
//! The real server over its standard streams: a generated journal is opened, and 1,000 characters are typed into the
//! file of the last year. Measured is from sending a character to having read the fresh diagnostics of that file.
//! `--entries N`, `--people N`, `--files N`, `--characters N` and `--seed N` after `--` change what is done.

use std::io::{self, Write};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use serde_json::{Value, json};
use testkit::Shape;
use testkit::editor::Editor;

fn main() -> io::Result<()> {
    let shape = Shape { people: 2_000, entries: 100_000, files: 20, seed: 1 }.asked();
    let characters = testkit::argument("--characters", 1_000);
    let folder = tempfile::tempdir()?;
    let mut files = testkit::generate(shape);
    for (path, text) in &files {
        std::fs::write(folder.path().join(path), text)?;
    }
    std::fs::write(folder.path().join("netlint.toml"), "")?;
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    let Some((path, text)) = files.pop() else { return Ok(()) };
    let mut out = io::stdout().lock();
    writeln!(out, "{} entries, {} people, {} files, {bytes} bytes", shape.entries, shape.people, files.len() + 1)?;
    writeln!(out, "{} bytes in the file that is edited", text.len())?;
    for pulls in [true, false] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_netlint"))
            .args(["lsp", "--today", testkit::TODAY])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else { return Ok(()) };
        let mut editor = Editor::new(input, output);
        let root = format!("file://{}", folder.path().display());
        let uri = format!("{root}/{path}");
        let pull = if pulls { json!({}) } else { Value::Null };
        let published = json!({ "versionSupport": true });
        let document = json!({ "diagnostic": pull, "publishDiagnostics": published });
        let start = Instant::now();
        editor.start(Some(&root), &json!({ "textDocument": document }));
        editor.open(&uri, &text);
        let findings = wait(&mut editor, pulls, &uri, 1);
        let first = start.elapsed();
        let mut times = typed(&mut editor, pulls, &uri, &text, characters);
        times.sort_by(f64::total_cmp);
        let at = |percent: usize| times.get(times.len() * percent / 100).copied().unwrap_or_default() * 1e3;
        writeln!(out, "\n{}, {findings} findings", if pulls { "pulled" } else { "published" })?;
        writeln!(out, "started and opened  {:>8.1} ms", first.as_secs_f64() * 1e3)?;
        writeln!(out, "a typed character   {:>8.1} ms in the median, {:.1} at 99 %", at(50), at(99))?;
        writeln!(out, "peak memory         {:>8.1} MB", peak(&child))?;
        editor.request("shutdown", &Value::Null);
        editor.notify("exit", &Value::Null);
        child.wait()?;
    }
    Ok(())
}

/// Types an entry, again and again, at the end of a file; gives the time of each character in seconds.
fn typed(editor: &mut Editor, pulls: bool, uri: &str, text: &str, characters: usize) -> Vec<f64> {
    let line = "- coffee with @p7: she wants to know how it all began\n";
    let (mut row, mut column) = (text.lines().count(), 0);
    let typed = line.chars().cycle().take(characters).enumerate();
    typed
        .map(|(number, character)| {
            let at = json!({ "line": row, "character": column });
            let version = number as i32 + 2;
            let change = json!([{ "range": { "start": at, "end": at }, "text": character.to_string() }]);
            let start = Instant::now();
            editor.change(uri, version, &change);
            wait(editor, pulls, uri, version);
            (row, column) = if character == '\n' { (row + 1, 0) } else { (row, column + 1) };
            start.elapsed().as_secs_f64()
        })
        .collect()
}

/// Waits for the findings of a version; gives how many there are.
fn wait(editor: &mut Editor, pulls: bool, uri: &str, version: i32) -> usize {
    if pulls { editor.pull(uri).len() } else { editor.published(uri, version).len() }
}

/// The most memory that the process had, in megabytes; 0 where the system does not say.
fn peak(child: &Child) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<f64>().ok()).unwrap_or_default() / 1e3
}
