//! See the page below.

use messages::say;
use journal::{Place, names};

use super::guess::Guesses;
use crate::diagnostic::Finding;
use crate::levels::Selector;
use crate::rule::{Check, rule};
use crate::suppress::DIRECTIVES;
use crate::words::{quoted, slips};

rule! {
    /// A directive or `ignore` names no rule.
    ///
    /// ## Why
    ///
    /// What you asked not to hear is said all the same, because of a slip in a name. `netlint rules` lists all rules
    /// and their groups; both may be named.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - ignore: overdue-contct, tact
    ///           ^^^^^^^^^^^^^^ no rule is named `overdue-contct`
    ///
    /// <!-- netlint-disable-file mas-message -->
    ///                           ^^^^^^^^^^^ no rule is named `mas-message`
    /// <!-- netlint-disabel mass-message -->
    ///      ^^^^^^^^^^^^^^^ no directive is named `netlint-disabel`
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - ignore: overdue-contact, tact
    ///
    /// <!-- netlint-disable-file mass-message -->
    /// <!-- netlint-disable mass-message -->
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - ignore: overdue-contact, tact
    ///
    /// <!-- netlint-disable-file mass-message -->
    /// ```
    name: "unknown-rule",
    group: Format,
    level: Warning,
    english: "
        rule = no rule is named { $name }
        rule-help = `netlint rules` lists all rules
        directive = no directive is named { $name }
        directive-help = there are `netlint-disable-next-line`, `netlint-disable`, `netlint-enable` and `netlint-disable-file`
        near = did you mean `{ $near }`?
        fix = Write `{ $near }`
        nothing = `{ $key }` names no rule
        nothing-help = name what you want not to hear: `- ignore: overdue-contact`
    ",
    german: "
        title = Eine Anweisung oder `ignore` nennt keine Regel
        rule = keine Regel heißt { $name }
        rule-help = `netlint rules` nennt alle Regeln
        directive = keine Anweisung heißt { $name }
        directive-help = es gibt `netlint-disable-next-line`, `netlint-disable`, `netlint-enable` und `netlint-disable-file`
        near = meintest du `{ $near }`?
        fix = `{ $near }` schreiben
        nothing = `{ $key }` nennt keine Regel
        nothing-help = nenne, was du nicht hören willst: `- ignore: overdue-contact`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let mut known = Guesses::new(Selector::all_names());
    let mut directives = Guesses::new(DIRECTIVES);
    let tell = |place: Place, message: String, help: String, known: &mut Guesses<'static>| {
        let name = network.text_at(place);
        let finding = Finding::new(place, message);
        match known.nearest(name, slips(name)) {
            Some(near) => finding.help(say!(check, "near", near)).fix(false, say!(check, "fix", near), place, near),
            None => finding.help(help),
        }
    };
    for suppression in check.suppressions.all.iter().filter(|it| it.target.is_none()) {
        let message = say!(check, "rule", name = quoted(network.text_at(suppression.place)));
        let finding = tell(suppression.place, message, say!(check, "rule-help"), &mut known);
        found.push(finding.about(suppression.person));
    }
    for &place in &check.suppressions.unknown {
        let message = say!(check, "directive", name = quoted(network.text_at(place)));
        found.push(tell(place, message, say!(check, "directive-help"), &mut directives));
    }
    for (id, person) in network.people() {
        for field in person.fields.iter().filter(|field| field.key == "ignore" && field.value.is_empty()) {
            let place = Place { file: field.file, span: field.key_span };
            let key = names::folded(network.text_at(place));
            let finding = Finding::new(place, say!(check, "nothing", key)).about([id]);
            found.push(finding.help(say!(check, "nothing-help")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_fixed, assert_marks};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn every_name_of_every_directive_is_looked_at() {
        assert_marks(
            &RULE,
            TODAY,
            "<!-- netlint-disable nothing, tact, Tact until 2027-01-01 -->
                     ^^^^^^^ no rule is named `nothing`
                                    ^^^^ no rule is named `Tact`
<!-- netlint-enable nothing -->
                    ^^^^^^^ no rule is named `nothing`
<!-- netlint-disable -->
<!-- netlint-enable -->
<!-- netlint-disable-next-lines tact -->
     ^^^^^^^^^^^^^^^^^^^^^^^^^^ no directive is named `netlint-disable-next-lines`
<!-- NETLINT-DISABLE-FILE quality -->
<!-- a comment about nothing -->

## Ada @ada
- ignore: nothing until 2020-01-01, care
          ^^^^^^^ no rule is named `nothing`
## Bob @bob
- ignore: idle_week
          ^^^^^^^^^ no rule is named `idle_week`
## Carl @carl
- ignore:
  ^^^^^^ `ignore` names no rule
## Dora @dora
- ignore: überfällig, care!
          ^^^^^^^^^^^^^^^^^ no rule is named `überfällig, care!`
",
        );
    }

    #[test]
    fn what_cannot_be_read_is_no_name_and_hides_nothing() {
        assert_marks(
            &RULE,
            TODAY,
            "<!-- netlint-disable-file: tact -->
                         ^^^^^^ no rule is named `: tact`
<!-- netlint-disable-file überfällig -->
                          ^^^^^^^^^^ no rule is named `überfällig`
## Ada @ada
- ignore: nothing
          ^^^^^^^ no rule is named `nothing`
",
        );
        assert_count(&RULE, TODAY, "<!-- netlint-disable-file -- a draft -->\n## Ada @ada\n- ignore: nothing\n", 0);
    }

    #[test]
    fn every_rule_and_group_is_known() {
        for rule in crate::rules() {
            let name = rule.name;
            assert_count(&RULE, TODAY, &format!("## Ada @ada\n- ignore: {name}\n\n<!-- netlint-disable-file {name} -->\n"), 0);
        }
        assert_count(&RULE, TODAY, "## Ada @ada\n- ignore: format care reciprocity courtesy tact quality\n", 0);
    }

    #[test]
    fn the_nearest_is_offered() {
        let fixed = |before: &str, after: &str| {
            let text = |name: &str| format!("<!-- netlint-disable-file {name} -->\n");
            assert_fixed(&RULE, TODAY, &text(before), &text(after));
        };
        fixed("overdue-contacts", "overdue-contact");
        fixed("Care", "care");
        fixed("cares", "care");
        fixed("overdue_contact until 2027-01-01", "overdue-contact until 2027-01-01");
        fixed("zzzzzzzz", "zzzzzzzz");
    }
}
