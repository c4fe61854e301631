//! See the page below.

use messages::say;
use super::removal::cuts;
use crate::diagnostic::Finding;
use crate::rule::{Check, Group, Rule, rule};
use crate::rules;
use crate::suppress::{Suppression, Target};
use crate::words::quoted;

rule! {
    /// A directive or `ignore` hides nothing.
    ///
    /// ## Why
    ///
    /// Once the reason is gone, a suppression only waits to hide what you would have wanted to hear.
    ///
    /// Reported is each rule or group that a directive or the field `ignore` names and that hid nothing in this check,
    /// or whose last day (`until 2026-12-31`) has passed. Left out are rules that do not speak where it stands
    /// because the configuration or the command line silences them, and directives that name no rule, and so hide
    /// every one. What names this rule, or its group `format`, hides its own report.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - ignore: overdue-contact
    ///           ^^^^^^^^^^^^^^^ `overdue-contact` hides nothing
    /// - every: 3 weeks
    ///
    /// ## 2026-11-20
    /// - call @ada: asked how the first week went
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - every: 3 weeks
    ///
    /// ## 2026-11-20
    /// - call @ada: asked how the first week went
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - ignore: overdue-contact
    /// - every: 3 weeks
    ///
    /// ## 2026-10-20
    /// - call @ada: asked how the first week went
    /// ```
    name: "unused-suppression",
    group: Format,
    level: Info,
    english: "
        message = { $name } hides nothing
        message-until = { $name } was to be hidden until { $until }, and that day has passed
        help = take it out: nothing else is heard, and nothing new is hidden
        fix = Remove { $name }
    ",
    german: "
        title = Eine Anweisung oder `ignore` verbirgt nichts
        message = { $name } verbirgt nichts
        message-until = { $name } sollte bis zum { $until } verborgen sein, und dieser Tag ist vorbei
        help = nimm es heraus: sonst wird nichts gemeldet, und nichts Neues verborgen
        fix = { $name } entfernen
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    for all in check.suppressions.all.chunk_by(|a, b| a.whole == b.whole) {
        let is_idle: Vec<bool> = all.iter().map(|it| is_idle(check, it)).collect();
        if !is_idle.contains(&true) {
            continue;
        }
        let cuts = cuts(check.network, all, &is_idle);
        for ((suppression, cut), _) in all.iter().zip(cuts).zip(&is_idle).filter(|(_, is_idle)| **is_idle) {
            let name = &quoted(check.network.text_at(suppression.place));
            let message = match suppression.until.filter(|_| !suppression.is_active) {
                Some(until) => say!(check, "message-until", name, until),
                None => say!(check, "message", name),
            };
            let finding = Finding::new(suppression.place, message).about(suppression.person);
            let finding = finding.help(say!(check, "help"));
            found.push(match cut {
                Some((place, is_safe)) => finding.fix(is_safe, say!(check, "fix", name), place, ""),
                None => finding,
            });
        }
    }
}

/// Whether a suppression had its chance and hid nothing.
fn is_idle(check: &Check<'_>, suppression: &Suppression) -> bool {
    let path = &check.network.file(suppression.place.file).path;
    // A person's `ignore` holds for every file.
    let speaks = |rule: &Rule| match suppression.person {
        Some(_) => check.levels.is_on(rule),
        None => check.levels.level_in(rule, path).is_some(),
    };
    let had_its_chance = match suppression.target {
        Some(Target::Rule(name)) => name != rules::UNUSED_SUPPRESSION && check.levels.find(name).is_some_and(speaks),
        Some(Target::Group(group)) => group != Group::Format && check.levels.rules().any(|rule| rule.group == group && speaks(rule)),
        Some(Target::All) | None => false,
    };
    had_its_chance && !suppression.is_enable && !suppression.is_used()
}

#[cfg(test)]
mod tests {
    use journal::Settings;

    use super::RULE;
    use crate::testing::{assert_count, assert_fixed, assert_marks};
    use crate::{Levels, Selector};

    const TODAY: &str = "2026-11-22";

    /// A message to four people, which mass-message reports on its line.
    const MASS: &str = "- 2026-11-10 mail @a, @b, @c, @d: my new post\n";

    #[test]
    fn directives_that_hide_something_are_used() {
        for (before, after) in [
            ("<!-- netlint-disable-next-line mass-message -->\n", ""),
            ("<!-- netlint-disable-next-line tact -->\n", ""),
            ("<!-- netlint-disable mass-message -->\n", "\n<!-- netlint-enable mass-message -->\n"),
            ("<!-- netlint-disable mass-message until 2026-11-22 -->\n", ""),
            ("<!-- netlint-disable-file mass-message -->\n", ""),
            ("", "\n<!-- netlint-disable-file mass-message -->\n"),
        ] {
            assert_count(&RULE, TODAY, &format!("{before}{MASS}{after}"), 0);
        }
    }

    #[test]
    fn directives_that_hide_nothing_are_not() {
        assert_marks(
            &RULE,
            TODAY,
            &format!(
                "<!-- netlint-disable-file overdue-contact, mass-message -->
                          ^^^^^^^^^^^^^^^ `overdue-contact` hides nothing
<!-- netlint-disable-next-line mass-message until 2026-11-21 -->
                               ^^^^^^^^^^^^ `mass-message` was to be hidden until 2026-11-21, and that day has passed
{MASS}
<!-- netlint-disable care -->
                     ^^^^ `care` hides nothing
<!-- netlint-enable care -->
<!-- netlint-disable-next-line -->
<!-- netlint-disable-next-line nothing -->
"
            ),
        );
    }

    #[test]
    fn what_hides_this_rule_hides_itself() {
        for name in ["unused-suppression", "format"] {
            assert_count(&RULE, TODAY, &format!("<!-- netlint-disable-file {name} -->\n"), 0);
        }
        assert_count(&RULE, TODAY, "<!-- netlint-disable-file unknown-rule -->\n", 1);
        assert_count(&RULE, TODAY, "<!-- netlint-disable-file unknown-rule, mass-massage -->\n", 0);
    }

    #[test]
    fn a_persons_ignore_is_used_by_that_person() {
        assert_marks(
            &RULE,
            TODAY,
            "## Ada @ada
- email: nobody
- ignore: invalid-value, mass-message until 2026-11-01
                         ^^^^^^^^^^^^ `mass-message` was to be hidden until 2026-11-01, and that day has passed
## Bob @bob
- ignore: invalid-value, tact
          ^^^^^^^^^^^^^ `invalid-value` hides nothing
                         ^^^^ `tact` hides nothing
",
        );
    }

    #[test]
    fn rules_that_are_silenced_need_no_reason() {
        let text = "<!-- netlint-disable-file mass-message, tact -->\n\n## Ada @ada\n- ignore: mass-message\n";
        let settings = Settings::default();
        let network = testkit::network(&[("a.net.md", text)], &settings);
        let count = |levels: &Levels| {
            let report = crate::check(&network, &settings, levels, testkit::day(TODAY));
            report.diagnostics.iter().filter(|it| it.rule.name == RULE.name).count()
        };
        let mut levels = Levels::default();
        assert_eq!(count(&levels), 3);
        let mass_message = Selector::parse("mass-message").unwrap();
        levels.set(mass_message, None);
        let others = crate::in_group(crate::Group::Tact).count() - 1;
        assert_eq!(count(&levels), others.min(1), "the group is silent when all of it is");
        levels.set(Selector::parse("tact").unwrap(), None);
        assert_eq!(count(&levels), 0);
        let mut levels = Levels::default();
        levels.select(&[Selector::Rule(&RULE)]);
        assert_eq!(count(&levels), 0);
    }

    #[test]
    fn names_are_removed_with_their_commas() {
        let mass = |names: &str| format!("<!-- netlint-disable-file {names} -->\n\n{MASS}");
        let fixed = |before: &str, after: &str| assert_fixed(&RULE, TODAY, &mass(before), &mass(after));
        fixed("mass-message", "mass-message");
        fixed("overdue-contact, mass-message", "mass-message");
        fixed("overdue-contact until 2027-01-01 mass-message", "mass-message");
        fixed("mass-message, overdue-contact", "mass-message");
        fixed("invalid-value, mass-message,overdue-contact until 2027-01-01", "mass-message");
        fixed("mass-message, care, invalid-value", "mass-message");
        fixed("care, overdue-contact, mass-message, unheard-of", "mass-message, unheard-of");
    }

    #[test]
    fn what_is_idle_as_a_whole_goes_with_its_line() {
        let fixed = |before: &str, after: &str| assert_fixed(&RULE, TODAY, before, after);
        fixed("Text.\n\n<!-- netlint-disable-next-line mass-message -->\nMore.\n", "Text.\n\nMore.\n");
        fixed("## Ada @ada\n* ignore: mass-message\n* city: Rome\n", "## Ada @ada\n* city: Rome\n");
        fixed("## Ada @ada\n- city: Rome\n- ignore: mass-message", "## Ada @ada\n- city: Rome\n");
    }
}
