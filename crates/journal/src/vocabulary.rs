//! The verbs of a journal: what an entry's first word means.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use messages::Language;

use crate::names;

/// What kind of contact a verb tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Written, over a distance.
    Online,
    /// A voice, perhaps a picture.
    Voice,
    /// Face to face.
    InPerson,
    /// Tried and not reached: no contact.
    Attempt,
    /// At an event with others.
    Event,
    /// At a conference.
    Conference,
    /// A courtesy: congratulations, an invitation.
    Courtesy,
    /// Thanks.
    Thanks,
    /// A favor done or received.
    Favor,
    /// A request, a promise, or how one ended.
    Request,
    /// A note: never a contact.
    Note,
}

impl Class {
    /// Its name for programs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Voice => "voice",
            Self::InPerson => "in-person",
            Self::Attempt => "attempt",
            Self::Event => "event",
            Self::Conference => "conference",
            Self::Courtesy => "courtesy",
            Self::Thanks => "thanks",
            Self::Favor => "favor",
            Self::Request => "request",
            Self::Note => "note",
        }
    }
}

/// Who reached out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The writer of the journal.
    Mine,
    /// The others.
    Theirs,
    /// Both.
    Mutual,
    /// Nobody.
    None,
}

impl Direction {
    /// Its name for programs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Theirs => "theirs",
            Self::Mutual => "mutual",
            Self::None => "none",
        }
    }
}

/// What a verb does beyond being a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Nothing.
    None,
    /// A favor received.
    Got,
    /// A favor given.
    Gave,
    /// A request of mine.
    Asked,
    /// A promise of mine.
    Offered,
    /// A request came to nothing or was declined.
    Ended,
    /// Thanks.
    Thanked,
}

/// A verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// Its name: what its aliases stand for.
    pub name: String,
    /// What kind of contact it tells of.
    pub class: Class,
    /// Who reaches out unless a preposition says otherwise.
    pub direction: Direction,
    /// What it does.
    pub act: Act,
}

/// A verb of one vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VerbId(pub(crate) u16);

impl VerbId {
    /// Stands where the first word is no verb.
    pub(crate) const UNKNOWN: Self = Self(u16::MAX);
}

/// A built-in verb: its name, its other words, the same in German, and what it means.
#[derive(Clone, Copy, Debug)]
pub struct Builtin {
    /// The name.
    pub name: &'static str,
    /// Other English words for it.
    pub aliases: &'static [&'static str],
    /// German words for it, read where the configuration says `language = "de"`.
    pub german: &'static [&'static str],
    /// What kind of contact it tells of.
    pub class: Class,
    /// Who reaches out.
    pub direction: Direction,
    /// What it does.
    pub act: Act,
}

const fn verb(
    name: &'static str,
    aliases: &'static [&'static str],
    german: &'static [&'static str],
    class: Class,
    direction: Direction,
    act: Act,
) -> Builtin {
    Builtin { name, aliases, german, class, direction, act }
}

/// Every built-in verb; the specification's table is compared with this one.
#[rustfmt::skip]
pub const BUILTIN: &[Builtin] = {
    use Class::{Attempt, Conference, Courtesy, Event, Favor, InPerson, Note, Online, Request, Thanks, Voice};
    use Direction::{Mine, Mutual, Theirs};
    &[
        verb("mail", &["email", "emailed", "mailed", "wrote"], &["gemailt", "geschrieben"], Online, Mine, Act::None),
        verb("message", &["msg", "dm", "chat", "chatted", "texted", "pinged"], &["nachricht", "gechattet"], Online, Mine, Act::None),
        verb("comment", &["commented"], &["kommentar", "kommentiert"], Online, Mine, Act::None),
        verb("call", &["called", "phone", "phoned", "talked"], &["anruf", "telefonat", "telefoniert", "angerufen"], Voice, Mutual, Act::None),
        verb("video", &[], &["videoanruf"], Voice, Mutual, Act::None),
        verb("meet", &["met", "meeting", "saw"], &["treffen", "getroffen", "gesehen"], InPerson, Mutual, Act::None),
        verb("coffee", &[], &["kaffee"], InPerson, Mutual, Act::None),
        verb("breakfast", &[], &["frühstück"], InPerson, Mutual, Act::None),
        verb("lunch", &[], &["mittagessen"], InPerson, Mutual, Act::None),
        verb("dinner", &[], &["abendessen"], InPerson, Mutual, Act::None),
        verb("drinks", &[], &["getrunken"], InPerson, Mutual, Act::None),
        verb("walk", &[], &["spaziergang"], InPerson, Mutual, Act::None),
        verb("visit", &["visited"], &["besuch", "besucht"], InPerson, Mutual, Act::None),
        verb("tried", &["no answer", "voicemail"], &["versucht", "keine antwort"], Attempt, Mine, Act::None),
        verb("event", &[], &["veranstaltung"], Event, Mutual, Act::None),
        verb("meetup", &[], &["stammtisch"], Event, Mutual, Act::None),
        verb("conference", &["conf"], &["konferenz"], Conference, Mutual, Act::None),
        verb("congratulated", &["congrats"], &["gratuliert"], Courtesy, Mine, Act::None),
        verb("invited", &["invite"], &["eingeladen"], Courtesy, Mine, Act::None),
        verb("wished", &[], &["gewünscht"], Courtesy, Mine, Act::None),
        verb("thanked", &["thanks"], &["gedankt", "bedankt", "danke"], Thanks, Mine, Act::Thanked),
        verb("got", &["received"], &["bekommen", "erhalten"], Favor, Theirs, Act::Got),
        verb("gave", &["helped", "did"], &["gegeben", "geholfen"], Favor, Mine, Act::Gave),
        verb("introduced", &["intro"], &["vorgestellt"], Favor, Mine, Act::Gave),
        verb("asked", &["ask"], &["gefragt", "gebeten"], Request, Mine, Act::Asked),
        verb("offered", &["offer"], &["angeboten", "versprochen"], Request, Mine, Act::Offered),
        verb("fizzled", &[], &["verlaufen"], Request, Theirs, Act::Ended),
        verb("declined", &[], &["abgelehnt"], Request, Theirs, Act::Ended),
        verb("note", &["heard"], &["notiz", "gehört"], Note, Direction::None, Act::None),
    ]
};

/// The verbs that a journal may use.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    verbs: Vec<Verb>,
    words: HashMap<Box<str>, VerbId, RandomState>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self::new(Language::English)
    }
}

impl Vocabulary {
    /// The built-in verbs in English, and in this language.
    pub fn new(language: Language) -> Self {
        let mut vocabulary = Self { verbs: Vec::new(), words: HashMap::default() };
        for builtin in BUILTIN {
            let id = vocabulary.push(Verb {
                name: builtin.name.to_owned(),
                class: builtin.class,
                direction: builtin.direction,
                act: builtin.act,
            });
            let german = builtin.german.iter().filter(|_| language == Language::German);
            for word in builtin.aliases.iter().chain(german) {
                vocabulary.words.insert(names::folded(word).into(), id);
            }
        }
        vocabulary
    }

    /// Adds a verb that means the same as another. False: there is no such verb.
    pub fn add(&mut self, name: &str, like: &str) -> bool {
        let Some(like) = self.find(like) else { return false };
        let verb = Verb { name: name.to_owned(), ..self.verb(like).clone() };
        self.push(verb);
        true
    }

    /// The verb that a word stands for, whatever its case.
    pub fn find(&self, word: &str) -> Option<VerbId> {
        if let Some(id) = self.words.get(word) {
            return Some(*id);
        }
        self.words.get(names::key(word).as_ref()).copied()
    }

    /// What a verb means.
    pub fn verb(&self, id: VerbId) -> &Verb {
        &self.verbs[id.0 as usize]
    }

    /// The built-in verb of this number; `None`: the configuration added it.
    pub fn builtin(&self, id: VerbId) -> Option<&'static Builtin> {
        // They come first, in their order.
        BUILTIN.get(id.0 as usize)
    }

    /// Every word that is a verb, in alphabetical order.
    pub fn words(&self) -> Vec<&str> {
        let mut words: Vec<&str> = self.words.keys().map(AsRef::as_ref).collect();
        words.sort_unstable();
        words
    }

    fn push(&mut self, verb: Verb) -> VerbId {
        let id = VerbId(self.verbs.len() as u16);
        self.words.insert(names::folded(&verb.name).into(), id);
        self.verbs.push(verb);
        id
    }
}
