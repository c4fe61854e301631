//! What was answered about a person.

use insight::entry;
use journal::{Day, Interval, Reader, Span};

/// What was answered about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// A field and its value.
    Set(&'static str, String),
    /// Nothing for now.
    Skip,
    /// The one before again.
    Back,
    /// Enough.
    Quit,
}

impl Answer {
    /// Reads an answer: a key, a circle by its number or name, or a key with words. `None`: it is none of them.
    pub(super) fn read(typed: &str, circles: &[&str], today: Day) -> Option<Self> {
        let typed = typed.trim();
        let is_named = |name: &&&str| name.to_lowercase() == typed.to_lowercase();
        let by_number = typed.parse::<usize>().ok().and_then(|number| circles.get(number.checked_sub(1)?));
        if let Some(circle) = by_number.or_else(|| circles.iter().find(is_named)) {
            return Some(Self::Set("circle", (*circle).to_owned()));
        }
        let (key, words) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        let words = words.trim();
        let interval = || {
            let every = Reader::default().every(words, Span::new(0, words.len() as u32))?;
            Some(Interval::of(every))
        };
        match (key.to_lowercase().as_str(), words) {
            ("" | "s", "") => Some(Self::Skip),
            ("b", "") => Some(Self::Back),
            ("q", "") => Some(Self::Quit),
            ("e", _) => interval().map(|_| Self::Set("every", words.to_owned())),
            ("p", _) => {
                let until = entry::day(words, today).or_else(|| Some(today.plus(interval()??)));
                let until = until.filter(|until| *until > today)?;
                Some(Self::Set("pause", format!("until {until}")))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Answer;

    #[test]
    fn keys_circles_cadences_and_pauses() {
        let read = |typed| Answer::read(typed, &["inner", "close"], testkit::day(testkit::TODAY));
        let set = |key, value: &str| Some(Answer::Set(key, value.to_owned()));
        assert_eq!(read("1"), set("circle", "inner"));
        assert_eq!(read(" Close "), set("circle", "close"));
        assert_eq!(read("e 3 weeks"), set("every", "3 weeks"));
        assert_eq!(read("e never"), set("every", "never"));
        assert_eq!(read("p 2 months"), set("pause", "until 2027-01-22"));
        assert_eq!(read("p 31.12.2026"), set("pause", "until 2026-12-31"));
        assert_eq!(
            (read(""), read("s"), read("B"), read("q")),
            (Some(Answer::Skip), Some(Answer::Skip), Some(Answer::Back), Some(Answer::Quit))
        );
        for unclear in ["0", "3", "e", "e often", "p", "p yesterday", "p never", "x", "s now"] {
            assert_eq!(read(unclear), None, "{unclear}");
        }
    }
}
