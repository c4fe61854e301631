//! Who comes first.

use std::cmp::Reverse;

use journal::Day;

use super::Item;
use super::reason::{Kind, Reason};

/// The most urgent first: thanks, then what is bound to today, then by what the most important reason is. Of one kind
/// comes first whose time since the last contact exceeds the cadence most, in cadences, so that a week late of a
/// fortnight weighs more than a week late of a year.
pub(super) fn sort(people: &mut [Item], today: Day) {
    people.sort_by(|a, b| {
        let urgency = |item: &Item| item.urgency.unwrap_or(f64::NEG_INFINITY);
        let by_rank = rank(a, today).cmp(&rank(b, today));
        by_rank.then_with(|| urgency(b).total_cmp(&urgency(a))).then_with(|| order(a).cmp(&order(b)))
    });
}

fn rank(item: &Item, today: Day) -> (Reverse<bool>, Reverse<bool>, Option<Kind>) {
    let owes_thanks = item.reasons.iter().any(|reason| reason.kind == Kind::Thanks);
    // What is lost when the day is over.
    let is_lost = |reason: &Reason| matches!(reason.kind, Kind::Planned | Kind::Birthday) && reason.day == Some(today);
    let is_bound = item.reasons.iter().any(is_lost);
    (Reverse(owes_thanks), Reverse(is_bound), item.first().map(|reason| reason.kind))
}

/// Where nothing else decides: the earlier day, then as people are declared.
fn order(item: &Item) -> (Option<Day>, journal::PersonId) {
    (item.reasons.iter().filter_map(|reason| reason.day).min(), item.standing.person)
}
