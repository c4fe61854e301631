//! See the page below.

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
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let mut known = Guesses::new(Selector::all_names());
    let mut directives = Guesses::new(DIRECTIVES);
    let tell = |place: Place, what: &str, help: &str, known: &mut Guesses<'static>| {
        let name = network.text_at(place);
        let finding = Finding::new(place, format!("no {what} is named {}", quoted(name)));
        match known.nearest(name, slips(name)) {
            Some(near) => finding.help(format!("did you mean `{near}`?")).fix(false, format!("Write `{near}`"), place, near),
            None => finding.help(help),
        }
    };
    for suppression in check.suppressions.all.iter().filter(|it| it.target.is_none()) {
        let finding = tell(suppression.place, "rule", "`netlint rules` lists all rules", &mut known);
        found.push(finding.about(suppression.person));
    }
    for &place in &check.suppressions.unknown {
        let help = "there are `netlint-disable-next-line`, `netlint-disable`, `netlint-enable` and `netlint-disable-file`";
        found.push(tell(place, "directive", help, &mut directives));
    }
    for (id, person) in network.people() {
        for field in person.fields.iter().filter(|field| field.key == "ignore" && field.value.is_empty()) {
            let place = Place { file: field.file, span: field.key_span };
            let key = names::folded(network.text_at(place));
            let finding = Finding::new(place, format!("`{key}` names no rule")).about([id]);
            found.push(finding.help("name what you want not to hear: `- ignore: overdue-contact`"));
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
