//! See the page below.

use messages::say;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use journal::{Entry, EntryId, Network, Span, Who, names};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};

rule! {
    /// The same is noted twice.
    ///
    /// ## Why
    ///
    /// What stands twice counts twice: one coffee becomes two, one favor asks for two in return. It happens when a
    /// line is copied, or when the same day is noted in two files.
    ///
    /// Two entries are the same if date, verb, preposition (`from`), participants, text and the names they give or
    /// refer to (`^intro`) are, and if both are done or both are plans. Other words for the same verb, the order of
    /// participants and white space make no difference. Entries without a date that can be read are left out. The
    /// later one is reported, in order of file and line.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - call @ada: she is hiring
    /// - called @ada:  she is  hiring
    ///   ^^^^^^^^^^^ the same stands above: date, verb, participants and text
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - call @ada: she is hiring
    /// - call @ada: she has hired
    /// - call from @ada: she has hired
    /// ```
    name: "duplicate-entry",
    group: Format,
    level: Warning,
    english: "
        here = the same stands above: date, verb, participants and text
        elsewhere = the same stands in another file: date, verb, participants and text
        first = the first
        help = take one of them out, or say how they differ
    ",
    german: "
        title = Dasselbe ist zweimal notiert
        here = dasselbe steht weiter oben: Datum, Verb, Beteiligte und Text
        elsewhere = dasselbe steht in einer anderen Datei: Datum, Verb, Beteiligte und Text
        first = der erste Eintrag
        help = nimm einen davon heraus, oder sag, worin sie sich unterscheiden
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let hasher = RandomState::default();
    let mut first: HashMap<u64, EntryId, RandomState> = HashMap::default();
    let twice = heads_seen_twice(network, &hasher);
    for (id, entry) in counting(network) {
        if !twice.contains(&head_hash(network, id, entry, &hasher)) {
            continue;
        }
        let hash = hasher.hash_one(Said::of(network, id, entry));
        let before = *first.entry(hash).or_insert(id);
        let earlier = network.entry(before);
        if before == id || Said::of(network, before, earlier) != Said::of(network, id, entry) {
            continue;
        }
        let is_here = earlier.file == entry.file;
        let message = if is_here { say!(check, "here") } else { say!(check, "elsewhere") };
        let finding = Finding::new(network.head(id), message)
            .about(network.participating(id))
            .see(network.head(before), say!(check, "first"))
            .help(say!(check, "help"));
        found.push(finding);
    }
}

/// The entries that can be the same as another one.
fn counting(network: &Network) -> impl Iterator<Item = (EntryId, &Entry)> {
    network.entries().filter(|(_, entry)| entry.day().is_some() && entry.verb().is_some())
}

/// A hash of what is quick to ask: date, verb, and who takes part, in any order.
fn head_hash(network: &Network, id: EntryId, entry: &Entry, hasher: &RandomState) -> u64 {
    let people = network.participants(id).iter().map(|participant| hasher.hash_one(participant.who));
    let people = people.fold(0, u64::wrapping_add);
    hasher.hash_one((entry.day(), entry.verb(), entry.is_planned, entry.is_from, people))
}

/// The hashes that more than one entry has, and a few more: nearly all entries differ from all others in their heads
/// already, so their texts need not be looked at.
fn heads_seen_twice(network: &Network, hasher: &RandomState) -> HashSet<u64, RandomState> {
    let bits = (network.entries.len() * 16).next_power_of_two().max(64);
    let mut seen = vec![0_u64; bits / 64];
    let mut twice = HashSet::default();
    for (id, entry) in counting(network) {
        let hash = head_hash(network, id, entry, hasher);
        let at = hash as usize & (bits - 1);
        if seen[at / 64] >> (at % 64) & 1 == 1 {
            twice.insert(hash);
        }
        seen[at / 64] |= 1 << (at % 64);
    }
    twice
}

/// What an entry says, in a form that can be compared.
#[derive(PartialEq, Hash)]
struct Said<'a> {
    day: Option<i32>,
    verb: Option<journal::VerbId>,
    is_planned: bool,
    is_from: bool,
    people: Vec<Who>,
    words: Vec<&'a str>,
    ids: Vec<String>,
}

impl<'a> Said<'a> {
    fn of(network: &'a Network, id: EntryId, entry: &Entry) -> Self {
        let text = network.text(entry.file);
        let mut people: Vec<Who> = network.participants(id).iter().map(|participant| participant.who).collect();
        people.sort_unstable();
        // Ids may stand before the text, where they are no part of it.
        let anchor = network.anchors.binary_search_by_key(&id, |anchor| anchor.entry).ok().map(|at| network.anchors[at].span);
        let references = network.references_of(id).iter().map(|reference| reference.span);
        let name = |span: Span| names::folded(span.text(text));
        Self {
            day: entry.day().map(journal::Day::number),
            verb: entry.verb(),
            is_planned: entry.is_planned,
            is_from: entry.is_from,
            people,
            words: entry.text.text(text).split_whitespace().collect(),
            ids: anchor.into_iter().chain(references).map(name).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks};

    const TODAY: &str = "2026-11-22";

    fn assert_same(one: &str, other: &str, is_same: bool) {
        assert_count(&RULE, TODAY, &format!("## 2026-11-03\n- {one}\n- {other}\n"), usize::from(is_same));
    }

    #[test]
    fn what_differs_in_meaning_is_not_the_same() {
        assert_same("call @ada: x", "call @ada: x", true);
        assert_same("mail @ada: x", "E-Mail @ada: x", false);
        assert_same("mail to @ada, @bob: x", "WROTE @Bob and @ada: x", true);
        assert_same("call @ada", "2026-11-03: phoned @ada", true);
        assert_same("call @ada: x", "call @ada: X", false);
        assert_same("call @ada", "call @bob", false);
        assert_same("call @ada", "call @ada and @bob", false);
        assert_same("coffee with @ada", "lunch with @ada", false);
        assert_same("mail @ada", "mail from @ada", false);
        assert_same("[ ] call @ada", "call @ada", false);
        assert_same("[x] call @ada", "call @ada", true);
        assert_same("[ ] call @ada", "[ ] call @ada", true);
        assert_same("call @ada", "2026-11-04 call @ada", false);
        assert_same("got from @ada ^x", "got from @ada ^y", false);
        assert_same("thanked @ada for ^x", "thanked @ada for ^y", false);
        assert_same("thanked @ada for ^x", "thanked @ada for ^X", true);
        assert_same("note: x", "note: x", true);
        assert_same("pondered @ada", "pondered @ada", false);
    }

    #[test]
    fn the_later_is_marked_and_points_to_the_first() {
        assert_marks(
            &RULE,
            TODAY,
            "## 2026-11-03
- call @ada: a
  line
- call @ada: a line
  ^^^^^^^^^ the same stands above: date, verb, participants and text
## 2026-13-03
- call @ada
- call @ada
--- b.net.md
## Ada @ada
### 2026-11-03
- call: a line
  ^^^^ the same stands in another file: date, verb, participants and text
",
        );
    }
}
