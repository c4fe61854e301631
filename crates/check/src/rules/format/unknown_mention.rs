//! See the page below.

use super::stranger::Strangers;
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};

rule! {
    /// A text mentions somebody who is not declared.
    ///
    /// ## Why
    ///
    /// A mention in a text is no contact, but it tells who knows whom: whoever looks a person up finds where you
    /// spoke of them. A slip in the handle hides that. Perhaps it is also somebody whom to remember: declare them.
    ///
    /// Reported is each handle or `[[Name]]` in the text of an entry, in a field, in a heading or in prose that is
    /// neither declared nor an alias of somebody. A literal `@` is written `\@`, or stands in code.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - coffee with @ada: she works with @charles
    ///                                    ^^^^^^^^ nobody is declared as @charles
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## Charles Babbage @charles
    /// - via: @ada
    ///
    /// ## 2026-11-03
    /// - coffee with @ada: she works with @charles, see ada@example.org and `@home`
    /// ```
    name: "unknown-mention",
    group: Format,
    level: Info,
    english: "",
    german: "title = Ein Text erwähnt jemanden, der nicht eingeführt ist",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let mut strangers = Strangers::new(check);
    for mention in &network.mentions {
        found.extend(strangers.finding(mention.who, || Some(network.mentioned_at(*mention))));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_fixed, assert_marks};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn text_fields_headings_and_prose_are_looked_at() {
        assert_marks(
            &RULE,
            TODAY,
            "# With @ghost and others
       ^^^^^^ nobody is declared as @ghost

Prose about @ghost and [[Casper]].
            ^^^^^^ nobody is declared as @ghost
                       ^^^^^^^^^^ nobody is named [[Casper]]

## Ada @ada
- via: @ghost
       ^^^^^^ nobody is declared as @ghost
## 2026-11-03 at @ghost's
                 ^^^^^^ nobody is declared as @ghost
- call @ada: about @ghost
                   ^^^^^^ nobody is declared as @ghost
  - and @casper
        ^^^^^^^ nobody is declared as @casper
- call @ghost
",
        );
    }

    #[test]
    fn what_is_literal_or_known_is_left_out() {
        assert_count(&RULE, TODAY, "## Ada @ada\n- aka: @countess\n- email: ada@example.org\n\n`@x` \\@y @countess [[Ada]]\n", 0);
        assert_count(&RULE, TODAY, "```\n@x\n```\n\n<!-- @y -->\n", 0);
    }

    #[test]
    fn the_nearest_handle_is_offered() {
        assert_fixed(&RULE, TODAY, "## Ada @ada\n\nWith @adda.\n", "## Ada @ada\n\nWith @ada.\n");
    }
}
