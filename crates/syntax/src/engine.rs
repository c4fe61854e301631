//! One interface to the grammar's two engines: a rule, a text, flat tokens out.

pub(crate) use crate::reference::Rule;

/// One match of one rule of the grammar: 16 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub rule: Rule,
    pub start: u32,
    pub end: u32,
    pub next: u32,
}

pub(crate) fn parse(rule: Rule, input: &str, start: u32, tokens: &mut Vec<Token>) -> Option<u32> {
    use pest::Parser;
    let pairs = crate::reference::Reference::parse(rule, &input[start as usize..]).ok()?;
    let base = tokens.len();
    let mut stack = vec![];
    let mut end = start;
    for t in pairs.tokens() {
        match t {
            pest::Token::Start { rule, pos } => {
                stack.push(tokens.len());
                tokens.push(Token { rule, start: start + pos.pos() as u32, end: 0, next: 0 });
            }
            pest::Token::End { pos, .. } => {
                let i = stack.pop()?;
                tokens[i].end = start + pos.pos() as u32;
                tokens[i].next = tokens.len() as u32;
                if i == base { end = tokens[i].end; }
            }
        }
    }
    Some(end)
}
