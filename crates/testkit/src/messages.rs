//! Proves that what a program says is written in both languages, and that what is written is said.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use messages::{Language, Texts, common};

/// Messages by id, each with its variables.
pub type Said = BTreeMap<String, BTreeSet<String>>;

/// All sources in a folder and those in it, one after the other.
///
/// # Errors
///
/// Where one cannot be read.
pub fn code(folder: &Path) -> io::Result<String> {
    let paths: io::Result<Vec<PathBuf>> = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect();
    let mut paths = paths?;
    paths.sort();
    let read = |path: &PathBuf| if path.is_dir() { code(path) } else { Ok(std::fs::read_to_string(path)? + "\n") };
    paths.iter().map(read).collect()
}

/// The messages of a Fluent text, each with its variables and those of the messages that it refers to.
pub fn read(source: &str) -> Said {
    resolve(&entries(source))
}

/// The texts can be read, say the same in both languages, and are what `code` says with `say!`: the same ids with the
/// same variables. Ids of `german_only` must stand in the German text, and only there.
///
/// # Panics
///
/// Where one of that is not so.
#[track_caller]
pub fn assert_texts(whose: &str, texts: &Texts, code: &str, german_only: &[&str]) {
    assert_eq!(texts.errors(), Vec::<String>::new(), "{whose}");
    let own = |language| {
        let source = texts.source(language);
        let all = read(&(source.clone() + "\n" + common(language)));
        let own: Said = entries(&source).into_keys().map(|id| (id.clone(), all[&id].clone())).collect();
        own
    };
    let (english, mut german) = (own(Language::English), own(Language::German));
    for id in german_only {
        assert!(german.remove(*id).is_some(), "{whose}: no German `{id}`");
    }
    assert_eq!(english, german, "{whose}; left: English, right: German");
    let said = said(code);
    // What only other texts refer to needs no code.
    let references: BTreeSet<String> =
        entries(&texts.source(Language::English)).values().flat_map(|entry| entry.references.clone()).collect();
    let english: Said =
        english.into_iter().filter(|(id, _)| said.contains_key(id) || !references.contains(id)).collect();
    assert_eq!(english, said, "{whose}; left: the texts, right: `say!` in the code");
}

/// What code says: the ids and variables of each `say!`, tests left out.
///
/// # Panics
///
/// Where one message is said with different variables.
pub fn said(code: &str) -> Said {
    let mut all = Said::new();
    for file in code.split("\n//! ") {
        let code = file.split("#[cfg(test)]").next().unwrap_or_default();
        let code: String = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .map(|line| line.to_owned() + "\n")
            .collect();
        for call in code.split("say!(").skip(1) {
            let parts = arguments(call);
            let id = parts.get(1).map(|id| id.trim_matches('"').to_owned()).unwrap_or_default();
            let name = |part: &String| part.split('=').next().unwrap_or_default().trim().to_owned();
            let names: BTreeSet<String> = parts.iter().skip(2).map(name).collect();
            let before = all.entry(id.clone()).or_insert_with(|| names.clone());
            assert_eq!(*before, names, "{id} is said with different variables");
        }
    }
    all
}

/// The arguments of a macro, up to its closing parenthesis.
fn arguments(call: &str) -> Vec<String> {
    let (mut parts, mut depth, mut quoted, mut escaped) = (vec![String::new()], 0, false, false);
    for c in call.chars() {
        match c {
            '"' if !escaped => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' if !quoted && depth == 0 => break,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        escaped = c == '\\' && !escaped;
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

#[derive(Default)]
struct Entry {
    variables: BTreeSet<String>,
    references: BTreeSet<String>,
}

/// The messages of a Fluent text: what stands in braces is a variable with `$`, else a reference.
fn entries(source: &str) -> BTreeMap<String, Entry> {
    let mut all: BTreeMap<String, Entry> = BTreeMap::new();
    let mut id = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            name.clone_into(&mut id);
            all.entry(id.clone()).or_default();
        }
        let Some(entry) = all.get_mut(&id) else { continue };
        for inside in line.split('{').skip(1) {
            let inside = inside.trim_start();
            let word = |text: &str| -> String {
                text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect()
            };
            if let Some(variable) = inside.strip_prefix('$') {
                entry.variables.insert(word(variable));
            } else if inside.starts_with(|c: char| c.is_ascii_lowercase()) {
                entry.references.insert(word(inside));
            }
        }
    }
    all
}

fn resolve(entries: &BTreeMap<String, Entry>) -> Said {
    fn collect(id: &str, entries: &BTreeMap<String, Entry>, into: &mut BTreeSet<String>) {
        assert!(entries.contains_key(id), "a text refers to `{id}`, which is none");
        into.extend(entries[id].variables.iter().cloned());
        for other in &entries[id].references {
            collect(other, entries, into);
        }
    }
    let variables = |id: &String| {
        let mut all = BTreeSet::new();
        collect(id, entries, &mut all);
        (id.clone(), all)
    };
    entries.keys().map(variables).collect()
}

#[cfg(test)]
mod tests {
    use super::{read, said};

    #[test]
    fn variables_are_found_in_texts_and_code() {
        let text =
            "# { $no }\na = { b } of { $who }\nb = { $count ->\n    [one] x\n   *[other] {$count} { \"{\" }\n}\n";
        assert_eq!(format!("{:?}", read(text)), r#"{"a": {"count", "who"}, "b": {"count"}}"#);
        let code = "say!(check, \"a\", who = at(x, \"),\"), count);\n// say!(no, \"no\")\nsay!(it, \"b\",\n count = 1)";
        assert_eq!(format!("{:?}", said(code)), r#"{"a": {"count", "who"}, "b": {"count"}}"#);
    }

    #[test]
    #[should_panic(expected = "refers to `c`")]
    fn a_reference_to_nothing_is_found() {
        read("a = { c }");
    }
}
