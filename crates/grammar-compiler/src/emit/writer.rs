//! Writes indented Rust.

use crate::bytes::ByteSet;

/// Lines of Rust with indentation that follows the braces.
pub(super) struct Writer {
    text: String,
    depth: usize,
}

impl Writer {
    pub(super) fn new(depth: usize) -> Self {
        Self { text: String::new(), depth }
    }

    pub(super) fn line(&mut self, line: &str) {
        if line.starts_with('}') {
            self.depth = self.depth.saturating_sub(1);
        }
        if !line.is_empty() {
            self.text += &"    ".repeat(self.depth);
        }
        self.text += line;
        self.text.push('\n');
        if line.ends_with('{') {
            self.depth += 1;
        }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// A pattern for the members of a set, such as `b'0'..=b'9' | b'_'`.
pub(super) fn byte_pattern(set: ByteSet) -> String {
    let ranges: Vec<String> = set
        .ranges()
        .into_iter()
        .map(|(first, last)| match last - first {
            0 => byte_literal(first),
            1 => format!("{} | {}", byte_literal(first), byte_literal(last)),
            _ => format!("{}..={}", byte_literal(first), byte_literal(last)),
        })
        .collect();
    ranges.join(" | ")
}

pub(super) fn byte_literal(byte: u8) -> String {
    if byte.is_ascii() { format!("b'{}'", byte.escape_ascii()) } else { format!("{byte:#04x}") }
}

pub(super) fn bytes_literal(text: &str) -> String {
    format!("b\"{}\"", text.as_bytes().escape_ascii())
}
