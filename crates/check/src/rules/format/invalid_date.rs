//! See the page below.

use journal::{Day, Field, Network, Place, Reader, Written};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::quoted;

rule! {
    /// A date is none: the calendar does not have it, or it is not written YYYY-MM-DD.
    ///
    /// ## Why
    ///
    /// What happened on a day that cannot be read counts for nobody: the contact is missing from the time line, and a
    /// reminder comes that need not have come.
    ///
    /// Looked at are headings, entries and the values of `met`, `born`, `pause` and `until` that begin with digits,
    /// a hyphen, digits, a hyphen and digits. Where only the zeros of month and day are missing, the date is
    /// understood all the same, and the fix adds them.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## 2026-2-3
    ///    ^^^^^^^^ `2026-2-3` lacks zeros: a date is written YYYY-MM-DD
    /// - note: a day in February
    /// ```
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - born: 1815-13-10
    ///         ^^^^^^^^^^ `1815-13-10` is no date: there is no month 13
    ///
    /// ## 2026-11-31
    ///    ^^^^^^^^^^ `2026-11-31` is no date: November has 30 days
    /// - coffee with @ada: caught up
    /// - 2026-02-29 call @ada
    ///   ^^^^^^^^^^ `2026-02-29` is no date: 2026 is no leap year
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```journal
    /// ## 2026-02-03
    /// - note: a day in February
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - born: 1815-12-10
    ///
    /// ## 2026-11-30 Monday
    /// - coffee with @ada: caught up
    /// - 2024-02-29 call @ada
    /// ```
    name: "invalid-date",
    group: Format,
    level: Error,
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let mut reader = Reader::default();
    // Dates and entries both follow the files, so that each date finds its entry on the way.
    let mut entries = network.entries().peekable();
    let mut before = None;
    for &place in &network.odd_dates {
        while let Some(next) = entries.next_if(|(_, it)| (it.file, it.body.start) <= (place.file, place.span.start)) {
            before = Some(next);
        }
        let own = before.filter(|(_, it)| it.file == place.file && place.span.end <= it.body.end);
        let people = own.into_iter().flat_map(|(id, _)| network.participating(id));
        found.extend(finding(network, place).map(|it| it.about(people)));
    }
    for (id, person) in network.people() {
        for field in &person.fields {
            let dates = dates(network, field, &mut reader);
            found.extend(dates.into_iter().filter_map(|place| finding(network, place)).map(|it| it.about([id])));
        }
    }
    for &directive in &network.directives {
        let Some(names) = reader.directive(network.text(directive.file), directive.span) else { continue };
        let dates = names.rules.iter().filter_map(|name| name.until);
        found.extend(dates.filter_map(|span| finding(network, Place { file: directive.file, span })));
    }
}

/// The dates in the value of a field, right or wrong.
pub(super) fn dates(network: &Network, field: &Field, reader: &mut Reader) -> Vec<Place> {
    let (text, value) = (network.text(field.file), field.value);
    let spans = match field.key.as_str() {
        "met" | "born" => reader.date(text, value).into_iter().collect(),
        "pause" => match reader.pause(text, value) {
            Some(pause) => pause.since.into_iter().chain([pause.until]).collect(),
            None => reader.date(text, value).into_iter().collect(),
        },
        "ignore" => {
            let names = reader.rule_names(text, value).unwrap_or_default();
            names.into_iter().filter_map(|name| name.until).collect()
        }
        _ => Vec::new(),
    };
    spans.into_iter().map(|span| Place { file: field.file, span }).collect()
}

/// What is wrong with a date, if something is.
fn finding(network: &Network, place: Place) -> Option<Finding> {
    let text = network.text_at(place);
    match Day::read(text) {
        Written::Exactly(_) => None,
        Written::Unpadded(day) => {
            let message = format!("{} lacks zeros: a date is written YYYY-MM-DD", quoted(text));
            let help = format!("it is read as {day}");
            Some(Finding::new(place, message).help(help).fix(true, format!("Write {day}"), place, day.to_string()))
        }
        Written::Wrongly => {
            let message = format!("{} is no date: {}", quoted(text), why(text));
            Some(Finding::new(place, message).help("what stands here counts once its day is known, such as `2026-11-03`"))
        }
    }
}

fn why(text: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ];
    let parts: Vec<Option<u32>> = text.split('-').map(|part| part.parse().ok()).collect();
    let is_shaped = text.split('-').map(str::len).eq([4, 2, 2]) || text.find('-') == Some(4) && text.len() < 10;
    let [Some(year), Some(month), Some(day)] = parts[..] else { return "a date is written YYYY-MM-DD".to_owned() };
    if !is_shaped {
        return "a date is written YYYY-MM-DD".to_owned();
    }
    let Some(name) = (month as usize).checked_sub(1).and_then(|at| MONTHS.get(at)) else {
        return format!("there is no month {month}");
    };
    let has = |day| Day::new(year as i32, month, day).is_some();
    match (month, day) {
        (_, 0) => "there is no day 0".to_owned(),
        (2, 29) => format!("{year} is no leap year"),
        _ => format!("{name} has {} days", (28..=31).rev().find(|day| has(*day)).unwrap_or(31)),
    }
}

#[cfg(test)]
mod tests {
    use super::{RULE, why};
    use crate::testing::{assert_count, assert_fixed, assert_marks};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn the_calendar_decides() {
        for date in ["2024-02-29", "2000-02-29", "2026-01-31", "2026-12-31", "0001-01-01", "9999-12-31"] {
            assert_count(&RULE, TODAY, &format!("## {date}\n- {date} note: x\n"), 0);
        }
        for (date, reason) in [
            ("2026-02-29", "2026 is no leap year"),
            ("1900-02-29", "1900 is no leap year"),
            ("2026-02-30", "February has 28 days"),
            ("2024-02-30", "February has 29 days"),
            ("2026-04-31", "April has 30 days"),
            ("2026-12-32", "December has 31 days"),
            ("2026-00-10", "there is no month 0"),
            ("2026-13-10", "there is no month 13"),
            ("2026-1-0", "there is no day 0"),
            ("26-11-03", "a date is written YYYY-MM-DD"),
            ("03-11-2026", "a date is written YYYY-MM-DD"),
            ("2026-011-03", "a date is written YYYY-MM-DD"),
            ("2026-11-03x", "a date is written YYYY-MM-DD"),
            ("2026-11-03-04", "a date is written YYYY-MM-DD"),
            ("20261-1-03", "a date is written YYYY-MM-DD"),
            ("2026-1-99999999999", "a date is written YYYY-MM-DD"),
        ] {
            assert_eq!(why(date), reason, "{date}");
            assert_count(&RULE, TODAY, &format!("## {date}\n"), 1);
            assert_count(&RULE, TODAY, &format!("- {date} call @ada\n"), 1);
        }
    }

    #[test]
    fn values_are_looked_at_where_they_begin_like_a_date() {
        assert_marks(
            &RULE,
            TODAY,
            "## Ada @ada
- met: 2024-5-01 at a fair
       ^^^^^^^^^ `2024-5-01` lacks zeros: a date is written YYYY-MM-DD
- born: 02-30
- pause: 2026-10-1 to 2027-02-29 (away)
         ^^^^^^^^^ `2026-10-1` lacks zeros: a date is written YYYY-MM-DD
                      ^^^^^^^^^^ `2027-02-29` is no date: 2027 is no leap year
- role: 2026-99-99 is no date and need not be
- ignore: shallow-tie until 2026-06-31
                            ^^^^^^^^^^ `2026-06-31` is no date: June has 30 days
--- b.net.md
<!-- netlint-disable-file event-only until 2026-13-01 -->
                                           ^^^^^^^^^^ `2026-13-01` is no date: there is no month 13
",
        );
    }

    #[test]
    fn zeros_are_added() {
        let before = "## Ada @ada\n- pause: until 2027-1-2\n\n## 2026-2-13 Friday\n- 2026-11-3: call @ada\n- 2026-2-30 call @ada\n";
        let after =
            "## Ada @ada\n- pause: until 2027-01-02\n\n## 2026-02-13 Friday\n- 2026-11-03: call @ada\n- 2026-2-30 call @ada\n";
        assert_fixed(&RULE, TODAY, before, after);
    }

    #[test]
    fn dates_in_text_are_no_dates_of_the_journal() {
        assert_count(&RULE, TODAY, "## 2026-11-03\n- call @ada: since 2026-02-30\n\nOn 2026-13-01 too.\n", 0);
    }
}
