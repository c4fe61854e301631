//! Three texts in, parted by a byte that no text has: whatever they are, nothing that a side wrote is lost.

#![no_main]

use libfuzzer_sys::fuzz_target;
use merge::{Style, merge};

fuzz_target!(|input: &[u8]| {
    let mut parts = input.splitn(3, |byte| *byte == 0xff);
    let [base, ours, theirs] = [(); 3].map(|()| parts.next().unwrap_or_default());
    let merged = merge(base, ours, theirs, &Style::default());
    let contains = |text: &[u8], word: &[u8]| word.is_empty() || text.windows(word.len()).any(|it| it == word);
    for word in [ours, theirs].iter().flat_map(|side| side.split(u8::is_ascii_whitespace)) {
        // A byte-order mark is no part of the word behind it.
        let word = word.strip_prefix("\u{feff}".as_bytes()).unwrap_or(word);
        assert!(contains(base, word) || contains(&merged.bytes, word), "{}", String::from_utf8_lossy(word));
    }
});
