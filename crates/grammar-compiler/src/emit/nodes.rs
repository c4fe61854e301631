//! Writes nodes as statements that move `at`, or leave for the place where failure is handled.

use crate::effects::{Effects, split_token};
use crate::nodes::as_class;
use crate::program::{Arm, Function, Node};

use super::classes::Classes;
use super::writer::{Writer, byte_literal, byte_pattern, bytes_literal};

/// Where a failed match continues. Whoever handles the failure restores `at` and the tokens.
#[derive(Clone)]
pub(super) enum Failure {
    /// The function fails.
    Return,
    /// The labelled block is left.
    Break(String),
}

impl Failure {
    fn statement(&self) -> String {
        match self {
            Self::Return => "return None;".to_owned(),
            Self::Break(label) => format!("break '{label};"),
        }
    }
}

/// The body of one function in the making.
pub(super) struct Scope<'p> {
    functions: &'p [Function],
    classes: &'p mut Classes,
    out: Writer,
    names: usize,
}

impl<'p> Scope<'p> {
    pub(super) fn new(functions: &'p [Function], classes: &'p mut Classes) -> Self {
        Self { functions, classes, out: Writer::new(2), names: 0 }
    }

    pub(super) fn finish(self) -> String {
        self.out.finish()
    }

    pub(super) fn node(&mut self, node: &Node, failure: &Failure) {
        match node {
            Node::Class(_) | Node::Text(_) | Node::AnyCase(_) => self.terminal(node, failure),
            Node::Start => self.fail_if("at != origin", failure),
            Node::End => self.fail_if("at != bytes.len()", failure),
            Node::Sequence(nodes) => nodes.iter().for_each(|node| self.node(node, failure)),
            Node::Choice(nodes) => self.choice(nodes, failure),
            Node::Repeat { node, min, max } => self.repeat(node, *min, *max, failure),
            Node::Look { node, negated } => self.look(node, *negated, failure),
            Node::Call(index) => {
                let call = super::call(&self.functions[*index], "at");
                self.advance(&call, failure);
            }
            Node::Token { rule, node } => self.token(rule, node, failure),
            Node::Switch(arms) => self.switch(arms, failure),
        }
    }

    fn terminal(&mut self, node: &Node, failure: &Failure) {
        let length = match (node, as_class(node).map(|class| class.single_byte())) {
            (_, Some(Some(_))) => 1,
            (Node::Text(text) | Node::AnyCase(text), _) => text.len(),
            _ => 0,
        };
        match (self.condition(node), node) {
            (Some(condition), _) if length > 0 => {
                self.fail_if(&format!("!({condition})"), failure);
                self.line(&format!("at += {length};"));
            }
            (_, Node::Class(class)) => {
                let one = self.classes.one(class);
                self.advance(&format!("{one}(input, at)"), failure);
            }
            _ => self.line(&failure.statement()),
        }
    }

    /// A test for nodes that need no statements.
    fn condition(&mut self, node: &Node) -> Option<String> {
        if let Some(byte) = as_class(node).and_then(|class| class.single_byte()) {
            return Some(format!("bytes.get(at) == Some(&{})", byte_literal(byte)));
        }
        match node {
            Node::Text(text) => {
                Some(format!("bytes.get(at..).is_some_and(|rest| rest.starts_with({}))", bytes_literal(text)))
            }
            Node::AnyCase(text) => Some(format!(
                "bytes.get(at..at + {}).is_some_and(|text| text.eq_ignore_ascii_case({}))",
                text.len(),
                bytes_literal(text)
            )),
            Node::Class(class) => Some(format!("{}(input, at).is_some()", self.classes.one(class))),
            _ => None,
        }
    }

    fn choice(&mut self, nodes: &[Node], failure: &Failure) {
        let Some((last, nodes)) = nodes.split_last() else {
            return self.line(&failure.statement());
        };
        let done = self.name("done");
        let litters = nodes.iter().any(|node| self.effects(node).litters);
        self.line(&format!("'{done}: {{"));
        let restore = self.save(litters);
        for node in nodes {
            let next = self.name("next");
            self.line(&format!("'{next}: {{"));
            self.node(node, &Failure::Break(next));
            self.line(&format!("break '{done};"));
            self.line("}");
            let litters = self.effects(node).litters;
            self.restore(&restore, litters);
        }
        self.node(last, failure);
        self.line("}");
    }

    fn repeat(&mut self, node: &Node, min: u32, max: Option<u32>, failure: &Failure) {
        match (as_class(node), min, max) {
            (Some(class), 0 | 1, None) => {
                let run = self.classes.run(&class);
                if min == 0 {
                    self.line(&format!("at = {run}(input, at);"));
                    return;
                }
                let end = self.name("end");
                self.line(&format!("let {end} = {run}(input, at);"));
                self.fail_if(&format!("{end} == at"), failure);
                self.line(&format!("at = {end};"));
            }
            (_, 0, Some(1)) => {
                let done = self.name("done");
                self.line(&format!("'{done}: {{"));
                self.attempt(node, &format!("break '{done};"));
                self.line("}");
            }
            (_, min, Some(max)) if min == max => {
                self.line(&format!("for _ in 0..{max} {{"));
                self.node(node, failure);
                self.line("}");
            }
            (_, 0, None) => {
                let again = self.name("again");
                self.line(&format!("'{again}: loop {{"));
                self.attempt(node, &format!("continue '{again};"));
                self.line("break;");
                self.line("}");
            }
            (_, min, max) => {
                let (again, count) = (self.name("again"), self.name("count"));
                let head = match max {
                    Some(max) => format!("while {count} < {max}"),
                    None => "loop".to_owned(),
                };
                self.line(&format!("let mut {count} = 0u32;"));
                self.line(&format!("'{again}: {head} {{"));
                self.attempt(node, &format!("{count} = {count}.saturating_add(1); continue '{again};"));
                self.line("break;");
                self.line("}");
                if min > 0 {
                    self.fail_if(&format!("{count} < {min}"), failure);
                }
            }
        }
    }

    /// Matches the node and goes on with `success`, or falls through with all as it was.
    fn attempt(&mut self, node: &Node, success: &str) {
        let litters = self.effects(node).litters;
        let restore = self.save(litters);
        let miss = self.name("miss");
        self.line(&format!("'{miss}: {{"));
        self.node(node, &Failure::Break(miss));
        self.line(success);
        self.line("}");
        self.restore(&restore, litters);
    }

    fn look(&mut self, node: &Node, negated: bool, failure: &Failure) {
        if let Some(condition) = self.condition(node) {
            let not = if negated { "" } else { "!" };
            return self.fail_if(&format!("{not}({condition})"), failure);
        }
        let before = self.save(false);
        if negated {
            let absent = self.name("absent");
            self.line(&format!("'{absent}: {{"));
            self.node(node, &Failure::Break(absent));
            self.line(&failure.statement());
            self.line("}");
        } else {
            self.node(node, failure);
        }
        self.restore(&before, false);
    }

    fn token(&mut self, rule: &str, node: &Node, failure: &Failure) {
        let functions = self.functions;
        let (head, body) = split_token(node, functions);
        let from = self.name("from");
        self.line(&format!("let {from} = at;"));
        for node in head {
            self.node(node, failure);
        }
        if body.is_empty() {
            self.line(&format!("leaf(tokens, Rule::r#{rule}, {from}, at);"));
            return;
        }
        let token = self.name("token");
        self.line(&format!("let {token} = open(tokens, Rule::r#{rule}, {from});"));
        for node in body {
            self.node(node, failure);
        }
        self.line(&format!("close(tokens, {token}, at);"));
    }

    fn switch(&mut self, arms: &[Arm], failure: &Failure) {
        self.line("match bytes.get(at) {");
        for arm in arms {
            let bytes = (!arm.bytes.is_empty()).then(|| format!("Some({})", byte_pattern(arm.bytes)));
            let end = arm.end.then(|| "None".to_owned());
            let pattern: Vec<String> = bytes.into_iter().chain(end).collect();
            self.line(&format!("{} => {{", pattern.join(" | ")));
            self.node(&arm.node, failure);
            self.line("}");
        }
        self.line(&format!("_ => {{ {} }}", failure.statement()));
        self.line("}");
    }

    fn advance(&mut self, call: &str, failure: &Failure) {
        self.line(&format!("match {call} {{"));
        self.line("Some(end) => at = end,");
        self.line(&format!("None => {{ {} }}", failure.statement()));
        self.line("}");
    }

    fn fail_if(&mut self, condition: &str, failure: &Failure) {
        self.line(&format!("if {condition} {{"));
        self.line(&failure.statement());
        self.line("}");
    }

    /// Remembers the position, and the number of tokens if attempts may leave some behind.
    fn save(&mut self, tokens: bool) -> Saved {
        let before = self.name("before");
        self.line(&format!("let {before} = at;"));
        let mark = tokens.then(|| {
            let mark = self.name("mark");
            self.line(&format!("let {mark} = tokens.len();"));
            mark
        });
        Saved { before, mark }
    }

    fn restore(&mut self, saved: &Saved, tokens: bool) {
        self.line(&format!("at = {};", saved.before));
        if let (Some(mark), true) = (&saved.mark, tokens) {
            self.line(&format!("tokens.truncate({mark});"));
        }
    }

    fn effects(&self, node: &Node) -> Effects {
        Effects::of(node, self.functions)
    }

    fn name(&mut self, stem: &str) -> String {
        self.names += 1;
        format!("{stem}_{}", self.names)
    }

    fn line(&mut self, line: &str) {
        self.out.line(line);
    }
}

struct Saved {
    before: String,
    mark: Option<String>,
}
