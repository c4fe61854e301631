//! The canonical form of a journal.
//!
//! A text goes in, edits come out: in order, apart from each other, and only where something changes, so that a
//! command line, a diff and an editor can use the same. What a journal means never changes, nor does what a Markdown
//! viewer shows, but for white space, bullets, the zeros of dates and the order of a person's fields. What stands
//! in front matter, code, HTML, quotes, tables, paragraphs and notes is not touched.
//!
//! ```
//! use format::{Style, format};
//! use journal::Vocabulary;
//!
//! let text = "# Ada Lovelace @ada\n* city:London\n* every : weekly\n## 2026-2-3\n* coffee  with @bob:hi";
//! let vocabulary = Vocabulary::default();
//! let edits = format(text, &Style::new(&vocabulary));
//! let edits = edits.iter().map(|edit| (edit.span, edit.text.as_str()));
//! assert_eq!(
//!     syntax::edited(text, edits),
//!     "# Ada Lovelace @ada\n\n- every: weekly\n- city: London\n\n## 2026-02-03\n\n- coffee with @bob: hi\n"
//! );
//! ```

mod blanks;
mod edits;
mod fields;
mod heads;
mod lists;
mod order;
mod verbs;

use journal::{Outline, Vocabulary};
use messages::Language;
use syntax::{Block, BlockKind, Item, ItemKind, Span};

pub use edits::Edit;
use edits::Edits;

/// How a text is to be formatted.
#[derive(Clone, Copy, Debug)]
pub struct Style<'a> {
    /// The verbs that the journal may use.
    pub vocabulary: &'a Vocabulary,
    /// Whether the text is the page of one person.
    pub is_page: bool,
    /// The language that verbs and the small words around them are turned into.
    pub verbs: Option<Language>,
}

impl<'a> Style<'a> {
    /// That of a text which is no page, and keeps its words.
    pub fn new(vocabulary: &'a Vocabulary) -> Self {
        Self { vocabulary, is_page: false, verbs: None }
    }
}

/// What is to be changed so that a text, of less than 4 GiB, has its canonical form.
///
/// A text stays as it is where what a viewer sees is not what netlint reads: one with a carriage return that ends no
/// line, and one where the target of a link is defined above the underline of a heading.
pub fn format(text: &str, style: &Style<'_>) -> Vec<Edit> {
    let Some(mut edits) = Edits::new(text) else { return Vec::new() };
    let mut blocks = Vec::new();
    let bullets = syntax::scan_bullets(text, &mut blocks);
    if blocks.iter().any(|block| may_define(text, block)) {
        return Vec::new();
    }
    let is_canonical = lists::arrange(&mut edits, &blocks, &bullets);
    let ranks = words(&mut edits, &blocks, style);
    blanks::arrange(&mut edits, &blocks);
    let groups = order::groups(text, &blocks, &bullets, &is_canonical, &ranks);
    edits.finish(&groups)
}

/// Formats what stands in headings, items and directives. Gives the place of each field in the order of fields, with
/// where its item begins.
fn words(edits: &mut Edits<'_>, blocks: &[Block], style: &Style<'_>) -> Vec<(u32, usize)> {
    let mut outline = Outline::new(edits.text(), style.is_page, style.vocabulary);
    let (mut item, mut mentions, mut ranks) = (Item::default(), Vec::new(), Vec::new());
    for block in blocks {
        match block.kind {
            BlockKind::Heading(level) => {
                let (heading, _) = outline.heading(level, block.body, &mut mentions);
                heads::heading(edits, block, heading);
            }
            BlockKind::Item => {
                let verb = outline.item(block.body, &mut item);
                match item.kind {
                    ItemKind::Field => {
                        ranks.push((block.span.start, fields::field(edits, outline.reader(), &item)));
                    }
                    ItemKind::Entry => {
                        heads::entry(edits, block.body, &item, verb);
                        if let Some((verb, language)) = verb.zip(style.verbs) {
                            verbs::convert(edits, block.body, &item, (verb, language), style.vocabulary);
                        }
                    }
                    ItemKind::Prose => {}
                }
            }
            BlockKind::Directive => fields::directive(edits, outline.reader(), block.body),
            _ => {}
        }
    }
    ranks
}

/// Whether an underlined text may define the target of a link to CommonMark: then it is no heading there.
fn may_define(text: &str, block: &Block) -> bool {
    let body = block.body.text(text);
    let is_underlined = || !Span::new(block.body.end, block.span.end).text(text).trim().is_empty();
    body.starts_with('[') && body.contains("]:") && is_underlined()
}
