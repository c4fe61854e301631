//! See the page below.

use messages::say;
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
    english: "
        message = { $value } is no value of `{ $key }`
        empty = `{ $key }` has no value
        near = did you mean `{ $near }`? Else { $help }
        fix = Write `{ $near }`
        every = write `weekly`, `monthly`, `3 weeks`, `2 months` or `never`
        born = write `MM-DD` or `YYYY-MM-DD`: `12-10`, `1815-12-10`
        met = begin with the date: `2024-05-01 at RustFest`
        pause = write `until 2027-01-31`, or `2026-10-01 to 2027-01-31`
        email = write one address: `ada@example.org`; `email` may stand more than once
        url = write one address: `https://example.org`; `url` may stand more than once
        one-of = write { $words }
        none = the configuration names none
    ",
    german: "
        title = Der Wert eines Feldes ist nicht lesbar
        message = { $value } ist kein Wert von `{ $key }`
        empty = `{ $key }` hat keinen Wert
        near = meintest du `{ $near }`? Sonst { $help }
        fix = `{ $near }` schreiben
        every = schreib `weekly`, `monthly`, `3 weeks`, `2 months` oder `never`
        born = schreib `MM-TT` oder `JJJJ-MM-TT`: `12-10`, `1815-12-10`
        met = beginn mit dem Datum: `2024-05-01 auf dem RustFest`
        pause = schreib `until 2027-01-31`, oder `2026-10-01 to 2027-01-31`
        email = schreib eine Adresse: `ada@example.org`; `email` darf mehrmals stehen
        url = schreib eine Adresse: `https://example.org`; `url` darf mehrmals stehen
        one-of = schreib { $words }
        none = die Konfiguration nennt keinen
    ",
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
                "every" => (Some(&mut cadences), say!(check, "every")),
                "circle" => (Some(&mut near_circles), one_of(check, &circles)),
                "kind" => (Some(&mut kinds), one_of(check, KINDS)),
                "status" => (Some(&mut statuses), one_of(check, STATUSES)),
                "born" => (None, say!(check, "born")),
                "met" => (None, say!(check, "met")),
                "pause" => (None, say!(check, "pause")),
                "email" => (None, say!(check, "email")),
                _ => (None, say!(check, "url")),
            };
            if value.is_empty() {
                found.push(Finding::new(place(field.key_span), say!(check, "empty", key)).about([id]).help(help));
                continue;
            }
            let message = say!(check, "message", value = quoted(value), key);
            let finding = Finding::new(place(field.value), message).about([id]);
            found.push(match near.and_then(|near| near.nearest(value, slips(value))) {
                Some(near) => finding.help(say!(check, "near", near, help)).fix(
                    false,
                    say!(check, "fix", near),
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

fn one_of(check: &Check<'_>, words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match check.settings.language.one_of(&words) {
        none if none.is_empty() => say!(check, "none"),
        words => say!(check, "one-of", words),
    }
}

#[cfg(test)]
mod tests {
    use journal::Settings;

    use super::RULE;
    use crate::testing::{assert_count, assert_fixed, assert_marks, assert_marks_with, said};
    use messages::Language;

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
    }

    #[test]
    fn the_help_names_what_can_be_written() {
        let help = |field: &str| said(&RULE, TODAY, &format!("## Ada @ada\n- {field}\n"), Language::English)[1].clone();
        assert_eq!(help("circle: x"), "help: write `inner`, `close`, `wider` or `network`");
        assert_eq!(help("kind: x"), "help: write `professional`, `friend` or `family`");
        assert_eq!(help("every: x"), "help: write `weekly`, `monthly`, `3 weeks`, `2 months` or `never`");
        assert_eq!(help("born: x"), "help: write `MM-DD` or `YYYY-MM-DD`: `12-10`, `1815-12-10`");
        assert_eq!(help("met: x"), "help: begin with the date: `2024-05-01 at RustFest`");
        assert_eq!(help("pause: x"), "help: write `until 2027-01-31`, or `2026-10-01 to 2027-01-31`");
        assert_eq!(help("email: x"), "help: write one address: `ada@example.org`; `email` may stand more than once");
        assert_eq!(help("url: x y"), "help: write one address: `https://example.org`; `url` may stand more than once");
        let near = help("kind: freind");
        assert_eq!(near, "help: did you mean `friend`? Else write `professional`, `friend` or `family`");
    }
}
