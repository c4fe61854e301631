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
        let (mut received, mut given) = (Vec::new(), Vec::new());
        for (day, id, act) in acts(network, person, today) {
            match act {
                Act::Got => received.push((day, id, None)),
                Act::Gave => given.push((day, id)),
                _ => {}
            }
        }
        settle(network, &mut received, &given, |_| true);
        Self { received, given: given.len() }
    }
}

/// Favors of one person, and the thanks to them.
#[derive(Clone, Debug, Default)]
pub struct Thanks {
    /// The favors received, in order of time.
    pub favors: Vec<(Day, EntryId)>,
    given: Vec<(Day, EntryId)>,
}

impl Thanks {
    /// The favors of `person` and the thanks to them up to `today`.
    pub fn of(network: &Network, person: PersonId, today: Day) -> Self {
        let mut thanks = Self::default();
        for (day, id, act) in acts(network, person, today) {
            match act {
                Act::Thanked => thanks.given.push((day, id)),
                Act::Got => thanks.favors.push((day, id)),
                _ => {}
            }
        }
        thanks
    }

    /// Whether the person was thanked for this effort of that day: on the day or later, or by an entry that refers to
    /// it.
    pub fn cover(&self, network: &Network, day: Day, id: EntryId) -> bool {
        self.given.last().is_some_and(|(last, _)| *last >= day) || !network.referring(id, &self.given).is_empty()
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
    /// refers to none ends the oldest that is still open and not later than itself.
    pub fn of(network: &Network, person: PersonId, today: Day) -> Self {
        let (mut asked, mut ends) = (Vec::new(), Vec::new());
        for (day, id, act) in acts(network, person, today) {
            match act {
                Act::Asked => asked.push((day, id, None)),
                Act::Got | Act::Ended => ends.push((day, id)),
                _ => {}
            }
        }
        settle(network, &mut asked, &ends, |id| network.entry(id).does(Act::Ended));
        Self { asked }
    }

    /// The requests to `person` of which nothing is noted up to `today`: none that ended, none to which an end refers
    /// whoever takes part in it, and none before the last favor of that person.
    pub fn open(self, network: &Network, person: PersonId, today: Day) -> Vec<(Day, EntryId)> {
        let asked = self.asked.into_iter();
        let mut open: Vec<_> = asked.filter(|(_, _, end)| end.is_none()).map(|(day, id, _)| (day, id)).collect();
        if !open.is_empty() {
            let last = network.touches(person, today).rev().find(|touch| touch.act == Act::Got);
            let last = last.and_then(|touch| Some((touch.day, touch.entry?)));
            open.retain(|(day, id)| last < Some((*day, *id)) && !is_answered(network, *id, today));
        }
        open
    }
}

/// Whether an entry tells what became of this request, whoever takes part in it.
fn is_answered(network: &Network, id: EntryId, today: Day) -> bool {
    network.referrers(id).any(|referrer| {
        let happened = network.happened(referrer, today);
        happened.is_some_and(|(_, meaning)| matches!(meaning.act, Act::Got | Act::Ended))
    })
}

/// What was done with a person up to `today`, in order of time.
fn acts(network: &Network, person: PersonId, today: Day) -> impl Iterator<Item = (Day, EntryId, Act)> + '_ {
    network.touches(person, today).filter_map(|touch| Some((touch.day, touch.entry?, touch.act)))
}

/// Goes through `means` in order of time. Each settles what it refers to, and stays with what came first; one that
/// refers to nothing here settles the oldest that is open on its day, if it `may_choose`.
fn settle(
    network: &Network,
    open: &mut [(Day, EntryId, Option<EntryId>)],
    means: &[(Day, EntryId)],
    may_choose: impl Fn(EntryId) -> bool,
) {
    let mut named: Vec<(usize, usize)> = Vec::new();
    for (at, (_, target, _)) in open.iter().enumerate() {
        named.extend(network.referring(*target, means).into_iter().map(|by| (by, at)));
    }
    named.sort_unstable();
    let mut named = named.into_iter().peekable();
    // Everything before it is settled.
    let mut oldest = 0;
    for (number, (day, id)) in means.iter().enumerate() {
        let mut refers = false;
        while let Some((_, at)) = named.next_if(|(by, _)| *by == number) {
            open[at].2.get_or_insert(*id);
            refers = true;
        }
        if refers || !may_choose(*id) {
            continue;
        }
        while open.get(oldest).is_some_and(|(_, _, settled)| settled.is_some()) {
            oldest += 1;
        }
        if let Some((since, _, settled)) = open.get_mut(oldest)
            && *since <= *day
        {
            *settled = Some(*id);
        }
    }
}
