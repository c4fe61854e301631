//! Journals of any size, the same for the same seed: for benchmarks and for tests of growth.

use std::fmt::Write;

/// What a generated journal looks like.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// The number of people.
    pub people: usize,
    /// The number of entries.
    pub entries: usize,
    /// The number of files with entries; one more holds the people.
    pub files: usize,
    /// The same seed gives the same bytes.
    pub seed: u64,
}

impl Shape {
    /// What the command line of a benchmark says: `--people N`, `--entries N`, `--files N` and `--seed N`.
    #[must_use]
    pub fn asked(self) -> Self {
        Self {
            people: argument("--people", self.people),
            entries: argument("--entries", self.entries),
            files: argument("--files", self.files),
            seed: argument("--seed", self.seed as usize) as u64,
        }
    }
}

/// A number on the command line, behind its name.
pub fn argument(name: &str, default: usize) -> usize {
    let mut args = std::env::args().skip_while(|arg| arg != name).skip(1);
    args.next().and_then(|number| number.parse().ok()).unwrap_or(default)
}

/// The entries are spread over so many years.
const YEARS: i64 = 20;

const VERBS: &[&str] = &[
    "mail @",
    "mail from @",
    "message @",
    "call @",
    "coffee with @",
    "lunch with @",
    "video with @",
    "met @",
    "event with @",
    "got from @",
    "thanked @",
    "gave @",
    "asked @",
    "offered @",
    "congratulated @",
    "introduced @",
];
const TEXTS: &[&str] = &[
    "caught up",
    "she is hiring #rust",
    "talked about compilers and the weather",
    "sent the slides",
    "new job at Initech",
    "an intro to Jean",
    "moving to Berlin in spring",
    "wants to know about parsers",
    "the long walk along the river",
];

/// The files of a journal, path and text, about 50 bytes a line, the people's file first.
pub fn generate(shape: Shape) -> Vec<(String, String)> {
    let mut random = Random(shape.seed.wrapping_mul(2).wrapping_add(1));
    let mut people = String::from("# People\n");
    for number in 0..shape.people {
        _ = write!(people, "\n## Person {number} @p{number}\n- role: Engineer number {number}\n");
        match random.below(4) {
            0 => people.push_str("- every: 2 years\n"),
            1 => people.push_str("- circle: network\n"),
            _ => {}
        }
    }
    let mut files = vec![("people.net.md".to_owned(), people)];
    let per_file = shape.entries.div_ceil(shape.files.max(1));
    let first = crate::day(crate::TODAY) + -(YEARS * 365) as i32;
    let mut done = 0;
    for number in 0..shape.files {
        let mut text = format!("# Journal {number}\n");
        let entries = per_file.min(shape.entries - done);
        for entry in 0..entries {
            if entry % 8 == 0 {
                let day = first + (YEARS * 365 * (done + entry) as i64 / shape.entries as i64) as i32;
                _ = write!(text, "\n## {day}\n");
            }
            line(&mut text, &mut random, shape.people);
        }
        done += entries;
        files.push((format!("journal-{number:04}.net.md"), text));
    }
    files
}

fn line(text: &mut String, random: &mut Random, people: usize) {
    let verb = VERBS[random.below(VERBS.len())];
    _ = write!(text, "- {verb}p{}", random.below(people.max(1)));
    if random.below(10) == 0 {
        _ = write!(text, " and @p{}", random.below(people.max(1)));
    }
    _ = write!(text, ": {}", TEXTS[random.below(TEXTS.len())]);
    // Mostly different texts, as people write them.
    _ = writeln!(text, " {}", random.below(1_000_000));
}

/// A small generator of numbers (xorshift, Marsaglia 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}
