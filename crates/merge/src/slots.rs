//! What stands in which versions: three sequences as one list.

use crate::matching::Match;

/// One thing, and its place in base, ours and theirs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot(pub(crate) [Option<usize>; 3]);

/// Puts the three sequences together: where each thing of base stands in ours and theirs, and `added`, which gives
/// for those that are only in ours and only in theirs what they have in common.
pub(crate) fn slots(
    ours: &Match,
    theirs: &Match,
    lengths: [usize; 3],
    added: impl FnOnce(&[usize], &[usize]) -> Match,
) -> Vec<Slot> {
    let new = |matched: &Match, length: usize| {
        let mut is_new = vec![true; length];
        matched.iter().flatten().for_each(|at| is_new[*at] = false);
        (0..length).filter(|at| is_new[*at]).collect::<Vec<usize>>()
    };
    let (new_ours, new_theirs) = (new(ours, lengths[1]), new(theirs, lengths[2]));
    let both = added(&new_ours, &new_theirs);
    let kept = (0..lengths[0]).map(|at| Slot([Some(at), ours[at], theirs[at]]));
    let mut slots: Vec<Slot> = kept.collect();
    let mut is_shared = vec![false; new_theirs.len()];
    for (at, place) in new_ours.iter().zip(both) {
        if let Some(place) = place {
            is_shared[place] = true;
        }
        slots.push(Slot([None, Some(*at), place.map(|place| new_theirs[place])]));
    }
    let rest = new_theirs.iter().zip(is_shared).filter(|(_, is_shared)| !is_shared);
    slots.extend(rest.map(|(at, _)| Slot([None, None, Some(*at)])));
    slots
}
