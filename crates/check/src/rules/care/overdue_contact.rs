//! See the page below.

use journal::{Contact, Day, PersonId};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::{at, count};

rule! {
    /// Somebody has not been contacted for longer than you wanted.
    ///
    /// ## Why
    ///
    /// Good relationships need time and care; the study's advice is to attend to the network at least once a week.
    /// You asked to be reminded of this person after a certain time (`every`, or the circle's), and that time has
    /// passed since the last contact that is noted. Nothing nags about people for whom you asked nothing, who are
    /// paused, or whose `status` is not `active`.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///    ^^^^^^^^^^^^^^^^^ @ada is 12 days overdue: last noted 2026-10-20, every 3 weeks
    /// - every: 3 weeks
    ///
    /// ## 2026-10-20
    /// - coffee with @ada: caught up, she is hiring
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - every: 3 weeks
    ///
    /// ## 2026-11-20
    /// - call @ada: asked how the first week went
    /// ```
    name: "overdue-contact",
    group: Care,
    level: Warning,
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    for (id, person) in check.network.people() {
        let Some((last, due)) = overdue(check, id) else { continue };
        let journal::Cadence::Every(interval) = person.cadence else { continue };
        let days = count(check.today - due, "day");
        let message = format!("{} is {days} overdue: last noted {}, {interval}", at(check.network, id), last.day);
        let finding = Finding::new(person.place, message)
            .about([id])
            .see(last.place, "the last contact that is noted")
            .help(format!("a call or a coffee? Or `- pause: until {}` if it can wait", check.today + 30));
        found.push(finding);
    }
}

/// The last contact and the day on which the next was due, if that day has passed.
pub(crate) fn overdue(check: &Check<'_>, id: PersonId) -> Option<(Contact, Day)> {
    let interval = check.network.person(id).due_every(check.today)?;
    let last = check.network.contacts(id, check.today).next_back()?;
    let due = last.day.plus(interval);
    (check.today > due).then_some((last, due))
}
