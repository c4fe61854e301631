//! Functions for classes of characters: one character, and runs of them.

use crate::bytes::ByteSet;
use crate::class::{Class, Wide};

use super::writer::{Writer, byte_literal, byte_pattern};

/// The classes that a source has used so far. Each gets its functions once.
#[derive(Default)]
pub(super) struct Classes {
    used: Vec<Used>,
}

struct Used {
    class: Class,
    one: bool,
    run: bool,
}

impl Classes {
    /// The name of the function that moves over one member.
    pub(super) fn one(&mut self, class: &Class) -> String {
        let index = self.index(class);
        self.used[index].one = true;
        format!("one_{index}")
    }

    /// The name of the function that moves over as many members as there are.
    pub(super) fn run(&mut self, class: &Class) -> String {
        let index = self.index(class);
        self.used[index].run = true;
        format!("run_{index}")
    }

    pub(super) fn source(&self) -> String {
        let mut out = Writer::new(1);
        for (index, used) in self.used.iter().enumerate() {
            if needs_table(&used.class) && (used.one || !is_scan(&used.class)) {
                write_table(&mut out, index, &used.class);
            }
            if used.one {
                write_one(&mut out, index, &used.class);
            }
            if used.run {
                write_run(&mut out, index, &used.class);
            }
        }
        out.finish()
    }

    fn index(&mut self, class: &Class) -> usize {
        if let Some(index) = self.used.iter().position(|used| used.class == *class) {
            return index;
        }
        self.used.push(Used { class: class.clone(), one: false, run: false });
        self.used.len() - 1
    }
}

/// Up to this many ranges are compared; more are looked up.
const COMPARED_RANGES: usize = 2;

fn needs_table(class: &Class) -> bool {
    ByteSet::ascii(class.ascii).ranges().len() > COMPARED_RANGES
}

/// Whether a run ends at one of as many bytes as `memchr` can look for.
fn is_scan(class: &Class) -> bool {
    class.wide == Wide::All && (!class.ascii).count_ones() <= 3
}

fn write_table(out: &mut Writer, index: usize, class: &Class) {
    let ranges: Vec<String> = ByteSet::ascii(class.ascii)
        .ranges()
        .into_iter()
        .map(|(first, last)| format!("({}, {})", byte_literal(first), byte_literal(last)))
        .collect();
    out.line("");
    out.line(&format!("static TABLE_{index}: [bool; 256] = table(&[{}]);", ranges.join(", ")));
}

/// A condition on `byte`, which is ASCII or (the condition then being false) not.
fn ascii_condition(index: usize, class: &Class) -> String {
    if class.ascii == u128::MAX {
        "byte < 0x80".to_owned()
    } else if class.ascii == 0 {
        "false".to_owned()
    } else if needs_table(class) {
        format!("TABLE_{index}[usize::from(byte)]")
    } else {
        let pattern = byte_pattern(ByteSet::ascii(class.ascii));
        format!("matches!(byte, {pattern})")
    }
}

fn write_one(out: &mut Writer, index: usize, class: &Class) {
    out.line("");
    out.line("#[inline(always)]");
    out.line(&format!("fn one_{index}(input: &str, at: usize) -> Option<usize> {{"));
    out.line("let byte = *input.as_bytes().get(at)?;");
    out.line(&format!("if {} {{", ascii_condition(index, class)));
    out.line("return Some(at + 1);");
    out.line("}");
    match &class.wide {
        Wide::None => out.line("None"),
        Wide::All => {
            out.line("match byte {");
            out.line("0x00..=0x7f => None,");
            out.line("0x80..=0xdf => Some(at + 2),");
            out.line("0xe0..=0xef => Some(at + 3),");
            out.line("0xf0..=0xff => Some(at + 4),");
            out.line("}");
        }
        wide => {
            out.line("if byte < 0x80 {");
            out.line("return None;");
            out.line("}");
            out.line("let character = wide_char(input, at)?;");
            out.line(&format!("if {} {{ Some(at + character.len_utf8()) }} else {{ None }}", wide_condition(wide)));
        }
    }
    out.line("}");
}

fn write_run(out: &mut Writer, index: usize, class: &Class) {
    out.line("");
    out.line("#[inline]");
    out.line(&format!("fn run_{index}(input: &str, start: usize) -> usize {{"));
    out.line("let bytes = input.as_bytes();");
    if is_scan(class) {
        let needles = ByteSet::ascii(!class.ascii).iter().map(byte_literal);
        write_scan(out, &needles.collect::<Vec<_>>());
    } else {
        write_loop(out, index, class);
    }
    out.line("}");
}

/// Everything up to one of at most three bytes.
fn write_scan(out: &mut Writer, needles: &[String]) {
    if needles.is_empty() {
        out.line("bytes.len().max(start)");
        return;
    }
    let function = match needles.len() {
        1 => "memchr",
        2 => "memchr2",
        _ => "memchr3",
    };
    let needles = needles.join(", ");
    out.line("let rest = bytes.get(start..).unwrap_or_default();");
    out.line(&format!("start + ::memchr::{function}({needles}, rest).unwrap_or(rest.len())"));
}

fn write_loop(out: &mut Writer, index: usize, class: &Class) {
    let ascii = ascii_condition(index, class);
    out.line("let mut at = start;");
    out.line("while let Some(&byte) = bytes.get(at) {");
    match &class.wide {
        Wide::None => {
            out.line(&format!("if !({ascii}) {{"));
            out.line("break;");
            out.line("}");
            out.line("at += 1;");
        }
        // Between whole characters the bytes of wide ones need not be told apart.
        Wide::All => {
            out.line(&format!("if byte < 0x80 && !({ascii}) {{"));
            out.line("break;");
            out.line("}");
            out.line("at += 1;");
        }
        wide => {
            out.line(&format!("if {ascii} {{"));
            out.line("at += 1;");
            out.line("continue;");
            out.line("}");
            out.line("if byte < 0x80 {");
            out.line("break;");
            out.line("}");
            out.line("match wide_char(input, at) {");
            out.line(&format!("Some(character) if {} => at += character.len_utf8(),", wide_condition(wide)));
            out.line("_ => break,");
            out.line("}");
        }
    }
    out.line("}");
    out.line("at");
}

fn wide_condition(wide: &Wide) -> String {
    match wide {
        Wide::None => "false".to_owned(),
        Wide::All => "true".to_owned(),
        Wide::Range(first, last) => format!("matches!(character, {first:?}..={last:?})"),
        Wide::Property(name) => format!("::pest::unicode::{name}(character)"),
        Wide::Union(left, right) => {
            format!("({} || {})", wide_condition(left), wide_condition(right))
        }
        Wide::Without(all, barred) if **all == Wide::All => format!("!{}", wide_condition(barred)),
        Wide::Without(all, barred) => {
            format!("({} && !{})", wide_condition(all), wide_condition(barred))
        }
    }
}
