//! What a variable of a message can be.

use std::borrow::Cow;

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

use crate::Language;

/// The value of a variable: a text, a number, or a date.
#[derive(Clone, Debug)]
pub struct Value<'a>(Inner<'a>);

#[derive(Clone, Debug)]
enum Inner<'a> {
    Text(Cow<'a, str>),
    Number(FluentNumber),
    Date(i32, u32, u32),
}

impl<'a> Value<'a> {
    /// A date, which each language writes in its own way: `2026-11-20`, `20.11.2026`. What a journal is to hold is
    /// always written the first way, and given as a text.
    pub const fn date(year: i32, month: u32, day: u32) -> Self {
        Self(Inner::Date(year, month, day))
    }

    pub(crate) fn in_language(&self, language: Language) -> FluentValue<'a> {
        match (&self.0, language) {
            (Inner::Text(text), _) => FluentValue::String(text.clone()),
            (Inner::Number(number), _) => FluentValue::Number(number.clone()),
            (Inner::Date(year, month, day), Language::English) => format!("{year:04}-{month:02}-{day:02}").into(),
            (Inner::Date(year, month, day), Language::German) => format!("{day:02}.{month:02}.{year:04}").into(),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self(Inner::Text(text.into()))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self(Inner::Text(text.into()))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self(Inner::Text(text.into()))
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {
        $(impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Self(Inner::Number(number.into()))
            }
        })*
    };
}

numbers!(i32 i64 u32 u64 usize f64);
