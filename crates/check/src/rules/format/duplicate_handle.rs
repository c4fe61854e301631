//! See the page below.

use messages::say;
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
    english: "
        declared = { $handle } is declared already, as { $name }
        first = the first declaration
        first-help = for the same person write `## { $handle }`, another one needs a handle of their own
        declaration = the declaration
        declaration-help = { $handle } means { $name }: take the alias out, or choose another
        aliased = { $handle } is an alias of { $who } already
        alias = the alias
        alias-help = { $handle } means { $name }: choose another handle, or take the alias out
    ",
    german: "
        title = Ein Handle ist zweimal vergeben, oder es ist der Alias von jemand anderem
        declared = { $handle } ist schon vergeben, an { $name }
        first = hier zuerst
        first-help = für dieselbe Person schreib `## { $handle }`, eine andere braucht ein eigenes Handle
        declaration = hier ist es vergeben
        declaration-help = { $handle } meint { $name }: nimm den Alias heraus, oder wähl einen anderen
        aliased = { $handle } ist schon ein Alias von { $who }
        alias = der Alias
        alias-help = { $handle } meint { $name }: wähl ein anderes Handle, oder nimm den Alias heraus
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    for repeated in &network.repeated_handles {
        let first = network.person(repeated.first);
        let message = say!(check, "declared", handle = format!("@{}", repeated.handle), name = &first.name);
        let finding = Finding::new(repeated.place, message)
            .about([repeated.first])
            .see(first.place, say!(check, "first"))
            .help(say!(check, "first-help", handle = at(network, repeated.first)));
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
            let (handle, name) = (&at(network, owner), &declared.name);
            found.push(if alias > declared.place {
                Finding::new(alias, say!(check, "declared", handle, name))
                    .about([id, owner])
                    .see(declared.place, say!(check, "declaration"))
                    .help(say!(check, "declaration-help", handle, name))
            } else {
                Finding::new(declared.place, say!(check, "aliased", handle, who = at(network, id)))
                    .about([owner, id])
                    .see(alias, say!(check, "alias"))
                    .help(say!(check, "alias-help", handle, name))
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
