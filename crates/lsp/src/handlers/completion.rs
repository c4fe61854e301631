//! What can be written at the cursor.

use std::sync::Arc;

use ide::{About, Completion, CompletionKind};
use serde_json::{Value, json};
use tower_lsp::gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionParams, CompletionResponse, InsertTextFormat,
    MarkupContent, MarkupKind, Uri,
};
use tower_lsp::jsonrpc::{Error, Result};

use super::place::{Here, ask, ask_file};
use crate::shared::Shared;
use crate::to_proto;

/// What begins something that can be completed. A blank does not: it would ask at every word.
pub(crate) const TRIGGERS: [&str; 5] = ["@", "#", "^", "[", "-"];

pub(crate) async fn complete(shared: &Arc<Shared>, params: CompletionParams) -> Result<Option<CompletionResponse>> {
    let at = params.text_document_position_params;
    let uri = at.text_document.uri.clone();
    let answer = ask(shared, at, move |here| {
        let found = here.ide().completion(here.file, here.offset);
        let items = found.items.into_iter().enumerate().map(|(rank, it)| item(here, &uri, rank, it));
        let list =
            CompletionList { is_incomplete: found.is_incomplete, items: items.collect(), ..CompletionList::default() };
        Some(list.into())
    });
    answer.await
}

/// Says what else there is to be said of an item.
pub(crate) async fn resolve(shared: &Arc<Shared>, mut item: CompletionItem) -> Result<CompletionItem> {
    let Some(data) = item.data.clone() else { return Ok(item) };
    let word = |key: &str| data.get(key).and_then(Value::as_str).map(str::to_owned);
    let (Some(uri), Some(kind), Some(name)) = (word("uri"), word("kind"), word("name")) else {
        return Err(Error::invalid_params("this item is none of ours"));
    };
    let about = match kind.as_str() {
        "person" => About::Person(name),
        "verb" => About::Verb(name),
        "key" => About::Key(name),
        _ => About::Rule(name),
    };
    let answer = ask_file(shared, Uri(uri), move |here| {
        let said = here.ide().documentation(&about)?;
        let (kind, value) = if here.client.completion.markdown {
            (MarkupKind::Markdown, said.markdown)
        } else {
            (MarkupKind::PlainText, said.plain)
        };
        Some(MarkupContent { kind, value })
    });
    item.documentation = answer.await?.map(Into::into);
    Ok(item)
}

fn item(here: &Here<'_>, uri: &Uri, rank: usize, found: Completion) -> CompletionItem {
    let snippet = found.snippet.filter(|_| here.client.completion.snippets);
    let format = snippet.as_ref().map(|_| InsertTextFormat::Snippet);
    let text = snippet.unwrap_or(found.text);
    let edit = to_proto::text_edit(here.analysis, here.file, found.span, &text, here.client);
    let about = found.about.map(|about| {
        let (kind, name) = match about {
            About::Person(name) => ("person", name),
            About::Verb(name) => ("verb", name),
            About::Key(name) => ("key", name),
            About::Rule(name) => ("rule", name),
        };
        json!({ "uri": uri.0, "kind": kind, "name": name })
    });
    CompletionItem {
        label: found.label,
        kind: Some(kind(found.kind)),
        detail: Some(found.detail).filter(|detail| !detail.is_empty()),
        sort_text: Some(format!("{rank:04}")),
        filter_text: Some(found.filter),
        insert_text_format: format,
        text_edit: Some(edit.into()),
        data: about,
        ..CompletionItem::default()
    }
}

fn kind(kind: CompletionKind) -> CompletionItemKind {
    match kind {
        CompletionKind::Person => CompletionItemKind::Variable,
        CompletionKind::Reference => CompletionItemKind::Reference,
        CompletionKind::Tag | CompletionKind::Rule => CompletionItemKind::Constant,
        CompletionKind::Verb => CompletionItemKind::Keyword,
        CompletionKind::Key => CompletionItemKind::Property,
        CompletionKind::Value => CompletionItemKind::Value,
        CompletionKind::Date => CompletionItemKind::Event,
        CompletionKind::Snippet => CompletionItemKind::Snippet,
    }
}
