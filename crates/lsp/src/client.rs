//! What the client can do, decided once when it starts us.

use serde_json::Value;
use syntax::Encoding;
use tower_lsp::gen_lsp_types::{
    ClientCapabilities, DiagnosticTag, DiagnosticsCapabilities, InitializeParams, MarkupKind, PositionEncodingKind,
    ResourceOperationKind,
};

/// What the client can do.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own that a client can or cannot do")]
pub(crate) struct Client {
    /// What columns count.
    pub(crate) encoding: Encoding,
    /// It asks for diagnostics itself, so they are never sent unasked.
    pub(crate) pulls: bool,
    /// It can be asked to pull again.
    pub(crate) refreshes: bool,
    /// Diagnostics may point to other places.
    pub(crate) related: bool,
    /// Diagnostics may link to a page.
    pub(crate) links: bool,
    /// Diagnostics may carry data, and it is given back.
    pub(crate) data: bool,
    /// Diagnostics may be marked as unnecessary.
    pub(crate) unnecessary: bool,
    /// Diagnostics may name the version of the text.
    pub(crate) versions: bool,
    /// Code actions are objects, not only commands.
    pub(crate) actions: bool,
    /// The edit of a code action may come later.
    pub(crate) resolves: bool,
    /// Edits may name the version of a document.
    pub(crate) versioned_edits: bool,
    /// It shows Markdown where one hovers.
    pub(crate) markdown: bool,
    /// It marks what a definition is of.
    pub(crate) origins: bool,
    /// It asks what can be renamed.
    pub(crate) prepares: bool,
    /// Edits may make files.
    pub(crate) creates: bool,
    /// What it can do with what can be written.
    pub(crate) completion: Completion,
    /// Symbols may lie within each other.
    pub(crate) nests: bool,
    /// What it can be asked to ask for again.
    pub(crate) refresh: Refresh,
    /// It shows that something takes long.
    pub(crate) progress: bool,
    /// It watches files for us.
    pub(crate) watches: bool,
    /// It can be asked for its settings.
    pub(crate) settings: bool,
    /// It can be asked to tell when they change.
    pub(crate) tells_settings: bool,
}

/// What a client can do with what can be written.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Completion {
    /// It fills in places.
    pub(crate) snippets: bool,
    /// It shows Markdown beside it.
    pub(crate) markdown: bool,
}

/// What a client can be asked to ask for again.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Refresh {
    /// What stands above lines.
    pub(crate) lenses: bool,
    /// What stands between characters.
    pub(crate) hints: bool,
    /// What words are.
    pub(crate) tokens: bool,
}

impl Client {
    /// What a client can do, by what it says.
    pub(crate) fn new(params: &InitializeParams) -> Self {
        let ClientCapabilities { workspace, text_document, general, window, .. } = &params.capabilities;
        let offered = general.as_ref().and_then(|it| it.position_encodings.clone()).unwrap_or_default();
        let progress = window.as_ref().is_some_and(|it| it.work_done_progress == Some(true));
        let mut client = Self { encoding: encoding(&offered), progress, ..Self::default() };
        if let Some(document) = text_document {
            client.pulls = document.diagnostic.is_some();
            let pull = document.diagnostic.as_ref().map(|it| &it.diagnostics_capabilities);
            let push = document.publish_diagnostics.as_ref();
            client.versions = push.is_some_and(|it| it.version_support == Some(true));
            let push = push.map(|it| &it.diagnostics_capabilities);
            // Not all that pull say again what they can show.
            for capabilities in [pull, push].into_iter().flatten() {
                client.shows(capabilities);
            }
            let formats = document.hover.as_ref().and_then(|it| it.content_format.as_ref());
            client.markdown = formats.is_some_and(|it| it.contains(&MarkupKind::Markdown));
            if let Some(item) = document.completion.as_ref().and_then(|it| it.completion_item.as_ref()) {
                let formats = item.documentation_format.as_ref();
                let markdown = formats.is_some_and(|it| it.contains(&MarkupKind::Markdown));
                client.completion = Completion { snippets: item.snippet_support == Some(true), markdown };
            }
            let symbols = document.document_symbol.as_ref();
            client.nests = symbols.is_some_and(|it| it.hierarchical_document_symbol_support == Some(true));
            client.origins = document.definition.as_ref().is_some_and(|it| it.link_support == Some(true));
            client.prepares = document.rename.as_ref().is_some_and(|it| it.prepare_support == Some(true));
            if let Some(action) = &document.code_action {
                client.actions = action.code_action_literal_support.is_some();
                let late = action.resolve_support.as_ref().map(|it| it.properties.as_slice()).unwrap_or_default();
                client.resolves = action.data_support == Some(true) && late.iter().any(|it| it == "edit");
            }
        }
        if let Some(workspace) = workspace {
            let says_yes = |it: Option<bool>| it == Some(true);
            client.refreshes = workspace.diagnostics.as_ref().is_some_and(|it| says_yes(it.refresh_support));
            client.versioned_edits = workspace.workspace_edit.as_ref().is_some_and(|it| says_yes(it.document_changes));
            let operations = workspace.workspace_edit.as_ref().and_then(|it| it.resource_operations.as_ref());
            client.creates =
                client.versioned_edits && operations.is_some_and(|it| it.contains(&ResourceOperationKind::Create));
            client.refresh = Refresh {
                lenses: workspace.code_lens.as_ref().is_some_and(|it| says_yes(it.refresh_support)),
                hints: workspace.inlay_hint.as_ref().is_some_and(|it| says_yes(it.refresh_support)),
                tokens: workspace.semantic_tokens.as_ref().is_some_and(|it| says_yes(it.refresh_support)),
            };
            let watched = workspace.did_change_watched_files.as_ref();
            client.watches = watched.is_some_and(|it| says_yes(it.dynamic_registration));
            client.settings = says_yes(workspace.configuration);
            let told = workspace.did_change_configuration.as_ref();
            client.tells_settings = told.is_some_and(|it| says_yes(it.dynamic_registration));
        }
        client
    }

    fn shows(&mut self, capabilities: &DiagnosticsCapabilities) {
        self.related |= capabilities.related_information == Some(true);
        self.links |= capabilities.code_description_support == Some(true);
        self.data |= capabilities.data_support == Some(true);
        let tags = capabilities.tag_support.as_ref();
        self.unnecessary |= tags.is_some_and(|it| it.value_set.contains(&DiagnosticTag::Unnecessary));
    }
}

/// Bytes where the client can count them, since that is what we count; else what it likes best.
fn encoding(offered: &[PositionEncodingKind]) -> Encoding {
    let known = |kind: &PositionEncodingKind| match kind {
        PositionEncodingKind::UTF8 => Some(Encoding::Utf8),
        PositionEncodingKind::UTF16 => Some(Encoding::Utf16),
        PositionEncodingKind::UTF32 => Some(Encoding::Utf32),
        PositionEncodingKind::Custom(_) => None,
    };
    let mut offered = offered.iter().filter_map(known);
    let first = offered.clone().next().unwrap_or_default();
    offered.find(|encoding| *encoding == Encoding::Utf8).unwrap_or(first)
}

/// What the client says about what is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settings {
    /// Findings below are not shown.
    pub(crate) min_level: check::Level,
    /// At most so many findings of one file are shown.
    pub(crate) max_findings: usize,
    /// How far days are and how favors stand is shown in the text.
    pub(crate) hints: bool,
    /// How ties stand is shown above people.
    pub(crate) lenses: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { min_level: check::Level::Info, max_findings: 1000, hints: true, lenses: true }
    }
}

impl Settings {
    /// Reads what a client sends, by itself or below `netlint`. What is not said, or not understood, is the default.
    pub(crate) fn read(value: &Value) -> Self {
        let value = value.get("netlint").unwrap_or(value);
        let default = Self::default();
        let level = |name: &str| match name {
            "info" => Some(check::Level::Info),
            "warning" => Some(check::Level::Warning),
            "error" => Some(check::Level::Error),
            _ => None,
        };
        let min_level = value.get("minLevel").and_then(Value::as_str).and_then(level);
        let max_findings = value.get("maxFindings").and_then(Value::as_u64).map(|most| most as usize);
        let is_on = |name: &str| value.get(name).and_then(Value::as_bool);
        Self {
            hints: is_on("hints").unwrap_or(default.hints),
            lenses: is_on("lenses").unwrap_or(default.lenses),
            min_level: min_level.unwrap_or(default.min_level),
            max_findings: max_findings.unwrap_or(default.max_findings),
        }
    }
}

#[cfg(test)]
mod tests {
    use check::Level;
    use serde_json::json;

    use super::*;

    #[test]
    fn bytes_come_first_then_what_the_client_likes() {
        use PositionEncodingKind as Kind;
        assert_eq!(encoding(&[]), Encoding::Utf16);
        assert_eq!(encoding(&[Kind::UTF16, Kind::UTF8]), Encoding::Utf8);
        assert_eq!(encoding(&[Kind::UTF32, Kind::UTF16]), Encoding::Utf32);
    }

    #[test]
    fn settings_may_be_nested_partial_or_nonsense() {
        let read = |value: Value| {
            let settings = Settings::read(&value);
            (settings.min_level, settings.max_findings)
        };
        assert_eq!(read(json!({ "netlint": { "minLevel": "error", "maxFindings": 5 } })), (Level::Error, 5));
        assert_eq!(read(json!({ "minLevel": "warning" })), (Level::Warning, 1000));
        for nonsense in
            [json!(null), json!([1]), json!({ "minLevel": 7, "maxFindings": -1 }), json!({ "netlint": null })]
        {
            assert_eq!(read(nonsense), (Level::Info, 1000));
        }
    }
}
