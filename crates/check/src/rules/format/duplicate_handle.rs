//! See the page below.

use std::collections::HashSet;

use journal::{Place, Span};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

rule! {
    /// A handle is declared twice, or is the alias of somebody else.
    ///
    /// ## Why
    ///
    /// A handle means one person. What is noted below the second heading, or under the alias, counts for the person
    /// who declared the handle, and that may be the wrong one.
    ///
    /// Of the two places, the later in order of file and line is reported. A heading that holds only the handle
    /// (`## @ada`) refers to somebody who is declared elsewhere, and may stand as often as you like.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## Ada Yonath @ada
    ///    ^^^^^^^^^^^^^^^ @ada is declared already, as Ada Lovelace
    ///
    /// ## Josef Huber @josef
    /// - aka: @sepp, @ada
    ///               ^^^^ @ada is declared already, as Ada Lovelace
    ///
    /// ## Giuseppe Verdi @sepp
    ///    ^^^^^^^^^^^^^^^^^^^^ @sepp is an alias of @josef already
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## Ada Yonath @yonath
    ///
    /// ## @ada
    /// - aka: @countess
    /// ```
    name: "duplicate-handle",
    group: Format,
    level: Error,
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    for repeated in &network.repeated_handles {
        let first = network.person(repeated.first);
        let message = format!("@{} is declared already, as {}", repeated.handle, first.name);
        let finding = Finding::new(repeated.place, message)
            .about([repeated.first])
            .see(first.place, "the first declaration")
            .help(format!("for the same person write `## @{}`, another one needs a handle of their own", first.handle));
        found.push(finding);
    }
    for (id, person) in network.people() {
        let mut seen = HashSet::new();
        for alias in person.aliases.iter().filter(|alias| !alias.is_name) {
            let Some(owner) = network.declared(&alias.key).filter(|owner| *owner != id) else { continue };
            if !seen.insert(owner) {
                continue;
            }
            let declared = network.person(owner);
            // The alias without its `@`, which belongs to it.
            let alias = Place { file: alias.place.file, span: Span::new(alias.place.span.start - 1, alias.place.span.end) };
            let handle = at(network, owner);
            found.push(if alias > declared.place {
                Finding::new(alias, format!("{handle} is declared already, as {}", declared.name))
                    .about([id, owner])
                    .see(declared.place, "the declaration")
                    .help(format!("{handle} means {}: take the alias out, or choose another", declared.name))
            } else {
                Finding::new(declared.place, format!("{handle} is an alias of {} already", at(network, id)))
                    .about([owner, id])
                    .see(alias, "the alias")
                    .help(format!("{handle} means {}: choose another handle, or take the alias out", declared.name))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn the_later_of_two_places_is_reported_in_order_of_files() {
        assert_marks(
            &RULE,
            TODAY,
            "--- b.net.md
## Ada @ADA
   ^^^^^^^^ @ADA is declared already, as Ada Lovelace
### Ada @ada
    ^^^^^^^^ @ada is declared already, as Ada Lovelace
- aka: @zed
--- a.net.md
## Ada Lovelace @ada
--- c.net.md
## Zed @zed
   ^^^^^^^^ @zed is an alias of @ada already
",
        );
    }

    #[test]
    fn only_handles_of_others_clash() {
        assert_count(&RULE, TODAY, "## Ada @ada\n- aka: @ada, @x, Bob\n## Bob @bob\n- aka: @x\n## @ada\n## @bob\n", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n- aka: @bob, @BOB\n## Bob @bob\n- aka: @ada\n", 2);
    }

    #[test]
    fn handles_are_compared_after_folding() {
        assert_count(&RULE, TODAY, "## Zoë @zoë\n## Other @Zoe\u{308}\n", 1);
        assert_count(&RULE, TODAY, "## Zoë @zoë\n## Other @zoe\n", 0);
    }
}
