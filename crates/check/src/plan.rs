//! Which of many fixes are applied together, and what they make of a text.

use std::collections::{BTreeMap, BTreeSet};

use journal::{FileId, Network};
use syntax::{Span, edited};

use crate::diagnostic::{Diagnostic, Edit};

/// Fixes that can be applied at once: none touches what another one touches.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The diagnostics that are mended, as indices into what was planned.
    pub mended: Vec<usize>,
    edits: BTreeMap<FileId, BTreeSet<(u32, u32, String)>>,
}

impl Plan {
    /// Chooses among the fixes of these diagnostics: each is taken wholly or not at all, the earlier ones first.
    /// Two that make the very same edits are one. Left out are files that are not UTF-8, since what is known of
    /// their text is not what stands in them.
    pub fn new<'a>(network: &Network, diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Self {
        let mut plan = Self::default();
        for (number, diagnostic) in diagnostics.into_iter().enumerate() {
            let Some(fix) = &diagnostic.finding.fix else { continue };
            let is_possible = |edit: &Edit| network.file(edit.place.file).invalid.is_none() && plan.allows(edit);
            if !fix.edits.is_empty() && fix.edits.iter().all(is_possible) {
                plan.mended.push(number);
                for edit in &fix.edits {
                    let Span { start, end } = edit.place.span;
                    plan.edits.entry(edit.place.file).or_default().insert((start, end, edit.text.clone()));
                }
            }
        }
        plan
    }

    /// Whether nothing is to be done.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The files that change, with what they hold afterwards.
    pub fn texts<'a>(&'a self, network: &'a Network) -> impl Iterator<Item = (FileId, String)> + 'a {
        self.edits.iter().map(|(file, edits)| {
            let edits = edits.iter().map(|(start, end, text)| (Span::new(*start, *end), text.as_str()));
            (*file, edited(network.text(*file), edits))
        })
    }

    fn allows(&self, edit: &Edit) -> bool {
        let Some(taken) = self.edits.get(&edit.place.file) else { return true };
        let Span { start, end } = edit.place.span;
        // What is taken is in order and apart, so only the neighbours can be in the way.
        let before = taken.range(..(start, u32::MAX, String::new())).next_back();
        let after = taken.range((start, u32::MAX, String::new())..).next();
        let is_same = |other: &(u32, u32, String)| *other == (start, end, edit.text.clone());
        let is_apart = |other: &(u32, u32, String)| {
            // Two insertions at one place have no order that one could justify.
            (other.1 <= start || end <= other.0)
                && !(other.0 == other.1 && (other.0 == start || other.0 == end))
                && !(start == end && (other.0 == start || other.1 == start))
        };
        before.is_some_and(is_same) || [before, after].into_iter().flatten().all(is_apart)
    }
}

#[cfg(test)]
mod tests {
    use journal::{Place, Settings};

    use super::*;
    use crate::{Finding, Fix, Level};

    const TEXT: &str = "0123456789";

    fn planned(fixes: &[&[(u32, u32, &str)]]) -> (Vec<usize>, String) {
        let network = testkit::network(&[("a.net.md", TEXT)], &Settings::default());
        let file = network.files().next().unwrap().0;
        let place = |start, end| Place { file, span: Span::new(start, end) };
        let diagnostic = |edits: &&[(u32, u32, &str)]| {
            let mut finding = Finding::new(place(0, 0), "");
            let edit =
                |(start, end, text): &(u32, u32, &str)| Edit { place: place(*start, *end), text: (*text).into() };
            finding.fix = Some(Fix { title: String::new(), safe: true, edits: edits.iter().map(edit).collect() });
            Diagnostic { rule: crate::rules().next().unwrap(), level: Level::Error, finding }
        };
        let diagnostics: Vec<_> = fixes.iter().map(diagnostic).collect();
        let plan = Plan::new(&network, &diagnostics);
        let text = plan.texts(&network).next().map_or(TEXT.to_owned(), |(_, text)| text);
        (plan.mended.clone(), text)
    }

    #[test]
    fn what_is_apart_is_applied_together() {
        assert_eq!(planned(&[&[(4, 6, "x")], &[(0, 1, "")], &[(6, 7, "yz")]]), (vec![0, 1, 2], "123xyz789".to_owned()));
        assert_eq!(planned(&[]), (vec![], TEXT.to_owned()));
    }

    #[test]
    fn the_first_of_two_that_overlap_is_taken() {
        assert_eq!(planned(&[&[(2, 5, "x")], &[(4, 6, "y")]]), (vec![0], "01x56789".to_owned()));
        assert_eq!(planned(&[&[(4, 6, "y")], &[(2, 5, "x")]]), (vec![0], "0123y6789".to_owned()));
        assert_eq!(planned(&[&[(0, 9, "x")], &[(4, 5, "y")]]), (vec![0], "x9".to_owned()));
        assert_eq!(planned(&[&[(3, 3, "x")], &[(3, 3, "y")]]), (vec![0], "012x3456789".to_owned()));
        assert_eq!(planned(&[&[(3, 5, "x")], &[(3, 3, "y")]]), (vec![0], "012x56789".to_owned()));
        assert_eq!(planned(&[&[(3, 3, "y")], &[(3, 5, "x")]]), (vec![0], "012y3456789".to_owned()));
    }

    #[test]
    fn a_fix_is_applied_wholly_or_not_at_all() {
        assert_eq!(planned(&[&[(4, 6, "x")], &[(0, 1, "a"), (5, 7, "b")]]), (vec![0], "0123x6789".to_owned()));
        assert_eq!(planned(&[&[(4, 6, "x")], &[(0, 1, "a"), (7, 8, "b")]]).1, "a123x6b89");
    }

    #[test]
    fn the_same_edit_twice_is_one() {
        assert_eq!(planned(&[&[(4, 6, "x")], &[(4, 6, "x")]]), (vec![0, 1], "0123x6789".to_owned()));
        assert_eq!(planned(&[&[(4, 4, "x")], &[(4, 4, "x")]]), (vec![0, 1], "0123x456789".to_owned()));
    }
}
