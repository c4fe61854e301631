//! What is due, in which order, and what is left out.

use check::{Levels, Selector};
use journal::{Network, Settings, Vocabulary};
use messages::Language;

use super::Agenda;

const TODAY: &str = "2026-11-22";

fn network(text: &str) -> Network {
    testkit::network(&[("a.net.md", text)], &Settings::default())
}

/// Each person with the kinds of reasons, in order: `ada: thanks overdue`.
fn told(agenda: &Agenda, network: &Network) -> Vec<String> {
    let line = |item: &super::Item| {
        let kinds: Vec<&str> = item.reasons.iter().map(|reason| reason.kind.name()).collect();
        format!("{}: {}", network.person(item.standing.person).handle, kinds.join(" "))
    };
    agenda.people.iter().map(line).collect()
}

fn assert_agenda(text: &str, today: &str, days: u16, expected: &[&str]) {
    let network = network(text);
    let agenda = Agenda::of(&network, &Settings::default(), &Levels::default(), testkit::day(today), days);
    assert_eq!(told(&agenda, &network), expected, "{text}");
}

#[test]
fn each_person_stands_once_with_all_reasons() {
    let text = "\
## Ada @ada
- every: 3 weeks
- born: 11-25
# Log
- 2026-06-01 got from @ada: it
- 2026-10-20 coffee with @ada
- 2026-09-01 offered @ada: my notes
- 2026-09-02 asked @ada: a referral
- [ ] 2026-11-20 call @ada
- [ ] 2026-11-23 lunch with @ada
";
    let all = "ada: thanks overdue missed-plan plan birthday favor promise request";
    assert_agenda(text, TODAY, 7, &[all]);
}

#[test]
fn thanks_come_first_then_the_day_then_the_longest_in_cadences() {
    let text = "\
## Thanks @thanks
## Birthday @birthday
- born: 11-22
## Late @late
- every: 10 days
## Later @later
- every: 10 days
## Yearly @yearly
- every: yearly
## Soon @soon
- every: 3 weeks
## Plan @plan
## Favor @favor
## First @first
- every: weekly
# Log
- 2026-11-05 call @late
- 2026-11-01 call @later
- 2025-11-01 call @yearly
- 2026-11-04 call @soon
- [ ] 2026-11-24 call @plan
- 2026-06-01 got from @favor
- 2026-06-01 thanked @favor
- 2026-11-02 got from @thanks
";
    assert_agenda(
        text,
        TODAY,
        7,
        &[
            "thanks: thanks",
            "birthday: birthday",
            "later: overdue",
            "late: overdue",
            "yearly: overdue",
            "soon: due",
            "plan: plan",
            "favor: favor",
            "first: first-contact",
        ],
    );
}

#[test]
fn urgency_is_what_exceeds_the_cadence_in_cadences() {
    let network =
        network("## Ada @ada\n- every: 10 days\n- 2026-10-28 call\n## Bob @bob\n- every: 10 days\n- 2026-11-17 call\n");
    let agenda = Agenda::of(&network, &Settings::default(), &Levels::default(), testkit::day(TODAY), 7);
    let urgency: Vec<_> = agenda.people.iter().map(|item| item.urgency).collect();
    assert_eq!(urgency, [Some(1.5), Some(-0.5)]);
}

#[test]
fn what_is_due_is_what_is_overdue_when_the_days_are_over() {
    let text = "## Ada @ada\n- every: 3 weeks\n- 2026-11-04 call\n";
    assert_agenda(text, TODAY, 2, &[]);
    assert_agenda(text, TODAY, 3, &["ada: due"]);
    assert_agenda(text, "2026-11-25", 0, &["ada: due"]);
    assert_agenda(text, "2026-11-26", 0, &["ada: overdue"]);
    let network = network(text);
    for (language, message) in [
        (Language::English, "@ada is due on 2026-11-25, in 3 days: last noted 2026-11-04, every 3 weeks"),
        (Language::German, "@ada ist am 25.11.2026 fällig, in 3 Tagen: zuletzt notiert am 04.11.2026, alle 3 Wochen"),
    ] {
        let settings = Settings { language, ..Settings::default() };
        let agenda = Agenda::of(&network, &settings, &Levels::default(), testkit::day(TODAY), 7);
        assert_eq!(agenda.people[0].reasons[0].message, message);
    }
}

#[test]
fn plans_and_birthdays_are_named_up_to_the_last_day() {
    let text = "## Ada @ada\n- born: 1985-11-25\n- [ ] 2026-11-24 call\n";
    assert_agenda(text, TODAY, 1, &[]);
    assert_agenda(text, TODAY, 2, &["ada: plan"]);
    assert_agenda(text, TODAY, 3, &["ada: plan birthday"]);
    assert_agenda("## Ada @ada\n- born: 02-29\n", "2027-02-22", 7, &["ada: birthday"]);
    assert_agenda("## Ada @ada\n- born: 02-29\n", "2027-02-22", 6, &[]);
    assert_agenda("## Ada @ada\n- born: 02-29\n", "2028-02-22", 6, &[]);
    assert_agenda("## Ada @ada\n- born: 02-29\n", "2028-02-22", 7, &["ada: birthday"]);
    // Whom a plan does not name cannot be contacted, and what is done is no plan.
    assert_agenda("## Ada @ada\n# Log\n- [ ] 2026-11-24 call @nobody\n- [x] 2026-11-20 call @ada\n", TODAY, 7, &[]);
}

#[test]
fn the_quiet_stay_out_even_when_their_pause_ends_soon() {
    for field in ["pause: until 2026-11-24", "pause: 2026-11-20 to 2026-12-24", "status: ended"] {
        let text = format!(
            "## Ada @ada\n- every: weekly\n- born: 11-23\n- {field}\n## Bob @bob\n# Log\n- 2026-01-01 got from @ada\n- [ ] 2026-11-23 call @ada and @bob\n"
        );
        assert_agenda(&text, TODAY, 7, &["bob: plan"]);
    }
}

#[test]
fn what_is_silenced_or_off_gives_no_reason() {
    let text = "## Ada @ada\n- every: weekly\n- ignore: overdue-contact\n- 2026-11-02 got: it\n";
    assert_agenda(text, TODAY, 7, &["ada: thanks"]);
    assert_agenda("## Ada @ada\n- every: weekly\n- ignore: overdue-contact\n- 2026-11-19 call\n", TODAY, 7, &[]);
    let network = network(text);
    let mut levels = Levels::default();
    levels.set(Selector::parse("courtesy").unwrap(), None);
    let agenda = Agenda::of(&network, &Settings::default(), &levels, testkit::day(TODAY), 7);
    assert_eq!(told(&agenda, &network), Vec::<String>::new());
    let mut levels = Levels::default();
    levels.ignore(&[Selector::parse("missing-thanks").unwrap()]);
    let agenda = Agenda::of(&network, &Settings::default(), &levels, testkit::day(TODAY), 7);
    assert_eq!(told(&agenda, &network), Vec::<String>::new());
}

#[test]
fn the_opener_is_what_was_last_noted_in_words() {
    let opener = |log: &str| {
        let network = network(&format!("## Ada @ada\n- every: weekly\n# Log\n{log}"));
        let agenda = Agenda::of(&network, &Settings::default(), &Levels::default(), testkit::day(TODAY), 7);
        agenda.people[0].opener.as_ref().map(|it| format!("{} {}", it.day, it.words))
    };
    let told = "- 2026-10-20 coffee with @ada: caught up,\n  she is hiring #rust\n";
    assert_eq!(opener(told).as_deref(), Some("2026-10-20 coffee with @ada: caught up, she is hiring #rust"));
    assert_eq!(opener(&format!("{told}- 2026-11-01 call @ada\n")), opener(told));
    let noted = format!("- 2026-11-02 note @ada: moved to Paris\n- 2026-11-23 note @ada: tomorrow\n{told}");
    assert_eq!(opener(&noted).as_deref(), Some("2026-11-02 note @ada: moved to Paris"));
    assert_eq!(opener("- 2026-11-01 call @ada\n"), None);
}

#[test]
fn an_idle_week_gets_one_suggestion() {
    let whom = |text: &str| {
        let network = network(text);
        let agenda = Agenda::of(&network, &Settings::default(), &Levels::default(), testkit::day(TODAY), 7);
        agenda.idle.map(|idle| idle.whom.map(|id| network.person(id).handle.clone()))
    };
    assert_eq!(whom("## Ada @ada\n- 2026-11-20 call\n"), None);
    let text = "## Ada @ada\n- 2026-11-01 call\n## Bob @bob\n- 2026-10-01 call\n## Carl @carl\n- every: never\n- 2026-09-01 call\n";
    assert_eq!(whom(text), Some(Some("bob".to_owned())));
    assert_eq!(
        whom(&format!("{text}## Dora @dora\n- every: weekly\n- 2026-11-02 call\n")),
        Some(Some("dora".to_owned()))
    );
    assert_eq!(whom("## Ada @ada\n- 2026-11-01 call\n- pause: until 2027-01-01\n"), Some(None));
}

/// Whatever is offered as an entry is one, in both languages, and settles the reason.
#[test]
fn the_entries_that_are_offered_settle_what_they_are_offered_for() {
    let text = "\
## Ada @ada
- every: 3 weeks
## Bob @bob
- every: weekly
# Log
- 2026-06-01 got from @ada: it ^it
- 2026-09-01 offered @ada: my notes
- 2026-09-02 asked @ada: a referral
- 2026-10-20 coffee with @ada
";
    for language in Language::ALL {
        let settings = Settings { language, vocabulary: Vocabulary::new(language), ..Settings::default() };
        let agenda = |text: &str| {
            let network = testkit::network(&[("a.net.md", text)], &settings);
            assert_eq!(network.entries().filter(|(_, entry)| entry.verb().is_none()).count(), 0, "{text}");
            Agenda::of(&network, &settings, &Levels::default(), testkit::day(TODAY), 7)
        };
        let reasons = |agenda: &Agenda| -> Vec<_> { agenda.people.iter().flat_map(|it| it.reasons.clone()).collect() };
        let before = reasons(&agenda(text));
        assert_eq!(before.len(), 6, "{before:?}");
        for reason in &before {
            let entry = reason.entry.as_ref().unwrap();
            let after = reasons(&agenda(&format!("{text}- 2026-11-22 {entry}\n")));
            let stays = after.iter().any(|other| other.kind == reason.kind && other.people == reason.people);
            assert!(!stays, "{entry} does not settle {reason:?}");
        }
    }
}
