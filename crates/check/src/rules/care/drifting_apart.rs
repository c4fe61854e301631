//! See the page below.

use messages::say;
use journal::Rhythm;

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::rules::care::overdue_contact::overdue;
use crate::words::at;

rule! {
    /// Somebody with whom you were in touch regularly has not been noted for unusually long.
    ///
    /// ## Why
    ///
    /// Good relationships need time and care, and most of them fade without anybody having decided it. What counts
    /// here is your own rhythm: the distance between the days on which contacts with this person are noted. When the
    /// silence has grown to more than twice the usual distance (the median), a word is still easy.
    ///
    /// It takes contacts on at least 5 days, and a silence of at least 14 days. After 12 times the usual distance the
    /// rule is silent: then it is no longer drifting. Nothing is said about people who are paused, whose `status` is
    /// not `active`, or of whom [overdue-contact](overdue-contact.md) speaks.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///    ^^^^^^^^^^^^^^^^^ @ada was last noted 2026-10-20, 33 days ago; until then about every 10 days
    ///
    /// ## Journal
    /// - 2026-09-10 coffee with @ada: the talk
    /// - 2026-09-20 call @ada
    /// - 2026-09-30 mail from @ada: her draft
    /// - 2026-10-10 mail @ada: read it
    /// - 2026-10-20 lunch with @ada
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## Journal
    /// - 2026-09-10 coffee with @ada: the talk
    /// - 2026-09-20 call @ada
    /// - 2026-09-30 mail from @ada: her draft
    /// - 2026-10-10 mail @ada: read it
    /// - 2026-10-20 lunch with @ada
    /// - 2026-11-08 call @ada: how the talk went
    /// ```
    name: "drifting-apart",
    group: Care,
    level: Info,
    options: [
        ("min-days", 5, "Days with contacts that it takes to see a rhythm."),
        ("factor", 2, "How many times the usual distance must have passed."),
        ("min-gap", 14, "Days of silence below which nothing is said."),
        ("max-factor", 12, "How many times the usual distance may have passed before it is no longer drifting."),
    ],
    english: "
        message = { $who } was last noted { $last }, { days } ago; until then about every { $usual ->
            [one] day
           *[other] { $usual } days
        }
        last = the last contact that is noted
        entry = mail { $who }: ...
        help = a few words to { $who } are enough; or `- status: dormant` if it is fine as it is
    ",
    german: "
        title = Jemand, mit dem du regelmäßig Kontakt hattest, wurde ungewöhnlich lange nicht notiert
        message = { $who } wurde zuletzt am { $last } notiert, vor { days-dative }; bis dahin etwa { $usual ->
            [one] jeden Tag
           *[other] alle { $usual } Tage
        }
        last = der letzte notierte Kontakt
        entry = geschrieben { $who }: ...
        help = ein paar Worte an { $who } genügen; oder `- status: dormant`, wenn es gut ist, wie es ist
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    for (id, person) in network.people() {
        if !person.is_active() || person.is_paused(check.today) {
            continue;
        }
        let Some(rhythm) = Rhythm::of(network.contacts(id, check.today)) else { continue };
        let Some(twice_median) = rhythm.twice_median.filter(|_| rhythm.days >= check.number("min-days")) else { continue };
        let last = rhythm.last;
        let gap = check.today - last.day;
        let exceeds = |factor| rhythm.is_exceeded(check.number(factor), check.today);
        if !exceeds("factor") || gap < check.days("min-gap") || exceeds("max-factor") || overdue(check, id).is_some() {
            continue;
        }
        let who = at(network, id);
        let usual = f64::from(i32::try_from(twice_median).unwrap_or(i32::MAX)) / 2.0;
        let message = say!(check, "message", who = &who, last = last.day, days = gap, usual);
        let finding = Finding::new(person.place, message)
            .about([id])
            .see(last.place(network), say!(check, "last"))
            .settled_by(say!(check, "entry", who = &who))
            .help(say!(check, "help", who));
        found.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with};

    fn journal(fields: &str, days: &[&str]) -> String {
        let entries: Vec<String> = days.iter().map(|day| format!("- {day} call @ada\n")).collect();
        format!("## Ada @ada\n{fields}\n## Log\n{}", entries.concat())
    }

    /// Every 10 days, last on 2026-10-11.
    const REGULAR: [&str; 5] = ["2026-09-01", "2026-09-11", "2026-09-21", "2026-10-01", "2026-10-11"];

    #[test]
    fn it_speaks_between_twice_and_twelve_times_the_usual() {
        let text = journal("", &REGULAR);
        assert_count(&RULE, "2026-10-31", &text, 0);
        assert_count(&RULE, "2026-11-01", &text, 1);
        assert_count(&RULE, "2027-02-08", &text, 1);
        assert_count(&RULE, "2027-02-09", &text, 0);
    }

    #[test]
    fn it_takes_five_different_days() {
        assert_count(&RULE, "2026-11-22", &journal("", &REGULAR[1..]), 0);
        let mut days = REGULAR[1..].to_vec();
        days.extend(["2026-10-11", "2026-10-11", "2026-09-11"]);
        assert_count(&RULE, "2026-11-22", &journal("", &days), 0);
        days.push("2026-09-01");
        assert_count(&RULE, "2026-11-22", &journal("", &days), 1);
    }

    #[test]
    fn it_takes_two_weeks_of_silence() {
        let days = ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05", "2026-11-07"];
        // Every day: 12 days of silence are too few, 14 too many, and in between there is nothing.
        for today in 8..=30 {
            assert_count(&RULE, &format!("2026-11-{today:02}"), &journal("", &days), 0);
        }
        let days = ["2026-11-01", "2026-11-03", "2026-11-05", "2026-11-07", "2026-11-09"];
        assert_count(&RULE, "2026-11-22", &journal("", &days), 0);
        assert_count(&RULE, "2026-11-23", &journal("", &days), 1);
        assert_count(&RULE, "2026-12-03", &journal("", &days), 1);
        assert_count(&RULE, "2026-12-04", &journal("", &days), 0);
    }

    #[test]
    fn the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        // Gaps of 1, 10, 11 and 30 days: the median is 10.5, twice that 21.
        let days = ["2026-09-01", "2026-09-02", "2026-09-12", "2026-09-23", "2026-10-23"];
        assert_count(&RULE, "2026-11-13", &journal("", &days), 0);
        assert_count(&RULE, "2026-11-14", &journal("", &days), 1);
        // Of an odd number it is the middle one: gaps of 1, 1, 10, 11 and 30 days.
        let days = ["2026-08-31", "2026-09-01", "2026-09-02", "2026-09-12", "2026-09-23", "2026-10-23"];
        assert_count(&RULE, "2026-11-12", &journal("", &days), 0);
        assert_count(&RULE, "2026-11-13", &journal("", &days), 1);
        assert_marks(
            &RULE,
            "2026-11-14",
            "\
## Ada @ada
   ^^^^^^^^ @ada was last noted 2026-10-23, 22 days ago; until then about every 10.5 days
- met: 2026-09-01
### 2026-09-12
We talked.
### Log
- 2026-09-02 got
- 2026-09-23 mail from @ada
- 2026-10-23 conference
",
        );
    }

    #[test]
    fn only_contacts_count() {
        let text = journal("", &REGULAR);
        let with = |entry: &str| format!("{text}## Bob @bob\n- {entry}\n");
        assert_count(&RULE, "2026-11-22", &with("2026-11-20 tried @ada"), 1);
        assert_count(&RULE, "2026-11-22", &with("2026-11-20 note @ada"), 1);
        assert_count(&RULE, "2026-11-22", &with("[ ] 2026-11-20 call @ada"), 1);
        assert_count(&RULE, "2026-11-22", &with("2026-11-23 call @ada"), 1);
        assert_count(&RULE, "2026-11-22", &with("2026-11-20 mail @ada, @b, @c, @d"), 1);
        assert_count(&RULE, "2026-11-22", &with("2026-11-20 mail from @ada"), 0);
    }

    #[test]
    fn the_paused_and_those_who_are_not_active_are_left_out() {
        assert_count(&RULE, "2026-11-22", &journal("- status: active\n- kind: family\n", &REGULAR), 1);
        assert_count(&RULE, "2026-11-22", &journal("- status: dormant\n", &REGULAR), 0);
        assert_count(&RULE, "2026-11-22", &journal("- status: ended\n", &REGULAR), 0);
        assert_count(&RULE, "2026-11-22", &journal("- pause: until 2026-11-22\n", &REGULAR), 0);
        assert_count(&RULE, "2026-11-22", &journal("- pause: until 2026-11-21\n", &REGULAR), 1);
    }

    #[test]
    fn it_leaves_the_word_to_overdue_contact() {
        assert_count(&RULE, "2026-11-08", &journal("- every: 4 weeks\n", &REGULAR), 1);
        assert_count(&RULE, "2026-11-09", &journal("- every: 4 weeks\n", &REGULAR), 0);
        assert_count(&RULE, "2026-11-22", &journal("- every: never\n", &REGULAR), 1);
    }

    #[test]
    fn its_numbers_can_be_changed() {
        let with = |day: &str, numbers: &[(&str, u32)], found: bool| {
            let ago = journal::Day::parse(day).unwrap() - journal::Day::parse("2026-10-11").unwrap();
            let mark = format!("\n   ^^^^^^^^ @ada was last noted 2026-10-11, {ago} days ago; until then about every 10 days\n");
            let text = journal("", &REGULAR).replacen('\n', if found { &mark } else { "\n" }, 1);
            assert_marks_with(&RULE, day, &text, &journal::Settings::default(), numbers);
        };
        with("2026-11-01", &[("min-days", 6)], false);
        with("2026-11-01", &[("factor", 3)], false);
        with("2026-11-11", &[("factor", 3)], true);
        with("2026-11-01", &[("min-gap", 21)], true);
        with("2026-11-01", &[("min-gap", 22)], false);
        with("2026-11-10", &[("max-factor", 3)], true);
        with("2026-11-11", &[("max-factor", 3)], false);
        // No rhythm without two days, whatever the numbers.
        let once = journal("", &["2026-01-01"]);
        assert_marks_with(&RULE, "2026-11-22", &once, &journal::Settings::default(), &[("min-days", 0)]);
        assert_marks_with(&RULE, "2026-11-22", "## Ada @ada\n", &journal::Settings::default(), &[("min-days", 0)]);
    }

    #[test]
    fn all_files_are_one_journal() {
        let (early, late) = REGULAR.split_at(2);
        let text = format!("{}--- b.net.md\n{}", journal("", early), journal("", late).replace("## Ada @ada\n", ""));
        assert_count(&RULE, "2026-11-22", &text, 1);
    }
}
