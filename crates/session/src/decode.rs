//! Bytes to text.

/// The text of a file, and the place and value of the first byte that is not UTF-8, if there is one. Each such byte
/// is replaced by `?`, so that every offset stays true and the rest of the file is read.
pub(crate) fn decode(bytes: Vec<u8>) -> (String, Option<(u32, u8)>) {
    let mut bytes = match String::from_utf8(bytes) {
        Ok(text) => return (text, None),
        Err(error) => error.into_bytes(),
    };
    let mut first = None;
    let mut at = 0;
    while let Err(error) = std::str::from_utf8(&bytes[at..]) {
        let start = at + error.valid_up_to();
        let end = error.error_len().map_or(bytes.len(), |length| start + length);
        first.get_or_insert((start as u32, bytes[start]));
        bytes[start..end].fill(b'?');
        at = end;
    }
    (String::from_utf8(bytes).unwrap_or_default(), first)
}
