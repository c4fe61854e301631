//! Compares the program (not yet its Rust) with pest's own interpreter.

use pest::iterators::Pairs;
use pest_vm::Vm;
use proptest::prelude::*;

use super::random_grammar::{random_grammar, random_grammar_rules, random_input};
use crate::interpreter::{Token, run};
use crate::{grammar, lower};

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        max_global_rejects: 100_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn random_grammars_match_as_in_pest(
        choices in prop::collection::vec(any::<u8>(), 0..200),
        inputs in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..12), 1..16),
    ) {
        let mut choices = choices.into_iter();
        let text = random_grammar(&mut || choices.next().unwrap_or(0));
        let read = pest_meta::parse_and_optimize(&text);
        prop_assume!(read.is_ok());
        let vm = Vm::new(read.unwrap().1);
        let program = lower::lower(&grammar::read(&text).unwrap()).unwrap();
        for input in &inputs {
            let input = random_input(input);
            for rule in random_grammar_rules() {
                let found = run(&program, &rule, &input).map(|(_, tokens)| tokens);
                prop_assert_eq!(
                    found,
                    expected(&vm, &rule, &input),
                    "rule {} on {:?} in\n{}", rule, input, text
                );
            }
        }
    }
}

fn expected(vm: &Vm, rule: &str, input: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    flatten(vm.parse(rule, input).ok()?, &mut tokens);
    Some(tokens)
}

fn flatten(pairs: Pairs<'_, &str>, tokens: &mut Vec<Token>) {
    for pair in pairs {
        let span = pair.as_span();
        let index = tokens.len();
        tokens.push((pair.as_rule().to_owned(), span.start(), span.end(), 0));
        flatten(pair.into_inner(), tokens);
        tokens[index].3 = tokens.len();
    }
}
