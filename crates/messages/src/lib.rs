//! What netlint says, in English and in German.
//!
//! Texts are written in [Fluent](https://projectfluent.org), once for each language, and said by id:
//!
//! ```
//! use messages::{Language, Texts, say};
//!
//! static TEXTS: Texts = Texts::new("late = { $who } is { days } late", "late = { $who } ist { days } zu spät");
//!
//! let german = TEXTS.within(Language::German);
//! assert_eq!(say!(german, "late", who = "@ada", days = 2), "@ada ist 2 Tage zu spät");
//! ```
//!
//! It knows nothing of journals. It never fails: what has no text is said in English, then by its id; tests prove
//! that this does not happen.

mod language;
mod texts;
mod value;

pub use language::Language;
pub use texts::{Messages, Texts};
pub use value::Value;

/// What all texts may refer to, in this language.
pub const fn common(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../messages/en.ftl"),
        Language::German => include_str!("../messages/de.ftl"),
    }
}

/// Says a message: `say!(messages, "id", name = value, other)`, where `other` is short for `other = other`. Whatever
/// has a method `say` like that of [`Messages`] can be asked.
#[macro_export]
macro_rules! say {
    ($speaker:expr, $id:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $speaker.say($id, &[$($crate::named!($name $(= $value)?)),*])
    };
}

/// One variable of [`say`].
#[doc(hidden)]
#[macro_export]
macro_rules! named {
    ($name:ident) => {
        (stringify!($name), $crate::Value::from($name))
    };
    ($name:ident = $value:expr) => {
        (stringify!($name), $crate::Value::from($value))
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_common_texts_are_the_same_in_both_languages_but_for_cases() {
        let ids = |language| testkit::messages::read(common(language));
        let (english, german) = (ids(Language::English), ids(Language::German));
        for (id, variables) in &german {
            // English nouns have one case.
            let plain = id.trim_end_matches("-dative");
            assert_eq!(english.get(plain), Some(variables), "{id}");
        }
        assert!(english.keys().all(|id| german.contains_key(id)), "{english:?}");
    }
}
