//! What the commands print, in both languages: `messages/en.ftl` and `messages/de.ftl`.

use messages::{Language, Messages, Texts};

static TEXTS: Texts = Texts::new(include_str!("../messages/en.ftl"), include_str!("../messages/de.ftl"));

/// The texts in this language.
pub(crate) fn within(language: Language) -> Messages<'static> {
    TEXTS.within(language)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn every_message_is_said_and_has_both_languages() {
        let code = testkit::messages::code(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
        testkit::messages::assert_texts("netlint", &super::TEXTS, &code, &[]);
    }
}
