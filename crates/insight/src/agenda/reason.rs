//! Why somebody stands on the agenda.

use journal::{Day, PersonId, Place};

use super::noted::Noted;

/// What kind of reason it is, the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Thanks are owed.
    Thanks,
    /// The next contact is overdue.
    Overdue,
    /// The next contact is due in the next days.
    Due,
    /// The day of a plan went by.
    Missed,
    /// A plan for the next days.
    Planned,
    /// A birthday in the next days.
    Birthday,
    /// A favor that is not returned.
    Favor,
    /// Something was offered.
    Promise,
    /// What became of a request is not noted.
    Request,
    /// The contact is less than it used to be.
    Drifting,
    /// Contact is wanted, and none is noted yet.
    First,
}

/// Why somebody stands on the agenda.
#[derive(Clone, Debug)]
pub struct Reason {
    /// What kind of reason it is.
    pub kind: Kind,
    /// The rule that finds it; `None` for what no rule speaks of.
    pub rule: Option<&'static str>,
    /// Everybody whom it is about.
    pub people: Vec<PersonId>,
    /// Where it stands in the journal.
    pub place: Place,
    /// The entry that stands there, if one does.
    pub noted: Option<Noted>,
    /// The fact, in one sentence without a full stop.
    pub message: String,
    /// The day that it is bound to: of a plan, of a birthday, on which a contact is due. `None`: any day will do.
    pub day: Option<Day>,
    /// The entry that would settle it once it is true, without bullet and day: `thanked @ada: ...`. `None` for plans,
    /// which are settled where they stand.
    pub entry: Option<String>,
}

impl Kind {
    /// All kinds, the most important first.
    pub const ALL: [Self; 11] = [
        Self::Thanks,
        Self::Overdue,
        Self::Due,
        Self::Missed,
        Self::Planned,
        Self::Birthday,
        Self::Favor,
        Self::Promise,
        Self::Request,
        Self::Drifting,
        Self::First,
    ];

    /// Its name for programs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Thanks => "thanks",
            Self::Overdue => "overdue",
            Self::Due => "due",
            Self::Missed => "missed-plan",
            Self::Planned => "plan",
            Self::Birthday => "birthday",
            Self::Favor => "favor",
            Self::Promise => "promise",
            Self::Request => "request",
            Self::Drifting => "drifting",
            Self::First => "first-contact",
        }
    }

    /// What stays the same while days go by: a contact that is due becomes overdue, and a plan is missed.
    pub const fn lasting(self) -> &'static str {
        match self {
            Self::Overdue | Self::Due | Self::First => "contact",
            Self::Missed | Self::Planned => "plan",
            other => other.name(),
        }
    }
}
