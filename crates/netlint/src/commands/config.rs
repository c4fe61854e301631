//! `netlint config`: what is in force, as a `netlint.toml` that would say the same.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use session::Config;
use toml::Value;

use crate::args::{ConfigArgs, Global};
use crate::commands::open;
use crate::report::names::interval;
use crate::report::style;

pub(crate) fn run(args: &ConfigArgs, global: &Global) -> Result<ExitCode> {
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    if args.schema {
        serde_json::to_writer_pretty(&mut out, &session::schema())?;
        writeln!(out)?;
    } else {
        write(&open::config_here(global)?, &mut out)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// A line, and the keys one of which says it; the nearest first. No key: a title.
struct Line {
    text: String,
    keys: Vec<String>,
}

fn write(config: &Config, out: &mut impl Write) -> Result<()> {
    let file = config.path.as_ref().map_or_else(PathBuf::new, Clone::clone);
    match &config.path {
        Some(path) => writeln!(out, "# what is in force, with {}", path.display())?,
        None => writeln!(out, "# what is in force; there is no netlint.toml here or above")?,
    }
    let parts = [top(config), circles(config), verbs(config), front_matter(config), rules(config)];
    let lines: Vec<Line> = parts.into_iter().flatten().collect();
    let width = lines.iter().map(|line| line.text.chars().count()).filter(|width| *width <= WIDEST).max();
    for line in lines {
        if line.keys.is_empty() {
            let title = if line.text.is_empty() { String::new() } else { style::bold(&line.text) };
            writeln!(out, "{title}")?;
            continue;
        }
        let said = line.keys.iter().find_map(|key| config.sources.get(key));
        let source = said.map_or("default".to_owned(), |at| format!("{}:{at}", file.display()));
        let gap = width.unwrap_or_default().saturating_sub(line.text.chars().count());
        writeln!(out, "{}{:gap$}  {}", line.text, "", style::dim(&format!("# {source}")))?;
    }
    overrides(config, out)
}

/// Sources behind longer lines stand where those end.
const WIDEST: usize = 60;

fn line(key: &str, value: impl Into<Value>, keys: &[&str]) -> Line {
    Line { text: format!("{key} = {}", value.into()), keys: keys.iter().map(|&key| key.to_owned()).collect() }
}

fn title(text: impl Into<String>) -> [Line; 2] {
    [Line { text: String::new(), keys: Vec::new() }, Line { text: text.into(), keys: Vec::new() }]
}

fn top(config: &Config) -> Vec<Line> {
    let settings = &config.settings;
    let texts = |texts: &[String]| Value::from(texts.to_vec());
    let circle = settings.default_circle.map(|at| settings.circles[at].name.clone());
    let mut lines = vec![
        line("include", texts(&config.include.patterns), &["include"]),
        line("exclude", texts(&config.exclude.patterns), &["exclude"]),
        line("people", texts(&config.people.patterns), &["people"]),
        line("language", settings.language.code(), &["language"]),
        line("fail-on", config.fail_on.map_or("never", check::Level::name), &["fail-on"]),
        line("fields", texts(&settings.fields), &["fields"]),
    ];
    lines.push(match circle {
        Some(name) => line("default-circle", name, &["default-circle"]),
        None => Line { text: "# no default-circle".to_owned(), keys: vec!["default-circle".to_owned()] },
    });
    lines
}

fn circles(config: &Config) -> Vec<Line> {
    let mut lines = Vec::new();
    for circle in &config.settings.circles {
        let name = &circle.name;
        lines.extend(title(format!("[circles.{}]", key(name))));
        if circle.size != u32::MAX {
            lines.push(line("size", i64::from(circle.size), &[&format!("circles.{name}.size")]));
        }
        let every = circle.every.map_or("never".to_owned(), interval);
        lines.push(line("every", every, &[&format!("circles.{name}.every")]));
    }
    lines
}

fn verbs(config: &Config) -> Vec<Line> {
    let verb = |(name, like): &(String, String)| {
        let [gap, title] = title(format!("[verbs.{}]", key(name)));
        [gap, title, line("like", like.as_str(), &[&format!("verbs.{name}.like")])]
    };
    config.verbs.iter().flat_map(verb).collect()
}

fn front_matter(config: &Config) -> Vec<Line> {
    let all = &config.settings.front_matter;
    if all.is_empty() {
        return Vec::new();
    }
    let entry =
        |(theirs, ours): &(String, String)| line(&key(theirs), ours.as_str(), &[&format!("frontmatter.{theirs}")]);
    title("[frontmatter]").into_iter().chain(all.iter().map(entry)).collect()
}

fn rules(config: &Config) -> Vec<Line> {
    let mut lines: Vec<Line> = title("[rules]").into();
    for rule in config.levels.rules() {
        let (name, group) = (rule.name, rule.group.name());
        let level = config.levels.level(rule).map_or("off", check::Level::name);
        let keys = [name, group, "all"].map(|it| [format!("rules.{it}"), format!("rules.{it}.level")]).concat();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        lines.push(line(&format!("{name}.level"), level, &keys));
        for option in rule.options {
            let number = config.levels.number(name, option.name).unwrap_or(option.default);
            let own = format!("{name}.{}", option.name);
            lines.push(line(&own, i64::from(number), &[&format!("rules.{own}")]));
        }
    }
    lines
}

fn overrides(config: &Config, out: &mut impl Write) -> Result<()> {
    let (file, at) = (config.path.clone().unwrap_or_default(), config.sources.get("overrides"));
    for it in &config.overrides {
        let source = at.map_or(String::new(), |at| format!("  # {}:{at}", file.display()));
        writeln!(out, "\n{}{}", style::bold("[[overrides]]"), style::dim(&source))?;
        writeln!(out, "files = {}", Value::from(it.files.clone()))?;
        let rules = it.rules.iter().map(|(rule, level)| (rule.clone(), Value::from(level.as_str())));
        writeln!(out, "rules = {}", Value::Table(rules.collect()))?;
    }
    Ok(())
}

/// A key as TOML writes it: in quotation marks where it is no bare one.
fn key(name: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if !name.is_empty() && name.bytes().all(is_bare) { name.to_owned() } else { Value::from(name).to_string() }
}
