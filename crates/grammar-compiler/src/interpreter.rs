//! Runs a program directly, so that tests can compare thousands of grammars with pest without
//! compiling any Rust. Follows the emitted code's habits, including where it drops tokens.

use crate::class::{Class, Wide};
use crate::effects::{Effects, split_token};
use crate::program::{Function, Node, Program};

/// A token as `(rule, start, end, next)`.
pub(crate) type Token = (String, usize, usize, usize);

/// What the emitted `parse` returns for a rule at the start of the input, and its tokens.
pub(crate) fn run(program: &Program, rule: &str, input: &str) -> Option<(usize, Vec<Token>)> {
    let (_, entry) = program.entries.iter().find(|(name, _)| name == rule)?;
    let mut run = Run { functions: &program.functions, input, tokens: Vec::new() };
    let end = run.node(&program.functions[*entry].node, 0)?;
    Some((end, run.tokens))
}

struct Run<'r> {
    functions: &'r [Function],
    input: &'r str,
    tokens: Vec<Token>,
}

impl Run<'_> {
    fn node(&mut self, node: &Node, at: usize) -> Option<usize> {
        let rest = &self.input.as_bytes()[at..];
        match node {
            Node::Class(class) => {
                let character = self.input[at..].chars().next()?;
                holds(class, character).then(|| at + character.len_utf8())
            }
            Node::Text(text) => rest.starts_with(text.as_bytes()).then(|| at + text.len()),
            Node::AnyCase(text) => {
                rest.get(..text.len())?.eq_ignore_ascii_case(text.as_bytes()).then(|| at + text.len())
            }
            Node::Start => (at == 0).then_some(at),
            Node::End => rest.is_empty().then_some(at),
            Node::Sequence(nodes) => nodes.iter().try_fold(at, |at, node| self.node(node, at)),
            Node::Choice(nodes) => {
                let (last, nodes) = nodes.split_last()?;
                nodes.iter().find_map(|node| self.attempt(node, at)).or_else(|| self.node(last, at))
            }
            Node::Repeat { node, min, max } => {
                let (mut at, mut count) = (at, 0);
                while max.is_none_or(|max| count < max) {
                    let Some(end) = self.attempt(node, at) else {
                        break;
                    };
                    assert!(end > at || max.is_some(), "endless repetition of {node:?}");
                    (at, count) = (end, count + 1);
                }
                (count >= *min).then_some(at)
            }
            Node::Look { node, negated } => (self.node(node, at).is_some() != *negated).then_some(at),
            Node::Call(index) => self.node(&self.functions[*index].node, at),
            Node::Token { rule, node } => {
                let (head, body) = split_token(node, self.functions);
                let middle = head.iter().try_fold(at, |at, node| self.node(node, at))?;
                let index = self.tokens.len();
                self.tokens.push((rule.clone(), at, 0, 0));
                let end = body.iter().try_fold(middle, |at, node| self.node(node, at))?;
                let next = self.tokens.len();
                self.tokens[index].2 = end;
                self.tokens[index].3 = next;
                Some(end)
            }
            Node::Switch(arms) => {
                let arm = arms.iter().find(|arm| match rest.first() {
                    Some(byte) => arm.bytes.contains(*byte),
                    None => arm.end,
                })?;
                self.node(&arm.node, at)
            }
        }
    }

    fn attempt(&mut self, node: &Node, at: usize) -> Option<usize> {
        let mark = self.tokens.len();
        let end = self.node(node, at);
        if end.is_none() && Effects::of(node, self.functions).litters {
            self.tokens.truncate(mark);
        }
        end
    }
}

fn holds(class: &Class, character: char) -> bool {
    if character.is_ascii() {
        return class.ascii & (1 << character as u32) != 0;
    }
    wide_holds(&class.wide, character)
}

fn wide_holds(wide: &Wide, character: char) -> bool {
    match wide {
        Wide::None => false,
        Wide::All => true,
        Wide::Range(first, last) => (*first..=*last).contains(&character),
        Wide::Property(name) => pest::unicode::by_name(name).unwrap()(character),
        Wide::Union(left, right) => wide_holds(left, character) || wide_holds(right, character),
        Wide::Without(all, barred) => wide_holds(all, character) && !wide_holds(barred, character),
    }
}
