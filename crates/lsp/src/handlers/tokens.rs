//! What the words of a document are, for those who color them.

use std::hash::{BuildHasher, Hash, Hasher};
use std::sync::Arc;

use ide::{Modifier, TokenKind};
use journal::Span;
use tower_lsp::gen_lsp_types::{
    Position, SemanticToken, SemanticTokens, SemanticTokensDelta, SemanticTokensDeltaParams,
    SemanticTokensDeltaResponse, SemanticTokensEdit, SemanticTokensFullDelta, SemanticTokensLegend,
    SemanticTokensOptions, SemanticTokensRangeParams, Uri,
};
use tower_lsp::jsonrpc::Result;

use super::place::{Here, ask_shown};
use crate::doc_id::DocId;
use crate::engine::lock;
use crate::from_proto;
use crate::shared::Shared;

/// What can be asked, and what the numbers mean.
pub(crate) fn options() -> SemanticTokensOptions {
    let names = |all: &[&str]| all.iter().map(|name| (*name).to_owned()).collect();
    SemanticTokensOptions {
        legend: SemanticTokensLegend {
            token_types: names(&TokenKind::NAMES),
            token_modifiers: names(&Modifier::NAMES),
        },
        range: Some(true.into()),
        full: Some(SemanticTokensFullDelta { delta: Some(true) }.into()),
        ..SemanticTokensOptions::default()
    }
}

pub(crate) async fn of_document(shared: &Arc<Shared>, uri: Uri) -> Result<Option<SemanticTokens>> {
    let id = DocId::of(&uri);
    let Some(data) = ask_shown(shared, uri, |here| Some(encoded(&here, None))).await? else { return Ok(None) };
    let result = result_id(&data);
    lock(&shared.tokens).insert(id, (result.clone(), data.clone()));
    Ok(Some(SemanticTokens { result_id: Some(result), data }))
}

pub(crate) async fn of_range(
    shared: &Arc<Shared>,
    params: SemanticTokensRangeParams,
) -> Result<Option<SemanticTokens>> {
    let answer = ask_shown(shared, params.text_document.uri, move |here| {
        let (text, lines) = here.analysis.text(here.file);
        let asked = from_proto::span(params.range, text, lines, here.client.encoding);
        Some(SemanticTokens { result_id: None, data: encoded(&here, Some(asked)) })
    });
    answer.await
}

/// What is different from the result that the client has; all, where that is not known any more.
pub(crate) async fn since(
    shared: &Arc<Shared>,
    params: SemanticTokensDeltaParams,
) -> Result<Option<SemanticTokensDeltaResponse>> {
    let uri = params.text_document.uri;
    let known = lock(&shared.tokens).get(&DocId::of(&uri)).cloned();
    let Some(now) = of_document(shared, uri).await? else { return Ok(None) };
    let Some((_, old)) = known.filter(|(id, _)| *id == params.previous_result_id) else {
        return Ok(Some(now.into()));
    };
    let edits = difference(&old, &now.data).into_iter().collect();
    Ok(Some(SemanticTokensDelta { result_id: now.result_id, edits }.into()))
}

/// Each token told from the one before, as the protocol wants it.
fn encoded(here: &Here<'_>, asked: Option<Span>) -> Vec<SemanticToken> {
    let mut last = Position::default();
    let tokens = here.ide().tokens(here.file, asked).into_iter().map(|token| {
        let range = here.range(token.span);
        let (line, start) = (range.start.line, range.start.character);
        let delta_start = if line == last.line { start - last.character } else { start };
        let delta_line = line - last.line;
        last = range.start;
        SemanticToken {
            delta_line,
            delta_start,
            length: range.end.character - start,
            token_type: token.kind as u32,
            token_modifiers_bitset: token.modifiers.iter().fold(0, |bits, it| bits | 1 << (*it as u32)),
        }
    });
    tokens.collect()
}

/// Results that are the same have the same name.
fn result_id(data: &[SemanticToken]) -> String {
    let mut hasher = foldhash::fast::FixedState::default().build_hasher();
    for token in data {
        numbers(token).hash(&mut hasher);
    }
    format!("{:x}", hasher.finish())
}

fn numbers(token: &SemanticToken) -> [u32; 5] {
    let SemanticToken { delta_line, delta_start, length, token_type, token_modifiers_bitset } = *token;
    [delta_line, delta_start, length, token_type, token_modifiers_bitset]
}

/// The one edit between what is the same at the beginning and at the end.
fn difference(old: &[SemanticToken], new: &[SemanticToken]) -> Option<SemanticTokensEdit> {
    let same = |(a, b): &(&SemanticToken, &SemanticToken)| numbers(a) == numbers(b);
    let before = old.iter().zip(new).take_while(same).count();
    let (old, new) = (&old[before..], &new[before..]);
    let behind = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
    let (old, new) = (&old[..old.len() - behind], &new[..new.len() - behind]);
    if old.is_empty() && new.is_empty() {
        return None;
    }
    let data: Vec<u32> = new.iter().flat_map(numbers).collect();
    let (start, delete_count) = (before as u32 * 5, old.len() as u32 * 5);
    Some(SemanticTokensEdit { start, delete_count, data: Some(data) })
}
