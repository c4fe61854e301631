//! Fixtures that look like the user's file: journals with carets under what must be found.

mod dump;
pub mod editor;
mod generate;
pub mod messages;
pub mod random;

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

pub use dump::{Dump, LAST, class_name};
pub use generate::{Shape, argument, generate};
use journal::{Day, Facts, Network, Settings, Source};

/// The day on which the examples of rules and documents are checked.
pub const TODAY: &str = "2026-11-22";

/// [`TODAY`], or the day that is given.
pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| Day::from_number(0))
}

/// A network of files, each a path and a text. `\xE9` in a text stands for that byte, which is not UTF-8.
pub fn network(files: &[(&str, &str)], settings: &Settings) -> Network {
    Network::new(files.iter().map(|(path, text)| source(path, text, false, settings)).collect(), settings)
}

/// A file of a network, perhaps the page of one person. `\xE9` in the text stands for that byte, which is not UTF-8.
pub fn source(path: &str, text: &str, is_page: bool, settings: &Settings) -> Source {
    let (text, invalid) = with_bytes(text);
    let facts = Arc::new(Facts::read(&text, is_page, &settings.vocabulary));
    Source { path: path.to_owned(), text: Arc::new(text), invalid, facts, is_page }
}

/// What a loader makes of a text in which `\xE9` stands for that byte: `?`, and the first such byte.
fn with_bytes(text: &str) -> (String, Option<(u32, u8)>) {
    let mut parts = text.split("\\x");
    let mut loaded = parts.next().unwrap_or_default().to_owned();
    let mut first = None;
    for part in parts {
        let byte = part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|byte| *byte >= 0x80);
        if let Some(byte) = byte {
            first.get_or_insert((loaded.len() as u32, byte));
            loaded.push('?');
            loaded.push_str(&part[2..]);
        } else {
            loaded.push_str("\\x");
            loaded.push_str(part);
        }
    }
    (loaded, first)
}

/// A fixture taken apart: several files, and what is marked in them.
#[derive(Debug, Default)]
pub struct Fixture {
    /// Path and text of each file.
    pub files: Vec<(String, String)>,
    /// What is marked, as [`mark`] writes it.
    pub marks: Vec<String>,
}

/// Takes the carets out of a fixture. A line `--- PATH` begins a file (the first one needs none: `a.net.md`). A line
/// of blanks and carets and a message marks the same columns of the line above:
///
/// ```text
/// ## Ada @ada
///    ^^^^^^^^ @ada is 3 days overdue
/// ```
pub fn fixture(text: &str) -> Fixture {
    let mut fixture = Fixture::default();
    let (mut path, mut body) = ("a.net.md".to_owned(), String::new());
    for line in text.lines() {
        let carets = line.trim_start();
        let length = carets.chars().take_while(|c| *c == '^').count();
        if let Some(next) = line.strip_prefix("--- ") {
            fixture.push(&mut path, &mut body);
            next.trim().clone_into(&mut path);
        } else if length > 0 && carets[length..].starts_with(' ') && !body.is_empty() {
            let column = line.chars().take_while(|c| *c == ' ').count() + 1;
            let number = body.lines().count();
            fixture.marks.push(mark(&path, (number, column), (number, column + length), &carets[length + 1..]));
        } else {
            body.push_str(line);
            body.push('\n');
        }
    }
    fixture.push(&mut path, &mut body);
    fixture
}

impl Fixture {
    fn push(&mut self, path: &mut String, body: &mut String) {
        if !body.is_empty() {
            self.files.push((std::mem::take(path), std::mem::take(body)));
        }
    }

    /// The files, as [`network`] takes them.
    pub fn files(&self) -> Vec<(&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect()
    }
}

/// How a mark is written: `a.net.md:1:4-12 message`, with the end's line where it is another one.
pub fn mark(path: &str, start: (usize, usize), end: (usize, usize), message: &str) -> String {
    let mut text = format!("{path}:{}:{}-", start.0, start.1);
    if end.0 != start.0 {
        _ = write!(text, "{}:", end.0);
    }
    _ = write!(text, "{} {message}", end.1);
    text
}

/// The fenced blocks of a Markdown text: the heading of second level above, what follows the fence's marks, and
/// the body, the fence's own indentation taken off.
pub fn fenced(markdown: &str) -> Vec<(String, String, String)> {
    let mut blocks = Vec::new();
    let mut heading = String::new();
    let mut open: Option<(String, String)> = None;
    for line in markdown.lines() {
        match &mut open {
            Some((info, body)) if line.trim_end() == "```" => {
                blocks.push((heading.clone(), std::mem::take(info), std::mem::take(body)));
                open = None;
            }
            Some((_, body)) => {
                body.push_str(line);
                body.push('\n');
            }
            None => {
                if let Some(title) = line.strip_prefix("## ") {
                    title.trim().clone_into(&mut heading);
                } else if let Some(info) = line.strip_prefix("```") {
                    open = Some((info.trim().to_owned(), String::new()));
                }
            }
        }
    }
    blocks
}

/// The file holds this text; with `UPDATE` in the environment it is written first.
///
/// # Panics
///
/// Where it holds something else.
#[track_caller]
pub fn assert_file(path: &Path, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        if let Some(folder) = path.parent() {
            _ = std::fs::create_dir_all(folder);
        }
        _ = std::fs::write(path, text);
    }
    let found = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert!(found == text, "{} is not current: UPDATE=1 cargo test writes it", path.display());
}
