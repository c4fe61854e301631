//! What the emitted source looks like, for its readers.

/// One of each: a token with tokens inside, a class, a scan, a decided choice, an inlined rule.
const GRAMMAR: &str = r#"
line    = { (item | note) ~ end }
item    = { "- " ~ mention ~ (" " ~ mention)* }
mention = @{ "@" ~ (LETTER | "_")+ }
note    = @{ (!end ~ ANY)+ }
end     = _{ "\n" | EOI }
"#;

#[test]
fn small_grammar() {
    let code = grammar_compiler::compile(GRAMMAR, "super::Rule").unwrap();
    insta::assert_snapshot!(code);
}

#[test]
fn other_names_of_the_enum_are_imported_as_rule() {
    let code = grammar_compiler::compile("a = { \"a\" }", "crate::syntax::Kind").unwrap();
    assert!(code.contains("use crate::syntax::Kind as Rule;"));
}
