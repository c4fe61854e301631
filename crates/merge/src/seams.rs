//! The blank lines between units that did not stand next to each other before.

use std::collections::HashMap;
use std::ops::Range;

use crate::piece::{Piece, Side};
use crate::tree::Tree;
use crate::unit::{Kind, Unit};

/// A unit, or a whole section in conflict, in the result.
#[derive(Debug)]
pub(crate) struct Placed {
    pub(crate) kind: Kind,
    /// How many sections it stands in.
    pub(crate) depth: usize,
    /// Its units in base, ours and theirs.
    pub(crate) at: [Option<Range<usize>>; 3],
    pub(crate) pieces: Vec<Piece>,
}

/// Joins everything, with the blank lines that belong between.
pub(crate) fn join(texts: [&str; 3], trees: &[Tree; 3], placed: &[Placed]) -> Vec<Piece> {
    let usual = Usual::new(texts, trees);
    let mut pieces = Vec::with_capacity(placed.len() * 2);
    let mut above: Option<&Placed> = None;
    for unit in placed {
        pieces.extend(gap(texts, trees, &usual, above, unit));
        pieces.extend(unit.pieces.iter().cloned());
        above = Some(unit);
    }
    let tails = Side::ALL.map(|side| &texts[side.index()][trees[side.index()].tail.clone()]);
    let side = if tails[1] == tails[0] { Side::Theirs } else { Side::Ours };
    let tail = trees[side.index()].tail.clone();
    // An empty file has nothing but blank lines.
    if !tail.is_empty() {
        pieces.push(Piece::lines(side, tail));
    }
    pieces
}

/// The blank lines above a unit: those of the side that has them otherwise than base, where the unit above is the
/// same there; else as many as usual.
fn gap(texts: [&str; 3], trees: &[Tree; 3], usual: &Usual, above: Option<&Placed>, unit: &Placed) -> Option<Piece> {
    let first = |side: Side| Some(unit.at[side.index()].as_ref()?.start);
    let of = |side: Side| Some(trees[side.index()].units[first(side)?].gap.clone());
    let lines = |side: Side| of(side).map(|gap| &texts[side.index()][gap]);
    let is_ours_as_base = lines(Side::Ours).is_none() || lines(Side::Ours) == lines(Side::Base);
    let sides =
        if is_ours_as_base { [Side::Theirs, Side::Ours, Side::Base] } else { [Side::Ours, Side::Theirs, Side::Base] };
    let is_seamless = |side: &Side| {
        let above = above.map(|above| above.at[side.index()].as_ref().map(|units| units.end));
        first(*side).is_some_and(|at| above.unwrap_or(Some(0)) == Some(at))
    };
    if let Some(side) = sides.into_iter().find(is_seamless) {
        return of(side).filter(|gap| !gap.is_empty()).map(|gap| Piece::lines(side, gap));
    }
    let above = above?;
    let text = sides
        .into_iter()
        .find_map(|side| Some(&texts[side.index()][trees[side.index()].units[first(side)?].text.clone()]));
    let least = usize::from(needs_blank(above.kind, unit.kind, text.unwrap_or_default()));
    let count = usual.between(above.kind, unit.kind).max(least);
    (count > 0).then(|| Piece::Made("\n".repeat(count)))
}

/// Whether the unit might become a part of the one above if it stood right below it.
fn needs_blank(above: Kind, unit: Kind, text: &str) -> bool {
    match (above, unit) {
        (Kind::Heading | Kind::FrontMatter, _) => false,
        (Kind::Item, Kind::Item | Kind::Heading) => !text.starts_with(['#', '-', '*', '+']),
        _ => true,
    }
}

/// How many blank lines stand between units of two kinds, most often.
struct Usual(HashMap<(u8, u8), [usize; 3]>);

impl Usual {
    fn new(texts: [&str; 3], trees: &[Tree; 3]) -> Self {
        let mut counts: HashMap<(u8, u8), [usize; 3]> = HashMap::new();
        for side in [Side::Ours, Side::Theirs] {
            let text = texts[side.index()];
            for pair in trees[side.index()].units.windows(2) {
                let [above, unit]: &[Unit; 2] = match pair.try_into() {
                    Ok(pair) => pair,
                    Err(_) => continue,
                };
                let blank = text[unit.gap.clone()].bytes().filter(|byte| *byte == b'\n').count();
                counts.entry((above.kind as u8, unit.kind as u8)).or_default()[blank.min(2)] += 1;
            }
        }
        Self(counts)
    }

    fn between(&self, above: Kind, unit: Kind) -> usize {
        match self.0.get(&(above as u8, unit as u8)) {
            // Of equally frequent ones the least.
            Some(counts) => (0..3).rev().max_by_key(|blank| counts[*blank]).unwrap_or_default(),
            None => usize::from(!matches!((above, unit), (Kind::Heading | Kind::Item, Kind::Item))),
        }
    }
}
