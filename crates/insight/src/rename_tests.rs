//! Handles are changed where they stand for the person, and only there.

use std::collections::BTreeMap;

use check::{Levels, edited};
use journal::{FileId, Network, Settings};
use proptest::prelude::*;

use super::{Refusal, person_of, rename};

fn network(files: &[(&str, &str)]) -> Network {
    let settings = Settings::default();
    let source = |(path, text): &(&str, &str)| testkit::source(path, text, path.starts_with("pages/"), &settings);
    Network::new(files.iter().map(source).collect(), &settings)
}

fn renamed(network: &Network, new: &str) -> Result<Vec<String>, Refusal> {
    let edits = rename(network, person_of(network, "@ada").unwrap(), new)?;
    let mut by_file: BTreeMap<FileId, Vec<_>> = BTreeMap::new();
    for edit in &edits {
        by_file.entry(edit.place.file).or_default().push((edit.place.span, edit.text.as_str()));
    }
    let text = |(id, file): (FileId, &journal::File)| edited(&file.text, by_file.remove(&id).unwrap_or_default());
    Ok(network.files().map(text).collect())
}

#[track_caller]
fn assert_renamed(before: &str, new: &str, after: &str) {
    assert_eq!(renamed(&network(&[("a.net.md", before)]), new), Ok(vec![after.to_owned()]));
}

#[test]
fn wherever_it_stands_for_the_person() {
    assert_renamed(
        "## Ada @ada\n- aka: @countess, Lady\n## Bob @bob\n- via: @Ada\n\nSays @ada, `@ada`, \\@ada and ada@ada.org.\n\n\
         ## 2026-11-20\n- coffee with @ada, @ADA and @bob: @ada's idea\n  * @ada's note\n- call @countess\n## @ada\n- city: Ulm\n",
        "@al",
        "## Ada @al\n- aka: @countess, Lady\n## Bob @bob\n- via: @al\n\nSays @al, `@ada`, \\@ada and ada@ada.org.\n\n\
         ## 2026-11-20\n- coffee with @al, @al and @bob: @al's idea\n  * @al's note\n- call @countess\n## @al\n- city: Ulm\n",
    );
    assert_renamed("## Ada @ada\n## @ADA\n- city: Ulm\n", "@Ada", "## Ada @Ada\n## @Ada\n- city: Ulm\n");
    assert_renamed("## Ada @ada\n## Other @Ada\n", "@x", "## Ada @x\n## Other @x\n");
}

#[test]
fn an_alias_and_the_handle_change_places() {
    let before = "## Ada @ada\n- aka: @countess\n## 2026-11-20\n- call @countess\n- call @ada\n";
    let after = "## Ada @countess\n- aka: @ada\n## 2026-11-20\n- call @countess\n- call @countess\n";
    assert_renamed(before, "@countess", after);
}

#[test]
fn pages_get_a_handle() {
    let log = ("z.net.md", "## 2026-11-20\n- call @ada\n");
    let page = |text, new| renamed(&network(&[("pages/ada.md", text), log]), new).map(|mut texts| texts.swap_remove(0));
    assert_eq!(page("# Ada\n\nMet.\n", "@al").as_deref(), Ok("# Ada @al\n\nMet.\n"));
    assert_eq!(page("# Ada @ada\n", "@al").as_deref(), Ok("# Ada @al\n"));
    assert_eq!(
        page("---\nvia: '@ada'\n---\nMet.\n", "@al").as_deref(),
        Ok("---\nvia: '@al'\n---\n# ada @al\n\nMet.\n")
    );
}

#[test]
fn what_is_taken_is_refused() {
    let network = network(&[
        ("a.net.md", "## Ada @ada\n## Bob @bob\n- aka: @bobby\n## 2026-11-20\n- call @ghost and @ada\n"),
        ("b.net.md", "@ada \\xE9"),
    ]);
    let bob = person_of(&network, "bobby").unwrap();
    assert_eq!(renamed(&network, "@BOB"), Err(Refusal::Taken(bob)));
    assert!(matches!(renamed(&network, "@bobby"), Err(Refusal::Alias(person, _)) if person == bob));
    assert!(matches!(renamed(&network, "ghost"), Err(Refusal::Named(place)) if network.text_at(place) == "@ghost"));
    assert_eq!(renamed(&network, "ada"), Err(Refusal::Same));
    for no_handle in ["", "@", "a b", "a.", "@@a", "[[Ada]]", "a\n"] {
        assert_eq!(renamed(&network, no_handle), Err(Refusal::NoHandle), "{no_handle:?}");
    }
    assert!(matches!(renamed(&network, "al"), Err(Refusal::Unreadable(_))));
}

const LINES: &[&str] = &[
    "## Ada @ada\n",
    "## @ada\n",
    "# Bob @bob\n",
    "- aka: @countess\n",
    "- via: @ada\n",
    "- every: 3 weeks\n",
    "## 2026-11-20\n",
    "- coffee with @ada and @bob: hi\n",
    "- call @ada: @ada's and `@ada`, \\@ada\n",
    "- got from @Ada: it ^it\n",
    "- thanked for ^it\n",
    "- cofee with @ada\n",
    "- call @adda\n",
    "- call @countess\n",
    "Prose of @ada. And @ada.\n",
    "```\n",
    "\n",
    "> @ada\n",
    "  - note of @ada\n",
    "<!-- netlint-disable-next-line -->\n",
    "- mail @ada @bob, and @ada\n",
    "[@ada](@ada)\n",
    "@ada\n---\n",
    "1. @ada\n",
    "- [[Ada]] and @ada\n",
];

proptest! {
    /// What is found is the same but for the name.
    #[test]
    fn findings_stay(lines in proptest::collection::vec(proptest::sample::select(LINES), 0..16)) {
        let settings = Settings::default();
        let text = format!("# Ada @ada\n{}", lines.concat());
        let before = network(&[("a.net.md", &text)]);
        let after = renamed(&before, "@zzz_zzz").unwrap();
        let after = network(&[("a.net.md", &after[0])]);
        let found = |network: &Network| -> Vec<String> {
            let report = check::check(network, &settings, &Levels::default(), testkit::day(testkit::TODAY));
            let line = |it: &check::Diagnostic| {
                let message = it.finding.message.replace("@zzz_zzz", "@ada").replace("@Ada", "@ada");
                let line = network.text(it.finding.place.file)[..it.finding.place.span.start as usize].lines().count();
                format!("{} {line} {message}", it.rule.name)
            };
            let mut found: Vec<String> = report.diagnostics.iter().map(line).collect();
            found.sort();
            found
        };
        prop_assert_eq!(found(&before), found(&after));
        prop_assert_eq!(before.entries.len(), after.entries.len());
        let participants = |network: &Network| network.entries().map(|(id, _)| network.participants(id).len()).collect::<Vec<_>>();
        prop_assert_eq!(participants(&before), participants(&after));
    }
}
