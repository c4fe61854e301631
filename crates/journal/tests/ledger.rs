//! Favors and requests: which entry settles which.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use journal::{EntryId, Favors, Network, PersonId, Requests, Settings};
use testkit::day;

fn network(text: &str) -> Network {
    let fixture = testkit::fixture(&format!("# Ada @ada\n# Bob @bob\n# Journal\n{text}"));
    testkit::network(&fixture.files(), &Settings::default())
}

fn person(network: &Network, handle: &str) -> PersonId {
    network.declared(handle).unwrap()
}

/// Each as `what it tells <- what settled it`.
fn shown<D>(network: &Network, list: &[(D, EntryId, Option<EntryId>)]) -> Vec<String> {
    let told = |id: EntryId| {
        let entry = network.entry(id);
        entry.text.text(network.text(entry.file)).split([' ', ',']).next().unwrap().to_owned()
    };
    list.iter().map(|(_, id, by)| format!("{} <- {}", told(*id), by.map_or("open".to_owned(), told))).collect()
}

#[track_caller]
fn assert_favors(text: &str, handle: &str, expected: &[&str], given: usize) {
    let network = network(text);
    let favors = Favors::of(&network, person(&network, handle), day("2026-11-22"));
    assert_eq!(shown(&network, &favors.received), expected);
    assert_eq!(favors.given, given);
}

#[track_caller]
fn assert_requests(text: &str, handle: &str, expected: &[&str]) {
    let network = network(text);
    let requests = Requests::of(&network, person(&network, handle), day("2026-11-22"));
    assert_eq!(shown(&network, &requests.asked), expected);
}

#[test]
fn a_gift_settles_the_oldest_favor_first() {
    let text = "- 2026-01-02 got from @ada: second\n- 2026-01-01 got from @ada: first\n- 2026-01-03 gave @ada: gift\n";
    assert_favors(text, "ada", &["first <- gift", "second <- open"], 1);
    assert_favors(text, "bob", &[], 0);
}

#[test]
fn a_gift_before_the_favor_settles_nothing_and_one_on_its_day_does() {
    assert_favors("- 2026-01-01 gave @ada: gift\n- 2026-01-02 got from @ada: it\n", "ada", &["it <- open"], 1);
    assert_favors("- 2026-01-02 gave @ada: gift\n- 2026-01-02 got from @ada: it\n", "ada", &["it <- gift"], 1);
    // A gift that came too early is not kept for later.
    let text = "- 2026-01-01 gave @ada: early\n- 2026-01-02 got from @ada: it\n- 2026-01-03 gave @ada: late\n";
    assert_favors(text, "ada", &["it <- late"], 2);
}

#[test]
fn a_gift_that_refers_settles_that_favor_alone() {
    let text = "\
- 2026-01-01 got from @ada: first
- 2026-01-02 got from @ada: second ^two
- 2026-01-03 gave @ada: named, for ^two
- 2026-01-04 gave @ada: free
";
    assert_favors(text, "ada", &["first <- free", "second <- named"], 2);
    // Twice for the same one: the other stays open, since the second was not for it.
    let text = "\
- 2026-01-01 got from @ada: first
- 2026-01-02 got from @ada: second ^two
- 2026-01-03 gave @ada: one, for ^two
- 2026-01-04 gave @ada: more, for ^two
";
    assert_favors(text, "ada", &["first <- open", "second <- one"], 2);
}

#[test]
fn a_gift_may_refer_to_several_favors_and_to_a_later_one() {
    let text = "\
- 2026-01-01 got from @ada: first ^one
- 2026-01-02 got from @ada: second ^two
- 2026-01-03 gave @ada: both, for ^one and ^two
";
    assert_favors(text, "ada", &["first <- both", "second <- both"], 1);
    let text = "- 2026-01-01 gave @ada: before, for ^one\n- 2026-01-02 got from @ada: it ^one\n";
    assert_favors(text, "ada", &["it <- before"], 1);
}

#[test]
fn a_reference_to_anything_else_is_none() {
    let text = "\
- 2026-01-01 coffee with @ada: told ^talk
- 2026-01-01 got from @bob: his ^his
- 2026-01-01 got from @ada: hers
- 2026-01-02 gave @ada: gift, for ^talk
";
    assert_favors(text, "ada", &["hers <- gift"], 1);
    assert_favors(&text.replace("for ^talk", "for ^his"), "ada", &["hers <- gift"], 1);
    assert_favors(&text.replace("for ^talk", "for ^nothing"), "ada", &["hers <- gift"], 1);
}

#[test]
fn one_entry_may_be_a_favor_of_two() {
    let text = "\
- 2026-01-01 got from @ada and @bob: it ^it
- 2026-01-02 gave @bob: gift
- 2026-01-03 introduced @bob to @ada: each
- 2026-01-04 gave for ^it: again
";
    assert_favors(text, "ada", &["it <- each"], 2);
    assert_favors(text, "bob", &["it <- gift"], 3);
}

#[test]
fn a_favor_of_theirs_is_one_received_whatever_the_verb() {
    let text =
        "- 2026-01-01 introduced by @ada: him\n- 2026-01-02 helped @ada: gift\n- 2026-01-03 received from @ada: it\n";
    assert_favors(text, "ada", &["him <- gift", "it <- open"], 1);
}

#[test]
fn plans_notes_and_what_is_to_come_count_for_nothing() {
    let text = "\
- 2026-01-01 got from @ada: it
- [ ] 2026-01-02 gave @ada: plan
- 2026-01-02 note @ada: gave much
- 2026-11-23 gave @ada: tomorrow
- 2026-11-23 got from @ada: tomorrow
- [ ] 2026-01-02 got from @ada: plan
";
    assert_favors(text, "ada", &["it <- open"], 0);
    assert_favors(&text.replace("[ ] 2026-01-02 gave", "[x] 2026-01-02 gave"), "ada", &["it <- plan"], 1);
    assert_favors(&text.replace("2026-11-23 gave", "2026-11-22 gave"), "ada", &["it <- tomorrow"], 1);
}

#[test]
fn files_are_one_journal() {
    let text = "\
- 2026-01-02 gave @ada: gift, for ^it
--- b.net.md
- 2026-01-01 got from @ada: first
- 2026-01-01 got from @ada: second ^it
";
    assert_favors(text, "ada", &["first <- open", "second <- gift"], 1);
}

#[test]
fn what_refers_to_a_request_ends_it() {
    for end in ["got from", "fizzled", "declined by"] {
        let text = format!(
            "- 2026-01-01 asked @ada: first\n- 2026-01-02 asked @ada: second ^two\n- 2026-01-03 {end} @ada: end, for ^two\n"
        );
        assert_requests(&text, "ada", &["first <- open", "second <- end"]);
    }
    let text = "- 2026-01-01 asked @ada: it ^it\n- 2026-01-03 coffee with @ada: no, for ^it\n";
    assert_requests(text, "ada", &["it <- open"]);
}

#[test]
fn an_end_that_refers_to_none_ends_the_oldest() {
    let asked = "- 2026-01-02 asked @ada: second\n- 2026-01-01 asked @ada: first\n";
    assert_requests(&format!("{asked}- 2026-01-03 fizzled @ada: end\n"), "ada", &["first <- end", "second <- open"]);
    assert_requests(&format!("{asked}- 2026-01-03 declined @ada: end\n"), "ada", &["first <- end", "second <- open"]);
    assert_requests(&format!("{asked}- 2026-01-03 got from @ada: end\n"), "ada", &["first <- open", "second <- open"]);
    let both = "- 2026-01-03 fizzled @ada: one\n- 2026-01-04 declined @ada: two\n- 2026-01-05 fizzled @ada: three\n";
    assert_requests(&format!("{asked}{both}"), "ada", &["first <- one", "second <- two"]);
}

#[test]
fn a_request_ends_on_its_day_at_the_earliest() {
    assert_requests("- 2026-01-01 fizzled @ada: end\n- 2026-01-02 asked @ada: it\n", "ada", &["it <- open"]);
    // Many write the newest on top.
    assert_requests("- 2026-01-02 fizzled @ada: end\n- 2026-01-02 asked @ada: it\n", "ada", &["it <- end"]);
    assert_requests("- 2026-01-02 got for ^it: end\n- 2026-01-02 asked @ada: it ^it\n", "ada", &["it <- end"]);
}

#[test]
fn the_first_end_counts() {
    let text = "\
- 2026-01-01 asked @ada: it ^it
- 2026-01-02 fizzled @ada: end
- 2026-01-03 got from @ada: after, for ^it
";
    assert_requests(text, "ada", &["it <- end"]);
    let text = "\
- 2026-01-01 asked @ada: it ^it
- 2026-01-02 declined for ^it: end
- 2026-01-03 fizzled for ^it: again
- 2026-01-03 asked @ada: other
";
    assert_requests(text, "ada", &["it <- end", "other <- open"]);
}

#[test]
fn each_person_answers_alone() {
    let text = "\
- 2026-01-01 asked @ada and @bob: it ^it
- 2026-01-02 declined by @bob: end, for ^it
";
    assert_requests(text, "ada", &["it <- open"]);
    assert_requests(text, "bob", &["it <- end"]);
    let text = text.replace("declined by @bob: end, for ^it", "declined for ^it: end");
    assert_requests(&text, "ada", &["it <- end"]);
    assert_requests(&text, "bob", &["it <- end"]);
}

#[test]
fn their_requests_and_plans_are_none_of_mine() {
    let text = "\
- 2026-01-01 asked by @ada: hers
- [ ] 2026-01-01 asked @ada: plan
- 2026-01-01 asked @ada: it
- [ ] 2026-01-02 declined @ada: plan
- 2026-11-23 declined @ada: tomorrow
";
    assert_requests(text, "ada", &["it <- open"]);
}

#[test]
fn whoever_refers_is_found_from_either_side() {
    let mut text = String::from("- 2026-01-01 got from @ada: it ^it\n");
    for _ in 0..3 {
        text.push_str("- 2026-01-02 thanked for ^it\n- 2026-01-02 thanked @ada for ^it and ^it\n");
    }
    let network = network(&text);
    let (first, _) = network.entries().next().unwrap();
    let referrers: Vec<EntryId> = network.referrers(first).collect();
    assert_eq!(referrers.len(), 6);
    let all: Vec<_> = network.entries().map(|(id, entry)| (entry.day().unwrap(), id)).collect();
    assert_eq!(network.referring(first, &all), [1, 2, 3, 4, 5, 6]);
    assert_eq!(network.referring(first, &all[..3]), [1, 2]);
    assert_eq!(network.referring(referrers[0], &all), [] as [usize; 0]);
}

#[test]
fn an_entry_without_names_has_those_of_all_that_it_refers_to() {
    let mut text = String::from("- 2026-01-01 asked @ada: it ^one\n- 2026-01-01 asked @bob and @ada: it ^two\n");
    text.push_str("- 2026-01-02 fizzled for ^one and ^two\n- 2026-01-02 fizzled @bob for ^one\n");
    let network = network(&text);
    let people: Vec<Vec<PersonId>> = network.entries().map(|(id, _)| network.participating(id).collect()).collect();
    let (ada, bob) = (person(&network, "ada"), person(&network, "bob"));
    assert_eq!(people[2], [ada, bob]);
    assert_eq!(people[3], [bob]);
}

#[test]
fn references_lead_on_whatever_the_order_of_lines() {
    let lines = [
        "- 2026-01-01 asked @ada: a referral ^one\n",
        "- 2026-01-02 got for ^one: it ^two\n",
        "- 2026-01-03 thanked for ^two ^three\n",
        "- 2026-01-04 note for ^three and ^four\n",
        "- 2026-01-05 note for ^five ^four\n",
        "- 2026-01-05 note for ^four ^five\n",
    ];
    let reversed: String = lines.iter().rev().copied().collect();
    for text in [lines.concat(), reversed] {
        let network = network(&text);
        let ada = person(&network, "ada");
        assert_eq!(network.entries().filter(|(id, _)| network.takes_part(ada, *id)).count(), 4, "{text}");
    }
}

#[test]
fn whoever_is_named_often_takes_part_once() {
    let names: Vec<String> = (0..40).map(|number| format!("@x{}", number % 20)).collect();
    let network = network(&format!("- 2026-01-01 coffee with {}\n", names.join(", ")));
    let (id, _) = network.entries().next().unwrap();
    let shown: Vec<String> = network.participants(id).iter().map(|it| network.display(it.who)).collect();
    assert_eq!(shown, names[..20]);
}
