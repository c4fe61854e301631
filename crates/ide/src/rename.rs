//! Another handle, reference or tag, everywhere.

use check::Edit;
use insight::Refusal;
use journal::{FileId, Place, Reader, Span, names};
use messages::say;
use syntax::{Context, Item};

use crate::{Ide, What, texts};

impl Ide<'_> {
    /// What can be renamed at an offset: where its name stands, without marks. A person is renamed where the handle
    /// stands, not by an alias or a `[[Name]]`.
    pub fn renamable(&self, file: FileId, offset: u32) -> Option<Span> {
        let network = self.network;
        match self.at(file, offset)?.what {
            What::Mention(mention) if !mention.is_link => {
                let handle = &network.person(mention.person?).handle;
                let is_it = names::key(mention.name.text(network.text(file))) == names::key(handle);
                is_it.then_some(mention.name)
            }
            What::Reference { id, .. } | What::Anchor { id, .. } => Some(id),
            What::Tag(tag) => Some(tag),
            _ => None,
        }
    }

    /// The edits that give what stands at an offset another name, with its mark or without.
    ///
    /// # Errors
    ///
    /// A sentence that says why that cannot be.
    pub fn rename(&self, file: FileId, offset: u32, new: &str) -> Result<Vec<Edit>, String> {
        let messages = texts::within(self.settings.language);
        let nothing = || say!(messages, "rename-nothing");
        self.renamable(file, offset).ok_or_else(nothing)?;
        let at = self.at(file, offset).ok_or_else(nothing)?;
        let text = self.network.text(file);
        let new = new.trim();
        let (old, mark) = match &at.what {
            What::Mention(mention) => {
                let person = mention.person.ok_or_else(nothing)?;
                return insight::rename(self.network, person, new).map_err(|why| self.refusal(new, why));
            }
            What::Reference { id, .. } | What::Anchor { id, .. } => (id.text(text), '^'),
            What::Tag(tag) => (tag.text(text), '#'),
            _ => return Err(nothing()),
        };
        let new = new.strip_prefix(mark).unwrap_or(new);
        let shown = || format!("{mark}{new}");
        if !is_name(mark, new) {
            return Err(say!(messages, "rename-no-name", new = shown()));
        }
        let all = |name: &str| if mark == '^' { self.of_reference(name) } else { self.of_tag(name) };
        // Two that become one could not be told apart again.
        if names::key(old) != names::key(new)
            && let Some(first) = all(new).first()
        {
            let path = self.network.file(first.place.file).path.as_str();
            return Err(say!(messages, "rename-exists", new = shown(), path));
        }
        let mut edits: Vec<Edit> = Vec::new();
        for occurrence in all(old) {
            let place = occurrence.place;
            if self.network.file(place.file).invalid.is_some() {
                return Err(self.unreadable(place.file));
            }
            if self.network.text_at(place) != new {
                edits.push(Edit { place, text: new.to_owned() });
            }
        }
        edits.sort_by_key(|edit| edit.place);
        Ok(edits)
    }

    fn refusal(&self, new: &str, why: Refusal) -> String {
        let messages = texts::within(self.settings.language);
        let network = self.network;
        let new = format!("@{}", new.strip_prefix('@').unwrap_or(new));
        let path = |place: Place| network.file(place.file).path.as_str();
        match why {
            Refusal::NoHandle => say!(messages, "rename-no-name", new),
            Refusal::Same => say!(messages, "rename-same", new),
            Refusal::Taken(other) => say!(messages, "rename-taken", new, name = &network.person(other).name),
            Refusal::Alias(other, _) => say!(messages, "rename-alias", new, name = &network.person(other).name),
            Refusal::Named(place) => say!(messages, "rename-named", new, path = path(place)),
            Refusal::Unreadable(file) => self.unreadable(file),
        }
    }

    fn unreadable(&self, file: FileId) -> String {
        let path = self.network.file(file).path.as_str();
        say!(texts::within(self.settings.language), "rename-unreadable", path)
    }
}

/// Whether the grammar reads all of this as one reference or tag.
fn is_name(mark: char, new: &str) -> bool {
    let text = format!("note: x {mark}{new}");
    let mut item = Item::default();
    Reader::default().item(&text, Span::new(0, text.len() as u32), Context::Date, &mut item);
    let found = if mark == '^' { item.anchor } else { item.tags.first().copied() };
    !new.is_empty() && found.is_some_and(|span| span.text(&text) == new)
}
