//! Rules of one's own: `[[rule]]` in `netlint.toml`, and in `rules/*.toml` beside it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use check::{Level, Rule};
use journal::Day;
use plugin::{About, Definition, Example};
use syntax::LineIndex;
use toml::de::DeValue;

use super::read::{Value, Wrong, at, entries, known, level, parse, string};
use super::{Config, ConfigError};

/// A rule of one's own with its examples.
#[derive(Clone, Debug)]
pub struct Tested {
    /// The rule.
    pub rule: &'static Rule,
    /// Where it stands: `netlint.toml:12`.
    pub origin: String,
    /// Its examples.
    pub examples: Vec<Example>,
}

/// The files with rules beside the configuration at `path`, in order of their names.
pub(super) fn files(path: &Path) -> Result<Vec<(PathBuf, String)>, ConfigError> {
    let folder = path.with_file_name("rules");
    // "netlint.toml" alone stands for the current folder.
    let found = match std::fs::read_dir(&folder) {
        Ok(found) => found,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(Vec::new()),
        Err(error) => return Err(ConfigError::unreadable(&folder, &error)),
    };
    let paths: Result<Vec<PathBuf>, _> = found.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = paths.map_err(|error| ConfigError::unreadable(&folder, &error))?;
    paths.retain(|path| path.extension().is_some_and(|it| it == "toml") && path.is_file());
    paths.sort();
    let read = |path: PathBuf| match std::fs::read_to_string(&path) {
        Ok(text) => Ok((path, text)),
        Err(error) => Err(ConfigError::unreadable(&path, &error)),
    };
    paths.into_iter().map(read).collect()
}

/// Takes the rules of a file of their own over.
pub(super) fn read_file(config: &mut Config, path: &Path, text: &str) -> Result<(), ConfigError> {
    let mut read_all = || {
        let table = parse(text)?;
        for (key, value) in table.get_ref() {
            known(key, ["rule"].into_iter(), "key of a file of rules")?;
            read(config, path, text, value)?;
        }
        Ok(())
    };
    read_all().map_err(|wrong| ConfigError::at(path, text, wrong))
}

/// Takes the rules of a list over; the text at `path` says where they stand.
pub(super) fn read(config: &mut Config, path: &Path, text: &str, value: &Value<'_>) -> Result<(), Wrong> {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    for rule in list(value, "[[rule]]")? {
        let line = LineIndex::new(text).position(text, rule.span().start as u32).line;
        one(config, format!("{file}:{line}"), rule)?;
    }
    Ok(())
}

const KEYS: [&str; 8] = ["name", "for", "when", "message", "help", "level", "docs", "test"];

fn one(config: &mut Config, origin: String, value: &Value<'_>) -> Result<(), Wrong> {
    let entries = entries(value)?;
    for (key, _) in &entries {
        known(key, KEYS.into_iter(), "key of a rule")?;
    }
    let get = |name: &str| entries.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| *value);
    let text = |name: &str| get(name).map(string).transpose().map(|text| text.map(str::to_owned));
    let needed = |name: &str| text(name)?.ok_or_else(|| at(value, format!("a rule needs `{name}`")));
    let about = match needed("for")?.as_str() {
        "person" => About::Person,
        "entry" => About::Entry,
        other => {
            return Err(at(
                get("for").unwrap_or(value),
                format!("a rule is for `person` or `entry`, not for `{other}`"),
            ));
        }
    };
    let level = get("level").map(|it| level(it, "off")).transpose()?.flatten().unwrap_or(Level::Warning);
    let definition = Definition {
        name: needed("name")?,
        about,
        when: needed("when")?,
        message: needed("message")?,
        help: text("help")?,
        level,
        docs: text("docs")?,
        origin: origin.clone(),
    };
    let rule = plugin::compile(&definition).map_err(|wrong| at(get(wrong.key).unwrap_or(value), wrong.message))?;
    if !config.levels.add(rule) {
        let taken = format!("`{}` is the name of another rule or group", rule.name);
        return Err(at(get("name").unwrap_or(value), taken));
    }
    let mut examples = Vec::new();
    for test in get("test").map(|it| list(it, "[[rule.test]]")).transpose()?.into_iter().flatten() {
        example(test, &mut examples)?;
    }
    config.tested.push(Tested { rule, origin, examples });
    Ok(())
}

fn example(value: &Value<'_>, examples: &mut Vec<Example>) -> Result<(), Wrong> {
    let entries = entries(value)?;
    let get = |name: &str| entries.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| *value);
    for (key, _) in &entries {
        known(key, ["today", "wrong", "right"].into_iter(), "key of a test")?;
    }
    let day = get("today").ok_or_else(|| at(value, "a test needs `today`".to_owned()))?;
    let today = Day::parse(string(day)?).ok_or_else(|| at(day, "a day is expected here: \"2026-11-22\"".to_owned()))?;
    let mut is_empty = true;
    for name in ["wrong", "right"] {
        let Some(journal) = get(name) else { continue };
        let text = string(journal)?.to_owned();
        let has_marks = text.lines().any(|line| line.trim_start_matches(' ').starts_with('^'));
        if has_marks != (name == "wrong") {
            let message = if has_marks { "what is right has no carets" } else { "what is wrong needs carets below it" };
            return Err(at(journal, message.to_owned()));
        }
        examples.push(Example { today, text });
        is_empty = false;
    }
    if is_empty { Err(at(value, "a test needs `wrong` or `right`".to_owned())) } else { Ok(()) }
}

fn list<'t, 'a>(value: &'t Value<'a>, form: &str) -> Result<&'t [Value<'a>], Wrong> {
    match value.get_ref() {
        DeValue::Array(all) => Ok(all),
        _ => Err(at(value, format!("a list is expected here: write `{form}`"))),
    }
}
