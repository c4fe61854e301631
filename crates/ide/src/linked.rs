//! What changes together while one types.

use journal::{FileId, Span};

use crate::{Ide, Part, What};

impl Ide<'_> {
    /// The handles in a file that are written as the one at an offset and mean the same declared person, without their
    /// marks. Nothing where there is no other.
    pub fn linked(&self, file: FileId, offset: u32) -> Vec<Span> {
        let Some(at) = self.at(file, offset) else { return Vec::new() };
        let text = self.network.text(file);
        let handle = match &at.what {
            What::Mention(mention) if !mention.is_link && mention.person.is_some() => mention.name.text(text),
            _ => return Vec::new(),
        };
        let written = format!("@{handle}");
        let mut all: Vec<Span> = Vec::new();
        for it in self.occurrences(file, &at) {
            if it.place.file != file || it.part == Part::Implied {
                continue;
            }
            // A heading is all of it a place of the person.
            let words = it.place.span.text(text);
            let found = words.match_indices(&written).map(|(at, _)| at).find(|at| {
                let behind = words.get(at + written.len()..).unwrap_or_default();
                !behind.starts_with(|c: char| c.is_alphanumeric() || "_-".contains(c))
            });
            all.extend(found.map(|found| {
                let start = it.place.span.start + found as u32 + 1;
                Span::new(start, start + handle.len() as u32)
            }));
        }
        let is_here = all.iter().any(|span| span.start <= offset && offset <= span.end);
        if is_here && all.len() > 1 { all } else { Vec::new() }
    }
}
