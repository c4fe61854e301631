//! Builds nodes, simplifying as they grow. Every rewriting here keeps the matched text and the
//! tokens exactly as they were.

use crate::class::{Class, Wide};
use crate::program::{Function, Node};
use crate::starts::Starts;

/// One node after the other.
pub(crate) fn sequence(nodes: impl IntoIterator<Item = Node>, functions: &[Function]) -> Node {
    let mut parts: Vec<Node> = Vec::new();
    for node in nodes {
        match node {
            Node::Sequence(inner) => {
                for node in inner {
                    append(&mut parts, node, functions);
                }
            }
            node => append(&mut parts, node, functions),
        }
    }
    match parts.len() {
        1 => parts.remove(0),
        _ => Node::Sequence(parts),
    }
}

/// The first of some nodes that matches.
pub(crate) fn choice(nodes: impl IntoIterator<Item = Node>) -> Node {
    let mut alternatives: Vec<Node> = Vec::new();
    for node in nodes {
        match node {
            Node::Choice(inner) => {
                for node in inner {
                    offer(&mut alternatives, node);
                }
            }
            node => offer(&mut alternatives, node),
        }
    }
    match alternatives.len() {
        1 => alternatives.remove(0),
        _ => Node::Choice(alternatives),
    }
}

/// A node as often as possible within bounds.
pub(crate) fn repeat(node: Node, min: u32, max: Option<u32>, functions: &[Function]) -> Node {
    let node = match as_class(&node) {
        Some(class) => Node::Class(class),
        None if min <= 1 && max.is_none() => with_run(node, functions),
        None => node,
    };
    Node::Repeat { node: Box::new(node), min, max }
}

/// The class of characters that a node amounts to, if it matches exactly one character.
pub(crate) fn as_class(node: &Node) -> Option<Class> {
    match node {
        Node::Class(class) => Some(class.clone()),
        Node::Text(text) => {
            let mut characters = text.chars();
            let first = characters.next()?;
            characters.next().is_none().then(|| Class::one(first))
        }
        Node::AnyCase(text) => {
            let mut characters = text.chars();
            let first = characters.next()?;
            let both = Class::one(first.to_ascii_lowercase()).union(&Class::one(first.to_ascii_uppercase()));
            characters.next().is_none().then_some(both)
        }
        _ => None,
    }
}

fn append(parts: &mut Vec<Node>, node: Node, functions: &[Function]) {
    match parts.last().and_then(|last| join(last, &node, functions)) {
        Some(joined) => {
            parts.pop();
            // What was joined may join what is before: `!x ~ !y ~ ANY` does so from the right.
            for node in joined {
                append(parts, node, functions);
            }
        }
        None => parts.push(node),
    }
}

/// Something simpler that does the same as two nodes in sequence.
fn join(left: &Node, right: &Node, functions: &[Function]) -> Option<Vec<Node>> {
    match (left, right) {
        (Node::Text(left), Node::Text(right)) => Some(vec![Node::Text(format!("{left}{right}"))]),
        (Node::Look { node: barred, negated: true }, right) => bar(barred, as_class(right)?, functions),
        (Node::Look { .. } | Node::Start | Node::End, _) => None,
        (left, right) => Some(vec![join_repeats(left, right, functions)?]),
    }
}

/// `!barred ~ class`, with what can be taken out of the class no longer looked for. Where a
/// character has to follow, nothing that matches only at the end of the input need be barred.
fn bar(barred: &Node, mut class: Class, functions: &[Function]) -> Option<Vec<Node>> {
    let alternatives = match barred {
        Node::Choice(nodes) => nodes.as_slice(),
        node => std::slice::from_ref(node),
    };
    let mut rest = Vec::new();
    for node in alternatives {
        match as_class(node) {
            Some(out) => class = class.without(&out),
            None if Starts::of(node, functions).bytes().is_empty() => {}
            None => rest.push(node.clone()),
        }
    }
    if rest.len() == alternatives.len() {
        return None;
    }
    let look = (!rest.is_empty()).then(|| Node::Look { node: Box::new(choice(rest)), negated: true });
    Some(look.into_iter().chain([Node::Class(class)]).collect())
}

/// `e ~ e*` and what pest makes of `e{2,4}`: `e ~ e ~ e? ~ e?`.
///
/// Sound because matching does not depend on history: where `e` failed once it fails again.
fn join_repeats(left: &Node, right: &Node, functions: &[Function]) -> Option<Node> {
    fn parts(node: &Node) -> (&Node, u32, Option<u32>) {
        match node {
            Node::Repeat { node, min, max } => (node, *min, *max),
            node => (node, 1, Some(1)),
        }
    }
    let (node, left_min, left_max) = parts(left);
    let (other, right_min, right_max) = parts(right);
    // The item of an open repetition may have been given a fast path.
    let same = node == other
        || (right_max.is_none() && *other == with_run(node.clone(), functions))
        || matches!((as_class(node), as_class(other)), (Some(a), Some(b)) if a == b);
    if !same || (left_max.is_none() && right_min > 0) {
        return None;
    }
    let max = match (left_max, right_max) {
        (Some(left), Some(right)) => Some(left.checked_add(right)?),
        _ => None,
    };
    // A right side with a minimum gets its share only after the left side has taken all it can.
    let min = match (right_min, left_max) {
        (0, _) => left_min,
        (needed, Some(taken)) => taken.checked_add(needed)?,
        (_, None) => return None,
    };
    let node = if left_max.is_none() { node } else { other };
    Some(Node::Repeat { node: Box::new(node.clone()), min, max })
}

fn offer(alternatives: &mut Vec<Node>, node: Node) {
    let last = alternatives.last().and_then(as_class);
    match (last, as_class(&node), alternatives.last_mut()) {
        (Some(one), Some(other), Some(last)) => *last = Node::Class(one.union(&other)),
        _ => alternatives.push(node),
    }
}

/// Gives the item `!e ~ c` of an open repetition a fast path: characters of the class `c` with
/// whose first byte `e` cannot begin need no look at `e`, so a whole run of them can be skipped.
fn with_run(node: Node, functions: &[Function]) -> Node {
    let Node::Sequence(parts) = &node else {
        return node;
    };
    let Some((last, looks)) = parts.split_last() else {
        return node;
    };
    let Some(mut class) = as_class(last) else {
        return node;
    };
    for look in looks {
        let Node::Look { node: barred, negated: true } = look else {
            return node;
        };
        let starts = Starts::of(barred, functions).bytes();
        class.ascii &= !(0..128u8).filter(|byte| starts.contains(*byte)).fold(0, |bits, byte| bits | 1 << byte);
        if (128..=u8::MAX).any(|byte| starts.contains(byte)) {
            class.wide = Wide::None;
        }
    }
    if class.is_empty() {
        return node;
    }
    let run = Node::Repeat { node: Box::new(Node::Class(class)), min: 1, max: None };
    choice([run, node])
}
