//! See the page below.

use messages::say;
use journal::{Class, Contact};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

rule! {
    /// Somebody is known from events alone.
    ///
    /// ## Why
    ///
    /// Events matter less than contact online and face to face: what begins at a conference becomes a tie only if
    /// somebody writes or calls afterwards. A fortnight later you still remember each other.
    ///
    /// Reported is a person with whom all contacts are of the classes event and conference (`event`, `meetup`,
    /// `conference`), the newest more than 14 and at most 365 days ago. One contact of another kind is enough, `met`
    /// and a page of prose too; attempts, plans, notes and mass messages are none.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Linus Pauling @linus
    ///    ^^^^^^^^^^^^^^^^^^^^ @linus is known from events alone, the last on 2026-10-02
    ///
    /// ## 2026-10-02
    /// - conference with @linus: sat next to him at dinner
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Linus Pauling @linus
    ///
    /// ## 2026-10-02
    /// - conference with @linus: sat next to him at dinner
    ///
    /// ## 2026-10-05
    /// - mail @linus: the paper that we talked about
    /// ```
    name: "event-only",
    group: Quality,
    level: Info,
    options: [
        ("min-days", 14, "Days after the newest event that are left for another contact."),
        ("max-days", 365, "Days after which it is too late to follow up."),
    ],
    english: "
        message = { $who } is known from events alone, the last on { $last }
        last = the last event that is noted
        help = a few lines while you remember each other? `- mail { $who }: what we talked about`
    ",
    german: "
        title = Jemanden kennst du nur von Veranstaltungen
        message = { $who } kennst du nur von Veranstaltungen, die letzte war am { $last }
        last = die letzte notierte Veranstaltung
        help = ein paar Zeilen, solange ihr euch erinnert? `- mail { $who }: worüber wir sprachen`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    for (id, person) in network.people() {
        let Some(newest) = network.contacts(id, check.today).next_back() else { continue };
        let days = check.today - newest.day;
        let is_time = days > check.days("min-days") && days <= check.days("max-days");
        if !is_time || !network.contacts(id, check.today).all(|contact| is_event(&contact)) {
            continue;
        }
        let who = &at(network, id);
        let message = say!(check, "message", who, last = newest.day);
        let finding = Finding::new(person.place, message)
            .about([id])
            .see(newest.place(network), say!(check, "last"))
            .help(say!(check, "help", who));
        found.push(finding);
    }
}

fn is_event(contact: &Contact) -> bool {
    matches!(contact.class, Some(Class::Event | Class::Conference))
}

#[cfg(test)]
mod tests {
    use journal::Settings;
    use testkit::TODAY;

    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with, before};

    #[test]
    fn more_than_14_and_at_most_365_days_ago() {
        let event = |days| format!("## Ada @ada\n## {}\n- meetup with @ada\n", before(TODAY, days));
        for (days, count) in [(-1, 0), (0, 0), (14, 0), (15, 1), (365, 1), (366, 0)] {
            assert_count(&RULE, TODAY, &event(days), count);
        }
        // The newest decides.
        let two = |days| format!("{}## 2024-01-01\n- event @ada\n", event(days));
        for (days, count) in [(14, 0), (15, 1), (365, 1), (366, 0)] {
            assert_count(&RULE, TODAY, &two(days), count);
        }
    }

    #[test]
    fn one_contact_of_another_kind_is_enough() {
        let text = |line: &str| format!("# P\n## Ada @ada\n## 2026-10-01\n- conf @ada\n## 2020-01-01\n- {line}\n");
        for (line, count) in [
            ("conference with @ada", 1),
            ("event with @ada", 1),
            ("tried @ada", 1),
            ("note @ada: x", 1),
            ("[ ] coffee @ada", 1),
            ("coffee @bob: about @ada", 1),
            ("mail @ada, @x, @y, @z", 1),
            ("mail @ada", 0),
            ("thanked @ada", 0),
            ("asked @ada: x", 0),
            ("got from @ada: x", 0),
            ("call @ada", 0),
        ] {
            assert_count(&RULE, TODAY, &text(line), count);
        }
        assert_count(&RULE, TODAY, "# P\n## Ada @ada\n- met: 2026-10-01\n# D\n- 2026-10-01 conf @ada\n", 0);
        assert_count(&RULE, TODAY, "# P\n## Ada @ada\n### 2026-10-02\nA walk.\n# D\n- 2026-10-01 conf @ada\n", 0);
        // A later one that did not happen yet, or only was tried, is none.
        assert_count(&RULE, TODAY, &text("tried @ada").replace("2020-01-01", "2026-11-20"), 1);
        assert_count(&RULE, TODAY, &text("call @ada").replace("2020-01-01", "2026-11-23"), 1);
        assert_count(&RULE, TODAY, "## Ada @ada\n## 2026-10-01\n- tried @ada\n- [ ] conf @ada\n", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n", 0);
    }

    #[test]
    fn everybody_of_an_event_whatever_their_status() {
        let text = "\
## Ada @ada
   ^^^^^^^^ @ada is known from events alone, the last on 2026-10-01
- status: dormant
- pause: until 2027-01-01
## Bob @bob
--- b.net.md
## Carl @carl
   ^^^^^^^^^^ @carl is known from events alone, the last on 2026-10-01
## 2026-10-01
- conference with @ada, @bob, @carl, @dora and @ed
- coffee with @bob
";
        assert_marks(&RULE, TODAY, text);
    }

    #[test]
    fn the_numbers_can_be_changed() {
        let text = "\
## Ada @ada
   ^^^^^^^^ @ada is known from events alone, the last on 2026-11-20
## 2026-11-20
- event with @ada
";
        assert_marks_with(&RULE, TODAY, text, &Settings::default(), &[("min-days", 1), ("max-days", 2)]);
        let text = "## Ada @ada\n## 2026-11-20\n- event with @ada\n";
        assert_marks_with(&RULE, TODAY, text, &Settings::default(), &[("min-days", 2)]);
        assert_marks_with(&RULE, TODAY, text, &Settings::default(), &[("min-days", 0), ("max-days", 1)]);
    }
}
