//! What stands around every page: a head, and a policy that lets the page's own style and script run and nothing else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use messages::Language;
use sha2::{Digest, Sha256};

/// A page without its content. Nothing of it comes from a journal but the title, which is escaped.
pub(super) struct Frame<'a> {
    pub(super) language: Language,
    pub(super) title: &'a str,
    pub(super) style: &'a str,
    pub(super) script: Option<&'a str>,
}

impl Frame<'_> {
    /// The whole page.
    pub(super) fn around(&self, body: &Markup) -> Markup {
        let script = self.script.map(|script| format!(" script-src {};", hash(script))).unwrap_or_default();
        let policy =
            format!("default-src 'none'; style-src {};{script} base-uri 'none'; form-action 'none'", hash(self.style));
        html! {
            (DOCTYPE)
            html lang=(self.language.code()) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    title { "netlint: " (self.title) }
                    style { (PreEscaped(self.style)) }
                }
                body {
                    (body)
                    @if let Some(script) = self.script { script { (PreEscaped(script)) } }
                }
            }
        }
    }
}

/// How a policy names what stands in the page.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}
