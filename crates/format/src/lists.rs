//! Bullets, and where the content of an item begins.
//!
//! A bullet becomes `- `, and the lines below move with it. CommonMark sets two traps. Lists that touch and have
//! different bullets are two lists, so they keep different ones. And what is indented far enough belongs to the
//! item, so the content moves to the left only where no other line would come to belong to it.

use syntax::{Block, BlockKind, Bullet, Line, Span, lines};

use crate::edits::Edits;

/// The column at which the content of an item in canonical form begins.
const COLUMN: u32 = 2;

/// Gives each item its bullet, and moves its content to where it belongs. Says of each whether it has its canonical
/// form then.
pub(crate) fn arrange(edits: &mut Edits<'_>, blocks: &[Block], bullets: &[Bullet]) -> Vec<bool> {
    let marks = marks(edits.text(), bullets);
    let mut is_canonical = vec![true; bullets.len()];
    // From the last one on: whether a line comes to belong to an item depends on where that line goes itself.
    for (number, bullet) in bullets.iter().enumerate().rev() {
        let first = blocks.partition_point(|block| block.span.start < bullet.span.start);
        let count = blocks[first..].partition_point(|block| block.span.start < bullet.span.end);
        let item = ItemLines { text: edits.text(), bullet: *bullet, blocks: &blocks[first..first + count] };
        let Some(line) = item.lines().next() else { continue };
        let mark = char::from(marks[number]).to_string();
        let is_alone = bullet.content == line.end;
        if item.shift() == 0 {
            edits.between(bullet.mark, bullet.mark + 1, &mark);
        } else if item.may_move(line) && indent_below(edits.text(), blocks, bullets, &is_canonical, number) < COLUMN {
            let gap = if is_alone { "" } else { item.canonical_gap() };
            edits.between(line.start, bullet.content, &(mark + gap));
            item.move_lines(edits);
        } else {
            is_canonical[number] = false;
            edits.between(bullet.mark, bullet.mark + 1, &mark);
        }
        if is_alone {
            edits.trim_end(bullet.mark + 1, line.end);
        }
    }
    is_canonical
}

/// Whether two items are neighbours in the same list.
pub(crate) fn are_one_list(text: &str, one: &Bullet, two: &Bullet) -> bool {
    touch(text, one, two) && mark(text, one) == mark(text, two)
}

/// Whether nothing but blank lines stands between two items.
fn touch(text: &str, one: &Bullet, two: &Bullet) -> bool {
    let between = Span::new(one.span.end, two.span.start).text(text);
    between.bytes().all(|byte| byte.is_ascii_whitespace())
}

fn mark(text: &str, bullet: &Bullet) -> u8 {
    text.as_bytes().get(bullet.mark as usize).copied().unwrap_or(b'-')
}

/// The bullet that each item is to have: `-`, and `*` in a list that touches one with `-`.
fn marks(text: &str, bullets: &[Bullet]) -> Vec<u8> {
    let mut marks: Vec<u8> = Vec::with_capacity(bullets.len());
    let mut start = 0;
    while let Some(first) = bullets.get(start) {
        let rest = bullets[start..].windows(2).take_while(|pair| are_one_list(text, &pair[0], &pair[1])).count();
        let list = &bullets[start..=start + rest];
        let before = start.checked_sub(1).filter(|before| touch(text, &bullets[*before], first));
        let before = before.and_then(|before| marks.get(before).copied());
        let fits = |mark: &u8| before != Some(*mark) && !list.iter().any(|item| would_break(text, item, *mark));
        let mark = [b'-', b'*', b'+'].into_iter().find(fits).unwrap_or_else(|| mark(text, first));
        marks.extend(list.iter().map(|_| mark));
        start += list.len();
    }
    marks
}

/// Whether the first line of an item would be a thematic break with this bullet, such as `* - -` with a hyphen.
fn would_break(text: &str, bullet: &Bullet, mark: u8) -> bool {
    let line = text.as_bytes()[bullet.mark as usize + 1..].split(|byte| *byte == b'\n').next().unwrap_or_default();
    let is_part = |byte: &u8| *byte == mark || byte.is_ascii_whitespace();
    line.iter().all(is_part) && memchr::memchr_iter(mark, line).count() >= 2
}

/// How far the line below an item will be indented: the one that does not belong to it.
fn indent_below(text: &str, blocks: &[Block], bullets: &[Bullet], is_canonical: &[bool], number: usize) -> u32 {
    let below = Span::new(bullets[number].span.end, text.len() as u32);
    let Some(line) = lines(text, below).find(|line| !is_blank(text, *line)) else { return 0 };
    if let Some(next) = bullets.get(number + 1).filter(|next| next.span.start == line.start) {
        return if is_canonical[number + 1] { 0 } else { next.mark - next.span.start };
    }
    let block = blocks.binary_search_by_key(&line.start, |block| block.span.start).ok().map(|at| blocks[at]);
    match block {
        Some(block) if is_hashed(text, &block) => 0,
        _ => indent(text, line).1,
    }
}

/// Whether a block is a heading with hashes.
pub(crate) fn is_hashed(text: &str, block: &Block) -> bool {
    let before = (block.body.start as usize).checked_sub(1).and_then(|at| text.as_bytes().get(at));
    matches!(block.kind, BlockKind::Heading(_)) && before == Some(&b'#')
}

pub(crate) fn is_blank(text: &str, line: Line) -> bool {
    Span::new(line.start, line.end).text(text).bytes().all(|byte| byte == b' ' || byte == b'\t')
}

/// Where the text of a line begins, and its column.
fn indent(text: &str, line: Line) -> (u32, u32) {
    let (mut at, mut column) = (line.start, 0);
    for byte in Span::new(line.start, line.end).text(text).bytes() {
        match byte {
            b' ' => column += 1,
            b'\t' => column += 4 - column % 4,
            _ => break,
        }
        at += 1;
    }
    (at, column)
}

/// An item with the blocks that it holds.
struct ItemLines<'a> {
    text: &'a str,
    bullet: Bullet,
    blocks: &'a [Block],
}

impl ItemLines<'_> {
    fn lines(&self) -> impl Iterator<Item = Line> {
        lines(self.text, self.bullet.span)
    }

    /// By how many columns the content moves to the left.
    fn shift(&self) -> u32 {
        self.bullet.column - COLUMN
    }

    fn gap(&self) -> &str {
        Span::new(self.bullet.mark + 1, self.bullet.content).text(self.text)
    }

    /// Whether it begins with indented code, the indentation of which is content.
    fn begins_with_code(&self) -> bool {
        self.blocks.first().is_some_and(|block| block.kind == BlockKind::Code)
            && self.bullet.column == self.bullet.mark - self.bullet.span.start + COLUMN
            && self.gap().len() > 1
    }

    fn canonical_gap(&self) -> &str {
        if self.begins_with_code() { self.gap() } else { " " }
    }

    /// Whether moving the content keeps what every line is. Tabs stop elsewhere once they are moved, and a line that
    /// goes on with a paragraph without being indented for it must stay outside.
    fn may_move(&self, first: Line) -> bool {
        let begins_with_text = self.blocks.first().is_some_and(|block| block.kind == BlockKind::Item);
        if self.begins_with_code() && self.gap().contains('\t') {
            return false;
        }
        if !begins_with_text && Span::new(self.bullet.content, first.end).text(self.text).trim_end().contains('\t') {
            return false;
        }
        self.rest().all(|(block, line)| {
            let (start, column) = indent(self.text, line);
            let rest = Span::new(start, line.end).text(self.text).trim_end();
            // The line that it begins in may hold the marks of what is around it.
            let is_literal = matches!(block.kind, BlockKind::Code | BlockKind::Html) && line.start > block.body.start;
            let has_tabs = Span::new(line.start, start).text(self.text).contains('\t');
            match column {
                _ if rest.is_empty() => true,
                column if column < self.bullet.column => column < COLUMN,
                _ if is_literal => !has_tabs,
                _ => block.kind == BlockKind::Item || !rest.contains('\t'),
            }
        })
    }

    fn move_lines(&self, edits: &mut Edits<'_>) {
        for (_, line) in self.rest() {
            let (start, column) = indent(self.text, line);
            let has_tabs = Span::new(line.start, start).text(self.text).contains('\t');
            if column >= self.bullet.column && !(has_tabs && start == line.end) {
                edits.between(line.start, start, &" ".repeat((column - self.shift()) as usize));
            }
        }
    }

    /// The lines after the first one that are not blank by themselves, each with its block.
    fn rest(&self) -> impl Iterator<Item = (&Block, Line)> {
        let blocks = self.blocks.iter().filter(|block| block.kind != BlockKind::Blank);
        let first = self.lines().next().map_or(0, |line| line.next);
        blocks
            .flat_map(|block| lines(self.text, block.span).map(move |line| (block, line)))
            .filter(move |(_, line)| line.start >= first)
    }
}
