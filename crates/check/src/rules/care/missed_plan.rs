//! See the page below.

use messages::say;
use journal::Place;
use syntax::Task;

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};

rule! {
    /// The day of a plan has gone by, and the plan is still open.
    ///
    /// ## Why
    ///
    /// Good relationships need time and care, and a plan is time set aside. Perhaps it happened and only the box was
    /// forgotten; until it is marked as done, it counts for nothing. Or it did not happen: then it may want a new day.
    ///
    /// A plan is an entry with an empty box, `[ ]`. It is reported from the day after its date. Left out are plans with
    /// people all of whom are paused.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-20
    /// - [ ] lunch with @ada: bring the book back
    ///   ^^^^^^^^^^^^^^^^^^^ planned for 2026-11-20, 2 days ago, and still open
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-20
    /// - [x] lunch with @ada: bring the book back
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-22
    /// - [ ] lunch with @ada: bring the book back
    /// ```
    name: "missed-plan",
    group: Care,
    level: Warning,
    english: "
        message = planned for { $day }, { days } ago, and still open
        help = did it happen? Then write `[x]`; if not, give it a new day, or let it go
        fix = Mark it as done
    ",
    german: "
        title = Der Tag eines Plans ist vergangen, und der Plan ist noch offen
        message = geplant für den { $day }, vor { days-dative }, und noch offen
        help = ist es geschehen? Dann schreib `[x]`; wenn nicht, gib ihm einen neuen Tag, oder lass ihn gehen
        fix = Als erledigt markieren
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    for (id, entry) in network.entries() {
        let Some(day) = entry.day().filter(|day| *day < check.today) else { continue };
        if !entry.is_planned || entry.verb().is_none() {
            continue;
        }
        let mut people = network.participating(id).peekable();
        if people.peek().is_some() && people.all(|person| network.person(person).is_paused(check.today)) {
            continue;
        }
        let mut finding = Finding::new(network.head(id), say!(check, "message", day, days = check.today - day))
            .about(network.participating(id))
            .help(say!(check, "help"));
        if let Some((Task::Planned, span)) = network.item(id).task {
            finding = finding.fix(false, say!(check, "fix"), Place { file: entry.file, span }, "[x]");
        }
        found.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_fixed, assert_marks};

    #[test]
    fn it_is_missed_from_the_day_after() {
        let text = "## Ada @ada\n- [ ] 2024-02-29 call\n";
        assert_count(&RULE, "2024-02-28", text, 0);
        assert_count(&RULE, "2024-02-29", text, 0);
        assert_count(&RULE, "2024-03-01", text, 1);
        assert_count(&RULE, "2034-03-01", text, 1);
        assert_marks(
            &RULE,
            "2024-03-01",
            "## Ada @ada\n- [ ] 2024-02-29 call\n  ^^^^^^^^^^^^^^^^^^^ planned for 2024-02-29, 1 day ago, and still open\n",
        );
    }

    #[test]
    fn only_open_plans_with_a_verb_and_a_day_are_missed() {
        let with = |entry: &str| format!("## Ada @ada\n## Log\n- {entry}\n");
        assert_count(&RULE, "2026-11-22", &with("[ ] 2026-11-01 call @ada"), 1);
        assert_count(&RULE, "2026-11-22", &with("[ ] 2026-11-01 note @ada: look at her talk"), 1);
        assert_count(&RULE, "2026-11-22", &with("[ ] 2026-11-01 call @nobody"), 1);
        assert_count(&RULE, "2026-11-22", &with("[x] 2026-11-01 call @ada"), 0);
        assert_count(&RULE, "2026-11-22", &with("[X] 2026-11-01 call @ada"), 0);
        assert_count(&RULE, "2026-11-22", &with("2026-11-01 call @ada"), 0);
        assert_count(&RULE, "2026-11-22", &with("[ ] call @ada"), 0);
        assert_count(&RULE, "2026-11-22", &with("[ ] 2026-11-31 call @ada"), 0);
        assert_count(&RULE, "2026-11-22", &with("[ ] 2026-11-01 ponder @ada"), 0);
        assert_count(&RULE, "2026-11-22", &with("[ ] 2026-11-01 buy milk"), 0);
    }

    #[test]
    fn nothing_is_said_where_all_are_paused() {
        let ada = "## Ada @ada\n- pause: until 2026-11-22\n";
        let bob = "## Bob @bob\n- pause: until 2026-12-31\n";
        let plan = "## 2026-11-01\n- [ ] lunch with @ada and @bob\n";
        assert_count(&RULE, "2026-11-22", &format!("{ada}{bob}{plan}"), 0);
        assert_count(&RULE, "2026-11-23", &format!("{ada}{bob}{plan}"), 1);
        assert_count(&RULE, "2026-11-22", &format!("{ada}## Bob @bob\n{plan}"), 1);
        // Whoever is not declared is not paused, and not asked either.
        assert_count(&RULE, "2026-11-22", &format!("{ada}{plan}"), 0);
        // A tie that sleeps does not end a plan.
        assert_count(&RULE, "2026-11-22", &format!("## Ada @ada\n- status: dormant\n{plan}"), 1);
    }

    #[test]
    fn the_fix_marks_each_as_done_and_touches_nothing_else() {
        assert_fixed(
            &RULE,
            "2026-11-22",
            "## Ada @ada\n* [ ]  2026-11-01: call\n+ [ ] 2026-11-02 call: [ ] not this\n- [ ] 2026-11-22 call\n",
            "## Ada @ada\n* [x]  2026-11-01: call\n+ [x] 2026-11-02 call: [ ] not this\n- [ ] 2026-11-22 call\n",
        );
    }

    #[test]
    fn it_stands_on_each_in_every_file() {
        assert_marks(
            &RULE,
            "2026-11-22",
            "\
## Ada @ada
- [ ] 2026-11-01 call
  ^^^^^^^^^^^^^^^^^^^ planned for 2026-11-01, 21 days ago, and still open
--- b.net.md
## 2026-11-21
- [ ] offered @ada: the slides
  ^^^^^^^^^^^^^^^^ planned for 2026-11-21, 1 day ago, and still open
",
        );
    }
}
