//! Years, months and days in the names of files.

use std::ops::Range;

use journal::Day;

/// The time that a file's name speaks of, such as that of `2026.net.md` or `log/2026-11.net.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Period {
    /// Where the year, the month and the day of the month stand in the path. The later ones may be missing.
    parts: Vec<Range<usize>>,
}

impl Period {
    /// The first year in a path, with the month and the day that follow it.
    pub(super) fn of(path: &str) -> Option<Self> {
        let bytes = path.as_bytes();
        let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        // A number of just so many digits.
        let number = |at: usize, length: usize| {
            let ends = !is_digit(at + length) && (at == 0 || !is_digit(at - 1));
            (ends && (at..at + length).all(is_digit)).then_some(at..at + length)
        };
        let is_year = |at: &usize| matches!(bytes.get(*at..*at + 2), Some(b"19" | b"20"));
        let year = (0..bytes.len()).filter(is_year).find_map(|at| number(at, 4))?;
        let mut parts = vec![year];
        while let (1 | 2, Some(last)) = (parts.len(), parts.last()) {
            let separates = matches!(bytes.get(last.end), Some(b'-' | b'_' | b'/'));
            let Some(next) = number(last.end + 1, 2).filter(|_| separates) else { break };
            parts.push(next);
        }
        Some(Self { parts })
    }

    /// Whether this day lies in it.
    pub(super) fn covers(&self, path: &str, day: Day) -> bool {
        self.parts.iter().zip(written(day)).all(|(part, text)| path[part.clone()] == text)
    }

    /// The path of the file of this day: the same but for the period.
    pub(super) fn path_of(&self, path: &str, day: Day) -> String {
        let mut named = path.to_owned();
        for (part, text) in self.parts.iter().zip(written(day)) {
            named.replace_range(part.clone(), &text);
        }
        named
    }
}

fn written(day: Day) -> [String; 3] {
    let (year, month, day) = day.ymd();
    [format!("{year:04}"), format!("{month:02}"), format!("{day:02}")]
}

/// The names of the days of the week as people write them behind a date, Monday first.
const WEEKDAYS: [[&str; 7]; 4] = [
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
];

/// The same text with another day's name, if it is the name of `day` with nothing but marks around it: `, Friday`.
pub(super) fn weekday_like(text: &str, day: Day, other: Day) -> Option<String> {
    let is_letter = |c: char| c.is_alphabetic();
    let start = text.find(is_letter)?;
    let end = start + text[start..].find(|c| !is_letter(c)).unwrap_or(text.len() - start);
    let (word, after) = (&text[start..end], &text[end..]);
    if after.contains(char::is_alphanumeric) || text[..start].contains(char::is_alphanumeric) {
        return None;
    }
    let named = |names: &&[&str; 7]| names[day.weekday() as usize].eq_ignore_ascii_case(word);
    let name = WEEKDAYS.iter().find(named)?[other.weekday() as usize];
    let is_small = word.chars().all(char::is_lowercase);
    let name = if is_small { name.to_lowercase() } else { name.to_owned() };
    Some(format!("{}{name}{after}", &text[..start]))
}

#[cfg(test)]
mod tests {
    use super::{Period, weekday_like};
    use testkit::day;

    #[test]
    fn the_period_of_a_name() {
        let path_of = |path: &str| Period::of(path).map(|period| period.path_of(path, day("2027-01-05")));
        assert_eq!(path_of("2026.net.md").as_deref(), Some("2027.net.md"));
        assert_eq!(path_of("log/2026-11.net.md").as_deref(), Some("log/2027-01.net.md"));
        assert_eq!(path_of("2026/11/30.net.md").as_deref(), Some("2027/01/05.net.md"));
        assert_eq!(path_of("daily/2026_11_30 Monday.net.md").as_deref(), Some("daily/2027_01_05 Monday.net.md"));
        for path in ["people.net.md", "20266.net.md", "1815.net.md", "room-12.net.md"] {
            assert_eq!(path_of(path), None, "{path}");
        }
        let period = Period::of("2026-11.net.md").unwrap();
        assert!(period.covers("2026-11.net.md", day("2026-11-30")));
        assert!(!period.covers("2026-11.net.md", day("2026-12-01")));
    }

    #[test]
    fn weekdays_are_written_as_the_others() {
        let like = |text| weekday_like(text, day("2026-11-20"), day("2026-11-24"));
        assert_eq!(like(" Friday").as_deref(), Some(" Tuesday"));
        assert_eq!(like(", fri.").as_deref(), Some(", tue."));
        assert_eq!(like(" (Fr)").as_deref(), Some(" (Di)"));
        assert_eq!(like(" Freitag").as_deref(), Some(" Dienstag"));
        for other in ["", " Monday", " Friday in Graz", " 5 Friday", " RustFest"] {
            assert_eq!(like(other), None, "{other}");
        }
    }
}
