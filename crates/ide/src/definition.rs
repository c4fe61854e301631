//! Where something is declared.

use journal::{FileId, Place};

use crate::{At, Ide, What};

impl Ide<'_> {
    /// What stands at an offset, and where it is declared: the heading of a person, the entry that a reference names.
    pub fn definition(&self, file: FileId, offset: u32) -> Option<(At, Place)> {
        let at = self.at(file, offset)?;
        let network = self.network;
        let place = match &at.what {
            What::Mention(_) | What::Heading(_) => network.person(at.what.person()?).place,
            What::Reference { target, .. } => network.entry((*target)?).place(),
            What::Anchor { entry, .. } => network.entry(*entry).place(),
            _ => return None,
        };
        Some((at, place))
    }
}
