//! The block that stands at a place.

use journal::{FileId, Network, Place, Span};
use syntax::{Block, State};

/// The block of a file that holds an offset; that before it where the text ends there. Only what stands between the
/// nearest headings that the network knows is read.
pub(crate) fn block_at(network: &Network, file: FileId, offset: u32) -> Option<Block> {
    let text = network.text(file);
    let offset = offset.min(text.len() as u32);
    let probe = line_end(text, offset);
    let around = [
        near(&network.person_headings, |it| it.place, file, probe),
        near(&network.lost_headings, |it| it.place, file, probe),
        near(&network.date_headings, |it| it.place, file, probe),
    ];
    // A heading that is one ends whatever is open above it, so reading may begin there.
    let start = around.iter().filter_map(|(above, _)| *above).max().map_or(0, |at| line_start(text, at));
    let below = around.iter().filter_map(|(_, below)| *below).map(|at| line_start(text, at));
    let end = below.filter(|end| *end > offset).min().unwrap_or(text.len() as u32);
    let mut blocks = Vec::new();
    syntax::scan(text, Span::new(start, end), State::default(), &mut blocks);
    let at = blocks.partition_point(|block| block.span.end <= offset).min(blocks.len().saturating_sub(1));
    blocks.get(at).copied()
}

/// Where the line of the last heading before an offset begins that the network knows; else the beginning. Reading may
/// begin there.
pub(crate) fn above(network: &Network, file: FileId, offset: u32) -> u32 {
    let Some(last) = offset.checked_sub(1) else { return 0 };
    let above = [
        near(&network.person_headings, |it| it.place, file, last).0,
        near(&network.lost_headings, |it| it.place, file, last).0,
        near(&network.date_headings, |it| it.place, file, last).0,
    ];
    above.into_iter().flatten().max().map_or(0, |at| line_start(network.text(file), at))
}

/// Where the last heading up to an offset begins, and the first one after it. They stand in order.
fn near<T>(all: &[T], place: impl Fn(&T) -> Place, file: FileId, offset: u32) -> (Option<u32>, Option<u32>) {
    let at = all.partition_point(|it| {
        let place = place(it);
        (place.file, place.span.start) <= (file, offset)
    });
    let own = |it: Option<&T>| it.map(&place).filter(|it| it.file == file).map(|it| it.span.start);
    (at.checked_sub(1).and_then(|at| own(all.get(at))), own(all.get(at)))
}

fn line_start(text: &str, at: u32) -> u32 {
    let before = &text.as_bytes()[..at as usize];
    before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline as u32 + 1)
}

fn line_end(text: &str, at: u32) -> u32 {
    let after = &text.as_bytes()[at as usize..];
    after.iter().position(|byte| *byte == b'\n').map_or(text.len() as u32, |length| at + length as u32)
}
