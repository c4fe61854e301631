//! Finds what is the same thing in two versions.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;

use gix_imara_diff::Token;

use crate::diff::changes;
use crate::tree::{Key, Section, Tree};
use crate::unit::{Kind, Unit};
use crate::{fields, renames};

/// For each thing of the first version, where it stands in the second.
pub(crate) type Match = Vec<Option<usize>>;

/// Two edited units are taken for one where they share so many of their words.
const SIMILAR: f64 = 0.4;
/// And so many where no other could be meant.
const SIMILAR_ALONE: f64 = 0.25;
/// So far ahead an edited unit is looked for: the cost stays linear.
const WINDOW: usize = 16;

/// What is the same although it may have been edited: `x` with its text, and `y` that comes from it.
pub(crate) fn edited(x: &[&Unit], x_text: &str, y: &[&Unit], y_text: &str) -> Match {
    let numbers = |units: &[&Unit]| units.iter().map(|unit| unit.number).collect::<Vec<Token>>();
    let changed = changes(&numbers(x), &numbers(y));
    let mut pairs = Pairs::new(x.len(), y.len());
    let mut at = [0, 0];
    for [before, after] in &changed {
        (at[0]..before.start).zip(at[1]..).for_each(|(x, y)| pairs.join(x, y));
        at = [before.end, after.end];
    }
    (at[0]..x.len()).zip(at[1]..).for_each(|(x, y)| pairs.join(x, y));
    pairs.equal(x, y, |unit| unit.number);
    pairs.by_name(x, y);
    for [before, after] in changed {
        let left: Vec<usize> = before.filter(|at| pairs.x[*at].is_none()).collect();
        let right: Vec<usize> = after.filter(|at| pairs.y[*at].is_none()).collect();
        let least = if left.len() == 1 && right.len() == 1 { SIMILAR_ALONE } else { SIMILAR };
        let mut next = 0;
        for x_at in left {
            let words = Words::new(x[x_at], x_text);
            let likeness = |(place, y_at): (usize, &usize)| {
                let is_candidate = x[x_at].kind == y[*y_at].kind && x[x_at].key == y[*y_at].key;
                (if is_candidate { words.likeness(&Words::new(y[*y_at], y_text)) } else { 0.0 }, place)
            };
            let found = right.iter().enumerate().skip(next).take(WINDOW).map(likeness);
            // Of equally similar ones the first.
            let best = found.reduce(|best, other| if other.0 > best.0 { other } else { best });
            if let Some((likeness, place)) = best
                && likeness >= least
            {
                pairs.join(x_at, right[place]);
                next = place + 1;
            }
        }
    }
    pairs.x
}

/// What two versions both added: the same text, or a field of the same key.
pub(crate) fn added(x: &[&Unit], y: &[&Unit]) -> Match {
    let mut pairs = Pairs::new(x.len(), y.len());
    pairs.equal(x, y, |unit| unit.number);
    pairs.by_name(x, y);
    pairs.x
}

/// Sections that are the same: by their keys, those of one key by what they hold, their headings, their order. With
/// `renamed`, also those that hold the same for the most part below another heading.
pub(crate) fn sections(x: (&Tree, &[&Section]), y: (&Tree, &[&Section]), renamed: bool) -> Match {
    let numbers = |tree: &Tree, section: &Section| tree.numbers(&section.units).collect::<Vec<Token>>();
    let mut pairs = Pairs::new(x.1.len(), y.1.len());
    let are_unique = [x.1, y.1].iter().all(|all| {
        let keys: HashSet<_> = all.iter().map(|section| &section.key).collect();
        keys.len() == all.len()
    });
    if !are_unique {
        let wholes = |tree, all: &[&Section]| all.iter().map(|it| numbers(tree, it)).collect::<Vec<_>>();
        let (left, right) = (wholes(x.0, x.1), wholes(y.0, y.1));
        pairs.equal(&left, &right, Clone::clone);
        pairs.equal(&left, &right, |units| units.first().copied());
    }
    pairs.equal(x.1, y.1, |section| section.key.clone());
    if renamed && pairs.x.iter().any(Option::is_none) {
        let bodies = |tree: &Tree, all: &[&Section], taken: &[Option<usize>]| {
            let below = |section: &Section| tree.numbers(&section.units).skip(1).collect::<Vec<Token>>();
            // What happened on another day is something else.
            let may_be =
                |section: &Section, taken: &Option<usize>| taken.is_none() && !matches!(section.key, Key::Day(_));
            let body = |(section, taken): (&&Section, &Option<usize>)| may_be(section, taken).then(|| below(section));
            all.iter().zip(taken).map(body).collect::<Vec<_>>()
        };
        for (at, place) in renames::renamed(&bodies(x.0, x.1, &pairs.x), &bodies(y.0, y.1, &pairs.y)) {
            pairs.join(at, place);
        }
    }
    pairs.x
}

/// Pairs that were found, seen from both sides.
struct Pairs {
    x: Match,
    y: Match,
}

impl Pairs {
    fn new(x: usize, y: usize) -> Self {
        Self { x: vec![None; x], y: vec![None; y] }
    }

    fn join(&mut self, x: usize, y: usize) {
        if self.x[x].is_none() && self.y[y].is_none() {
            (self.x[x], self.y[y]) = (Some(y), Some(x));
        }
    }

    /// Joins what has the same key, in order.
    fn equal<T, K: Hash + Eq>(&mut self, x: &[T], y: &[T], key: impl Fn(&T) -> K) {
        let mut places: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (at, thing) in y.iter().enumerate().filter(|(at, _)| self.y[*at].is_none()) {
            places.entry(key(thing)).or_default().push_back(at);
        }
        for (at, thing) in x.iter().enumerate() {
            if self.x[at].is_none()
                && let Some(place) = places.get_mut(&key(thing)).and_then(VecDeque::pop_front)
            {
                self.join(at, place);
            }
        }
    }

    /// Joins fields of the same key, and front matter.
    fn by_name(&mut self, x: &[&Unit], y: &[&Unit]) {
        let right = fields::single(y);
        for (key, at) in fields::single(x) {
            if let Some(place) = right.get(key) {
                self.join(at, *place);
            }
        }
        let is_front = |unit: &&Unit| unit.kind == Kind::FrontMatter;
        if let (Some(at), Some(place)) = (x.iter().position(is_front), y.iter().position(is_front)) {
            self.join(at, place);
        }
    }
}

/// The words of a unit, sorted.
struct Words<'a>(Vec<&'a str>);

impl<'a> Words<'a> {
    fn new(unit: &Unit, text: &'a str) -> Self {
        // Bullets, boxes and punctuation tell nothing.
        let parts = text[unit.text.clone()].split(|c: char| !(c.is_alphanumeric() || "@#^_".contains(c)));
        let mut words: Vec<&str> = parts.filter(|word| !word.is_empty()).take(200).collect();
        words.sort_unstable();
        Self(words)
    }

    /// From 0 to 1: the share of words that both have.
    fn likeness(&self, other: &Self) -> f64 {
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut common = 0_u32;
        while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
            match left.cmp(right) {
                std::cmp::Ordering::Less => _ = a.next(),
                std::cmp::Ordering::Greater => _ = b.next(),
                std::cmp::Ordering::Equal => {
                    common += 1;
                    _ = (a.next(), b.next());
                }
            }
        }
        let all = (self.0.len() + other.0.len()) as u32;
        f64::from(2 * common) / f64::from(all.max(1))
    }
}
