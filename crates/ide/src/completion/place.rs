//! What could stand at a place: the block there is read once more, with a letter where the cursor is. So the grammar
//! itself says what a half word is, and that nothing is to be completed in code, links and addresses.

use journal::{FileId, Network, PersonId, Span, names};
use syntax::{Block, BlockKind, Context, Heading, Item, ItemKind, Mention, Reader};

use crate::block::block_at;
use crate::context::under;

/// Stands where the cursor is. It could be part of a word, a handle and a number of a date alike.
const LETTER: &str = "0";

/// What could stand at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// `@handle`.
    Mention,
    /// `[[Name]]`.
    Link,
    /// `for ^id`.
    Reference,
    /// `#tag`.
    Tag,
    /// The first word of an item.
    ItemStart,
    /// The box at the beginning of an item.
    Box,
    /// The first word of a heading.
    HeadingStart,
    /// A line that holds at most one word.
    LineStart,
    /// The value of a field with this key.
    Value(String),
    /// The name of a rule.
    Rule,
    /// The name of a directive.
    Directive,
}

/// Where the cursor is.
#[derive(Clone, Debug)]
pub(crate) struct Here {
    /// What could stand there.
    pub(crate) place: Place,
    /// The token there, with its mark.
    pub(crate) span: Span,
    /// What stands of it before the cursor.
    pub(crate) typed: String,
    /// The cursor is where those are named who take part.
    pub(crate) is_head: bool,
    /// The people who take part in the entry.
    pub(crate) with: Vec<PersonId>,
    /// Whose heading stands above.
    pub(crate) person: Option<PersonId>,
    /// Where the block begins.
    pub(crate) start: u32,
    /// What the first word of an item can be.
    pub(crate) can_be: CanBe,
    /// A blank is missing before the cursor.
    pub(crate) pad: bool,
}

/// What the first word of an item can be.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CanBe {
    pub(crate) verb: bool,
    pub(crate) key: bool,
    pub(crate) date: bool,
}

/// What could stand at an offset.
pub(crate) fn place(network: &Network, file: FileId, offset: u32) -> Option<Here> {
    let text = network.text(file);
    text.get(offset as usize..)?;
    let Some(block) = block_at(network, file, offset) else {
        return Some(
            Probe::new(text, Block { kind: BlockKind::Blank, span: Span::at(0), body: Span::at(0) }, offset)
                .here(Place::LineStart, Span::at(offset)),
        );
    };
    let probe = Probe::new(text, block, offset);
    match block.kind {
        BlockKind::Blank => probe.line_start(),
        BlockKind::Heading(_) => probe.heading(),
        BlockKind::Item => probe.item(network, file),
        BlockKind::Note => probe.prose(),
        BlockKind::Prose => probe.prose().or_else(|| probe.line_start()),
        BlockKind::Directive | BlockKind::Html => probe.directive(),
        BlockKind::Code | BlockKind::FrontMatter | BlockKind::Break => None,
    }
}

/// A block with a letter at the cursor.
struct Probe<'a> {
    text: &'a str,
    block: Block,
    offset: u32,
    /// The body up to the end of the cursor's line and the rest, with the letter.
    with_letter: String,
    /// Where the cursor is in it.
    at: u32,
}

impl<'a> Probe<'a> {
    fn new(text: &'a str, block: Block, offset: u32) -> Self {
        let at = offset.max(block.body.start).min(block.body.end.max(block.body.start));
        let before = text.get(block.body.start as usize..at as usize).unwrap_or_default();
        let after = text.get(at as usize..block.body.end as usize).unwrap_or_default();
        let with_letter = format!("{before}{LETTER}{after}");
        Self { text, block, offset, at: before.len() as u32, with_letter }
    }

    /// The cursor is where something is to be read.
    fn is_inside(&self) -> bool {
        let line = line_end(self.text, self.block.body.end);
        self.block.body.start <= self.offset && self.offset <= line
    }

    fn all(&self) -> Span {
        Span::new(0, self.with_letter.len() as u32)
    }

    fn holds(&self, span: Span) -> bool {
        span.start <= self.at && self.at < span.end
    }

    /// A stretch of the text with the letter, in the text itself.
    fn real(&self, span: Span) -> Span {
        let base = self.block.body.start;
        Span::new(base + span.start, base + span.end.saturating_sub(LETTER.len() as u32))
    }

    fn here(&self, place: Place, span: Span) -> Here {
        // Behind the body there may be blanks, which belong to what is written.
        let span = Span::new(span.start.min(self.offset), span.end.max(self.offset));
        // Editors replace only what stands in one line.
        let above = &self.text[span.start as usize..self.offset as usize];
        let start = above.rfind(['\n', '\r']).map_or(span.start, |at| span.start + at as u32 + 1);
        let span = Span::new(start, span.end.min(line_end(self.text, self.offset)));
        let typed = Span::new(span.start, self.offset).text(self.text).to_owned();
        Here {
            place,
            span,
            typed,
            is_head: false,
            with: Vec::new(),
            person: None,
            start: self.block.body.start,
            can_be: CanBe::default(),
            pad: false,
        }
    }

    fn mention(&self, mentions: &[Mention]) -> Option<Here> {
        let mention = mentions.iter().find(|mention| self.holds(mention.span))?;
        // An address may stand where an entry's verb would.
        let before = self.with_letter.get(..mention.span.start as usize)?;
        if before.rsplit(char::is_whitespace).next().is_some_and(|word| word.contains("://")) {
            return None;
        }
        let place = if mention.is_link { Place::Link } else { Place::Mention };
        Some(self.here(place, self.real(mention.span)))
    }

    /// A link whose end is still to be typed.
    fn open_link(&self) -> Option<Here> {
        let before = self.with_letter.get(..self.at as usize)?;
        let start = before.rfind("[[")?;
        let closed = format!("{before}{LETTER}]]");
        let mut mentions = Vec::new();
        Reader::default().prose(&closed, Span::new(0, closed.len() as u32), &mut mentions);
        let is_it = |it: &Mention| it.is_link && it.span.start == start as u32 && it.span.end == closed.len() as u32;
        mentions.iter().any(is_it).then(|| {
            let start = self.block.body.start + start as u32;
            self.here(Place::Link, Span::new(start, self.offset))
        })
    }

    /// A mention in prose.
    fn prose(&self) -> Option<Here> {
        if !self.is_inside() {
            return None;
        }
        let mut mentions = Vec::new();
        Reader::default().prose(&self.with_letter, self.all(), &mut mentions);
        self.mention(&mentions).or_else(|| self.open_link())
    }

    /// The line holds at most one word, which begins it.
    fn line_start(&self) -> Option<Here> {
        let start = self.text[..self.offset as usize].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let typed = self.text.get(start..self.offset as usize)?;
        let is_alone = self.offset == line_end(self.text, self.offset);
        let is_first = self.block.kind == BlockKind::Blank || self.block.span.start as usize == start;
        let fits = is_alone && is_first && typed.chars().all(char::is_alphabetic);
        fits.then(|| self.here(Place::LineStart, Span::new(start as u32, self.offset)))
    }

    /// What stands before the cursor, if it is the beginning of a word or of a few.
    fn lead(&self, from: u32) -> Option<Span> {
        let before = self.with_letter.get(from as usize..self.at as usize)?;
        let start = from + (before.len() - before.trim_start().len()) as u32;
        let word = before.trim_start();
        let fits =
            word.len() <= 40 && word.chars().all(|c| c.is_alphanumeric() || "-. /".contains(c) || names::is_mark(c));
        let base = self.block.body.start;
        fits.then(|| Span::new(base + start, base + self.at))
    }

    fn heading(&self) -> Option<Here> {
        if !self.is_inside() {
            return None;
        }
        let mut mentions = Vec::new();
        match Reader::default().heading(&self.with_letter, self.all(), &mut mentions) {
            Heading::Person { mention, .. } | Heading::Reference(mention) => {
                // Whoever is declared here has no handle yet.
                let is_reference = mention.span.start == 0;
                return (is_reference || !self.holds(mention.span)).then(|| self.mention(&[mention])).flatten();
            }
            Heading::Date(span) if !self.holds(span) => return self.mention(&mentions),
            Heading::Date(_) | Heading::Plain => {}
        }
        if let Some(found) = self.mention(&mentions) {
            return Some(found);
        }
        let mut here = self.here(Place::HeadingStart, self.lead(0)?);
        here.pad = self.needs_blank('#');
        Some(here)
    }

    /// The cursor stands right behind a mark.
    fn needs_blank(&self, mark: char) -> bool {
        self.at == 0 && self.text[..self.offset as usize].ends_with(mark)
    }

    fn item(&self, network: &Network, file: FileId) -> Option<Here> {
        if !self.is_inside() {
            return None;
        }
        let under = under(network, file, self.block.span.start);
        let mut item = Item::default();
        let mut reader = Reader::default();
        reader.item(&self.with_letter, self.all(), under.context, &mut item);
        let found = self.token(&item).or_else(|| self.field(&item, &mut reader)).or_else(|| self.open_link());
        let mut here = found.or_else(|| self.item_start(&item, under.context))?;
        here.person = under.person;
        here.is_head = item.participants.iter().any(|mention| self.holds(mention.span));
        let named = item.participants.iter().filter(|mention| !self.holds(mention.span));
        let named = named.filter_map(|it| insight::person_of(network, it.name.text(&self.with_letter)));
        here.with = named.collect();
        if here.with.is_empty() && item.kind == ItemKind::Entry {
            here.with.extend(under.person);
        }
        Some(here)
    }

    /// A token with a mark of its own.
    fn token(&self, item: &Item) -> Option<Here> {
        if let Some(found) = self.mention(&item.participants).or_else(|| self.mention(&item.mentions)) {
            return Some(found);
        }
        let marked = |span: &Span| Span::new(span.start - 1, span.end);
        if let Some(span) = item.references.iter().map(marked).find(|span| self.holds(*span)) {
            return Some(self.here(Place::Reference, self.real(span)));
        }
        let tag = item.tags.iter().map(marked).find(|span| self.holds(*span))?;
        Some(self.here(Place::Tag, self.real(tag)))
    }

    /// The value of a field.
    fn field(&self, item: &Item, reader: &mut Reader) -> Option<Here> {
        if item.kind != ItemKind::Field || !self.holds(item.text) {
            return None;
        }
        let mut mentions = Vec::new();
        reader.prose(&self.with_letter, item.text, &mut mentions);
        if let Some(found) = self.mention(&mentions) {
            return Some(found);
        }
        let key = names::folded(item.key.text(&self.with_letter));
        // Lists are completed word by word.
        let value = item.text.text(&self.with_letter);
        let cursor = (self.at - item.text.start) as usize;
        let span = if matches!(key.as_str(), "ignore" | "tags") {
            let is_between = |c: char| c == ',' || c.is_whitespace();
            let start = value[..cursor].rfind(is_between).map_or(0, |at| at + 1) as u32;
            let end = value[cursor..].find(is_between).map_or(value.len(), |at| cursor + at) as u32;
            Span::new(item.text.start + start, item.text.start + end)
        } else {
            item.text
        };
        Some(self.here(Place::Value(key), self.real(span)))
    }

    /// The first word of an item, behind the box and the date.
    fn item_start(&self, item: &Item, context: Context) -> Option<Here> {
        let behind_date = item.date.filter(|date| date.end <= self.at);
        let behind = behind_date.or(item.task.map(|(_, span)| span).filter(|span| span.end <= self.at));
        if behind.is_none() && self.with_letter.get(..self.at as usize) == Some("[") {
            let closes = self.with_letter[self.at as usize + LETTER.len()..].starts_with(']');
            let start = self.block.body.start;
            return Some(self.here(Place::Box, Span::new(start, self.offset + u32::from(closes))));
        }
        let mut span = self.lead(behind.map_or(0, |span| span.end))?;
        // The rest of a word that the cursor is in is replaced, too.
        let word = item.verb.filter(|verb| self.holds(*verb)).map(|verb| self.real(verb).end);
        span.end = word.unwrap_or(span.end).max(span.end);
        let mut here = self.here(Place::ItemStart, span);
        here.can_be.date = behind_date.is_none();
        here.can_be.verb = context == Context::Date || behind_date.is_some();
        here.can_be.key = context == Context::Person && behind.is_none();
        let mark = self.text[..self.offset as usize].chars().next_back();
        here.pad = self.at == 0 && mark.is_some_and(|mark| "-*+".contains(mark));
        Some(here)
    }

    /// A directive, perhaps with its end still missing.
    fn directive(&self) -> Option<Here> {
        let mut reader = Reader::default();
        let before = self.with_letter.get(..self.at as usize)?;
        // No rule's name begins with a number.
        let open = format!("{before}x{}", &self.with_letter[before.len() + LETTER.len()..]);
        let closed = format!("{before}x -->");
        for text in [&open, &closed] {
            let Some(directive) = reader.directive(text, Span::new(0, text.len() as u32)) else { continue };
            if let Some(rule) = directive.rules.iter().find(|rule| self.holds(rule.span)) {
                return Some(self.here(Place::Rule, self.real(rule.span)));
            }
        }
        let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let is_name = before[..start].trim() == "<!--"
            && "netlint-disable-next-line".starts_with(before.get(start..)?.get(..8).unwrap_or("netlint-"));
        let start = self.block.body.start + start as u32;
        is_name.then(|| self.here(Place::Directive, Span::new(start, self.offset)))
    }
}

/// Where the line that holds an offset ends, without its line end.
fn line_end(text: &str, offset: u32) -> u32 {
    let rest = text.get(offset as usize..).unwrap_or_default();
    offset + rest.find(['\n', '\r']).unwrap_or(rest.len()) as u32
}
