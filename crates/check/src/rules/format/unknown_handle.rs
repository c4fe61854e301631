//! See the page below.

use super::stranger::Strangers;
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};

rule! {
    /// Somebody takes part who is not declared.
    ///
    /// ## Why
    ///
    /// A contact counts for the person whose handle it names. A slip in the handle makes it count for nobody, and the
    /// person seems to be neglected when in truth you met.
    ///
    /// Reported is each handle or `[[Name]]` that takes part in an entry, or stands alone in a heading, and that is
    /// neither declared nor an alias (`aka`) of somebody. A mention in text is left to `unknown-mention`, an alias of
    /// several people to `ambiguous-alias`.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - coffee with @adda and @ada: caught up
    ///               ^^^^^ nobody is declared as @adda
    /// ```
    ///
    /// ```journal
    /// ## @grace
    ///    ^^^^^^ nobody is declared as @grace
    /// - city: Arlington
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - coffee with @ada and @ada: caught up
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - aka: @countess
    ///
    /// ## Grace Hopper @grace
    ///
    /// ## 2026-11-03
    /// - coffee with @countess and [[Grace Hopper]]: caught up
    /// ```
    name: "unknown-handle",
    group: Format,
    level: Error,
    english: "",
    german: "title = Jemand nimmt teil, der nicht eingeführt ist",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let mut strangers = Strangers::new(check);
    for heading in &network.lost_headings {
        found.extend(strangers.finding(heading.who, || Some(heading.place)));
    }
    for (id, _) in network.entries() {
        for participant in network.participants(id) {
            found.extend(strangers.finding(participant.who, || network.named_at(id, *participant)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_fixed, assert_marks};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn every_entry_and_every_kind_of_name_is_looked_at() {
        assert_marks(
            &RULE,
            TODAY,
            "## Ada @ada
## 2026-11-03
- note with @ghost, @ghost and @Ada: he, @spirit and @ghost
            ^^^^^^ nobody is declared as @ghost
- [ ] lunch with [[Casper|the ghost]] and [[ADA]]
                 ^^^^^^^^^^^^^^^^^^^^ nobody is named [[Casper]]
- lnuch with @GHOST
             ^^^^^^ nobody is declared as @ghost
- got from @ghost: advice ^advice
           ^^^^^^ nobody is declared as @ghost
- thanked for ^advice
--- b.net.md
## [[Casper]]
   ^^^^^^^^^^ nobody is named [[Casper]]
## @ghost #tag
   ^^^^^^ nobody is declared as @ghost
### 2026-11-04
- call: about haunting
",
        );
    }

    #[test]
    fn a_unique_alias_is_known_and_an_ambiguous_one_left_out() {
        let people = "## Ada @ada\n- aka: @countess, @a\n## Bob @bob\n- aka: @a\n";
        assert_count(&RULE, TODAY, &format!("{people}## 2026-11-03\n- call @countess\n- call @a\n## @a\n"), 0);
    }

    #[test]
    fn other_files_declare_too() {
        assert_count(&RULE, TODAY, "## 2026-11-03\n- call @zoë\n--- b.net.md\n## Zoë @ZOË\n", 0);
    }

    #[test]
    fn the_nearest_handle_is_offered() {
        let people = "## Ada @ada\n## Grace Hopper @grace\n## 2026-11-03\n";
        let fixed = |before: &str, after: &str| {
            assert_fixed(&RULE, TODAY, &format!("{people}- call {before}\n"), &format!("{people}- call {after}\n"));
        };
        fixed("@adda", "@ada");
        fixed("@garce: hello", "@grace: hello");
        fixed("@ad", "@ad");
        fixed("@graceful", "@graceful");
    }
}
