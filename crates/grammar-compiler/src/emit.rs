//! Writes a program as Rust source.

mod classes;
mod nodes;
mod writer;

use std::fmt::Write as _;

use crate::program::{Function, Program};
use classes::Classes;
use nodes::Scope;

/// The source of a module with `Token` and `parse`, as the crate's documentation describes it.
pub(crate) fn emit(program: &Program, rule_type: &str) -> String {
    let mut classes = Classes::default();
    let functions: Vec<String> =
        program.functions.iter().map(|function| function_source(function, program, &mut classes)).collect();
    let mut source = HEADER.replace("IMPORT", &import(rule_type));
    source += PARSE_HEAD;
    for (rule, index) in &program.entries {
        let function = &program.functions[*index];
        let call = call(function, "from");
        // Writing to a string cannot fail.
        let _ = writeln!(source, "        Rule::r#{rule} => matchers::{call},");
    }
    source += PARSE_TAIL;
    source += MATCHERS_HEAD;
    source += &functions.concat();
    source += &classes.source();
    source += "}\n";
    source
}

/// Brings the enum into scope under the name that all the rest uses.
fn import(rule_type: &str) -> String {
    match rule_type.rsplit("::").next() {
        Some("Rule") => format!("use {rule_type};"),
        _ => format!("use {rule_type} as Rule;"),
    }
}

/// A call with the arguments that the function asks for.
fn call(function: &Function, at: &str) -> String {
    let origin = if function.effects.origin { ", origin" } else { "" };
    let tokens = if function.effects.yields { ", tokens" } else { "" };
    format!("{}(input, {at}{origin}{tokens})", function.name)
}

fn function_source(function: &Function, program: &Program, classes: &mut Classes) -> String {
    let origin = if function.effects.origin { ", origin: usize" } else { "" };
    let tokens = if function.effects.yields { ", tokens: &mut Vec<Token>" } else { "" };
    let mut scope = Scope::new(&program.functions, classes);
    scope.node(&function.node, &nodes::Failure::Return);
    let body = scope.finish();
    format!(
        "
    pub(super) fn {}(input: &str, start: usize{origin}{tokens}) -> Option<usize> {{
        let bytes = input.as_bytes();
        let mut at = start;
{body}        Some(at)
    }}
",
        function.name
    )
}

const HEADER: &str = "\
// Compiled from a pest grammar by netlint-grammar-compiler. Do not edit.

IMPORT

/// One match of one rule.
#[allow(clippy::allow_attributes, unreachable_pub)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The rule that matched.
    pub rule: Rule,
    /// The byte offset where the match begins.
    pub start: u32,
    /// The byte offset where the match ends.
    pub end: u32,
    /// The index, in the same buffer, of the first token after this one's descendants.
    pub next: u32,
}
";

const PARSE_HEAD: &str = "
/// Matches `rule` at the start of `input[start..]` and appends its tokens to `tokens`, in
/// pre-order, with byte offsets into `input`.
///
/// Returns where the match ends, or `None` if there is none (or `start` is not the offset of a
/// character), and then leaves `tokens` as they were. Like pest's `Parser::parse` it is content
/// with a part of the input. Offsets are `u32`: the caller must refuse inputs of 4 GiB or more.
#[allow(
    clippy::allow_attributes,
    clippy::match_same_arms,
    clippy::too_many_lines,
    unreachable_pub,
    unused_variables
)]
pub fn parse(rule: Rule, input: &str, start: u32, tokens: &mut Vec<Token>) -> Option<u32> {
    let from = start as usize;
    if !input.is_char_boundary(from) {
        return None;
    }
    let origin = from;
    let mark = tokens.len();
    let end = match rule {
";

const PARSE_TAIL: &str = "    };
    if end.is_none() {
        tokens.truncate(mark);
    }
    end.map(|end| end as u32)
}
";

const MATCHERS_HEAD: &str = "
#[allow(
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes,
    non_snake_case,
    unused,
    reason = \"generated code: what is superfluous here is not in the next grammar\"
)]
mod matchers {
    use super::{Rule, Token};

    /// Appends a token without descendants.
    #[inline(always)]
    fn leaf(tokens: &mut Vec<Token>, rule: Rule, start: usize, end: usize) {
        let next = tokens.len() as u32 + 1;
        tokens.push(Token { rule, start: start as u32, end: end as u32, next });
    }

    /// Appends a token whose end is not known yet; returns its index for `close`.
    #[inline(always)]
    fn open(tokens: &mut Vec<Token>, rule: Rule, start: usize) -> usize {
        let index = tokens.len();
        tokens.push(Token { rule, start: start as u32, end: 0, next: 0 });
        index
    }

    #[inline(always)]
    fn close(tokens: &mut [Token], index: usize, end: usize) {
        let next = tokens.len() as u32;
        if let Some(token) = tokens.get_mut(index) {
            token.end = end as u32;
            token.next = next;
        }
    }

    #[inline(always)]
    fn wide_char(input: &str, at: usize) -> Option<char> {
        input.get(at..)?.chars().next()
    }

    const fn table(ranges: &[(u8, u8)]) -> [bool; 256] {
        let mut table = [false; 256];
        let mut index = 0;
        while index < ranges.len() {
            let mut byte = ranges[index].0;
            while byte <= ranges[index].1 {
                table[byte as usize] = true;
                byte += 1;
            }
            index += 1;
        }
        table
    }
";
