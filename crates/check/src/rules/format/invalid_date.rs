//! See the page below.

use messages::say;
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
    english: "
        unpadded = { $date } lacks zeros: a date is written YYYY-MM-DD
        unpadded-help = it is read as { $day }
        fix = Write { $day }
        shape = { $date } is no date: a date is written YYYY-MM-DD
        month = { $date } is no date: there is no month { $month }
        zero = { $date } is no date: there is no day 0
        leap = { $date } is no date: { $year } is no leap year
        length = { $date } is no date: { month-days }
        month-days = { $month ->
            [1] January
            [2] February
            [3] March
            [4] April
            [5] May
            [6] June
            [7] July
            [8] August
            [9] September
            [10] October
            [11] November
           *[other] December
        } has { $last } days
        help = what stands here counts once its day is known, such as `2026-11-03`
    ",
    german: "
        title = Ein Datum ist keines: Der Kalender kennt es nicht, oder es ist nicht als JJJJ-MM-TT geschrieben
        unpadded = in { $date } fehlen Nullen: ein Datum schreibt man JJJJ-MM-TT
        unpadded-help = gelesen wird es als { $day }
        fix = { $day } schreiben
        shape = { $date } ist kein Datum: ein Datum schreibt man JJJJ-MM-TT
        month = { $date } ist kein Datum: es gibt keinen Monat { $month }
        zero = { $date } ist kein Datum: es gibt keinen Tag 0
        leap = { $date } ist kein Datum: { $year } ist kein Schaltjahr
        length = { $date } ist kein Datum: der { month-days }
        month-days = { $month ->
            [1] Januar
            [2] Februar
            [3] März
            [4] April
            [5] Mai
            [6] Juni
            [7] Juli
            [8] August
            [9] September
            [10] Oktober
            [11] November
           *[other] Dezember
        } hat { $last } Tage
        help = was hier steht, zählt, sobald der Tag bekannt ist, etwa `2026-11-03`
    ",
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
        found.extend(finding(check, place).map(|it| it.about(people)));
    }
    for (id, person) in network.people() {
        for field in &person.fields {
            let dates = dates(network, field, &mut reader);
            found.extend(dates.into_iter().filter_map(|place| finding(check, place)).map(|it| it.about([id])));
        }
    }
    for &directive in &network.directives {
        let Some(names) = reader.directive(network.text(directive.file), directive.span) else { continue };
        let dates = names.rules.iter().filter_map(|name| name.until);
        found.extend(dates.filter_map(|span| finding(check, Place { file: directive.file, span })));
    }
}

/// The dates in the value of a field, right or wrong.
pub(super) fn dates(network: &Network, field: &Field, reader: &mut Reader) -> Vec<Place> {
    let spans = journal::dates_in(reader, network.text(field.file), &field.key, field.value);
    spans.into_iter().map(|span| Place { file: field.file, span }).collect()
}

/// What is wrong with a date, if something is.
fn finding(check: &Check<'_>, place: Place) -> Option<Finding> {
    let text = check.network.text_at(place);
    match Day::read(text) {
        Written::Exactly(_) => None,
        Written::Unpadded(day) => {
            // As it is to be written, in any language.
            let day = &day.to_string();
            let finding = Finding::new(place, say!(check, "unpadded", date = quoted(text)));
            Some(finding.help(say!(check, "unpadded-help", day)).fix(true, say!(check, "fix", day), place, day))
        }
        Written::Wrongly => Some(Finding::new(place, why(check, text)).help(say!(check, "help"))),
    }
}

fn why(check: &Check<'_>, text: &str) -> String {
    let date = &quoted(text);
    let parts: Vec<Option<u32>> = text.split('-').map(|part| part.parse().ok()).collect();
    let is_shaped = text.split('-').map(str::len).eq([4, 2, 2]) || text.find('-') == Some(4) && text.len() < 10;
    let ([Some(year), Some(month), Some(day)], true) = (&parts[..], is_shaped) else { return say!(check, "shape", date) };
    let (year, month, day) = (*year, *month, *day);
    let has = |day| Day::new(year as i32, month, day).is_some();
    match (month, day) {
        (0 | 13.., _) => say!(check, "month", date, month),
        (_, 0) => say!(check, "zero", date),
        (2, 29) => say!(check, "leap", date, year),
        _ => say!(check, "length", date, month, last = (28..=31_u32).rev().find(|day| has(*day)).unwrap_or(31)),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_fixed, assert_marks, said};
    use messages::Language;

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
            let said = said(&RULE, TODAY, &format!("## {date}\n"), Language::English);
            assert_eq!(said[0], format!("`{date}` is no date: {reason}"));
            assert_eq!(said.len(), 2, "{said:?}");
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
