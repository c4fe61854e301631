//! The program between a grammar and its Rust: what to match, with modifiers resolved.

use crate::class::Class;
use crate::effects::Effects;
use crate::starts::Starts;

/// A compiled grammar before it is written out as Rust.
#[derive(Debug)]
pub(crate) struct Program {
    /// For each variant of the `Rule` enum, the function that matches it.
    pub(crate) entries: Vec<(String, usize)>,
    /// Callees come before their callers; there is no recursion.
    pub(crate) functions: Vec<Function>,
}

/// A part of the program that is called rather than repeated in place.
#[derive(Debug)]
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) node: Node,
    pub(crate) starts: Starts,
    pub(crate) effects: Effects,
}

/// Something to match at a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Class(Class),
    /// Never empty: that is an empty `Sequence`.
    Text(String),
    /// Text whose ASCII letters match in both cases.
    AnyCase(String),
    /// The place where `parse` was asked to begin.
    Start,
    End,
    Sequence(Vec<Node>),
    /// The first alternative that matches.
    Choice(Vec<Node>),
    /// As often as possible, without giving back.
    Repeat {
        node: Box<Node>,
        min: u32,
        max: Option<u32>,
    },
    /// Matches without moving if the node does (or, negated, does not). Yields no tokens.
    Look {
        node: Box<Node>,
        negated: bool,
    },
    /// The index of a function.
    Call(usize),
    /// Yields a token of the rule around what the node matches.
    Token {
        rule: String,
        node: Box<Node>,
    },
    /// A choice decided by the next byte: the arm that lists it, else failure.
    Switch(Vec<Arm>),
}

/// One way of a [`Node::Switch`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Arm {
    /// The next bytes that lead here.
    pub(crate) bytes: crate::bytes::ByteSet,
    /// Whether the end of the input leads here.
    pub(crate) end: bool,
    pub(crate) node: Node,
}

impl Node {
    /// A rough size of the code, to decide between a call and a copy.
    pub(crate) fn weight(&self) -> usize {
        match self {
            Self::Class(_) | Self::Text(_) | Self::AnyCase(_) | Self::Start | Self::End => 1,
            Self::Call(_) => 2,
            Self::Sequence(nodes) | Self::Choice(nodes) => nodes.iter().map(|node| 1 + node.weight()).sum(),
            Self::Repeat { node, .. } | Self::Look { node, .. } => 1 + node.weight(),
            Self::Token { node, .. } => 2 + node.weight(),
            Self::Switch(arms) => arms.iter().map(|arm| 1 + arm.node.weight()).sum(),
        }
    }
}
