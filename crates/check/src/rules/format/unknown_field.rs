//! See the page below.

use messages::say;
use journal::{KEYS, Place};

use super::guess::Guesses;
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::{quoted, slips};

rule! {
    /// A field has a key that netlint does not know.
    ///
    /// ## Why
    ///
    /// A slip in a key costs what you asked for: `evry: 3 weeks` reminds of nobody, and nothing else would tell you.
    /// Keys of your own are welcome: name them in `netlint.toml` as `fields = ["linkedin"]`.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - evry: 3 weeks
    ///   ^^^^ `evry` is no known key
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - every: 3 weeks
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - Every: 3 weeks
    /// - She likes tea: black, without sugar.
    /// ```
    name: "unknown-field",
    group: Format,
    level: Warning,
    english: "
        message = { $key } is no known key
        near = did you mean `{ $near }`?
        fix = Write `{ $near }`
        help = a key of your own? Then add { $key } to `fields` in `netlint.toml`
    ",
    german: "
        title = Ein Feld hat einen Schlüssel, den netlint nicht kennt
        message = { $key } ist kein bekannter Schlüssel
        near = meintest du `{ $near }`?
        fix = `{ $near }` schreiben
        help = ein eigener Schlüssel? Dann nimm { $key } in `fields` in `netlint.toml` auf
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let known = || KEYS.iter().map(|key| key.name).chain(check.settings.fields.iter().map(String::as_str));
    let mut keys: Option<Guesses<'_>> = None;
    for (id, person) in check.network.people() {
        for field in person.fields.iter().filter(|field| !check.settings.knows_key(&field.key)) {
            let place = Place { file: field.file, span: field.key_span };
            let key = check.network.text_at(place);
            let finding = Finding::new(place, say!(check, "message", key = quoted(key))).about([id]);
            let near = keys.get_or_insert_with(|| Guesses::new(known())).nearest(&field.key, slips(&field.key));
            found.push(match near {
                Some(near) => finding.help(say!(check, "near", near)).fix(
                    false,
                    say!(check, "fix", near),
                    place,
                    near,
                ),
                None => finding.help(say!(check, "help", key = quoted(key))),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use journal::Settings;

    use super::RULE;
    use crate::testing::{assert_count, assert_fixed, assert_marks_with};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn every_known_key_is_known_whatever_its_case() {
        let fields = journal::KEYS.iter().map(|key| format!("- {}: x\n", key.name.to_uppercase())).collect::<Vec<_>>().concat();
        assert_count(&RULE, TODAY, &format!("## Ada @ada\n{fields}"), 0);
    }

    #[test]
    fn configured_keys_are_known() {
        let settings = Settings { fields: vec!["LinkedIn".to_owned()], ..Settings::default() };
        let text = "## Ada @ada
- linkedin: ada
- Linkedn: ada
  ^^^^^^^ `Linkedn` is no known key
- note: likes tea
  ^^^^ `note` is no known key
## 2026-11-03
- thing: prose
";
        assert_marks_with(&RULE, TODAY, text, &settings, &[]);
    }

    #[test]
    fn the_nearest_key_is_offered() {
        let fixed = |before: &str, after: &str| {
            assert_fixed(&RULE, TODAY, &format!("## Ada @ada\n- {before}: x\n"), &format!("## Ada @ada\n- {after}: x\n"));
        };
        fixed("e-mail", "email");
        fixed("Stauts", "status");
        fixed("nickname", "nickname");
        fixed("rg", "rg");
    }
}
