//! Nothing but tests: code that `netlint-grammar-compiler` emits, compiled and compared with
//! `pest_derive` in `tests/`, and timed in `examples/`.
//!
//! The one module here makes sure that emitted code passes this workspace's lints in a library.

/// The rules of `grammars/line.pest`, by hand where others take `pest_derive`'s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(non_camel_case_types, missing_docs, reason = "named as in the grammar")]
pub enum Rule {
    EOI,
    line,
    heading,
    level,
    item,
    mention,
    verb,
    tag,
    text,
    plain,
    blank,
    other,
    end,
}

/// The compiled form of `grammars/line.pest`.
pub mod line {
    include!(concat!(env!("OUT_DIR"), "/line.rs"));
}
