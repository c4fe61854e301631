//! See the page below.

use messages::say;
use journal::Favors;

use super::weighs;
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

rule! {
    /// Somebody did you clearly more favors than went back.
    ///
    /// ## Why
    ///
    /// Who profits from a favor thinks of giving back. Nobody keeps accounts among people who like each other, but
    /// where favors go only one way for long, do not overstrain who gives them.
    ///
    /// It counts all favors received (`got`, and what others gave) and given (`gave`, `helped`, `introduced`) up to
    /// today, and speaks where 3 or more have not gone back. Only people whose `status` is `active` are looked at, and
    /// no family.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///    ^^^^^^^^^^^^^^^^^ 4 favors of @ada are noted, and 1 that went back
    ///
    /// ## Journal
    /// - 2026-09-01 got from @ada: intro to Linus
    /// - 2026-09-20 got from @ada: read my draft
    /// - 2026-10-02 gave @ada: reviewed her talk
    /// - 2026-10-20 got from @ada: a desk for a week
    /// - 2026-11-12 got from @ada: a reference
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## Journal
    /// - 2026-09-01 got from @ada: intro to Linus
    /// - 2026-09-20 got from @ada: read my draft
    /// - 2026-10-02 gave @ada: reviewed her talk
    /// - 2026-10-20 got from @ada: a desk for a week
    /// ```
    name: "lopsided-balance",
    group: Reciprocity,
    level: Warning,
    options: [("favors", 3, "Favors received more than given from which it speaks.")],
    english: "
        message = { $received ->
            [one] 1 favor of { $who } is
           *[other] { $received } favors of { $who } are
        } noted, and { $given ->
            [0] none
           *[other] { $given }
        } that went back
        oldest = the oldest favor that is still open
        help = is there something that would help { $who }? Then note it: `- gave { $who }: what you did`
    ",
    german: "
        title = Jemand hat dir deutlich mehr Gefallen getan, als zurückgingen
        message = { $received ->
            [one] 1 Gefallen von { $who } ist
           *[other] { $received } Gefallen von { $who } sind
        } notiert, und { $given ->
            [0] keiner, der zurückging
            [one] 1, der zurückging
           *[other] { $given }, die zurückgingen
        }
        oldest = der älteste Gefallen, der noch offen ist
        help = gibt es etwas, das { $who } helfen würde? Dann notiere es: `- gegeben { $who }: was du getan hast`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let most = u64::from(check.number("favors"));
    for (id, person) in network.people().filter(|(_, person)| person.is_active() && weighs(person)) {
        let favors = Favors::of(network, id, check.today);
        let received = favors.received.len();
        if (received as u64) < favors.given as u64 + most {
            continue;
        }
        let who = &at(network, id);
        let message = say!(check, "message", who, received, given = favors.given);
        let mut finding = Finding::new(person.place, message)
            .about([id])
            .help(say!(check, "help", who));
        if let Some((_, oldest, _)) = favors.received.iter().find(|(_, _, settled)| settled.is_none()) {
            finding = finding.see(network.head(*oldest), say!(check, "oldest"));
        }
        found.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with};

    fn journal(fields: &str, received: usize, given: usize, more: &str) -> String {
        let received = "- 2026-01-02 got from @ada: it\n".repeat(received);
        let given = "- 2026-01-01 gave @ada: it\n".repeat(given);
        format!("## Ada @ada\n{fields}## Bob @bob\n## Log\n{received}{given}{more}")
    }

    #[test]
    fn three_more_are_many() {
        assert_count(&RULE, "2026-11-22", &journal("", 2, 0, ""), 0);
        assert_count(&RULE, "2026-11-22", &journal("", 3, 0, ""), 1);
        assert_count(&RULE, "2026-11-22", &journal("", 3, 1, ""), 0);
        assert_count(&RULE, "2026-11-22", &journal("", 4, 1, ""), 1);
        assert_count(&RULE, "2026-11-22", &journal("", 0, 5, ""), 0);
        assert_marks(
            &RULE,
            "2026-01-02",
            &journal("", 3, 0, "").replacen('\n', "\n   ^^^^^^^^ 3 favors of @ada are noted, and none that went back\n", 1),
        );
    }

    #[test]
    fn only_what_happened_with_this_person_counts() {
        let with = |more: &str| journal("", 2, 0, more);
        assert_count(&RULE, "2026-11-22", &with("- 2026-11-22 introduced by @ada: him\n"), 1);
        assert_count(&RULE, "2026-11-22", &with("- 2026-11-22 got from @bob and @ada: it\n"), 1);
        assert_count(&RULE, "2026-11-22", &with("- 2026-11-23 got from @ada: it\n"), 0);
        assert_count(&RULE, "2026-11-22", &with("- [ ] 2026-11-22 got from @ada: it\n"), 0);
        assert_count(&RULE, "2026-11-22", &with("- 2026-11-22 got from @bob: of @ada\n"), 0);
        assert_count(&RULE, "2026-11-22", &with("- 2026-11-22 gave @bob: of @ada\n--- b.net.md\n- 2020-01-01 got from @ada\n"), 1);
        let three = |more: &str| journal("", 3, 0, more);
        assert_count(&RULE, "2026-11-22", &three("- 2026-11-23 gave @ada: it\n"), 1);
        assert_count(&RULE, "2026-11-22", &three("- [ ] 2026-11-20 gave @ada: it\n"), 1);
        assert_count(&RULE, "2026-11-22", &three("- 2026-11-22 introduced @bob to @ada\n"), 0);
    }

    #[test]
    fn only_the_active_and_no_family_are_weighed() {
        assert_count(&RULE, "2026-11-22", &journal("- status: dormant\n", 3, 0, ""), 0);
        assert_count(&RULE, "2026-11-22", &journal("- status: ended\n", 3, 0, ""), 0);
        assert_count(&RULE, "2026-11-22", &journal("- kind: family\n", 3, 0, ""), 0);
        assert_count(&RULE, "2026-11-22", &journal("- kind: friend\n", 3, 0, ""), 1);
    }

    #[test]
    fn its_number_can_be_changed() {
        let settings = journal::Settings::default();
        let mark = "\n   ^^^^^^^^ 1 favor of @ada is noted, and none that went back\n";
        let text = journal("", 1, 0, "").replacen('\n', mark, 1);
        assert_marks_with(&RULE, "2026-11-22", &text, &settings, &[("favors", 1)]);
        assert_marks_with(&RULE, "2026-11-22", &journal("", 1, 1, ""), &settings, &[("favors", 1)]);
    }
}
