//! Formatting any text is idempotent and changes no meaning.

#![no_main]

use format::Style;
use journal::{Facts, Settings};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let settings = Settings::default();
    for is_page in [false, true] {
        let style = Style { is_page, ..Style::new(&settings.vocabulary) };
        let formatted = |text: &str| {
            let edits = format::format(text, &style);
            syntax::edited(text, edits.iter().map(|edit| (edit.span, edit.text.as_str())))
        };
        let after = formatted(text);
        assert_eq!(formatted(&after), after);
        let facts = |text: &str| Facts::read(text, is_page, &settings.vocabulary);
        assert!(facts(text).says_the_same(text, &facts(&after), &after), "{text:?}\n{after:?}");
    }
});
