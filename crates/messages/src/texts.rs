//! Texts in both languages, and how a message is made of them.

use std::fmt;
use std::sync::{Arc, LazyLock, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::{Language, Value, common};

type Bundle = FluentBundle<Arc<FluentResource>>;

/// What somebody says, in both languages: read when the first message is wanted.
pub struct Texts {
    sources: [&'static str; 2],
    bundles: [OnceLock<Bundle>; 2],
}

/// Texts in one language.
#[derive(Clone, Copy, Debug)]
pub struct Messages<'a> {
    texts: &'a Texts,
    language: Language,
}

static COMMON: LazyLock<[Arc<FluentResource>; 2]> =
    LazyLock::new(|| Language::ALL.map(|language| Arc::new(resource(common(language)).0)));

impl Texts {
    /// Texts in English and in German, as Fluent writes them. They may all be indented alike.
    pub const fn new(english: &'static str, german: &'static str) -> Self {
        Self { sources: [english, german], bundles: [OnceLock::new(), OnceLock::new()] }
    }

    /// The texts in one language.
    pub const fn within(&self, language: Language) -> Messages<'_> {
        Messages { texts: self, language }
    }

    /// The texts in this language as they are written, not indented.
    pub fn source(&self, language: Language) -> String {
        let source = self.sources[language as usize];
        let lines = || source.lines().filter(|line| !line.trim().is_empty());
        let indent = lines().map(|line| line.len() - line.trim_start_matches(' ').len()).min().unwrap_or_default();
        source
            .lines()
            .map(|line| line.get(indent..).unwrap_or_default())
            .fold(String::new(), |all, line| all + line + "\n")
    }

    /// What in the texts cannot be read, or stands twice. Empty, as tests prove.
    pub fn errors(&self) -> Vec<String> {
        let errors = |language| self.read(language).1.into_iter().map(move |error| format!("{language:?}: {error}"));
        Language::ALL.into_iter().flat_map(errors).collect()
    }

    fn bundle(&self, language: Language) -> &Bundle {
        self.bundles[language as usize].get_or_init(|| self.read(language).0)
    }

    fn read(&self, language: Language) -> (Bundle, Vec<String>) {
        let (own, mut errors) = resource(&self.source(language));
        let mut bundle = FluentBundle::new_concurrent(language.code().parse().into_iter().collect());
        // Both languages are written from left to right, and what is copied from a terminal should hold no marks.
        bundle.set_use_isolating(false);
        if language == Language::German {
            bundle.set_formatter(Some(with_comma));
        }
        for resource in [Arc::new(own), Arc::clone(&COMMON[language as usize])] {
            let twice = bundle.add_resource(resource).err().unwrap_or_default();
            errors.extend(twice.iter().map(ToString::to_string));
        }
        (bundle, errors)
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Texts")
    }
}

fn resource(source: &str) -> (FluentResource, Vec<String>) {
    match FluentResource::try_new(source.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors.iter().map(ToString::to_string).collect()),
    }
}

/// Numbers as German writes them.
fn with_comma<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number.as_string().replace('.', ",")),
        _ => None,
    }
}

impl Messages<'_> {
    /// The language.
    pub const fn language(self) -> Language {
        self.language
    }

    /// A message with its variables; [`say!`](crate::say) reads better.
    pub fn say(self, id: &str, variables: &[(&'static str, Value<'_>)]) -> String {
        let said = [self.language, Language::English]
            .into_iter()
            .find_map(|language| self.in_language(language, id, variables));
        said.unwrap_or_else(|| id.to_owned())
    }

    fn in_language(self, language: Language, id: &str, variables: &[(&'static str, Value<'_>)]) -> Option<String> {
        let bundle = self.texts.bundle(language);
        let pattern = bundle.get_message(id)?.value()?;
        let variables: FluentArgs<'_> =
            variables.iter().map(|(name, value)| (*name, value.in_language(language))).collect();
        // What is wrong is shown in its place as `{$name}`.
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&variables), &mut errors).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;
    use crate::{Language, Value, say};

    static TEXTS: Texts = Texts::new(
        "
            notes = { $notes ->
                [one] one note
               *[other] { $notes } notes
            } of { $who }
            since = since { $day }
            ago = { days } ago
            english = only English
        ",
        "
            notes = { $notes ->
                [one] eine Notiz
               *[other] { $notes } Notizen
            } von { $who }
            since = seit dem { $day }
            ago = vor { days-dative }
        ",
    );

    fn both(say: impl Fn(super::Messages<'_>) -> String) -> [String; 2] {
        Language::ALL.map(|language| say(TEXTS.within(language)))
    }

    #[test]
    fn plural_forms_numbers_and_names() {
        let who = "@ada";
        assert_eq!(both(|it| say!(it, "notes", notes = 1, who)), ["one note of @ada", "eine Notiz von @ada"]);
        assert_eq!(both(|it| say!(it, "notes", notes = 0, who)), ["0 notes of @ada", "0 Notizen von @ada"]);
        assert_eq!(both(|it| say!(it, "notes", notes = 10.5, who)), ["10.5 notes of @ada", "10,5 Notizen von @ada"]);
        assert_eq!(both(|it| say!(it, "notes", notes = 12345_usize, who))[1], "12345 Notizen von @ada");
    }

    #[test]
    fn dates_and_common_texts() {
        let day = Value::date(2026, 3, 1);
        assert_eq!(both(|it| say!(it, "since", day = day.clone())), ["since 2026-03-01", "seit dem 01.03.2026"]);
        assert_eq!(both(|it| say!(it, "ago", days = 1)), ["1 day ago", "vor 1 Tag"]);
        assert_eq!(both(|it| say!(it, "ago", days = 2)), ["2 days ago", "vor 2 Tagen"]);
    }

    #[test]
    fn what_has_no_text_is_said_all_the_same() {
        assert_eq!(both(|it| say!(it, "english")), ["only English", "only English"]);
        assert_eq!(both(|it| say!(it, "nothing")), ["nothing", "nothing"]);
        assert_eq!(both(|it| say!(it, "since"))[0], "since {$day}");
        assert_eq!(Texts::new("= no id", "").within(Language::German).say("id", &[]), "id");
    }

    #[test]
    fn errors_of_the_texts_are_known() {
        assert_eq!(TEXTS.errors(), Vec::<String>::new());
        assert_eq!(Texts::new("a = { $b", "").errors().len(), 1);
        assert_eq!(Texts::new("a = b\na = c", "").errors().len(), 1);
        assert_eq!(Texts::new("days = b", "").errors().len(), 1, "a common text is not said otherwise");
    }

    #[test]
    fn whatever_a_name_holds_is_said() {
        let who = "{ $notes } \u{2068}-x = {\n";
        assert_eq!(say!(TEXTS.within(Language::English), "notes", notes = 2, who), format!("2 notes of {who}"));
    }
}
