//! What a rule found, and how it can be mended.

use journal::{Network, PersonId, Place};

use crate::rule::{Level, Rule};

/// A finding that is to be shown.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How grave it is here.
    pub level: Level,
    /// What was found, and where.
    pub finding: Finding,
}

/// What a rule found. The runner adds the level, and leaves out what is suppressed.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Where a reader would look.
    pub place: Place,
    /// One sentence without a full stop: the fact, in the words of the journal.
    pub message: String,
    /// The people it is about, the most concerned first.
    pub people: Vec<PersonId>,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// What to do, in one sentence.
    pub help: Option<String>,
    /// The entry that would settle it once it is true, as it is typed without bullet and day: `thanked @ada: ...`.
    pub entry: Option<String>,
    /// How it can be mended.
    pub fix: Option<Fix>,
}

/// Another place that explains a finding.
#[derive(Clone, Debug)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is there, in a few words.
    pub message: String,
}

/// A way to mend a finding.
#[derive(Clone, Debug)]
pub struct Fix {
    /// What it does, as an imperative: "Write 2026-02-03".
    pub title: String,
    /// Whether it surely keeps what the writer means, so that it may be applied unseen.
    pub safe: bool,
    /// The edits, which do not overlap.
    pub edits: Vec<Edit>,
}

/// The text of one place is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; an empty place inserts.
    pub place: Place,
    /// What stands there afterwards.
    pub text: String,
}

impl Finding {
    /// A finding at this place.
    pub fn new(place: Place, message: impl Into<String>) -> Self {
        let (people, related) = (Vec::new(), Vec::new());
        Self { place, message: message.into(), people, related, help: None, entry: None, fix: None }
    }

    /// The person on whose heading it stands: it is about this person, not about a line.
    pub fn subject(&self, network: &Network) -> Option<PersonId> {
        self.people.first().copied().filter(|id| network.person(*id).place == self.place)
    }

    /// Names the people it is about.
    #[must_use]
    pub fn about(mut self, people: impl IntoIterator<Item = PersonId>) -> Self {
        self.people.extend(people);
        self
    }

    /// Points to another place that explains it.
    #[must_use]
    pub fn see(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(Related { place, message: message.into() });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says which entry would settle it.
    #[must_use]
    pub fn settled_by(mut self, entry: impl Into<String>) -> Self {
        self.entry = Some(entry.into());
        self
    }

    /// Offers to replace the text of one place.
    #[must_use]
    pub fn fix(mut self, safe: bool, title: impl Into<String>, place: Place, text: impl Into<String>) -> Self {
        self.fix = Some(Fix { title: title.into(), safe, edits: vec![Edit { place, text: text.into() }] });
        self
    }
}
