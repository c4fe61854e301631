//! Sections whose heading was changed are known by what they hold.

use std::collections::HashMap;

use gix_imara_diff::Token;

/// What stands in so many sections tells nothing of one of them: the cost stays linear.
const COMMON: usize = 8;

/// Pairs sections that hold the same for the most part. `x` and `y` are what stands below the heading of each; nothing
/// where the section is known already.
pub(crate) fn renamed(x: &[Option<Vec<Token>>], y: &[Option<Vec<Token>>]) -> Vec<(usize, usize)> {
    let mut holders: HashMap<Token, Vec<usize>> = HashMap::new();
    for (at, units) in y.iter().enumerate() {
        for unit in units.iter().flatten() {
            holders.entry(*unit).or_default().push(at);
        }
    }
    let mut is_taken = vec![false; y.len()];
    let mut pairs = Vec::new();
    for (at, units) in x.iter().enumerate() {
        let Some(units) = units else { continue };
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for unit in units {
            let found = holders.get(unit).filter(|holders| holders.len() <= COMMON);
            for holder in found.into_iter().flatten().filter(|holder| !is_taken[**holder]) {
                *shared.entry(*holder).or_default() += 1;
            }
        }
        let length = |place: usize| y[place].as_ref().map_or(0, Vec::len).max(units.len());
        // The one that shares most, and of several the first.
        let best = shared.into_iter().max_by_key(|(place, count)| (*count, std::cmp::Reverse(*place)));
        if let Some((place, _)) = best.filter(|(place, count)| count * 2 >= length(*place)) {
            is_taken[place] = true;
            pairs.push((at, place));
        }
    }
    pairs
}
