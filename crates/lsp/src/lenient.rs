//! What editors send although the protocol says otherwise, put right before it is read strictly.
//!
//! A change that cannot be read would be left out in silence, and from then on the text would be another one here
//! than there.

use serde_json::{Map, Value};

/// Puts right what is known to come in.
pub(crate) fn tidy(message: &mut Map<String, Value>) {
    // Some clients leave it out, and nothing depends on it.
    message.insert("jsonrpc".to_owned(), "2.0".into());
    if message.get("method").is_none_or(|method| method != "textDocument/didChange") {
        return;
    }
    let Some(params) = message.get_mut("params") else { return };
    if let Some(version @ Value::Null) = params.pointer_mut("/textDocument/version") {
        *version = 0.into();
    }
    let changes = params.get_mut("contentChanges").and_then(Value::as_array_mut);
    for range in changes.into_iter().flatten().filter_map(|change| change.get_mut("range")) {
        for place in ["/start/line", "/start/character", "/end/line", "/end/character"] {
            if let Some(number) = range.pointer_mut(place) {
                *number = clamped(number).into();
            }
        }
    }
}

/// A number that a position may hold; what is none is the largest, which is the end.
fn clamped(number: &Value) -> u32 {
    match number.as_i64() {
        Some(number) => u32::try_from(number.max(0)).unwrap_or(u32::MAX),
        None if number.as_f64().is_some_and(|number| number < 0.0) => 0,
        None => u32::MAX,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn changes_keep_their_range_whatever_it_says() {
        let range =
            json!({ "start": { "line": -1, "character": 3 }, "end": { "line": 1e30, "character": 7_000_000_000_u64 } });
        let params = json!({ "textDocument": { "version": null }, "contentChanges": [{ "range": range, "text": "" }] });
        let mut message = Map::new();
        message.insert("method".to_owned(), "textDocument/didChange".into());
        message.insert("params".to_owned(), params);
        tidy(&mut message);
        let range =
            json!({ "start": { "line": 0, "character": 3 }, "end": { "line": u32::MAX, "character": u32::MAX } });
        let expected = json!({ "textDocument": { "version": 0 }, "contentChanges": [{ "range": range, "text": "" }] });
        assert_eq!(message.get("params"), Some(&expected));
    }
}
