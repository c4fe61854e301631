//! The first step of reading: lines to blocks, by the rules of CommonMark.
//!
//! The grammar tells what a line can be; this module knows what is open when it comes: quotes and items around it,
//! a paragraph, a fence, an HTML block. It is CommonMark's own procedure (section "A parsing strategy", phase 1).

use crate::at::At;
use crate::beginning::{after_mark, front_matter};
use crate::block::{Block, BlockKind};
use crate::bullet::Bullet;
use crate::engine::{self, Token};
use crate::lines::{Line, next_line};
use crate::reference::Rule;
use crate::span::Span;
use crate::state::{Container, Leaf, State};

/// Deeper quotes and lists are prose: no person nests so, and a hostile text must not cost its square.
const MAX_DEPTH: usize = 100;

/// Reads the lines of `text` from `range.start` to `range.end`, both at the start of a line, and appends their
/// blocks. `state` is what is open before the first line; the result is what is open after the last.
pub fn scan(text: &str, range: Span, state: State, blocks: &mut Vec<Block>) -> State {
    scan_noting(text, range, state, blocks, None)
}

/// The same for a whole text, with the items of its bulleted lists.
pub fn scan_bullets(text: &str, blocks: &mut Vec<Block>) -> Vec<Bullet> {
    let mut items = Vec::new();
    scan_noting(text, Span::new(0, text.len() as u32), State::default(), blocks, Some(&mut items));
    items
}

fn scan_noting(
    text: &str,
    range: Span,
    state: State,
    blocks: &mut Vec<Block>,
    items: Option<&mut Vec<Bullet>>,
) -> State {
    let first = blocks.len();
    let mut scanner = Scanner { text, state, blocks, items, tokens: Vec::new(), first, joins: false };
    let mut at = range.start;
    if at == 0 {
        at = scanner.beginning(range.end);
    }
    while let Some(line) = next_line(text, at, range.end) {
        scanner.line(line);
        at = line.next;
    }
    scanner.state
}

struct Scanner<'a> {
    text: &'a str,
    state: State,
    blocks: &'a mut Vec<Block>,
    /// Where somebody wants to know them: the bulleted items at the top level so far.
    items: Option<&'a mut Vec<Bullet>>,
    tokens: Vec<Token>,
    /// The blocks before belong to others and are not continued.
    first: usize,
    /// The next block is the first in an item at the top level whose marker stands alone above.
    joins: bool,
}

impl Scanner<'_> {
    /// Byte-order mark and front matter; gives where the lines after them begin.
    fn beginning(&mut self, end: u32) -> u32 {
        if let Some((whole, body)) = front_matter(self.text, end) {
            self.push(BlockKind::FrontMatter, whole, body);
            return whole.end;
        }
        let bom = after_mark(self.text);
        if bom > 0 {
            self.push(BlockKind::Blank, Span::new(0, bom), Span::at(bom));
        }
        bom
    }

    fn line(&mut self, line: Line) {
        let (at, matched) = self.reenter(line);
        let is_inside = matched == self.state.containers.len();
        if at.offset == line.end {
            return self.blank(line, matched);
        }
        match self.state.leaf {
            Leaf::Fence { mark, length } if is_inside => {
                self.extend(line, true);
                if at.indent() < 4 && self.closes(at, line, mark, length) {
                    self.state.leaf = Leaf::None;
                }
            }
            Leaf::Html(end) if is_inside => {
                self.extend(line, true);
                if end.is_some_and(|rule| self.matches(rule, at.offset, line.end)) {
                    self.state.leaf = Leaf::None;
                }
            }
            Leaf::Paragraph => self.below_paragraph(line, at, matched),
            _ => self.open(line, at, matched),
        }
    }

    /// Goes into the open containers as far as the line goes on with them; gives where its text begins, and how many
    /// containers those are.
    fn reenter(&self, line: Line) -> (At, usize) {
        let mut at = At::line(line).skip(self.text, line);
        for (number, container) in self.state.containers.iter().enumerate() {
            match *container {
                Container::Item { is_empty, .. } if at.offset == line.end => {
                    if is_empty {
                        return (at, number);
                    }
                }
                Container::Item { offset, .. } if at.column >= offset => at.base = offset,
                Container::Quote if at.indent() < 4 && self.byte(at) == Some(b'>') && at.offset < line.end => {
                    at = at.after_quote(self.text).skip(self.text, line);
                }
                _ => return (at, number),
            }
        }
        (at, self.state.containers.len())
    }

    fn byte(&self, at: At) -> Option<u8> {
        self.text.as_bytes().get(at.offset as usize).copied()
    }

    fn blank(&mut self, line: Line, matched: usize) {
        let is_inside = matched == self.state.containers.len();
        self.leave(matched, line);
        match self.state.leaf {
            Leaf::Fence { .. } | Leaf::Html(Some(_)) if is_inside => return self.extend(line, false),
            _ => self.state.leaf = Leaf::None,
        }
        // It has the mark of a quote.
        if self.state.containers.contains(&Container::Quote) {
            return self.extend(line, false);
        }
        match self.blocks.last() {
            Some(last) if self.blocks.len() > self.first && last.kind == BlockKind::Blank => self.extend(line, false),
            _ => self.push(BlockKind::Blank, Span::new(line.start, line.next), Span::at(line.end)),
        }
    }

    /// A line that is not blank, while a paragraph is open. Outside of the paragraph's containers, a lazy line goes
    /// on with it all the same.
    fn below_paragraph(&mut self, line: Line, at: At, matched: usize) {
        if at.indent() >= 4 {
            return self.extend(line, true);
        }
        if matched == self.state.containers.len() {
            match self.kind(Rule::line_after_paragraph, at.offset, line.end) {
                Rule::prose_line => return self.extend(line, true),
                Rule::underline => return self.underline(line, at),
                _ => {}
            }
        } else if matches!(self.kind(Rule::line, at.offset, line.end), Rule::prose_line | Rule::html_tag) {
            return self.extend(line, true);
        }
        self.open(line, at, matched);
    }

    /// Opens containers and a block.
    fn open(&mut self, line: Line, mut at: At, matched: usize) {
        let mut goes_on = matched == self.state.containers.len();
        self.leave(matched, line);
        self.joins = self.enter_empty();
        let mut is_first = self.joins;
        self.state.leaf = Leaf::None;
        loop {
            if at.indent() >= 4 {
                return self.code(line, at, goes_on);
            }
            let kind = self.kind(Rule::line, at.offset, line.end);
            let container = match kind {
                _ if self.state.containers.len() >= MAX_DEPTH => return self.leaf(kind, line, at, is_first),
                Rule::quote => {
                    at = at.after_quote(self.text).skip(self.text, line);
                    Container::Quote
                }
                Rule::item_line | Rule::ordered_line => {
                    let (next, offset) = self.after_marker(line, at);
                    if kind == Rule::item_line && self.state.containers.is_empty() {
                        self.note(line, at.offset, next.offset, offset);
                    }
                    at = next;
                    let is_empty = at.offset == line.end;
                    Container::Item { offset, is_bullet: kind == Rule::item_line, is_empty }
                }
                _ => return self.leaf(kind, line, at, is_first),
            };
            is_first = self.state.containers.is_empty() && container != Container::Quote;
            self.state.containers.push(container);
            goes_on = false;
            if at.offset == line.end {
                let kind = if is_first && self.is_bulleted() { BlockKind::Item } else { self.prose() };
                return self.push_first(kind, line, at);
            }
        }
    }

    /// Leaves the containers that the line does not go on with.
    fn leave(&mut self, matched: usize, line: Line) {
        if matched == 0
            && self.is_bulleted()
            && let Some(item) = self.items.as_mut().and_then(|items| items.last_mut())
        {
            item.span.end = line.start;
        }
        self.state.containers.truncate(matched);
    }

    /// True: the line is the first in an item at the top level whose marker stands alone above; the marker's block
    /// is taken back.
    fn enter_empty(&mut self) -> bool {
        let Some(Container::Item { is_empty, .. }) = self.state.containers.last_mut() else { return false };
        let was_empty = std::mem::take(is_empty);
        was_empty && self.state.containers.len() == 1
    }

    /// Keeps a bulleted item at the top level for whoever wants to know. It lasts to the end unless a line leaves it.
    fn note(&mut self, line: Line, mark: u32, content: u32, column: u32) {
        let span = Span::new(line.start, self.text.len() as u32);
        if let Some(items) = &mut self.items {
            items.push(Bullet { span, mark, content, column });
        }
    }

    /// Behind the marker of an item; and the column at which its content begins.
    fn after_marker(&mut self, line: Line, at: At) -> (At, u32) {
        let length = self.tokens.get(2).map_or(1, |marker| marker.end - marker.start);
        let end = at.column + length;
        let next = At { offset: at.offset + length, column: end, base: end }.skip(self.text, line);
        let is_bare = next.offset == line.end || next.column - end > 4;
        let offset = if is_bare { end + 1 } else { next.column };
        (At { base: offset, ..next }, offset)
    }

    /// Opens the block that a line of this kind begins. `is_first`: it is the first in an item at the top level.
    fn leaf(&mut self, kind: Rule, line: Line, at: At, is_first: bool) {
        let prose = self.prose();
        let mut block = prose;
        let mut end = None;
        match kind {
            Rule::heading_line if self.state.containers.is_empty() => {
                let level = self.run(line, at, b'#');
                let at = At { offset: at.offset + level, ..at };
                return self.push_line(BlockKind::Heading(level as u8), line, at);
            }
            Rule::thematic_break => block = BlockKind::Break,
            Rule::fence => {
                block = BlockKind::Code;
                let mark = self.byte(at).unwrap_or_default();
                self.state.leaf = Leaf::Fence { mark, length: self.run(line, at, mark) };
            }
            Rule::html_comment => end = Some(Some(Rule::html_comment_end)),
            Rule::html_raw => end = Some(Some(Rule::html_raw_end)),
            Rule::html_instruction => end = Some(Some(Rule::html_instruction_end)),
            Rule::html_cdata => end = Some(Some(Rule::html_cdata_end)),
            Rule::html_declaration => end = Some(Some(Rule::html_declaration_end)),
            Rule::html_element | Rule::html_tag => end = Some(None),
            Rule::heading_line => {}
            // Also what nests too deep to be told apart.
            _ => {
                self.state.leaf = Leaf::Paragraph;
                if is_first && self.is_bulleted() {
                    block = BlockKind::Item;
                }
            }
        }
        if let Some(end) = end {
            let is_quoted = self.state.containers.contains(&Container::Quote);
            let speaks = !is_quoted && self.matches(Rule::directive, at.offset, line.end);
            block = if speaks { BlockKind::Directive } else { BlockKind::Html };
            if !end.is_some_and(|rule| self.matches(rule, at.offset, line.end)) {
                self.state.leaf = Leaf::Html(end);
            }
        }
        self.push_first(block, line, at);
    }

    /// Indented code; `goes_on`: in the same containers as the line above.
    fn code(&mut self, line: Line, at: At, goes_on: bool) {
        match self.blocks.last() {
            Some(last) if goes_on && self.blocks.len() > self.first && last.kind == BlockKind::Code => {
                self.extend(line, true);
            }
            _ => self.push_first(BlockKind::Code, line, at),
        }
    }

    /// Turns the open paragraph into a heading. In a container it stays prose.
    fn underline(&mut self, line: Line, at: At) {
        let level = if self.byte(at) == Some(b'=') { 1 } else { 2 };
        let kind = if self.state.containers.is_empty() { BlockKind::Heading(level) } else { self.prose() };
        self.state.leaf = Leaf::None;
        match self.blocks.last_mut() {
            Some(last) if last.span.end == line.start => {
                last.span.end = line.next;
                last.kind = kind;
            }
            _ => self.push_line(self.prose(), line, at),
        }
    }

    /// What prose is called in the containers that are open.
    fn prose(&self) -> BlockKind {
        if self.is_bulleted() { BlockKind::Note } else { BlockKind::Prose }
    }

    fn is_bulleted(&self) -> bool {
        matches!(self.state.containers.first(), Some(Container::Item { is_bullet: true, .. }))
    }

    fn closes(&mut self, at: At, line: Line, mark: u8, length: u32) -> bool {
        self.byte(at) == Some(mark)
            && self.matches(Rule::fence_close, at.offset, line.end)
            && self.run(line, at, mark) >= length
    }

    /// How often `byte` stands in a row.
    fn run(&self, line: Line, at: At, byte: u8) -> u32 {
        let bytes = &self.text.as_bytes()[at.offset as usize..line.end as usize];
        bytes.iter().take_while(|&&other| other == byte).count() as u32
    }

    /// What the grammar says of the line from `at` to `end`: the token below the start rule.
    fn kind(&mut self, rule: Rule, at: u32, end: u32) -> Rule {
        self.tokens.clear();
        engine::parse(rule, &self.text[..end as usize], at, &mut self.tokens);
        self.tokens.get(1).map_or(Rule::prose_line, |token| token.rule)
    }

    fn matches(&mut self, rule: Rule, at: u32, end: u32) -> bool {
        self.tokens.clear();
        engine::parse(rule, &self.text[..end as usize], at, &mut self.tokens).is_some()
    }

    fn push(&mut self, kind: BlockKind, span: Span, body: Span) {
        self.blocks.push(Block { kind, span, body });
    }

    fn push_line(&mut self, kind: BlockKind, line: Line, at: At) {
        self.push(kind, Span::new(line.start, line.next), Span::new(at.offset, line.end));
    }

    /// Adds the first block of an item to the line of its marker, where that is a block of its own.
    fn push_first(&mut self, kind: BlockKind, line: Line, at: At) {
        let joins = std::mem::take(&mut self.joins);
        let marker = self.blocks.pop_if(|last| joins && last.span.end == line.start);
        let start = marker.map_or(line.start, |marker| marker.span.start);
        self.push_line(kind, Line { start, ..line }, at);
    }

    /// Adds a line to the last block, and to its body too unless it is blank.
    fn extend(&mut self, line: Line, body: bool) {
        match self.blocks.last_mut() {
            Some(last) if last.span.end == line.start => {
                last.span.end = line.next;
                if body {
                    last.body.end = line.end;
                }
            }
            // The block began before this scan.
            _ => {
                let kind = match self.state.leaf {
                    Leaf::Fence { .. } => BlockKind::Code,
                    Leaf::Html(_) => BlockKind::Html,
                    _ => self.prose(),
                };
                self.push(kind, Span::new(line.start, line.next), Span::new(line.start, line.end));
            }
        }
    }
}
