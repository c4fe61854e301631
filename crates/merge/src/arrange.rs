//! The order of what both versions hold.
//!
//! One side gives the order, the other side's additions come behind what they stand behind there. It is ours, unless
//! only theirs brought what both have into another order. Where the side that gives the order is sorted, by day or by
//! name, additions of the other go where they belong.

use std::cmp::Ordering;

use crate::piece::Side;
use crate::slots::Slot;
use crate::unit::Rank;

/// How dates or names follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sorted {
    Rising,
    Falling,
    /// Too few to tell.
    Unknown,
    Not,
}

impl Sorted {
    /// How these follow each other.
    pub(crate) fn of<'r>(ranks: impl Iterator<Item = &'r Rank>) -> Self {
        let ranks: Vec<&Rank> = ranks.collect();
        let has = |order| ranks.windows(2).any(|pair| pair[0].cmp(pair[1]) == order);
        match (has(Ordering::Less), has(Ordering::Greater)) {
            (true, false) => Self::Rising,
            (false, true) => Self::Falling,
            (false, false) => Self::Unknown,
            (true, true) => Self::Not,
        }
    }

    fn compare(self, a: &Rank, b: &Rank) -> Ordering {
        if self == Self::Falling { b.cmp(a) } else { a.cmp(b) }
    }
}

/// The slots that ours or theirs hold, in the order of the result. `ranks` says for each slot what it could be sorted
/// by, `days` how the file's days follow each other where these cannot tell.
pub(crate) fn arrange(slots: &[Slot], ranks: &[Option<&Rank>], days: Sorted) -> Vec<usize> {
    let [_, ours, theirs] = Side::ALL.map(|side| in_order_of(slots, side));
    let is_ours_leading = is_moved(slots, &ours) || !is_moved(slots, &theirs);
    let (lead, other, other_side) =
        if is_ours_leading { (ours, theirs, Side::Theirs) } else { (theirs, ours, Side::Ours) };
    let mut place = vec![None; slots.len()];
    lead.iter().enumerate().for_each(|(at, slot)| place[*slot] = Some(at));
    let orders = Orders::new(&lead, &other, ranks, days);
    // What comes before each slot of the leading side, and after the last.
    let mut gaps: Vec<Vec<usize>> = vec![Vec::new(); lead.len() + 1];
    // From each of them, where that ends which only the leading side holds.
    let mut own_ends: Vec<usize> = (0..=lead.len()).collect();
    for at in (0..lead.len()).rev().filter(|at| slots[lead[*at]].0[other_side.index()].is_none()) {
        own_ends[at] = own_ends[at + 1];
    }
    let mut anchor = 0;
    for slot in other {
        if let Some(at) = place[slot] {
            anchor = at + 1;
            continue;
        }
        // Ours comes first, then theirs.
        let gap = if is_ours_leading { own_ends[anchor] } else { anchor };
        gaps[ranks[slot].and_then(|rank| orders.gap(rank, gap)).unwrap_or(gap)].push(slot);
    }
    for gap in &mut gaps {
        orders.sort(gap, ranks);
    }
    let mut arranged = Vec::with_capacity(slots.len());
    for (at, gap) in gaps.into_iter().enumerate() {
        arranged.extend(gap);
        arranged.extend(lead.get(at));
    }
    arranged
}

fn in_order_of(slots: &[Slot], side: Side) -> Vec<usize> {
    let mut held: Vec<usize> = (0..slots.len()).filter(|slot| slots[*slot].0[side.index()].is_some()).collect();
    held.sort_by_key(|slot| slots[*slot].0[side.index()]);
    held
}

/// Whether what all three hold stands in another order than in base.
fn is_moved(slots: &[Slot], order: &[usize]) -> bool {
    let in_all = order.iter().map(|slot| slots[*slot].0).filter(|at| at.iter().all(Option::is_some));
    !in_all.map(|at| at[0]).is_sorted()
}

/// How the leading side is sorted, by days and by names.
struct Orders<'r>([(Sorted, Vec<(usize, &'r Rank)>); 2]);

impl<'r> Orders<'r> {
    fn new(lead: &[usize], other: &[usize], ranks: &[Option<&'r Rank>], days: Sorted) -> Self {
        let day = &Rank::Day(0);
        let name = &Rank::Name(String::new());
        let like = |order: &[usize], kind: &Rank| -> Vec<(usize, &'r Rank)> {
            let ranked = order.iter().enumerate().filter_map(|(at, slot)| Some((at, ranks[*slot]?)));
            ranked.filter(|(_, rank)| rank.is_like(kind)).collect()
        };
        let sorted = |ranked: &[(usize, &Rank)]| Sorted::of(ranked.iter().map(|(_, rank)| *rank));
        let (by_day, by_name) = (like(lead, day), like(lead, name));
        let known = [sorted(&by_day), sorted(&like(other, day)), days].into_iter().find(|it| *it != Sorted::Unknown);
        // Two names are in order as often as not.
        let is_by_name = by_name.len() > 2 && sorted(&by_name) == Sorted::Rising;
        let names = if is_by_name { Sorted::Rising } else { Sorted::Not };
        Self([(known.unwrap_or(Sorted::Rising), by_day), (names, by_name)])
    }

    fn of(&self, rank: &Rank) -> &(Sorted, Vec<(usize, &'r Rank)>) {
        &self.0[usize::from(matches!(rank, Rank::Name(_)))]
    }

    /// Where something of this rank belongs, which would go to `gap`.
    fn gap(&self, rank: &Rank, gap: usize) -> Option<usize> {
        let (sorted, ranked) = self.of(rank);
        if *sorted == Sorted::Not {
            return None;
        }
        let next = ranked.partition_point(|(at, _)| *at < gap);
        let fits_before = next == 0 || sorted.compare(ranked[next - 1].1, rank).is_le();
        let fits_behind = ranked.get(next).is_none_or(|(_, next)| sorted.compare(rank, next).is_le());
        if fits_before && fits_behind {
            return Some(gap);
        }
        let next = ranked.partition_point(|(_, other)| sorted.compare(other, rank).is_le());
        if next > 0 { Some(ranked[next - 1].0 + 1) } else { ranked.first().map(|(at, _)| *at) }
    }

    /// Sorts what comes to one place, where all of it can be sorted.
    fn sort(&self, gap: &mut [usize], ranks: &[Option<&Rank>]) {
        let Some(first) = gap.first().and_then(|slot| ranks[*slot]) else { return };
        let (sorted, _) = self.of(first);
        let are_like = gap.iter().all(|slot| ranks[*slot].is_some_and(|rank| rank.is_like(first)));
        if *sorted != Sorted::Not && are_like {
            gap.sort_by(|a, b| match (ranks[*a], ranks[*b]) {
                (Some(a), Some(b)) => sorted.compare(a, b),
                _ => Ordering::Equal,
            });
        }
    }
}
