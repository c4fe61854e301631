//! The real language server, and what editors say that they can.

use std::ops::{Deref, DerefMut};
use std::process::{Child, Stdio};

use serde_json::{Value, json};
use testkit::editor::Editor;

use crate::harness::{Folder, command};

/// An editor with a server of its own.
pub(crate) struct Session {
    editor: Editor,
    child: Child,
}

impl Session {
    /// A server in this folder that was not spoken to yet.
    pub(crate) fn silent(folder: &Folder) -> Self {
        Self::with(folder, &[])
    }

    /// The same with some arguments.
    pub(crate) fn with(folder: &Folder, args: &[&str]) -> Self {
        let mut command = command(folder.path(), &[&["lsp"], args].concat());
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let editor = Editor::new(child.stdin.take().unwrap(), child.stdout.take().unwrap());
        Self { editor, child }
    }

    /// A server that was started in this folder.
    pub(crate) fn new(folder: &Folder, capabilities: &Value) -> Self {
        let mut session = Self::silent(folder);
        session.start(Some(&uri(folder, "")), capabilities);
        session
    }

    /// Ends the server as the protocol wants it, and gives its exit code.
    pub(crate) fn quit(mut self) -> Option<i32> {
        self.request("shutdown", &Value::Null);
        self.notify("exit", &Value::Null);
        self.code()
    }

    /// Waits for the end.
    pub(crate) fn code(mut self) -> Option<i32> {
        self.rest();
        self.child.wait().unwrap().code()
    }
}

impl Deref for Session {
    type Target = Editor;

    fn deref(&self) -> &Editor {
        &self.editor
    }
}

impl DerefMut for Session {
    fn deref_mut(&mut self) -> &mut Editor {
        &mut self.editor
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Whoever has ended by now cannot be killed.
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// A journal of which the log is open and the people are only on the disk: the session, the URIs of people and log, and
/// the folder.
pub(crate) fn with_log(people: &str, log: &str, change: impl Fn(&mut Value)) -> (Session, [String; 2], Folder) {
    let folder = Folder::new(&[("netlint.toml", ""), ("people.net.md", people), ("log.net.md", log)]);
    let mut capabilities = able();
    change(&mut capabilities);
    let mut session = Session::new(&folder, &capabilities);
    let uris = ["people.net.md", "log.net.md"].map(|path| uri(&folder, path));
    session.open(&uris[1], log);
    (session, uris, folder)
}

/// The URI of a file in a folder.
pub(crate) fn uri(folder: &Folder, path: &str) -> String {
    let root = folder.path().canonicalize().unwrap();
    format!("file://{}", root.join(path).display()).trim_end_matches('/').to_owned()
}

/// An editor that can do little: diagnostics are published.
pub(crate) fn plain() -> Value {
    let publish = json!({ "versionSupport": true, "relatedInformation": true, "codeDescriptionSupport": true,
        "dataSupport": true, "tagSupport": { "valueSet": [1, 2] } });
    json!({ "general": { "positionEncodings": ["utf-8"] }, "textDocument": { "publishDiagnostics": publish } })
}

/// An editor that can do what we use: it pulls, resolves, and knows versions of documents.
pub(crate) fn able() -> Value {
    let action = json!({ "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } }, "dataSupport": true,
        "resolveSupport": { "properties": ["edit"] } });
    let document = json!({ "diagnostic": {}, "codeAction": action,
        "publishDiagnostics": { "relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true, "tagSupport": { "valueSet": [1] } } });
    let workspace = json!({ "diagnostics": { "refreshSupport": true }, "workspaceEdit": { "documentChanges": true } });
    json!({ "textDocument": document, "workspace": workspace })
}

/// The rules of diagnostics, in their order.
pub(crate) fn rules(diagnostics: &[Value]) -> Vec<&str> {
    diagnostics.iter().map(|it| it["code"].as_str().unwrap_or("-")).collect()
}
