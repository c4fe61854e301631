//! Which next bytes allow a node to match at all.

use crate::bytes::ByteSet;
use crate::class::Wide;
use crate::effects::Effects;
use crate::nodes::as_class;
use crate::program::{Function, Node};

/// A superset of the situations in which a node can match, split by whether it then moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Starts {
    /// Next bytes with which the node may match and consume something.
    pub(crate) moving: ByteSet,
    /// Next bytes with which the node may match the empty text.
    pub(crate) resting: ByteSet,
    /// Whether the node may match (necessarily the empty text) at the end of the input.
    pub(crate) end: bool,
}

impl Starts {
    const NEVER: Self = Self { moving: ByteSet::EMPTY, resting: ByteSet::EMPTY, end: false };
    const EMPTY_TEXT: Self = Self { moving: ByteSet::EMPTY, resting: ByteSet::ALL, end: true };

    pub(crate) fn of(node: &Node, functions: &[Function]) -> Self {
        match node {
            Node::Class(class) => Self::moving(class.starts()),
            Node::Text(text) => Self::moving(ByteSet::of(text.bytes().take(1))),
            Node::AnyCase(text) => Self::moving(ByteSet::of(
                text.bytes().take(1).flat_map(|byte| [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()]),
            )),
            Node::Start => Self::EMPTY_TEXT,
            Node::End => Self { end: true, ..Self::NEVER },
            Node::Sequence(nodes) => {
                nodes.iter().rev().fold(Self::EMPTY_TEXT, |rest, node| Self::of(node, functions).then(rest))
            }
            Node::Choice(nodes) => nodes.iter().fold(Self::NEVER, |all, node| all.or(Self::of(node, functions))),
            Node::Repeat { node, min, max } => match (min, max) {
                (_, Some(0)) => Self::EMPTY_TEXT,
                (0, _) => Self::of(node, functions).or(Self::EMPTY_TEXT),
                _ => Self::of(node, functions),
            },
            Node::Look { node, negated } => Self::of_look(node, *negated, functions),
            Node::Call(index) => functions[*index].starts,
            Node::Token { node, .. } => Self::of(node, functions),
            Node::Switch(arms) => arms.iter().fold(Self::NEVER, |all, arm| {
                let starts = Self::of(&arm.node, functions);
                all.or(Self {
                    moving: starts.moving.intersection(arm.bytes),
                    resting: starts.resting.intersection(arm.bytes),
                    end: starts.end && arm.end,
                })
            }),
        }
    }

    /// All next bytes with which the node may match.
    pub(crate) fn bytes(self) -> ByteSet {
        self.moving.union(self.resting)
    }

    fn moving(moving: ByteSet) -> Self {
        Self { moving, ..Self::NEVER }
    }

    fn then(self, rest: Self) -> Self {
        Self {
            moving: self.moving.union(self.resting.intersection(rest.moving)),
            resting: self.resting.intersection(rest.resting),
            end: self.end && rest.end,
        }
    }

    fn or(self, other: Self) -> Self {
        Self {
            moving: self.moving.union(other.moving),
            resting: self.resting.union(other.resting),
            end: self.end || other.end,
        }
    }

    fn of_look(node: &Node, negated: bool, functions: &[Function]) -> Self {
        if negated {
            return Self { resting: ByteSet::ALL.without(sure(node, functions)), ..Self::EMPTY_TEXT };
        }
        let starts = Self::of(node, functions);
        Self { moving: ByteSet::EMPTY, resting: starts.bytes(), end: starts.end }
    }
}

/// Next bytes with which the node is certain to match. May miss some.
pub(crate) fn sure(node: &Node, functions: &[Function]) -> ByteSet {
    if !Effects::of(node, functions).fails {
        return ByteSet::ALL;
    }
    if let Some(class) = as_class(node) {
        let wide = match class.wide {
            Wide::All => ByteSet::WIDE,
            _ => ByteSet::EMPTY,
        };
        return ByteSet::ascii(class.ascii).union(wide);
    }
    match node {
        Node::Repeat { node, min: 1, .. } | Node::Token { node, .. } | Node::Look { node, negated: false } => {
            sure(node, functions)
        }
        Node::Choice(nodes) => nodes.iter().map(|node| sure(node, functions)).fold(ByteSet::EMPTY, ByteSet::union),
        Node::Sequence(nodes) => match nodes.split_first() {
            Some((first, rest)) if rest.iter().all(|node| !Effects::of(node, functions).fails) => {
                sure(first, functions)
            }
            _ => ByteSet::EMPTY,
        },
        Node::Call(index) => functions.get(*index).map_or(ByteSet::EMPTY, |function| sure(&function.node, functions)),
        _ => ByteSet::EMPTY,
    }
}
