//! Who came by whom: the introductions of a journal as a forest, and what goes across it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use journal::{Day, Network, PersonId, Settings};

use crate::card::introductions;

/// Everybody who introduced somebody or was introduced.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    /// The people: each one stands above those whom they introduced.
    pub people: Vec<Kin>,
    /// Further introductions that the field `via` tells of: who introduced, and whom, as indices of `people`.
    pub across: Vec<(usize, usize)>,
    /// People whom the writer introduced to each other, as indices of `people`.
    pub introduced: Vec<(usize, usize)>,
}

/// One person among those who introduced them and whom they introduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kin {
    /// Who.
    pub person: PersonId,
    /// Who introduced them first: an index of the same list, smaller than their own.
    pub by: Option<usize>,
    /// How many introductions lead to them.
    pub depth: usize,
}

impl Lineage {
    /// The introductions up to the day `today`. An entry `introduced @a to @b and @c` ties the first one to the others,
    /// so that an entry that names very many makes no more ties than it has names.
    pub fn of(network: &Network, settings: &Settings, today: Day) -> Self {
        let introduced = written(network, settings, today);
        let mut forest = Forest::default();
        for it in introductions(network) {
            forest.add(it.by, it.person);
        }
        for (a, b) in &introduced {
            forest.all.extend([*a, *b]);
        }
        let people = forest.walk();
        let at: HashMap<PersonId, usize> = people.iter().enumerate().map(|(at, kin)| (kin.person, at)).collect();
        let both = |(a, b): (PersonId, PersonId)| Some((*at.get(&a)?, *at.get(&b)?));
        let across = forest.across.iter().copied().filter_map(both).collect();
        Self { across, introduced: introduced.into_iter().filter_map(both).collect(), people }
    }
}

/// The pairs of people whom the writer introduced to each other, each once.
fn written(network: &Network, settings: &Settings, today: Day) -> BTreeSet<(PersonId, PersonId)> {
    let verb = settings.vocabulary.find("introduced");
    let mut pairs = BTreeSet::new();
    for (id, entry) in network.entries().filter(|(_, entry)| verb.is_some() && entry.verb() == verb) {
        if !entry.is_done() || entry.day().is_none_or(|day| day > today) {
            continue;
        }
        let mut people = network.participating(id);
        let Some(first) = people.next() else { continue };
        pairs.extend(people.filter(|other| *other != first).map(|other| (first.min(other), first.max(other))));
    }
    pairs
}

#[derive(Default)]
struct Forest {
    all: BTreeSet<PersonId>,
    by: BTreeMap<PersonId, PersonId>,
    /// Somebody further up, to find the top of a long line quickly.
    above: HashMap<PersonId, PersonId>,
    across: BTreeSet<(PersonId, PersonId)>,
}

impl Forest {
    /// The first one who introduced somebody stands above them, unless that would close a circle.
    fn add(&mut self, by: PersonId, person: PersonId) {
        self.all.extend([by, person]);
        if self.by.get(&person) == Some(&by) {
            return;
        }
        if self.by.contains_key(&person) || self.top(by) == person {
            self.across.insert((by, person));
        } else {
            self.by.insert(person, by);
            self.above.insert(person, by);
        }
    }

    fn top(&mut self, mut of: PersonId) -> PersonId {
        while let Some(above) = self.above.get(&of).copied() {
            let next = self.above.get(&above).copied().unwrap_or(above);
            self.above.insert(of, next);
            of = above;
        }
        of
    }

    fn walk(&self) -> Vec<Kin> {
        let mut below: HashMap<PersonId, Vec<PersonId>> = HashMap::new();
        for (person, by) in &self.by {
            below.entry(*by).or_default().push(*person);
        }
        let tops = self.all.iter().filter(|person| !self.by.contains_key(person));
        // By hand and not by recursion, since a line may be as long as the journal.
        let mut open: Vec<Kin> = tops.rev().map(|person| Kin { person: *person, by: None, depth: 0 }).collect();
        let mut people = Vec::with_capacity(self.all.len());
        while let Some(kin) = open.pop() {
            let by = Some(people.len());
            let next = below.get(&kin.person).into_iter().flatten().rev();
            open.extend(next.map(|person| Kin { person: *person, by, depth: kin.depth + 1 }));
            people.push(kin);
        }
        people
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use journal::Settings;

    use super::Lineage;

    fn told(text: &str) -> String {
        let settings = Settings::default();
        let network = testkit::network(&[("a.net.md", text)], &settings);
        let lineage = Lineage::of(&network, &settings, testkit::day("2026-11-22"));
        let name = |at: usize| network.person(lineage.people[at].person).handle.as_str();
        let mut told = String::new();
        for (at, kin) in lineage.people.iter().enumerate() {
            assert!(kin.by.is_none_or(|by| by < at && lineage.people[by].depth + 1 == kin.depth));
            _ = writeln!(told, "{}{}", " ".repeat(kin.depth), name(at));
        }
        for (by, whom) in &lineage.across {
            _ = writeln!(told, "{} also {}", name(*by), name(*whom));
        }
        for (a, b) in &lineage.introduced {
            _ = writeln!(told, "{} to {}", name(*a), name(*b));
        }
        told
    }

    #[test]
    fn who_introduced_whom() {
        let text = "\
## Ada @ada
## Bob @bob
- via: @ada, at the fair
## Carl @carl
- via: @bob and @dora
## Dora @dora
## Alone @alone
# Log
- 2026-10-01 introduced @ada to @dora and @carl
- 2026-10-02 introduced @dora to @ada
- 2026-12-01 introduced @alone to @ada
- [ ] 2026-10-03 introduced @alone to @bob
";
        assert_eq!(told(text), "ada\n bob\n  carl\ndora\ndora also carl\nada to carl\nada to dora\n");
    }

    #[test]
    fn circles_and_long_lines_end() {
        assert_eq!(told("## A @a\n- via: @c\n## B @b\n- via: @a\n## C @c\n- via: @b\n"), "c\n a\n  b\nb also c\n");
        let mut line = "## P @p0\n".to_owned();
        for n in 1..3000 {
            _ = writeln!(line, "## P @p{n}\n- via: @p{}", n - 1);
        }
        assert_eq!(told(&line).lines().count(), 3000);
    }
}
