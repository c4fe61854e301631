//! The client asks for what was found: in one document, or in all.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use messages::say;
use tower_lsp::gen_lsp_types::{
    Diagnostic, DiagnosticSeverity, DocumentDiagnosticParams, DocumentDiagnosticReport, FullDocumentDiagnosticReport,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport,
    Uri, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};
use tower_lsp::jsonrpc::Result;

use crate::analysis::Analysis;
use crate::client::{Client, Settings};
use crate::doc_id::DocId;
use crate::engine::{View, lock};
use crate::shared::Shared;
use crate::{texts, to_proto};

/// Edits that follow each other so quickly get one answer for the whole journal.
const QUIET: Duration = Duration::from_millis(150);

pub(crate) async fn of_document(
    shared: &Arc<Shared>,
    params: DocumentDiagnosticParams,
) -> Result<DocumentDiagnosticReport> {
    let uri = params.text_document.uri;
    let (view, problem, client, settings) = {
        let world = shared.world();
        (world.view(&uri), world.problem(&uri), world.client.clone(), world.settings)
    };
    if let Some(problem) = problem {
        return Ok(full(None, vec![problem.diagnostic(client.encoding)]));
    }
    let Some((view, path)) = view else { return Ok(full(None, Vec::new())) };
    let known = params.previous_result_id;
    let (result, items) = shared
        .work(move || {
            let analysis = view.analyse();
            let own = FileReport::of(&analysis, &path, &client, settings);
            let is_known = known.as_deref() == Some(own.id.as_str());
            let items = (!is_known).then(|| own.items(&analysis, &client, settings));
            (own.id, items)
        })
        .await?;
    lock(&shared.told).insert(DocId::of(&uri), result.clone());
    Ok(match items {
        Some(items) => full(Some(result), items),
        None => RelatedUnchangedDocumentDiagnosticReport {
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id: result },
            ..RelatedUnchangedDocumentDiagnosticReport::default()
        }
        .into(),
    })
}

fn full(result_id: Option<String>, items: Vec<Diagnostic>) -> DocumentDiagnosticReport {
    let full_document_diagnostic_report = FullDocumentDiagnosticReport { result_id, items };
    RelatedFullDocumentDiagnosticReport { full_document_diagnostic_report, related_documents: None }.into()
}

/// Answers at once where something is new, else when it is: the client asks again as soon as it has an answer.
pub(crate) async fn of_all(
    shared: &Arc<Shared>,
    params: WorkspaceDiagnosticParams,
) -> Result<WorkspaceDiagnosticReport> {
    let known = params.previous_result_ids.into_iter();
    let known: HashMap<DocId, (Uri, String)> = known.map(|it| (DocId::of(&it.uri), (it.uri, it.value))).collect();
    let known = Arc::new(known);
    let mut changes = shared.changes();
    loop {
        let (views, client, settings) = {
            let world = shared.world();
            (world.views(), world.client.clone(), world.settings)
        };
        let asked = Arc::clone(&known);
        let (items, is_new) = shared.work(move || workspace(&views, &asked, &client, settings)).await?;
        if is_new || known.is_empty() {
            return Ok(WorkspaceDiagnosticReport { items });
        }
        if changes.changed().await.is_err() {
            return Ok(WorkspaceDiagnosticReport { items });
        }
        tokio::time::sleep(QUIET).await;
        changes.mark_unchanged();
    }
}

/// A report for each file, and whether one of them is new to the client.
fn workspace(
    views: &[View],
    known: &HashMap<DocId, (Uri, String)>,
    client: &Client,
    settings: Settings,
) -> (Vec<WorkspaceDocumentDiagnosticReport>, bool) {
    let mut gone = known.clone();
    let mut items = Vec::new();
    let mut is_new = false;
    for view in views {
        let analysis = view.analyse();
        for own in FileReport::all(&analysis, client, settings) {
            let old = gone.remove(&DocId::of(&own.uri));
            if old.is_some_and(|(_, result)| result == own.id) {
                items.push(unchanged(own));
            } else {
                is_new = true;
                let diagnostics = own.items(&analysis, client, settings);
                items.push(whole(own.uri, own.version, Some(own.id), diagnostics));
            }
        }
    }
    is_new |= !gone.is_empty();
    items.extend(gone.into_values().map(|(uri, _)| whole(uri, None, None, Vec::new())));
    (items, is_new)
}

fn unchanged(own: FileReport) -> WorkspaceDocumentDiagnosticReport {
    WorkspaceUnchangedDocumentDiagnosticReport {
        uri: own.uri,
        version: own.version,
        unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id: own.id },
    }
    .into()
}

fn whole(
    uri: Uri,
    version: Option<i32>,
    result_id: Option<String>,
    items: Vec<Diagnostic>,
) -> WorkspaceDocumentDiagnosticReport {
    let full_document_diagnostic_report = FullDocumentDiagnosticReport { result_id, items };
    WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report }.into()
}

/// What is to be said of one file.
#[derive(Debug)]
pub(crate) struct FileReport {
    /// As the client spells it.
    pub(crate) uri: Uri,
    /// The version of the text, where it is open.
    pub(crate) version: Option<i32>,
    /// The same as long as nothing of it changes.
    pub(crate) id: String,
    about: About,
}

#[derive(Debug)]
enum About {
    Journal(journal::FileId),
    Unreadable(String),
    Configuration,
    Nothing,
}

impl FileReport {
    /// That of one file of a journal.
    pub(crate) fn of(analysis: &Analysis, path: &str, client: &Client, settings: Settings) -> Self {
        let uri = analysis.uri(path);
        match (analysis.unreadable.get(path), analysis.file(path).filter(|_| analysis.shows(path))) {
            (Some(why), _) => Self { uri, version: None, id: why.clone(), about: About::Unreadable(why.clone()) },
            (None, Some(file)) => {
                let id = format!("{:016x}", analysis.fingerprint(file, client, settings));
                let version = analysis.open(file).map(|open| open.version);
                Self { uri, version, id, about: About::Journal(file) }
            }
            (None, None) => Self { uri, version: None, id: String::new(), about: About::Nothing },
        }
    }

    /// Those of all files of a journal, and of its configuration if something is wrong with it.
    pub(crate) fn all(analysis: &Analysis, client: &Client, settings: Settings) -> Vec<Self> {
        use rayon::prelude::*;
        let network = analysis.network();
        let journals: Vec<&str> = analysis.files().map(|file| network.file(file).path.as_str()).collect();
        let paths = journals.into_par_iter().chain(analysis.unreadable.par_iter().map(|(path, _)| path.as_str()));
        let mut all: Vec<Self> = paths.map(|path| Self::of(analysis, path, client, settings)).collect();
        all.extend(analysis.view.problem.iter().map(|problem| Self {
            uri: problem.uri.clone(),
            version: None,
            id: problem.error.to_string(),
            about: About::Configuration,
        }));
        all
    }

    /// What is to be shown.
    pub(crate) fn items(&self, analysis: &Analysis, client: &Client, settings: Settings) -> Vec<Diagnostic> {
        match &self.about {
            About::Journal(file) => to_proto::diagnostics(analysis, *file, client, settings),
            About::Unreadable(why) => {
                let message = say!(texts::within(to_proto::language(analysis)), "unreadable", why = why.as_str());
                vec![to_proto::plain(DiagnosticSeverity::Warning, message)]
            }
            About::Configuration => {
                analysis.view.problem.iter().map(|problem| problem.diagnostic(client.encoding)).collect()
            }
            About::Nothing => Vec::new(),
        }
    }
}
