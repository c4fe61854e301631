//! See the page below.

use messages::say;
use journal::{Contact, Day, PersonId};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

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
    english: "
        message = { $who } is { days } overdue: last noted { $last }, { $every }
        last = the last contact that is noted
        entry = call { $who }: ...
        help = a call or a coffee? Or `- pause: until { $until }` if it can wait
    ",
    german: "
        title = Jemand wurde länger nicht kontaktiert, als du wolltest
        message = { $who } ist seit { days-dative } fällig: zuletzt notiert am { $last }, { $every }
        last = der letzte notierte Kontakt
        entry = anruf { $who }: ...
        help = ein Anruf oder ein Kaffee? Oder `- pause: until { $until }`, wenn es warten kann
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    for (id, person) in check.network.people() {
        let Some((last, due)) = overdue(check, id) else { continue };
        let journal::Cadence::Every(interval) = person.cadence else { continue };
        let (who, every) = (at(check.network, id), check.every(interval));
        let message = say!(check, "message", who = &who, days = check.today - due, last = last.day, every);
        let finding = Finding::new(person.place, message)
            .about([id])
            .see(last.place(check.network), say!(check, "last"))
            .settled_by(say!(check, "entry", who))
            .help(say!(check, "help", until = (check.today + 30).to_string()));
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

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with};

    fn journal(fields: &str, entry: &str) -> String {
        format!("## Ada @ada\n{fields}\n## Bob @bob\n## Log\n- {entry}\n")
    }

    #[test]
    fn it_speaks_from_the_day_after() {
        let text = journal("- every: 3 weeks\n", "2026-11-01 call @ada");
        assert_count(&RULE, "2026-11-22", &text, 0);
        assert_count(&RULE, "2026-11-23", &text, 1);
        assert_marks(
            &RULE,
            "2026-11-23",
            "## Ada @ada\n   ^^^^^^^^ @ada is 1 day overdue: last noted 2026-11-01, every 3 weeks\n- every: 3w\n- 2026-11-01 call\n",
        );
    }

    #[test]
    fn months_and_years_are_those_of_the_calendar() {
        let monthly = journal("- every: monthly\n", "2026-01-31 call @ada");
        assert_count(&RULE, "2026-02-28", &monthly, 0);
        assert_count(&RULE, "2026-03-01", &monthly, 1);
        let leap = journal("- every: 1 month\n", "2024-01-31 call @ada");
        assert_count(&RULE, "2024-02-29", &leap, 0);
        assert_count(&RULE, "2024-03-01", &leap, 1);
        let yearly = journal("- every: yearly\n", "2024-02-29 call @ada");
        assert_count(&RULE, "2025-02-28", &yearly, 0);
        assert_count(&RULE, "2025-03-01", &yearly, 1);
    }

    #[test]
    fn the_circle_says_how_often_unless_the_person_does() {
        let entry = "2026-11-01 call @ada";
        assert_count(&RULE, "2026-11-15", &journal("- circle: inner\n", entry), 0);
        assert_count(&RULE, "2026-11-16", &journal("- circle: inner\n", entry), 1);
        assert_count(&RULE, "2026-11-16", &journal("- circle: inner\n- every: 3 weeks\n", entry), 0);
        assert_count(&RULE, "2027-11-16", &journal("- circle: inner\n- every: never\n", entry), 0);
        assert_count(&RULE, "2036-11-16", &journal("", entry), 0);
        let settings = journal::Settings { default_circle: Some(0), ..Default::default() };
        let text = "## Ada @ada\n   ^^^^^^^^ @ada is 1 day overdue: last noted 2026-11-01, every 2 weeks\n- 2026-11-01 call\n";
        assert_marks_with(&RULE, "2026-11-16", text, &settings, &[]);
    }

    #[test]
    fn nothing_nags_about_the_quiet() {
        let entry = "2026-01-01 call @ada";
        assert_count(&RULE, "2026-11-22", &journal("- every: weekly\n- status: active\n", entry), 1);
        assert_count(&RULE, "2026-11-22", &journal("- every: weekly\n- status: dormant\n", entry), 0);
        assert_count(&RULE, "2026-11-22", &journal("- every: weekly\n- status: ended\n", entry), 0);
        let paused = journal("- every: weekly\n- pause: until 2026-11-22 (abroad)\n", entry);
        assert_count(&RULE, "2026-11-22", &paused, 0);
        assert_count(&RULE, "2026-11-23", &paused, 1);
        let paused = journal("- every: weekly\n- pause: 2026-11-22 to 2026-11-30\n", entry);
        assert_count(&RULE, "2026-11-21", &paused, 1);
        assert_count(&RULE, "2026-11-22", &paused, 0);
    }

    #[test]
    fn only_contacts_up_to_today_count() {
        let with = |entry: &str| journal("- every: weekly\n", &format!("2026-01-01 call @ada\n- {entry}"));
        assert_count(&RULE, "2026-11-22", &with("2026-11-20 mail from @ada"), 0);
        assert_count(&RULE, "2026-11-22", &with("[x] 2026-11-20 call @ada"), 0);
        assert_count(&RULE, "2026-11-22", &with("[ ] 2026-11-20 call @ada"), 1);
        assert_count(&RULE, "2026-11-22", &with("2026-11-20 tried @ada"), 1);
        assert_count(&RULE, "2026-11-22", &with("2026-11-20 note @ada: moved"), 1);
        assert_count(&RULE, "2026-11-22", &with("2026-11-20 call @bob: about @ada"), 1);
        assert_count(&RULE, "2026-11-22", &with("2026-11-20 mail @ada, @bob, @carl and @dora"), 1);
        assert_count(&RULE, "2026-11-22", &with("2026-11-20 call @bob and @ada"), 0);
        assert_count(&RULE, "2026-11-22", &with("2026-11-23 call @ada"), 1);
    }

    #[test]
    fn a_first_meeting_and_a_dated_section_are_contacts() {
        assert_count(&RULE, "2026-11-22", "## Ada @ada\n- every: weekly\n- met: 2026-11-15 at RustFest\n", 0);
        assert_count(&RULE, "2026-11-23", "## Ada @ada\n- every: weekly\n- met: 2026-11-15 at RustFest\n", 1);
        assert_count(&RULE, "2026-11-22", "## Ada @ada\n- every: weekly\n### 2026-11-15\nShe called.\n", 0);
        assert_count(&RULE, "2026-11-23", "## Ada @ada\n- every: weekly\n### 2026-11-15\nShe called.\n", 1);
        // Whoever has no contact at all is another rule's matter.
        assert_count(&RULE, "2026-11-23", "## Ada @ada\n- every: weekly\n", 0);
    }

    #[test]
    fn all_files_are_one_journal() {
        let text = "## Ada @ada\n- every: weekly\n--- b.net.md\n## 2026-11-20\n- call @ada\n--- c.net.md\n## 2026-01-01\n- call @ada\n";
        assert_count(&RULE, "2026-11-22", text, 0);
        assert_count(&RULE, "2026-11-28", text, 1);
    }
}
