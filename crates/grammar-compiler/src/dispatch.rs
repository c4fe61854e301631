//! Decides choices by the next byte.

use std::collections::HashMap;

use crate::bytes::ByteSet;
use crate::lower::add_function;
use crate::program::{Arm, Function, Node};
use crate::starts::{Starts, sure};

/// Replaces choices that the next byte can narrow down. Parts that would then be repeated in
/// several arms become functions of their own.
pub(crate) fn finish(node: Node, functions: &mut Vec<Function>) -> Node {
    match node {
        Node::Choice(nodes) => {
            let nodes = nodes.into_iter().map(|node| finish(node, functions)).collect();
            narrow(nodes, functions)
        }
        Node::Sequence(nodes) => Node::Sequence(nodes.into_iter().map(|node| finish(node, functions)).collect()),
        Node::Repeat { node, min, max } => {
            let node = finish(*node, functions);
            Node::Repeat { node: Box::new(guard(node, functions)), min, max }
        }
        Node::Look { node, negated } => Node::Look { node: Box::new(finish(*node, functions)), negated },
        Node::Token { rule, node } => Node::Token { rule, node: Box::new(finish(*node, functions)) },
        node => node,
    }
}

/// An alternative heavier than this is not repeated in several arms.
const COPY_WEIGHT: usize = 4;

fn narrow(mut nodes: Vec<Node>, functions: &mut Vec<Function>) -> Node {
    let groups = groups(&nodes, functions);
    let telling = groups.iter().any(|group| !group.candidates.is_empty() && group.candidates.len() < nodes.len());
    if !telling {
        return Node::Choice(nodes);
    }
    for (index, node) in nodes.iter_mut().enumerate() {
        let uses = groups.iter().filter(|group| group.candidates.contains(&index)).count();
        if uses > 1 && node.weight() > COPY_WEIGHT {
            let name = format!("part_{}", functions.len());
            *node = Node::Call(add_function(functions, name, node.clone()));
        }
    }
    let arms = groups.into_iter().filter(|group| !group.candidates.is_empty()).map(|group| {
        let mut candidates: Vec<Node> =
            group.candidates.iter().filter_map(|index| nodes.get(*index).cloned()).collect();
        Arm {
            bytes: group.bytes,
            end: group.end,
            node: match candidates.len() {
                1 => candidates.remove(0),
                _ => Node::Choice(candidates),
            },
        }
    });
    Node::Switch(arms.collect())
}

/// Next bytes that leave the same alternatives to try.
#[derive(Default)]
struct Group {
    bytes: ByteSet,
    end: bool,
    candidates: Vec<usize>,
}

fn groups(nodes: &[Node], functions: &[Function]) -> Vec<Group> {
    let starts: Vec<Starts> = nodes.iter().map(|node| Starts::of(node, functions)).collect();
    let sure: Vec<ByteSet> = nodes.iter().map(|node| sure(node, functions)).collect();
    let mut places: HashMap<Vec<usize>, usize> = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for next in (0..=u8::MAX).map(Some).chain([None]) {
        let mut candidates = Vec::new();
        for (index, (starts, sure)) in starts.iter().zip(&sure).enumerate() {
            if next.map_or(starts.end, |byte| starts.bytes().contains(byte)) {
                candidates.push(index);
            }
            // What comes after a certain match is never tried.
            if next.is_some_and(|byte| sure.contains(byte)) {
                break;
            }
        }
        let place = *places.entry(candidates.clone()).or_insert_with(|| {
            groups.push(Group { candidates, ..Group::default() });
            groups.len() - 1
        });
        match next {
            Some(byte) => groups[place].bytes = groups[place].bytes.union(ByteSet::of([byte])),
            None => groups[place].end = true,
        }
    }
    groups
}

/// Spares a call that the next byte already dooms.
fn guard(node: Node, functions: &[Function]) -> Node {
    let calls = match &node {
        Node::Call(_) => true,
        Node::Sequence(nodes) => matches!(nodes.first(), Some(Node::Call(_))),
        _ => false,
    };
    let starts = Starts::of(&node, functions);
    if !calls || starts.end || starts.bytes() == ByteSet::ALL {
        return node;
    }
    if starts.bytes().is_empty() {
        return Node::Switch(Vec::new());
    }
    Node::Switch(vec![Arm { bytes: starts.bytes(), end: false, node }])
}
