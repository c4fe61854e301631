//! Writes one test module for each grammar in `grammars/` and for some random ones: pest's parser
//! and the compiled one side by side, over the same `Rule` enum.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

#[path = "../grammar-compiler/tests/support/random_grammar.rs"]
#[expect(dead_code, reason = "the tests use the rest of it")]
mod random_grammar;

/// How many random grammars are compiled. Each costs a second or so of rustc's time.
const RANDOM_GRAMMARS: usize = 18;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=grammars");
    println!("cargo::rerun-if-env-changed=GRAMMAR_SEED");
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let mut modules = String::new();
    let mut paths: Vec<_> =
        fs::read_dir("grammars")?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    paths.sort();
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let grammar = fs::read_to_string(&path)?;
        let code = grammar_compiler::compile(&grammar, "super::Rule")
            .map_err(|error| format!("{}: {error}", path.display()))?;
        fs::write(out.join(format!("{name}.rs")), &code)?;
        write_module(&mut modules, &name, &grammar, &code)?;
    }
    for (number, (grammar, code)) in random_grammars()?.iter().enumerate() {
        write_module(&mut modules, &format!("random_{number}"), grammar, code)?;
    }
    Ok(fs::write(out.join("modules.rs"), modules)?)
}

/// The first random grammars that pest accepts, from a fixed seed or from `GRAMMAR_SEED`.
fn random_grammars() -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut state: u64 = env::var("GRAMMAR_SEED").as_deref().unwrap_or("1").parse()?;
    let mut next = || {
        // Knuth's MMIX generator; the high bits are the good ones.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    let mut grammars = Vec::new();
    while grammars.len() < RANDOM_GRAMMARS {
        let grammar = random_grammar::random_grammar(&mut next);
        if let Ok(code) = grammar_compiler::compile(&grammar, "super::Rule") {
            grammars.push((grammar, code));
        }
    }
    Ok(grammars)
}

fn write_module(modules: &mut String, name: &str, grammar: &str, code: &str) -> Result<(), std::fmt::Error> {
    writeln!(
        modules,
        "mod {name} {{
    #[derive(pest_derive::Parser)]
    #[grammar_inline = {grammar:?}]
    pub(crate) struct Reference;
    const GRAMMAR: &str = {grammar:?};
    mod engine {{
{code}
    }}
    compare_with_pest!();
}}"
    )
}
