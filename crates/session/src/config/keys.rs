//! The keys of `netlint.toml`, and the schema that editors complete and check them with.

use check::{Group, Setting};
use journal::KEYS as FIELDS;
use messages::Language;
use serde_json::{Map, Value, json};

use super::Config;

/// A key at the top of the file.
#[derive(Clone, Copy, Debug)]
pub struct TopKey {
    /// As it is written.
    pub name: &'static str,
    /// What it means, in one sentence.
    pub docs: &'static str,
}

const fn key(name: &'static str, docs: &'static str) -> TopKey {
    TopKey { name, docs }
}

/// Every key at the top of the file, in the order in which people should read them.
pub const TOP: &[TopKey] = &[
    key("include", "Globs of the journals, relative to the folder of this file."),
    key("exclude", "Globs of files that are no journals although `include` matches them."),
    key(
        "people",
        "Globs of files that are one person's page each: the first heading, else the file's name, is the person.",
    ),
    key("language", "The language of messages, and of a second set of verbs beside the English ones."),
    key("default-circle", "The circle of people who name neither a circle nor a cadence."),
    key("fail-on", "From which level on `netlint check` exits with 1."),
    key("fields", "Keys of fields beside the known ones."),
    key(
        "circles",
        "Circles of people who are equally close: how many they can hold, and how often they want to hear from you.",
    ),
    key("verbs", "Verbs of your own, each like one that netlint knows."),
    key("frontmatter", "What the keys of a vault's front matter mean: its own name, netlint's name."),
    key("rules", "Levels and options of rules, and levels of groups of rules."),
    key("rule", "Rules of your own; more of them in `rules/*.toml` beside this file."),
    key("overrides", "Levels for some files; later ones win."),
];

const LEVELS: [&str; 4] = ["off", "info", "warning", "error"];

/// The JSON Schema of `netlint.toml`, draft 2020-12.
pub fn schema() -> Value {
    let properties: Map<String, Value> = TOP.iter().map(|key| (key.name.to_owned(), described(key))).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://raw.githubusercontent.com/netlint/netlint/main/docs/netlint.schema.json",
        "title": "netlint.toml",
        "description": "The configuration of netlint. Without any key the defaults are in force.",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    })
}

fn described(key: &TopKey) -> Value {
    let mut value = of(key.name);
    value["description"] = key.docs.into();
    value
}

fn of(key: &str) -> Value {
    let texts = || json!({ "type": "array", "items": { "type": "string" } });
    let default = Config::default();
    match key {
        "include" => json!({ "type": "array", "items": { "type": "string" }, "default": default.include.patterns }),
        "language" => {
            let codes = Language::ALL.map(Language::code);
            json!({ "enum": codes, "default": Language::default().code() })
        }
        "default-circle" => json!({ "type": "string" }),
        "fail-on" => json!({ "enum": ["never", "info", "warning", "error"], "default": "error" }),
        "circles" => {
            let circles = default.settings.circles.iter();
            let known: Map<String, Value> = circles.map(|it| (it.name.clone(), circle(it.size, it.every))).collect();
            json!({ "type": "object", "properties": known, "additionalProperties": circle(u32::MAX, None) })
        }
        "verbs" => {
            let like = json!({ "type": "string", "description": "A verb that netlint knows." });
            let verb = json!({ "type": "object", "properties": { "like": like }, "required": ["like"], "additionalProperties": false });
            json!({ "type": "object", "additionalProperties": verb })
        }
        "frontmatter" => {
            let fields: Vec<&str> = FIELDS.iter().map(|field| field.name).collect();
            json!({ "type": "object", "additionalProperties": { "type": "string", "examples": fields } })
        }
        "rule" => json!({ "type": "array", "items": own() }),
        "rules" => rules(true),
        "overrides" => json!({
            "type": "array",
            "items": {
                "type": "object",
                "properties": { "files": texts(), "rules": rules(false) },
                "required": ["files", "rules"],
                "additionalProperties": false,
            },
        }),
        _ => texts(),
    }
}

fn circle(size: u32, every: Option<journal::Interval>) -> Value {
    let mut number =
        json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX, "description": "How many people it can hold." });
    let mut cadence = json!({
        "type": "string",
        "description": "How often they want to hear from you: weekly, monthly, quarterly, yearly, never, or a number of days, weeks, months or years.",
        "examples": ["weekly", "2 weeks", "monthly", "never"],
    });
    if size != u32::MAX {
        number["default"] = size.into();
    }
    if let Some(every) = every {
        cadence["default"] = every.to_string().trim_start_matches("every ").into();
    }
    json!({ "type": "object", "properties": { "size": number, "every": cadence }, "additionalProperties": false })
}

fn rules(with_options: bool) -> Value {
    let mut properties = Map::new();
    let mut insert = |name: &str, level: Value, options: &[Setting], docs: String| {
        let mut value = if with_options { level_or_table(&level, options) } else { level };
        value["description"] = docs.into();
        properties.insert(name.to_owned(), value);
    };
    let level = || json!({ "enum": LEVELS });
    insert("all", level(), &[], "All rules.".to_owned());
    for group in Group::ALL {
        let docs = format!("The group {}: {}.", group.name(), group.motto(Language::English));
        insert(group.name(), level(), &[], docs);
    }
    for rule in check::rules() {
        let mut level = level();
        level["default"] = rule.level.name().into();
        insert(rule.name, level, rule.options, format!("{}. {}", rule.summary(), check::url(rule)));
    }
    let own = format!("The group {}: {}.", Group::Own.name(), Group::Own.motto(Language::English));
    insert(Group::Own.name(), level(), &[], own);
    // Rules of one's own have names that nobody else knows.
    let more = if with_options { level_or_table(&level(), &[]) } else { level() };
    json!({ "type": "object", "properties": properties, "additionalProperties": more })
}

/// A rule of one's own.
fn own() -> Value {
    let text = |docs: &str| json!({ "type": "string", "description": docs });
    let example = json!({
        "type": "object",
        "properties": {
            "today": text("The day of the check: YYYY-MM-DD."),
            "wrong": text("A journal, with carets and the message below what must be found."),
            "right": text("A journal in which nothing is found."),
        },
        "required": ["today"],
        "additionalProperties": false,
    });
    json!({
        "type": "object",
        "properties": {
            "name": text("Its name, in kebab case; no built-in rule may have it."),
            "for": json!({ "enum": ["person", "entry"], "description": "What it looks at." }),
            "when": text("A condition: what it finds."),
            "message": text("What it says: the fact, with {expressions}."),
            "help": text("What to do, with {expressions}."),
            "level": json!({ "enum": &LEVELS[1..], "default": "warning" }),
            "docs": text("Its page, in Markdown; the first line says what it finds."),
            "test": json!({ "type": "array", "items": example }),
        },
        "required": ["name", "for", "when", "message"],
        "additionalProperties": false,
    })
}

/// `"warning"`, or `{ level = "warning", option = 3 }`.
fn level_or_table(level: &Value, options: &[Setting]) -> Value {
    let number = |option: &Setting| json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX, "default": option.default, "description": option.docs });
    let options = options.iter().map(|option| (option.name.to_owned(), number(option)));
    let table: Map<String, Value> = std::iter::once(("level".to_owned(), level.clone())).chain(options).collect();
    json!({ "oneOf": [level, { "type": "object", "properties": table, "additionalProperties": false }] })
}
