//! Fixes of random journals come to an end, bring no new error and keep how a file is written; what is silenced is
//! silent, and the journal means the same.

#![expect(clippy::unwrap_used, reason = "a test may fail in any way")]

use std::collections::BTreeMap;

use check::Level;
use journal::Day;
use proptest::prelude::*;
use session::{Change, Config, Fixed, Session, Snapshot};

const LINES: &[&str] = &[
    "## Ada Lovelace @ada",
    "## Ada Byron @ada",
    "### Bob",
    "- evry: 3 weeks",
    "- kind: freind",
    "- aka: Ada, @bob",
    "- ignore: overdue-contct",
    "- ignore: care until 2026-1-2",
    "- e-mail: a@b.c",
    "",
    "## 2026-2-3",
    "## 2026-11-31",
    "## 2027-01-04",
    "- cofee with @ada: hi",
    "- [ ] 2026-11-1 call @bob",
    "- call @aad, @bbo and [[Ada Lovelce]]",
    "- got advice from @ada ^advce",
    "- thanked @ada for ^advice",
    "- 2027-1-5 mail @ada",
    "- coffee with Ada Lovelace",
    "  - call @bob",
    "<!-- netlint-disable-next-line unknown-verb, unknown-hndle -->",
    "<!-- netlint-disable care -->",
    "```",
    "> - cofee with @ada",
    "ümläut 🎉 prose with @ada",
];

fn journal(files: &[String]) -> Session {
    let mut session = Session::new(Config::default());
    let change =
        |(number, text): (usize, &String)| Change::Set { path: format!("{number}.net.md"), bytes: text.clone().into() };
    session.apply(files.iter().enumerate().map(change).collect());
    session
}

fn fix(session: Session, unsafe_too: bool) -> Fixed {
    session::fix(session, Day::parse("2026-11-22").unwrap(), |_, it| {
        it.finding.fix.as_ref().is_some_and(|fix| fix.safe || unsafe_too)
    })
}

/// How many errors of each rule there are.
fn errors(snapshot: &Snapshot) -> BTreeMap<&'static str, usize> {
    let mut errors = BTreeMap::new();
    let report = snapshot.check(Day::parse("2026-11-22").unwrap());
    for diagnostic in report.diagnostics.iter().filter(|it| it.level == Level::Error) {
        *errors.entry(diagnostic.rule.name).or_default() += 1;
    }
    errors
}

fn text() -> impl Strategy<Value = String> {
    let line = prop::sample::select(LINES);
    let lines = prop::collection::vec(line, 0..24);
    (lines, prop::sample::select(vec!["\n", "\r\n"]), any::<bool>(), any::<bool>()).prop_map(
        |(lines, end, bom, ends)| {
            let text = lines.join(end);
            let (bom, last) = (if bom { "\u{feff}" } else { "" }, if ends { end } else { "" });
            format!("{bom}{text}{last}")
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fixes_come_to_an_end_and_bring_no_error(files in prop::collection::vec(text(), 1..3), unsafe_too: bool) {
        let session = journal(&files);
        let before = errors(&session.snapshot());
        let fixed = fix(session.clone(), unsafe_too);
        prop_assert_eq!(&fixed.unsettled, &Vec::<&str>::new());
        for (rule, after) in errors(&fixed.snapshot) {
            prop_assert!(before.get(rule).is_some_and(|before| after <= *before), "new {}", rule);
        }
        let texts: Vec<String> = fixed.snapshot.network.files.iter().map(|file| file.text.to_string()).collect();
        let again = fix(journal(&texts), unsafe_too);
        prop_assert!(again.files.is_empty(), "{:#?}", again.files);
        for (before, after) in files.iter().zip(&texts) {
            prop_assert_eq!(before.starts_with('\u{feff}'), after.starts_with('\u{feff}'));
            let lone = |text: &str| text.matches('\n').count() - text.matches("\r\n").count();
            prop_assert!(lone(before) > 0 || lone(after) == 0, "line ends are kept");
        }
    }

    #[test]
    fn what_is_silenced_is_silent_and_means_the_same(files in prop::collection::vec(text(), 1..3)) {
        let today = Day::parse("2026-11-22").unwrap();
        let session = journal(&files);
        let silenced = session::silence(session.clone(), today, Some("on purpose"), |_, it| it.level > Level::Info);
        let left: Vec<String> = silenced.left.iter().map(|it| format!("{}: {}", it.rule.name, it.finding.message)).collect();
        prop_assert!(left.is_empty(), "{:#?}\n{:#?}", left, silenced.files);
        let said = |snapshot: &Snapshot| {
            let network = &snapshot.network;
            let people: Vec<_> = network.people().map(|(_, it)| (it.name.clone(), it.handle.clone(), it.cadence, it.kind)).collect();
            let entries: Vec<_> = network.entries().map(|(id, it)| {
                let with: Vec<String> = network.participants(id).iter().map(|it| network.display(it.who)).collect();
                (it.day(), with, it.body.text(network.text(it.file)).to_owned())
            }).collect();
            (people, entries)
        };
        prop_assert_eq!(said(&session.snapshot()), said(&silenced.snapshot));
    }
}
