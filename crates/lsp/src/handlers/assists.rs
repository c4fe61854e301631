//! What can be done at a place that mends nothing.

use ide::{Assist, AssistKind};
use journal::FileId;
use serde_json::{Value, json};
use tower_lsp::gen_lsp_types::{
    CodeAction, CodeActionKind, CreateFile, DocumentChange, OptionalVersionedTextDocumentIdentifier, Position,
    TextDocumentEdit, TextDocumentIdentifier, TextEdit, Uri, WorkspaceEdit,
};

use super::actions::Wanted;
use crate::analysis::Analysis;
use crate::client::Client;
use crate::problem::BEGINNING;
use crate::{from_proto, to_proto};

impl Wanted<'_> {
    /// What can be done at a position. Where the client can wait for them, the edits come when one is chosen.
    pub(super) fn assists(&self, uri: &Uri, at: Position) -> Vec<CodeAction> {
        let is_wanted = |kind: &str| self.asks_for(kind) != Some(false);
        if !is_wanted("quickfix") && !is_wanted("refactor") {
            return Vec::new();
        }
        let (text, lines) = self.analysis.text(self.file);
        let offset = from_proto::offset(at, text, lines, self.client.encoding);
        let found = self.analysis.ide().assists(self.file, offset).into_iter();
        let found = found.filter(|assist| match assist.kind {
            AssistKind::Fix => is_wanted("quickfix"),
            AssistKind::Change => is_wanted("refactor"),
        });
        found.filter_map(|assist| self.assist(uri, offset, assist)).collect()
    }

    fn assist(&self, uri: &Uri, offset: u32, assist: Assist) -> Option<CodeAction> {
        let kind = match assist.kind {
            AssistKind::Fix => CodeActionKind::QuickFix,
            AssistKind::Change => CodeActionKind::Refactor,
        };
        let mut action = CodeAction { kind: Some(kind), ..CodeAction::default() };
        if self.client.resolves {
            if new_file(self.analysis, &assist).is_some() && !self.client.creates {
                return None;
            }
            let version = self.analysis.open(self.file).map(|open| open.version);
            action.data = Some(json!({ "uri": uri.0, "at": offset, "version": version }));
        } else {
            action.edit = Some(edit(self.analysis, &assist, self.client)?);
        }
        action.title = assist.title;
        Some(action)
    }
}

/// The edit of what was offered by this title. `None`: it is not offered any more.
pub(super) fn resolve(
    analysis: &Analysis,
    file: FileId,
    data: &Value,
    title: &str,
    client: &Client,
) -> Option<WorkspaceEdit> {
    let version = analysis.open(file).map(|open| i64::from(open.version));
    let offset = u32::try_from(data.get("at")?.as_u64()?).ok()?;
    if data.get("version").and_then(Value::as_i64) != version {
        return None;
    }
    let assist = analysis.ide().assists(file, offset).into_iter().find(|assist| assist.title == title)?;
    edit(analysis, &assist, client)
}

fn new_file(analysis: &Analysis, assist: &Assist) -> Option<(String, String)> {
    let config = &analysis.snapshot.config;
    analysis.ide().new_file(&assist.deed, |path| config.people.matches(path))
}

fn edit(analysis: &Analysis, assist: &Assist, client: &Client) -> Option<WorkspaceEdit> {
    let config = &analysis.snapshot.config;
    if let Some((path, new_text)) = new_file(analysis, assist) {
        // A document that stands alone has no folder for others.
        let uri = analysis
            .location(&path)
            .filter(|_| client.creates && config.is_journal(&path))
            .map(|_| analysis.uri(&path))?;
        let create = CreateFile { uri: uri.clone(), options: None, annotation_id: None };
        let text_document_identifier = TextDocumentIdentifier { uri };
        let edit = TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier { version: None, text_document_identifier },
            edits: vec![TextEdit { range: BEGINNING, new_text }.into()],
        };
        let changes = vec![DocumentChange::CreateFile(create), DocumentChange::TextDocumentEdit(edit)];
        return Some(WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() });
    }
    let edits = analysis.ide().edits(&assist.deed, |path| config.people.matches(path))?;
    Some(to_proto::workspace_edit(analysis, &edits, client))
}
