//! Classes of characters: expressions that match exactly one character by looking at it alone.

use crate::bytes::ByteSet;

/// A set of characters, split where the compiled test splits: a table for ASCII, a condition on
/// the decoded character for the rest.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Class {
    /// One bit per ASCII character.
    pub(crate) ascii: u128,
    pub(crate) wide: Wide,
}

/// A condition on a character outside ASCII.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Wide {
    None,
    All,
    Range(char, char),
    /// The name of a function of `pest::unicode`.
    Property(String),
    Union(Box<Wide>, Box<Wide>),
    Without(Box<Wide>, Box<Wide>),
}

impl Class {
    pub(crate) const ANY: Self = Self { ascii: u128::MAX, wide: Wide::All };

    pub(crate) fn range(first: char, last: char) -> Self {
        let ascii = (0..128u8)
            .filter(|byte| (first..=last).contains(&char::from(*byte)))
            .fold(0, |bits, byte| bits | 1 << byte);
        let wide = match first.max('\u{80}') {
            first if first > last => Wide::None,
            '\u{80}' if last == char::MAX => Wide::All,
            first => Wide::Range(first, last),
        };
        Self { ascii, wide }
    }

    pub(crate) fn one(character: char) -> Self {
        Self::range(character, character)
    }

    /// A Unicode property by pest's name for it, if there is one of this name.
    pub(crate) fn property(name: &str) -> Option<Self> {
        let holds = pest::unicode::by_name(name)?;
        let ascii = (0..128u8).filter(|byte| holds(char::from(*byte))).fold(0, |bits, byte| bits | 1 << byte);
        Some(Self { ascii, wide: Wide::Property(name.to_owned()) })
    }

    pub(crate) fn union(&self, other: &Self) -> Self {
        Self { ascii: self.ascii | other.ascii, wide: self.wide.clone().union(other.wide.clone()) }
    }

    pub(crate) fn without(&self, other: &Self) -> Self {
        Self { ascii: self.ascii & !other.ascii, wide: self.wide.clone().without(other.wide.clone()) }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.ascii == 0 && self.wide == Wide::None
    }

    /// The bytes with which a member may begin.
    pub(crate) fn starts(&self) -> ByteSet {
        ByteSet::ascii(self.ascii).union(self.wide.starts())
    }

    /// The member, if it is the only one and ASCII.
    pub(crate) fn single_byte(&self) -> Option<u8> {
        let byte = self.ascii.trailing_zeros() as u8;
        (self.ascii.is_power_of_two() && self.wide == Wide::None).then_some(byte)
    }
}

impl Wide {
    fn union(self, other: Self) -> Self {
        match (self, other) {
            (Self::All, _) | (_, Self::All) => Self::All,
            (Self::None, one) | (one, Self::None) => one,
            (one, other) if one.includes(&other) => one,
            (one, other) => Self::Union(Box::new(one), Box::new(other)),
        }
    }

    fn without(self, other: Self) -> Self {
        match (self, other) {
            (Self::None, _) | (_, Self::All) => Self::None,
            (one, Self::None) => one,
            (one, other) if other.includes(&one) => Self::None,
            (one, other) => Self::Without(Box::new(one), Box::new(other)),
        }
    }

    /// Whether `other` is plainly a part of this one. May miss cases, at a cost in speed only.
    fn includes(&self, other: &Self) -> bool {
        match self {
            Self::Union(left, right) => left.includes(other) || right.includes(other),
            Self::Range(first, last) => {
                matches!(other, Self::Range(from, to) if first <= from && to <= last)
            }
            _ => self == other,
        }
    }

    fn starts(&self) -> ByteSet {
        match self {
            Self::None => ByteSet::EMPTY,
            Self::All | Self::Property(_) => ByteSet::WIDE,
            Self::Range(first, last) => ByteSet::of(lead_byte(*first)..=lead_byte(*last)),
            Self::Union(left, right) => left.starts().union(right.starts()),
            Self::Without(all, _) => all.starts(),
        }
    }
}

fn lead_byte(character: char) -> u8 {
    let mut buffer = [0; 4];
    character.encode_utf8(&mut buffer);
    buffer[0]
}
