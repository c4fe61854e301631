//! What somebody typed: a day, perhaps, and an entry.

use journal::{Day, Reader, Span, SpokenDay, Written};

/// An entry that is not in a journal yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// When it happened, or is planned.
    pub day: Day,
    /// The entry as it is to stand behind its bullet, without a date.
    pub line: String,
}

/// Why no entry could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Nothing is told.
    Empty,
    /// The calendar has no such day, or one cannot tell the day from the month.
    NoDay(String),
    /// A day was named already, and the entry begins with one.
    TwoDays(String),
}

/// The boxes of plans, as people type them.
const BOXES: [&str; 3] = ["[ ]", "[x]", "[X]"];

impl Draft {
    /// Reads what was typed on the day `today`. Words for a day may come first; without them it is `on`, else `today`.
    ///
    /// # Errors
    ///
    /// Where nothing is told, or the day cannot be understood. Whether the entry can be is for the rules to say.
    pub fn read(typed: &str, on: Option<Day>, today: Day) -> Result<Self, Unread> {
        // One entry is one line.
        let mut rest = typed.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']).map(str::trim);
        let line = rest.by_ref().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let behind_bullet = |line: &str| {
            let rest = line.strip_prefix(['-', '*', '+'])?;
            (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim_start().to_owned())
        };
        let line = behind_bullet(&line).unwrap_or(line);
        let (mut task, line) = taken_box(&line);
        let (day, mut line) = taken_day(line, task == Some("[ ]"), today)?;
        if task.is_none() && day.is_some() {
            (task, line) = taken_box(line);
            // Which Friday is meant hangs on whether it is a plan.
            if task == Some("[ ]") {
                return Self::read(&format!("[ ] {}", typed.replacen("[ ]", "", 1).trim_start()), on, today);
            }
        }
        if line.is_empty() {
            return Err(Unread::Empty);
        }
        let day = match (day, on) {
            (Some((said, day)), Some(on)) if day != on => return Err(Unread::TwoDays(said)),
            (Some((_, day)), _) => day,
            (None, on) => on.unwrap_or(today),
        };
        let line = task.map_or_else(|| line.to_owned(), |task| format!("{task} {line}"));
        Ok(Self { day, line })
    }
}

/// The day that a text says as a whole: a date, or words such as `yesterday`.
pub fn day(text: &str, today: Day) -> Option<Day> {
    let text = text.trim();
    match taken_day(text, false, today) {
        Ok((Some((_, day)), "")) => Some(day),
        _ => None,
    }
}

fn taken_box(line: &str) -> (Option<&'static str>, &str) {
    for task in BOXES {
        if let Some(rest) = line.strip_prefix(task).filter(|rest| rest.starts_with(char::is_whitespace)) {
            return (Some(task), rest.trim_start());
        }
    }
    (None, line)
}

/// A day, with the words that say it.
type Said = (String, Day);

/// The day at the beginning, and what follows it.
fn taken_day(line: &str, is_plan: bool, today: Day) -> Result<(Option<Said>, &str), Unread> {
    let mut reader = Reader::default();
    let whole = Span::new(0, line.len() as u32);
    let date = reader.date(line, whole);
    let (said, day) = if let Some(date) = date {
        match Day::read(date.text(line)) {
            Written::Exactly(day) | Written::Unpadded(day) => (date, Some(day)),
            Written::Wrongly => (date, None),
        }
    } else if let Some(spoken) = reader.spoken_day(line, whole) {
        (spoken.span, meant(spoken.day, is_plan, today))
    } else {
        let first = line.split_whitespace().next().unwrap_or_default();
        let is_date = first.starts_with(|c: char| c.is_ascii_digit()) && first.matches(['/', '.', '-']).count() >= 2;
        return if is_date { Err(Unread::NoDay(first.to_owned())) } else { Ok((None, line)) };
    };
    let words = said.text(line).to_owned();
    let Some(day) = day else { return Err(Unread::NoDay(words)) };
    let rest = line[said.end as usize..].trim_start();
    let rest = rest.strip_prefix([',', ':']).unwrap_or(rest).trim_start();
    Ok((Some((words, day)), rest))
}

/// The day that is meant; of a plan, the next one where words leave it open.
fn meant(said: SpokenDay, is_plan: bool, today: Day) -> Option<Day> {
    match said {
        SpokenDay::Weekday { number, is_last: false } if is_plan => {
            Some(today + ((number + 7 - today.weekday()) % 7) as i32)
        }
        SpokenDay::Date { year: None, month, day } if is_plan => {
            let (year, ..) = today.ymd();
            let mut days = (year..=year + 8).filter_map(|year| Day::new(year, month, day));
            days.find(|day| *day >= today)
        }
        said => Day::spoken(said, today),
    }
}

#[cfg(test)]
mod tests {
    use super::{Draft, Unread, day};

    /// A Sunday.
    const TODAY: &str = testkit::TODAY;

    fn read(typed: &str) -> Result<String, Unread> {
        let draft = Draft::read(typed, None, testkit::day(TODAY))?;
        Ok(format!("{} {}", draft.day, draft.line))
    }

    #[track_caller]
    fn assert_read(typed: &str, expected: &str) {
        assert_eq!(read(typed).as_deref(), Ok(expected), "{typed}");
    }

    #[test]
    fn a_day_may_come_first_in_any_words() {
        assert_read("coffee with @ada: hi", "2026-11-22 coffee with @ada: hi");
        assert_read("yesterday coffee with @ada", "2026-11-21 coffee with @ada");
        assert_read("Yesterday: coffee with @ada", "2026-11-21 coffee with @ada");
        assert_read("last Friday, call @ada", "2026-11-20 call @ada");
        assert_read("am Freitag Kaffee mit @ada", "2026-11-20 Kaffee mit @ada");
        assert_read("20.11.2026 call @ada", "2026-11-20 call @ada");
        assert_read("2026-11-3 call @ada", "2026-11-03 call @ada");
        assert_read("- 2026-11-03 call @ada", "2026-11-03 call @ada");
        assert_read("* call @ada", "2026-11-22 call @ada");
    }

    #[test]
    fn plans_lie_ahead_where_words_leave_it_open() {
        assert_read("[ ] friday lunch with @ada", "2026-11-27 [ ] lunch with @ada");
        assert_read("friday [ ] lunch with @ada", "2026-11-27 [ ] lunch with @ada");
        assert_read("[ ] last friday lunch with @ada", "2026-11-20 [ ] lunch with @ada");
        assert_read("[ ] 1.3. lunch with @ada", "2027-03-01 [ ] lunch with @ada");
        assert_read("[ ] sunday lunch with @ada", "2026-11-22 [ ] lunch with @ada");
        assert_read("[x] friday lunch with @ada", "2026-11-20 [x] lunch with @ada");
        assert_read("[ ]lunch", "2026-11-22 [ ]lunch");
    }

    #[test]
    fn one_entry_is_one_line() {
        assert_read(" coffee with @ada:\r\n  hi\n\nyou \n", "2026-11-22 coffee with @ada: hi you");
    }

    #[test]
    fn what_is_no_day_is_no_entry() {
        for (typed, word) in [("2026-02-30 call @ada", "2026-02-30"), ("3/4/2026 call @ada", "3/4/2026")] {
            assert_eq!(read(typed), Err(Unread::NoDay(word.to_owned())));
        }
        for typed in ["", " \n", "- ", "yesterday", "[ ] friday"] {
            assert_eq!(read(typed), Err(Unread::Empty), "{typed:?}");
        }
    }

    #[test]
    fn a_day_that_is_given_beside_holds() {
        let (today, on) = (testkit::day(TODAY), Some(testkit::day("2026-11-01")));
        assert_eq!(Draft::read("call @ada", on, today).map(|it| it.day), Ok(testkit::day("2026-11-01")));
        assert_eq!(Draft::read("2026-11-01 call @ada", on, today).map(|it| it.line), Ok("call @ada".to_owned()));
        assert_eq!(Draft::read("yesterday call @ada", on, today), Err(Unread::TwoDays("yesterday".to_owned())));
        assert_eq!(day(" vorgestern ", today), Some(testkit::day("2026-11-20")));
        assert_eq!(day("übermorgen", today), Some(testkit::day("2026-11-24")));
        assert_eq!(day("yesterday evening", today), None);
    }
}
