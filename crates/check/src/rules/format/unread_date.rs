//! See the page below.

use journal::{Day, Network, Place, Span, SpokenDay};
use messages::say;

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::quoted;

rule! {
    /// A heading or an item begins with a day that is not read, since it is not written YYYY-MM-DD.
    ///
    /// ## Why
    ///
    /// A journal is read again years later and by others, so netlint never guesses what `20.11.2026` or `yesterday`
    /// meant. But then what stands there counts for nobody, although you took the care to note it.
    ///
    /// Looked at are headings that begin with a date in another notation, or are one word for a day; and items that
    /// begin with either, mention somebody, and are no entries. For those that stand below a date there is
    /// [`unknown-verb`](unknown-verb.md). The fix writes the day that the words meant today; look at it before you
    /// take it, if they are older.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 20.11.2026 Friday
    ///    ^^^^^^^^^^ `20.11.2026` is not read as a date, so what stands below counts for nobody
    /// - coffee with @ada: caught up
    /// ```
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## Log
    /// - yesterday coffee with @ada: caught up
    ///   ^^^^^^^^^ `yesterday` is not read as a date, so this counts for nobody
    /// - 19 Nov 2026: call @ada
    ///   ^^^^^^^^^^^ `19 Nov 2026` is not read as a date, so this counts for nobody
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-20 Friday
    /// - coffee with @ada: caught up
    /// ```
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## Log
    /// - 2026-11-21 coffee with @ada: caught up
    /// - 2026-11-19: call @ada
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-20 Friday
    /// - coffee with @ada: caught up, yesterday she was in Graz
    ///
    /// ## Yesterday and tomorrow
    /// - 3.4.2026 is when it all began
    /// ```
    name: "unread-date",
    group: Format,
    level: Warning,
    english: "
        heading = { $said } is not read as a date, so what stands below counts for nobody
        item = { $said } is not read as a date, so this counts for nobody
        help = write it as `{ $day }`
        help-shape = a date is written YYYY-MM-DD, such as `2026-11-03`
        fix = Write { $day }
    ",
    german: "
        title = Eine Überschrift oder ein Punkt beginnt mit einem Tag, der nicht gelesen wird, weil er nicht als JJJJ-MM-TT geschrieben ist
        heading = { $said } wird nicht als Datum gelesen, also zählt für niemanden, was darunter steht
        item = { $said } wird nicht als Datum gelesen, also zählt das für niemanden
        help = schreib es als `{ $day }`
        help-shape = ein Datum schreibt man JJJJ-MM-TT, etwa `2026-11-03`
        fix = { $day } schreiben
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    for &(place, said) in &check.network.spoken_days {
        let words = quoted(check.network.text_at(place));
        let message =
            if is_heading(check, place) { say!(check, "heading", said = words) } else { say!(check, "item", said = words) };
        let finding = Finding::new(place, message);
        found.push(match written(said, check.today) {
            Some(day) => {
                let whole = with_comma(check.network, place);
                finding.help(say!(check, "help", day = &day)).fix(false, say!(check, "fix", day = &day), whole, day)
            }
            None => finding.help(say!(check, "help-shape")),
        });
    }
}

/// The day as a journal writes it; `None` where the calendar has no such day.
pub(super) fn written(said: SpokenDay, today: Day) -> Option<String> {
    Day::spoken(said, today).map(|day| day.to_string())
}

/// The place with a comma right behind it, which does not go with a date of a journal.
pub(super) fn with_comma(network: &Network, place: Place) -> Place {
    let has_comma = network.text(place.file)[place.span.end as usize..].starts_with(',');
    Place { span: Span::new(place.span.start, place.span.end + u32::from(has_comma)), ..place }
}

/// Whether a place stands in a heading: its line begins with hashes, or is underlined and so no item.
fn is_heading(check: &Check<'_>, place: Place) -> bool {
    let before = &check.network.text(place.file)[..place.span.start as usize];
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start_matches('\u{feff}').trim();
    line.is_empty() || line.starts_with('#')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_fixed, assert_marks};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn only_what_would_count_is_looked_at() {
        assert_marks(
            &RULE,
            TODAY,
            "## Ada @ada
- 20.11.2026 coffee with @bob
  ^^^^^^^^^^ `20.11.2026` is not read as a date, so this counts for nobody
- 20.11.2026 coffee
- Friday coffee with @bob
- 3.4. was a release of @bob
20.11.2026 coffee with @ada.

# Gestern
  ^^^^^^^ `Gestern` is not read as a date, so what stands below counts for nobody

# Yesterday's notes
# Friday

2026/11/20
^^^^^^^^^^ `2026/11/20` is not read as a date, so what stands below counts for nobody
----------
- call @ada
",
        );
    }

    #[test]
    fn entries_belong_to_unknown_verb() {
        assert_count(&RULE, TODAY, "## Ada @ada\n## 2026-11-20\n- 19.11.2026 coffee with @ada\n", 0);
    }

    #[test]
    fn a_day_that_the_calendar_does_not_have_is_not_mended() {
        let text = "## 31.11.2026\n- call @ada\n";
        assert_count(&RULE, TODAY, text, 1);
        assert_fixed(&RULE, TODAY, text, text);
    }

    #[test]
    fn a_comma_behind_the_day_goes() {
        assert_fixed(&RULE, TODAY, "- gestern, Kaffee mit @ada\n", "- 2026-11-21 Kaffee mit @ada\n");
    }
}
