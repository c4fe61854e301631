//! See the page below.

use messages::say;
use std::collections::HashMap;

use foldhash::fast::RandomState;
use journal::{Act, Class, Contact, Direction, EntryId, Place};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

rule! {
    /// You reached out to somebody again and again, and no answer is noted.
    ///
    /// ## Why
    ///
    /// Care can become a burden: do not overstrain or annoy people. After several tries, silence is an answer for
    /// now, and a pause is kinder than one more message.
    ///
    /// Reported is a person with whom the last 3 contacts and attempts, or more, all came from you within 30 days,
    /// the newest in the last 14 days: what you wrote (`mail`, `message`, `comment`), `tried`, `asked` or
    /// `offered`, and courtesies like `congratulated` and `invited`. A call, a meeting, an event, an answer, thanks
    /// or a favor in between ends the row. Mass messages, notes and plans count for nothing.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Bob Noyce @bob
    ///
    /// ## 2026-11-02
    /// - mail @bob: would like to hear about the new job
    ///
    /// ## 2026-11-10
    /// - tried @bob
    ///
    /// ## 2026-11-18
    /// - message @bob: did my mail arrive?
    ///   ^^^^^^^^^^^^ you reached out to @bob 3 times since 2026-11-02, and no answer is noted
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Bob Noyce @bob
    ///
    /// ## 2026-11-02
    /// - mail @bob: would like to hear about the new job
    ///
    /// ## 2026-11-10
    /// - mail from @bob: busy until December
    ///
    /// ## 2026-11-18
    /// - message @bob: good luck with the launch
    /// ```
    name: "unanswered-streak",
    group: Tact,
    level: Warning,
    options: [
        ("count", 3, "Contacts and attempts in a row, all yours, that are too many."),
        ("window-days", 30, "Days between the first of them and the last."),
        ("recent-days", 14, "Days back from today in which the newest must fall."),
    ],
    english: "
        message = you reached out to { $who } { $times ->
            [one] 1 time
           *[other] { $times } times
        } since { $since }, and no answer is noted
        earlier = you reached out on { $day }
        help = give it some time; if there was an answer, note it: `- mail from { $who }: what it said`
    ",
    german: "
        title = Du hast dich immer wieder bei jemandem gemeldet, und keine Antwort ist notiert
        message = du hast dich seit dem { $since } { $times ->
            [one] 1 Mal
           *[other] { $times } Mal
        } bei { $who } gemeldet, und keine Antwort ist notiert
        earlier = du hast dich am { $day } gemeldet
        help = lass etwas Zeit; gab es eine Antwort, notiere sie: `- mail von { $who }: was darin stand`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let (least, window) = (check.number("count").max(1) as usize, check.days("window-days"));
    // One entry may be the newest of many people.
    let mut heads: HashMap<EntryId, Place, RandomState> = HashMap::default();
    for (person, _) in network.people() {
        let mut row = network.touches(person, check.today).rev().take_while(asks_for_an_answer);
        let Some(newest) = row.next().filter(|newest| check.is_recent(newest.day)) else { continue };
        let Some(entry) = newest.entry else { continue };
        let others: Vec<Contact> = row.take_while(|touch| newest.day - touch.day <= window).collect();
        let times = others.len() + 1;
        if times < least {
            continue;
        }
        let who = &at(network, person);
        let since = others.last().map_or(newest.day, |first| first.day);
        let message = say!(check, "message", who, times, since);
        let head = *heads.entry(entry).or_insert_with(|| network.head(entry));
        let mut finding = Finding::new(head, message)
            .about([person])
            .help(say!(check, "help", who));
        for touch in others.iter().take(5) {
            finding = finding.see(touch.place(network), say!(check, "earlier", day = touch.day));
        }
        found.push(finding);
    }
}

/// Whether it was for the other to answer.
fn asks_for_an_answer(touch: &Contact) -> bool {
    touch.direction == Direction::Mine
        && match touch.class {
            Some(Class::Online | Class::Courtesy | Class::Attempt) => true,
            Some(Class::Request) => matches!(touch.act, Act::Asked | Act::Offered),
            _ => false,
        }
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
    fn three_within_30_days() {
        let days = |days: [i32; 3]| journal(&days.map(|day| (day, "mail @bob: hello")));
        assert_count(&RULE, TODAY, &days([30, 15, 0]), 1);
        assert_count(&RULE, TODAY, &days([31, 15, 0]), 0);
        assert_count(&RULE, TODAY, &days([0, 0, 0]), 1);
        assert_count(&RULE, TODAY, &journal(&[(1, "mail @bob"), (0, "mail @bob")]), 0);
        // Only the newest must be recent.
        assert_count(&RULE, TODAY, &days([44, 20, 14]), 1);
        assert_count(&RULE, TODAY, &days([44, 20, 15]), 0);
        // What is later counts for nothing yet.
        assert_count(&RULE, TODAY, &days([2, 1, -1]), 0);
    }

    #[test]
    fn the_order_is_that_of_time_not_of_lines() {
        let tail = [(5, "mail @bob"), (4, "mail @bob"), (3, "mail @bob")];
        assert_count(&RULE, TODAY, &journal(&[&tail[..], &[(6, "call @bob")]].concat()), 1);
        assert_count(&RULE, TODAY, &journal(&[&tail[..], &[(4, "call @bob")]].concat()), 0);
        // Of one day, what stands below is later.
        assert_count(&RULE, TODAY, &journal(&[&tail[..], &[(3, "call @bob")]].concat()), 0);
        assert_count(&RULE, TODAY, &journal(&[&[(5, "call @bob")], &tail[..]].concat()), 1);
    }

    #[test]
    fn what_counts_what_ends_the_row_and_what_does_neither() {
        let two = [(9, "mail @bob"), (8, "message @bob")];
        for (line, count) in [
            ("comment @bob", 1),
            ("tried @bob", 1),
            ("congratulated @bob", 1),
            ("invited @bob: the party", 1),
            ("wished @bob: luck", 1),
            ("asked @bob: x", 1),
            ("offered @bob: x", 1),
            ("mail @bob, @x and @y", 1),
            // These end the row.
            ("mail from @bob", 0),
            ("tried from @bob", 0),
            ("asked by @bob: x", 0),
            ("offered by @bob: x", 0),
            ("call @bob", 0),
            ("coffee @bob", 0),
            ("meetup @bob", 0),
            ("conference @bob", 0),
            ("thanked @bob", 0),
            ("gave @bob: x", 0),
            ("introduced @bob to @x", 0),
            ("got from @bob: x", 0),
            ("fizzled @bob: x", 0),
            ("declined @bob: x", 0),
        ] {
            assert_count(&RULE, TODAY, &journal(&[&two[..], &[(7, line)]].concat()), count);
        }
        let neutral = ["note @bob: moved", "[ ] lunch with @bob", "mail @bob, @x, @y, @z: news", "call @x: about @bob"];
        for neutral in neutral {
            assert_count(&RULE, TODAY, &journal(&[&two[..], &[(7, neutral)]].concat()), 0);
            assert_count(&RULE, TODAY, &journal(&[&two[..], &[(7, neutral), (6, "mail @bob")]].concat()), 1);
        }
    }

    #[test]
    fn a_meeting_noted_in_a_field_or_in_prose_ends_the_row() {
        let mails = "## 2026-11-10\n- mail @bob\n- mail @bob\n- mail @bob\n";
        assert_count(&RULE, TODAY, &format!("# P\n## Bob @bob\n- met: 2026-11-10\n{mails}"), 1);
        assert_count(&RULE, TODAY, &format!("# P\n## Bob @bob\n- met: 2026-11-11\n{mails}"), 0);
        assert_count(&RULE, TODAY, &format!("# P\n## Bob @bob\n### 2026-11-11\nHe came by.\n{mails}"), 0);
    }

    #[test]
    fn everybody_has_an_own_row() {
        let text = "\
## Ada @ada
- status: dormant
## Bob @bob
- kind: family
## Carl @carl
## 2026-10-30
- tried @bob
## 2026-10-10
- mail @bob: x
## 2026-11-01
- mail @ada, @bob
- call @carl
## 2026-11-02
- mail @bob and @ada
--- b.net.md
- [ ] 2026-11-15 tried @carl
- 2026-11-15 no answer @ada, @bob, @carl: at the office
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ you reached out to @ada 3 times since 2026-11-01, and no answer is noted
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ you reached out to @bob 4 times since 2026-10-30, and no answer is noted
";
        assert_marks(&RULE, TODAY, text);
    }

    #[test]
    fn the_numbers_can_be_changed() {
        let text = "\
## Bob @bob
## 2026-10-01
- mail @bob
## 2026-10-11
- mail @bob
  ^^^^^^^^^ you reached out to @bob 2 times since 2026-10-01, and no answer is noted
";
        let numbers = [("count", 2), ("window-days", 10), ("recent-days", 42)];
        assert_marks_with(&RULE, TODAY, text, &Settings::default(), &numbers);
        for (option, number) in [("count", 3), ("window-days", 9), ("recent-days", 41)] {
            let numbers = [&numbers[..], &[(option, number)]].concat();
            let text = text.lines().take(5).collect::<Vec<_>>().join("\n");
            assert_marks_with(&RULE, TODAY, &text, &Settings::default(), &numbers);
        }
    }
}
