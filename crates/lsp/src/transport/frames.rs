//! One frame after the other, whatever comes between.

use std::io::{self, BufRead, Read};

use serde_json::{Map, Value};

use super::mend::mend;

/// No message of an editor is larger. What claims to be is passed over.
const MAX_LENGTH: u64 = 1 << 30;

/// A header line that is longer is none.
const MAX_LINE: u64 = 1 << 12;

const LENGTH: &[u8] = b"content-length:";

/// What came in.
#[derive(Debug, PartialEq)]
pub(crate) enum Frame {
    /// A JSON object.
    Message(Map<String, Value>),
    /// Something else, and what is wrong with it.
    Bad(String),
    /// Nothing more will come.
    End,
}

/// The next frame; `None` at the end of the input.
pub(crate) fn next_frame(input: &mut impl BufRead) -> Option<Frame> {
    let length = header(input).ok()??;
    if length > MAX_LENGTH {
        io::copy(&mut input.take(length), &mut io::sink()).ok()?;
        return Some(Frame::Bad(format!("a message of {length} bytes is too large")));
    }
    let mut body = Vec::new();
    input.take(length).read_to_end(&mut body).ok()?;
    if (body.len() as u64) < length {
        return None;
    }
    Some(parse(&body))
}

/// Reads up to the blank line behind a `Content-Length`, which may be written in any case and stand behind rubbish.
fn header(input: &mut impl BufRead) -> io::Result<Option<u64>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.by_ref().take(MAX_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = line.trim_ascii();
        if line.is_empty() {
            if length.is_some() {
                return Ok(length);
            }
            continue;
        }
        let start = line.windows(LENGTH.len()).rposition(|part| part.eq_ignore_ascii_case(LENGTH));
        if let Some(start) = start {
            let number = str::from_utf8(&line[start + LENGTH.len()..]).unwrap_or_default();
            length = number.trim().parse().ok();
        }
    }
}

fn parse(body: &[u8]) -> Frame {
    let text = String::from_utf8_lossy(body);
    let value = serde_json::from_str(&text).or_else(|error| match mend(&text) {
        Some(mended) => serde_json::from_str(&mended),
        None => Err(error),
    });
    match value {
        Ok(Value::Object(message)) => Frame::Message(message),
        Ok(_) => Frame::Bad("a message must be a JSON object".to_owned()),
        Err(error) => Frame::Bad(format!("a message is no JSON: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn frames(input: &[u8]) -> Vec<Frame> {
        let mut input = io::BufReader::with_capacity(7, input);
        std::iter::from_fn(|| next_frame(&mut input)).collect()
    }

    fn message(value: Value) -> Frame {
        match value {
            Value::Object(message) => Frame::Message(message),
            other => Frame::Bad(other.to_string()),
        }
    }

    #[test]
    fn frames_follow_each_other_whatever_comes_between() {
        let input = b"Content-Length: 7\r\n\r\n{\"a\":1}\
            Content-Type: x\r\ncontent-length: 7\r\nMore: y\r\n\r\n{\"a\":2}\
            rubbish\n\n\nrubbish content-LENGTH:7\n\n{\"a\":3}\
            Content-Length: x\r\n\r\nContent-Length: 7\r\n\r\n{\"a\":4}";
        let expected: Vec<Frame> = (1..=4).map(|number| message(json!({ "a": number }))).collect();
        assert_eq!(frames(input), expected);
    }

    #[test]
    fn what_cannot_be_read_is_said_and_passed_over() {
        let bad = ["{", "[1]", "7", "", "{\"a\":\"\\uZZ\"}"];
        for body in bad {
            let input = format!("Content-Length: {}\r\n\r\n{body}Content-Length: 2\r\n\r\n{{}}", body.len());
            let found = frames(input.as_bytes());
            assert!(matches!(found[0], Frame::Bad(_)), "{body}: {found:?}");
            assert_eq!(found[1], message(json!({})), "{body}");
        }
    }

    #[test]
    fn bytes_and_halves_of_characters_that_are_no_text_are_replaced() {
        assert_eq!(frames(b"Content-Length: 9\r\n\r\n{\"a\":\"\xff\"}"), [message(json!({ "a": "\u{fffd}" }))]);
        let half = r#"{"a":"x\ud800y"}"#;
        let input = format!("Content-Length: {}\r\n\r\n{half}", half.len());
        assert_eq!(frames(input.as_bytes()), [message(json!({ "a": "x\u{fffd}y" }))]);
    }

    #[test]
    fn an_input_that_ends_within_a_frame_is_at_its_end() {
        assert_eq!(frames(b"Content-Length: 9\r\n\r\n{"), []);
        assert_eq!(frames(b"Content-Length: 9"), []);
        assert_eq!(frames(b""), []);
    }
}
