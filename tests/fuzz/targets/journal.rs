//! Any text is a journal: its blocks tile it, and every rule looks at it without harm.

#![no_main]

use check::{Levels, Selector};
use journal::Settings;
use syntax::{Span, State};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut blocks = Vec::new();
    syntax::scan(text, Span::new(0, text.len() as u32), State::default(), &mut blocks);
    let end = blocks.iter().fold(0, |at, block| {
        assert_eq!(block.span.start, at);
        block.span.end
    });
    assert_eq!(end as usize, text.len());

    let settings = Settings::default();
    let network = testkit::network(&[("a.net.md", text), ("b.net.md", text)], &settings);
    let mut levels = Levels::default();
    levels.extend(&[Selector::All]);
    for diagnostic in check::check(&network, &settings, &levels, testkit::day(testkit::TODAY)).diagnostics {
        let place = diagnostic.finding.place;
        assert!(network.text(place.file).get(place.span.range()).is_some(), "{diagnostic:?}");
    }
});
