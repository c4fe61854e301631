//! See the page below.

use messages::say;
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

rule! {
    /// You promised yourself more contacts than a week has room for.
    ///
    /// ## Why
    ///
    /// Good relationships need time and care, and the quality of a network beats its size. Somebody who wants to
    /// keep up with everybody keeps up with nobody; fewer reminders that can be followed do more than many that
    /// cannot.
    ///
    /// Every person with a cadence (`every`, or the circle's) wants 7 / its days contacts a week; a month has 30.44
    /// days, a year 365.25. Where all of them together want more than 10 a week, it is said once, on the person who
    /// is declared first. Paused people, those whose `status` is not `active`, and `every: never` want none.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada @ada
    ///    ^^^^^^^^ your cadences ask for 10.5 contacts a week, more than 10
    /// - every: 2 days
    /// ## Bob @bob
    /// - every: 2 days
    /// ## Carl @carl
    /// - every: 2 days
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada @ada
    /// - every: 2 days
    /// ## Bob @bob
    /// - every: weekly
    /// ## Carl @carl
    /// - every: monthly
    /// ```
    name: "overcommitted",
    group: Quality,
    level: Info,
    options: [("per-week", 10, "Contacts a week that the cadences may ask for.")],
    english: "
        message = your cadences ask for { $wanted } contacts a week, more than { $most }
        one = { $who } { $every }
        help = who can wait a little longer? `- every: monthly` or `- pause: until { $until }` leaves time for the others
    ",
    german: "
        title = Du hast dir mehr Kontakte vorgenommen, als in eine Woche passen
        message = deine Rhythmen verlangen { $wanted } Kontakte in der Woche, mehr als { $most }
        one = { $who } { $every }
        help = wer kann etwas länger warten? `- every: monthly` oder `- pause: until { $until }` lässt Zeit für die anderen
    ",
    check: check,
}

/// What sums of fractions may be off by: a third, 30 times, is 10.
const ROUNDING: f64 = 1e-6;

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let Some((first, person)) = network.people().next() else { return };
    let due = network.people().filter_map(|(id, person)| Some((id, person.due_every(check.today)?)));
    let mut wanted: Vec<_> = due.collect();
    let sum: f64 = wanted.iter().map(|(_, interval)| 7.0 / interval.days()).sum();
    let most = check.number("per-week");
    if sum <= f64::from(most) + ROUNDING {
        return;
    }
    // Rounded up, so that it never reads "10, more than 10".
    let shown = ((sum - ROUNDING) * 10.0).ceil() / 10.0;
    let message = say!(check, "message", wanted = shown, most);
    let mut finding = Finding::new(person.place, message)
        .about([first])
        .help(say!(check, "help", until = (check.today + 30).to_string()));
    wanted.sort_by(|(_, a), (_, b)| a.days().total_cmp(&b.days()));
    for (id, interval) in wanted.into_iter().take(5) {
        finding = finding.see(network.person(id).place, say!(check, "one", who = at(network, id), every = check.every(interval)));
    }
    found.push(finding);
}

#[cfg(test)]
mod tests {
    use journal::Settings;
    use testkit::TODAY;

    use super::RULE;
    use crate::levels::Levels;
    use crate::testing::{assert_count, assert_marks, assert_marks_with, diagnostics};

    fn people(count: usize, fields: &str) -> String {
        (0..count).map(|number| format!("## P @p{number}\n{fields}")).collect::<Vec<_>>().concat()
    }

    #[test]
    fn ten_a_week_is_not_more_than_ten() {
        // A month has 30.44 days: 43 of 7 / 30.44 are 9.89, 44 are 10.12.
        for (count, every) in [
            (10, "weekly"),
            (30, "3 weeks"),
            (70, "7 weeks"),
            (130, "13 weeks"),
            (43, "monthly"),
            (130, "quarterly"),
            (521, "yearly"),
        ] {
            let field = format!("- every: {every}\n");
            assert_count(&RULE, TODAY, &people(count, &field), 0);
            assert_count(&RULE, TODAY, &people(count + 1, &field), 1);
        }
    }

    #[test]
    fn quiet_people_want_nothing() {
        let ten = people(10, "- every: weekly\n");
        let more = |field: &str| format!("{ten}## Q @q\n{field}\n");
        assert_count(&RULE, TODAY, &more("- every: 1000 years"), 1);
        assert_count(&RULE, TODAY, &more("- circle: network"), 1);
        assert_count(&RULE, TODAY, &more("- every: weekly\n- kind: family"), 1);
        for quiet in [
            "",
            "- every: never",
            "- every: never\n- circle: inner",
            "- every: weekly\n- status: dormant",
            "- every: weekly\n- status: ended",
            "- every: weekly\n- pause: until 2026-11-22",
            "- every: weekly\n- pause: 2026-11-22 to 2026-12-01",
        ] {
            assert_count(&RULE, TODAY, &more(quiet), 0);
        }
        assert_count(&RULE, TODAY, &more("- every: weekly\n- pause: until 2026-11-21"), 1);
        assert_count(&RULE, TODAY, &more("- every: weekly\n- pause: 2026-11-23 to 2026-12-01"), 1);
        assert_count(&RULE, TODAY, "", 0);
    }

    #[test]
    fn the_cadence_of_the_circle_counts_unless_there_is_an_own_one() {
        assert_count(&RULE, TODAY, &people(21, "- circle: inner\n"), 1);
        assert_count(&RULE, TODAY, &people(20, "- circle: inner\n"), 0);
        assert_count(&RULE, TODAY, &people(21, "- circle: inner\n- every: 3 weeks\n"), 0);
    }

    #[test]
    fn it_stands_once_on_whoever_is_declared_first() {
        let first = "\
## 2026-11-01
- call @p1
## Zoe @zoe
   ^^^^^^^^ your cadences ask for 10.1 contacts a week, more than 10
- status: ended
--- b.net.md
";
        let ten = people(10, "- every: weekly\n");
        assert_marks(&RULE, TODAY, &format!("{first}{ten}## Q @q\n- every: 1000 years\n"));
    }

    #[test]
    fn it_points_to_those_who_want_most() {
        let text = format!("{}## Q @q\n- every: 3 days\n", people(10, "- every: weekly\n"));
        let settings = Settings::default();
        let network = testkit::network(&[("a.net.md", &text)], &settings);
        let found = diagnostics(&RULE, &network, &settings, &Levels::default(), TODAY).remove(0).finding;
        let related: Vec<&str> = found.related.iter().map(|it| it.message.as_str()).collect();
        assert_eq!(related[..3], ["@q every 3 days", "@p0 every week", "@p1 every week"]);
        assert_eq!(related.len(), 5);
    }

    #[test]
    fn the_number_can_be_changed() {
        let text = "## A @a\n   ^^^^ your cadences ask for 7 contacts a week, more than 6\n- every: 1 day\n";
        assert_marks_with(&RULE, TODAY, text, &Settings::default(), &[("per-week", 6)]);
        assert_marks_with(&RULE, TODAY, "## A @a\n- every: 1 day\n", &Settings::default(), &[("per-week", 7)]);
        assert_marks_with(&RULE, TODAY, "## A @a\n", &Settings::default(), &[("per-week", 0)]);
    }
}
