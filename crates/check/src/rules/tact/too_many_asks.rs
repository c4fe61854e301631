//! See the page below.

use messages::say;
use std::collections::HashMap;

use foldhash::fast::RandomState;
use journal::{Act, Day, EntryId, PersonId, Place};

use crate::asks::asked_lately;
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::{at, at_all};

rule! {
    /// You asked somebody again before you gave something.
    ///
    /// ## Why
    ///
    /// Do not overstrain people: each request draws on the tie, and who profits from a favor thinks of giving back
    /// before asking for the next one.
    ///
    /// Reported is an `asked` at most 60 days after the one before it to the same person, where no favor of yours
    /// to them (`gave`, `introduced`) is noted from the day of the first request to the day of the second. Plans
    /// count for nothing. Only requests of the last 90 days are reported.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Bob Noyce @bob
    ///
    /// ## 2026-10-05
    /// - asked @bob: a reference for Initech ^reference
    ///
    /// ## 2026-11-10
    /// - asked @bob: an introduction to @grace ^intro
    ///   ^^^^^^^^^^ @bob was asked on 2026-10-05 already, and no favor given since is noted
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Bob Noyce @bob
    ///
    /// ## 2026-10-05
    /// - asked @bob: a reference for Initech ^reference
    ///
    /// ## 2026-10-20
    /// - gave @bob: went through his slides
    ///
    /// ## 2026-11-10
    /// - asked @bob: an introduction to @grace ^intro
    /// ```
    name: "too-many-asks",
    group: Tact,
    level: Warning,
    options: [
        ("days", 60, "Days after a request in which another one is too many."),
        ("recent-days", 90, "Days back from today that are looked at."),
    ],
    english: "
        message = { were } asked on { $day } already, and no favor given since is noted
        before = the request before
        help = what could you do for { $who } in return? If you did it, note it: `- gave { $who }: ...`
    ",
    german: "
        title = Du hast wieder um etwas gebeten, bevor du etwas gegeben hast
        message = { were } schon am { $day } gebeten, und seitdem ist kein Gefallen von dir notiert
        before = die Bitte davor
        help = was könntest du im Gegenzug für { $who } tun? Hast du es getan, notiere es: `- gegeben { $who }: ...`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let mut hurried = hurried(check);
    hurried.sort_unstable();
    // One request to many may follow as many others.
    let mut heads: HashMap<EntryId, Place, RandomState> = HashMap::default();
    for all in hurried.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let (later, earlier, first) = all[0];
        let Some(day) = network.entry(earlier).day() else { continue };
        let people: Vec<PersonId> = all.iter().map(|(_, _, person)| *person).collect();
        let message = say!(check, "message", who = at_all(check, &people), people = people.len(), day);
        let help = say!(check, "help", who = at(network, first));
        let head = *heads.entry(later).or_insert_with(|| network.head(later));
        let finding = Finding::new(head, message)
            .see(network.entry(earlier).place(), say!(check, "before"))
            .help(help)
            .about(people);
        found.push(finding);
    }
}

/// Recent requests that followed another one too soon: the later, the earlier, and of whom both were asked.
fn hurried(check: &Check<'_>) -> Vec<(EntryId, EntryId, PersonId)> {
    let (network, days) = (check.network, check.days("days"));
    let mut found = Vec::new();
    let mut asked: Vec<(Day, EntryId)> = Vec::new();
    let mut given: Vec<Day> = Vec::new();
    for (person, _) in network.people().filter(|(person, _)| asked_lately(check, *person)) {
        asked.clear();
        given.clear();
        for contact in network.contacts(person, check.today) {
            let Some(id) = contact.entry else { continue };
            match contact.act {
                Act::Asked => asked.push((contact.day, id)),
                Act::Gave => given.push(contact.day),
                _ => {}
            }
        }
        for pair in asked.windows(2) {
            let ((before, earlier), (after, later)) = (pair[0], pair[1]);
            let gift = given.get(given.partition_point(|day| *day < before));
            let has_given = gift.is_some_and(|day| *day <= after);
            if check.is_recent(after) && after - before <= days && !has_given {
                found.push((later, earlier, person));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use journal::Settings;
    use testkit::TODAY;

    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with, before};

    /// Entries with Bob, each so many days before today.
    fn journal(entries: &[(i32, &str)]) -> String {
        let line = |(days, entry): &(i32, &str)| format!("## {}\n- {entry}\n", before(TODAY, *days));
        let lines: String = entries.iter().map(line).collect();
        format!("# People\n## Bob @bob\n# Days\n{lines}")
    }

    #[test]
    fn within_60_days_and_the_later_one_recent() {
        let days = |first, second| journal(&[(first, "asked @bob: x"), (second, "asked @bob: y")]);
        assert_count(&RULE, TODAY, &days(60, 0), 1);
        assert_count(&RULE, TODAY, &days(61, 0), 0);
        assert_count(&RULE, TODAY, &days(5, 5), 1);
        assert_count(&RULE, TODAY, &days(0, 60), 1);
        assert_count(&RULE, TODAY, &days(150, 90), 1);
        assert_count(&RULE, TODAY, &days(150, 91), 0);
        assert_count(&RULE, TODAY, &days(10, -1), 0);
    }

    #[test]
    fn a_favor_from_the_first_day_to_the_last_makes_it_right() {
        let gift = |days, entry| journal(&[(20, "asked @bob: x"), (10, "asked @bob: y"), (days, entry)]);
        for (days, count) in [(21, 1), (20, 0), (15, 0), (10, 0), (9, 1)] {
            assert_count(&RULE, TODAY, &gift(days, "gave @bob: z"), count);
            assert_count(&RULE, TODAY, &gift(days, "introduced @x to @bob"), count);
        }
        for other in [
            "gave from @bob: z",
            "got from @bob: z",
            "offered @bob: z",
            "thanked @bob",
            "[ ] gave @bob: z",
            "gave @x: z for @bob",
            "coffee with @bob",
        ] {
            assert_count(&RULE, TODAY, &gift(15, other), 1);
        }
        // Each request is compared with the one right before it.
        assert_count(&RULE, TODAY, &format!("{}- 2026-11-22 asked @bob: z\n", gift(15, "gave @bob: z")), 1);
    }

    #[test]
    fn only_requests_of_mine_that_happened() {
        for (line, count) in [
            ("ask @bob: y", 1),
            ("[x] asked @bob: y", 1),
            ("asked @x and @bob: y", 1),
            ("asked from @bob: y", 0),
            ("asked by @bob: y", 0),
            ("[ ] asked @bob: y", 0),
            ("offered @bob: y", 0),
            ("asked @x: y of @bob", 0),
        ] {
            assert_count(&RULE, TODAY, &journal(&[(20, "asked @bob: x"), (10, line)]), count);
        }
        assert_count(&RULE, TODAY, &journal(&[(20, "asked @x: x"), (10, "asked @x: y")]), 0);
    }

    #[test]
    fn three_requests_are_two_too_many_and_people_are_told_together() {
        let text = "\
## Ada @ada
## Bob @bob
- status: ended
## Carl @carl
## 2026-11-03
- asked @bob, @ada and @carl: c
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ @ada and @bob were asked on 2026-11-02 already, and no favor given since is noted
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ @carl was asked on 2026-10-01 already, and no favor given since is noted
--- b.net.md
## 2026-10-01
- asked @carl: a
## 2026-11-02
- asked @ada and @bob: b
## 2026-11-03
- asked @bob: d
  ^^^^^^^^^^ @bob was asked on 2026-11-03 already, and no favor given since is noted
";
        assert_marks(&RULE, TODAY, text);
    }

    #[test]
    fn the_numbers_can_be_changed() {
        let text = "\
## Bob @bob
## 2026-10-01
- asked @bob: x
## 2026-11-11
- asked @bob: y
  ^^^^^^^^^^ @bob was asked on 2026-10-01 already, and no favor given since is noted
";
        assert_marks_with(&RULE, TODAY, text, &Settings::default(), &[("days", 41), ("recent-days", 11)]);
        let text = text.lines().take(5).collect::<Vec<_>>().join("\n");
        assert_marks_with(&RULE, TODAY, &text, &Settings::default(), &[("days", 40)]);
        assert_marks_with(&RULE, TODAY, &text, &Settings::default(), &[("recent-days", 10)]);
    }
}
