//! See the page below.

use messages::say;
use journal::{Contact, PersonId};

use crate::asks::{early, see_last};
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::{at, at_all};

rule! {
    /// You asked for something before the two of you knew each other.
    ///
    /// ## Why
    ///
    /// A favor can be no larger than the tie that carries it. To know someone professionally is not to be close
    /// friends, and a request to somebody who has hardly ever answered strains what is only beginning.
    ///
    /// An `asked` is too early for each person with whom fewer than 2 contacts are noted before it in which they
    /// took part: meetings, calls, events, and whatever came from them, as mail, favors and answers do. Contacts
    /// of the same day that stand above the request count, and so do `met` and pages of prose. Only requests of the
    /// last 90 days are reported.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Bob Noyce @bob
    ///
    /// ## 2026-10-02
    /// - conference with @bob: talked after his keynote
    /// - mail @bob: the slides
    ///
    /// ## 2026-11-10
    /// - asked @bob: referral at Initech ^referral
    ///   ^^^^^^^^^^ @bob was asked after fewer than 2 noted meetings, calls or answers
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Bob Noyce @bob
    ///
    /// ## 2026-10-02
    /// - conference with @bob: talked after his keynote
    ///
    /// ## 2026-10-20
    /// - mail from @bob: what he thinks of the slides
    ///
    /// ## 2026-11-10
    /// - asked @bob: referral at Initech ^referral
    /// ```
    name: "favor-beyond-tie",
    group: Quality,
    level: Info,
    options: [
        ("contacts", 2, "Mutual contacts or contacts from them that should come before a request."),
        ("recent-days", 90, "Days back from today that are looked at."),
    ],
    english: "
        message = { were } asked after fewer than { $wanted } noted meetings, calls or answers
        before = the last one with { $who } before it, { $day }
        help = get to know each other before the next request; if you do already, note how: `- coffee with { $who }: ...`
    ",
    german: "
        title = Du hast um etwas gebeten, bevor ihr euch kanntet
        message = { were } gebeten, obwohl vorher weniger als { $wanted } Treffen, Anrufe oder Antworten notiert sind
        before = der letzte Kontakt dieser Art mit { $who } davor, { $day }
        help = lernt euch vor der nächsten Bitte kennen; tut ihr das schon, notiere wie: `- Kaffee mit { $who }: ...`
    ",
    check: check,
}

/// The contacts in which the other took part: how many, and the last.
#[derive(Clone, Copy, Default)]
struct Tie {
    contacts: u32,
    last: Option<Contact>,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let wanted = check.number("contacts");
    let learn = |tie: &mut Tie, contact: Contact| {
        if contact.is_two_way() {
            *tie = Tie { contacts: tie.contacts + 1, last: Some(contact) };
        }
    };
    for request in early(check, learn, |tie, _| tie.contacts < wanted) {
        let people: Vec<PersonId> = request.people.iter().map(|(id, _)| *id).collect();
        let message = say!(check, "message", who = at_all(check, &people), people = people.len(), wanted);
        let help = say!(check, "help", who = at(check.network, people[0]));
        let finding = Finding::new(check.network.head(request.entry), message).help(help);
        let last = request.people.iter().map(|(id, tie)| (*id, tie.last));
        found.push(see_last(finding, check, last).about(people));
    }
}

#[cfg(test)]
mod tests {
    use journal::Settings;
    use testkit::TODAY;

    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with, before};

    #[test]
    fn two_contacts_carry_a_request() {
        let text = |lines: &str| format!("## Bob @bob\n## 2025-01-01\n{lines}## 2026-11-10\n- asked @bob: x\n");
        assert_count(&RULE, TODAY, &text(""), 1);
        assert_count(&RULE, TODAY, &text("- call @bob\n"), 1);
        assert_count(&RULE, TODAY, &text("- call @bob\n- mail from @bob\n"), 0);
    }

    #[test]
    fn both_must_have_taken_part() {
        for (line, count) in [
            ("mail from @bob", 0),
            ("meetup with @bob", 0),
            ("got from @bob: intro", 0),
            ("asked by @bob: intro", 0),
            ("declined @bob: no time", 0),
            ("mail @bob", 1),
            ("gave @bob: a talk", 1),
            ("thanked @bob", 1),
            ("asked @bob: another thing", 1),
            ("tried @bob", 1),
            ("note @bob: moved", 1),
            ("[ ] lunch with @bob", 1),
            ("lunch with @carl: about @bob", 1),
        ] {
            let text = format!("## Bob @bob\n- met: 2020-01-01\n## 2026-01-01\n- {line}\n");
            assert_count(&RULE, TODAY, &format!("{text}## 2026-11-10\n- asked @bob: x\n"), count);
        }
    }

    #[test]
    fn only_what_stands_before_counts() {
        let day = |lines: &str| format!("## Bob @bob\n- met: 2026-11-10\n## 2026-11-10\n{lines}");
        assert_count(&RULE, TODAY, &day("- call @bob\n- asked @bob: x\n"), 0);
        assert_count(&RULE, TODAY, &day("- asked @bob: x\n- call @bob\n"), 1);
        let page = "## Bob @bob\n- met: 2026-11-10\n### 2026-11-10\nA walk.\n## 2026-11-10\n- asked @bob: x\n";
        assert_count(&RULE, TODAY, page, 0);
        let ask = "## 2026-11-10\n- asked @bob: x\n--- b.net.md\n## Bob @bob\n";
        assert_count(&RULE, TODAY, &format!("{ask}## 2026-11-09\n- call @bob\n- call @bob\n"), 0);
        assert_count(&RULE, TODAY, &format!("{ask}## 2026-11-10\n- call @bob\n- call @bob\n"), 1);
    }

    #[test]
    fn requests_of_the_last_90_days_are_reported() {
        let text = |days| format!("## Bob @bob\n## {}\n- asked @bob: x\n", before(TODAY, days));
        assert_count(&RULE, TODAY, &text(90), 1);
        assert_count(&RULE, TODAY, &text(91), 0);
        assert_count(&RULE, TODAY, &text(-1), 0);
        assert_count(&RULE, TODAY, "## Bob @bob\n## 2026-11-10\n- [ ] asked @bob: x\n", 0);
        assert_count(&RULE, TODAY, "## Bob @bob\n## 2026-11-10\n- asked from @bob: x\n", 0);
    }

    #[test]
    fn one_finding_names_all_whom_it_is_about() {
        let text = "\
## Ada @ada
## Bob @bob
## Carl @carl
## 2026-11-01
- call @bob
- coffee with @bob and @ada
## 2026-11-10
- asked @carl, @ada and @bob: a review
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ @ada and @carl were asked after fewer than 2 noted meetings, calls or answers
";
        assert_marks(&RULE, TODAY, text);
    }

    #[test]
    fn the_number_can_be_changed() {
        let text = "## Bob @bob\n## 2026-11-01\n- call @bob\n## 2026-11-10\n- asked @bob: x\n";
        assert_marks_with(&RULE, TODAY, text, &Settings::default(), &[("contacts", 1)]);
        let text = format!("{text}  ^^^^^^^^^^ @bob was asked after fewer than 9 noted meetings, calls or answers\n");
        assert_marks_with(&RULE, TODAY, &text, &Settings::default(), &[("contacts", 9)]);
    }
}
