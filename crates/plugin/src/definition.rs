//! What a rule of one's own says, and the rule that is made of it.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use check::{Broken, Check, Finding, Level, Rule};
use journal::Place;
use rhai::{AST, Dynamic, Map, Scope};

use crate::engine;
use crate::properties::{ENTRY, PERSON, Property, used};
use crate::template::Template;

/// What a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// Each person.
    Person,
    /// Each entry.
    Entry,
}

/// A rule as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Definition {
    /// Its name, in kebab case.
    pub name: String,
    /// What it looks at.
    pub about: About,
    /// The condition.
    pub when: String,
    /// What it says, with expressions in braces.
    pub message: String,
    /// What to do, with expressions in braces.
    pub help: Option<String>,
    /// Its level unless the configuration says otherwise.
    pub level: Level,
    /// Its page, whose first line says what it finds.
    pub docs: Option<String>,
    /// Where it stands: `netlint.toml:12`.
    pub origin: String,
}

/// What of a definition cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The key: `when`.
    pub key: &'static str,
    /// Why, in one line.
    pub message: String,
}

impl About {
    /// Its name in definitions, and the variable of its expressions.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Entry => "entry",
        }
    }
}

/// Rules live as long as the program: the same definition, read again by an editor, is the same rule.
static KNOWN: LazyLock<Mutex<HashMap<Definition, &'static Rule>>> = LazyLock::new(Mutex::default);

/// Makes the rule; its expressions are compiled once.
///
/// # Errors
///
/// Where the name is none, or an expression cannot be understood.
pub fn compile(definition: &Definition) -> Result<&'static Rule, Wrong> {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(rule) = known.get(definition) {
        return Ok(rule);
    }
    let compiled = Compiled::new(definition)?;
    let find = Box::new(move |check: &Check<'_>| compiled.find(check));
    let rule = check::own(&definition.name, definition.level, page(definition), find);
    known.insert(definition.clone(), rule);
    Ok(rule)
}

fn page(definition: &Definition) -> String {
    let Definition { about, when, help, docs, origin, level, .. } = definition;
    let about = about.name();
    let summary = match about {
        "person" => "A rule of this journal for each person",
        _ => "A rule of this journal for each entry",
    };
    let docs = docs.clone().unwrap_or_else(|| format!("{summary}.\n\n{}", help.as_deref().unwrap_or_default()));
    let docs = docs.trim();
    format!(
        "{docs}\n\nLevel {} by default; written at {origin}. It finds each {about} with\n\n    {when}\n",
        level.name()
    )
}

struct Compiled {
    about: About,
    origin: String,
    when: AST,
    message: Template,
    help: Option<Template>,
    people: Vec<&'static Property<journal::PersonId>>,
    entries: Vec<&'static Property<journal::EntryId>>,
}

impl Compiled {
    fn new(definition: &Definition) -> Result<Self, Wrong> {
        let Definition { name, about, when, message, help, origin, .. } = definition;
        let is_name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if name.is_empty() || !name.bytes().all(is_name) {
            let message = format!("`{name}` is no name of a rule: small letters, digits and hyphens, as `gone-quiet`");
            return Err(Wrong { key: "name", message });
        }
        let wrong = |key| move |message| Wrong { key, message };
        let message = Template::new(message).map_err(wrong("message"))?;
        let help = help.as_deref().map(Template::new).transpose().map_err(wrong("help"))?;
        let parts = message.sources().map(|source| ("message", source));
        let helps = help.iter().flat_map(Template::sources).map(|source| ("help", source));
        let sources: Vec<(&'static str, &str)> =
            [("when", when.as_str())].into_iter().chain(parts).chain(helps).collect();
        let (mut people, mut entries) = (Vec::new(), Vec::new());
        for (key, source) in sources {
            match about {
                About::Person => used(source, "person", PERSON, &mut people).map_err(wrong(key))?,
                About::Entry => used(source, "entry", ENTRY, &mut entries).map_err(wrong(key))?,
            }
        }
        let when = engine::compile(when).map_err(wrong("when"))?;
        Ok(Self { about: *about, origin: origin.clone(), when, message, help, people, entries })
    }

    fn find(&self, check: &Check<'_>) -> Result<Vec<Finding>, Broken> {
        let mut found = Vec::new();
        match self.about {
            About::Person => {
                for (id, person) in check.network.people() {
                    let seen = properties(&self.people, check, id);
                    let finding = self.look(check, seen, person.place)?;
                    found.extend(finding.map(|finding| finding.about([id])));
                }
            }
            About::Entry => {
                for (id, _) in check.network.entries() {
                    let seen = properties(&self.entries, check, id);
                    let finding = self.look(check, seen, check.network.head(id))?;
                    found.extend(finding.map(|finding| finding.about(check.network.participating(id))));
                }
            }
        }
        Ok(found)
    }

    fn look(&self, check: &Check<'_>, seen: Map, place: Place) -> Result<Option<Finding>, Broken> {
        let broken = |message| Broken { place, origin: self.origin.clone(), message };
        let mut scope = Scope::new();
        scope.push("today", check.today.to_string());
        scope.push_dynamic(self.about.name(), Dynamic::from_map(seen));
        let answer = engine::eval(&mut scope, &self.when).map_err(broken)?;
        match answer.as_bool() {
            Ok(false) => Ok(None),
            Ok(true) => {
                let finding = Finding::new(place, self.message.fill(&mut scope).map_err(broken)?);
                Ok(Some(match &self.help {
                    Some(help) => finding.help(help.fill(&mut scope).map_err(broken)?),
                    None => finding,
                }))
            }
            Err(kind) => Err(broken(format!("`when` is neither true nor false, but {kind}"))),
        }
    }
}

fn properties<Id: Copy>(used: &[&'static Property<Id>], check: &Check<'_>, id: Id) -> Map {
    used.iter().map(|property| (property.name.into(), (property.get)(check, id))).collect()
}
