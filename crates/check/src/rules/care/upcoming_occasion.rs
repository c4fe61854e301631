//! See the page below.

use messages::say;
use journal::Day;

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

rule! {
    /// Somebody's birthday is near.
    ///
    /// ## Why
    ///
    /// Good relationships need time and care, and a birthday is the easiest occasion for a word: nobody wonders why
    /// you write. To know someone professionally is not to be close friends; a line is enough.
    ///
    /// It speaks from 7 days before the birthday (`born`) to the day itself. Whoever was born on 29 February has the
    /// birthday on 1 March in other years. Left out are people who are paused or whose `status` is not `active`.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///    ^^^^^^^^^^^^^^^^^ @ada turns 41 on 2026-11-25, in 3 days
    /// - born: 1985-11-25
    ///
    /// ## Bob Noyce @bob
    ///    ^^^^^^^^^^^^^^ birthday of @bob on 2026-11-22, today
    /// - born: 11-22
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - born: 1985-12-10
    ///
    /// ## Bob Noyce @bob
    /// - born: 11-21
    /// ```
    name: "upcoming-occasion",
    group: Care,
    level: Info,
    options: [("days", 7, "Days before a birthday from which it is named.")],
    english: "
        when = { $days ->
            [0] today
            [1] tomorrow
           *[other] in { $days } days
        }
        message = birthday of { $who } on { $day }, { when }
        message-age = { $who } turns { $age } on { $day }, { when }
        entry = wished { $who }: a happy birthday
        help = a line is enough, and an entry for it: `- { entry }`
    ",
    german: "
        title = Jemand hat bald Geburtstag
        when = { $days ->
            [0] heute
            [1] morgen
           *[other] in { $days } Tagen
        }
        message = { $who } hat am { $day } Geburtstag, { when }
        message-age = { $who } wird am { $day } { $age } Jahre alt, { when }
        entry = gewünscht { $who }: alles Gute zum Geburtstag
        help = eine Zeile genügt, und ein Eintrag dafür: `- { entry }`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    for (id, person) in check.network.people() {
        let Some(born) = person.born.filter(|_| person.is_active() && !person.is_paused(check.today)) else { continue };
        let Some(next) = check.today.next_birthday(born.month, born.day) else { continue };
        if next - check.today > check.days("days") {
            continue;
        }
        let (who, days) = (&at(check.network, id), next - check.today);
        let message = match born.year.map(|year| year_of(next) - year) {
            Some(age @ 1..) => say!(check, "message-age", who, age, day = next, days),
            _ => say!(check, "message", who, day = next, days),
        };
        let finding = Finding::new(person.place, message)
            .about([id])
            .settled_by(say!(check, "entry", who))
            .help(say!(check, "help", who));
        found.push(finding);
    }
}

fn year_of(day: Day) -> i32 {
    day.ymd().0
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with};

    #[test]
    fn it_speaks_in_the_week_before_and_on_the_day() {
        let text = "## Ada @ada\n- born: 11-29\n";
        assert_count(&RULE, "2026-11-21", text, 0);
        assert_count(&RULE, "2026-11-22", text, 1);
        assert_count(&RULE, "2026-11-29", text, 1);
        assert_count(&RULE, "2026-11-30", text, 0);
    }

    #[test]
    fn a_year_may_end_before_it() {
        let text = "## Ada @ada\n- born: 1990-01-02\n";
        assert_count(&RULE, "2026-12-25", text, 0);
        assert_marks(
            &RULE,
            "2026-12-26",
            "## Ada @ada\n   ^^^^^^^^ @ada turns 37 on 2027-01-02, in 7 days\n- born: 1990-01-02\n",
        );
        assert_marks(
            &RULE,
            "2027-01-01",
            "## Ada @ada\n   ^^^^^^^^ @ada turns 37 on 2027-01-02, tomorrow\n- born: 1990-01-02\n",
        );
    }

    #[test]
    fn whoever_was_born_on_a_leap_day_has_it_on_the_first_of_march() {
        let born = "- born: 2000-02-29\n";
        let text = format!("## Ada @ada\n{born}");
        assert_count(&RULE, "2026-02-21", &text, 0);
        assert_count(&RULE, "2026-02-22", &text, 1);
        assert_marks(&RULE, "2026-03-01", &format!("## Ada @ada\n   ^^^^^^^^ @ada turns 26 on 2026-03-01, today\n{born}"));
        assert_count(&RULE, "2026-03-02", &text, 0);
        assert_count(&RULE, "2028-02-21", &text, 0);
        assert_marks(&RULE, "2028-02-22", &format!("## Ada @ada\n   ^^^^^^^^ @ada turns 28 on 2028-02-29, in 7 days\n{born}"));
        assert_count(&RULE, "2028-03-01", &text, 0);
        // 2100 is no leap year.
        assert_count(&RULE, "2100-03-01", "## Ada @ada\n- born: 02-29\n", 1);
    }

    #[test]
    fn an_age_is_told_only_where_there_is_one() {
        let mark = "## Ada @ada\n   ^^^^^^^^ birthday of @ada on 2026-11-25, in 3 days\n";
        assert_marks(&RULE, "2026-11-22", &format!("{mark}- born: 2026-11-25\n"));
        assert_marks(&RULE, "2026-11-22", &format!("{mark}- born: 2030-11-25\n"));
        assert_marks(&RULE, "2026-11-22", &format!("{mark}- born: 11-25\n"));
        assert_count(&RULE, "2026-11-22", "## Ada @ada\n- born: 11-31\n- birthday: 11-25\n", 0);
    }

    #[test]
    fn the_paused_and_those_who_are_not_active_are_left_out() {
        let with = |fields: &str| format!("## Ada @ada\n- born: 11-25\n{fields}");
        assert_count(&RULE, "2026-11-22", &with("- status: active\n- kind: family\n- every: never\n"), 1);
        assert_count(&RULE, "2026-11-22", &with("- status: dormant\n"), 0);
        assert_count(&RULE, "2026-11-22", &with("- status: ended\n"), 0);
        assert_count(&RULE, "2026-11-22", &with("- pause: until 2026-11-22\n"), 0);
        assert_count(&RULE, "2026-11-23", &with("- pause: until 2026-11-22\n"), 1);
    }

    #[test]
    fn its_number_can_be_changed() {
        let settings = journal::Settings::default();
        let mark = "## Ada @ada\n   ^^^^^^^^ birthday of @ada on 2026-12-06, in 14 days\n- born: 12-06\n";
        assert_marks_with(&RULE, "2026-11-22", mark, &settings, &[("days", 14)]);
        assert_marks_with(&RULE, "2026-11-22", "## Ada @ada\n- born: 12-06\n", &settings, &[("days", 13)]);
        assert_marks_with(&RULE, "2026-11-22", "## Ada @ada\n- born: 11-23\n", &settings, &[("days", 0)]);
    }
}
