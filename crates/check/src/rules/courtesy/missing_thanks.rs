//! See the page below.

use messages::say;
use journal::{Act, Day, EntryId, PersonId, Requests, Status, Thanks};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::rules::reciprocity::{by_entry, reference_to};
use crate::words::at_all;

rule! {
    /// Somebody helped or tried to, and no thanks are noted.
    ///
    /// ## Why
    ///
    /// Say thank you, even when the help came to nothing: the effort was the favor. Two lines are enough, and people
    /// remember who wrote them.
    ///
    /// A favor received (`got`) wants a `thanked` to everybody who did it. So does a request of yours (`asked`) that
    /// came to nothing: a `fizzled` or `declined` that refers to it, or that refers to no request and so ends the
    /// oldest that is open with that person. Then it is reported on the entry that ended the request, and what counts
    /// is its day. It is reported after more than 7 days, unless a `thanked` to that person is noted on or after the
    /// day, or one that refers to the favor, the request or its end. People whose `status` is `ended` are left out.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// ## Bob Noyce @bob
    ///
    /// ## 2026-10-10
    /// - got from @ada: intro to Linus ^intro
    ///   ^^^^^^^^^^^^^ no thanks to @ada are noted for this favor of 2026-10-10
    /// - asked @bob: referral at Initech ^referral
    ///
    /// ## 2026-11-02
    /// - fizzled for ^referral: the job was frozen
    ///   ^^^^^^^ no thanks to @bob are noted since the request came to nothing on 2026-11-02
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// ## Bob Noyce @bob
    ///
    /// ## 2026-10-10
    /// - got from @ada: intro to Linus ^intro
    /// - asked @bob: referral at Initech ^referral
    ///
    /// ## 2026-11-02
    /// - fizzled for ^referral: the job was frozen
    /// - thanked @bob for ^referral
    /// - thanked @ada for ^intro: it was a good talk
    /// ```
    name: "missing-thanks",
    group: Courtesy,
    level: Warning,
    options: [("days", 7, "Days after which thanks are due.")],
    english: "
        entry-for = thanked { $who } for { $reference }
        favor = no thanks to { $who } are noted for this favor of { $day }
        favor-entry = thanked { $who }: how it helped
        favor-help = say thank you, and note it: `- { favor-entry }`
        favor-help-for = say thank you, and note it: `- { entry-for }`
        request = no thanks to { $who } are noted since the request came to nothing on { $day }
        request-entry = thanked { $who }: for the effort
        request-help = say thank you for the effort, and note it: `- { request-entry }`
        request-help-for = say thank you for the effort, and note it: `- { entry-for }`
        asked = the request
    ",
    german: "
        title = Jemand hat geholfen oder es versucht, und kein Dank ist notiert
        entry-for = gedankt { $who } für { $reference }
        favor = kein Dank an { $who } ist notiert für diesen Gefallen vom { $day }
        favor-entry = gedankt { $who }: wie es geholfen hat
        favor-help = sag Danke, und notiere es: `- { favor-entry }`
        favor-help-for = sag Danke, und notiere es: `- { entry-for }`
        request = kein Dank an { $who } ist notiert, seit die Bitte am { $day } im Sande verlief
        request-entry = gedankt { $who }: für die Mühe
        request-help = sag Danke für die Mühe, und notiere es: `- { request-entry }`
        request-help-for = sag Danke für die Mühe, und notiere es: `- { entry-for }`
        asked = die Bitte
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let mut missing = Missing::default();
    for (id, person) in network.people() {
        if person.status != Status::Ended {
            missing.look(check, id);
        }
    }
    missing.ended.sort_unstable();
    missing.ended.dedup();
    for (id, people) in by_entry(network, missing.pairs) {
        let Some((day, meaning)) = network.happened(id, check.today) else { continue };
        let first = missing.ended.partition_point(|(end, _)| *end < id);
        let requests = missing.ended.get(first..).unwrap_or_default();
        let requests = requests.iter().take_while(|(end, _)| *end == id).map(|(_, request)| *request);
        let who = &at_all(check, &people);
        // The request has a name more often than its end.
        let reference = requests.clone().next().and_then(|request| reference_to(network, request));
        let reference = reference.or_else(|| reference_to(network, id));
        let is_favor = meaning.act == Act::Got;
        let message = if is_favor { say!(check, "favor", who, day) } else { say!(check, "request", who, day) };
        let (entry, help) = match (is_favor, &reference) {
            (true, None) => (say!(check, "favor-entry", who), say!(check, "favor-help", who)),
            (false, None) => (say!(check, "request-entry", who), say!(check, "request-help", who)),
            (true, Some(reference)) => {
                (say!(check, "entry-for", who, reference), say!(check, "favor-help-for", who, reference))
            }
            (false, Some(reference)) => {
                (say!(check, "entry-for", who, reference), say!(check, "request-help-for", who, reference))
            }
        };
        let mut finding = Finding::new(network.head(id), message).about(people).settled_by(entry).help(help);
        for request in requests {
            finding = finding.see(network.head(request), say!(check, "asked"));
        }
        found.push(finding);
    }
}

/// What thanks are missing for.
#[derive(Default)]
struct Missing {
    /// Favors and ends of requests, each with a person who was not thanked.
    pairs: Vec<(EntryId, PersonId)>,
    /// Those ends of requests, each with a request.
    ended: Vec<(EntryId, EntryId)>,
}

impl Missing {
    fn look(&mut self, check: &Check<'_>, person: PersonId) {
        let network = check.network;
        let is_due = |day: Day| check.today - day > check.days("days");
        let thanks = Thanks::of(network, person, check.today);
        let is_missing = |day: Day, id: EntryId| is_due(day) && !thanks.cover(network, day, id);
        let unthanked = thanks.favors.iter().filter(|(day, id)| is_missing(*day, *id));
        self.pairs.extend(unthanked.map(|(_, id)| (*id, person)));
        for (_, request, end) in Requests::of(network, person, check.today).asked {
            let Some(end) = end.filter(|end| network.entry(*end).does(Act::Ended)) else { continue };
            let Some(day) = network.entry(end).day() else { continue };
            if is_missing(day, end) && is_missing(day, request) {
                self.pairs.push((end, person));
                self.ended.push((end, request));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with, journal};

    #[test]
    fn thanks_for_a_favor_may_wait_a_week() {
        let text = journal("", &["2024-02-28 got from @ada: it"]);
        assert_count(&RULE, "2024-03-06", &text, 0);
        assert_count(&RULE, "2024-03-07", &text, 1);
        assert_count(&RULE, "2034-03-07", &text, 1);
        assert_count(&RULE, "2024-03-07", &journal("", &["2024-02-28 introduced by @ada: him"]), 1);
    }

    #[test]
    fn thanks_count_from_the_day_or_by_reference() {
        let with = |entry: &str| journal("", &["2026-10-10 got from @ada: it ^it", entry]);
        for thanked in [
            "2026-10-10 thanked @ada",
            "2026-11-22 thanks @ada: for something else",
            "2026-10-20 thanked @bob and @ada",
            "2026-10-01 thanked @ada for ^it",
            "2026-10-20 thanked for ^it",
            "[x] 2026-10-20 thanked @ada",
        ] {
            assert_count(&RULE, "2026-11-22", &with(thanked), 0);
        }
        for missing in [
            "2026-10-09 thanked @ada",
            "2026-10-20 thanked @bob for ^it",
            "2026-10-20 thanked by @ada",
            "2026-10-20 gave @ada: it, for ^it",
            "[ ] 2026-10-20 thanked @ada for ^it",
            "2026-11-23 thanked @ada for ^it",
            "2026-10-20 call @ada: thanked her",
        ] {
            assert_count(&RULE, "2026-11-22", &with(missing), 1);
        }
    }

    #[test]
    fn what_counts_for_a_request_is_its_end() {
        let with = |entries: &[&str]| journal("", &[&["2026-01-01 asked @ada: it ^it"], entries].concat());
        let end = "2026-11-01 fizzled for ^it ^end";
        assert_count(&RULE, "2026-11-22", &with(&[]), 0);
        assert_count(&RULE, "2026-11-08", &with(&[end]), 0);
        assert_count(&RULE, "2026-11-09", &with(&[end]), 1);
        assert_count(&RULE, "2026-11-22", &with(&["2026-11-01 declined @ada"]), 1);
        assert_count(&RULE, "2026-11-22", &with(&["2026-11-01 declined @bob"]), 0);
        assert_count(&RULE, "2026-11-22", &with(&["[ ] 2026-11-01 declined @ada"]), 0);
        assert_count(&RULE, "2026-11-22", &with(&[end, "2026-10-31 thanked @ada"]), 1);
        assert_count(&RULE, "2026-11-22", &with(&[end, "2026-11-01 thanked @ada"]), 0);
        assert_count(&RULE, "2026-11-22", &with(&[end, "2026-01-02 thanked @ada for ^it"]), 0);
        assert_count(&RULE, "2026-11-22", &with(&[end, "2026-10-31 thanked @ada for ^end"]), 0);
        // A favor that ends a request is a favor; an end without a request is none.
        assert_count(&RULE, "2026-11-22", &with(&["2026-11-01 got for ^it"]), 1);
        assert_count(&RULE, "2026-11-22", &journal("", &["2026-11-01 fizzled @ada"]), 0);
    }

    #[test]
    fn an_end_that_refers_to_none_ends_the_oldest() {
        let mark = "no thanks to @ada are noted since the request came to nothing on";
        let asked = "## Ada @ada\n- 2026-01-01 asked: one ^one\n- 2026-01-02 asked: two ^two\n";
        let ends = format!(
            "- 2026-02-01 fizzled\n  ^^^^^^^^^^^^^^^^^^ {mark} 2026-02-01\n\
             - 2026-02-02 declined\n  ^^^^^^^^^^^^^^^^^^^ {mark} 2026-02-02\n- 2026-02-03 fizzled\n"
        );
        assert_marks(&RULE, "2026-11-22", &format!("{asked}{ends}"));
        let thanked = "- 2026-01-20 thanked @ada for ^one\n";
        let marked = ends.replacen(&format!("  ^^^^^^^^^^^^^^^^^^ {mark} 2026-02-01\n"), "", 1);
        assert_marks(&RULE, "2026-11-22", &format!("{asked}{thanked}{marked}"));
    }

    #[test]
    fn several_people_and_several_requests_make_one_finding() {
        assert_marks(
            &RULE,
            "2026-11-22",
            "\
## Ada @ada
## Bob @bob
## Carl @carl
- status: ended
--- b.net.md
## 2026-10-01
- asked @bob and @ada: one ^one
- asked @ada and @carl: two ^two
- got from @bob, @nobody, @carl and @ada: it
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no thanks to @bob and @ada are noted for this favor of 2026-10-01
## 2026-10-10
- fizzled for ^one and ^two
  ^^^^^^^ no thanks to @bob and @ada are noted since the request came to nothing on 2026-10-10
",
        );
        let two = "## Ada @ada\n## Bob @bob\n## 2026-10-01\n- got from @ada and @bob: it\n";
        let mark = "  ^^^^^^^^^^^^^^^^^^^^^^ no thanks to @bob are noted for this favor of 2026-10-01\n- thanked @ada\n";
        assert_marks(&RULE, "2026-11-22", &format!("{two}{mark}"));
    }

    #[test]
    fn only_ended_ties_are_left_out() {
        let entry = ["2026-10-10 got from @ada: it"];
        assert_count(&RULE, "2026-11-22", &journal("- status: ended\n", &entry), 0);
        assert_count(&RULE, "2026-11-22", &journal("- status: dormant\n", &entry), 1);
        assert_count(&RULE, "2026-11-22", &journal("- kind: family\n- pause: until 2027-01-01\n", &entry), 1);
        assert_count(&RULE, "2026-11-22", &journal("", &["[ ] 2026-10-10 got from @ada: it"]), 0);
        assert_count(&RULE, "2026-11-22", &journal("", &["2026-10-10 got from @nobody: it"]), 0);
    }

    #[test]
    fn its_number_can_be_changed() {
        let text = journal("", &["2026-11-21 got from @ada"]);
        let settings = journal::Settings::default();
        assert_marks_with(&RULE, "2026-11-22", &text, &settings, &[("days", 1)]);
        let mark = "  ^^^^^^^^^^^^^^^^^^^^^^^^ no thanks to @ada are noted for this favor of 2026-11-21\n";
        assert_marks_with(&RULE, "2026-11-22", &format!("{text}{mark}"), &settings, &[("days", 0)]);
    }
}
