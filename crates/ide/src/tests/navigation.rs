//! Definitions, references, highlights and links.

use crate::testing::Fixture;
use crate::{Part, Target};

const JOURNAL: &str = "## Ada @ada
- email: <ada@example.org>
- phone: +49 (0) 30-123
- url: example.org/ä, ftp://x.org
- tags: rust
## Bob @bob
- via: @ada

--- b.net.md
## 2026-11-03
- coffee with @Ada and @bob: it #Rust ^intro
- thanked for ^Intro
- mail @bob: on [[Ada]]
";

fn with(mark: &str) -> Fixture {
    let cut = mark.replace("$0", "");
    assert!(JOURNAL.contains(&cut), "{mark}");
    Fixture::new(&JOURNAL.replacen(&cut, mark, 1))
}

fn definition(mark: &str) -> Option<String> {
    let fixture = with(mark);
    let (_, place) = fixture.ide().definition(fixture.file, fixture.offset)?;
    Some(fixture.shown(place))
}

#[test]
fn definitions() {
    let ada = Some("a.net.md:1 Ada @ada".to_owned());
    for mark in ["with @A$0da", "via: @ad$0a", "on [[A$0da]]", "A$0da @ada"] {
        assert_eq!(definition(mark), ada, "{mark}");
    }
    let entry = Some("b.net.md:2 coffee with @Ada and @bob: it #Rust ^intro".to_owned());
    assert_eq!([definition("for ^In$0tro"), definition("#Rust ^i$0ntro")], [entry.clone(), entry]);
    assert_eq!([definition("cof$0fee"), definition("#Ru$0st")], [None, None]);
}

fn references(mark: &str) -> Vec<String> {
    let fixture = with(mark);
    let all = fixture.ide().references(fixture.file, fixture.offset);
    let sign = |part| match part {
        Part::Declaration => "!",
        Part::Use => "",
        Part::Implied => "~",
    };
    all.iter().map(|it| format!("{}{}", sign(it.part), fixture.shown(it.place))).collect()
}

#[test]
fn references_of_a_person_are_the_time_line() {
    let all =
        ["!a.net.md:1 Ada @ada", "a.net.md:7 @ada", "b.net.md:2 @Ada", "~b.net.md:3 thanked", "b.net.md:4 [[Ada]]"];
    for mark in ["with @A$0da", "on [[A$0da]]", "A$0da @ada"] {
        assert_eq!(references(mark), all, "{mark}");
    }
}

#[test]
fn references_of_ids_and_tags() {
    assert_eq!(references("for ^In$0tro"), ["!b.net.md:2 intro", "b.net.md:3 Intro"]);
    assert_eq!(references("tags: ru$0st"), ["a.net.md:5 rust", "b.net.md:2 Rust"]);
    assert_eq!(references("cof$0fee"), [""; 0]);
}

#[test]
fn highlights_are_those_that_are_written_in_the_file() {
    let fixture = with("with @A$0da");
    let all = fixture.ide().highlights(fixture.file, fixture.offset);
    let shown: Vec<String> = all.iter().map(|it| fixture.shown(it.place)).collect();
    assert_eq!(shown, ["b.net.md:2 @Ada", "b.net.md:4 [[Ada]]"]);
}

#[test]
fn links_lead_to_programs_and_people() {
    let fixture = Fixture::new(JOURNAL);
    let links = |path: &str| -> Vec<String> {
        let file = fixture.network.file_at(path).unwrap();
        let shown = |link: &crate::Link| {
            let target = match &link.target {
                Target::Uri(uri) => uri.clone(),
                Target::Place(place) => fixture.shown(*place),
            };
            format!("{} -> {target}", link.span.text(fixture.network.text(file)))
        };
        fixture.ide().links(file).iter().map(shown).collect()
    };
    assert_eq!(
        links("a.net.md"),
        [
            "ada@example.org -> mailto:ada@example.org",
            "+49 (0) 30-123 -> tel:+49030123",
            "example.org/ä -> https://example.org/%C3%A4",
        ]
    );
    assert_eq!(links("b.net.md"), ["[[Ada]] -> a.net.md:1 Ada @ada"]);
}
