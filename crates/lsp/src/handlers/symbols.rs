//! What stands in a document, and people of all journals by their names.

use std::sync::Arc;

use ide::{Symbol, SymbolKind as Kind};
use tower_lsp::gen_lsp_types::{
    BaseSymbolInformation, DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind, Uri,
    WorkspaceSymbol, WorkspaceSymbolResponse,
};
use tower_lsp::jsonrpc::Result;

use super::place::{Here, ask_file};
use crate::shared::Shared;
use crate::to_proto;

pub(crate) async fn of_document(shared: &Arc<Shared>, uri: Uri) -> Result<Option<DocumentSymbolResponse>> {
    let answer = ask_file(shared, uri, |here| {
        let symbols = here.ide().symbols(here.file);
        if here.client.nests {
            return Some(symbols.into_iter().map(|it| nested(&here, it)).collect::<Vec<_>>().into());
        }
        let mut list = Vec::new();
        flatten(&here, symbols, None, &mut list);
        Some(list.into())
    });
    answer.await
}

pub(crate) async fn of_all(shared: &Arc<Shared>, words: String) -> Result<WorkspaceSymbolResponse> {
    let (views, client) = {
        let world = shared.world();
        (world.views(), world.client.clone())
    };
    let work = move || {
        let mut found: Vec<WorkspaceSymbol> = Vec::new();
        for view in views {
            let analysis = view.analyse();
            let people = analysis.ide().people(&words).into_iter();
            let own = people.filter(|it| analysis.shows(&analysis.network().file(it.place.file).path));
            found.extend(own.map(|it| WorkspaceSymbol {
                location: to_proto::location(&analysis, it.place, client.encoding).into(),
                data: None,
                base_symbol_information: base(it.name, Kind::Person, Some(it.handle)),
            }));
        }
        found.into()
    };
    shared.work(work).await
}

fn nested(here: &Here<'_>, symbol: Symbol) -> DocumentSymbol {
    let children: Vec<DocumentSymbol> = symbol.children.into_iter().map(|it| nested(here, it)).collect();
    #[expect(deprecated, reason = "the type has no other way to be made")]
    DocumentSymbol {
        name: symbol.name,
        detail: Some(symbol.detail).filter(|detail| !detail.is_empty()),
        kind: kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: here.range(symbol.span),
        selection_range: here.range(symbol.name_span),
        children: Some(children).filter(|children| !children.is_empty()),
    }
}

/// For clients that know only lists: each symbol names what it stands in.
fn flatten(here: &Here<'_>, symbols: Vec<Symbol>, within: Option<&str>, list: &mut Vec<SymbolInformation>) {
    for symbol in symbols {
        let place = journal::Place { file: here.file, span: symbol.span };
        let location: Location = here.location(place);
        #[expect(deprecated, reason = "the type has no other way to be made")]
        list.push(SymbolInformation {
            deprecated: None,
            location,
            base_symbol_information: base(symbol.name.clone(), symbol.kind, within.map(str::to_owned)),
        });
        flatten(here, symbol.children, Some(&symbol.name), list);
    }
}

fn base(name: String, of: Kind, container_name: Option<String>) -> BaseSymbolInformation {
    BaseSymbolInformation { name, kind: kind(of), tags: None, container_name }
}

fn kind(kind: Kind) -> SymbolKind {
    match kind {
        Kind::Person => SymbolKind::Class,
        Kind::Day => SymbolKind::Event,
        Kind::Heading => SymbolKind::Namespace,
        Kind::Entry => SymbolKind::String,
    }
}
