//! Whole journals with what must be found in them: `tests/cases/*.txt`.
//!
//! `=== NAME | today=DATE | rules=A,B` begins a case, `--- PATH` a file of it, `--- expect` the lines `RULE FILE:LINE`
//! that those rules must give, and no others.

use crate::harness::{Folder, repository};

#[test]
fn every_case_gives_exactly_what_it_expects() {
    let mut count = 0;
    for entry in std::fs::read_dir(repository().join("tests/cases")).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for case in text.split("\n=== ").map(|case| case.trim_start_matches("=== ")) {
            check(case);
            count += 1;
        }
    }
    assert!(count > 10, "only {count} cases were found");
}

fn check(case: &str) {
    let (head, body) = case.split_once('\n').unwrap();
    let mut words = head.split(" | ").map(str::trim);
    let name = words.next().unwrap();
    let options: Vec<(&str, &str)> = words.map(|word| word.split_once('=').unwrap()).collect();
    let option = |key: &str| options.iter().find(|(name, _)| *name == key).unwrap().1;
    let folder = Folder::new(&[]);
    let mut expected = Vec::new();
    for part in body.split("--- ").skip(1) {
        let (path, text) = part.split_once('\n').unwrap();
        if path.trim() == "expect" {
            expected.extend(text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned));
        } else {
            folder.write(path.trim(), format!("{}\n", text.trim_end_matches('\n')).as_bytes());
        }
    }
    expected.sort();
    let rules: Vec<&str> = option("rules").split(',').collect();
    let mut found = folder.findings(&["--today", option("today"), "."]);
    found.retain(|line| rules.contains(&line.split(' ').next().unwrap()));
    assert_eq!(found, expected, "left: found, right: expected by the case {name:?}");
}
