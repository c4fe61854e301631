//! Mends all that can be mended safely in one file, as `netlint check --fix` does.

use check::{Diagnostic, Edit};
use journal::{FileId, Place};
use similar::{ChangeTag, TextDiff};
use syntax::Span;

use crate::analysis::Analysis;

/// Whether there is something to mend.
pub(crate) fn is_possible(analysis: &Analysis, file: FileId) -> bool {
    let is_text = analysis.network().file(file).invalid.is_none();
    is_text && analysis.report.diagnostics.iter().any(|it| is_wanted(it, file))
}

/// The edits; `None` where the text is another one by now, or fixes call for each other for ever.
pub(crate) fn edits(analysis: &Analysis, file: FileId) -> Option<Vec<Edit>> {
    let path = &analysis.network().file(file).path;
    let session = analysis.view.engine.session();
    // Files keep their order, since fixes neither make nor remove them.
    let fixed = session::fix(session, analysis.view.today, |snapshot, it| {
        snapshot.network.file(it.finding.place.file).path == *path && is_wanted(it, it.finding.place.file)
    });
    if !fixed.unsettled.is_empty() {
        return None;
    }
    let Some(changed) = fixed.files.iter().find(|changed| changed.path == *path) else { return Some(Vec::new()) };
    let is_current = changed.before.as_str() == analysis.network().text(file);
    let edit = |(span, text)| Edit { place: Place { file, span }, text };
    is_current.then(|| between(&changed.before, &changed.after).into_iter().map(edit).collect())
}

fn is_wanted(diagnostic: &Diagnostic, file: FileId) -> bool {
    let fix = diagnostic.finding.fix.as_ref();
    fix.is_some_and(|fix| fix.safe && fix.edits.iter().all(|edit| edit.place.file == file))
}

/// The edits, each as small as some lines, that make one text of another.
pub(super) fn between(before: &str, after: &str) -> Vec<(Span, String)> {
    let mut edits: Vec<(Span, String)> = Vec::new();
    let mut at = 0;
    for change in TextDiff::from_lines(before, after).iter_all_changes() {
        let text: &str = change.value();
        let length = text.len() as u32;
        if change.tag() == ChangeTag::Equal {
            at += length;
            continue;
        }
        if edits.last().is_none_or(|(span, _)| span.end != at) {
            edits.push((Span::at(at), String::new()));
        }
        let Some((span, new)) = edits.last_mut() else { continue };
        if change.tag() == ChangeTag::Insert {
            new.push_str(text);
        } else {
            at += length;
            span.end = at;
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn edits_make_one_text_of_another(before in "([ab]{0,2}\r?\n){0,6}[ab]{0,1}", after in "([ab]{0,2}\r?\n){0,6}[ab]{0,1}") {
            let edits = between(&before, &after);
            prop_assert!(edits.windows(2).all(|pair| pair[0].0.end < pair[1].0.start));
            let mut made = String::new();
            let mut at = 0;
            for (span, text) in &edits {
                made.push_str(&before[at..span.start as usize]);
                made.push_str(text);
                at = span.end as usize;
            }
            prop_assert_eq!(made + &before[at..], after);
        }
    }
}
