//! See the page below.

use messages::say;
use journal::Requests;

use super::{by_entry, reference_to, weighs};
use crate::asks::asked_lately;
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at_all;

rule! {
    /// You asked for something, and nothing is noted about what became of it.
    ///
    /// ## Why
    ///
    /// A request that is left hanging weighs on both sides: the other may feel guilty, and you may not know whether to
    /// ask again. One friendly question settles it; and where it came to nothing, saying so is no reproach, but the
    /// moment to say thank you all the same.
    ///
    /// An `asked` of the last 90 days is reported after more than 30 days, unless a `got`, `fizzled` or `declined`
    /// refers to it, a `fizzled` or `declined` that refers to no request ended it (it ends the oldest that is open with
    /// that person), or a later `got` from that person is noted. Family, and people whose `status` is `ended`, are
    /// left out.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Bob Noyce @bob
    ///
    /// ## 2026-10-10
    /// - asked @bob: referral at Initech ^referral
    ///   ^^^^^^^^^^ 43 days after asking @bob, nothing is noted about what became of it
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Bob Noyce @bob
    ///
    /// ## 2026-10-10
    /// - asked @bob: referral at Initech ^referral
    ///
    /// ## 2026-11-20
    /// - fizzled for ^referral: the job was frozen
    /// - thanked @bob for ^referral
    /// ```
    name: "stale-request",
    group: Reciprocity,
    level: Warning,
    options: [
        ("days", 30, "Days after which something should be known."),
        ("recent-days", 90, "Days back from today that are looked at."),
    ],
    english: "
        message = { days } after asking { $who }, nothing is noted about what became of it
        entry = got from { $who }: what happened
        entry-for = got from { $who } for { $reference }
        help = ask how it stands, or note how it ended: `- { entry }`, or `- fizzled { $who }: what happened`
        help-for = ask how it stands, or note how it ended: `- { entry-for }`, or `- fizzled { $who } for { $reference }`
    ",
    german: "
        title = Du hast um etwas gebeten, und was daraus wurde, ist nicht notiert
        message = { days } nach der Bitte an { $who } ist nicht notiert, was daraus wurde
        entry = bekommen von { $who }: was geschah
        entry-for = bekommen von { $who } für { $reference }
        help = frag nach, wie es steht, oder notiere, wie es ausging: `- { entry }`, oder `- verlaufen { $who }: was geschah`
        help-for = frag nach, wie es steht, oder notiere, wie es ausging: `- { entry-for }`, oder `- verlaufen { $who } für { $reference }`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let is_due = |day| check.is_recent(day) && check.today - day > check.days("days");
    let mut open = Vec::new();
    for (person, _) in network.people().filter(|(id, person)| weighs(person) && asked_lately(check, *id)) {
        let asked = Requests::of(network, person, check.today).open(network, person, check.today).into_iter();
        open.extend(asked.filter(|(day, _)| is_due(*day)).map(|(_, id)| (id, person)));
    }
    for (id, people) in by_entry(network, open) {
        let Some((day, _)) = network.happened(id, check.today) else { continue };
        let who = &at_all(check, &people);
        let message = say!(check, "message", who, days = check.today - day);
        let (entry, help) = match &reference_to(network, id) {
            Some(reference) => (say!(check, "entry-for", who, reference), say!(check, "help-for", who, reference)),
            None => (say!(check, "entry", who), say!(check, "help", who)),
        };
        found.push(Finding::new(network.head(id), message).about(people).settled_by(entry).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with, journal};

    #[test]
    fn it_is_stale_after_thirty_days_and_forgotten_after_ninety() {
        let text = journal("", &["2026-01-01 asked @ada: it"]);
        assert_count(&RULE, "2026-01-31", &text, 0);
        assert_count(&RULE, "2026-02-01", &text, 1);
        assert_count(&RULE, "2026-04-01", &text, 1);
        assert_count(&RULE, "2026-04-02", &text, 0);
    }

    #[test]
    fn what_tells_the_end_is_enough() {
        let with = |entry: &str| journal("", &["2026-10-10 asked @ada: it ^it", entry]);
        for ended in [
            "2026-10-11 got from @ada: something else",
            "2026-10-10 got from @ada: the same day",
            "2026-10-09 got from @ada: noted for the wrong day, for ^it",
            "2026-11-20 fizzled for ^it",
            "2026-11-20 declined @ada",
            "2026-11-20 fizzled @ada: it",
            "2026-11-20 got from @bob: in her place, for ^it",
            "2026-11-20 introduced by @ada: him, for ^it",
        ] {
            assert_count(&RULE, "2026-11-22", &with(ended), 0);
        }
        for open in [
            "2026-10-09 got from @ada: before",
            "2026-10-09 declined by @ada: something older",
            "2026-10-20 got from @bob: something else",
            "2026-10-20 fizzled @bob",
            "2026-11-20 call @ada: for ^it",
            "2026-11-20 thanked @ada for ^it",
            "[ ] 2026-11-20 got from @ada for ^it",
            "2026-11-23 got from @ada for ^it",
            "2026-11-23 fizzled @ada",
        ] {
            assert_count(&RULE, "2026-11-22", &with(open), 1);
        }
    }

    #[test]
    fn of_one_day_a_favor_that_is_noted_before_is_not_later() {
        assert_count(&RULE, "2026-11-22", &journal("", &["2026-10-10 got from @ada", "2026-10-10 asked @ada: it"]), 1);
        let files = "--- b.net.md\n- 2026-10-10 got from @ada\n";
        assert_count(&RULE, "2026-11-22", &format!("{}{files}", journal("", &["2026-10-10 asked @ada: it"])), 0);
    }

    #[test]
    fn an_end_without_a_reference_ends_the_oldest() {
        assert_marks(
            &RULE,
            "2026-11-22",
            "\
## Ada @ada
- 2026-10-10 asked: first
- 2026-10-11 asked: second
  ^^^^^^^^^^^^^^^^ 42 days after asking @ada, nothing is noted about what became of it
- 2026-10-12 fizzled
",
        );
        // An old request that is open still takes the end that is noted.
        let text = journal("", &["2026-01-01 asked @ada: old", "2026-10-10 asked @ada: it", "2026-10-12 declined @ada"]);
        assert_count(&RULE, "2026-11-22", &text, 1);
    }

    #[test]
    fn one_request_to_several_is_reported_once() {
        assert_marks(
            &RULE,
            "2026-11-22",
            "\
## Ada @ada
## Bob @bob
## Carl @carl
## Dora @dora
- kind: family
## Journal
- 2026-10-10 asked @dora, @carl, @bob, @nobody, @ada: it
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 43 days after asking @carl and @ada, nothing is noted about what became of it
- 2026-10-12 got from @bob: it
",
        );
    }

    #[test]
    fn plans_their_requests_family_and_ended_ties_are_left_out() {
        assert_count(&RULE, "2026-11-22", &journal("", &["[ ] 2026-10-10 asked @ada: it"]), 0);
        assert_count(&RULE, "2026-11-22", &journal("", &["2026-10-10 asked by @ada: it"]), 0);
        assert_count(&RULE, "2026-11-22", &journal("", &["2026-10-10 offered @ada: it"]), 0);
        let entry = ["2026-10-10 asked @ada: it"];
        assert_count(&RULE, "2026-11-22", &journal("- kind: family\n", &entry), 0);
        assert_count(&RULE, "2026-11-22", &journal("- status: ended\n", &entry), 0);
        assert_count(&RULE, "2026-11-22", &journal("- status: dormant\n- kind: friend\n", &entry), 1);
    }

    #[test]
    fn its_numbers_can_be_changed() {
        let settings = journal::Settings::default();
        let text = journal("", &["2026-11-12 asked @ada"]);
        assert_marks_with(&RULE, "2026-11-22", &text, &settings, &[("days", 10)]);
        let mark = "  ^^^^^^^^^^^^^^^^^^^^^ 10 days after asking @ada, nothing is noted about what became of it\n";
        assert_marks_with(&RULE, "2026-11-22", &format!("{text}{mark}"), &settings, &[("days", 9)]);
        assert_marks_with(&RULE, "2026-11-22", &text, &settings, &[("days", 9), ("recent-days", 9)]);
    }
}
