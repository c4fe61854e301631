//! How a suppression is taken out of its directive or field.

use journal::{Network, Place, Span};

use crate::suppress::Suppression;

/// What to cut out for each of the suppressions of one directive or field that `is_idle` names: the name with its
/// comma, or all of it where all are idle. With it, whether the cut surely changes nothing else.
pub(super) fn cuts(network: &Network, all: &[Suppression], is_idle: &[bool]) -> Vec<Option<(Place, bool)>> {
    let Some(first) = all.first() else { return Vec::new() };
    if is_idle.iter().all(|is_idle| *is_idle) {
        let line = line(network, first);
        return vec![line; all.len()];
    }
    // A comma goes with the name before it; but with the name after it where nothing is left behind that.
    let last_kept = is_idle.iter().rposition(|is_idle| !is_idle).unwrap_or_default();
    let cut = |at: usize| {
        let span = if at < last_kept {
            Span::new(all[at].extent.start, all[at + 1].extent.start)
        } else {
            Span::new(all[at.checked_sub(1)?].extent.end, all[at].extent.end)
        };
        Some((Place { file: first.whole.file, span }, true))
    };
    (0..all.len()).map(cut).collect()
}

/// The whole line of a directive or field, if nothing else stands on it.
fn line(network: &Network, suppression: &Suppression) -> Option<(Place, bool)> {
    let Place { file, span } = suppression.whole;
    let text = network.text(file);
    let (before, after) = (text.get(..span.start as usize)?, text.get(span.end as usize..)?);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let end = after.find('\n').map_or(text.len(), |at| span.end as usize + at + 1);
    let bullet = before[start..].trim();
    let is_alone = if suppression.person.is_none() { bullet.is_empty() } else { ["-", "*", "+"].contains(&bullet) };
    if !is_alone || !text[span.end as usize..end].trim().is_empty() {
        return None;
    }
    let above = text[..start].lines().next_back().unwrap_or_default();
    let below = text[end..].lines().next().unwrap_or_default();
    let is_safe = keeps_apart(above, below) && !(suppression.person.is_some() && below.starts_with([' ', '\t']));
    Some((Place { file, span: Span::new(start as u32, end as u32) }, is_safe))
}

/// Whether two lines that become neighbours stay what they are.
fn keeps_apart(above: &str, below: &str) -> bool {
    let begins_block = |bullet: &str| below.strip_prefix(bullet).is_some_and(|rest| !rest.trim().is_empty());
    above.trim().is_empty()
        || above.starts_with('#')
        || below.trim().is_empty()
        || below.starts_with('#')
        || below.starts_with("<!--")
        || ["- ", "* ", "+ "].into_iter().any(begins_block)
}
