//! See the page below.

use messages::say;
use std::collections::HashMap;

use journal::{KEYS, Place};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

rule! {
    /// A field that may stand once stands twice for one person.
    ///
    /// ## Why
    ///
    /// Only the first one counts, whatever the second one says. Perhaps somebody's fields stand in two files, and one
    /// of them is out of date.
    ///
    /// `email`, `phone`, `url`, `aka` and `tags` may stand as often as you like, and so may keys of your own.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - every: 3 weeks
    /// - every: month
    ///   ^^^^^ `every` stands twice for @ada, and only the first counts
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - every: 3 weeks
    /// - email: ada@example.org
    /// - email: lovelace@example.org
    /// ```
    name: "duplicate-field",
    group: Format,
    level: Warning,
    english: "
        message = `{ $key }` stands twice for { $who }, and only the first counts
        first = the first
        help = keep the one that is right, and take the other out
    ",
    german: "
        title = Ein Feld, das einmal stehen darf, steht bei einer Person zweimal
        message = `{ $key }` steht bei { $who } zweimal, und nur das erste zählt
        first = das erste
        help = behalte das richtige, und nimm das andere heraus
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    for (id, person) in check.network.people() {
        let mut first: HashMap<&str, Place> = HashMap::new();
        for field in &person.fields {
            let Some(key) = KEYS.iter().find(|key| key.name == field.key && !key.repeats) else { continue };
            let place = Place { file: field.file, span: field.key_span };
            let before = *first.entry(key.name).or_insert(place);
            if before == place {
                continue;
            }
            let message = say!(check, "message", key = key.name, who = at(check.network, id));
            let finding = Finding::new(place, message).about([id]).see(before, say!(check, "first"));
            found.push(finding.help(say!(check, "help")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn keys_are_compared_over_files_and_whatever_their_case() {
        assert_marks(
            &RULE,
            TODAY,
            "## Ada @ada
- City: Paris
- city: Rome
  ^^^^ `city` stands twice for @ada, and only the first counts
## Bob @bob
- city: Oslo
--- b.net.md
## @ada
- CITY: Bern
  ^^^^ `city` stands twice for @ada, and only the first counts
- role: x
",
        );
    }

    #[test]
    fn every_known_key_is_as_the_list_says() {
        for key in journal::KEYS {
            let text = format!("## Ada @ada\n- {0}: x\n- {0}: x\n", key.name);
            assert_count(&RULE, TODAY, &text, usize::from(!key.repeats));
        }
        assert_count(&RULE, TODAY, "## Ada @ada\n- own: x\n- own: x\n", 0);
    }
}
