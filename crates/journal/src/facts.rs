//! What one file says, before the others are known: people, entries, mentions, as places in its text.
//!
//! A large file is read in parts, in parallel: each begins at a heading and supposes that nothing is open above
//! it. Where that proves wrong (a fence runs across, a date above holds on), the part is read again as the
//! continuation of the one before.

use rayon::prelude::*;
use syntax::{Block, Span, Spoken, State};

use crate::Day;
use crate::lower::Lowering;
use crate::vocabulary::{VerbId, Vocabulary};

/// Parts have about so many bytes.
const PART: usize = 1 << 22;
/// So many bytes are read at a time within a part.
const STEP: usize = 1 << 15;

/// What one file says.
#[derive(Debug, Default)]
pub struct Facts {
    pub(crate) parts: Vec<Part>,
}

/// What one stretch of a file says. Names, headings and entries are numbered within the part.
#[derive(Debug, Default)]
pub(crate) struct Part {
    /// Each name that is mentioned, once: where it first stands, and whether it is a `[[Name]]`.
    pub(crate) names: Vec<(Span, bool)>,
    pub(crate) headings: Vec<PersonHeading>,
    pub(crate) fields: Vec<FieldFact>,
    pub(crate) entries: Vec<EntryFact>,
    pub(crate) participants: Vec<NameUse>,
    /// Mentions in text and prose.
    pub(crate) mentions: Vec<NameUse>,
    /// `^id` that names the entry.
    pub(crate) anchors: Vec<(u32, Span)>,
    /// `for ^id` in the entry.
    pub(crate) references: Vec<(u32, Span)>,
    pub(crate) date_headings: Vec<DateHeading>,
    /// What begins like a date and is none, or only once it is padded.
    pub(crate) odd_dates: Vec<Span>,
    /// Days in other words than a journal's, where one that could be read would have a meaning.
    pub(crate) spoken: Vec<Spoken>,
    /// Dated sections below a person that hold only prose.
    pub(crate) sections: Vec<(u32, Day, Span)>,
    pub(crate) directives: Vec<Span>,
}

/// A heading that declares a person or refers to one.
#[derive(Debug)]
pub(crate) struct PersonHeading {
    /// The name, where it declares.
    pub(crate) name: Option<Span>,
    /// The handle or link, of [`Part::names`]. None: a page, whose handle is made from its name.
    pub(crate) mention: Option<u32>,
    /// Name and handle.
    pub(crate) span: Span,
    /// Something is told about the person below it.
    pub(crate) has_prose: bool,
}

/// `key: value` of the person whose heading is named.
#[derive(Debug)]
pub(crate) struct FieldFact {
    pub(crate) heading: u32,
    pub(crate) key: Span,
    pub(crate) value: Span,
}

/// A mention: which name, and where it begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameUse {
    pub(crate) name: u32,
    pub(crate) start: u32,
}

/// A date heading, and the person heading above it.
#[derive(Debug)]
pub(crate) struct DateHeading {
    pub(crate) day: Day,
    pub(crate) span: Span,
    pub(crate) heading: Option<u32>,
}

/// An item in entry position that has a verb or a mention.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EntryFact {
    pub(crate) day: Option<Day>,
    pub(crate) body: Span,
    pub(crate) text: Span,
    pub(crate) verb: VerbId,
    pub(crate) is_planned: bool,
    pub(crate) is_from: bool,
    /// The person heading above it, whose person takes part without being named.
    pub(crate) heading: Option<u32>,
    pub(crate) participants: (u32, u32),
}

impl Facts {
    /// Reads a text, of less than 4 GiB. `is_page` says that the file is one person's page.
    pub fn read(text: &str, is_page: bool, vocabulary: &Vocabulary) -> Self {
        Self::read_in_parts(text, is_page, vocabulary, PART)
    }

    /// The same in parts of about so many bytes, which never changes what is read.
    #[doc(hidden)]
    pub fn read_in_parts(text: &str, is_page: bool, vocabulary: &Vocabulary, part: usize) -> Self {
        let step = part.min(STEP);
        let advance = |lowering: &mut Lowering<'_>, state: &mut State, span| advance(lowering, state, span, step);
        let whole = Span::new(0, text.len() as u32);
        let cuts = syntax::cuts(text, whole, part);
        if is_page || cuts.len() < 3 {
            let mut lowering = Lowering::new(text, is_page, vocabulary);
            advance(&mut lowering, &mut State::default(), whole);
            return Self { parts: vec![lowering.finish()] };
        }
        let spans: Vec<Span> = cuts.windows(2).map(|pair| Span::new(pair[0], pair[1])).collect();
        let read: Vec<(Lowering<'_>, State)> = spans
            .par_iter()
            .map(|span| {
                let mut lowering = Lowering::new(text, false, vocabulary);
                let mut state = State::default();
                advance(&mut lowering, &mut state, *span);
                (lowering, state)
            })
            .collect();
        let mut parts: Vec<(Lowering<'_>, State)> = Vec::with_capacity(read.len());
        for ((lowering, state), span) in read.into_iter().zip(spans) {
            match parts.last_mut() {
                // A heading ends every block but a fence and HTML.
                Some((before, open)) if open.is_opaque() || before.reaches_into(text, span) => {
                    advance(before, open, span);
                }
                _ => parts.push((lowering, state)),
            }
        }
        Self { parts: parts.into_iter().map(|(lowering, _)| lowering.finish()).collect() }
    }
}

/// Reads on from where `state` and `lowering` are, about `step` bytes at a time so that their blocks stay in the cache.
fn advance(lowering: &mut Lowering<'_>, state: &mut State, span: Span, step: usize) {
    let text = lowering.text();
    lowering.expect(span.len());
    let mut blocks: Vec<Block> = Vec::new();
    for pair in syntax::cuts(text, span, step).windows(2) {
        blocks.clear();
        *state = syntax::scan(text, Span::new(pair[0], pair[1]), std::mem::take(state), &mut blocks);
        for block in &blocks {
            lowering.block(block);
        }
    }
}
