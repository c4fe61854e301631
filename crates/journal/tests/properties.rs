//! What holds for every journal: no file's place, no cut and no bad line changes what is read.

use std::sync::Arc;

use journal::{Facts, Network, Settings, Source};
use proptest::prelude::*;
use testkit::Dump;
use testkit::random::{careless, garbage, journal, mutated};

fn source(path: &str, text: &str, is_page: bool, part: usize) -> Source {
    let facts = Facts::read_in_parts(text, is_page, &Settings::default().vocabulary, part);
    Source { path: path.to_owned(), text: Arc::new(text.into()), invalid: None, facts: Arc::new(facts), is_page }
}

fn network(sources: Vec<Source>) -> String {
    let settings = Settings::default();
    Dump::new(&Network::new(sources, &settings), &settings).all()
}

fn whole(text: &str) -> String {
    network(vec![source("a.net.md", text, false, usize::MAX / 2)])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn the_order_of_files_does_not_matter(
        (files, shuffled) in prop::collection::vec(careless(), 1..6)
            .prop_map(|texts| texts.into_iter().enumerate().collect::<Vec<_>>())
            .prop_flat_map(|files| (Just(files.clone()), Just(files).prop_shuffle())),
    ) {
        let read = |files: &[(usize, String)]| {
            let source = |(number, text): &(usize, String)| source(&format!("{number}.net.md"), text, number % 3 == 2, 1 << 20);
            network(files.iter().map(source).collect())
        };
        prop_assert_eq!(read(&files), read(&shuffled));
    }

    #[test]
    fn parts_are_read_like_the_whole(text in prop_oneof![careless(), mutated()], part in 1_usize..80) {
        let parts = network(vec![source("a.net.md", &text, false, part)]);
        prop_assert_eq!(parts, whole(&text), "{}", text);
    }

    #[test]
    fn pages_are_read_alike_in_steps(text in careless(), part in 1_usize..80) {
        let read = |part| network(vec![source("ada.md", &text, true, part)]);
        prop_assert_eq!(read(part), read(usize::MAX / 2), "{}", text);
    }

    #[test]
    fn any_text_makes_a_network(text in prop_oneof![mutated(), "\\PC*", "(\\PC|\n|\r|\t| |-|#|@|\\^|:|\\[|<|>|`){0,80}"]) {
        let settings = Settings::default();
        for is_page in [false, true] {
            let network = Network::new(vec![source("a.net.md", &text, is_page, 16)], &settings);
            for (_, entry) in network.entries() {
                prop_assert!(text.get(entry.body.range()).is_some(), "{:?}", entry.body);
                prop_assert!(text.get(entry.text.range()).is_some(), "{:?}", entry.text);
                prop_assert!(entry.body.start <= entry.text.start && entry.text.end <= entry.body.end, "{:?}", entry);
            }
            for person in &network.people {
                prop_assert!(text.get(person.place.span.range()).is_some(), "{:?}", person.place);
                let fields = person.fields.iter().flat_map(|field| [field.key_span, field.value]);
                for span in fields.chain(person.aliases.iter().map(|alias| alias.place.span)) {
                    prop_assert!(text.get(span.range()).is_some(), "{:?}", span);
                }
            }
            Dump::new(&network, &settings).all();
        }
    }

    #[test]
    fn a_bad_line_costs_only_itself(
        (blocks, at, garbage) in (journal(), any::<prop::sample::Index>(), garbage()),
    ) {
        let at = at.index(blocks.len() + 1);
        let joined = |blocks: &[String]| blocks.iter().flat_map(|block| [block.as_str(), "\n\n"]).collect::<String>();
        // A break in the first line could begin front matter.
        let (above, below) = (format!("# Journal\n\n{}", joined(&blocks[..at])), joined(&blocks[at..]));
        let read = |text: &str| {
            let settings = Settings::default();
            let network = Network::new(vec![source("a.net.md", text, false, 1 << 20)], &settings);
            let reads = Dump::new(&network, &settings).reads();
            // A new paragraph may mention somebody, and tells something of a day.
            let kept = |line: &&str| !line.starts_with("mention") && !line.starts_with("contact") && !line.contains(" for ^");
            reads.lines().filter(kept).collect::<Vec<_>>().join("\n")
        };
        prop_assert_eq!(read(&format!("{above}{below}")), read(&format!("{above}{garbage}\n\n{below}")), "{}", garbage);
    }
}

#[test]
fn a_line_that_merely_begins_with_a_hash_goes_on_with_its_paragraph() {
    let text = "## 2026-11-03\n- coffee with @ada: hi\n#rust and more\n## 2026-11-04\n- call @ada\n";
    let parts = network(vec![source("a.net.md", text, false, 1)]);
    assert!(parts.contains("coffee (in person, mutual) with @ada?: \"hi\\n#rust and more\""), "{parts}");
}

#[test]
fn comments_in_front_matter_do_not_end_it() {
    let text = "---\nevery: weekly\n# why\n# not\ncity: Graz\n---\n# Ada\n";
    let parts = network(vec![source("ada.md", text, true, 1)]);
    assert!(parts.contains("field @ada city = Graz"), "{parts}");
}
