//! Makes random grammars, and inputs that have a chance to match them, out of random bytes.
//!
//! Shared by this crate's unit tests, which interpret them, and by the crate
//! `netlint-grammar-compiler-tests`, which compiles them. Working on plain bytes lets proptest
//! shrink (a zero is the simplest choice everywhere) and lets a build script use a fixed seed.

use std::fmt::Write as _;

/// How many rules a random grammar has. Rule `rN` calls only rules after it: no recursion.
const RULES: usize = 5;

/// The text of a grammar with rules `r0`, `r1`, … and, for each, a rule `whole_rN` whose token
/// shows how far `rN` matches. pest may refuse it, for instance for an endless repetition.
pub(crate) fn random_grammar(choices: &mut dyn FnMut() -> u8) -> String {
    let mut text = String::new();
    for rule in (0..RULES).rev() {
        let modifier = ["", "_", "@", "$", "!"][usize::from(choices()) % 5];
        let content = expression(choices, rule, 3);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "r{rule} = {modifier}{{ {content} }}\nwhole_r{rule} = {{ r{rule} }}");
    }
    text
}

/// The names of the rules of a random grammar that are worth parsing with.
pub(crate) fn random_grammar_rules() -> Vec<String> {
    (0..RULES).flat_map(|rule| [format!("r{rule}"), format!("whole_r{rule}")]).collect()
}

/// An input from the alphabet that random grammars use.
pub(crate) fn random_input(choices: &[u8]) -> String {
    const PIECES: [&str; 20] = [
        "a", "b", "c", "A", "B", "ab", "abc", "-", " ", "\n", "\r\n", "\r", "1", "0", "é", "É", "漢", "𝄞", "\u{a0}",
        "_",
    ];
    choices.iter().map(|choice| PIECES[usize::from(*choice) % PIECES.len()]).collect()
}

fn expression(choices: &mut dyn FnMut() -> u8, rule: usize, depth: usize) -> String {
    if depth == 0 {
        return terminal(choices, rule);
    }
    let kind = choices();
    let mut sub = || expression(choices, rule, depth - 1);
    match kind % 22 {
        0..=3 => terminal(choices, rule),
        4..=6 => format!("({} ~ {})", sub(), sub()),
        7 => format!("({} ~ {} ~ {})", sub(), sub(), sub()),
        8 | 9 => format!("({} | {})", sub(), sub()),
        10 => format!("({} | {} | {} | {})", sub(), sub(), sub(), sub()),
        11 => format!("({})?", sub()),
        12 => format!("({})*", sub()),
        13 => format!("({})+", sub()),
        14 => {
            let item = sub();
            let bounds = ["{2}", "{1,}", "{,2}", "{1,3}", "{2,}", "{3}"];
            format!("({item}){}", bounds[usize::from(choices()) % bounds.len()])
        }
        15 => format!("(&({}) ~ {})", sub(), sub()),
        16 => format!("(!({}) ~ {})", sub(), sub()),
        17 => format!("(!({} | {}) ~ ANY)*", terminal(choices, rule), terminal(choices, rule)),
        18 => format!("(!({} ~ {}) ~ ANY)+", terminal(choices, rule), terminal(choices, rule)),
        19 => {
            // Shapes that pest's optimiser rewrites.
            let (item, separator) = (sub(), sub());
            format!("(({item} ~ {separator})* ~ {item})")
        }
        20 => {
            let (head, one, other) = (sub(), sub(), sub());
            format!("({head} ~ {one} | {head} ~ {other} | {head})")
        }
        _ => {
            let (item, separator) = (sub(), sub());
            format!("({item} ~ ({separator} ~ {item})*)")
        }
    }
}

fn terminal(choices: &mut dyn FnMut() -> u8, rule: usize) -> String {
    const TERMINALS: [&str; 40] = [
        "\"a\"",
        "\"b\"",
        "\"c\"",
        "\"ab\"",
        "\"abc\"",
        "\"-\"",
        "\"\\n\"",
        "\"é\"",
        "\"漢a\"",
        "^\"a\"",
        "^\"aB\"",
        "^\"É\"",
        "^\"-b\"",
        "'a'..'c'",
        "'b'..'漢'",
        "'z'..'a'",
        "'0'..'9'",
        "ANY",
        "SOI",
        "EOI",
        "NEWLINE",
        "ASCII",
        "ASCII_DIGIT",
        "ASCII_NONZERO_DIGIT",
        "ASCII_BIN_DIGIT",
        "ASCII_OCT_DIGIT",
        "ASCII_HEX_DIGIT",
        "ASCII_ALPHA",
        "ASCII_ALPHA_LOWER",
        "ASCII_ALPHA_UPPER",
        "ASCII_ALPHANUMERIC",
        "LETTER",
        "MARK",
        "NUMBER",
        "WHITE_SPACE",
        "UPPERCASE_LETTER",
        "ALPHABETIC",
        "HAN",
        "\"\"",
        "(LETTER | NUMBER | \"_\" | \"-\")",
    ];
    let choice = usize::from(choices());
    let callees = RULES - 1 - rule;
    if choice >= 150 && callees > 0 {
        return format!("r{}", rule + 1 + choice % callees);
    }
    TERMINALS[choice % TERMINALS.len()].to_owned()
}
