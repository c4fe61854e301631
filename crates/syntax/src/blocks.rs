//! The first step of reading: lines to blocks, by the rules of CommonMark.
//!
//! The grammar tells what a line can be; this module knows what is open when it comes: an item, a paragraph, a
//! fence, an HTML block. Only one level of containers is tracked, the item at the top level, since everything
//! below it is a note of that item whatever its own structure.

use crate::engine::{self, Rule, Token};
use crate::span::Span;

/// What a block is to netlint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Blank lines.
    Blank,
    /// A heading of this level, 1 to 6; the body is its text.
    Heading(u8),
    /// An item of a bullet list at the top level; the body is its first paragraph.
    Item,
    /// What else stands in an item: further paragraphs, nested lists.
    Note,
    /// A paragraph, table, block quote or ordered list at the top level.
    Prose,
    /// Fenced or indented code.
    Code,
    /// An HTML block, comments among them.
    Html,
    /// A comment that speaks to netlint; the body is the comment.
    Directive,
    /// YAML front matter; the body is what stands between its marks.
    FrontMatter,
    /// A thematic break.
    Break,
}

/// Whole lines that belong together. The blocks of a text tile it: each begins where the one before ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// All its lines, with indentation, marks and line ends.
    pub span: Span,
    /// What is to be read of it, without marks and the last line's end.
    pub body: Span,
}

/// What is open between two lines. Reading may stop after any line and go on with this.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The column at which the content of the open top-level item begins.
    item: Option<u32>,
    /// The open item has no content yet: a blank line ends it.
    empty: bool,
    leaf: Leaf,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Leaf {
    #[default]
    None,
    Paragraph,
    /// A paragraph in a block quote, which only lazy lines continue.
    Quoted,
    Fence {
        mark: u8,
        length: u32,
    },
    /// An HTML block that the given rule of the grammar ends, or a blank line where there is none.
    Html(Option<Rule>),
}

impl State {
    /// Whether code or HTML is open, which no heading ends.
    pub fn is_opaque(self) -> bool {
        self.item.is_none() && matches!(self.leaf, Leaf::Fence { .. } | Leaf::Html(_))
    }
}

/// Reads the lines of `text` from `range.start` to `range.end`, both at the start of a line, and appends their
/// blocks. `state` is what is open before the first line; the result is what is open after the last.
pub fn scan(text: &str, range: Span, state: State, blocks: &mut Vec<Block>) -> State {
    let mut scanner = Scanner { text, state, blocks, tokens: Vec::new(), fresh: true };
    let at = if range.start == 0 { scanner.beginning(range.end) } else { range.start };
    for line in (Lines { text, at, end: range.end }) {
        scanner.line(line);
    }
    scanner.state
}

/// A line: where it begins, where its text begins after the indentation, where its text ends, where the next begins.
#[derive(Clone, Copy)]
struct Line {
    start: u32,
    text: u32,
    end: u32,
    next: u32,
    /// The column, from 0, at which its text begins; tabs stop at multiples of four.
    column: u32,
}

impl Line {
    fn new(text: &str, start: u32, next: u32) -> Self {
        let bytes = &text.as_bytes()[..next as usize];
        let mut end = next as usize;
        if end > start as usize && bytes[end - 1] == b'\n' {
            end -= 1;
            if end > start as usize && bytes[end - 1] == b'\r' {
                end -= 1;
            }
        }
        let (at, column) = indentation(&bytes[..end], start, 0);
        Self { start, text: at, end: end as u32, next, column }
    }

    fn is_blank(self) -> bool {
        self.text == self.end
    }
}

/// Passes blanks from `at`, which is at `column`; gives where they end and at which column.
fn indentation(bytes: &[u8], at: u32, column: u32) -> (u32, u32) {
    let (mut at, mut column) = (at, column);
    loop {
        match bytes.get(at as usize) {
            Some(b' ') => column += 1,
            Some(b'\t') => column += 4 - column % 4,
            _ => return (at, column),
        }
        at += 1;
    }
}

/// The front matter at the beginning of a text, as far as `end`: all of it with the byte-order mark, and what stands
/// between its marks.
pub(crate) fn front_matter(text: &str, end: u32) -> Option<(Span, Span)> {
    let bom = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut tokens = Vec::new();
    let mut matches = |rule, line: Line| {
        tokens.clear();
        let mark = matches!(text.as_bytes()[line.start as usize..line.end as usize], [b'-' | b'.', ..]);
        mark && engine::parse(rule, &text[..line.end as usize], line.start, &mut tokens).is_some()
    };
    let mut lines = Lines { text, at: bom, end };
    let first = lines.next().filter(|line| matches(Rule::front_matter_open, *line))?;
    let last = lines.find(|line| matches(Rule::front_matter_close, *line))?;
    Some((Span::new(0, last.next), Span::new(first.next, last.start)))
}

/// The lines of a text from `at` to `end`.
struct Lines<'a> {
    text: &'a str,
    at: u32,
    end: u32,
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let start = self.at;
        (start < self.end).then(|| {
            let rest = &self.text.as_bytes()[start as usize..self.end as usize];
            self.at = memchr::memchr(b'\n', rest).map_or(self.end, |length| start + length as u32 + 1);
            Line::new(self.text, start, self.at)
        })
    }
}

struct Scanner<'a> {
    text: &'a str,
    state: State,
    blocks: &'a mut Vec<Block>,
    tokens: Vec<Token>,
    /// No block of this scan exists yet, so that nothing can be continued.
    fresh: bool,
}

impl Scanner<'_> {
    /// Byte-order mark and front matter; gives where the lines after them begin.
    fn beginning(&mut self, end: u32) -> u32 {
        if let Some((whole, body)) = front_matter(self.text, end) {
            self.push(BlockKind::FrontMatter, whole, body);
            return whole.end;
        }
        self.mark(if self.text.starts_with('\u{feff}') { 3 } else { 0 })
    }

    /// Covers a byte-order mark with a blank block.
    fn mark(&mut self, bom: u32) -> u32 {
        if bom > 0 {
            self.push(BlockKind::Blank, Span::new(0, bom), Span::at(bom));
        }
        bom
    }

    fn line(&mut self, line: Line) {
        if line.is_blank() {
            return self.blank(line);
        }
        let Some(offset) = self.state.item else { return self.content(line, line.column, false) };
        if line.column >= offset {
            if std::mem::take(&mut self.state.empty) {
                return self.first_line(line, line.column - offset);
            }
            return self.content(line, line.column - offset, true);
        }
        // Outside of the item: a lazy line goes on with its paragraph, anything else ends the item.
        if matches!(self.state.leaf, Leaf::Paragraph | Leaf::Quoted) && (line.column >= 4 || self.is_lazy(line)) {
            return self.extend(line, true);
        }
        self.state = State::default();
        self.content(line, line.column, false);
    }

    /// Whether a line outside of the container of the open paragraph goes on with it all the same.
    fn is_lazy(&mut self, line: Line) -> bool {
        matches!(self.kind(Rule::line, line.text, line.end), Rule::prose_line | Rule::html_tag)
    }

    fn blank(&mut self, line: Line) {
        match self.state.leaf {
            Leaf::Fence { .. } | Leaf::Html(Some(_)) => return self.extend(line, false),
            Leaf::Paragraph | Leaf::Quoted | Leaf::Html(None) => self.state.leaf = Leaf::None,
            Leaf::None => {}
        }
        if self.state.empty {
            self.state = State::default();
        }
        match self.blocks.last() {
            Some(last) if !self.fresh && last.kind == BlockKind::Blank => self.extend(line, false),
            _ => self.push(BlockKind::Blank, Span::new(line.start, line.next), Span::at(line.end)),
        }
    }

    /// A line that is not blank, `indent` columns into its container.
    fn content(&mut self, line: Line, indent: u32, in_item: bool) {
        match self.state.leaf {
            Leaf::Fence { mark, length } => {
                self.extend(line, true);
                if indent < 4 && self.closes(line, mark, length) {
                    self.state.leaf = Leaf::None;
                }
                return;
            }
            Leaf::Html(end) => {
                self.extend(line, true);
                if end.is_some_and(|rule| self.matches(rule, line.text, line.end)) {
                    self.state.leaf = Leaf::None;
                }
                return;
            }
            Leaf::Quoted => {
                if indent >= 4 || self.is_lazy(line) {
                    return self.extend(line, true);
                }
                self.state.leaf = Leaf::None;
            }
            Leaf::Paragraph if indent >= 4 => return self.extend(line, true),
            Leaf::Paragraph | Leaf::None => {}
        }
        let prose = if in_item { BlockKind::Note } else { BlockKind::Prose };
        if indent >= 4 {
            return match self.blocks.last() {
                Some(last) if !self.fresh && last.kind == BlockKind::Code => self.extend(line, true),
                _ => self.push_line(BlockKind::Code, line, line.text),
            };
        }
        let open = self.state.leaf == Leaf::Paragraph;
        let kind = self.kind(if open { Rule::line_after_paragraph } else { Rule::line }, line.text, line.end);
        match kind {
            Rule::prose_line if open => return self.extend(line, true),
            Rule::underline => {
                self.underline(line, in_item);
                self.state.leaf = Leaf::None;
                return;
            }
            _ => self.state.leaf = Leaf::None,
        }
        match kind {
            Rule::heading_line if !in_item => self.heading(line),
            Rule::item_line | Rule::item_line_with_text if !in_item => self.item(line, BlockKind::Item),
            Rule::ordered_line | Rule::ordered_line_one if !in_item => self.item(line, BlockKind::Prose),
            Rule::quote => {
                self.push_or_join(prose, line);
                if self.ends_in_paragraph(line) {
                    self.state.leaf = Leaf::Quoted;
                }
            }
            _ => self.open(kind, line, line.text, prose),
        }
    }

    /// Opens the block that a line of this kind begins at `at`.
    fn open(&mut self, kind: Rule, line: Line, at: u32, prose: BlockKind) {
        match kind {
            Rule::thematic_break => self.push_line(BlockKind::Break, line, at),
            Rule::fence => {
                self.push_line(BlockKind::Code, line, at);
                let mark = self.text.as_bytes()[at as usize];
                self.state.leaf = Leaf::Fence { mark, length: self.run(line, at, mark) };
            }
            Rule::html_comment => {
                let is_directive = self.matches(Rule::directive, at, line.end);
                self.push_line(if is_directive { BlockKind::Directive } else { BlockKind::Html }, line, at);
                self.html(Some(Rule::html_comment_end), line, at);
            }
            Rule::html_raw => self.raw(line, at, Some(Rule::html_raw_end)),
            Rule::html_instruction => self.raw(line, at, Some(Rule::html_instruction_end)),
            Rule::html_cdata => self.raw(line, at, Some(Rule::html_cdata_end)),
            Rule::html_declaration => self.raw(line, at, Some(Rule::html_declaration_end)),
            Rule::html_element | Rule::html_tag => self.raw(line, at, None),
            Rule::item_line | Rule::item_line_with_text | Rule::ordered_line | Rule::ordered_line_one => {
                // A list in an item: what matters is only whether a lazy line may follow.
                self.push_line(prose, line, at);
                if self.ends_in_paragraph(line) {
                    self.state.leaf = Leaf::Paragraph;
                }
            }
            Rule::prose_line => {
                self.push_line(prose, line, at);
                self.state.leaf = Leaf::Paragraph;
            }
            _ => self.push_line(prose, line, at),
        }
    }

    fn raw(&mut self, line: Line, at: u32, end: Option<Rule>) {
        self.push_line(BlockKind::Html, line, at);
        self.html(end, line, at);
    }

    fn html(&mut self, end: Option<Rule>, line: Line, from: u32) {
        let closed = end.is_some_and(|rule| self.matches(rule, from, line.end));
        if !closed {
            self.state.leaf = Leaf::Html(end);
        }
    }

    /// Turns the open paragraph into a heading. In an item it stays a note.
    fn underline(&mut self, line: Line, in_item: bool) {
        let level = if self.text.as_bytes()[line.text as usize] == b'=' { 1 } else { 2 };
        match self.blocks.last_mut() {
            Some(last) if !self.fresh => {
                last.span.end = line.next;
                last.kind = if in_item { BlockKind::Note } else { BlockKind::Heading(level) };
            }
            _ => self.push_line(BlockKind::Note, line, line.text),
        }
    }

    fn heading(&mut self, line: Line) {
        let level = self.run(line, line.text, b'#');
        self.push_line(BlockKind::Heading(level as u8), line, line.text + level);
    }

    /// A top-level item, bulleted (`kind` is `Item`) or numbered.
    fn item(&mut self, line: Line, kind: BlockKind) {
        let after = line.text + self.marker(line.text, line.end);
        let marker_end = line.column + (after - line.text);
        let (at, column) = indentation(&self.text.as_bytes()[..line.end as usize], after, marker_end);
        let blanks = column - marker_end;
        self.state.empty = at == line.end;
        let indented = blanks > 4;
        self.state.item = Some(if self.state.empty || indented { marker_end + 1 } else { column });
        if self.state.empty || indented {
            let kind = if indented && !self.state.empty { BlockKind::Note } else { kind };
            return self.push_line(kind, line, at);
        }
        self.item_content(Line { text: at, column, ..line }, kind);
    }

    /// The line below a marker that stands alone.
    fn first_line(&mut self, line: Line, indent: u32) {
        let Some(item) = self.blocks.pop_if(|last| !self.fresh && last.kind != BlockKind::Blank) else {
            return self.content(line, indent, true);
        };
        let line = Line { start: item.span.start, ..line };
        if indent >= 4 {
            return self.push_line(BlockKind::Note, line, line.text);
        }
        self.item_content(line, item.kind);
    }

    /// What an item begins with: only a paragraph can be an entry or a field.
    fn item_content(&mut self, line: Line, kind: BlockKind) {
        match self.kind(Rule::line, line.text, line.end) {
            Rule::prose_line => {
                self.push_line(kind, line, line.text);
                self.state.leaf = Leaf::Paragraph;
            }
            Rule::quote => {
                self.push_line(BlockKind::Note, line, line.text);
                if self.ends_in_paragraph(line) {
                    self.state.leaf = Leaf::Quoted;
                }
            }
            inner => self.open(inner, line, line.text, BlockKind::Note),
        }
    }

    /// The length of the list marker at `at`.
    fn marker(&mut self, at: u32, end: u32) -> u32 {
        self.tokens.clear();
        engine::parse(Rule::line, &self.text[..end as usize], at, &mut self.tokens);
        self.tokens.get(2).map_or(1, |marker| marker.end - marker.start)
    }

    /// Whether the quote or list in this line leaves a paragraph open.
    fn ends_in_paragraph(&mut self, line: Line) -> bool {
        let mut at = line.text;
        let mut column = line.column;
        loop {
            let length = match self.kind(Rule::line, at, line.end) {
                Rule::prose_line => return true,
                Rule::quote => 1,
                Rule::item_line | Rule::ordered_line => self.marker(at, line.end),
                _ => return false,
            };
            let (next, next_column) =
                indentation(&self.text.as_bytes()[..line.end as usize], at + length, column + length);
            if next == line.end || next_column - column - length > 4 {
                return false;
            }
            (at, column) = (next, next_column);
        }
    }

    fn closes(&mut self, line: Line, mark: u8, length: u32) -> bool {
        self.text.as_bytes()[line.text as usize] == mark
            && self.matches(Rule::fence_close, line.text, line.end)
            && self.run(line, line.text, mark) >= length
    }

    /// How often `byte` stands in a row at `at`.
    fn run(&self, line: Line, at: u32, byte: u8) -> u32 {
        let bytes = &self.text.as_bytes()[at as usize..line.end as usize];
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
        self.fresh = false;
        self.blocks.push(Block { kind, span, body });
    }

    fn push_line(&mut self, kind: BlockKind, line: Line, body: u32) {
        self.push(kind, Span::new(line.start, line.next), Span::new(body, line.end));
    }

    /// Adds a line of a block quote: to the quote above, where there is one.
    fn push_or_join(&mut self, kind: BlockKind, line: Line) {
        match self.blocks.last() {
            Some(last) if !self.fresh && last.kind == kind => self.extend(line, true),
            _ => self.push_line(kind, line, line.text),
        }
    }

    /// Adds a line to the last block, and to its body too unless it is blank.
    fn extend(&mut self, line: Line, body: bool) {
        match self.blocks.last_mut() {
            Some(last) if !self.fresh => {
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
                    _ if self.state.item.is_some() => BlockKind::Note,
                    _ => BlockKind::Prose,
                };
                self.push_line(kind, line, line.text);
            }
        }
    }
}
