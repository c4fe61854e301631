//! Where a new person is declared.

use std::collections::BTreeMap;

use journal::{FileId, Network, Settings};
use syntax::BlockKind;

use super::outline::{Outline, alone};
use super::place::Insertion;

/// The file in which most people are declared, if any is. Pages of people and files that are not UTF-8 are left out.
pub fn people_file(network: &Network, is_page: impl Fn(&str) -> bool) -> Option<FileId> {
    let mut counts: BTreeMap<FileId, usize> = BTreeMap::new();
    for person in &network.people {
        *counts.entry(person.place.file).or_default() += 1;
    }
    let is_possible = |file: FileId| network.file(file).invalid.is_none() && !is_page(&network.file(file).path);
    let possible = counts.into_iter().filter(|(file, _)| is_possible(*file));
    possible.max_by_key(|(_, count)| *count).map(|(file, _)| file)
}

/// Where the heading of a new person goes in a text: behind the last person, else at the end.
pub fn declare(text: &str, name: &str, handle: &str, settings: &Settings) -> Insertion {
    let outline = Outline::of(text);
    let last = alone(text, settings).people.last().and_then(|person| outline.section(person.place.span));
    let (at, level) = last.map_or((outline.blocks.len(), 2), |last| (last.end, last.level));
    let is_below_blank = at == 0 || outline.kind(at - 1) == Some(BlockKind::Blank);
    let is_open = at == outline.blocks.len() && !text.is_empty() && !text.ends_with('\n') && text != "\u{feff}";
    let before = usize::from(!is_below_blank) + usize::from(is_open);
    let end = match (is_open, at < outline.blocks.len()) {
        (true, _) => "",
        (false, false) => "\n",
        (false, true) => "\n\n",
    };
    let heading = format!("{}{} {name} @{handle}{end}", "\n".repeat(before), "#".repeat(level.into()));
    Insertion { at: outline.start(at), text: heading }
}

#[cfg(test)]
mod tests {
    use journal::Settings;

    use super::declare;

    #[track_caller]
    fn assert_declared(before: &str, after: &str) {
        assert_eq!(declare(before, "Bob", "bob", &Settings::default()).into_text(before), after);
    }

    #[test]
    fn a_person_stands_behind_the_others() {
        assert_declared("", "## Bob @bob\n");
        assert_declared("# People\n", "# People\n\n## Bob @bob\n");
        assert_declared("# Ada @ada\n- city: Ulm", "# Ada @ada\n- city: Ulm\n\n# Bob @bob");
        assert_declared("## Ada @ada\r\n- city: Ulm\r\n", "## Ada @ada\r\n- city: Ulm\r\n\r\n## Bob @bob\r\n");
        assert_declared("## Ada @ada\n\n# Log\n", "## Ada @ada\n\n## Bob @bob\n\n# Log\n");
        assert_declared(
            "## Ada @ada\n### 2026-11-01\n- call\n",
            "## Ada @ada\n### 2026-11-01\n- call\n\n## Bob @bob\n",
        );
    }
}
