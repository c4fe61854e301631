//! See the page below.

use messages::say;
use journal::{Contact, Place};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

rule! {
    /// A week has gone by without a contact of yours.
    ///
    /// ## Why
    ///
    /// The study's advice is to attend to the network at least once a week: good relationships need time and care, and
    /// a little every week is easier than a lot once a year. This looks at the network as a whole, not at one person.
    ///
    /// It speaks when no contact that you began, or that both of you shared, is noted for the last 7 days, today
    /// included. What others began does not count, nor do attempts, plans and messages to very many. It speaks once,
    /// on the newest dated entry, and only where the network has at least one contact and at least one person whose
    /// `status` is `active`.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// ## Bob Noyce @bob
    ///
    /// ## 2026-11-14
    /// - coffee with @ada: her new engine
    ///
    /// ## 2026-11-19
    /// - mail from @bob: asks how I am
    ///   ^^^^^^^^^^^^^^ no contact of yours is noted in the last 7 days: the last was on 2026-11-14, with @ada
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// ## Bob Noyce @bob
    ///
    /// ## 2026-11-14
    /// - coffee with @ada: her new engine
    ///
    /// ## 2026-11-19
    /// - mail from @bob: asks how I am
    /// - mail @bob: well, and a question about his engine
    /// ```
    name: "idle-week",
    group: Care,
    level: Warning,
    options: [("days", 7, "Days, today included, of which one should have a contact of yours.")],
    english: "
        message = no contact of yours is noted { lately }
        message-last = no contact of yours is noted { lately }: the last was on { $last }, with { $who }
        last = the last contact of yours that is noted
        help = who would be glad of a word? A short one is enough, and a line for it: `- mail @handle: ...`
    ",
    german: "
        title = Eine Woche ist ohne einen Kontakt von dir vergangen
        message = { lately } ist kein Kontakt von dir notiert
        message-last = { lately } ist kein Kontakt von dir notiert: der letzte war am { $last }, mit { $who }
        last = dein letzter notierter Kontakt
        help = wer würde sich über ein Wort freuen? Ein kurzes genügt, und eine Zeile dafür: `- mail @handle: ...`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let last = network.people().filter_map(|(id, _)| network.contacts(id, check.today).next_back());
    let Some(newest) = last.max_by_key(Contact::order) else { return };
    let own = network.last_own(check.today);
    let is_idle = own.is_none_or(|(_, own)| check.today - own.day >= check.days("days"));
    if !is_idle || !network.people().any(|(_, person)| person.is_active()) {
        return;
    }
    let days = check.number("days");
    let message = match own {
        Some((id, own)) => say!(check, "message-last", days, last = own.day, who = at(network, id)),
        None => say!(check, "message", days),
    };
    let mut finding = Finding::new(newest_entry(check).unwrap_or(newest.place(network)), message)
        .help(say!(check, "help"));
    if let Some((_, own)) = own {
        finding = finding.see(own.place(network), say!(check, "last"));
    }
    found.push(finding);
}

/// The head of the newest entry up to today, else of the newest of all.
fn newest_entry(check: &Check<'_>) -> Option<Place> {
    let dated = || check.network.entries().filter_map(|(id, entry)| Some((entry.day()?, id)));
    let past = dated().filter(|(day, _)| *day <= check.today).max();
    past.or_else(|| dated().max()).map(|(_, id)| check.network.head(id))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn the_seventh_day_before_today_is_too_long_ago() {
        let text = "## Ada @ada\n- 2026-11-15 call\n";
        assert_count(&RULE, "2026-11-15", text, 0);
        assert_count(&RULE, "2026-11-21", text, 0);
        assert_count(&RULE, "2026-11-22", text, 1);
    }

    #[test]
    fn what_others_began_and_what_is_no_contact_do_not_count() {
        let with = |entry: &str| format!("## Ada @ada\n## Bob @bob\n## Log\n- 2026-01-01 call @ada\n- {entry}\n");
        for idle in [
            "2026-11-20 mail from @ada",
            "2026-11-20 got from @ada: it",
            "2026-11-20 fizzled @ada: it",
            "2026-11-20 tried @ada",
            "2026-11-20 note @ada: moved",
            "[ ] 2026-11-20 call @ada",
            "2026-11-23 call @ada",
            "2026-11-20 mail @ada, @bob, @c, @d",
            "2026-11-20 call @nobody",
        ] {
            assert_count(&RULE, TODAY, &with(idle), 1);
        }
        for attended in ["mail @ada", "call @ada", "event @ada", "thanked @ada", "gave @ada: it", "asked @ada"] {
            assert_count(&RULE, TODAY, &with(&format!("2026-11-20 {attended}")), 0);
        }
        assert_count(&RULE, TODAY, &with("[x] 2026-11-20 call @ada"), 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n- met: 2026-11-20\n", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n### 2026-11-20\nWe talked.\n", 0);
    }

    #[test]
    fn it_takes_a_contact_and_somebody_active() {
        assert_count(&RULE, TODAY, "", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n- 2026-11-23 call\n- [ ] 2026-11-01 call\n", 0);
        assert_count(&RULE, TODAY, "- 2026-01-01 call @nobody\n", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n- status: dormant\n- 2026-01-01 call\n", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n- status: ended\n- 2026-01-01 call\n## Bob @bob\n", 1);
        // Contact with anybody is attention to the network.
        assert_count(&RULE, TODAY, "## Ada @ada\n- status: dormant\n- 2026-11-20 call\n## Bob @bob\n", 0);
    }

    #[test]
    fn it_stands_on_the_newest_dated_entry() {
        // Of one day the last in order of files; whatever kind of entry it is; none that is still to come.
        assert_marks(
            &RULE,
            TODAY,
            "\
## Ada @ada
- 2026-11-20 note: moved
- 2026-01-01 call
--- b.net.md
- [ ] 2026-11-20 lunch with @ada: bring the book
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no contact of yours is noted in the last 7 days: the last was on 2026-01-01, with @ada
- 2026-11-19 mail from @ada
- 2026-11-23 call @ada
- [ ] 2026-12-01 call @ada
",
        );
    }

    #[test]
    fn without_a_past_entry_it_finds_another_place() {
        let met = "no contact of yours is noted in the last 7 days: the last was on 2026-02-01, with @bob";
        assert_marks(
            &RULE,
            TODAY,
            &format!("## Ada @ada\n- met: 2026-01-01 at RustFest\n## Bob @bob\n- met: 2026-02-01 at a fair\n       ^^^^^^^^^^ {met}\n"),
        );
        assert_marks(
            &RULE,
            TODAY,
            &format!("## Bob @bob\n- met: 2026-02-01\n- [ ] 2026-12-02 call\n  ^^^^^^^^^^^^^^^^^^^ {met}\n- [ ] 2026-12-01 call\n"),
        );
        assert_marks(
            &RULE,
            TODAY,
            "## Ada @ada\n- 2026-01-01 mail from @ada: hello\n  ^^^^^^^^^^^^^^^^^^^^^^^^^ no contact of yours is noted in the last 7 days\n",
        );
    }

    #[test]
    fn its_number_can_be_changed() {
        let with = |days: u32, mark: &str| {
            let text = format!("## Ada @ada\n- 2026-11-12 call\n{mark}");
            assert_marks_with(&RULE, TODAY, &text, &journal::Settings::default(), &[("days", days)]);
        };
        with(11, "");
        with(10, "  ^^^^^^^^^^^^^^^ no contact of yours is noted in the last 10 days: the last was on 2026-11-12, with @ada\n");
    }
}
