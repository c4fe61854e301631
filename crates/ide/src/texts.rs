//! What is said here, in both languages: `messages/en.ftl` and `de.ftl`.

use messages::{Language, Messages, Texts};

static TEXTS: Texts = Texts::new(include_str!("../messages/en.ftl"), include_str!("../messages/de.ftl"));

/// The texts in this language.
pub(crate) fn within(language: Language) -> Messages<'static> {
    TEXTS.within(language)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// The sources of the crate, one after the other.
    fn code(folder: &Path) -> String {
        let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let read = |path: &std::path::PathBuf| {
            if path.is_dir() { code(path) } else { std::fs::read_to_string(path).unwrap() + "\n" }
        };
        paths.iter().map(read).collect()
    }

    #[test]
    fn every_message_is_said_and_has_both_languages() {
        let code = code(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
        testkit::messages::assert_texts("ide", &super::TEXTS, &code, &[]);
    }
}
