//! See the page below.

use messages::say;
use journal::Person;

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

rule! {
    /// Nothing tells who somebody is.
    ///
    /// ## Why
    ///
    /// The quality of a network beats its size, and a name without a story is only size: in two years you will not
    /// know where you met, what they do, or what you could do for them.
    ///
    /// Reported is a person without any of the fields `role`, `org`, `met` and `via`, without prose below the
    /// heading, and without an entry that has a text. A plan or a note with a text is enough.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Grace Hopper @grace
    ///    ^^^^^^^^^^^^^^^^^^^ nothing tells who @grace is: no role, org, met or via, and no words
    /// - email: grace@example.org
    ///
    /// ## 2026-11-10
    /// - coffee with @grace
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Grace Hopper @grace
    /// - met: 2026-11-10 at the compiler meetup
    /// ```
    ///
    /// ```journal
    /// ## Grace Hopper @grace
    /// - email: grace@example.org
    ///
    /// ## 2026-11-10
    /// - coffee with @grace: her compiler, and how it began
    /// ```
    name: "bare-contact",
    group: Quality,
    level: Info,
    english: "
        message = nothing tells who { $who } is: no role, org, met or via, and no words
        help = one line is enough: `- role: what they do`, or `- met: 2026-05-01 at RustFest`
    ",
    german: "
        title = Nichts sagt, wer jemand ist
        message = nichts sagt, wer { $who } ist: kein role, org, met oder via, und kein Wort
        help = eine Zeile genügt: `- role: was die Person tut`, oder `- met: 2026-05-01 auf dem RustFest`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    for (id, person) in check.network.people().filter(|(_, person)| is_bare(person)) {
        let message = say!(check, "message", who = at(check.network, id));
        let finding = Finding::new(person.place, message)
            .about([id])
            .help(say!(check, "help"));
        found.push(finding);
    }
}

fn is_bare(person: &Person) -> bool {
    !person.has_prose && !person.has_story && !["role", "org", "met", "via"].iter().any(|key| person.has(key))
}

#[cfg(test)]
mod tests {
    use testkit::TODAY;

    use super::RULE;
    use crate::testing::{assert_count, assert_marks};

    #[test]
    fn each_of_four_fields_is_enough_and_no_other() {
        for (field, count) in [
            ("role: editor", 0),
            ("org: Initech", 0),
            ("Met: 2024-05-01", 0),
            ("met: at RustFest", 0),
            ("via: @bob", 0),
            ("role:", 1),
            ("email: ada@example.org", 1),
            ("url: https://example.org", 1),
            ("city: London", 1),
            ("born: 12-10", 1),
            ("tags: #rust", 1),
            ("aka: Lady Lovelace", 1),
            ("circle: inner", 1),
            ("status: ended", 1),
            ("kind: family", 1),
            ("pause: until 2027-01-01 (a sabbatical)", 1),
        ] {
            assert_count(&RULE, TODAY, &format!("## Ada @ada\n- {field}\n"), count);
        }
    }

    #[test]
    fn prose_is_enough() {
        assert_count(&RULE, TODAY, "## Ada @ada\n", 1);
        assert_count(&RULE, TODAY, "## Ada @ada\nShe wrote the first program.\n", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n- she wrote the first program\n", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n### 2026-11-10\nShe came by.\n", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n# Others\nProse.\n", 1);
        assert_count(&RULE, TODAY, "## Ada @ada\n--- b.net.md\n## @ada\nShe wrote the first program.\n", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n## Bob @bob\nHe knows @ada.\n", 1);
    }

    #[test]
    fn an_entry_with_a_text_is_enough() {
        for (line, count) in [
            ("call @ada", 1),
            ("call @ada ^call", 1),
            ("call @ada: her engine", 0),
            ("call @ada her engine", 0),
            ("note @ada: moved to London", 0),
            ("[ ] call @ada: her engine", 0),
            ("mail @ada, @x, @y, @z: news", 0),
            ("call @x: the engine of @ada", 1),
        ] {
            assert_count(&RULE, TODAY, &format!("## Ada @ada\n## 2026-11-10\n- {line}\n"), count);
        }
    }

    #[test]
    fn everybody_is_told_apart() {
        let text = "\
## Ada @ada
   ^^^^^^^^ nothing tells who @ada is: no role, org, met or via, and no words
## Bob @bob
- role: editor
--- b.net.md
## Carl @carl
   ^^^^^^^^^^ nothing tells who @carl is: no role, org, met or via, and no words
## @bob
";
        assert_marks(&RULE, TODAY, text);
    }
}
