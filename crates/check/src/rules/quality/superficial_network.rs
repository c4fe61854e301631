//! See the page below.

use messages::say;
use journal::PersonId;

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

rule! {
    /// Most of your network has not been heard from for a year.
    ///
    /// ## Why
    ///
    /// The quality of a network beats its size: hundreds of shallow connections are no help when one is needed.
    /// Fewer people, and more of each, is no loss.
    ///
    /// Of at least 20 people whose `status` is `active`, more than half have no contact noted in the last 365 days
    /// in which they took part: a meeting, a call, an event, or something that came from them. What only you sent
    /// does not count, nor do attempts, plans and notes. It is said once, on the person who is declared first.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada @ada
    ///    ^^^^^^^^ 11 of 20 active people have no meeting, call or answer noted in the last 365 days
    /// ## Bob @bob
    /// ## Carl @carl
    /// ## Dora @dora
    /// ## Ed @ed
    /// ## Fay @fay
    /// ## Gus @gus
    /// ## Hana @hana
    /// ## Ida @ida
    /// ## Jan @jan
    /// ## Kim @kim
    /// ## Lea @lea
    /// ## Max @max
    /// ## Nora @nora
    /// ## Omar @omar
    /// ## Pia @pia
    /// ## Quin @quin
    /// ## Rosa @rosa
    /// ## Sam @sam
    /// ## Tara @tara
    ///
    /// ## 2026-05-01
    /// - dinner with @ada, @bob, @carl, @dora, @ed, @fay, @gus, @hana and @ida
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada @ada
    /// ## Bob @bob
    /// ## Carl @carl
    /// ## Dora @dora
    ///
    /// ## 2026-05-01
    /// - dinner with @ada and @bob
    /// ```
    name: "superficial-network",
    group: Quality,
    level: Info,
    options: [
        ("min-people", 20, "Active people from which on a network is large enough to be judged."),
        ("days", 365, "Days back from today in which there should be a contact from both sides."),
    ],
    english: "
        message = { $shallow } of { $all } active people have no meeting, call or answer noted { lately }
        one = { $who } is one of them
        help = who of them matters to you? Begin with one; `- status: dormant` lets the others sleep
    ",
    german: "
        title = Vom größten Teil deines Netzes hast du ein Jahr lang nichts gehört
        message = bei { $shallow } von { $all } aktiven Personen ist { lately } weder Treffen noch Anruf noch Antwort notiert
        one = { $who } gehört dazu
        help = wer von ihnen ist dir wichtig? Fang mit einer Person an; `- status: dormant` lässt die anderen ruhen
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let Some((first, person)) = network.people().next() else { return };
    let active = network.people().filter(|(_, person)| person.is_active());
    let (known, shallow): (Vec<PersonId>, Vec<PersonId>) =
        active.map(|(id, _)| id).partition(|id| network.hears_from(*id, check.days("days"), check.today));
    let all = known.len() + shallow.len();
    if all < check.number("min-people") as usize || shallow.len() * 2 <= all {
        return;
    }
    let message = say!(check, "message", shallow = shallow.len(), all, days = check.number("days"));
    let mut finding = Finding::new(person.place, message)
        .about([first])
        .help(say!(check, "help"));
    for id in shallow.into_iter().take(5) {
        finding = finding.see(network.person(id).place, say!(check, "one", who = at(network, id)));
    }
    found.push(finding);
}

#[cfg(test)]
mod tests {
    use journal::Settings;
    use testkit::TODAY;

    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with, before};

    /// So many active people.
    fn people(count: usize) -> String {
        (0..count).map(|number| format!("## P @p{number}\n")).collect::<Vec<_>>().concat()
    }

    /// A line with the first so many of them.
    fn with(count: usize, day: &str, verb: &str) -> String {
        let all: Vec<String> = (0..count).map(|number| format!("@p{number}")).collect();
        format!("# D\n- {day} {verb} {}\n", all.join(", "))
    }

    #[test]
    fn more_than_half_of_at_least_20() {
        let text = |all, known| people(all) + &with(known, "2026-11-01", "dinner");
        assert_count(&RULE, TODAY, &people(19), 0);
        assert_count(&RULE, TODAY, &people(20), 1);
        assert_count(&RULE, TODAY, &text(20, 9), 1);
        assert_count(&RULE, TODAY, &text(20, 10), 0);
        assert_count(&RULE, TODAY, &text(21, 10), 1);
        assert_count(&RULE, TODAY, &text(21, 11), 0);
        assert_count(&RULE, TODAY, "", 0);
    }

    #[test]
    fn only_active_people_count() {
        let text = |field: &str| format!("{}## Q @q\n- {field}\n", people(19));
        assert_count(&RULE, TODAY, &text("status: active"), 1);
        assert_count(&RULE, TODAY, &text("pause: until 2027-01-01"), 1);
        assert_count(&RULE, TODAY, &text("kind: family"), 1);
        assert_count(&RULE, TODAY, &text("status: dormant"), 0);
        assert_count(&RULE, TODAY, &text("status: ended"), 0);
        // Those who are not active are not among the half either.
        let sleeping = format!("{}{}", "## Q @q\n- status: dormant\n", people(20)) + &with(10, "2026-11-01", "dinner");
        assert_count(&RULE, TODAY, &sleeping, 0);
    }

    #[test]
    fn the_last_365_days_are_looked_at() {
        let text = |days| people(20) + &with(10, &before(TODAY, days).to_string(), "dinner");
        for (days, count) in [(365, 0), (366, 1), (0, 0), (-1, 1)] {
            assert_count(&RULE, TODAY, &text(days), count);
        }
    }

    #[test]
    fn both_sides_must_have_taken_part() {
        for (verb, count) in [
            ("dinner", 0),
            ("call", 0),
            ("conference", 0),
            ("mail from", 0),
            ("got from", 0),
            ("declined", 0),
            ("tried", 1),
            ("note", 1),
            ("[ ] dinner", 1),
            ("mail", 1),
            ("invited", 1),
            ("thanked", 1),
            ("gave", 1),
            ("asked", 1),
        ] {
            let line = with(10, "2026-11-01", verb).replace("- 2026-11-01 [ ]", "- [ ] 2026-11-01");
            assert_count(&RULE, TODAY, &(people(20) + &line), count);
        }
        // What I sent since does not hide what was before.
        let text = people(20) + &with(10, "2026-10-01", "dinner") + &with(10, "2026-11-01", "thanked");
        assert_count(&RULE, TODAY, &text, 0);
        let met = people(10) + &people(10).replace("@p", "@q").replace('\n', "\n- met: 2025-11-22\n");
        assert_count(&RULE, TODAY, &met, 0);
    }

    #[test]
    fn it_stands_once_on_whoever_is_declared_first() {
        let text = "\
## @bea
## Ada @ada
   ^^^^^^^^ 2 of 3 active people have no meeting, call or answer noted in the last 9 days
- status: ended
## Bea @bea
--- b.net.md
## Cleo @cleo
## Dora @dora
## 2026-11-13
- call @bea
## 2026-11-12
- call @cleo
";
        assert_marks_with(&RULE, TODAY, text, &Settings::default(), &[("min-people", 3), ("days", 9)]);
        let unmarked = text.lines().filter(|line| !line.contains('^')).collect::<Vec<_>>().join("\n");
        assert_marks_with(&RULE, TODAY, &unmarked, &Settings::default(), &[("min-people", 4), ("days", 9)]);
        assert_marks_with(&RULE, TODAY, &unmarked, &Settings::default(), &[("min-people", 3), ("days", 10)]);
        assert_marks_with(&RULE, TODAY, "", &Settings::default(), &[("min-people", 0)]);
        assert_marks(&RULE, TODAY, &unmarked);
    }
}
