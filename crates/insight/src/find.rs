//! Whom somebody means by a handle, a name, or a part of one.

use std::collections::BTreeSet;

use journal::{Network, Person, PersonId, names};

/// Whom somebody means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// This person.
    One(PersonId),
    /// One of these, in the order in which they are declared.
    Several(Vec<PersonId>),
    /// Nobody; these are called nearly so, the nearest first.
    Nobody(Vec<PersonId>),
}

/// So many are named where nobody is meant.
const NEAREST: usize = 3;

/// Whom `words` mean. A handle is surest, then a whole name or another name, then what begins a word of a name or a
/// handle, then any part of one.
pub fn find(network: &Network, words: &str) -> Meant {
    let words = words.trim();
    let key = names::key(words.trim_start_matches(['@', '[']).trim_end_matches(']')).into_owned();
    if key.is_empty() {
        return Meant::Nobody(Vec::new());
    }
    if let Some(id) = network.declared(&key) {
        return Meant::One(id);
    }
    let is_handle = words.starts_with('@');
    let begins = |name: &str| name.starts_with(&key) || name.match_indices(&key).any(|(at, _)| is_begin(name, at));
    let tries: [&dyn Fn(&str) -> bool; 3] = [&|name| name == key, &begins, &|name| name.contains(&key)];
    for matches in tries {
        let found = network.people().filter(|(_, person)| called(person, is_handle).iter().any(|name| matches(name)));
        let found: Vec<PersonId> = found.map(|(id, _)| id).collect();
        match found[..] {
            [] => {}
            [one] => return Meant::One(one),
            _ => return Meant::Several(found),
        }
    }
    Meant::Nobody(nearest(network, &key))
}

/// Whether a word begins at a place in a name.
fn is_begin(name: &str, at: usize) -> bool {
    name[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && !names::is_mark(c))
}

/// What a person is called, in the form in which names are compared.
fn called(person: &Person, only_handles: bool) -> Vec<String> {
    let aliases = person.aliases.iter().filter(|alias| !only_handles || !alias.is_name);
    let name = (!only_handles).then(|| names::folded(&person.name));
    name.into_iter().chain([names::folded(&person.handle)]).chain(aliases.map(|alias| alias.key.clone())).collect()
}

/// The people whose handle or name, or a word of it, takes fewest edits.
fn nearest(network: &Network, key: &str) -> Vec<PersonId> {
    let most = (key.chars().count() / 3).clamp(1, 3);
    let mut left: Vec<(PersonId, BTreeSet<String>)> = Vec::new();
    for (id, person) in network.people() {
        let mut all: BTreeSet<String> = called(person, false).into_iter().collect();
        all.extend(names::folded(&person.name).split(' ').map(str::to_owned));
        left.push((id, all));
    }
    let mut found = Vec::new();
    while found.len() < NEAREST {
        let all = left.iter().flat_map(|(_, all)| all.iter().map(String::as_str));
        let Some(near) = check::nearest(key, all, most).map(str::to_owned) else { break };
        let Some(at) = left.iter().position(|(_, all)| all.contains(&near)) else { break };
        found.push(left.remove(at).0);
    }
    found
}

#[cfg(test)]
mod tests {
    use journal::Settings;

    use super::{Meant, find};

    const PEOPLE: &str = "\
## Ada Lovelace @ada
- aka: @countess, Lady Byron
## Adam Ries @adam
## Grace Hopper @grace.h
## Grace Kelly @kelly
## Jürgen Groß @jürgen
";

    #[track_caller]
    fn assert_found(words: &str, expected: &str) {
        let network = testkit::network(&[("a.net.md", PEOPLE)], &Settings::default());
        let names = |ids: &[journal::PersonId]| {
            ids.iter().map(|id| network.person(*id).handle.clone()).collect::<Vec<_>>().join(" ")
        };
        let found = match find(&network, words) {
            Meant::One(id) => names(&[id]),
            Meant::Several(ids) => format!("several: {}", names(&ids)),
            Meant::Nobody(ids) => format!("nobody: {}", names(&ids)),
        };
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn the_surest_wins() {
        assert_found("@ada", "ada");
        assert_found("ADA", "ada");
        assert_found("@countess", "ada");
        assert_found("lady  byron", "ada");
        assert_found("[[Ada Lovelace]]", "ada");
        assert_found("@ad", "several: ada adam");
        assert_found("ri", "adam");
        assert_found("hop", "grace.h");
        assert_found("Grace", "several: grace.h kelly");
        assert_found("lace", "ada");
        assert_found("JÜRGEN GROSS", "jürgen");
        assert_found("@kelly", "kelly");
    }

    #[test]
    fn whoever_is_not_there_has_neighbours() {
        assert_found("@lovelace", "nobody: ada");
        assert_found("grase", "nobody: grace.h kelly");
        assert_found("xyzzy", "nobody: ");
        assert_found("@", "nobody: ");
        assert_found("  ", "nobody: ");
    }
}
