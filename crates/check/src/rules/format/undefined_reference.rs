//! See the page below.

use messages::say;
use journal::{EntryId, FileId, Network, PersonId, Place, Span};

use super::guess::Guesses;
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::{quoted, slips};

rule! {
    /// An entry refers to one that does not exist.
    ///
    /// ## Why
    ///
    /// `for ^intro` says what a favor, thanks or an end belongs to: the entry that is named `^intro`. Where nothing is
    /// named so, the favor stays open and the thanks are missed, though you gave both.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - got from @ada: intro to a publisher ^intro
    /// - thanked @ada for ^into
    ///                    ^^^^^ nothing is named `^into`
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - got from @ada: intro to a publisher ^intro
    /// - thanked @ada for ^intro
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - got from @ada: intro to a publisher ^intro
    /// - thanked @ada for ^Intro
    /// ```
    name: "undefined-reference",
    group: Format,
    level: Error,
    english: "
        message = nothing is named { $name }
        near = did you mean `^{ $near }`?
        fix = Write `^{ $near }`
        help = name what it is for: `- got from @ada: advice ^{ $name }`
    ",
    german: "
        title = Ein Eintrag verweist auf einen, den es nicht gibt
        message = nichts heißt { $name }
        near = meintest du `^{ $near }`?
        fix = `^{ $near }` schreiben
        help = benenne, wofür es ist: `- bekommen von @ada: Rat ^{ $name }`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let mut named: Option<Guesses<'_>> = None;
    for reference in network.references.iter().filter(|reference| reference.target.is_none()) {
        let file = network.entry(reference.entry).file;
        let name = network.text_at(Place { file, span: reference.span });
        let message = say!(check, "message", name = quoted(&format!("^{name}")));
        let finding = Finding::new(marked(file, reference.span), message).about(concerned(network, reference.entry));
        let named = named.get_or_insert_with(|| {
            Guesses::new(network.anchors.iter().map(|anchor| anchor.span.text(network.text(network.entry(anchor.entry).file))))
        });
        found.push(match named.nearest(name, slips(name)) {
            Some(near) => finding.help(say!(check, "near", near)).fix(
                false,
                say!(check, "fix", near),
                Place { file, span: reference.span },
                near,
            ),
            None => finding.help(say!(check, "help", name)),
        });
    }
}

/// Those who take part in an entry that refers; of a crowd some, since an entry may refer often.
pub(super) fn concerned(network: &Network, entry: EntryId) -> impl Iterator<Item = PersonId> + '_ {
    const MOST: usize = 100;
    network.participants(entry).iter().take(MOST).filter_map(|participant| participant.who.person())
}

/// The place of an `^id` with its mark.
pub(super) fn marked(file: FileId, id: Span) -> Place {
    Place { file, span: Span::new(id.start - 1, id.end) }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_fixed, assert_marks};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn each_reference_is_looked_up_in_all_files() {
        assert_marks(
            &RULE,
            TODAY,
            "## 2026-11-03
- gave @ada: a review, for ^a, ^b and ^c
                           ^^ nothing is named `^a`
                                      ^^ nothing is named `^c`
- [ ] thanked for ^x
                  ^^ nothing is named `^x`
- thinks of @ada for ^x
                     ^^ nothing is named `^x`
--- b.net.md
## 2026-11-03
- got from @ada: x ^B
",
        );
    }

    #[test]
    fn what_is_no_reference_is_left_out() {
        assert_count(&RULE, TODAY, "## 2026-11-03\n- note for `^a` and \\^b, 2^8 for x^2\n\nfor ^prose\n", 0);
        assert_count(&RULE, TODAY, "## 2026-11-03\n- gave @ada ^self: for ^self\n", 0);
    }

    #[test]
    fn the_nearest_name_is_offered() {
        let entry = "- 2026-11-03 got from @ada: x ^referral\n- 2026-11-04 thanked for ^";
        assert_fixed(&RULE, TODAY, &format!("{entry}referal\n"), &format!("{entry}referral\n"));
        assert_fixed(&RULE, TODAY, &format!("{entry}intro\n"), &format!("{entry}intro\n"));
    }
}
