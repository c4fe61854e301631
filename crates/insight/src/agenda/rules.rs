//! Asks the rules: what they find is what is owed or due.

use check::{Diagnostic, Group, Level, Levels, Selector};
use journal::{Day, Network, PersonId, Settings};
use messages::say;

use super::noted::Noted;
use super::reason::{Kind, Reason};
use crate::standing::Standing;
use crate::words;

const OVERDUE: &str = "overdue-contact";
const BIRTHDAY: &str = "upcoming-occasion";
const IDLE: &str = "idle-week";

/// The rules that give reasons.
const KINDS: [(&str, Kind); 9] = [
    ("missing-thanks", Kind::Thanks),
    (OVERDUE, Kind::Overdue),
    ("missed-plan", Kind::Missed),
    (BIRTHDAY, Kind::Birthday),
    ("unreturned-favor", Kind::Favor),
    ("forgotten-promise", Kind::Promise),
    ("stale-request", Kind::Request),
    ("drifting-apart", Kind::Drifting),
    ("never-contacted", Kind::First),
];

/// What the rules say.
pub(super) struct Found {
    pub(super) reasons: Vec<Reason>,
    /// Nothing of one's own was noted lately.
    pub(super) idle: Option<String>,
    /// How much of the journal is not understood.
    pub(super) errors: usize,
}

/// Asks the rules that give reasons, and those of the format, and no others.
pub(super) fn ask(network: &Network, settings: &Settings, levels: &Levels, today: Day, days: u16) -> Found {
    let mut now = narrowed(levels, KINDS.iter().map(|(rule, _)| *rule).chain([IDLE, Group::Format.name()]));
    if let Some(rule) = check::rule(BIRTHDAY) {
        now.set_number(rule, "days", days.into());
    }
    let mut found = Found { reasons: Vec::new(), idle: None, errors: 0 };
    for diagnostic in check::check(network, settings, &now, today).diagnostics {
        if let Some((_, kind)) = KINDS.iter().find(|(rule, _)| *rule == diagnostic.rule.name) {
            found.reasons.push(reason(network, *kind, diagnostic, today));
        } else if diagnostic.rule.group == Group::Format {
            found.errors += usize::from(diagnostic.level == Level::Error);
        } else {
            found.idle = Some(diagnostic.finding.message);
        }
    }
    // Whoever is overdue on the day after is due by then.
    let later = narrowed(levels, [OVERDUE]);
    let report = check::check(network, settings, &later, today + (i32::from(days) + 1));
    let soon = report.diagnostics.into_iter().filter_map(|it| due(network, settings, it, today));
    found.reasons.extend(soon);
    found
}

fn narrowed(levels: &Levels, rules: impl IntoIterator<Item = &'static str>) -> Levels {
    let mut levels = levels.clone();
    levels.narrow(&rules.into_iter().filter_map(Selector::parse).collect::<Vec<_>>());
    levels
}

fn reason(network: &Network, kind: Kind, diagnostic: Diagnostic, today: Day) -> Reason {
    let Diagnostic { rule, finding, .. } = diagnostic;
    let born = finding.people.first().and_then(|id| network.person(*id).born);
    let day = match kind {
        Kind::Birthday => born.and_then(|born| today.next_birthday(born.month, born.day)),
        _ => None,
    };
    Reason {
        kind,
        rule: Some(rule.name),
        people: finding.people,
        place: finding.place,
        noted: Noted::at(network, finding.place),
        message: finding.message,
        day,
        entry: finding.entry,
    }
}

/// A contact that is due in the next days, from what is said of it when they are over.
fn due(network: &Network, settings: &Settings, diagnostic: Diagnostic, today: Day) -> Option<Reason> {
    let Diagnostic { rule, finding, .. } = diagnostic;
    let id: PersonId = *finding.people.first()?;
    let standing = Standing::of(network, id, today);
    let (last, every) = (standing.last?, standing.every?);
    let day = standing.due.filter(|day| *day >= today)?;
    let who = format!("@{}", network.person(id).handle);
    let every = check::every(every, settings.language);
    let message = say!(words::within(settings.language), "due", who, day, days = day - today, last = last.day, every);
    Some(Reason {
        kind: Kind::Due,
        rule: Some(rule.name),
        people: finding.people,
        place: finding.place,
        noted: None,
        message,
        day: Some(day),
        entry: finding.entry,
    })
}
