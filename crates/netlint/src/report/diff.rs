//! What would change, as a unified diff.

use std::collections::HashSet;
use std::io::{self, IsTerminal, Write};

use anyhow::Result;
use similar::udiff::UnifiedHunkHeader;
use similar::{Algorithm, ChangeTag, DiffOp, capture_diff_slices, group_diff_ops};

use super::style;

/// So many lines around what is different are shown.
const CONTEXT: usize = 3;

/// Writes the difference of one file so that `patch` takes it; on a terminal without what could steer it.
pub(crate) fn write(path: &str, before: &str, after: &str, out: &mut impl Write) -> Result<()> {
    let is_seen = io::stdout().is_terminal();
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    writeln!(out, "{}", style::bold(&format!("--- {path}")))?;
    writeln!(out, "{}", style::bold(&format!("+++ {path}")))?;
    for hunk in group_diff_ops(differences(&old, &new), CONTEXT) {
        writeln!(out, "{}", style::dim(&UnifiedHunkHeader::new(&hunk).to_string()))?;
        for change in hunk.iter().flat_map(|op| op.iter_changes(&old, &new)) {
            let text = change.value();
            let line = text.strip_suffix('\n').unwrap_or(text);
            let line = if is_seen { style::printable(line.trim_end_matches('\r')) } else { line.to_owned() };
            let line = format!("{}{line}", change.tag());
            let line = match change.tag() {
                ChangeTag::Delete => style::removed(&line),
                ChangeTag::Insert => style::added(&line),
                ChangeTag::Equal => line,
            };
            writeln!(out, "{line}")?;
            if !text.ends_with('\n') {
                writeln!(out, "\\ No newline at end of file")?;
            }
        }
    }
    Ok(())
}

/// The difference of two lists of lines. Lines that only one of them has are left out before they are compared: the time
/// for that is the product of their length and of how different they are, and formatting may change every line.
fn differences(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let (in_old, in_new): (HashSet<&str>, HashSet<&str>) =
        (old.iter().copied().collect(), new.iter().copied().collect());
    let common = |lines: &[&str], others: &HashSet<&str>| -> Vec<usize> {
        (0..lines.len()).filter(|number| others.contains(lines[*number])).collect()
    };
    let (left, right) = (common(old, &in_new), common(new, &in_old));
    let compared = capture_diff_slices(Algorithm::Myers, &chosen(old, &left), &chosen(new, &right));
    let pairs = compared.iter().filter_map(|op| match *op {
        DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
        _ => None,
    });
    let same = pairs.flat_map(|(i, j, len)| (0..len).map(move |more| (i + more, j + more)));
    let mut ops = Vec::new();
    let (mut old_index, mut new_index) = (0, 0);
    for (i, j) in same.map(|(i, j)| (left[i], right[j])).chain([(old.len(), new.len())]) {
        let (old_len, new_len) = (i - old_index, j - new_index);
        match (old_len, new_len) {
            (0, 0) => {}
            (old_len, 0) => ops.push(DiffOp::Delete { old_index, old_len, new_index }),
            (0, new_len) => ops.push(DiffOp::Insert { old_index, new_index, new_len }),
            _ => ops.push(DiffOp::Replace { old_index, old_len, new_index, new_len }),
        }
        if i < old.len() {
            match ops.last_mut() {
                Some(DiffOp::Equal { len, .. }) => *len += 1,
                _ => ops.push(DiffOp::Equal { old_index: i, new_index: j, len: 1 }),
            }
        }
        (old_index, new_index) = (i + 1, j + 1);
    }
    ops
}

fn chosen<'t>(lines: &[&'t str], numbers: &[usize]) -> Vec<&'t str> {
    numbers.iter().map(|number| lines[*number]).collect()
}
