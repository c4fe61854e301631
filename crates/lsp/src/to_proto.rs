//! From our own types to the protocol's.

use std::collections::{BTreeMap, HashMap};

use check::{Diagnostic as Found, Edit, Level};
use journal::{FileId, Place};
use messages::{Language, say};
use serde_json::json;
use syntax::{Encoding, LineIndex, Span};
use tower_lsp::gen_lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, DocumentChange,
    Location, OptionalVersionedTextDocumentIdentifier, Position, Range, TextDocumentEdit, TextDocumentIdentifier,
    TextEdit, Uri, WorkspaceEdit,
};

use crate::analysis::Analysis;
use crate::client::{Client, Settings};
use crate::problem::BEGINNING;
use crate::texts;

/// Who found it.
pub(crate) const SOURCE: &str = "netlint";

/// The position of an offset.
pub(crate) fn position(text: &str, lines: &LineIndex, offset: u32, encoding: Encoding) -> Position {
    let at = lines.line_column(text, offset, encoding);
    Position { line: at.line, character: at.column }
}

/// The range of a stretch.
pub(crate) fn range(analysis: &Analysis, file: FileId, span: Span, encoding: Encoding) -> Range {
    let (text, lines) = analysis.text(file);
    let position = |offset| position(text, lines, offset, encoding);
    Range { start: position(span.start), end: position(span.end) }
}

/// The location of a place.
pub(crate) fn location(analysis: &Analysis, place: Place, encoding: Encoding) -> Location {
    let uri = analysis.uri(&analysis.network().file(place.file).path);
    Location { uri, range: range(analysis, place.file, place.span, encoding) }
}

/// All that is to be shown in a file.
pub(crate) fn diagnostics(analysis: &Analysis, file: FileId, client: &Client, settings: Settings) -> Vec<Diagnostic> {
    let (findings, more) = analysis.findings(file, settings);
    let mut all: Vec<Diagnostic> = findings.into_iter().map(|it| diagnostic(analysis, it, client)).collect();
    if more > 0 {
        let message = say!(texts::within(language(analysis)), "more", count = more);
        all.push(plain(DiagnosticSeverity::Information, message));
    }
    all
}

/// What is said of a file as a whole.
pub(crate) fn plain(severity: DiagnosticSeverity, message: String) -> Diagnostic {
    let source = Some(SOURCE.to_owned());
    Diagnostic { range: BEGINNING, severity: Some(severity), source, message: message.into(), ..Diagnostic::default() }
}

/// The language of what is said.
pub(crate) fn language(analysis: &Analysis) -> Language {
    analysis.snapshot.config.settings.language
}

fn diagnostic(analysis: &Analysis, found: &Found, client: &Client) -> Diagnostic {
    let finding = &found.finding;
    let network = analysis.network();
    let related = finding.related.iter().map(|it| DiagnosticRelatedInformation {
        location: location(analysis, it.place, client.encoding),
        message: it.message.clone(),
    });
    let people: Vec<&str> = finding.people.iter().map(|id| network.person(*id).handle.as_str()).collect();
    let is_unnecessary = client.unnecessary && found.rule.name == "unused-suppression";
    let message = match &finding.help {
        Some(help) => format!("{}\n{help}", finding.message),
        None => finding.message.clone(),
    };
    Diagnostic {
        range: range(analysis, finding.place.file, finding.place.span, client.encoding),
        severity: Some(severity(found.level)),
        code: Some(found.rule.name.to_owned().into()),
        code_description: client.links.then(|| CodeDescription { href: Uri(check::url(found.rule)) }),
        source: Some(SOURCE.to_owned()),
        message: message.into(),
        tags: is_unnecessary.then(|| vec![DiagnosticTag::Unnecessary]),
        related_information: (client.related && !finding.related.is_empty()).then(|| related.collect()),
        data: client.data.then(|| json!({ "group": found.rule.group.name(), "people": people })),
    }
}

/// What the command line does not show unless it is asked, an editor shows as quietly as it can.
fn severity(level: Level) -> DiagnosticSeverity {
    match level {
        Level::Error => DiagnosticSeverity::Error,
        Level::Warning => DiagnosticSeverity::Warning,
        Level::Info => DiagnosticSeverity::Hint,
    }
}

/// Edits as the client applies them: those of an open document only if it still has the text that they were made for.
pub(crate) fn workspace_edit(analysis: &Analysis, edits: &[Edit], client: &Client) -> WorkspaceEdit {
    let mut files: BTreeMap<FileId, Vec<TextEdit>> = BTreeMap::new();
    for edit in edits {
        let (file, span) = (edit.place.file, edit.place.span);
        files.entry(file).or_default().push(text_edit(analysis, file, span, &edit.text, client));
    }
    let uri = |file| analysis.uri(&analysis.network().file(file).path);
    if !client.versioned_edits {
        let changes: HashMap<Uri, Vec<TextEdit>> = files.into_iter().map(|(file, edits)| (uri(file), edits)).collect();
        return WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() };
    }
    let changes = files.into_iter().map(|(file, edits)| {
        let version = analysis.open(file).map(|open| open.version);
        let text_document_identifier = TextDocumentIdentifier { uri: uri(file) };
        DocumentChange::TextDocumentEdit(TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier { version, text_document_identifier },
            edits: edits.into_iter().map(Into::into).collect(),
        })
    });
    WorkspaceEdit { document_changes: Some(changes.collect()), ..WorkspaceEdit::default() }
}

/// One edit; its lines end as those of the file.
pub(crate) fn text_edit(analysis: &Analysis, file: FileId, span: Span, text: &str, client: &Client) -> TextEdit {
    let new_text = syntax::with_line_ends(analysis.network().text(file), text).into_owned();
    TextEdit { range: range(analysis, file, span, client.encoding), new_text }
}
