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

/// Whether the merged text says what was planned. Where there are conflicts, both the text that has ours in all of them
/// and the one that has theirs.
pub(crate) fn reads_as_planned(texts: [&str; 3], trees: &[Tree; 3], placed: &[Placed], pieces: &[Piece]) -> bool {
    let is_clean = !pieces.iter().any(|piece| matches!(piece, Piece::Conflict(_)));
    let sides = if is_clean { &[Side::Ours][..] } else { &[Side::Ours, Side::Theirs] };
    sides.iter().all(|side| {
        let readable = placed.iter().filter(|unit| matches!(unit.kind, Kind::Heading | Kind::Item));
        let planned = readable.map(|unit| cores(texts, trees, unit, *side)).collect::<Option<Vec<_>>>();
        planned.is_some_and(|planned| {
            let text = decided(texts, pieces, *side);
            planned.into_iter().flatten().eq(read_cores(&text, 0))
        })
    })
}

/// The pieces as one text, with what `side` has in each conflict.
fn decided(texts: [&str; 3], pieces: &[Piece], side: Side) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Lines(stretch) => texts[stretch.side.index()][stretch.range.clone()].to_owned(),
        Piece::Made(made) => made.clone(),
        Piece::Conflict(ranges) => texts[side.index()][ranges[side.index()].clone()].to_owned(),
    };
    pieces.iter().map(piece).collect()
}

/// The headings and items that a unit is planned to be. `None`: merged, it would be another thing.
fn cores(texts: [&str; 3], trees: &[Tree; 3], unit: &Placed, side: Side) -> Option<Vec<Core>> {
    if let [Piece::Lines(stretch)] = unit.pieces.as_slice() {
        let from = stretch.side.index();
        let at = unit.at[from].as_ref()?.start;
        let core = &texts[from][trees[from].units[at].core.clone()];
        return Some(vec![(unit.depth, unit.kind, core.to_owned())]);
    }
    let text = decided(texts, &unit.pieces, side);
    // Read on its own, a heading is the first of its text.
    let cores = read_cores(&text, unit.depth - usize::from(unit.kind == Kind::Heading));
    let is_section = unit.at.iter().flatten().any(|units| units.len() > 1);
    let is_one = matches!(cores.as_slice(), [(_, kind, _)] if *kind == unit.kind);
    (is_section || is_one || text.is_empty()).then_some(cores)
}

fn read_cores(text: &str, depth: usize) -> Vec<Core> {
    let tree = read(text, &mut Numbers::new());
    let mut found = Vec::new();
    collect(&tree, text, &tree.root, depth, &mut found);
    found
}

fn collect(tree: &Tree, text: &str, section: &Section, depth: usize, found: &mut Vec<Core>) {
    for unit in &tree.units[section.units.start..section.body.end] {
        if matches!(unit.kind, Kind::Heading | Kind::Item) {
            found.push((depth, unit.kind, text[unit.core.clone()].to_owned()));
        }
    }
    section.children.iter().for_each(|child| collect(tree, text, child, depth + 1, found));
}
