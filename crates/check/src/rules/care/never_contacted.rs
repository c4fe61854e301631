//! See the page below.

use messages::say;
use journal::Cadence;

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

rule! {
    /// Somebody is to be contacted regularly, but no contact is noted.
    ///
    /// ## Why
    ///
    /// Good relationships need time and care, and a name in a list is not yet a relationship: hundreds of shallow
    /// connections are no help. You asked to be reminded of this person (`every`, or the circle's), but there is
    /// nothing yet to count from. Perhaps the first step is still to come, perhaps it only was not noted.
    ///
    /// Entries of any class but `note`, a `met`, and a dated section of prose below the person are contacts; a mere
    /// attempt, a message to very many, and what is planned or dated later are none. Left out are people for whom you
    /// asked nothing or `never`, who are paused, or whose `status` is not `active`.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///    ^^^^^^^^^^^^^^^^^ no contact with @ada is noted yet: wanted every month
    /// - every: monthly
    /// - role: engineer
    ///
    /// ## 2026-11-20
    /// - tried @ada
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - every: monthly
    /// - met: 2026-11-14 at RustFest
    ///
    /// ## Bob Noyce @bob
    /// - role: founder, whom I may write to one day
    /// ```
    name: "never-contacted",
    group: Care,
    level: Info,
    english: "
        message = no contact with { $who } is noted yet: wanted { $every }
        entry = mail { $who }: ...
        help = a first word to { $who }? Or `- met: { $today }` with the day on which you met
    ",
    german: "
        title = Jemand soll regelmäßig kontaktiert werden, aber kein Kontakt ist notiert
        message = noch kein Kontakt mit { $who } ist notiert: gewünscht { $every }
        entry = geschrieben { $who }: ...
        help = ein erstes Wort an { $who }? Oder `- met: { $today }` mit dem Tag, an dem ihr euch kennengelernt habt
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    for (id, person) in check.network.people() {
        let Cadence::Every(interval) = person.cadence else { continue };
        if person.due_every(check.today).is_none() || check.network.contacts(id, check.today).next().is_some() {
            continue;
        }
        let who = at(check.network, id);
        let message = say!(check, "message", who = &who, every = check.every(interval));
        let finding = Finding::new(person.place, message)
            .about([id])
            .settled_by(say!(check, "entry", who = &who))
            .help(say!(check, "help", who, today = check.today.to_string()));
        found.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks_with};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn only_whoever_has_a_cadence_is_missed() {
        assert_count(&RULE, TODAY, "## Ada @ada\n", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n- every: 3 weeks\n", 1);
        assert_count(&RULE, TODAY, "## Ada @ada\n- every: never\n", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n- circle: network\n", 1);
        assert_count(&RULE, TODAY, "## Ada @ada\n- circle: network\n- every: never\n", 0);
        let settings = journal::Settings { default_circle: Some(3), ..Default::default() };
        let text = "## Ada @ada\n   ^^^^^^^^ no contact with @ada is noted yet: wanted every year\n";
        assert_marks_with(&RULE, TODAY, text, &settings, &[]);
    }

    #[test]
    fn the_quiet_are_left_out() {
        assert_count(&RULE, TODAY, "## Ada @ada\n- every: weekly\n- status: dormant\n", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n- every: weekly\n- status: ended\n", 0);
        let paused = "## Ada @ada\n- every: weekly\n- pause: 2026-11-20 to 2026-11-22\n";
        assert_count(&RULE, "2026-11-19", paused, 1);
        assert_count(&RULE, "2026-11-20", paused, 0);
        assert_count(&RULE, "2026-11-22", paused, 0);
        assert_count(&RULE, "2026-11-23", paused, 1);
    }

    #[test]
    fn any_contact_will_do() {
        let with = |entry: &str| format!("## Ada @ada\n- every: weekly\n- {entry}\n## Bob @bob\n");
        for contact in ["call", "mail from @ada", "congratulated", "thanked", "got", "asked", "declined", "event"] {
            assert_count(&RULE, TODAY, &with(&format!("2020-01-01 {contact}: hello")), 0);
        }
        assert_count(&RULE, TODAY, &with("met: 2020-01-01"), 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n- every: weekly\n### 2020-01-01\nA talk.\n", 0);
        assert_count(&RULE, TODAY, &with("2026-11-22 call"), 0);
    }

    #[test]
    fn what_is_no_contact_does_not_help() {
        let with = |entry: &str| format!("## Ada @ada\n- every: weekly\n## Bob @bob\n- {entry}\n");
        assert_count(&RULE, TODAY, &with("2026-11-01 note @ada: moved"), 1);
        assert_count(&RULE, TODAY, &with("2026-11-01 voicemail @ada"), 1);
        assert_count(&RULE, TODAY, &with("[ ] 2026-11-01 call @ada"), 1);
        assert_count(&RULE, TODAY, &with("2026-11-23 call @ada"), 1);
        assert_count(&RULE, TODAY, &with("met: 2026-11-01 with @ada"), 1);
        assert_count(&RULE, TODAY, &with("2026-11-01 mail @ada, @bob, @carl, @dora"), 1);
        assert_count(&RULE, TODAY, &with("2026-11-01 mail @ada, @bob, @carl"), 0);
        assert_count(&RULE, TODAY, &with("2026-11-01 call: about @ada"), 1);
    }

    #[test]
    fn all_files_are_one_journal() {
        let text = "## Ada @ada\n- every: weekly\n--- b.net.md\n## 2020-01-01\n- call @ada\n";
        assert_count(&RULE, TODAY, text, 0);
    }
}
