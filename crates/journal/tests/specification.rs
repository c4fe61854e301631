//! The specification against the code: every example is read, every table compared.

use std::fmt::Write;
use std::path::Path;

use journal::{BUILTIN, Network, Settings, Source, Vocabulary};
use testkit::{Dump, LAST, class_name};

/// A block of the specification: the line of its fence, what follows the fence's marks, its text.
struct Fenced<'a> {
    line: usize,
    info: &'a str,
    body: String,
}

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../grammar/README.md");

fn readme() -> String {
    std::fs::read_to_string(README).unwrap_or_default().replace("\r\n", "\n")
}

/// What may be asked of a journal.
const ANSWERS: [&str; 3] = ["reads", "contacts", "favors"];

#[test]
fn examples_are_read_as_the_specification_says() {
    let readme = readme();
    let mut updated = String::new();
    let mut wrong = String::new();
    let mut sources: Vec<Source> = Vec::new();
    let mut settings = Settings::default();
    let mut open: Option<Fenced> = None;
    let mut unanswered = None;
    for (number, line) in readme.lines().enumerate() {
        let number = number + 1;
        match &mut open {
            Some(block) if line == "```" => {
                match block.info.split(' ').next().unwrap_or_default() {
                    "journal" => {
                        if block.info.contains("language=de") {
                            settings.vocabulary = Vocabulary::new(messages::Language::German);
                        }
                        if let Some((verb, like)) = word(block.info, "verbs=").and_then(|verb| verb.split_once(':')) {
                            assert!(settings.vocabulary.add(verb, like), "line {}", block.line);
                        }
                        sources.push(source(block, &settings));
                        unanswered = Some(block.line);
                        updated += &block.body;
                    }
                    answer if ANSWERS.contains(&answer) => {
                        let read = answered(block.info, &sources, &settings);
                        if read != block.body {
                            _ = write!(wrong, "line {}:\n{}", block.line, difference(&block.body, &read));
                        }
                        unanswered = None;
                        updated += &read;
                    }
                    _ => updated += &block.body,
                }
                open = None;
            }
            Some(block) => {
                block.body += line;
                block.body += "\n";
                continue;
            }
            None => {
                if let Some(info) = line.strip_prefix("```") {
                    let is_answer = ANSWERS.contains(&info.split(' ').next().unwrap_or_default());
                    if !is_answer && unanswered.is_none() {
                        (sources, settings) = (Vec::new(), Settings::default());
                    }
                    if !is_answer
                        && !info.starts_with("journal")
                        && let Some(line) = unanswered.take()
                    {
                        _ = writeln!(wrong, "line {line}: no block says what is read from this one");
                    }
                    open = Some(Fenced { line: number, info, body: String::new() });
                }
            }
        }
        updated += line;
        updated += "\n";
    }
    assert_eq!(unanswered, None, "no block says what is read from the last journal");
    if std::env::var_os("UPDATE").is_none() {
        assert!(
            wrong.is_empty(),
            "grammar/README.md, - as it says, + as it is (UPDATE=1 cargo test writes it):\n{wrong}"
        );
    }
    testkit::assert_file(Path::new(README), &updated);
}

fn source(block: &Fenced<'_>, settings: &Settings) -> Source {
    let text = if block.info.contains("escapes") { unescaped(&block.body) } else { block.body.clone() };
    let page = word(block.info, "page=");
    let path = page.or(word(block.info, "path=")).unwrap_or("a.net.md");
    testkit::source(path, &text, page.is_some(), settings)
}

/// What the info string says for this key.
fn word<'a>(info: &'a str, key: &str) -> Option<&'a str> {
    info.split(' ').find_map(|word| word.strip_prefix(key))
}

fn unescaped(text: &str) -> String {
    let escapes =
        [("\\r", "\r"), ("\\t", "\t"), ("\\u{feff}", "\u{feff}"), ("\\u{a0}", "\u{a0}"), ("\\u{301}", "\u{301}")];
    escapes.iter().fold(text.to_owned(), |text, (escape, meant)| text.replace(escape, meant))
}

fn answered(info: &str, sources: &[Source], settings: &Settings) -> String {
    let network = Network::new(sources.to_vec(), settings);
    let dump = Dump::new(&network, settings);
    match info.split(' ').next() {
        Some("contacts") => dump.contacts(word(info, "today=").map_or(LAST, testkit::day)),
        Some("favors") => dump.favors(),
        _ => dump.reads(),
    }
}

/// The lines of both, those in common once.
fn difference(says: &str, reads: &str) -> String {
    let (says, mut reads): (Vec<_>, Vec<_>) = (says.lines().collect(), reads.lines().collect());
    let mut text = String::new();
    for line in says {
        match reads.iter().position(|other| *other == line) {
            Some(at) => {
                reads.drain(..at).for_each(|new| _ = writeln!(text, "  + {new}"));
                _ = writeln!(text, "    {line}");
                reads.remove(0);
            }
            None => _ = writeln!(text, "  - {line}"),
        }
    }
    for new in reads {
        _ = writeln!(text, "  + {new}");
    }
    text
}

#[test]
fn the_table_of_verbs_is_the_built_in_vocabulary() {
    let words = |words: &[&str]| words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let row = |verb: &journal::Builtin| {
        let cells = [words(&[verb.name]), words(verb.aliases), words(verb.german)];
        let (class, direction) = (class_name(verb.class), verb.direction.name());
        format!("| {} | {} | {} | {class} | {direction} |", cells[0], cells[1], cells[2]).replace("|  |", "| |")
    };
    let expected: Vec<String> = BUILTIN.iter().map(row).collect();
    assert_eq!(table("| verb |"), expected, "the rows should be:\n{}", expected.join("\n"));
}

#[test]
fn the_appendix_lists_the_rules_of_the_grammar() {
    let grammar = include_str!("../../../grammar/journal.pest");
    let expected: Vec<&str> = grammar.lines().filter_map(rule_name).collect();
    let rows = table("| rule |");
    let name = |row: &String| row.split('`').nth(1).unwrap_or_default().to_owned();
    let listed: Vec<String> = rows.iter().map(name).collect();
    assert_eq!(listed, expected, "the rules in the order of the grammar");
    for row in rows {
        assert!(row.split('|').nth(2).is_some_and(|meaning| !meaning.trim().is_empty()), "no meaning: {row}");
    }
}

/// The name that a line of the grammar defines.
fn rule_name(line: &str) -> Option<&str> {
    let (name, body) = line.split_once('=')?;
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    (is_name(name.trim_end()) && !line.starts_with(' ') && body.contains('{')).then_some(name.trim_end())
}

/// The rows below the header that begins so.
fn table(header: &str) -> Vec<String> {
    let readme = readme();
    let rows = readme.lines().skip_while(|line| !line.starts_with(header)).skip(2);
    rows.take_while(|line| line.starts_with('|')).map(str::to_owned).collect()
}
