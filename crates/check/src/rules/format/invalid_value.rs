//! See the page below.

use journal::{Birthday, Day, Field, Kind, Network, Place, Reader, Settings, Status, Written};

use super::guess::Guesses;
use super::invalid_date::dates;
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::{quoted, slips};

rule! {
    /// The value of a field cannot be read.
    ///
    /// ## Why
    ///
    /// What cannot be read has no effect: a person with `every: fortnight` has no cadence, and nothing would remind you
    /// of them.
    ///
    /// Looked at are `every`, `circle`, `kind`, `born`, `met`, `pause`, `status`, `email` and `url`. A value that holds
    /// a wrong date is left to `invalid-date`.
    ///
    /// | key | values |
    /// |---|---|
    /// | `every` | `weekly`, `monthly`, `quarterly`, `yearly`, `never`, `10 days`, `3 weeks`, `3w`, `every 2 months` |
    /// | `circle` | one of the circles, by default `inner`, `close`, `wider` or `network` |
    /// | `kind` | `professional`, `friend` or `family` |
    /// | `status` | `active`, `dormant` or `ended` |
    /// | `born` | `12-10` or `1815-12-10` |
    /// | `met` | a date, then words: `2024-05-01 at RustFest` |
    /// | `pause` | `until 2027-01-31 (why)`, or `2026-10-01 to 2027-01-31` |
    /// | `email` | `ada@example.org` |
    /// | `url` | `https://example.org` |
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - every: fortnight
    ///          ^^^^^^^^^ `fortnight` is no value of `every`
    /// - born: 10 December
    ///         ^^^^^^^^^^^ `10 December` is no value of `born`
    /// - email:
    ///   ^^^^^ `email` has no value
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - every: 2 weeks
    /// - born: 12-10
    /// - email: ada@example.org
    /// ```
    name: "invalid-value",
    group: Format,
    level: Error,
    check: check,
}

const KINDS: &[&str] = &["professional", "friend", "family"];
const STATUSES: &[&str] = &["active", "dormant", "ended"];
const CADENCES: &[&str] = &["weekly", "monthly", "quarterly", "yearly", "never"];

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let (network, settings) = (check.network, check.settings);
    let circles: Vec<&str> = settings.circles.iter().map(|circle| circle.name.as_str()).collect();
    let guesses = |words: &[&'static str]| Guesses::new(words.iter().copied());
    let (mut kinds, mut statuses, mut cadences) = (guesses(KINDS), guesses(STATUSES), guesses(CADENCES));
    let mut near_circles = Guesses::new(circles.iter().copied());
    let mut reader = Reader::default();
    for (id, person) in network.people() {
        for field in &person.fields {
            if is_valid(network, settings, field, &mut reader) || has_wrong_date(network, field, &mut reader) {
                continue;
            }
            let place = |span| Place { file: field.file, span };
            let value = network.text_at(place(field.value));
            let key = &field.key;
            let (near, help) = match key.as_str() {
                "every" => (Some(&mut cadences), "write `weekly`, `monthly`, `3 weeks`, `2 months` or `never`".to_owned()),
                "circle" => (Some(&mut near_circles), one_of(&circles)),
                "kind" => (Some(&mut kinds), one_of(KINDS)),
                "status" => (Some(&mut statuses), one_of(STATUSES)),
                "born" => (None, "write `MM-DD` or `YYYY-MM-DD`: `12-10`, `1815-12-10`".to_owned()),
                "met" => (None, "begin with the date: `2024-05-01 at RustFest`".to_owned()),
                "pause" => (None, "write `until 2027-01-31`, or `2026-10-01 to 2027-01-31`".to_owned()),
                "email" => (None, "write one address: `ada@example.org`; `email` may stand more than once".to_owned()),
                _ => (None, "write one address: `https://example.org`; `url` may stand more than once".to_owned()),
            };
            if value.is_empty() {
                found.push(Finding::new(place(field.key_span), format!("`{key}` has no value")).about([id]).help(help));
                continue;
            }
            let message = format!("{} is no value of `{key}`", quoted(value));
            let finding = Finding::new(place(field.value), message).about([id]);
            found.push(match near.and_then(|near| near.nearest(value, slips(value))) {
                Some(near) => finding.help(format!("did you mean `{near}`? Else {help}")).fix(
                    false,
                    format!("Write `{near}`"),
                    place(field.value),
                    near,
                ),
                None => finding.help(help),
            });
        }
    }
}

fn is_valid(network: &Network, settings: &Settings, field: &Field, reader: &mut Reader) -> bool {
    let (text, value) = (network.text(field.file), field.value);
    match field.key.as_str() {
        "every" => reader.every(text, value).is_some(),
        "circle" => settings.circle(value.text(text)).is_some(),
        "kind" => Kind::parse(value.text(text)).is_some(),
        "status" => Status::parse(value.text(text)).is_some(),
        "born" => Birthday::parse(text, value, reader).is_some(),
        "met" => reader.met(text, value).is_some(),
        "pause" => reader.pause(text, value).is_some(),
        "email" => reader.email(text, value).is_some(),
        "url" => reader.is_url(text, value),
        _ => true,
    }
}

/// Whether the rule `invalid-date` speaks of the value.
fn has_wrong_date(network: &Network, field: &Field, reader: &mut Reader) -> bool {
    let dates = dates(network, field, reader);
    dates.into_iter().any(|place| !matches!(Day::read(network.text_at(place)), Written::Exactly(_)))
}

fn one_of(words: &[&str]) -> String {
    match words {
        [] => "the configuration names none".to_owned(),
        [one] => format!("write `{one}`"),
        [all @ .., last] => format!("write `{}` or `{last}`", all.join("`, `")),
    }
}

#[cfg(test)]
mod tests {
    use journal::Settings;

    use super::{RULE, one_of};
    use crate::testing::{assert_count, assert_fixed, assert_marks, assert_marks_with};

    const TODAY: &str = "2026-11-22";

    fn assert_value(key: &str, value: &str, is_valid: bool) {
        assert_count(&RULE, TODAY, &format!("## Ada @ada\n- {key}: {value}\n"), usize::from(!is_valid));
    }

    #[test]
    fn values_are_read_as_the_format_says() {
        let table: &[(&str, &[&str], &[&str])] = &[
            ("every", &["weekly", "Never", "3w", "3 weeks", "every 3 weeks", "1 day"], &["0 days", "weeks", "often", "-3 weeks", "3"]),
            ("circle", &["inner", "Close", "NETWORK"], &["outer", "inner, close"]),
            ("kind", &["friend", "Family", "professional"], &["colleague"]),
            ("status", &["active", "Dormant", "ended"], &["over"]),
            ("born", &["12-10", "02-29", "1815-12-10"], &["2-3", "02-30", "13-01", "December", "1815"]),
            ("met", &["2024-05-01", "2024-05-01 at RustFest", "2024-05-01, at a fair"], &["at RustFest", "2024"]),
            ("pause", &["until 2027-01-31", "2026-10-01 to 2027-01-31", "until 2027-01-31 (why)"], &["2027-01-31", "until spring", "(why)"]),
            ("email", &["a@b", "<a@b.org>", "mailto:a@b.org", "ä@ö.org"], &["a", "a@", "a@b.org, c@d.org", "a b@c"]),
            ("url", &["https://a.org", "a.org/x", "<https://a.org>", "[me](https://a.org)"], &["my page", "a", "https://a.org b"]),
        ];
        for (key, right, wrong) in table {
            right.iter().for_each(|value| assert_value(key, value, true));
            wrong.iter().for_each(|value| assert_value(key, value, false));
            assert_value(key, "", false);
        }
        assert_value("role", "", true);
    }

    #[test]
    fn wrong_dates_are_left_to_their_own_rule() {
        for (key, value) in [
            ("born", "1815-13-10"),
            ("born", "1815-2-3 in London"),
            ("met", "2024-02-30 at RustFest"),
            ("pause", "until 2027-02-30"),
            ("pause", "2026-13-01"),
            ("met", "2024-05-01x"),
        ] {
            assert_value(key, value, true);
        }
        assert_value("born", "1815-12-10 in London", false);
    }

    #[test]
    fn the_later_of_two_is_looked_at_too() {
        let text = "## Ada @ada\n- kind: friend\n- kind: foe\n        ^^^ `foe` is no value of `kind`\n";
        assert_marks(&RULE, TODAY, text);
    }

    #[test]
    fn the_nearest_is_offered() {
        let fixed = |key: &str, before: &str, after: &str| {
            let text = |value: &str| format!("## Ada @ada\n- {key}: {value}\n");
            assert_fixed(&RULE, TODAY, &text(before), &text(after));
        };
        fixed("kind", "freind", "friend");
        fixed("status", "Dorment", "dormant");
        fixed("circle", "iner", "inner");
        fixed("every", "monthy", "monthly");
        fixed("every", "3 wekes", "3 wekes");
    }

    #[test]
    fn circles_are_those_of_the_configuration() {
        let mut settings = Settings::default();
        settings.circles.truncate(1);
        let text = "## Ada @ada\n- circle: close\n          ^^^^^ `close` is no value of `circle`\n- circle: inner\n";
        assert_marks_with(&RULE, TODAY, text, &settings, &[]);
        assert_eq!(one_of(&["inner"]), "write `inner`");
        assert_eq!(one_of(&["a", "b", "c"]), "write `a`, `b` or `c`");
    }
}
