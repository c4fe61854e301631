//! People, and what their fields say.

use syntax::{Born, Every, ListItem, Reader, Span};

use crate::day::{Day, Interval};
use crate::names;
use crate::settings::Settings;

/// A person of the network: an index into [`crate::Network::people`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(pub(crate) u32);

/// A file of the network: an index into [`crate::Network::files`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub(crate) u32);

impl FileId {
    /// Where it stands in [`crate::Network::files`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Where in it.
    pub span: Span,
}

/// A key that netlint knows.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// Whether it may stand more than once for one person.
    pub repeats: bool,
}

const fn once(name: &'static str) -> Key {
    Key { name, repeats: false }
}

const fn often(name: &'static str) -> Key {
    Key { name, repeats: true }
}

/// Every known key, in the canonical order of fields.
pub const KEYS: &[Key] = &[
    once("circle"),
    once("every"),
    once("kind"),
    once("status"),
    once("pause"),
    once("role"),
    once("org"),
    once("met"),
    once("via"),
    once("born"),
    once("city"),
    once("language"),
    often("email"),
    often("phone"),
    often("url"),
    often("aka"),
    often("tags"),
    once("ignore"),
];

/// What a person is to the writer. The two worlds are different, and rules treat them differently.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Somebody known professionally.
    #[default]
    Professional,
    /// A friend.
    Friend,
    /// Family.
    Family,
}

/// Whether the tie is alive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// It is.
    #[default]
    Active,
    /// It sleeps.
    Dormant,
    /// It is over.
    Ended,
}

/// How often a person wants to be contacted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cadence {
    /// Nothing was asked for.
    #[default]
    None,
    /// `never`.
    Never,
    /// At least this often.
    Every(Interval),
}

/// A birthday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Birthday {
    /// The year, if known.
    pub year: Option<i32>,
    /// The month, from 1.
    pub month: u32,
    /// The day of the month, from 1.
    pub day: u32,
}

/// A field as it stands in a file.
#[derive(Clone, Debug)]
pub struct Field {
    /// The key in the form in which keys are compared; front matter's own names are mapped.
    pub key: String,
    /// The file.
    pub file: FileId,
    /// The key as written.
    pub key_span: Span,
    /// The value, without blanks around it.
    pub value: Span,
}

/// Another name of a person.
#[derive(Clone, Debug)]
pub struct Alias {
    /// The handle or the name, in the form in which they are compared.
    pub key: String,
    /// A name, not a handle.
    pub is_name: bool,
    /// Where it stands.
    pub place: Place,
}

/// A person of the network.
#[derive(Clone, Debug)]
pub struct Person {
    /// The name as written.
    pub name: String,
    /// The handle as written, without `@`.
    pub handle: String,
    /// Where the person is declared: name and handle.
    pub place: Place,
    /// What the person is to the writer.
    pub kind: Kind,
    /// Whether the tie is alive.
    pub status: Status,
    /// An index into the settings' circles.
    pub circle: Option<usize>,
    /// How often to be in contact.
    pub cadence: Cadence,
    /// The birthday.
    pub born: Option<Birthday>,
    /// First and last day of a pause; no first day means that it began long ago.
    pub pause: Option<(Option<Day>, Day)>,
    /// When and where the two met.
    pub met: Option<(Day, Place)>,
    /// Other handles and names.
    pub aliases: Vec<Alias>,
    /// Mail addresses, in the form in which they are compared.
    pub emails: Vec<(String, Place)>,
    /// All fields, in the order of files and lines.
    pub fields: Vec<Field>,
    /// Prose is told about the person.
    pub has_prose: bool,
    /// An entry with this person has a text.
    pub has_story: bool,
    /// The known keys that were taken over, one bit for each of [`KEYS`].
    taken: u32,
}

impl Person {
    pub(crate) fn new(name: &str, handle: &str, place: Place) -> Self {
        Self {
            name: name.to_owned(),
            handle: handle.to_owned(),
            place,
            kind: Kind::default(),
            status: Status::default(),
            circle: None,
            cadence: Cadence::default(),
            born: None,
            pause: None,
            met: None,
            aliases: Vec::new(),
            emails: Vec::new(),
            fields: Vec::new(),
            has_prose: false,
            has_story: false,
            taken: 0,
        }
    }

    /// Whether the tie is alive.
    pub fn is_active(&self) -> bool {
        self.status == Status::Active
    }

    /// Whether a pause covers this day.
    pub fn is_paused(&self, day: Day) -> bool {
        self.pause.is_some_and(|(since, until)| since.is_none_or(|since| since <= day) && day <= until)
    }

    /// The interval after which a contact is due, unless nothing is to be said about this person: paused on this
    /// day, not active, or without a cadence.
    pub fn due_every(&self, today: Day) -> Option<Interval> {
        match self.cadence {
            Cadence::Every(interval) if self.is_active() && !self.is_paused(today) => Some(interval),
            _ => None,
        }
    }

    /// Whether a field with this key has a value.
    pub fn has(&self, key: &str) -> bool {
        self.fields.iter().any(|field| field.key == key && !field.value.is_empty())
    }

    /// Takes a field over. What cannot be read is left for the rules to report.
    pub(crate) fn take(&mut self, field: Field, text: &str, reader: &mut Reader, settings: &Settings) {
        let value = field.value;
        let place = |span| Place { file: field.file, span };
        // A key that may not repeat counts where it first stands.
        let known = KEYS.iter().position(|key| key.name == field.key).map_or(0, |at| 1 << at);
        let is_first = self.taken & known == 0;
        self.taken |= known;
        match field.key.as_str() {
            "aka" => self.take_aliases(text, value, field.file, reader),
            "email" => {
                let email = reader.email(text, value);
                self.emails.extend(email.map(|span| (names::folded(span.text(text)), place(span))));
            }
            _ if !is_first => {}
            "every" => {
                self.cadence = match reader.every(text, value) {
                    Some(Every::Never) => Cadence::Never,
                    Some(every) => Interval::of(every).map_or(Cadence::None, Cadence::Every),
                    None => Cadence::None,
                }
            }
            "circle" => self.circle = settings.circle(value.text(text)),
            "kind" => self.kind = Kind::parse(value.text(text)).unwrap_or_default(),
            "status" => self.status = Status::parse(value.text(text)).unwrap_or_default(),
            "born" => self.born = Birthday::parse(text, value, reader),
            "met" => {
                let date = reader.met(text, value);
                self.met = date.and_then(|date| Some((Day::parse(date.text(text))?, place(date))));
            }
            "pause" => {
                self.pause = reader.pause(text, value).and_then(|pause| {
                    let since = pause.since.map(|since| Day::parse(since.text(text)));
                    Some((since.flatten(), Day::parse(pause.until.text(text))?))
                });
            }
            _ => {}
        }
        self.fields.push(field);
    }

    fn take_aliases(&mut self, text: &str, value: Span, file: FileId, reader: &mut Reader) {
        for item in reader.list(text, value) {
            let (span, is_name) = match item {
                ListItem::Mention(mention) => (mention.name, mention.is_link),
                ListItem::Words(words) => (words, true),
                ListItem::Tag(_) => continue,
            };
            let key = names::folded(span.text(text));
            self.aliases.push(Alias { key, is_name, place: Place { file, span } });
        }
    }
}

impl Kind {
    /// Its name: what the field holds.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Professional => "professional",
            Self::Friend => "friend",
            Self::Family => "family",
        }
    }

    /// Reads the value of `kind`.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text.to_lowercase().as_str() {
            "professional" => Self::Professional,
            "friend" => Self::Friend,
            "family" => Self::Family,
            _ => return None,
        })
    }
}

impl Status {
    /// Its name: what the field holds.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Dormant => "dormant",
            Self::Ended => "ended",
        }
    }

    /// Reads the value of `status`.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text.to_lowercase().as_str() {
            "active" => Self::Active,
            "dormant" => Self::Dormant,
            "ended" => Self::Ended,
            _ => return None,
        })
    }
}

impl Birthday {
    /// Reads the value of `born`; `None` where the calendar has no such day.
    pub fn parse(text: &str, value: Span, reader: &mut Reader) -> Option<Self> {
        match reader.born(text, value)? {
            Born::Date(date) => {
                let (year, month, day) = Day::parse(date.text(text))?.ymd();
                Some(Self { year: Some(year), month, day })
            }
            // A leap year has every day that any year has.
            Born::MonthDay(month, day) => Day::new(2000, month, day).map(|_| Self { year: None, month, day }),
        }
    }
}
