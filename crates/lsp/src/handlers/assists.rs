//! What can be done at a place that mends nothing.

use check::Edit;
use ide::{Assist, AssistKind};
use journal::FileId;
use serde_json::{Value, json};
use tower_lsp::gen_lsp_types::{CodeAction, CodeActionKind, Position, Uri};

use super::actions::Wanted;
use crate::analysis::Analysis;
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
            let version = self.analysis.open(self.file).map(|open| open.version);
            action.data = Some(json!({ "uri": uri.0, "at": offset, "version": version }));
        } else {
            let edits = edits(self.analysis, &assist)?;
            action.edit = Some(to_proto::workspace_edit(self.analysis, &edits, self.client));
        }
        action.title = assist.title;
        Some(action)
    }
}

/// The edits of what was offered by this title. `None`: it is not offered any more.
pub(super) fn resolve(analysis: &Analysis, file: FileId, data: &Value, title: &str) -> Option<Vec<Edit>> {
    let version = analysis.open(file).map(|open| i64::from(open.version));
    let offset = u32::try_from(data.get("at")?.as_u64()?).ok()?;
    if data.get("version").and_then(Value::as_i64) != version {
        return None;
    }
    let assist = analysis.ide().assists(file, offset).into_iter().find(|assist| assist.title == title)?;
    edits(analysis, &assist)
}

fn edits(analysis: &Analysis, assist: &Assist) -> Option<Vec<Edit>> {
    let config = &analysis.snapshot.config;
    analysis.ide().edits(&assist.deed, |path| config.people.matches(path))
}
