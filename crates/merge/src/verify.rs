//! Reads the result again: every heading and every item must be found as it was planned.
//!
//! Text is what it is only where it stands. An item that was indented below a heading becomes a note below another
//! item, and an open fence swallows what comes after it. Such texts are merged by lines.

use crate::diff::Numbers;
use crate::piece::{Piece, Side};
use crate::read::read;
use crate::seams::Placed;
use crate::tree::{Section, Tree};
use crate::unit::Kind;

/// A heading or an item: how many sections it stands in, what it is, its text.
type Core = (usize, Kind, String);

/// Whether the merged text says what was planned. A text with conflicts says nothing yet: it is up to a person.
pub(crate) fn reads_as_planned(texts: [&str; 3], trees: &[Tree; 3], placed: &[Placed], pieces: &[Piece]) -> bool {
    let Some(text) = text(texts, pieces) else { return true };
    let readable = placed.iter().filter(|unit| matches!(unit.kind, Kind::Heading | Kind::Item));
    let Some(planned) = readable.map(|unit| core(texts, trees, unit)).collect::<Option<Vec<Core>>>() else {
        return false;
    };
    let tree = read(&text, &mut Numbers::new());
    let mut found = Vec::with_capacity(planned.len());
    collect(&tree, &text, &tree.root, 0, &mut found);
    planned == found
}

/// The pieces as one text, unless there is a conflict among them.
fn text(texts: [&str; 3], pieces: &[Piece]) -> Option<String> {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Lines(stretch) => text.push_str(&texts[stretch.side.index()][stretch.range.clone()]),
            Piece::Made(made) => text.push_str(made),
            Piece::Conflict(_) => return None,
        }
    }
    Some(text)
}

/// The heading or item that a unit is planned to be. `None`: merged, it would be another thing.
fn core(texts: [&str; 3], trees: &[Tree; 3], unit: &Placed) -> Option<Core> {
    if let [Piece::Lines(stretch)] = unit.pieces.as_slice() {
        let side: Side = stretch.side;
        let at = unit.at[side.index()].as_ref()?.start;
        let core = &texts[side.index()][trees[side.index()].units[at].core.clone()];
        return Some((unit.depth, unit.kind, core.to_owned()));
    }
    let text = text(texts, &unit.pieces)?;
    let tree = read(&text, &mut Numbers::new());
    match tree.units.as_slice() {
        [only] if only.kind == unit.kind => Some((unit.depth, unit.kind, text[only.core.clone()].to_owned())),
        _ => None,
    }
}

fn collect(tree: &Tree, text: &str, section: &Section, depth: usize, found: &mut Vec<Core>) {
    for unit in &tree.units[section.units.start..section.body.end] {
        if matches!(unit.kind, Kind::Heading | Kind::Item) {
            found.push((depth, unit.kind, text[unit.core.clone()].to_owned()));
        }
    }
    section.children.iter().for_each(|child| collect(tree, text, child, depth + 1, found));
}
