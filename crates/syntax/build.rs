//! Compiles the grammar to the engine that reads journals.

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let grammar = "grammar/journal.pest";
    println!("cargo::rerun-if-changed={grammar}");
    let code = grammar_compiler::compile(&std::fs::read_to_string(grammar)?, "crate::reference::Rule")?;
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("journal.rs"), code)?;
    Ok(())
}
