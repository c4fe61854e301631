//! What the configuration says about the meaning of a journal.

use messages::Language;
use syntax::Unit;

use crate::day::Interval;
use crate::names;
use crate::person::KEYS;
use crate::vocabulary::Vocabulary;

/// A circle of people who are equally close.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circle {
    /// Its name.
    pub name: String,
    /// How many people it can hold.
    pub size: u32,
    /// How often its people want to be contacted; `None` is never.
    pub every: Option<Interval>,
}

/// What the configuration says about the meaning of a journal.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The language of messages, and the second one of verbs.
    pub language: Language,
    /// The verbs.
    pub vocabulary: Vocabulary,
    /// The circles, innermost first.
    pub circles: Vec<Circle>,
    /// The circle of those who name none; an index.
    pub default_circle: Option<usize>,
    /// Keys of fields beside the known ones.
    pub fields: Vec<String>,
    /// What keys of front matter mean: the vault's own name, netlint's key.
    pub front_matter: Vec<(String, String)>,
    /// An online entry of mine to more people is a broadcast.
    pub max_recipients: u32,
}

impl Default for Settings {
    fn default() -> Self {
        let circle = |name: &str, size, count, unit| Circle {
            name: name.to_owned(),
            size,
            every: Some(Interval { count, unit }),
        };
        Self {
            language: Language::default(),
            vocabulary: Vocabulary::default(),
            // After Dunbar's layers.
            circles: vec![
                circle("inner", 5, 2, Unit::Weeks),
                circle("close", 15, 1, Unit::Months),
                circle("wider", 50, 3, Unit::Months),
                circle("network", 150, 1, Unit::Years),
            ],
            default_circle: None,
            fields: Vec::new(),
            front_matter: Vec::new(),
            max_recipients: 3,
        }
    }
}

impl Settings {
    /// The circle of this name, whatever its case.
    pub fn circle(&self, name: &str) -> Option<usize> {
        let key = names::key(name);
        self.circles.iter().position(|circle| names::key(&circle.name) == key)
    }

    /// Whether a key, in the form in which keys are compared, is known or configured.
    pub fn knows_key(&self, key: &str) -> bool {
        KEYS.iter().any(|known| known.name == key) || self.fields.iter().any(|known| names::key(known) == key)
    }
}
