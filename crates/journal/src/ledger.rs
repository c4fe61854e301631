//! Favors and requests of one person: what was returned, what is still open.

use crate::day::Day;
use crate::entry::EntryId;
use crate::network::Network;
use crate::person::PersonId;
use crate::vocabulary::Act;

/// The favors between the writer and one person, settled in order of date.
#[derive(Clone, Debug, Default)]
pub struct Favors {
    /// Favors received, in order of time, each with what settled it.
    pub received: Vec<(Day, EntryId, Option<EntryId>)>,
    /// The number of favors given.
    pub given: usize,
}

impl Favors {
    /// The favors of `person` up to `today`. A favor given that refers to a received one settles that one; each
    /// other settles the oldest that is not yet settled and not later than itself.
    pub fn of(network: &Network, person: PersonId, today: Day) -> Self {
        let mut favors = Self::default();
        let mut given = Vec::new();
        for touch in network.touches(person, today) {
            let Some(id) = touch.entry else { continue };
            match network.entry(id).meaning.act {
                Act::Got => favors.received.push((touch.day, id, None)),
                Act::Gave => given.push((touch.day, id)),
                _ => {}
            }
        }
        favors.given = given.len();
        // The oldest that may still be open: everything before it is settled.
        let mut oldest = 0;
        for (day, gift) in given {
            let mut refers = false;
            for target in network.references_of(gift).iter().filter_map(|reference| reference.target) {
                if let Some(at) = find(network, &favors.received, target) {
                    favors.received[at].2.get_or_insert(gift);
                    refers = true;
                }
            }
            if refers {
                continue;
            }
            while favors.received.get(oldest).is_some_and(|(_, _, settled)| settled.is_some()) {
                oldest += 1;
            }
            if let Some((received, _, settled)) = favors.received.get_mut(oldest)
                && *received <= day
            {
                *settled = Some(gift);
            }
        }
        favors
    }
}

/// The requests of the writer to one person.
#[derive(Clone, Debug, Default)]
pub struct Requests {
    /// Requests, in order of time, each with what ended it: a `got`, `fizzled` or `declined`.
    pub asked: Vec<(Day, EntryId, Option<EntryId>)>,
}

impl Requests {
    /// The requests to `person` up to `today`. What refers to a request ends it; a `fizzled` or `declined` that
    /// refers to none ends the oldest that is still open.
    pub fn of(network: &Network, person: PersonId, today: Day) -> Self {
        let mut asked: Vec<(Day, EntryId, Option<EntryId>)> = Vec::new();
        let mut oldest = 0;
        for touch in network.touches(person, today) {
            let Some(id) = touch.entry else { continue };
            match network.entry(id).meaning.act {
                Act::Asked => asked.push((touch.day, id, None)),
                act @ (Act::Got | Act::Ended) => {
                    let mut refers = false;
                    for target in network.references_of(id).iter().filter_map(|reference| reference.target) {
                        if let Some(at) = find(network, &asked, target) {
                            asked[at].2.get_or_insert(id);
                            refers = true;
                        }
                    }
                    if refers || act == Act::Got {
                        continue;
                    }
                    while asked.get(oldest).is_some_and(|(_, _, end)| end.is_some()) {
                        oldest += 1;
                    }
                    if let Some((_, _, end)) = asked.get_mut(oldest) {
                        *end = Some(id);
                    }
                }
                _ => {}
            }
        }
        Self { asked }
    }
}

/// Where an entry stands in a list that is in order of time.
fn find(network: &Network, list: &[(Day, EntryId, Option<EntryId>)], entry: EntryId) -> Option<usize> {
    let day = network.entry(entry).day()?;
    list.binary_search_by_key(&(day, entry), |(day, id, _)| (*day, *id)).ok()
}
