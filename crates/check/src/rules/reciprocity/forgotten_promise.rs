//! See the page below.

use messages::say;
use journal::Act;

use super::{by_entry, reference_to, weighs};
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at_all;

rule! {
    /// You offered something, and no favor since then is noted.
    ///
    /// ## Why
    ///
    /// A promise is remembered longer by whom it was made to than by who made it. Keeping it is the simplest favor
    /// there is; and if it cannot be kept, a word costs little.
    ///
    /// An `offered` of the last 90 days is reported after more than 30 days, unless a later favor given to that person
    /// (`gave`, `helped`, `introduced`) is noted. Family, and people whose `status` is `ended`, are left out.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-10-10
    /// - offered @ada: to review her talk ^review
    ///   ^^^^^^^^^^^^ 43 days after this offer to @ada, no favor is noted
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-10-10
    /// - offered @ada: to review her talk ^review
    ///
    /// ## 2026-11-02
    /// - gave @ada: reviewed her talk, for ^review
    /// ```
    name: "forgotten-promise",
    group: Reciprocity,
    level: Warning,
    options: [
        ("days", 30, "Days after which a promise should be kept."),
        ("recent-days", 90, "Days back from today that are looked at."),
    ],
    english: "
        message = { days } after this offer to { $who }, no favor is noted
        entry = gave { $who }: what you did
        entry-for = gave { $who } for { $reference }
        help = did it happen? Then `- { entry }`; if it cannot, a word to { $who } costs little
        help-for = did it happen? Then `- { entry-for }`; if it cannot, a word to { $who } costs little
    ",
    german: "
        title = Du hast etwas angeboten, und seitdem ist kein Gefallen notiert
        message = { days } nach diesem Angebot an { $who } ist kein Gefallen notiert
        entry = gegeben { $who }: was du getan hast
        entry-for = gegeben { $who } für { $reference }
        help = ist es geschehen? Dann `- { entry }`; wenn es nicht geht, kostet ein Wort an { $who } wenig
        help-for = ist es geschehen? Dann `- { entry-for }`; wenn es nicht geht, kostet ein Wort an { $who } wenig
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let is_due = |day| check.is_recent(day) && check.today - day > check.days("days");
    let mut open = Vec::new();
    for (person, _) in network.people().filter(|(_, person)| weighs(person)) {
        let touches = network.touches(person, check.today).rev().take_while(|touch| check.is_recent(touch.day));
        let since_last_favor = touches.take_while(|touch| touch.act != Act::Gave);
        let offered = since_last_favor.filter(|touch| touch.act == Act::Offered && is_due(touch.day));
        open.extend(offered.filter_map(|touch| Some((touch.entry?, person))));
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
    fn it_is_named_after_thirty_days_and_left_alone_after_ninety() {
        let text = journal("", &["2024-01-31 offered @ada: it"]);
        assert_count(&RULE, "2024-03-01", &text, 0);
        assert_count(&RULE, "2024-03-02", &text, 1);
        assert_count(&RULE, "2024-04-30", &text, 1);
        assert_count(&RULE, "2024-05-01", &text, 0);
    }

    #[test]
    fn any_later_favor_keeps_it() {
        let with = |entry: &str| journal("", &["2026-10-10 offered @ada: it ^it", entry]);
        for kept in [
            "2026-10-10 gave @ada: it",
            "2026-10-11 introduced @ada to @bob",
            "[x] 2026-11-22 helped @ada",
            "2026-10-20 gave for ^it",
        ] {
            assert_count(&RULE, "2026-11-22", &with(kept), 0);
        }
        for open in [
            "2026-10-09 gave @ada: it, for ^it",
            "2026-10-20 gave @bob: it, for ^it",
            "2026-10-20 gave by @ada: it",
            "2026-10-20 offered by @ada: it",
            "[ ] 2026-10-20 gave @ada: it",
            "2026-11-23 gave @ada: it",
            "2026-10-20 call @ada: for ^it",
        ] {
            assert_count(&RULE, "2026-11-22", &with(open), 1);
        }
    }

    #[test]
    fn of_one_day_a_favor_that_is_noted_before_is_not_later() {
        assert_count(&RULE, "2026-11-22", &journal("", &["2026-10-10 gave @ada: it", "2026-10-10 offered @ada: more"]), 1);
        let text = journal("", &["2026-10-10 gave @ada: it"]);
        assert_count(&RULE, "2026-11-22", &format!("{text}--- 0.net.md\n- 2026-10-10 offered @ada: it\n"), 0);
    }

    #[test]
    fn one_offer_to_several_is_reported_once_and_each_offer_for_itself() {
        assert_marks(
            &RULE,
            "2026-11-22",
            "\
## Ada @ada
## Bob @bob
## Carl @carl
- status: ended
## Journal
- 2026-10-10 offered @bob, @carl, @nobody and @ada: it
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 43 days after this offer to @bob and @ada, no favor is noted
- 2026-10-11 offered @ada: more
  ^^^^^^^^^^^^^^^^^^^^^^^ 42 days after this offer to @ada, no favor is noted
- 2026-10-12 offered @carl and @nobody: it
- 2026-11-12 offered @ada: still time
",
        );
    }

    #[test]
    fn plans_their_offers_family_and_ended_ties_are_left_out() {
        assert_count(&RULE, "2026-11-22", &journal("", &["[ ] 2026-10-10 offered @ada: it"]), 0);
        assert_count(&RULE, "2026-11-22", &journal("", &["2026-10-10 offered by @ada: it"]), 0);
        let entry = ["2026-10-10 offered @ada: it"];
        assert_count(&RULE, "2026-11-22", &journal("- kind: family\n", &entry), 0);
        assert_count(&RULE, "2026-11-22", &journal("- status: ended\n", &entry), 0);
        assert_count(&RULE, "2026-11-22", &journal("- status: dormant\n- kind: friend\n", &entry), 1);
    }

    #[test]
    fn its_numbers_can_be_changed() {
        let settings = journal::Settings::default();
        let text = journal("", &["2026-11-12 offered @ada"]);
        assert_marks_with(&RULE, "2026-11-22", &text, &settings, &[("days", 10)]);
        let mark = "  ^^^^^^^^^^^^^^^^^^^^^^^ 10 days after this offer to @ada, no favor is noted\n";
        assert_marks_with(&RULE, "2026-11-22", &format!("{text}{mark}"), &settings, &[("days", 9)]);
        assert_marks_with(&RULE, "2026-11-22", &text, &settings, &[("days", 9), ("recent-days", 9)]);
    }
}
