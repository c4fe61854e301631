//! See the page below.

use messages::say;
use journal::Favors;

use super::{by_entry, reference_to, weighs};
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at_all;

rule! {
    /// A favor was received long ago, and none in return is noted.
    ///
    /// ## Why
    ///
    /// Who profits from a favor thinks of giving back: that is what keeps a network alive. It need not be much, and it
    /// need not be soon; but after a quarter of a year it is easily forgotten.
    ///
    /// A favor received is a `got`, or what others gave (`introduced by @ada`). A favor given to the same person
    /// (`gave`, `helped`, `introduced`) that refers to a received one settles that one; each other settles the oldest
    /// that is still open and was received on or before its day. What is open after more than 90 days is reported.
    /// Family, and people whose `status` is `ended`, are left out.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-08-01
    /// - got from @ada: intro to Linus ^intro
    ///   ^^^^^^^^^^^^^ 113 days after this favor of @ada, none in return is noted
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-08-01
    /// - got from @ada: intro to Linus ^intro
    ///
    /// ## 2026-11-02
    /// - gave @ada: reviewed her talk, for ^intro
    /// ```
    name: "unreturned-favor",
    group: Reciprocity,
    level: Warning,
    options: [("days", 90, "Days after which a favor should be returned.")],
    english: "
        message = { days } after this favor of { $who }, none in return is noted
        entry = gave { $who }: what you did
        entry-for = gave { $who }: ..., for { $reference }
        help = is there something that would help { $who }? Then note it: `- { entry }`
        help-for = is there something that would help { $who }? Then note it: `- { entry-for }`
    ",
    german: "
        title = Ein Gefallen liegt lange zurück, und keiner im Gegenzug ist notiert
        message = { days } nach diesem Gefallen von { $who } ist keiner im Gegenzug notiert
        entry = gegeben { $who }: was du getan hast
        entry-for = gegeben { $who }: ..., für { $reference }
        help = gibt es etwas, das { $who } helfen würde? Dann notiere es: `- { entry }`
        help-for = gibt es etwas, das { $who } helfen würde? Dann notiere es: `- { entry-for }`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let is_old = |day| check.today - day > check.days("days");
    let mut open = Vec::new();
    for (person, _) in network.people().filter(|(_, person)| weighs(person)) {
        let received = Favors::of(network, person, check.today).received.into_iter();
        let unsettled = received.filter(|(day, _, settled)| settled.is_none() && is_old(*day));
        open.extend(unsettled.map(|(_, id, _)| (id, person)));
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
    fn a_favor_may_wait_ninety_days() {
        let text = journal("", &["2026-01-01 got from @ada: it"]);
        assert_count(&RULE, "2026-04-01", &text, 0);
        assert_count(&RULE, "2026-04-02", &text, 1);
        assert_count(&RULE, "2036-04-02", &text, 1);
    }

    #[test]
    fn any_favor_on_or_after_its_day_returns_it() {
        let with = |entry: &str| journal("", &["2026-02-01 got from @ada: it", entry]);
        for settled in [
            "2026-02-01 gave @ada: it",
            "2026-11-22 helped @ada",
            "2026-03-01 introduced @ada to @bob",
            "2026-03-01 introduced @bob to @ada",
            "[x] 2026-03-01 did @ada: it",
        ] {
            assert_count(&RULE, "2026-11-22", &with(settled), 0);
        }
        for open in [
            "2026-01-31 gave @ada: it",
            "2026-11-23 gave @ada: it",
            "[ ] 2026-03-01 gave @ada: it",
            "2026-03-01 gave @bob: it for @ada",
            "2026-03-01 thanked @ada",
            "2026-03-01 offered @ada: it",
            "2026-03-01 note @ada: gave her much",
        ] {
            assert_count(&RULE, "2026-11-22", &with(open), 1);
        }
    }

    #[test]
    fn each_favor_given_settles_one() {
        assert_marks(
            &RULE,
            "2026-11-22",
            "\
## Ada @ada
## Journal
- 2026-01-03 got from @ada: third
  ^^^^^^^^^^^^^^^^^^^^^^^^ 323 days after this favor of @ada, none in return is noted
- 2026-01-01 got from @ada: first
--- b.net.md
- 2026-01-02 got from @ada: second ^second
- 2026-01-05 gave @ada: one, for ^second
- 2026-01-05 gave @ada: another
",
        );
    }

    #[test]
    fn one_favor_of_several_is_reported_once() {
        let mark = |names: &str| {
            format!(
                "## Ada @ada\n## Bob @bob\n## Carl @carl\n- kind: family\n## Log\n\
                 - 2026-01-01 got from @bob, @carl, @nobody and @ada: it\n  \
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 325 days after this favor of {names}, none in return is noted\n"
            )
        };
        assert_marks(&RULE, "2026-11-22", &mark("@bob and @ada"));
        assert_marks(&RULE, "2026-11-22", &format!("{}- 2026-02-01 gave @bob: it\n", mark("@ada")));
    }

    #[test]
    fn what_others_gave_is_a_favor_received() {
        assert_count(&RULE, "2026-11-22", &journal("", &["2026-01-01 introduced by @ada: to Linus"]), 1);
        assert_count(&RULE, "2026-11-22", &journal("", &["2026-01-01 helped by @ada: much"]), 1);
        assert_count(&RULE, "2026-11-22", &journal("", &["[ ] 2026-01-01 got from @ada: it"]), 0);
    }

    #[test]
    fn family_and_ended_ties_are_left_out() {
        let entry = ["2026-01-01 got from @ada: it"];
        assert_count(&RULE, "2026-11-22", &journal("- kind: family\n", &entry), 0);
        assert_count(&RULE, "2026-11-22", &journal("- status: ended\n", &entry), 0);
        assert_count(&RULE, "2026-11-22", &journal("- status: dormant\n", &entry), 1);
        assert_count(&RULE, "2026-11-22", &journal("- kind: friend\n- pause: until 2027-01-01\n", &entry), 1);
    }

    #[test]
    fn its_number_can_be_changed() {
        let text = journal("", &["2026-11-12 got from @ada"]);
        let settings = journal::Settings::default();
        assert_marks_with(&RULE, "2026-11-22", &text, &settings, &[("days", 10)]);
        let mark = "  ^^^^^^^^^^^^^^^^^^^^^^^^ 10 days after this favor of @ada, none in return is noted\n";
        assert_marks_with(&RULE, "2026-11-22", &format!("{text}{mark}"), &settings, &[("days", 9)]);
    }
}
