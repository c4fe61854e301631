//! Messages with expressions in braces: `{person.name} is quiet`.

use rhai::{AST, Scope};

use crate::engine;

#[derive(Debug)]
enum Part {
    Text(String),
    Value(String, AST),
}

/// A message whose expressions are compiled. `{{` and `}}` are braces.
#[derive(Debug)]
pub(crate) struct Template(Vec<Part>);

impl Template {
    pub(crate) fn new(text: &str) -> Result<Self, String> {
        let (mut parts, mut plain, mut rest) = (Vec::new(), String::new(), text);
        while let Some(at) = rest.find(['{', '}']) {
            plain.push_str(&rest[..at]);
            let brace = &rest[at..=at];
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix(brace) {
                plain.push_str(brace);
                rest = after;
            } else if brace == "}" {
                return Err("a `}` closes nothing; write `}}` for a brace".to_owned());
            } else {
                let (source, after) = rest.split_once('}').ok_or("a `{` is never closed; write `{{` for a brace")?;
                parts.push(Part::Text(std::mem::take(&mut plain)));
                parts.push(Part::Value(source.to_owned(), engine::compile(source)?));
                rest = after;
            }
        }
        plain.push_str(rest);
        parts.push(Part::Text(plain));
        Ok(Self(parts))
    }

    /// Its expressions, as they are written.
    pub(crate) fn sources(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|part| match part {
            Part::Value(source, _) => Some(source.as_str()),
            Part::Text(_) => None,
        })
    }

    /// The message.
    pub(crate) fn fill(&self, scope: &mut Scope<'_>) -> Result<String, String> {
        let mut filled = String::new();
        for part in &self.0 {
            match part {
                Part::Text(text) => filled.push_str(text),
                Part::Value(_, ast) => filled.push_str(&engine::eval(scope, ast)?.to_string()),
            }
        }
        Ok(engine::line(&filled))
    }
}
