//! Plans for the next days.

use journal::{Day, Network, Settings};
use messages::say;

use super::noted::Noted;
use super::reason::{Kind, Reason};
use crate::words;

/// The plans for `today` up to `until`. Those of the days before are found by a rule.
pub(super) fn coming(network: &Network, settings: &Settings, today: Day, until: Day) -> Vec<Reason> {
    let is_open = |day: &Day| (today..=until).contains(day);
    let planned = network.entries().filter(|(_, entry)| entry.is_planned && entry.verb().is_some());
    let coming = planned.filter_map(|(id, entry)| Some((id, entry.day().filter(is_open)?)));
    let reason = |(id, day)| {
        let people = network.participating(id).collect();
        let message = say!(words::within(settings.language), "planned", day, days = day - today);
        let place = network.head(id);
        Reason {
            kind: Kind::Planned,
            rule: None,
            people,
            place,
            noted: Some(Noted::of(network, day, id)),
            message,
            day: Some(day),
            entry: None,
        }
    };
    coming.map(reason).collect()
}
