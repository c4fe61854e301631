//! The grammar as pest derives it: the reference engine.
//!
//! It explains what was expected where a text is not understood, and the tests hold the compiled engine against
//! it. Reading journals is the compiled engine's work.

use pest::Parser as _;
use pest_derive::Parser;

use crate::engine::{self, Token};

/// The grammar's parser, as pest derives it.
#[derive(Debug, Parser)]
#[grammar = "grammar/journal.pest"]
pub(crate) struct Reference;

/// Whether both engines give the same tokens for each rule; says for which rule they do not. For tests and fuzzing.
#[doc(hidden)]
pub fn engines_agree(text: &str) -> Result<(), String> {
    match Rule::all_rules().iter().find(|rule| compiled(**rule, text) != reference(**rule, text)) {
        Some(rule) => Err(format!("the engines disagree about {rule:?} in {text:?}")),
        None => Ok(()),
    }
}

/// The tokens of pest's parser, flat and in pre-order.
fn reference(rule: Rule, text: &str) -> Option<Vec<Token>> {
    let pairs = Reference::parse(rule, text).ok()?;
    let mut tokens: Vec<Token> = Vec::new();
    let mut open = Vec::new();
    for token in pairs.tokens() {
        match token {
            pest::Token::Start { rule, pos } => {
                open.push(tokens.len());
                tokens.push(Token { rule, start: pos.pos() as u32, end: 0, next: 0 });
            }
            pest::Token::End { pos, .. } => {
                let at = open.pop()?;
                (tokens[at].end, tokens[at].next) = (pos.pos() as u32, tokens.len() as u32);
            }
        }
    }
    Some(tokens)
}

fn compiled(rule: Rule, text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    engine::parse(rule, text, 0, &mut tokens).map(|_| tokens)
}
