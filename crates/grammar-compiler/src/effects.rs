//! What matching a node may do besides moving on.

use crate::program::{Function, Node};

/// Facts about a node that decide which code its surroundings need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts")]
pub(crate) struct Effects {
    /// Whether it may fail to match.
    pub(crate) fails: bool,
    /// Whether it yields tokens when it matches.
    pub(crate) yields: bool,
    /// Whether it may leave tokens behind when it fails, so that whoever tries something else
    /// instead has to drop them. Cleaning up there rather than at each failure keeps the paths
    /// of failure short.
    pub(crate) litters: bool,
    /// Whether it asks for the place where `parse` began.
    pub(crate) origin: bool,
}

impl Effects {
    const NONE: Self = Self { fails: false, yields: false, litters: false, origin: false };
    const TEST: Self = Self { fails: true, ..Self::NONE };

    pub(crate) fn of(node: &Node, functions: &[Function]) -> Self {
        let of = |node: &Node| Self::of(node, functions);
        match node {
            Node::Class(_) | Node::Text(_) | Node::AnyCase(_) | Node::End => Self::TEST,
            Node::Start => Self { origin: true, ..Self::TEST },
            Node::Sequence(nodes) => nodes.iter().map(of).fold(Self::NONE, Self::then),
            Node::Choice(nodes) => Self {
                fails: nodes.iter().all(|node| of(node).fails),
                litters: nodes.last().is_some_and(|node| of(node).litters),
                ..nodes.iter().map(of).fold(Self::NONE, Self::or)
            },
            Node::Repeat { node, min, .. } => {
                let once = of(node);
                Self {
                    fails: *min > 0 && once.fails,
                    litters: *min > 0 && once.fails && (once.litters || once.yields),
                    ..once
                }
            }
            Node::Look { node, .. } => Self { origin: of(node).origin, ..Self::TEST },
            Node::Call(index) => functions[*index].effects,
            Node::Token { node, .. } => {
                let inner = of(node);
                let (_, body) = split_token(node, functions);
                Self {
                    yields: true,
                    // The token is there before its first inner token, see `split_token`.
                    litters: body.iter().any(|node| of(node).fails),
                    ..inner
                }
            }
            Node::Switch(arms) => {
                let all = arms.iter().map(|arm| of(&arm.node)).fold(Self::NONE, Self::or);
                Self { fails: true, ..all }
            }
        }
    }

    fn then(self, next: Self) -> Self {
        Self { litters: self.litters || next.litters || (self.yields && next.fails), ..self.or(next) }
    }

    fn or(self, other: Self) -> Self {
        Self {
            fails: self.fails || other.fails,
            yields: self.yields || other.yields,
            litters: self.litters || other.litters,
            origin: self.origin || other.origin,
        }
    }
}

/// Splits the content of a token at the first part that itself yields tokens. The token is only
/// written once the parts before that have matched: most attempts fail there, and then there is
/// nothing to take back.
pub(crate) fn split_token<'n>(node: &'n Node, functions: &[Function]) -> (&'n [Node], &'n [Node]) {
    let parts = match node {
        Node::Sequence(nodes) => nodes.as_slice(),
        node => std::slice::from_ref(node),
    };
    let yields = |node: &Node| Effects::of(node, functions).yields;
    parts.split_at(parts.iter().position(yields).unwrap_or(parts.len()))
}
