//! See the page below.

use messages::say;
use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;
use journal::{Day, EntryId, Place, Who};

use super::undefined_reference::{concerned, marked};
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::quoted;

rule! {
    /// An entry refers to one that it can hardly belong to.
    ///
    /// ## Why
    ///
    /// Favors are settled, and requests ended, by what refers to them. A reference to an entry about other people, or
    /// to one that had not happened yet, is most likely a wrong name, and settles the wrong thing.
    ///
    /// Reported is a reference to an entry that has no participant in common with this one, unless one of them has
    /// none at all, and a reference to an entry with a later date.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// ## Bob Ross @bob
    ///
    /// ## 2026-11-03
    /// - got from @ada: intro to a publisher ^intro
    /// - thanked @bob for ^intro
    ///                    ^^^^^^ `^intro` is about @ada, and this is not
    ///
    /// ## 2026-11-01
    /// - thanked @ada for ^intro
    ///                    ^^^^^^ `^intro` is dated 2026-11-03, and this 2026-11-01
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// ## Bob Ross @bob
    ///
    /// ## 2026-11-03
    /// - got from @ada: intro to a publisher ^intro
    /// - thanked @ada and @bob for ^intro
    /// ```
    name: "mismatched-reference",
    group: Format,
    level: Warning,
    english: "
        people = { $name } is about { $who }, and this is not
        dates = { $name } is dated { $there }, and this { $here }
        target = the entry of that name
        help = does it mean another entry, or is a date or a participant missing?
    ",
    german: "
        title = Ein Eintrag verweist auf einen, zu dem er kaum gehören kann
        people = in { $name } geht es um { $who }, hier nicht
        dates = { $name } ist vom { $there }, und dies vom { $here }
        target = der Eintrag mit diesem Namen
        help = ist ein anderer Eintrag gemeint, oder fehlt ein Datum oder eine Person?
    ",
    check: check,
}

/// What keeps an entry and the one that it refers to apart.
enum Mismatch {
    /// It is about these people, of whom none takes part here.
    People(String),
    /// It happened later.
    Dates { here: Day, there: Day },
}

type People = HashSet<(EntryId, Who), RandomState>;

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let mut people = People::default();
    let mut seen: HashSet<EntryId, RandomState> = HashSet::default();
    let mut heads: HashMap<EntryId, Place, RandomState> = HashMap::default();
    // An entry may refer to another again and again.
    let mut known: HashMap<(EntryId, EntryId), Option<Mismatch>, RandomState> = HashMap::default();
    for reference in &network.references {
        let Some(target) = reference.target.filter(|target| *target != reference.entry) else { continue };
        for id in [reference.entry, target] {
            if seen.insert(id) {
                people.extend(network.participants(id).iter().map(|participant| (id, participant.who)));
            }
        }
        let mismatch = known.entry((reference.entry, target)).or_insert_with(|| mismatch(check, &people, reference.entry, target));
        let Some(mismatch) = mismatch else { continue };
        let name = quoted(&format!("^{}", reference.span.text(network.text(network.entry(reference.entry).file))));
        let message = match mismatch {
            Mismatch::People(who) => say!(check, "people", name, who = &*who),
            Mismatch::Dates { here, there } => say!(check, "dates", name, there = *there, here = *here),
        };
        let place = marked(network.entry(reference.entry).file, reference.span);
        let head = *heads.entry(target).or_insert_with(|| network.head(target));
        let finding = Finding::new(place, message)
            .about(concerned(network, reference.entry))
            .see(head, say!(check, "target"))
            .help(say!(check, "help"));
        found.push(finding);
    }
}

/// Why an entry that refers to another can hardly belong to it, if so.
fn mismatch(check: &Check<'_>, people: &People, entry: EntryId, target: EntryId) -> Option<Mismatch> {
    let network = check.network;
    // The shorter list is looked up in the longer one, which may be a crowd.
    let (mut short, mut long) = (entry, target);
    if network.participants(short).len() > network.participants(long).len() {
        (short, long) = (long, short);
    }
    let both = network.participants(short);
    if !both.is_empty() && !both.iter().any(|participant| people.contains(&(long, participant.who))) {
        let others: Vec<String> = network.participants(target).iter().take(3).map(|it| network.display(it.who)).collect();
        return Some(Mismatch::People(check.settings.language.all_of(&others)));
    }
    let (here, there) = (network.entry(entry).day()?, network.entry(target).day()?);
    (there > here).then_some(Mismatch::Dates { here, there })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn one_participant_in_common_is_enough() {
        let text = |entry: &str| format!("## 2026-11-03\n- got from @ada and @grace: x ^x\n- {entry}\n");
        for entry in ["thanked @ada for ^x", "gave @bob, @GRACE: x, for ^x", "thanked for ^x", "got from @bob: for ^y"] {
            assert_count(&RULE, TODAY, &text(entry), 0);
        }
        for entry in ["thanked @bob for ^x", "[ ] thanked @bob, @carl for ^x", "gave @bob: x, for ^x, ^y"] {
            assert_count(&RULE, TODAY, &text(entry), 1);
        }
        assert_count(&RULE, TODAY, "## Ada @ada\n- aka: @a\n## 2026-11-03\n- got from @ada: x ^x\n- thanked @a for ^x\n", 0);
    }

    #[test]
    fn an_entry_without_participants_matches_all() {
        assert_count(&RULE, TODAY, "## 2026-11-03\n- event: a fair ^fair\n- gave @ada: a ride for ^fair\n", 0);
    }

    #[test]
    fn the_heading_is_a_participant() {
        let text = "## Ada @ada
### 2026-11-03
- got: x ^x
## Bob @bob
### 2026-11-03
- gave @carl: x, for ^x
                     ^^ `^x` is about @ada, and this is not
";
        assert_marks(&RULE, TODAY, text);
    }

    #[test]
    fn days_are_compared_and_one_day_is_no_order() {
        for (day, count) in [("2026-11-02", 1), ("2026-11-03", 0), ("2026-11-04", 0), ("2026-13-01", 0)] {
            let text = format!("## {day}\n- thanked @ada for ^x\n--- b.net.md\n## 2026-11-03\n- got from @ada: x ^x\n");
            assert_count(&RULE, TODAY, &text, count);
        }
        assert_count(&RULE, TODAY, "- 2026-11-03 got from @ada: x ^x\n- 2026-11-01 thanked for ^x\n", 1);
    }

    #[test]
    fn a_reference_is_told_once_and_what_refers_to_itself_fits() {
        assert_count(&RULE, TODAY, "- 2026-11-03 got from @ada: x ^x\n- 2026-11-01 thanked @bob for ^x\n", 1);
        assert_count(&RULE, TODAY, "- 2026-11-03 got from @ada: x for ^x, ^x\n", 0);
    }
}
