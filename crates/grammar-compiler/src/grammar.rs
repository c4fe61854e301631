//! Reads a grammar with pest's own reader and refuses what has no compiled form.

use std::collections::HashMap;

use pest_meta::optimizer::{OptimizedExpr, OptimizedRule, optimize};
use pest_meta::parser::{self, Rule};
use pest_meta::validator;

use crate::CompileError;

/// A grammar that pest accepts and whose rules do not call themselves.
pub(crate) struct Grammar {
    /// The rules in the order of the file, after pest's optimiser.
    ///
    /// The optimiser is part of pest's semantics, not only of its speed: it turns
    /// `(a ~ b)* ~ a` into `a ~ (b ~ a)*`, which matches `ab` where the original does not.
    pub(crate) rules: Vec<OptimizedRule>,
    /// Whether `EOI` is mentioned, and thus a variant of the `Rule` enum.
    pub(crate) uses_end: bool,
}

impl Grammar {
    pub(crate) fn rule(&self, name: &str) -> Option<&OptimizedRule> {
        self.rules.iter().find(|rule| rule.name == name)
    }
}

/// Parses and validates the text of a grammar.
pub(crate) fn read(text: &str) -> Result<Grammar, CompileError> {
    let pairs = parser::parse(Rule::grammar_rules, text).map_err(|error| pest_errors(&[error]))?;
    let builtins = validator::validate_pairs(pairs.clone()).map_err(|errors| pest_errors(&errors))?;
    for definition in pairs.clone() {
        refuse_tags(&definition)?;
    }
    let syntax = parser::consume_rules(pairs).map_err(|errors| pest_errors(&errors))?;
    let grammar = Grammar { rules: optimize(syntax), uses_end: builtins.contains(&"EOI") };
    for rule in &grammar.rules {
        refuse_implicit(rule)?;
    }
    refuse_recursion(&grammar)?;
    Ok(grammar)
}

fn pest_errors(errors: &[pest::error::Error<Rule>]) -> CompileError {
    let lines: Vec<String> =
        errors.iter().map(|error| error.clone().renamed_rules(parser::rename_meta_rule).to_string()).collect();
    CompileError::new(format!("pest refuses the grammar:\n{}", lines.join("\n")))
}

/// Without pest's feature `grammar-extras` the syntax tree no longer holds tags, so they have to
/// be found in the text's own pairs.
fn refuse_tags(definition: &pest::iterators::Pair<'_, Rule>) -> Result<(), CompileError> {
    let mut inner = definition.clone().into_inner();
    let Some(name) = inner.next() else {
        return Ok(());
    };
    match inner.flatten().find(|pair| pair.as_rule() == Rule::tag_id) {
        Some(tag) => Err(CompileError::in_rule(
            name.as_str(),
            &format!("uses the tag `{}`, which tokens cannot carry", tag.as_str()),
            "give the tagged expression a rule of its own",
        )),
        None => Ok(()),
    }
}

fn refuse_implicit(rule: &OptimizedRule) -> Result<(), CompileError> {
    if rule.name == "WHITESPACE" || rule.name == "COMMENT" {
        return Err(CompileError::in_rule(
            &rule.name,
            "would be matched implicitly between expressions, which is not supported",
            "name it differently and mention it where it may occur",
        ));
    }
    Ok(())
}

/// Recursion is refused so that no input, however nested, can overflow the stack.
fn refuse_recursion(grammar: &Grammar) -> Result<(), CompileError> {
    let mut states = HashMap::new();
    for rule in &grammar.rules {
        visit(grammar, &rule.name, &mut Vec::new(), &mut states)?;
    }
    Ok(())
}

#[derive(Clone, Copy)]
enum Visit {
    Open,
    Done,
}

fn visit<'g>(
    grammar: &'g Grammar,
    name: &'g str,
    path: &mut Vec<&'g str>,
    states: &mut HashMap<&'g str, Visit>,
) -> Result<(), CompileError> {
    let Some(rule) = grammar.rule(name) else {
        return Ok(());
    };
    match states.get(name) {
        Some(Visit::Done) => return Ok(()),
        Some(Visit::Open) => {
            let from = path.iter().position(|open| *open == name).unwrap_or(0);
            let cycle = [path.get(from..).unwrap_or_default(), &[name]].concat();
            return Err(CompileError::in_rule(
                name,
                &format!("calls itself ({})", cycle.join(" > ")),
                "write it with a repetition, or parse the nesting outside of the grammar",
            ));
        }
        None => {}
    }
    states.insert(name, Visit::Open);
    path.push(name);
    for callee in callees(&rule.expr) {
        visit(grammar, callee, path, states)?;
    }
    path.pop();
    states.insert(name, Visit::Done);
    Ok(())
}

fn callees(expr: &OptimizedExpr) -> Vec<&str> {
    match expr {
        OptimizedExpr::Ident(name) => vec![name],
        OptimizedExpr::Seq(left, right) | OptimizedExpr::Choice(left, right) => {
            let mut names = callees(left);
            names.extend(callees(right));
            names
        }
        OptimizedExpr::PosPred(inner)
        | OptimizedExpr::NegPred(inner)
        | OptimizedExpr::Opt(inner)
        | OptimizedExpr::Rep(inner)
        | OptimizedExpr::Push(inner)
        | OptimizedExpr::RestoreOnErr(inner) => callees(inner),
        _ => Vec::new(),
    }
}
