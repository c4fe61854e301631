//! See the page below.

use messages::say;
use journal::{Place, Span};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};

rule! {
    /// Something is noted as done that lies in the future.
    ///
    /// ## Why
    ///
    /// It cannot have happened. Perhaps the date is wrong, and then the contact counts on the wrong day; perhaps it is
    /// a plan, and then it is worth a box: plans are remembered, and you are told when their day has passed.
    ///
    /// Reported is each entry with a verb, notes included, that is dated after today and is no plan. It is an error
    /// although it depends on the day.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-23
    /// - lunch with @ada: bring the book back
    ///   ^^^^^^^^^^^^^^^ dated 2026-11-23, which is after today, but noted as done
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-23
    /// - [ ] lunch with @ada: bring the book back
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-23
    /// - [ ] lunch with @ada: bring the book back
    ///
    /// ## 2026-11-22
    /// - call @ada: made an appointment
    /// ```
    name: "future-entry",
    group: Format,
    level: Error,
    english: "
        message = dated { $day }, which is after today, but noted as done
        help = is the date right? A plan has a box: `- [ ] lunch with @ada: ...`
        fix = Make it a plan
    ",
    german: "
        title = Etwas ist als erledigt notiert, das in der Zukunft liegt
        message = auf den { $day } datiert, also nach heute, aber als erledigt notiert
        help = stimmt das Datum? Ein Plan hat ein Kästchen: `- [ ] Mittagessen mit @ada: ...`
        fix = Einen Plan daraus machen
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    for (id, entry) in network.entries().filter(|(_, entry)| entry.is_done()) {
        let Some(day) = entry.day().filter(|day| *day > check.today) else { continue };
        let item = network.item(id);
        let place = |span| Place { file: entry.file, span };
        let message = say!(check, "message", day);
        let (place_of_box, text) = match item.task {
            Some((_, span)) => (place(span), "[ ]"),
            None => (place(Span::at(entry.body.start)), "[ ] "),
        };
        let finding = Finding::new(place(item.head(entry.body)), message)
            .about(network.participating(id))
            .help(say!(check, "help"))
            .fix(false, say!(check, "fix"), place_of_box, text);
        found.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_fixed, assert_marks};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn tomorrow_is_the_future_and_today_is_not() {
        for (day, count) in [("2026-11-21", 0), ("2026-11-22", 0), ("2026-11-23", 1), ("9999-12-31", 1)] {
            assert_count(&RULE, TODAY, &format!("## {day}\n- call @ada\n"), count);
            assert_count(&RULE, TODAY, &format!("## 2026-11-01\n- {day} note: @ada\n"), count);
            assert_count(&RULE, TODAY, &format!("## {day}\n- [ ] call @ada\n- pondered @ada\n- prose\n"), 0);
        }
        assert_count(&RULE, "2024-02-28", "## 2024-02-29\n- call @ada\n", 1);
        assert_count(&RULE, "2024-02-29", "## 2024-02-29\n- call @ada\n", 0);
    }

    #[test]
    fn the_head_is_marked_and_met_or_prose_is_no_entry() {
        assert_marks(
            &RULE,
            TODAY,
            "## Ada @ada
- met: 2026-12-24 at a fair
### 2026-12-24
Prose.
## 2026-12-2
- thanks to @ada and @bob for ^x: well done
  ^^^^^^^^^^^^^^^^^^^^^^^ dated 2026-12-02, which is after today, but noted as done
- event: a fair
  ^^^^^ dated 2026-12-02, which is after today, but noted as done
",
        );
    }

    #[test]
    fn a_box_makes_it_a_plan() {
        let before = "- [x] 2026-12-01 call @ada\n- 2026-12-02 call @ada\n";
        let after = "- [ ] 2026-12-01 call @ada\n- [ ] 2026-12-02 call @ada\n";
        assert_fixed(&RULE, TODAY, before, after);
    }
}
