//! Reads `netlint.toml`, and says where it is wrong and what would be right.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use check::{Level, Levels, Rule, Selector};
use globset::{Glob, GlobBuilder};
use journal::{Circle, Interval, KEYS, Reader, Span, Vocabulary};
use messages::Language;
use syntax::{Every, LineIndex};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::TOP;
use super::{Config, Globs, Override, own};

/// Why a configuration cannot be used: one sentence, with the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The file.
    pub path: PathBuf,
    /// Line and column from 1, the column in characters; `None` where the file cannot be read at all.
    pub place: Option<(u32, u32)>,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.path.display())?;
        if let Some((line, column)) = self.place {
            write!(f, "{line}:{column}:")?;
        }
        write!(f, " {}", self.message)
    }
}

impl std::error::Error for ConfigError {}

impl ConfigError {
    pub(super) fn at(path: &Path, text: &str, (range, message): Wrong) -> Self {
        let position = LineIndex::new(text).position(text, range.start as u32);
        Self { path: path.to_owned(), place: Some((position.line, position.column)), message }
    }

    pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Self {
        Self { path: path.to_owned(), place: None, message: format!("cannot be read: {error}") }
    }
}

/// The tables and values of a text, with their places.
pub(super) fn parse(text: &str) -> Result<Table<'_>, Wrong> {
    DeTable::parse(text).map_err(|error| (error.span().unwrap_or(0..0), error.message().to_owned()))
}

/// A place and what is wrong there.
pub(super) type Wrong = (Range<usize>, String);
pub(super) type Table<'a> = Spanned<DeTable<'a>>;
pub(super) type Value<'a> = Spanned<DeValue<'a>>;
type Key<'a> = Spanned<std::borrow::Cow<'a, str>>;

pub(super) fn read(path: &Path, text: &str, own: &[(PathBuf, String)]) -> Result<Config, ConfigError> {
    let wrong = |wrong| ConfigError::at(path, text, wrong);
    let table = parse(text).map_err(wrong)?;
    let mut config = Config { path: Some(path.to_owned()), ..Config::default() };
    // First, since levels may name them.
    if let Some(value) = table.get_ref().get("rule") {
        own::read(&mut config, path, text, value).map_err(wrong)?;
    }
    for (path, text) in own {
        own::read_file(&mut config, path, text)?;
    }
    top(&mut config, &table).map_err(wrong)?;
    let lines = LineIndex::new(text);
    sources(table.get_ref(), "", &mut |path, at: usize| _ = config.sources.insert(path, lines.line(at as u32) + 1));
    Ok(config)
}

fn top(config: &mut Config, table: &Table<'_>) -> Result<(), Wrong> {
    let get = |name: &str| table.get_ref().iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value);
    for (key, _) in table.get_ref() {
        known(key, TOP.iter().map(|key| key.name), "key")?;
    }
    if let Some(value) = get("include") {
        config.include = globs(value)?;
    }
    if let Some(value) = get("exclude") {
        config.exclude = globs(value)?;
    }
    if let Some(value) = get("people") {
        config.people = globs(value)?;
    }
    if let Some(value) = get("language") {
        let code = string(value)?;
        let language = Language::from_code(code);
        let unknown = || at(value, format!("there is no language `{code}`: `en` or `de`"));
        config.settings.language = language.ok_or_else(unknown)?;
        config.settings.vocabulary = Vocabulary::new(config.settings.language);
    }
    if let Some(value) = get("fail-on") {
        config.fail_on = match string(value)? {
            "never" => None,
            _ => level(value, "never")?,
        };
    }
    if let Some(value) = get("fields") {
        config.settings.fields = strings(value)?.into_iter().map(|value| value.1.to_owned()).collect();
    }
    for (name, value) in get("circles").map(entries).transpose()?.unwrap_or_default() {
        circle(config, name, value)?;
    }
    if let Some(value) = get("default-circle") {
        let name = string(value)?;
        let index = config.settings.circle(name);
        let names = config.settings.circles.iter().map(|circle| circle.name.as_str());
        config.settings.default_circle = Some(index.ok_or_else(|| at(value, unknown("circle", name, names)))?);
    }
    for (name, value) in get("verbs").map(entries).transpose()?.unwrap_or_default() {
        verb(config, name, value)?;
    }
    for (name, value) in get("frontmatter").map(entries).transpose()?.unwrap_or_default() {
        let ours = string(value)?;
        if !config.settings.knows_key(ours) {
            return Err(at(value, unknown("field", ours, KEYS.iter().map(|key| key.name))));
        }
        config.settings.front_matter.push((name.get_ref().to_string(), ours.to_owned()));
    }
    if let Some(value) = get("rules") {
        rules(config, value)?;
    }
    if let Some(value) = get("overrides") {
        overrides(config, value)?;
    }
    let max_recipients = config.levels.number("mass-message", "max-recipients");
    config.settings.max_recipients = max_recipients.unwrap_or(config.settings.max_recipients);
    Ok(())
}

/// Tells of each value where it stands; its keys are joined by dots. A list is one value.
fn sources(table: &DeTable<'_>, above: &str, tell: &mut impl FnMut(String, usize)) {
    for (key, value) in table {
        let path = format!("{above}{}", key.get_ref());
        match value.get_ref() {
            DeValue::Table(inner) => sources(inner, &format!("{path}."), tell),
            _ => tell(path, key.span().start),
        }
    }
}

fn circle(config: &mut Config, name: &Key<'_>, value: &Value<'_>) -> Result<(), Wrong> {
    let circles = &mut config.settings.circles;
    let existing = circles.iter().position(|circle| circle.name == *name.get_ref());
    let mut circle = match existing {
        Some(index) => circles[index].clone(),
        None => Circle { name: name.get_ref().to_string(), size: u32::MAX, every: None },
    };
    for (key, value) in entries(value)? {
        match key.get_ref().as_ref() {
            "size" => circle.size = number(value)?,
            "every" => circle.every = every(value)?,
            _ => known(key, ["size", "every"].into_iter(), "key of a circle")?,
        }
    }
    match existing {
        Some(index) => circles[index] = circle,
        None => circles.push(circle),
    }
    Ok(())
}

fn every(value: &Value<'_>) -> Result<Option<Interval>, Wrong> {
    let text = string(value)?;
    let every = Reader::default().every(text, Span::new(0, text.len() as u32));
    let every: Every = every.ok_or_else(|| {
        at(value, format!("`{text}` is no interval: `weekly`, `monthly`, `quarterly`, `yearly`, `never` or `3 weeks`"))
    })?;
    Ok(Interval::of(every))
}

fn verb(config: &mut Config, name: &Key<'_>, value: &Value<'_>) -> Result<(), Wrong> {
    let mut like = None;
    for (key, value) in entries(value)? {
        known(key, ["like"].into_iter(), "key of a verb")?;
        like = Some(value);
    }
    let Some(like) = like else {
        return Err((
            name.span(),
            format!("the verb `{0}` needs `like`, as in `[verbs.{0}]` `like = \"meet\"`", name.get_ref()),
        ));
    };
    let vocabulary = &mut config.settings.vocabulary;
    if !vocabulary.add(name.get_ref(), string(like)?) {
        return Err(at(like, unknown("verb", string(like)?, vocabulary.words())));
    }
    config.verbs.push((name.get_ref().to_string(), string(like)?.to_owned()));
    Ok(())
}

fn rules(config: &mut Config, value: &Value<'_>) -> Result<(), Wrong> {
    for (selector, key, value) in selected(&config.levels, value)? {
        match value.get_ref() {
            DeValue::Table(options) => {
                for (option, value) in options {
                    if option.get_ref() == "level" {
                        config.levels.set(selector, level(value, "off")?);
                    } else {
                        rule_option(config, key, selector, option, value)?;
                    }
                }
            }
            _ => config.levels.set(selector, level(value, "off")?),
        }
    }
    Ok(())
}

fn rule_option(
    config: &mut Config,
    key: &Key<'_>,
    selector: Selector,
    option: &Key<'_>,
    value: &Value<'_>,
) -> Result<(), Wrong> {
    let Selector::Rule(rule) = selector else {
        return Err((option.span(), format!("the group `{}` has only a `level`", key.get_ref())));
    };
    if config.levels.set_number(rule, option.get_ref(), number(value)?) {
        return Ok(());
    }
    let names = |rule: &'static Rule| rule.options.iter().map(|option| option.name).chain(["level"]);
    known(option, names(rule), &format!("option of {}", rule.name))
}

fn overrides(config: &mut Config, value: &Value<'_>) -> Result<(), Wrong> {
    let DeValue::Array(all) = value.get_ref() else {
        return Err(at(value, "`overrides` is a list: write `[[overrides]]`".to_owned()));
    };
    for one in all {
        let (mut files, mut rules) = (None, None);
        for (key, value) in entries(one)? {
            match key.get_ref().as_ref() {
                "files" => files = Some(value),
                "rules" => rules = Some(value),
                _ => known(key, ["files", "rules"].into_iter(), "key of an override")?,
            }
        }
        let (Some(files), Some(rules)) = (files, rules) else {
            return Err(at(one, "an override needs `files` and `rules`".to_owned()));
        };
        let globs: Vec<Glob> =
            strings(files)?.into_iter().map(|(value, text)| glob(value, text)).collect::<Result<_, _>>()?;
        let said =
            entries(rules)?.into_iter().map(|(key, value)| Ok((key.get_ref().to_string(), string(value)?.to_owned())));
        config.overrides.push(Override {
            files: globs.iter().map(|glob| glob.glob().to_owned()).collect(),
            rules: said.collect::<Result<_, Wrong>>()?,
        });
        for (selector, _, value) in selected(&config.levels, rules)? {
            config.levels.set_for_files(&globs, selector, level(value, "off")?);
        }
    }
    Ok(())
}

type Selected<'t, 'a> = (Selector, &'t Key<'a>, &'t Value<'a>);

/// What is said of all rules, then of groups, then of single rules: what comes later wins, so the order in which it
/// is written does not matter.
fn selected<'t, 'a>(levels: &Levels, value: &'t Value<'a>) -> Result<Vec<Selected<'t, 'a>>, Wrong> {
    let mut selected = Vec::new();
    for (key, value) in entries(value)? {
        let name = key.get_ref();
        let unknown = || {
            (
                key.span(),
                unknown("rule or group", name, Selector::all_names().chain(levels.own().map(|rule| rule.name))),
            )
        };
        selected.push((levels.selector(name).ok_or_else(unknown)?, key, value));
    }
    selected.sort_by_key(|(selector, ..)| match selector {
        Selector::All => 0,
        Selector::Group(_) => 1,
        Selector::Rule(_) => 2,
    });
    Ok(selected)
}

/// A level; `None` for the word that means none.
pub(super) fn level(value: &Value<'_>, none: &str) -> Result<Option<Level>, Wrong> {
    match string(value)? {
        "info" => Ok(Some(Level::Info)),
        "warning" => Ok(Some(Level::Warning)),
        "error" => Ok(Some(Level::Error)),
        word if word == none => Ok(None),
        other => Err(at(value, format!("there is no level `{other}`: `{none}`, `info`, `warning` or `error`"))),
    }
}

fn globs(value: &Value<'_>) -> Result<Globs, Wrong> {
    let globs: Vec<Glob> =
        strings(value)?.into_iter().map(|(value, text)| glob(value, text)).collect::<Result<_, _>>()?;
    Globs::new(&globs).map_err(|error| at(value, error.to_string()))
}

fn glob(value: &Value<'_>, text: &str) -> Result<Glob, Wrong> {
    GlobBuilder::new(text).literal_separator(true).build().map_err(|error| at(value, error.to_string()))
}

pub(super) fn entries<'t, 'a>(value: &'t Value<'a>) -> Result<Vec<(&'t Key<'a>, &'t Value<'a>)>, Wrong> {
    match value.get_ref() {
        DeValue::Table(table) => Ok(table.iter().collect()),
        _ => Err(at(value, "a table is expected here".to_owned())),
    }
}

fn strings<'t>(value: &'t Value<'_>) -> Result<Vec<(&'t Value<'t>, &'t str)>, Wrong> {
    match value.get_ref() {
        DeValue::Array(all) => all.iter().map(|value| Ok((value, string(value)?))).collect(),
        _ => Err(at(value, "a list of texts is expected here, as in `[\"one\", \"two\"]`".to_owned())),
    }
}

pub(super) fn string<'t>(value: &'t Value<'_>) -> Result<&'t str, Wrong> {
    match value.get_ref() {
        DeValue::String(text) => Ok(text),
        _ => Err(at(value, "a text in quotation marks is expected here".to_owned())),
    }
}

fn number(value: &Value<'_>) -> Result<u32, Wrong> {
    let number = match value.get_ref() {
        DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
        _ => None,
    };
    number.ok_or_else(|| at(value, "a whole number from 0 is expected here".to_owned()))
}

pub(super) fn at(value: &Value<'_>, message: String) -> Wrong {
    (value.span(), message)
}

pub(super) fn known<'n>(key: &Key<'_>, names: impl Iterator<Item = &'n str> + Clone, what: &str) -> Result<(), Wrong> {
    let name = key.get_ref();
    if names.clone().any(|known| known == name) { Ok(()) } else { Err((key.span(), unknown(what, name, names))) }
}

/// "unknown key `inclued`; did you mean `include`?", or all names where none is near.
fn unknown<'n>(what: &str, name: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    match check::nearest(name, names.iter().copied(), 3) {
        Some(near) => format!("unknown {what} `{name}`; did you mean `{near}`?"),
        None if names.len() > 20 => format!("unknown {what} `{name}`"),
        None => format!("unknown {what} `{name}`; known are `{}`", names.join("`, `")),
    }
}
