//! Turns rules into nodes, settling on the way which rules yield tokens.

use std::collections::HashMap;

use pest_meta::ast::RuleType;
use pest_meta::optimizer::OptimizedExpr;

use crate::CompileError;
use crate::class::Class;
use crate::dispatch;
use crate::effects::Effects;
use crate::grammar::Grammar;
use crate::nodes::{as_class, choice, repeat, sequence};
use crate::program::{Function, Node, Program};
use crate::starts::Starts;

/// Compiles all rules of a grammar, each as an entry.
pub(crate) fn lower(grammar: &Grammar) -> Result<Program, CompileError> {
    let mut lowering = Lowering { grammar, nodes: HashMap::new(), calls: HashMap::new(), functions: Vec::new() };
    let mut entries = Vec::new();
    for rule in &grammar.rules {
        entries.push((rule.name.clone(), lowering.function(&rule.name, Mode::Yielding)?));
    }
    if grammar.uses_end && grammar.rule("EOI").is_none() {
        entries.push(("EOI".to_owned(), lowering.function("EOI", Mode::Yielding)?));
    }
    Ok(Program { entries, functions: lowering.functions })
}

/// Nodes up to this weight are repeated where they are used, which spares the call and lets the
/// surroundings see through them.
const INLINE_WEIGHT: usize = 12;

/// Under which circumstances a rule is matched.
///
/// pest decides about tokens while it runs, by the nearest rule with `@`, `$` or `!` and by
/// whether it is looking ahead. Both are known from the path of calls alone, so a rule gets one
/// function for each mode it is called in, and no decision is left for run time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Mode {
    Yielding,
    /// Within `@`: only `$` and `!` rules yield tokens, and make those below them do so.
    Atomic,
    /// Within a look ahead: nothing yields a token.
    Looking,
}

struct Lowering<'g> {
    grammar: &'g Grammar,
    nodes: HashMap<(String, Mode), Node>,
    calls: HashMap<(String, Mode), usize>,
    functions: Vec<Function>,
}

impl Lowering<'_> {
    /// The node that stands for a mention of a rule: its content if small, else a call.
    fn mention(&mut self, name: &str, mode: Mode) -> Result<Node, CompileError> {
        let node = self.rule(name, mode)?;
        if node.weight() <= INLINE_WEIGHT {
            return Ok(node);
        }
        Ok(Node::Call(self.function(name, mode)?))
    }

    fn function(&mut self, name: &str, mode: Mode) -> Result<usize, CompileError> {
        let key = (name.to_owned(), mode);
        if let Some(index) = self.calls.get(&key) {
            return Ok(*index);
        }
        let node = self.rule(name, mode)?;
        let node = dispatch::finish(node, &mut self.functions);
        let prefix = match mode {
            Mode::Yielding => "match",
            Mode::Atomic => "atomic",
            Mode::Looking => "look",
        };
        let index = add_function(&mut self.functions, format!("{prefix}_{name}"), node);
        self.calls.insert(key, index);
        Ok(index)
    }

    fn rule(&mut self, name: &str, mode: Mode) -> Result<Node, CompileError> {
        let key = (name.to_owned(), mode);
        if let Some(node) = self.nodes.get(&key) {
            return Ok(node.clone());
        }
        let Some(rule) = self.grammar.rule(name) else {
            return builtin(name, mode);
        };
        // Mirrors the order of `state.rule` and `state.atomic` in pest's generator: `@` switches
        // inside of its token, `$` and `!` outside. Without implicit whitespace those two agree.
        let (inner, token) = match (rule.ty, mode) {
            (_, Mode::Looking) => (Mode::Looking, false),
            (RuleType::Silent, mode) => (mode, false),
            (RuleType::Normal, mode) => (mode, mode == Mode::Yielding),
            (RuleType::Atomic, mode) => (Mode::Atomic, mode == Mode::Yielding),
            (RuleType::CompoundAtomic | RuleType::NonAtomic, _) => (Mode::Yielding, true),
        };
        let content = self.expression(name, &rule.expr, inner)?;
        let node = if token { Node::Token { rule: name.to_owned(), node: Box::new(content) } } else { content };
        self.nodes.insert(key, node.clone());
        Ok(node)
    }

    #[expect(
        clippy::match_wildcard_for_single_variants,
        reason = "pest's feature `grammar-extras`, which another crate may turn on, adds more"
    )]
    fn expression(&mut self, rule: &str, expression: &OptimizedExpr, mode: Mode) -> Result<Node, CompileError> {
        Ok(match expression {
            OptimizedExpr::Str(text) => text_node(text),
            OptimizedExpr::Insens(text) => match Node::AnyCase(text.clone()) {
                _ if !text.bytes().any(|byte| byte.is_ascii_alphabetic()) => text_node(text),
                node => as_class(&node).map_or(node, Node::Class),
            },
            OptimizedExpr::Range(first, last) => match (first.chars().next(), last.chars().next()) {
                (Some(first), Some(last)) => Node::Class(Class::range(first, last)),
                _ => {
                    return Err(CompileError::in_rule(
                        rule,
                        "has a range with an empty end",
                        "give both ends a character",
                    ));
                }
            },
            OptimizedExpr::Ident(name) => self.identifier(rule, name, mode)?,
            OptimizedExpr::Seq(left, right) => {
                let left = self.expression(rule, left, mode)?;
                let right = self.expression(rule, right, mode)?;
                sequence([left, right], &self.functions)
            }
            OptimizedExpr::Choice(left, right) => {
                let left = self.expression(rule, left, mode)?;
                choice([left, self.expression(rule, right, mode)?])
            }
            OptimizedExpr::Opt(inner) => {
                let node = self.expression(rule, inner, mode)?;
                repeat(node, 0, Some(1), &self.functions)
            }
            OptimizedExpr::Rep(inner) => {
                let node = self.expression(rule, inner, mode)?;
                repeat(node, 0, None, &self.functions)
            }
            OptimizedExpr::Skip(texts) => {
                let barred = choice(texts.iter().map(|text| text_node(text)));
                let step = sequence([look(barred, true), Node::Class(Class::ANY)], &self.functions);
                repeat(step, 0, None, &self.functions)
            }
            OptimizedExpr::PosPred(inner) => look(self.expression(rule, inner, Mode::Looking)?, false),
            OptimizedExpr::NegPred(inner) => look(self.expression(rule, inner, Mode::Looking)?, true),
            OptimizedExpr::Push(_) => return Err(stack_error(rule, "PUSH")),
            OptimizedExpr::PeekSlice(..) => return Err(stack_error(rule, "PEEK")),
            other => {
                return Err(CompileError::in_rule(
                    rule,
                    &format!("contains `{other}`, which only pest's `grammar-extras` can express"),
                    "build pest_meta without that feature",
                ));
            }
        })
    }

    fn identifier(&mut self, rule: &str, name: &str, mode: Mode) -> Result<Node, CompileError> {
        match name {
            "PEEK" | "PEEK_ALL" | "POP" | "POP_ALL" | "DROP" => Err(stack_error(rule, name)),
            _ => self.mention(name, mode),
        }
    }
}

/// Adds a function, or finds the one that does the same.
pub(crate) fn add_function(functions: &mut Vec<Function>, name: String, node: Node) -> usize {
    if let Some(index) = functions.iter().position(|function| function.node == node) {
        return index;
    }
    functions.push(Function {
        name,
        starts: Starts::of(&node, functions),
        effects: Effects::of(&node, functions),
        node,
    });
    functions.len() - 1
}

fn builtin(name: &str, mode: Mode) -> Result<Node, CompileError> {
    let range = |first, last| Class::range(first, last);
    let alpha = || range('a', 'z').union(&range('A', 'Z'));
    let class = match name {
        "SOI" => return Ok(Node::Start),
        "EOI" if mode == Mode::Yielding => {
            return Ok(Node::Token { rule: name.to_owned(), node: Box::new(Node::End) });
        }
        "EOI" => return Ok(Node::End),
        "NEWLINE" => return Ok(choice(["\n", "\r\n", "\r"].map(text_node))),
        "ANY" => Class::ANY,
        "ASCII" => range('\0', '\u{7f}'),
        "ASCII_DIGIT" => range('0', '9'),
        "ASCII_NONZERO_DIGIT" => range('1', '9'),
        "ASCII_BIN_DIGIT" => range('0', '1'),
        "ASCII_OCT_DIGIT" => range('0', '7'),
        "ASCII_HEX_DIGIT" => range('0', '9').union(&range('a', 'f')).union(&range('A', 'F')),
        "ASCII_ALPHA_LOWER" => range('a', 'z'),
        "ASCII_ALPHA_UPPER" => range('A', 'Z'),
        "ASCII_ALPHA" => alpha(),
        "ASCII_ALPHANUMERIC" => alpha().union(&range('0', '9')),
        _ => Class::property(name).ok_or_else(|| {
            CompileError::in_rule(
                name,
                "is a builtin of pest that is not known here",
                "write it out as a rule of the grammar",
            )
        })?,
    };
    Ok(Node::Class(class))
}

fn text_node(text: &str) -> Node {
    if text.is_empty() {
        return Node::Sequence(Vec::new());
    }
    Node::Text(text.to_owned())
}

fn look(node: Node, negated: bool) -> Node {
    Node::Look { node: Box::new(node), negated }
}

fn stack_error(rule: &str, builtin: &str) -> CompileError {
    CompileError::in_rule(
        rule,
        &format!("uses `{builtin}`, but pest's stack is not supported"),
        "match the text without it and compare the parts in code",
    )
}
