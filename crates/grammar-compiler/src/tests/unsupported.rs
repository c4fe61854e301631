//! Each thing that is refused, with the sentence its author gets to read.

use crate::compile;

#[track_caller]
fn assert_refused(grammar: &str, message: &str) {
    assert_eq!(compile(grammar, "super::Rule").unwrap_err().to_string(), message);
}

#[test]
fn recursion() {
    assert_refused(
        "list = { \"(\" ~ item* ~ \")\" }\nitem = { \"a\" | list }",
        "rule `list` calls itself (list > item > list); \
         write it with a repetition, or parse the nesting outside of the grammar",
    );
    assert_refused(
        "a = { \"x\" ~ a? }",
        "rule `a` calls itself (a > a); \
         write it with a repetition, or parse the nesting outside of the grammar",
    );
}

#[test]
fn recursion_through_a_look_ahead() {
    assert_refused(
        "a = { \"x\" ~ !a }",
        "rule `a` calls itself (a > a); \
         write it with a repetition, or parse the nesting outside of the grammar",
    );
}

#[test]
fn stack() {
    let cases = [
        ("PUSH(\"a\") ~ ANY", "PUSH"),
        ("\"a\" ~ PEEK", "PEEK"),
        ("\"a\" ~ PEEK[0..1]", "PEEK"),
        ("\"a\" ~ PEEK_ALL", "PEEK_ALL"),
        ("\"a\" ~ POP", "POP"),
        ("\"a\" ~ POP_ALL", "POP_ALL"),
        ("\"a\" ~ DROP", "DROP"),
    ];
    for (content, builtin) in cases {
        assert_refused(
            &format!("fence = {{ {content} }}"),
            &format!(
                "rule `fence` uses `{builtin}`, but pest's stack is not supported; \
                 match the text without it and compare the parts in code"
            ),
        );
    }
}

#[test]
fn literals_on_the_stack() {
    let error = compile("a = { PUSH_LITERAL(\"x\") }", "super::Rule").unwrap_err();
    insta::assert_snapshot!(error);
}

#[test]
fn implicit_rules() {
    for name in ["WHITESPACE", "COMMENT"] {
        assert_refused(
            &format!("{name} = _{{ \" \" }}\na = {{ \"a\" }}"),
            &format!(
                "rule `{name}` would be matched implicitly between expressions, which is not \
                 supported; name it differently and mention it where it may occur"
            ),
        );
    }
}

#[test]
fn tags() {
    assert_refused(
        "a = { \"a\" }\nb = { a ~ #second = a }",
        "rule `b` uses the tag `#second`, which tokens cannot carry; \
         give the tagged expression a rule of its own",
    );
}

#[test]
fn what_pest_refuses() {
    for grammar in ["a = { \"a\" ~ }", "a = { b }", "a = { (\"\")* }"] {
        insta::assert_snapshot!(compile(grammar, "super::Rule").unwrap_err());
    }
}
