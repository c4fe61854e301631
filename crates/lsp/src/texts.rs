//! What the server says beside the findings, in both languages: `messages/en.ftl` and `de.ftl`.

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
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let code = [
            "to_proto.rs",
            "problem.rs",
            "handlers/actions.rs",
            "handlers/diagnostics.rs",
            "publish.rs",
            "progress.rs",
        ]
        .map(|path| std::fs::read_to_string(source.join(path)).unwrap());
        testkit::messages::assert_texts("lsp", &super::TEXTS, &code.concat(), &[]);
    }
}
