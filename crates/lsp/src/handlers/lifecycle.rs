//! Start: who are you, and what can we do for each other?

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::json;
use syntax::Encoding;
use tower_lsp::gen_lsp_types::{
    CodeActionKind, CodeActionOptions, CodeLensOptions, CompletionOptions, DiagnosticOptions, DocumentLinkOptions,
    DocumentOnTypeFormattingOptions, InitializeParams, InitializeResult, PositionEncodingKind, Registration,
    RenameOptions, Save, ServerCapabilities, ServerInfo, TextDocumentSyncKind, TextDocumentSyncOptions,
    WorkspaceFolder, WorkspaceFolders, WorkspaceFoldersServerCapabilities, WorkspaceOptions,
};

use super::{completion, configuration, files, tokens};
use crate::client::{Client, Settings};
use crate::doc_id::DocId;
use crate::shared::Shared;
use crate::{parent, progress, publish, refresh, watch};

/// The kind of the action that mends all that can be mended safely.
pub(crate) const FIX_ALL: &str = "source.fixAll.netlint";

pub(crate) fn initialize(shared: &Arc<Shared>, params: &InitializeParams) -> InitializeResult {
    let client = Client::new(params);
    let settings = params.initialization_options.as_ref().map(Settings::read).unwrap_or_default();
    let capabilities = capabilities(&client);
    shared.change(|world| world.meet(client, settings, folders(params)));
    if let Some(id) = params.process_id {
        parent::watch(id);
    }
    let server_info = ServerInfo { name: "netlint".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) };
    InitializeResult { capabilities, server_info: Some(server_info) }
}

pub(crate) fn initialized(shared: &Arc<Shared>) {
    let client = shared.world().client.clone();
    if client.watches {
        let registration = Registration {
            id: "netlint-files".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: Some(json!({ "watchers": files::watchers(&shared.world()) })),
        };
        register(shared, registration);
    }
    watch::start(shared);
    if client.tells_settings {
        let registration = Registration {
            id: "netlint-settings".to_owned(),
            method: "workspace/didChangeConfiguration".to_owned(),
            register_options: Some(json!({ "section": "netlint" })),
        };
        register(shared, registration);
    }
    if client.settings {
        configuration::ask(shared);
    }
    progress::start(shared);
    publish::start(shared);
    refresh::start(shared);
    publish::start_clock(shared);
}

/// Asks the client to tell of something. It may say no; then it does not.
fn register(shared: &Shared, registration: Registration) {
    let editor = shared.editor.clone();
    tokio::spawn(async move { _ = editor.register_capability(vec![registration]).await });
}

fn capabilities(client: &Client) -> ServerCapabilities {
    let encoding = match client.encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    };
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::Incremental),
        save: Some(Save::Bool(false)),
        ..TextDocumentSyncOptions::default()
    };
    let pull = DiagnosticOptions {
        identifier: Some("netlint".to_owned()),
        inter_file_dependencies: true,
        workspace_diagnostics: true,
        ..DiagnosticOptions::default()
    };
    let actions = CodeActionOptions {
        code_action_kinds: Some(vec![CodeActionKind::QuickFix, CodeActionKind::Refactor, FIX_ALL.to_owned().into()]),
        resolve_provider: Some(client.resolves),
        ..CodeActionOptions::default()
    };
    let completion = CompletionOptions {
        trigger_characters: Some(completion::TRIGGERS.map(str::to_owned).to_vec()),
        resolve_provider: Some(true),
        ..CompletionOptions::default()
    };
    let enter =
        DocumentOnTypeFormattingOptions { first_trigger_character: "\n".to_owned(), more_trigger_character: None };
    let rename = if client.prepares {
        RenameOptions { prepare_provider: Some(true), ..RenameOptions::default() }.into()
    } else {
        true.into()
    };
    let folders = WorkspaceFoldersServerCapabilities { supported: Some(true), change_notifications: Some(true.into()) };
    ServerCapabilities {
        position_encoding: Some(encoding),
        text_document_sync: Some(sync.into()),
        diagnostic_provider: client.pulls.then(|| pull.into()),
        completion_provider: Some(completion),
        hover_provider: Some(true.into()),
        definition_provider: Some(true.into()),
        references_provider: Some(true.into()),
        document_highlight_provider: Some(true.into()),
        document_link_provider: Some(DocumentLinkOptions::default()),
        document_symbol_provider: Some(true.into()),
        workspace_symbol_provider: Some(true.into()),
        folding_range_provider: Some(true.into()),
        selection_range_provider: Some(true.into()),
        semantic_tokens_provider: Some(tokens::options().into()),
        inlay_hint_provider: Some(true.into()),
        code_lens_provider: Some(CodeLensOptions::default()),
        linked_editing_range_provider: Some(true.into()),
        document_on_type_formatting_provider: Some(enter),
        rename_provider: Some(rename),
        code_action_provider: client.actions.then(|| actions.into()),
        document_formatting_provider: Some(true.into()),
        document_range_formatting_provider: Some(true.into()),
        workspace: Some(WorkspaceOptions { workspace_folders: Some(folders), ..WorkspaceOptions::default() }),
        ..ServerCapabilities::default()
    }
}

/// The folders that are open: the list, or what clients sent before there was one.
fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    if let Some(WorkspaceFolders::WorkspaceFolderList(folders)) =
        &params.workspace_folders_initialize_params.workspace_folders
    {
        return paths(folders);
    }
    #[expect(deprecated, reason = "older clients send nothing else")]
    let root = params.root_uri.as_ref();
    root.and_then(|uri| Some(DocId::of(uri).path()?.to_owned())).into_iter().collect()
}

/// Where folders are; those that are no files cannot be read.
pub(crate) fn paths(folders: &[WorkspaceFolder]) -> Vec<PathBuf> {
    folders.iter().filter_map(|folder| Some(DocId::of(&folder.uri).path()?.to_owned())).collect()
}
