//! What a rule is.

use std::fmt;

use journal::{Day, Interval, Network, Settings};
use messages::{Language, Messages, Texts, Value};

use crate::diagnostic::Finding;
use crate::levels::Levels;
use crate::own::OwnCheck;
use crate::suppress::Suppressions;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing.
    Info,
    /// Worth acting on.
    Warning,
    /// The journal says something that cannot be so, or is not understood.
    Error,
}

/// Rules that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The journal says what it means.
    Format,
    /// Relationships need time.
    Care,
    /// Who profits gives back.
    Reciprocity,
    /// Thanks are due even when nothing came of it.
    Courtesy,
    /// Do not overstrain, do not spam.
    Tact,
    /// Depth before breadth.
    Quality,
    /// What this journal asks for: rules of one's own.
    Own,
}

/// A rule: all that is known of it, in one place.
pub struct Rule {
    /// Its one identity, in kebab case.
    pub name: &'static str,
    /// The group.
    pub group: Group,
    /// The level unless the configuration says otherwise.
    pub level: Level,
    /// The page: Markdown whose first line says what it finds.
    pub docs: &'static str,
    /// Its numbers.
    pub options: &'static [Setting],
    /// What it says.
    pub(crate) texts: Texts,
    /// Finds.
    pub(crate) check: Find,
}

/// How a rule finds.
pub(crate) enum Find {
    /// Code of ours.
    Builtin(fn(&Check<'_>, &mut Vec<Finding>)),
    /// What the configuration says, made at run time.
    Own(Box<OwnCheck>),
}

/// A number of a rule that the configuration may change.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its key in `netlint.toml`.
    pub name: &'static str,
    /// The number unless the configuration says otherwise. At least 0.
    pub default: u32,
    /// What it means, with the unit.
    pub docs: &'static str,
}

/// What a rule sees: a network, a day, and its numbers.
pub struct Check<'a> {
    /// The network.
    pub network: &'a Network,
    /// What the configuration says about the meaning of the journal.
    pub settings: &'a Settings,
    /// The day of the check.
    pub today: Day,
    /// Which rules speak.
    pub levels: &'a Levels,
    /// What the journal asks not to hear. Whether it hid something is known to the last rule only.
    pub(crate) suppressions: &'a Suppressions,
    pub(crate) numbers: &'a [u32],
    pub(crate) rule: &'static Rule,
}

impl Check<'_> {
    /// Says a message of the rule in the language of the configuration.
    pub(crate) fn say(&self, id: &str, variables: &[(&'static str, Value<'_>)]) -> String {
        self.rule.texts.within(self.settings.language).say(id, variables)
    }

    /// What several rules say, in the language of the configuration.
    pub(crate) fn within(&self, texts: &'static Texts) -> Messages<'static> {
        texts.within(self.settings.language)
    }

    /// A cadence in words: "every 3 weeks".
    pub(crate) fn every(&self, interval: Interval) -> String {
        crate::words::every(interval, self.settings.language)
    }

    /// The number of one of the rule's options.
    pub fn number(&self, option: &str) -> u32 {
        let at = self.rule.options.iter().position(|setting| setting.name == option);
        debug_assert!(at.is_some(), "{} has no option {option}", self.rule.name);
        at.and_then(|at| self.numbers.get(at).copied()).unwrap_or_default()
    }

    /// The same as a number of days.
    pub fn days(&self, option: &str) -> i32 {
        i32::try_from(self.number(option)).unwrap_or(i32::MAX)
    }

    /// Whether `day` is so recent that behaviour on it is still worth a word: one of the last `recent-days`, which
    /// must be an option of the rule.
    pub fn is_recent(&self, day: Day) -> bool {
        day <= self.today && self.today - day <= self.days("recent-days")
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Rule {
    /// The first line of its page: what it finds, without the full stop.
    pub fn summary(&self) -> &'static str {
        self.docs.lines().next().unwrap_or_default().trim().trim_end_matches('.')
    }

    /// What it finds, in a language.
    pub fn title(&self, language: Language) -> String {
        match language {
            Language::English => self.summary().to_owned(),
            Language::German if matches!(self.check, Find::Own(_)) => self.summary().to_owned(),
            Language::German => self.texts.within(language).say("title", &[]),
        }
    }
}

impl Group {
    /// The groups of built-in rules, in the order in which people should read them.
    pub const ALL: [Self; 6] = [Self::Format, Self::Care, Self::Reciprocity, Self::Courtesy, Self::Tact, Self::Quality];

    /// Its name in configurations.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Care => "care",
            Self::Reciprocity => "reciprocity",
            Self::Courtesy => "courtesy",
            Self::Tact => "tact",
            Self::Quality => "quality",
            Self::Own => "own",
        }
    }

    /// What its rules are for, in a language.
    pub const fn motto(self, language: Language) -> &'static str {
        let (english, german) = match self {
            Self::Format => ("the journal says what it means", "das Journal sagt, was es meint"),
            Self::Care => ("relationships need time", "Beziehungen brauchen Zeit"),
            Self::Reciprocity => ("who profits gives back", "wer etwas bekommt, gibt etwas zurück"),
            Self::Courtesy => {
                ("thanks are due even when nothing came of it", "Dank gebührt auch, wenn nichts daraus wurde")
            }
            Self::Tact => ("do not overstrain, do not spam", "nicht überfordern, nicht überschütten"),
            Self::Quality => ("depth before breadth", "Tiefe vor Breite"),
            Self::Own => ("what this journal asks for", "was dieses Journal verlangt"),
        };
        match language {
            Language::English => english,
            Language::German => german,
        }
    }
}

impl Level {
    /// Its name in configurations and output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Makes a rule of its page, its data and its texts: the doc comment is the page, whose first line is the title; in
/// German the title is a text.
macro_rules! rule {
    (
        $(#[doc = $docs:literal])*
        name: $name:literal,
        group: $group:ident,
        level: $level:ident,
        $(options: [$(($option:literal, $default:literal, $meaning:literal)),* $(,)?],)?
        english: $english:literal,
        german: $german:literal,
        check: $check:expr $(,)?
    ) => {
        $(#[doc = $docs])*
        pub(crate) static RULE: crate::rule::Rule = crate::rule::Rule {
            name: $name,
            group: crate::rule::Group::$group,
            level: crate::rule::Level::$level,
            docs: concat!($($docs, "\n"),*),
            options: &[$($(crate::rule::Setting { name: $option, default: $default, docs: $meaning }),*)?],
            texts: messages::Texts::new($english, $german),
            check: crate::rule::Find::Builtin($check),
        };
    };
}

/// Declares the rules of a group: one module each, and the list of them.
macro_rules! rules {
    ($($module:ident),* $(,)?) => {
        $(mod $module;)*
        /// The rules of this group, in the order of the specification.
        pub(crate) static RULES: &[&crate::rule::Rule] = &[$(&$module::RULE),*];
    };
}

pub(crate) use {rule, rules};
