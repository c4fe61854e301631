//! Halves of characters that some editors send.

/// JSON in which halves of surrogate pairs that stand alone are replaced by U+FFFD, which is as wide; `None` where
/// there are none.
pub(super) fn mend(json: &str) -> Option<String> {
    let bytes = json.as_bytes();
    let mut mended = String::new();
    let (mut at, mut kept) = (0, 0);
    while let Some(found) = bytes[at..].iter().position(|byte| *byte == b'\\') {
        at += found;
        match unit(json, at) {
            Some(0xd800..=0xdbff) if matches!(unit(json, at + 6), Some(0xdc00..=0xdfff)) => at += 12,
            Some(0xd800..=0xdfff) => {
                mended.push_str(&json[kept..at]);
                mended.push_str("\\ufffd");
                at += 6;
                kept = at;
            }
            // Another escape, whose second character may be a backslash.
            _ => at = (at + 2).min(bytes.len()),
        }
    }
    (kept > 0).then(|| mended + &json[kept..])
}

/// The number of an escape `\u0000` that begins here.
fn unit(json: &str, at: usize) -> Option<u32> {
    let digits = json.get(at..at + 6)?.strip_prefix("\\u")?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::mend;

    #[test]
    fn only_halves_are_replaced() {
        for fine in ["", "a", r"\ud83d\ude00", r"\\ud800", r"\u00e9", "\\", r"\u", r"é\"] {
            assert_eq!(mend(fine), None, "{fine}");
        }
        assert_eq!(mend(r"a\ud800b\ud83d\ude00\udc00").as_deref(), Some(r"a\ufffdb\ud83d\ude00\ufffd"));
        assert_eq!(mend(r"\ud800\ud83d\ude00").as_deref(), Some(r"\ufffd\ud83d\ude00"));
    }
}
