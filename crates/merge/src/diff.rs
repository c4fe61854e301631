//! What is the same in two sequences, and how two changed sequences go together with the one they come from.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use foldhash::fast::RandomState;
use gix_imara_diff::{Algorithm, Diff, Token};

/// Numbers equal things alike.
pub(crate) struct Numbers<T> {
    known: HashMap<T, u32, RandomState>,
}

impl<T: Hash + Eq> Numbers<T> {
    pub(crate) fn new() -> Self {
        Self { known: HashMap::default() }
    }

    pub(crate) fn of(&mut self, thing: T) -> Token {
        let next = self.known.len() as u32;
        Token(*self.known.entry(thing).or_insert(next))
    }

    pub(crate) fn all(&mut self, things: impl Iterator<Item = T>) -> Vec<Token> {
        things.map(|thing| self.of(thing)).collect()
    }
}

/// The changes from `x` to `y`: ranges of each, in order, that never touch.
pub(crate) fn changes(x: &[Token], y: &[Token]) -> Vec<[Range<usize>; 2]> {
    let count = x.iter().chain(y).map(|token| token.0 + 1).max().unwrap_or_default();
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::Myers, x, y, count);
    let wide = |range: Range<u32>| range.start as usize..range.end as usize;
    diff.hunks().map(|hunk| [wide(hunk.before), wide(hunk.after)]).collect()
}

/// Who changed a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Changed {
    Nobody,
    Ours,
    Theirs,
    /// Both, and they made the same of it.
    Alike,
    Differently,
}

/// A stretch of base, ours and theirs.
#[derive(Clone, Debug)]
pub(crate) struct Region {
    pub(crate) by: Changed,
    pub(crate) ranges: [Range<usize>; 3],
}

/// Lays the three sequences side by side. Changes of both sides that touch are one region.
pub(crate) fn regions(base: &[Token], ours: &[Token], theirs: &[Token]) -> Vec<Region> {
    let changes = [changes(base, ours), changes(base, theirs)];
    let mut next = [0, 0];
    // Where the last region ended.
    let mut at = [0, 0, 0];
    let mut regions = Vec::new();
    loop {
        let starts = [0, 1].map(|side| changes[side].get(next[side]).map(|[before, _]| before.start));
        let Some(start) = starts.into_iter().flatten().min() else { break };
        let kept = start - at[0];
        let to = at.map(|at| at + kept);
        push(&mut regions, Changed::Nobody, &mut at, to);
        let mut end = start;
        let mut is_changed = [false, false];
        // How much longer or shorter each side becomes is known from its last change.
        let mut ends = [at[1], at[2]];
        let mut bases = [at[0], at[0]];
        while let Some(side) = (0..2).find(|side| changes[*side].get(next[*side]).is_some_and(|it| it[0].start <= end))
        {
            let [before, after] = &changes[side][next[side]];
            end = end.max(before.end);
            (ends[side], bases[side], is_changed[side]) = (after.end, before.end, true);
            next[side] += 1;
        }
        let to = [end, ends[0] + (end - bases[0]), ends[1] + (end - bases[1])];
        let by = match is_changed {
            [true, false] => Changed::Ours,
            [false, true] => Changed::Theirs,
            _ if ours[at[1]..to[1]] == theirs[at[2]..to[2]] => Changed::Alike,
            _ => Changed::Differently,
        };
        push(&mut regions, by, &mut at, to);
    }
    push(&mut regions, Changed::Nobody, &mut at, [base.len(), ours.len(), theirs.len()]);
    regions
}

fn push(regions: &mut Vec<Region>, by: Changed, at: &mut [usize; 3], to: [usize; 3]) {
    if *at != to {
        regions.push(Region { by, ranges: [0, 1, 2].map(|side| at[side]..to[side]) });
        *at = to;
    }
}
