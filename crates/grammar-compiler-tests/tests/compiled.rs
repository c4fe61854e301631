//! Emitted code and pest's parser find the same tokens, on fixed and on random grammars.

use proptest::prelude::*;
use proptest::sample::Index;

/// A token as `(rule, start, end, next)`.
type Plain<R> = (R, usize, usize, usize);

/// Fills a module that holds a `Rule`, a `Reference` parser, an `engine` and the `GRAMMAR`.
macro_rules! compare_with_pest {
    () => {
        #[test]
        fn matches_as_pest_does() {
            crate::for_inputs(GRAMMAR, &|input| {
                for rule in Rule::all_rules() {
                    compare(*rule, input);
                }
            });
        }

        fn compare(rule: Rule, input: &str) {
            let expected =
                <Reference as pest::Parser<Rule>>::parse(rule, input).ok().map(|pairs| crate::flatten(pairs, 0));
            assert_eq!(tokens(rule, "", input), expected, "{rule:?} on {input:?}");
            let shifted = expected.map(|tokens| {
                let shift = |(rule, start, end, next)| (rule, start + 3, end + 3, next + 1);
                tokens.into_iter().map(shift).collect()
            });
            assert_eq!(tokens(rule, "é\n", input), shifted, "{rule:?} on shifted {input:?}");
        }

        /// The tokens of `input` behind `before`, appended to a token if there is a `before`.
        fn tokens(rule: Rule, before: &str, input: &str) -> Option<Vec<crate::Plain<Rule>>> {
            let whole = format!("{before}{input}");
            let mut tokens = Vec::new();
            if !before.is_empty() {
                tokens.push(engine::Token { rule, start: 7, end: 8, next: 9 });
            }
            let earlier = tokens.clone();
            let end = engine::parse(rule, &whole, before.len() as u32, &mut tokens);
            assert_eq!(tokens.get(..earlier.len()), Some(&*earlier));
            let new = tokens.split_off(earlier.len());
            let Some(end) = end else {
                assert!(new.is_empty(), "{rule:?} left {new:?} behind on {input:?}");
                return None;
            };
            if let Some(first) = new.first().filter(|first| first.rule == rule) {
                assert_eq!(first.end, end);
            }
            let plain =
                |token: engine::Token| (token.rule, token.start as usize, token.end as usize, token.next as usize);
            Some(new.into_iter().map(plain).collect())
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/modules.rs"));

#[test]
fn tokens_are_small() {
    assert_eq!(size_of::<netlint_grammar_compiler_tests::line::Token>(), 16);
}

#[test]
fn starts_within_or_behind_the_input_match_nothing() {
    use netlint_grammar_compiler_tests::{Rule, line};
    let mut tokens = Vec::new();
    assert_eq!(line::parse(Rule::text, "é", 1, &mut tokens), None);
    assert_eq!(line::parse(Rule::text, "é", 3, &mut tokens), None);
    assert_eq!(line::parse(Rule::text, "é", 2, &mut tokens), Some(2));
}

/// Runs a test on inputs made of what a grammar mentions.
fn for_inputs(grammar: &str, test: &dyn Fn(&str)) {
    let pieces = pieces(grammar);
    let choices = prop::collection::vec(any::<Index>(), 0..20);
    let config = ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(choices in choices)| {
        let input: String = choices.iter().map(|index| index.get(&pieces).as_str()).collect();
        test(&input);
    });
}

/// The literals of a grammar, their characters, and some strangers.
fn pieces(grammar: &str) -> Vec<String> {
    let mut pieces: Vec<String> =
        ["a", "1", " ", "\n", "\r\n", "é", "漢", "𝄞", "K", "\u{a0}", "\\"].map(str::to_owned).into();
    let code = grammar.lines().filter(|line| !line.starts_with("//"));
    for literal in code.flat_map(|line| line.split(['"', '\'']).skip(1).step_by(2)) {
        let literal = literal.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
        pieces.extend(literal.chars().map(String::from));
        pieces.push(literal);
    }
    pieces.sort();
    pieces.dedup();
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn flatten<R: pest::RuleType>(pairs: pest::iterators::Pairs<'_, R>, first: usize) -> Vec<Plain<R>> {
    let mut tokens = Vec::new();
    for pair in pairs {
        let span = pair.as_span();
        let (rule, start, end) = (pair.as_rule(), span.start(), span.end());
        let index = tokens.len();
        tokens.push((rule, start, end, 0));
        let inner = flatten(pair.into_inner(), first + index + 1);
        tokens.extend(inner);
        let next = first + tokens.len();
        tokens[index].3 = next;
    }
    tokens
}
