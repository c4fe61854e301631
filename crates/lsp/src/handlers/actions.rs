//! What can be done about findings: mend them, or silence them.

use std::sync::Arc;

use check::{Diagnostic as Found, Fix, Reach};
use journal::FileId;
use messages::say;
use serde_json::{Value, json};
use syntax::Span;
use tower_lsp::gen_lsp_types::{
    Code, CodeAction, CodeActionContext, CodeActionKind, CodeActionParams, CodeActionResponse, Diagnostic, Range, Uri,
};
use tower_lsp::jsonrpc::{Error, Result};

use super::lifecycle::FIX_ALL;
use super::{assists, fix_all};
use crate::analysis::Analysis;
use crate::client::{Client, Settings};
use crate::shared::{Shared, content_modified};
use crate::{from_proto, texts, to_proto};

pub(crate) async fn offer(shared: &Arc<Shared>, params: CodeActionParams) -> Result<Vec<CodeActionResponse>> {
    let uri = params.text_document.uri;
    let (view, version, client, settings) = {
        let world = shared.world();
        (world.view(&uri), world.version(&uri), world.client.clone(), world.settings)
    };
    let (Some((view, path)), true) = (view, client.actions) else { return Ok(Vec::new()) };
    let actions = shared.work(move || {
        let analysis = view.analyse();
        let Some(file) = analysis.file(&path) else { return Ok(Vec::new()) };
        if analysis.open(file).map(|open| open.version) != version {
            return Err(content_modified());
        }
        let wanted = Wanted { analysis: &analysis, file, client: &client, context: &params.context };
        let mut actions = wanted.quick_fixes(params.range, settings);
        actions.extend(wanted.assists(&uri, params.range.start));
        actions.extend(wanted.fix_all(&uri));
        Ok(actions.into_iter().map(CodeActionResponse::CodeAction).collect())
    });
    actions.await?
}

/// Fills in the edit of an action that was offered without.
pub(crate) async fn resolve(shared: &Arc<Shared>, mut action: CodeAction) -> Result<CodeAction> {
    let uri = action.data.as_ref().and_then(|data| data.get("uri")).and_then(Value::as_str);
    let uri = Uri(uri.ok_or_else(|| Error::invalid_params("this action is none of ours"))?.to_owned());
    let (view, client) = {
        let world = shared.world();
        (world.view(&uri), world.client.clone())
    };
    let Some((view, path)) = view else { return Err(content_modified()) };
    let (data, title) = (action.data.clone(), action.title.clone());
    let edit = shared.work(move || {
        let analysis = view.analyse();
        let file = analysis.file(&path).ok_or_else(content_modified)?;
        let offered = data.as_ref().filter(|data| data.get("at").is_some());
        if let Some(data) = offered {
            return assists::resolve(&analysis, file, data, &title, &client).ok_or_else(content_modified);
        }
        let edits = fix_all::edits(&analysis, file).ok_or_else(content_modified)?;
        Ok(to_proto::workspace_edit(&analysis, &edits, &client))
    });
    action.edit = Some(edit.await??);
    Ok(action)
}

/// What the client asks about.
pub(super) struct Wanted<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) file: FileId,
    pub(super) client: &'a Client,
    context: &'a CodeActionContext,
}

impl Wanted<'_> {
    /// Whether actions of this kind are asked for. `None`: nothing is said about kinds.
    pub(super) fn asks_for(&self, kind: &str) -> Option<bool> {
        let only = self.context.only.as_ref()?;
        let is_kind = |only: &CodeActionKind| {
            let only: String = only.clone().into();
            let rest = kind.strip_prefix(only.as_str());
            rest.is_some_and(|rest| rest.is_empty() || only.is_empty() || rest.starts_with('.'))
        };
        Some(only.iter().any(is_kind))
    }

    /// First what mends, then what silences.
    fn quick_fixes(&self, range: Range, settings: Settings) -> Vec<CodeAction> {
        if self.asks_for("quickfix") == Some(false) {
            return Vec::new();
        }
        let (text, lines) = self.analysis.text(self.file);
        let mut asked = from_proto::span(range, text, lines, self.client.encoding);
        if asked.is_empty() {
            // Nothing is selected: what is wrong anywhere in the line can be mended.
            let line = lines.line(asked.start);
            asked = Span::new(lines.start(line), lines.start(line + 1).max(asked.end));
        }
        let (findings, _) = self.analysis.findings(self.file, settings);
        let is_asked = |it: &&Found| {
            let span = it.finding.place.span;
            span.start <= asked.end && asked.start <= span.end
        };
        let findings: Vec<&Found> = findings.into_iter().filter(is_asked).collect();
        let fixes = findings.iter().filter_map(|it| Some((it, it.finding.fix.as_ref()?)));
        let mut actions: Vec<CodeAction> =
            fixes.filter(|(_, fix)| self.is_possible(fix)).map(|(it, fix)| self.fix(it, fix)).collect();
        if let Some(first) = actions.first_mut() {
            first.is_preferred = Some(true);
        }
        actions.extend(findings.iter().flat_map(|it| self.silences(it)));
        actions
    }

    /// What is known of the text of a file that is not UTF-8 is not what stands in it.
    fn is_possible(&self, fix: &Fix) -> bool {
        fix.edits.iter().all(|edit| self.analysis.network().file(edit.place.file).invalid.is_none())
    }

    fn fix(&self, found: &Found, fix: &Fix) -> CodeAction {
        let edit = to_proto::workspace_edit(self.analysis, &fix.edits, self.client);
        CodeAction { edit: Some(edit), ..self.action(found, fix.title.clone()) }
    }

    fn silences(&self, found: &Found) -> Vec<CodeAction> {
        let network = self.analysis.network();
        let messages = texts::within(to_proto::language(self.analysis));
        let rule = found.rule.name;
        let near = match found.finding.subject(network) {
            Some(id) => {
                let who = format!("@{}", network.person(id).handle);
                say!(messages, "silence-person", rule, who = who.as_str())
            }
            None => say!(messages, "silence-line", rule),
        };
        let far = say!(messages, "silence-file", rule);
        let action = |(title, reach)| {
            let (edits, _) = check::silence(network, [found], reach, None);
            let edit = to_proto::workspace_edit(self.analysis, &edits, self.client);
            (!edits.is_empty()).then(|| CodeAction { edit: Some(edit), ..self.action(found, title) })
        };
        [(near, Reach::Near), (far, Reach::File)].into_iter().filter_map(action).collect()
    }

    /// An action about a finding, still without an edit.
    fn action(&self, found: &Found, title: String) -> CodeAction {
        let range = to_proto::range(self.analysis, self.file, found.finding.place.span, self.client.encoding);
        let is_it =
            |it: &&Diagnostic| it.range == range && it.code.as_ref() == Some(&Code::String(found.rule.name.to_owned()));
        CodeAction {
            title,
            kind: Some(CodeActionKind::QuickFix),
            diagnostics: self.context.diagnostics.iter().find(is_it).map(|it| vec![it.clone()]),
            ..CodeAction::default()
        }
    }

    /// All that can be mended safely. It is tried out before it is offered where it is asked for; where nothing is
    /// said, its edit comes when it is chosen.
    fn fix_all(&self, uri: &Uri) -> Option<CodeAction> {
        let title = say!(texts::within(to_proto::language(self.analysis)), "fix-all");
        let action = CodeAction { title, kind: Some(FIX_ALL.to_owned().into()), ..CodeAction::default() };
        match self.asks_for(FIX_ALL) {
            Some(true) => {
                let edits = fix_all::edits(self.analysis, self.file).filter(|edits| !edits.is_empty())?;
                Some(CodeAction { edit: Some(to_proto::workspace_edit(self.analysis, &edits, self.client)), ..action })
            }
            None if self.client.resolves && fix_all::is_possible(self.analysis, self.file) => {
                Some(CodeAction { data: Some(json!({ "uri": uri.0 })), ..action })
            }
            _ => None,
        }
    }
}
