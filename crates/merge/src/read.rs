//! Reads a text as a tree for merging.

use std::ops::Range;

use gix_imara_diff::Token;
use journal::{Day, names};
use syntax::{Block, BlockKind, Context, Heading, Item, ItemKind, Reader, Span, State};

use crate::diff::Numbers;
use crate::tree::{Key, Section, Tree};
use crate::unit::{Kind, Rank, Unit};

/// Reads a text. Equal units of all texts that are read with the same `numbers` get the same number.
pub(crate) fn read<'a>(text: &'a str, numbers: &mut Numbers<&'a str>) -> Tree {
    let mut blocks = Vec::new();
    syntax::scan(text, Span::new(0, text.len() as u32), State::default(), &mut blocks);
    let mut reading = Reading::new(text);
    for block in &blocks {
        reading.block(block);
    }
    let mut tree = reading.finish();
    for unit in &mut tree.units {
        unit.number = numbers.of(&text[unit.text.clone()]);
    }
    tree
}

struct Reading<'a> {
    text: &'a str,
    reader: Reader,
    item: Item,
    units: Vec<Unit>,
    /// From the whole text to the innermost section.
    open: Vec<Section>,
    /// Where the blank lines before the next unit begin.
    gap: Option<usize>,
    /// A directive that speaks of the next unit: the blank lines above it, and where it begins.
    directive: Option<(Range<usize>, usize)>,
}

impl<'a> Reading<'a> {
    fn new(text: &'a str) -> Self {
        let root = Section { level: 0, key: Key::Root, context: None, units: 0..0, body: 0..0, children: Vec::new() };
        Self {
            text,
            reader: Reader::default(),
            item: Item::default(),
            units: Vec::new(),
            open: vec![root],
            gap: None,
            directive: None,
        }
    }

    fn block(&mut self, block: &Block) {
        let range = block.span.range();
        match block.kind {
            BlockKind::Blank => _ = self.gap.get_or_insert(range.start),
            _ if self.goes_on(block) => self.extend(range.end),
            BlockKind::FrontMatter => self.push(Kind::FrontMatter, range),
            BlockKind::Heading(level) => self.heading(level, block),
            BlockKind::Item => self.item(block),
            BlockKind::Directive if self.speaks_of_next(block) => {
                let gap = self.take_gap(range.start);
                self.directive.get_or_insert((gap, range.start));
            }
            _ => self.push(Kind::Other, range),
        }
    }

    /// Whether the block belongs to the unit above: a note of an item, or more of what has no blank line in it.
    fn goes_on(&self, block: &Block) -> bool {
        if self.directive.is_some() {
            return false;
        }
        match (self.units.last().map(|unit| unit.kind), block.kind) {
            (_, BlockKind::Heading(_) | BlockKind::Item) => false,
            (Some(Kind::Item), BlockKind::Note) => true,
            (Some(Kind::Item), _) => self.text[block.span.range()].starts_with([' ', '\t']),
            (Some(Kind::Other), _) => self.gap.is_none(),
            _ => false,
        }
    }

    fn extend(&mut self, end: usize) {
        self.gap = None;
        if let Some(unit) = self.units.last_mut() {
            unit.text.end = end;
        }
    }

    fn take_gap(&mut self, end: usize) -> Range<usize> {
        self.gap.take().unwrap_or(end)..end
    }

    fn push(&mut self, kind: Kind, core: Range<usize>) {
        let gap = self.take_gap(core.start);
        let (gap, start) = self.directive.take().unwrap_or((gap, core.start));
        let text = start..core.end;
        self.units.push(Unit { kind, gap, text, core, number: Token(0), key: None, rank: None });
    }

    fn speaks_of_next(&mut self, block: &Block) -> bool {
        self.directive_name(block.body) == Some("netlint-disable-next-line")
    }

    fn directive_name(&mut self, body: Span) -> Option<&'a str> {
        let directive = self.reader.directive(self.text, body)?;
        Some(directive.name.text(self.text))
    }

    fn item(&mut self, block: &Block) {
        self.push(Kind::Item, block.span.range());
        let context = self.open.iter().rev().find_map(|section| section.context);
        // A page of one person may have fields below any heading.
        self.reader.item(self.text, block.body, context.unwrap_or(Context::Person), &mut self.item);
        let Some(unit) = self.units.last_mut() else { return };
        if self.item.kind == ItemKind::Field {
            let key = names::key(self.item.key.text(self.text));
            let is_known = || journal::KEYS.iter().any(|known| known.name == key);
            unit.key = (context.is_some() || is_known()).then(|| key.clone().into_owned());
        }
        unit.rank = self.item.date.and_then(|date| Day::parse(date.text(self.text))).map(|day| Rank::Day(day.number()));
    }

    fn heading(&mut self, level: u8, block: &Block) {
        self.adopt_directives();
        while self.open.last().is_some_and(|section| section.level >= level) {
            self.close();
        }
        let at = self.units.len();
        if let Some(above) = self.open.last_mut().filter(|above| above.children.is_empty()) {
            above.body.end = at;
        }
        self.push(Kind::Heading, block.span.range());
        let (key, context, rank) = self.meaning(level, block.body);
        if let Some(unit) = self.units.last_mut() {
            unit.rank = rank;
        }
        self.open.push(Section { level, key, context, units: at..at, body: at + 1..at + 1, children: Vec::new() });
    }

    /// What is silenced right before a heading is meant for what stands below it, and goes where that goes.
    fn adopt_directives(&mut self) {
        let first = self.open.last().map_or(0, |section| section.body.start);
        while self.directive.is_none()
            && self.units.len() > first
            && self.open.last().is_some_and(|it| it.children.is_empty())
        {
            let Some(unit) = self.units.last().filter(|unit| unit.kind == Kind::Other) else { break };
            let body = Span::new(unit.core.start as u32, self.text[..unit.core.end].trim_end().len() as u32);
            let (gap, start) = (unit.gap.clone(), unit.text.start);
            if self.directive_name(body) != Some("netlint-disable") {
                break;
            }
            self.units.pop();
            self.directive = Some((gap, start));
        }
    }

    fn meaning(&mut self, level: u8, body: Span) -> (Key, Option<Context>, Option<Rank>) {
        let text = self.text;
        let folded = |span: Span| names::folded(span.text(text));
        match self.reader.heading(text, body, &mut Vec::new()) {
            Heading::Date(span) => match Day::parse(span.text(text)) {
                Some(day) => (Key::Day(day.number()), Some(Context::Date), Some(Rank::Day(day.number()))),
                None => (plain(level, text, body), Some(Context::Date), None),
            },
            Heading::Person { name, mention } if !mention.is_link => {
                let key = Key::Person(folded(mention.name));
                (key, Some(Context::Person), Some(Rank::Name(folded(name))))
            }
            Heading::Reference(mention) => (Key::Reference(folded(mention.span)), Some(Context::Person), None),
            _ => (plain(level, text, body), None, None),
        }
    }

    /// Ends the innermost section.
    fn close(&mut self) {
        let Some(mut section) = self.open.pop() else { return };
        section.units.end = self.units.len();
        if section.children.is_empty() {
            section.body.end = self.units.len();
        }
        if let Some(above) = self.open.last_mut() {
            above.children.push(section);
        }
    }

    fn finish(mut self) -> Tree {
        if let Some((gap, start)) = self.directive.take() {
            let end = self.gap.unwrap_or(self.text.len());
            self.directive = Some((gap, start));
            let gap = self.gap;
            self.push(Kind::Other, start..end);
            self.gap = gap;
        }
        while self.open.len() > 1 {
            self.close();
        }
        let tail = self.take_gap(self.text.len());
        let mut root = self.open.remove(0);
        root.units.end = self.units.len();
        if root.children.is_empty() {
            root.body.end = self.units.len();
        }
        Tree { units: self.units, root, tail }
    }
}

fn plain(level: u8, text: &str, body: Span) -> Key {
    Key::Plain(level, body.text(text).split_whitespace().collect::<Vec<_>>().join(" "))
}
