//! How a file is written, so that what is new is written as the rest.

use journal::Day;
use syntax::BlockKind;

use super::calendar::weekday_like;
use super::outline::{Outline, Section};

/// A dated section with its day, and where its date ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    pub(super) day: Day,
    pub(super) date_end: u32,
    pub(super) section: Section,
}

/// So many of the last headings tell how headings are written.
const RECENT: usize = 5;

/// A bullet with the blanks around it, as that of the item nearest above the block at `at`, else of the first below.
pub(super) fn bullet<'a>(outline: &Outline<'a>, at: usize) -> &'a str {
    let (above, below) = outline.blocks.split_at(at.min(outline.blocks.len()));
    let items = above.iter().rev().chain(below).filter(|block| block.kind == BlockKind::Item);
    let mut marks = items.map(|item| &outline.text[item.span.start as usize..item.body.start as usize]);
    let is_usual = |mark: &&str| matches!(mark.trim_end_matches(' '), "-" | "*" | "+") && (2..=4).contains(&mark.len());
    marks.next().filter(is_usual).unwrap_or("- ")
}

/// How many lines are blank between dated sections.
pub(super) fn gap(outline: &Outline<'_>, dated: &[Dated]) -> usize {
    dated.iter().rev().take(RECENT).find_map(|it| outline.gap_before(it.section.head)).unwrap_or(1).min(3)
}

/// How many lines are blank between a date heading and its first item.
pub(super) fn gap_below(outline: &Outline<'_>, dated: &[Dated]) -> usize {
    let below = |it: &Dated| {
        let next = outline.kind(it.section.head + 1)?;
        match next {
            BlockKind::Item => Some(0),
            BlockKind::Blank if outline.kind(it.section.head + 2) == Some(BlockKind::Item) => Some(1),
            _ => None,
        }
    };
    dated.iter().rev().take(RECENT).find_map(below).unwrap_or(0)
}

/// What follows the date in a new heading: the day of the week, if most of the others have it.
pub(super) fn behind_date(outline: &Outline<'_>, dated: &[Dated], day: Day) -> String {
    let recent = || dated.iter().rev().take(RECENT);
    let like = |it: &Dated| {
        let body = outline.blocks.get(it.section.head)?.body;
        weekday_like(outline.text.get(it.date_end as usize..body.end as usize)?.trim_end(), it.day, day)
    };
    let found: Vec<String> = recent().filter_map(like).collect();
    let is_usual = found.len() * 2 > recent().count();
    found.into_iter().next().filter(|_| is_usual).unwrap_or_default()
}
