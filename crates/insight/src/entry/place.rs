//! Where a new entry goes in the text of a file.

use check::edited;
use journal::{Day, Network, Settings, Span};
use syntax::BlockKind;

use super::draft::Draft;
use super::outline::{Outline, Section, alone};
use super::style::{self, Dated};

/// Text that is put into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// Where.
    pub at: u32,
    /// Whole lines, their ends `\n`; [`edited`] makes them those of the file.
    pub text: String,
}

impl Insertion {
    /// The text of the file with it.
    pub fn into_text(&self, text: &str) -> String {
        edited(text, [(Span::at(self.at), self.text.as_str())])
    }
}

/// The text of a new file with this entry.
pub fn first_text(draft: &Draft) -> String {
    format!("# {:04}\n\n## {}\n- {}\n", draft.day.ymd().0, draft.day, draft.line)
}

/// Where the entry goes: below the entries of its day; else below a new heading, where the order of the others has it.
/// It is written as its neighbours are. `None` where no place of the text would do, since whatever stands there would
/// be no entry of that day, or would have people that it does not name.
pub fn place(text: &str, draft: &Draft, settings: &Settings) -> Option<Insertion> {
    let network = alone(text, settings);
    let outline = Outline::of(text);
    let dated: Vec<Dated> = network
        .date_headings
        .iter()
        .filter(|heading| heading.person.is_none())
        .filter_map(|it| {
            let section = outline.section(it.place.span)?;
            Some(Dated { day: it.day, date_end: it.place.span.end, section })
        })
        .collect();
    let writer = Writer { outline: &outline, dated: &dated, day: draft.day };
    let fits = |written: &Written| is_read(text, &network, written, draft.day, settings);
    // Nothing of the entry itself can be in the way: a note in its place tells as much.
    let found = writer.places("note: x").into_iter().find(fits)?;
    let insertion = found.insertion;
    let (before, after) = insertion.text.split_at(found.item);
    let after = after.strip_prefix("note: x")?;
    Some(Insertion { at: insertion.at, text: format!("{before}{}{after}", draft.line) })
}

/// An insertion, and where in it the entry begins behind its bullet.
struct Written {
    insertion: Insertion,
    item: usize,
    has_heading: bool,
}

struct Writer<'a> {
    outline: &'a Outline<'a>,
    dated: &'a [Dated],
    day: Day,
}

impl Writer<'_> {
    /// All places that may do, the best first.
    fn places(&self, line: &str) -> Vec<Written> {
        let mut places = Vec::new();
        for it in self.dated.iter().rev().filter(|it| it.day == self.day) {
            places.push(self.below_items(it.section, line));
            places.push(self.below_heading(it.section, line));
        }
        let (at, level) = self.new_section();
        places.push(self.section(at, level, line));
        let end = self.outline.blocks.len();
        places.extend([level, 2, 1].map(|level| self.section(end, level, line)));
        places
    }

    /// Below the last item of a section, its notes included.
    fn below_items(&self, section: Section, line: &str) -> Written {
        let outline = self.outline;
        let own = section.head + 1..section.own_end;
        let is = |kind| move |at: &usize| outline.kind(*at) == Some(kind);
        let Some(last) = own.clone().rev().find(is(BlockKind::Item)) else {
            let told = own.rev().find(|at| outline.kind(*at) != Some(BlockKind::Blank));
            return match told {
                Some(told) => self.item(told + 1, 1, 0, line),
                None => self.below_heading(section, line),
            };
        };
        let mut after = last + 1;
        let mut next = after;
        while next < section.own_end && matches!(outline.kind(next), Some(BlockKind::Note | BlockKind::Blank)) {
            next += 1;
            if outline.kind(next - 1) == Some(BlockKind::Note) {
                after = next;
            }
        }
        let is_loose = own.start < last
            && is(BlockKind::Blank)(&(last - 1))
            && (own.start..last - 1).any(|at| is(BlockKind::Item)(&at));
        self.item(after, usize::from(is_loose), 0, line)
    }

    /// Right below a heading.
    fn below_heading(&self, section: Section, line: &str) -> Written {
        let next = self.outline.kind(section.head + 1);
        let is_apart = matches!(next, None | Some(BlockKind::Blank | BlockKind::Heading(_) | BlockKind::Item));
        let gap = style::gap_below(self.outline, self.dated);
        self.item(section.head + 1, gap, usize::from(!is_apart), line)
    }

    /// An item before the block at `at`, with so many blank lines before and after it.
    fn item(&self, at: usize, before: usize, after: usize, line: &str) -> Written {
        let bullet = style::bullet(self.outline, at);
        let head = format!("{}{bullet}", "\n".repeat(before));
        self.written(at, &head, line, after, false)
    }

    /// A heading and an item before the block at `at`.
    fn section(&self, at: usize, level: u8, line: &str) -> Written {
        let (outline, dated) = (self.outline, self.dated);
        let gap = style::gap(outline, dated);
        let is_below_blank = at == 0 || outline.kind(at - 1) == Some(BlockKind::Blank);
        let before = if is_below_blank { 0 } else { self.gap_of(at, gap) };
        let after = if at < outline.blocks.len() { gap } else { 0 };
        let head = format!(
            "{}{} {}{}\n{}{}",
            "\n".repeat(before),
            "#".repeat(level.into()),
            self.day,
            style::behind_date(outline, dated, self.day),
            "\n".repeat(style::gap_below(outline, dated)),
            style::bullet(outline, at),
        );
        self.written(at, &head, line, after, true)
    }

    /// A paragraph needs a blank line below it whatever the style, or a heading could seem to belong to it.
    fn gap_of(&self, at: usize, gap: usize) -> usize {
        match self.outline.kind(at - 1) {
            Some(BlockKind::Item | BlockKind::Note) => gap,
            _ => gap.max(1),
        }
    }

    fn written(&self, at: usize, head: &str, line: &str, after: usize, has_heading: bool) -> Written {
        let start = self.outline.start(at);
        // A file that does not end its last line does not get one that ends.
        let is_open = start as usize == self.outline.text.len()
            && !matches!(self.outline.text.as_bytes().last(), None | Some(b'\n'))
            && self.outline.text != "\u{feff}";
        let (first, end) = if is_open { ("\n", "") } else { ("", "\n") };
        let head = format!("{first}{head}");
        let text = format!("{head}{line}{end}{}", "\n".repeat(after));
        Written { insertion: Insertion { at: start, text }, item: head.len(), has_heading }
    }

    /// Before which block a new section goes, and its level: behind the last one that is earlier where time rises,
    /// before the first one that is earlier where it falls.
    fn new_section(&self) -> (usize, u8) {
        let (Some(first), Some(last)) = (self.dated.first(), self.dated.last()) else {
            return (self.outline.blocks.len(), 2);
        };
        let other = self.dated.iter().find(|it| it.day != first.day);
        let is_earlier = |it: &&Dated| it.day < self.day;
        if other.is_none_or(|other| other.day > first.day) {
            match self.dated.iter().rev().find(is_earlier) {
                Some(before) => (before.section.end, before.section.level),
                None => (first.section.head, first.section.level),
            }
        } else {
            match self.dated.iter().find(is_earlier) {
                Some(after) => (after.section.head, after.section.level),
                None => (last.section.end, last.section.level),
            }
        }
    }
}

/// Whether the text with the insertion has just one entry more, which is that one, on that day, and has nobody whom it
/// does not name.
fn is_read(text: &str, before: &Network, written: &Written, day: Day, settings: &Settings) -> bool {
    let Insertion { at, text: new } = &written.insertion;
    let changed = written.insertion.into_text(text);
    let after = alone(&changed, settings);
    // The ends of lines may have become longer.
    let grown = (changed.len() - text.len() - new.len()) as u32;
    let lines = new[..written.item].matches('\n').count() as u32;
    let start = at + written.item as u32 + if grown == 0 { 0 } else { lines };
    let found = after.entries().find(|(_, entry)| entry.body.start == start);
    let is_meant = found.is_some_and(|(id, entry)| {
        entry.body.text(&changed) == "note: x" && entry.day() == Some(day) && after.participants(id).is_empty()
    });
    let counts = |network: &Network| {
        [network.entries.len(), network.people.len(), network.mentions.len(), network.references.len()]
    };
    let mut expected = counts(before);
    expected[0] += 1;
    let headings = before.date_headings.len() + usize::from(written.has_heading);
    is_meant && counts(&after) == expected && after.date_headings.len() == headings
}

#[cfg(test)]
#[path = "place_tests.rs"]
mod tests;
