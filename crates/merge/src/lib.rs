//! Merges two versions of a journal that go back to one: by what they say, not by lines.
//!
//! To git a journal is lines, and two machines that each noted a coffee below today's heading changed the same line.
//! To netlint it is sections with entries, fields and notes, and there is nothing to decide: both coffees took place.
//! What both versions changed differently is left to a person, between the markers that git's users know.
//!
//! Nothing here reads or writes a file.
//!
//! ```
//! let base = "## 2026-11-03\n- call @ada\n";
//! let ours = "## 2026-11-03\n- call @ada\n- mail @bob\n";
//! let theirs = "## 2026-11-03\n- call @ada\n- coffee with @carl\n";
//! let merged = merge::merge(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), &merge::Style::default());
//! assert_eq!(merged.conflicts, 0);
//! assert_eq!(merged.bytes, b"## 2026-11-03\n- call @ada\n- mail @bob\n- coffee with @carl\n");
//! ```

mod arrange;
mod diff;
mod fields;
mod lines;
mod matching;
mod piece;
mod read;
mod renames;
mod render;
mod seams;
mod slots;
mod tree;
mod unit;
mod verify;
mod version;
mod weave;
mod words;

use version::Versions;

pub use render::{ConflictStyle, Style};

/// What two versions come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The merged text.
    pub bytes: Vec<u8>,
    /// How many places are left to a person, between markers.
    pub conflicts: usize,
}

/// Merges `ours` and `theirs`, which both come from `base`. Never fails: what is no journal is merged by lines.
pub fn merge(base: &[u8], ours: &[u8], theirs: &[u8], style: &Style) -> Merged {
    let clean = |bytes: &[u8]| Merged { bytes: bytes.to_vec(), conflicts: 0 };
    if ours == theirs || theirs == base {
        return clean(ours);
    }
    if ours == base {
        return clean(theirs);
    }
    let versions = Versions::new(base, ours, theirs);
    let pieces = versions.texts().and_then(weave::weave).unwrap_or_else(|| lines::whole(&versions));
    render::render(&versions, &pieces, style)
}
