//! The languages.

/// A language in which netlint speaks. English is read in every journal; German is read beside it where it is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// All languages, the one in which texts are written first.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its code in configurations: `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The language of this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Names joined as people do: "@ada", "@ada and @bob", "@ada, @bob and @carl".
    pub fn all_of(self, names: &[String]) -> String {
        let and = match self {
            Self::English => "and",
            Self::German => "und",
        };
        joined(names, and)
    }

    /// The same where one of them is meant: "@ada, @bob or @carl".
    pub fn one_of(self, names: &[String]) -> String {
        let or = match self {
            Self::English => "or",
            Self::German => "oder",
        };
        joined(names, or)
    }
}

fn joined(names: &[String], word: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} {word} {last}", all.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, English, German};

    #[test]
    fn names_are_joined_as_people_do() {
        let names = ["@ada", "@bob", "@carl"].map(str::to_owned);
        assert_eq!(English.all_of(&names[..0]), "");
        assert_eq!(English.all_of(&names[..1]), "@ada");
        assert_eq!(English.all_of(&names[..2]), "@ada and @bob");
        assert_eq!(German.all_of(&names), "@ada, @bob und @carl");
        assert_eq!(German.one_of(&names), "@ada, @bob oder @carl");
    }

    #[test]
    fn codes_name_languages() {
        assert_eq!(Language::from_code("de"), Some(German));
        assert_eq!(Language::from_code("DE"), None);
    }
}
