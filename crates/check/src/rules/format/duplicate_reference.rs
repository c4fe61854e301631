//! See the page below.

use messages::say;
use std::collections::HashMap;

use foldhash::fast::RandomState;
use journal::{Anchor, Place, names};

use super::undefined_reference::marked;
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::quoted;

rule! {
    /// Two entries have the same name.
    ///
    /// ## Why
    ///
    /// `^intro` at the end of an entry names it, so that others can refer to it. Where two have the name, `for ^intro`
    /// means the first, and what belongs to the second is never settled.
    ///
    /// The later entry is reported, in order of file and line; names are compared whatever their case.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - got from @ada: intro to a publisher ^intro
    /// - got from @ada: intro to a printer ^intro
    ///                                     ^^^^^^ `^intro` names an earlier entry already
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - got from @ada: intro to a publisher ^publisher
    /// - got from @ada: intro to a printer ^printer
    /// - thanked @ada for ^publisher and ^printer
    /// ```
    name: "duplicate-reference",
    group: Format,
    level: Error,
    english: "
        message = { $name } names an earlier entry already
        first = the first of that name
        help = choose another name, here and where it is referred to
    ",
    german: "
        title = Zwei Einträge haben denselben Namen
        message = { $name } ist schon der Name eines früheren Eintrags
        first = der erste mit diesem Namen
        help = wähl einen anderen Namen, hier und wo darauf verwiesen wird
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let mut named: HashMap<String, &Anchor, RandomState> = HashMap::default();
    for anchor in &network.anchors {
        let file = network.entry(anchor.entry).file;
        let name = network.text_at(Place { file, span: anchor.span });
        let first = *named.entry(names::folded(name)).or_insert(anchor);
        if first == anchor {
            continue;
        }
        let message = say!(check, "message", name = quoted(&format!("^{name}")));
        let finding = Finding::new(marked(file, anchor.span), message)
            .about(network.participating(anchor.entry))
            .see(marked(network.entry(first.entry).file, first.span), say!(check, "first"))
            .help(say!(check, "help"));
        found.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn names_are_compared_over_files_and_whatever_their_case() {
        assert_marks(
            &RULE,
            TODAY,
            "## 2026-11-03
- got from @ada ^zoë: x
- [ ] gave @ada: x ^Zoë #tag
                   ^^^^ `^Zoë` names an earlier entry already
--- b.net.md
## 2026-11-01
- pondered @ada: x ^ZOE\u{308}.
                   ^^^^ `^ZOE\u{308}` names an earlier entry already
"
            .replace("^^^^ `^ZOE", "^^^^^ `^ZOE")
            .as_str(),
        );
    }

    #[test]
    fn references_are_no_names() {
        assert_count(&RULE, TODAY, "## 2026-11-03\n- got from @ada: x ^a\n- thanked for ^a\n- gave @ada: x, for ^a ^b\n", 0);
        assert_count(&RULE, TODAY, "## 2026-11-03\n- got from @ada: x ^a\n\nprose ^a\n", 0);
    }
}
