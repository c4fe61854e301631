//! The order of a person's fields.

use syntax::{Block, BlockKind, Bullet, Span};

use crate::edits::Group;
use crate::lists::are_one_list;

/// The runs of fields that are to change places: each between what is no field, and between blank lines. `ranks`
/// are the places of fields in their order, with where their items begin.
pub(crate) fn groups(
    text: &str,
    blocks: &[Block],
    bullets: &[Bullet],
    is_canonical: &[bool],
    ranks: &[(u32, usize)],
) -> Vec<Group> {
    let rank = |number: usize| {
        let start = bullets[number].span.start;
        let found = ranks.binary_search_by_key(&start, |(start, _)| *start).ok()?;
        // A bullet that stands alone would underline the paragraph above it.
        let stands_alone = text[bullets[number].content as usize..].starts_with(['\r', '\n']);
        (is_canonical[number] && !stands_alone).then_some(ranks[found].1)
    };
    let mut groups = Vec::new();
    let mut at = 0;
    while at < bullets.len() {
        let Some(first) = rank(at) else {
            at += 1;
            continue;
        };
        let (mut end, mut run) = (at + 1, vec![first]);
        while let Some(next) = bullets.get(end)
            && are_one_list(text, &bullets[end - 1], next)
            && last_line(text, &bullets[end - 1]) == next.span.start
            && let Some(next) = rank(end)
        {
            run.push(next);
            end += 1;
        }
        groups.extend(group(text, blocks, &bullets[at..end], &run));
        at = end;
    }
    groups
}

fn group(text: &str, blocks: &[Block], mut items: &[Bullet], mut ranks: &[usize]) -> Option<Group> {
    // Most are in order, and nothing more is asked about them.
    if ranks.is_sorted() {
        return None;
    }
    let block = |at: u32| blocks.partition_point(|block| block.span.start < at);
    let above = blocks[..block(items[0].span.start)].iter().rev().find(|block| block.kind != BlockKind::Blank);
    if above.is_some_and(|above| covers_next_line(text, above)) {
        (items, ranks) = (&items[1..], &ranks[1..]);
    }
    let (first, last) = (items.first()?, items.last()?);
    let end = last_line(text, last);
    let span = Span::new(first.span.start, end);
    let speaks = blocks[block(span.start)..block(span.end)].iter().any(|block| block.kind == BlockKind::Directive);
    // Of two definitions of a link the first one counts.
    if ranks.is_sorted() || speaks || span.text(text).contains("]:") || !ends(text, blocks, end) {
        return None;
    }
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|number| ranks[*number]);
    Some(Group { cuts: items.iter().map(|item| item.span.start).chain([end]).collect(), order })
}

/// Where the last line of an item ends that is not blank.
fn last_line(text: &str, item: &Bullet) -> u32 {
    let written = item.span.text(text);
    let kept = written.trim_end_matches([' ', '\t', '\r', '\n']);
    let line = written[kept.len()..].find('\n').map_or(written.len(), |newline| kept.len() + newline + 1);
    item.span.start + line as u32
}

fn covers_next_line(text: &str, block: &Block) -> bool {
    block.kind == BlockKind::Directive && block.body.text(text).to_ascii_lowercase().contains("next-line")
}

/// Whether what stands below `end`, the last line of the last item, would also end any other item: it must not go on
/// with a paragraph. Code that is not closed would leave the blank lines at its end behind.
fn ends(text: &str, blocks: &[Block], end: u32) -> bool {
    let below = blocks.binary_search_by_key(&end, |block| block.span.start).ok().map(|at| blocks[at].kind);
    match below {
        None => end as usize == text.len(),
        // A blank line comes before a heading.
        Some(BlockKind::Blank | BlockKind::Directive | BlockKind::Item | BlockKind::Heading(_)) => true,
        Some(_) => false,
    }
}
