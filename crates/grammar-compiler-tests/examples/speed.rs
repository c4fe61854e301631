//! Times the compiled engine and pest's parser on lines of a plain text journal.
//!
//! `cargo run --release -p netlint-grammar-compiler-tests --example speed`

use std::hint::black_box;
use std::io::Write as _;
use std::time::{Duration, Instant};

use netlint_grammar_compiler_tests::{Rule as Compiled, line};
use pest::Parser as _;

mod reference {
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammars/line.pest"]
    pub(crate) struct Reference;
}

const LINES: [&str; 8] = [
    "# Thursday, the second of May\n",
    "- call @ann-smith: about the #garden party, she knows @tom who has the tent\n",
    "- met @tom @jörg @mary_2: long talk over lunch; wants to move to #lisbon next year\n",
    "\n",
    "Some plain prose without anything special in it, as most lines of a journal are.\n",
    "- wrote @sarah\n",
    "Dinner with @peter and @inés, who brought the #photos of their trip to the Äußere Hebriden.\n",
    "- moved @tom: Lisbon\n",
];

fn main() -> std::io::Result<()> {
    let text: String = LINES.iter().cycle().take(80_000).copied().collect();
    let lines = text.lines().count();
    let mut tokens = Vec::new();
    let compiled = best_of(9, || {
        tokens.clear();
        let mut at = 0;
        while (at as usize) < text.len() {
            let Some(end) = line::parse(Compiled::line, &text, at, &mut tokens) else {
                break;
            };
            at = end;
        }
        black_box(&tokens);
        at as usize
    });
    let pest = best_of(3, || {
        text.split_inclusive('\n')
            .filter_map(|line| reference::Reference::parse(reference::Rule::line, line).ok())
            .map(|pairs| black_box(pairs).as_str().len())
            .sum()
    });
    let mut out = std::io::stdout().lock();
    writeln!(out, "{} lines, {} bytes, {} tokens", lines, text.len(), tokens.len())?;
    #[expect(clippy::cast_precision_loss, reason = "figures for people")]
    for (name, (time, bytes)) in [("compiled", compiled), ("pest", pest)] {
        writeln!(
            out,
            "{name:>9}: {:7.1} MB/s, {:6.1} ns a line ({bytes} bytes)",
            bytes as f64 / time.as_secs_f64() / 1e6,
            time.as_secs_f64() * 1e9 / lines as f64,
        )?;
    }
    Ok(())
}

fn best_of(rounds: usize, mut work: impl FnMut() -> usize) -> (Duration, usize) {
    let mut best = (Duration::MAX, 0);
    for _ in 0..rounds {
        let start = Instant::now();
        let bytes = work();
        best = best.min((start.elapsed(), bytes));
    }
    best
}
