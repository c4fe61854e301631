//! Merges three trees, section by section and unit by unit.

use std::collections::HashMap;
use std::ops::Range;

use gix_imara_diff::Token;

use crate::arrange::{Sorted, arrange};
use crate::diff::Numbers;
use crate::piece::{Piece, Side};
use crate::read::read;
use crate::seams::{self, Placed};
use crate::slots::{Slot, slots};
use crate::tree::{Section, Tree};
use crate::unit::{Kind, Rank, Unit};
use crate::{lines, matching, verify};

/// Merges three journals. `None`: put together, they would be read as something else than what each of them says.
pub(crate) fn weave(texts: [&str; 3]) -> Option<Vec<Piece>> {
    let mut numbers = Numbers::new();
    let trees = texts.map(|text| read(text, &mut numbers));
    let days = [Side::Ours, Side::Theirs, Side::Base].map(|side| days(&trees[side.index()], &trees[side.index()].root));
    let days = days.into_iter().find(|sorted| *sorted != Sorted::Unknown).unwrap_or(Sorted::Unknown);
    let mut weaver = Weaver { texts, trees: &trees, days, placed: Vec::new() };
    let roots = Side::ALL.map(|side| Some(&trees[side.index()].root));
    weaver.body(roots, 0);
    weaver.children(roots, 0);
    let placed = weaver.placed;
    let pieces = seams::join(texts, &trees, &placed);
    verify::reads_as_planned(texts, &trees, &placed, &pieces).then_some(pieces)
}

/// How the days of a file follow each other, by the first sections that tell.
fn days(tree: &Tree, section: &Section) -> Sorted {
    let ranks = section.children.iter().filter_map(|child| tree.rank(child));
    let own = Sorted::of(ranks.filter(|rank| matches!(rank, Rank::Day(_))));
    let below = || section.children.iter().map(|child| days(tree, child)).find(|sorted| *sorted != Sorted::Unknown);
    if own == Sorted::Unknown { below().unwrap_or(own) } else { own }
}

struct Weaver<'t> {
    texts: [&'t str; 3],
    trees: &'t [Tree; 3],
    days: Sorted,
    placed: Vec<Placed>,
}

/// What base, ours and theirs have of one thing.
type Three<T> = [Option<T>; 3];

impl<'t> Weaver<'t> {
    fn section(&mut self, sections: Three<&'t Section>, depth: usize) {
        let adds_nothing = |side: Side| match (sections[0], sections[side.index()]) {
            (Some(base), Some(section)) => {
                let mut known: HashMap<Token, usize> = HashMap::new();
                self.trees[0].numbers(&base.units).for_each(|unit| *known.entry(unit).or_default() += 1);
                let mut units = self.trees[side.index()].numbers(&section.units);
                units.all(|unit| known.get_mut(&unit).filter(|left| **left > 0).map(|left| *left -= 1).is_some())
            }
            _ => false,
        };
        match sections {
            [_, Some(_), Some(_)] => {
                self.unit(sections.map(|section| section.map(|it| it.units.start)), depth);
                self.body(sections, depth);
                self.children(sections, depth);
            }
            [None, Some(section), None] => self.copy(Side::Ours, section, depth),
            [None, None, Some(section)] => self.copy(Side::Theirs, section, depth),
            // Removed, and the other side at most removed some of it.
            [Some(_), Some(_), None] if adds_nothing(Side::Ours) => {}
            [Some(_), None, Some(_)] if adds_nothing(Side::Theirs) => {}
            // One side changed what the other removed.
            [Some(_), ..] if sections[1..].iter().any(Option::is_some) => {
                let lines = Side::ALL
                    .map(|side| sections[side.index()].map_or(0..0, |section| self.trees[side.index()].lines(section)));
                let at = sections.map(|section| section.map(|section| section.units.clone()));
                self.placed.push(Placed { kind: Kind::Heading, depth, at, pieces: vec![Piece::Conflict(lines)] });
            }
            _ => {}
        }
    }

    /// Takes a section that only one side has.
    fn copy(&mut self, side: Side, section: &'t Section, depth: usize) {
        let mut at = [None; 3];
        for unit in section.units.start..section.body.end {
            at[side.index()] = Some(unit);
            self.unit(at, depth);
        }
        section.children.iter().for_each(|child| self.copy(side, child, depth + 1));
    }

    fn children(&mut self, sections: Three<&'t Section>, depth: usize) {
        let children = sections.map(|section| section.map_or(Vec::new(), |it| it.children.iter().collect()));
        let [base, ours, theirs] = &children;
        let trees = self.trees;
        let to =
            |side: Side, other: &[&Section]| matching::sections((&trees[0], base), (&trees[side.index()], other), true);
        let (in_ours, in_theirs) = (to(Side::Ours, ours), to(Side::Theirs, theirs));
        let slots = slots(&in_ours, &in_theirs, children.each_ref().map(Vec::len), |x, y| {
            let left: Vec<&Section> = x.iter().map(|at| ours[*at]).collect();
            let right: Vec<&Section> = y.iter().map(|at| theirs[*at]).collect();
            matching::sections((&trees[1], &left), (&trees[2], &right), false)
        });
        let rank = |slot: &Slot| {
            let of = |side: Side| trees[side.index()].rank(children[side.index()][slot.0[side.index()]?]);
            [Side::Ours, Side::Theirs, Side::Base].into_iter().find_map(of)
        };
        let ranks: Vec<Option<&Rank>> = slots.iter().map(rank).collect();
        for slot in arrange(&slots, &ranks, self.days) {
            let at = slots[slot].0;
            self.section([0, 1, 2].map(|side| at[side].map(|at| children[side][at])), depth + 1);
        }
    }

    /// What stands between the headings and the first sections below them.
    fn body(&mut self, sections: Three<&'t Section>, depth: usize) {
        let bodies: [Range<usize>; 3] = sections.map(|section| section.map_or(0..0, |section| section.body.clone()));
        let trees = self.trees;
        let units = Side::ALL
            .map(|side| -> Vec<&Unit> { trees[side.index()].units[bodies[side.index()].clone()].iter().collect() });
        let [base, ours, theirs] = &units;
        let in_ours = matching::edited(base, self.texts[0], ours, self.texts[1]);
        let in_theirs = matching::edited(base, self.texts[0], theirs, self.texts[2]);
        let slots = slots(&in_ours, &in_theirs, units.each_ref().map(Vec::len), |x, y| {
            let left: Vec<&Unit> = x.iter().map(|at| ours[*at]).collect();
            let right: Vec<&Unit> = y.iter().map(|at| theirs[*at]).collect();
            matching::added(&left, &right)
        });
        let rank = |slot: &Slot| {
            let of = |side: Side| units[side.index()][slot.0[side.index()]?].rank.as_ref();
            [Side::Ours, Side::Theirs, Side::Base].into_iter().find_map(of)
        };
        let ranks: Vec<Option<&Rank>> = slots.iter().map(rank).collect();
        let mut arranged = arrange(&slots, &ranks, self.days);
        // Front matter is none anywhere else.
        let is_front = |slot: &Slot| {
            let of = |side: Side| Some(units[side.index()][slot.0[side.index()]?].kind);
            Side::ALL.into_iter().find_map(of) == Some(Kind::FrontMatter)
        };
        arranged.sort_by_key(|slot| !is_front(&slots[*slot]));
        for slot in arranged {
            let at = slots[slot].0;
            self.unit([0, 1, 2].map(|side| at[side].map(|at| bodies[side].start + at)), depth);
        }
    }

    fn unit(&mut self, at: Three<usize>, depth: usize) {
        let unit = |side: Side| Some(&self.trees[side.index()].units[at[side.index()]?]);
        let [base, ours, theirs] = Side::ALL.map(unit);
        let is_same = |a: Option<&Unit>, b: Option<&Unit>| a.map(|unit| unit.number) == b.map(|unit| unit.number);
        let Some(kind) = ours.or(theirs).map(|unit| unit.kind) else { return };
        let pieces = if is_same(ours, theirs) || is_same(base, theirs) {
            take(Side::Ours, ours)
        } else if is_same(base, ours) {
            take(Side::Theirs, theirs)
        } else {
            self.both([base, ours, theirs], kind)
        };
        if !pieces.is_empty() {
            let at = at.map(|at| at.map(|at| at..at + 1));
            self.placed.push(Placed { kind, depth, at, pieces });
        }
    }

    /// A unit that both sides changed, each in its way; or one of them removed it.
    fn both(&self, units: Three<&Unit>, kind: Kind) -> Vec<Piece> {
        let ranges = units.map(|unit| unit.map_or(0..0, |unit| unit.text.clone()));
        if units[1].is_none() || units[2].is_none() {
            return vec![Piece::Conflict(ranges)];
        }
        if let ([None, Some(ours), Some(theirs)], Kind::Heading) = (units, kind) {
            // Both made the section, and one of them said more about it.
            let words = |side: Side, unit: &Unit| self.texts[side.index()][unit.text.clone()].trim_end_matches('\n');
            let (in_ours, in_theirs) = (words(Side::Ours, ours), words(Side::Theirs, theirs));
            if in_ours.starts_with(in_theirs) {
                return take(Side::Ours, Some(ours));
            } else if in_theirs.starts_with(in_ours) {
                return take(Side::Theirs, Some(theirs));
            }
        }
        let is_entry = kind != Kind::Other && units.iter().flatten().all(|unit| unit.key.is_none());
        lines::merge(self.texts.map(str::as_bytes), ranges, is_entry)
    }
}

fn take(side: Side, unit: Option<&Unit>) -> Vec<Piece> {
    unit.map(|unit| Piece::lines(side, unit.text.clone())).into_iter().collect()
}
