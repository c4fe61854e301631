//! See the page below.

use messages::say;
use std::collections::HashMap;

use foldhash::fast::RandomState;
use journal::{PersonId, Place, names};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::{at, quoted};

rule! {
    /// Two people have the same name or e-mail address.
    ///
    /// ## Why
    ///
    /// Somebody who stands in the journal twice has two time lines, and each seems half as alive as the tie is:
    /// reminders come too early, and favors look as if they were never returned.
    ///
    /// Names are compared whatever their case and white space, addresses whatever their case. The later person is
    /// reported, in order of file and line.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - email: ada@example.org
    ///
    /// ## ada lovelace @lovelace
    ///    ^^^^^^^^^^^^^^^^^^^^^^ @lovelace has the same name as @ada
    ///
    /// ## Countess @countess
    ///    ^^^^^^^^^^^^^^^^^^ @countess has the same e-mail address as @ada
    /// - email: Ada@Example.org
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - email: ada@example.org
    /// - aka: @lovelace, @countess
    /// ```
    name: "duplicate-person",
    group: Format,
    level: Warning,
    english: "
        name = { $who } has the same name as { $other }
        name-first = the first of that name
        email = { $who } has the same e-mail address as { $other }
        email-here = { $email } here
        email-first = and here
        help = if they are one, keep { $other } and give it `- aka: { $who }`
    ",
    german: "
        title = Zwei Menschen haben denselben Namen oder dieselbe E-Mail-Adresse
        name = { $who } hat denselben Namen wie { $other }
        name-first = die erste Person mit diesem Namen
        email = { $who } hat dieselbe E-Mail-Adresse wie { $other }
        email-here = { $email } hier
        email-first = und hier
        help = sind beide dieselbe Person, behalte { $other } und gib ihr `- aka: { $who }`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let mut named: HashMap<String, PersonId, RandomState> = HashMap::default();
    let mut reached: HashMap<&str, (PersonId, Place), RandomState> = HashMap::default();
    for (id, person) in network.people() {
        let who = &at(network, id);
        let finding = |first: PersonId, message: String| {
            let help = say!(check, "help", who, other = at(network, first));
            Finding::new(person.place, message).about([id, first]).help(help)
        };
        let first = *named.entry(names::folded(&person.name)).or_insert(id);
        if first != id {
            let before = network.person(first);
            let message = say!(check, "name", who, other = at(network, first));
            found.push(finding(first, message).see(before.place, say!(check, "name-first")));
        }
        let mut is_told = false;
        for (email, place) in &person.emails {
            let (first, other) = *reached.entry(email).or_insert((id, *place));
            if first != id && !std::mem::replace(&mut is_told, true) {
                let message = say!(check, "email", who, other = at(network, first));
                let here = say!(check, "email-here", email = quoted(network.text_at(*place)));
                found.push(finding(first, message).see(*place, here).see(other, say!(check, "email-first")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn each_reason_is_told_once_for_each_later_person() {
        assert_marks(
            &RULE,
            TODAY,
            "--- b.net.md
## ÉMILE  Zola @e2
   ^^^^^^^^^^^^^^^ @e2 has the same e-mail address as @bob
   ^^^^^^^^^^^^^^^ @e2 has the same name as @e1
- email: a@example.org
- email: b@example.org
## Émile Zola @e3
   ^^^^^^^^^^^^^^ @e3 has the same name as @e1
--- a.net.md
## Émile Zola @e1
## Bob @bob
- email: <A@example.org>
- email: mailto:b@example.org
--- c.net.md
## Carl @carl
   ^^^^^^^^^^ @carl has the same e-mail address as @bob
- email: b@example.org
",
        );
    }

    #[test]
    fn the_same_person_twice_is_no_two_people() {
        assert_count(&RULE, TODAY, "## Ada @ada\n- email: a@b.org\n- email: A@b.org\n## Ada @ada\n## @ada\n- email: a@b.org\n", 0);
        assert_count(&RULE, TODAY, "## Ada B @ada\n- email: a b\n## Ada C @bob\n- email: a b\n", 0);
    }
}
