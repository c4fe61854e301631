//! What stands in a file, as a tree; and people by their names.

use journal::{Day, FileId, PersonId, Place, Reader, Span, names};
use syntax::Heading;

use crate::context::person_of_heading;
use crate::sections::{Parts, Section, first_line};
use crate::when::weekday;
use crate::{Ide, texts};

/// So many people are found at most.
const MOST: usize = 1000;

/// Something that stands in a file, with what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// Its name; never empty.
    pub name: String,
    /// A few words about it.
    pub detail: String,
    /// What it is.
    pub kind: SymbolKind,
    /// All of it.
    pub span: Span,
    /// The part that names it.
    pub name_span: Span,
    /// What stands below it.
    pub children: Vec<Symbol>,
}

/// What a symbol is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SymbolKind {
    /// The heading of a person.
    Person,
    /// The heading of a day.
    Day,
    /// Another heading.
    Heading,
    /// An entry.
    Entry,
}

/// A person who was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// The handle, with its mark.
    pub handle: String,
    /// Where the person is declared.
    pub place: Place,
}

impl Ide<'_> {
    /// The headings and entries of a file.
    pub fn symbols(&self, file: FileId) -> Vec<Symbol> {
        let network = self.network;
        let text = network.text(file);
        let first = network.entries.partition_point(|entry| entry.file < file);
        let mut entries = network.entries[first..].iter().take_while(|entry| entry.file == file).peekable();
        let mut tree = Tree { top: Vec::new(), open: Vec::new() };
        for section in Parts::of(text).sections {
            while let Some(entry) = entries.next_if(|entry| entry.body.start < section.heading.span.start) {
                tree.add(entry_symbol(text, entry));
            }
            tree.close(section.level);
            tree.open.push((section.level, self.heading_symbol(file, &section)));
        }
        entries.for_each(|entry| tree.add(entry_symbol(text, entry)));
        tree.close(0);
        tree.top
    }

    /// The people in whose name, alias, handle or tag these words stand; those first whose handle or name begins with
    /// them.
    pub fn people(&self, words: &str) -> Vec<Named> {
        let network = self.network;
        let words = names::folded(words.trim());
        let words = words.trim_start_matches(['@', '#']);
        let mut found: Vec<(u8, PersonId)> = Vec::new();
        for (id, person) in network.people() {
            let (handle, name) = (names::folded(&person.handle), names::folded(&person.name));
            let is_alias = || person.aliases.iter().any(|alias| alias.key.contains(words));
            let is_tag = || person.has("tags") && insight::tags(network, id).iter().any(|tag| tag.contains(words));
            let rank = match () {
                () if handle.starts_with(words) => 0,
                () if name.starts_with(words) => 1,
                () if handle.contains(words) || name.contains(words) => 2,
                () if is_alias() => 3,
                () if is_tag() => 4,
                () => continue,
            };
            found.push((rank, id));
        }
        found.sort_unstable();
        let named = found.into_iter().take(MOST).map(|(_, id)| {
            let person = network.person(id);
            Named { name: person.name.clone(), handle: format!("@{}", person.handle), place: person.place }
        });
        named.collect()
    }

    fn heading_symbol(&self, file: FileId, section: &Section) -> Symbol {
        let network = self.network;
        let (text, body) = (network.text(file), section.heading.body);
        let person = person_of_heading(network, file, &section.heading).map(|id| network.person(id));
        let words = first_line(text, body);
        let (kind, name, detail) = match (Reader::default().heading(text, body, &mut Vec::new()), person) {
            (_, Some(person)) => (SymbolKind::Person, person.name.clone(), format!("@{}", person.handle)),
            (Heading::Date(span), None) => {
                let messages = texts::within(self.settings.language);
                let detail = Day::parse(span.text(text)).map(|day| weekday(day, messages)).unwrap_or_default();
                (SymbolKind::Day, words.text(text).to_owned(), detail)
            }
            _ => (SymbolKind::Heading, words.text(text).to_owned(), String::new()),
        };
        let name = if name.trim().is_empty() { "#".repeat(section.level.into()) } else { name };
        Symbol { name, detail, kind, span: section.span.cover(words), name_span: words, children: Vec::new() }
    }
}

fn entry_symbol(text: &str, entry: &journal::Entry) -> Symbol {
    let words = first_line(text, entry.body);
    let name = words.text(text).to_owned();
    let detail = entry.day().map(|day| day.to_string()).unwrap_or_default();
    Symbol { name, detail, kind: SymbolKind::Entry, span: entry.body, name_span: words, children: Vec::new() }
}

/// What is done, and the headings that are open.
struct Tree {
    top: Vec<Symbol>,
    open: Vec<(u8, Symbol)>,
}

impl Tree {
    fn add(&mut self, symbol: Symbol) {
        match self.open.last_mut() {
            Some((_, parent)) => parent.children.push(symbol),
            None => self.top.push(symbol),
        }
    }

    /// A heading of this level ends those that are not above it.
    fn close(&mut self, level: u8) {
        while let Some((_, symbol)) = self.open.pop_if(|(open, _)| *open >= level) {
            self.add(symbol);
        }
    }
}
