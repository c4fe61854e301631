//! See the page below.

use messages::say;
use journal::{Contact, PersonId};

use crate::asks::{early, see_last};
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::{at, at_all};

rule! {
    /// You asked somebody for something out of the blue.
    ///
    /// ## Why
    ///
    /// Good relationships need time and care; who hears from you only when you need something feels used. Better
    /// is a word without a purpose first, and the request later.
    ///
    /// An `asked` is cold for each person with whom no contact is noted in the 180 days before it. Any contact
    /// warms, mail and thanks too, also one of the same day that stands above the request; an attempt, a note, a
    /// plan and a mass message do not. Only requests of the last 90 days are reported.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Bob Noyce @bob
    ///
    /// ## 2026-01-10
    /// - lunch with @bob: his new team
    ///
    /// ## 2026-11-10
    /// - asked @bob: referral at Initech ^referral
    ///   ^^^^^^^^^^ @bob was asked with no contact noted in the 180 days before
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Bob Noyce @bob
    ///
    /// ## 2026-10-20
    /// - call @bob: how the new team gets along
    ///
    /// ## 2026-11-10
    /// - asked @bob: referral at Initech ^referral
    /// ```
    name: "cold-ask",
    group: Tact,
    level: Warning,
    options: [
        ("days", 180, "Days before a request in which a contact warms it."),
        ("recent-days", 90, "Days back from today that are looked at."),
    ],
    english: "
        message = { were } asked with no contact noted in the { days } before
        before = the last contact with { $who } before it, { $day }
        help = say hello first another time; if you did, note it above: `- call { $who }: how they are`
    ",
    german: "
        title = Du hast jemanden aus heiterem Himmel um etwas gebeten
        message = { were } gebeten, ohne dass innerhalb von { days-dative } davor ein Kontakt notiert ist
        before = der letzte Kontakt mit { $who } davor, { $day }
        help = sag ein andermal erst Hallo; hast du es getan, notiere es darüber: `- Anruf { $who }: wie es geht`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let days = check.days("days");
    let is_cold = |last: &Option<Contact>, ask: Contact| last.is_none_or(|last| ask.day - last.day > days);
    for request in early(check, |last, contact| *last = Some(contact), is_cold) {
        let people: Vec<PersonId> = request.people.iter().map(|(id, _)| *id).collect();
        let who = at_all(check, &people);
        let message = say!(check, "message", who, people = people.len(), days = check.number("days"));
        let help = say!(check, "help", who = at(check.network, people[0]));
        let finding = Finding::new(check.network.head(request.entry), message).help(help);
        found.push(see_last(finding, check, request.people.iter().copied()).about(people));
    }
}

#[cfg(test)]
mod tests {
    use journal::Settings;
    use testkit::TODAY;

    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with, before};

    #[test]
    fn contact_180_days_before_is_near_enough() {
        let ask = "## 2026-11-10\n- asked @bob: x\n";
        let text = |days| format!("## Bob @bob\n## {}\n- mail @bob\n{ask}", before("2026-11-10", days));
        assert_count(&RULE, TODAY, &text(180), 0);
        assert_count(&RULE, TODAY, &text(181), 1);
    }

    #[test]
    fn requests_of_the_last_90_days_are_reported() {
        let text = |days| format!("## Bob @bob\n## {}\n- asked @bob: x\n", before(TODAY, days));
        assert_count(&RULE, TODAY, &text(90), 1);
        assert_count(&RULE, TODAY, &text(91), 0);
        assert_count(&RULE, TODAY, &text(0), 1);
        assert_count(&RULE, TODAY, &text(-1), 0);
    }

    #[test]
    fn only_what_stands_before_counts() {
        let day = |text: &str| format!("## Bob @bob\n## 2026-11-10\n{text}");
        assert_count(&RULE, TODAY, &day("- call @bob\n- asked @bob: x\n"), 0);
        assert_count(&RULE, TODAY, &day("- asked @bob: x\n- call @bob\n"), 1);
        // The first request is a contact before the second.
        assert_count(&RULE, TODAY, &day("- asked @bob: x\n- asked @bob: y\n"), 1);
        assert_count(&RULE, TODAY, "## Bob @bob\n- met: 2026-11-10\n## 2026-11-10\n- asked @bob: x\n", 0);
        let page = "## Bob @bob\n### 2026-11-10\nWe talked about engines.\n## 2026-11-10\n- asked @bob: x\n";
        assert_count(&RULE, TODAY, page, 0);
        // Files go by their names, days by the calendar.
        let later = "## 2026-11-10\n- asked @bob: x\n--- b.net.md\n## Bob @bob\n## 2026-11-09\n- call @bob\n";
        assert_count(&RULE, TODAY, later, 0);
    }

    #[test]
    fn every_contact_warms_and_nothing_else() {
        for (line, count) in [
            ("mail @bob", 0),
            ("mail from @bob", 0),
            ("thanked @bob", 0),
            ("conference @bob", 0),
            ("fizzled @bob", 0),
            ("got from @bob: intro", 0),
            ("tried @bob", 1),
            ("no answer @bob", 1),
            ("note @bob: moved", 1),
            ("[ ] lunch with @bob", 1),
            ("[x] lunch with @bob", 0),
            ("mail @bob, @w, @x, @y: news", 1),
            ("mail @bob, @w, @x: news", 0),
            ("call @w: about @bob", 1),
        ] {
            let text = format!("## Bob @bob\n## 2026-11-01\n- {line}\n## 2026-11-10\n- asked @bob: x\n");
            assert_count(&RULE, TODAY, &text, count);
        }
    }

    #[test]
    fn plans_questions_from_others_and_strangers_are_left_out() {
        assert_count(&RULE, TODAY, "## Bob @bob\n## 2026-11-10\n- [ ] asked @bob: x\n", 0);
        assert_count(&RULE, TODAY, "## Bob @bob\n## 2026-11-10\n- asked by @bob: x\n", 0);
        assert_count(&RULE, TODAY, "## Bob @bob\n## 2026-11-10\n- asked @bop: x\n", 0);
        assert_count(&RULE, TODAY, "## Bob @bob\n## 2026-11-10\n- offered @bob: x\n", 0);
    }

    #[test]
    fn one_finding_names_all_for_whom_it_is_cold() {
        let text = "\
## Ada @ada
## Bob @bob
## Carl @carl
## 2026-11-01
- call @bob
## 2026-11-10
- asked @carl, @bob and @ada: a review
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ @ada and @carl were asked with no contact noted in the 180 days before
";
        assert_marks(&RULE, TODAY, text);
    }

    #[test]
    fn the_number_can_be_changed() {
        let text = "\
## Bob @bob
- status: ended
## 2026-11-01
- call @bob
## 2026-11-10
- asked @bob: x
  ^^^^^^^^^^ @bob was asked with no contact noted in the 8 days before
";
        assert_marks_with(&RULE, TODAY, text, &Settings::default(), &[("days", 8)]);
        assert_count(&RULE, TODAY, &text.lines().take(6).collect::<Vec<_>>().join("\n"), 0);
    }
}
