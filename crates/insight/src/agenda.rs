//! Whom to contact now, and why.

mod noted;
mod plans;
mod rank;
mod reason;
mod rules;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use check::Levels;
use journal::{Day, Network, PersonId, Settings, Status};

use crate::standing::Standing;
pub use noted::Noted;
pub use reason::{Kind, Reason};

/// Whom to contact in the next days, and why.
#[derive(Clone, Debug)]
pub struct Agenda {
    /// The day on which it is asked for.
    pub today: Day,
    /// The last day that it looks at.
    pub until: Day,
    /// Each person once, the most urgent first.
    pub people: Vec<Item>,
    /// What there is to say where nothing of one's own was noted lately.
    pub idle: Option<Idle>,
    /// How much of the journal is not understood, and so not looked at: errors of the rules of the format.
    pub errors: usize,
}

/// One person of the agenda.
#[derive(Clone, Debug)]
pub struct Item {
    /// Who, when last, and since when due.
    pub standing: Standing,
    /// How far the time since the last contact exceeds the cadence, in cadences: 0 is due today, 1 is twice as long as
    /// wanted, and what is still in time is below 0. `None` without a cadence or a contact.
    pub urgency: Option<f64>,
    /// Why, the most important first. There is at least one.
    pub reasons: Vec<Reason>,
    /// What was last noted in words: where to begin.
    pub opener: Option<Noted>,
}

/// Nothing of one's own was noted lately.
#[derive(Clone, Debug)]
pub struct Idle {
    /// The fact, in words.
    pub message: String,
    /// Somebody to begin with.
    pub whom: Option<PersonId>,
}

impl Agenda {
    /// The agenda on the day `today` for it and the next `days`.
    ///
    /// What is overdue, owed or missed is what the rules find: a rule that is off, or silenced for somebody, gives no
    /// reason here. People who are paused, and ties that have ended, stay out.
    pub fn of(network: &Network, settings: &Settings, levels: &Levels, today: Day, days: u16) -> Self {
        let until = today + i32::from(days);
        let found = rules::ask(network, settings, levels, today, days);
        let planned = plans::coming(network, settings, today, until);
        let mut by_person: BTreeMap<PersonId, Vec<Reason>> = BTreeMap::new();
        for reason in found.reasons.into_iter().chain(planned) {
            for id in reason.people.iter().copied().filter(|id| is_spoken_of(network, *id, today)) {
                by_person.entry(id).or_default().push(reason.clone());
            }
        }
        let mut people: Vec<Item> =
            by_person.into_iter().map(|(id, reasons)| Item::of(network, id, reasons, today)).collect();
        rank::sort(&mut people, today);
        noted::give(network, &mut people, today);
        let idle = found.idle.map(|message| Idle {
            message,
            whom: people.first().map(|item| item.standing.person).or_else(|| longest_silent(network, today)),
        });
        Self { today, until, people, idle, errors: found.errors }
    }
}

impl Item {
    fn of(network: &Network, id: PersonId, mut reasons: Vec<Reason>, today: Day) -> Self {
        reasons.sort_by_key(|reason| (reason.kind, reason.day, reason.place));
        let standing = Standing::of(network, id, today);
        let urgency = standing.last.zip(standing.due).and_then(|(last, due)| {
            let cadence = due - last.day;
            (cadence > 0).then(|| f64::from(today - due) / f64::from(cadence))
        });
        Self { standing, urgency, reasons, opener: None }
    }

    /// The most important reason.
    pub fn first(&self) -> Option<&Reason> {
        self.reasons.first()
    }
}

/// Whether anything may be said of this person now.
fn is_spoken_of(network: &Network, id: PersonId, today: Day) -> bool {
    let person = network.person(id);
    person.status != Status::Ended && !person.is_paused(today)
}

/// Of those with whom there was contact, and whom the writer does not want to leave alone, the one who was silent for
/// longest.
fn longest_silent(network: &Network, today: Day) -> Option<PersonId> {
    let wanted = network.people().filter(|(id, person)| {
        person.is_active() && is_spoken_of(network, *id, today) && person.cadence != journal::Cadence::Never
    });
    let last = wanted.filter_map(|(id, _)| Some((network.contacts(id, today).next_back()?.day, id)));
    last.min().map(|(_, id)| id)
}
