//! See the page below.

use messages::say;
use std::collections::HashMap;

use foldhash::fast::RandomState;
use journal::{DatedHeading, PersonId};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};

rule! {
    /// A date heading stands out of order.
    ///
    /// ## Why
    ///
    /// A journal reads well when time runs one way, and a day that stands elsewhere is often a slip in the date.
    ///
    /// The first two date headings of a file that differ say which way it runs. A heading is out of order if it
    /// stands on the wrong side of the date heading before it, of those below the same person: below another person,
    /// time begins anew.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## 2026-11-20
    /// ## 2026-11-10
    /// ## 2026-11-15
    ///    ^^^^^^^^^^ 2026-11-15 stands below 2026-11-10, but time falls in this file
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## 2026-11-20
    /// ## 2026-11-15
    /// ## 2026-11-10
    /// ```
    name: "unsorted-dates",
    group: Format,
    level: Info,
    english: "
        rises = { $day } stands below { $before }, but time rises in this file
        falls = { $day } stands below { $before }, but time falls in this file
        last = the date before
        help = is the date right? Else move it to its place
    ",
    german: "
        title = Eine Überschrift mit Datum steht nicht in der Reihe
        rises = { $day } steht unter { $before }, aber in dieser Datei steigt die Zeit
        falls = { $day } steht unter { $before }, aber in dieser Datei fällt die Zeit
        last = das Datum davor
        help = stimmt das Datum? Sonst rück es an seinen Platz
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    for file in check.network.date_headings.chunk_by(|a, b| a.place.file == b.place.file) {
        let Some(second) = file.iter().find(|heading| heading.day != file[0].day) else { continue };
        let is_rising = second.day > file[0].day;
        let mut before: HashMap<Option<PersonId>, &DatedHeading, RandomState> = HashMap::default();
        for heading in file {
            let Some(last) = before.insert(heading.person, heading) else { continue };
            if heading.day == last.day || (heading.day > last.day) == is_rising {
                continue;
            }
            let (day, before) = (heading.day, last.day);
            let message =
                if is_rising { say!(check, "rises", day, before) } else { say!(check, "falls", day, before) };
            let finding = Finding::new(heading.place, message)
                .about(heading.person)
                .see(last.place, say!(check, "last"))
                .help(say!(check, "help"));
            found.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks};

    const TODAY: &str = "2026-11-22";

    fn assert_days(days: &[u32], count: usize) {
        let text = days.iter().map(|day| format!("## 2026-11-{day:02}\n- note: x\n")).collect::<Vec<_>>().concat();
        assert_count(&RULE, TODAY, &text, count);
    }

    #[test]
    fn the_first_two_that_differ_set_the_order() {
        assert_days(&[], 0);
        assert_days(&[3], 0);
        assert_days(&[3, 1], 0);
        assert_days(&[1, 3, 3, 4], 0);
        assert_days(&[3, 3, 1, 1], 0);
        assert_days(&[3, 3, 1, 2], 1);
        assert_days(&[1, 3, 2, 4], 1);
        assert_days(&[1, 3, 2, 1], 2);
        assert_days(&[5, 5, 5], 0);
    }

    #[test]
    fn each_file_and_each_person_has_an_order_of_its_own() {
        assert_marks(
            &RULE,
            TODAY,
            "## Ada @ada
### 2026-11-10 Tuesday
### 2026-11-01
## Bob @bob
### 2026-11-20
### 2026-11-05
### 2026-11-06 Friday
    ^^^^^^^^^^ 2026-11-06 stands below 2026-11-05, but time falls in this file
## @ada
### 2026-11-02
    ^^^^^^^^^^ 2026-11-02 stands below 2026-11-01, but time falls in this file
# Log
## 2026-11-30
## 2026-13-30
## 2026-11-29
--- b.net.md
## 2026-11-01
## 2026-11-02
## 2026-11-1
   ^^^^^^^^^ 2026-11-01 stands below 2026-11-02, but time rises in this file
",
        );
    }
}
