//! What fields say, and what is written in entries, for those who show or search it.

use journal::{EntryId, Network, PersonId, Reader, names};
use syntax::ListItem;

/// The value of a person's first field with this key.
pub fn field<'a>(network: &'a Network, id: PersonId, key: &str) -> Option<&'a str> {
    let fields = network.person(id).fields.iter().filter(|field| field.key == key);
    fields.map(|field| field.value.text(network.text(field.file))).find(|value| !value.is_empty())
}

/// The tags in a person's fields, in the form in which they are compared.
pub fn tags(network: &Network, id: PersonId) -> Vec<String> {
    let mut reader = Reader::default();
    let mut tags = Vec::new();
    for field in network.person(id).fields.iter().filter(|field| field.key == "tags") {
        let text = network.text(field.file);
        let items = reader.list(text, field.value).into_iter();
        tags.extend(items.filter_map(|item| match item {
            ListItem::Tag(span) | ListItem::Words(span) => Some(names::folded(span.text(text))),
            ListItem::Mention(_) => None,
        }));
    }
    tags
}

/// The people in whose entries one of these tags stands, in order.
pub(crate) fn tagged(network: &Network, wanted: &[String]) -> Vec<PersonId> {
    let mut found = Vec::new();
    for (id, entry) in network.entries() {
        let text = network.text(entry.file);
        // Reading an entry again is dear.
        if !entry.body.text(text).contains('#') {
            continue;
        }
        if network.item(id).tags.iter().any(|tag| wanted.contains(&names::folded(tag.text(text)))) {
            found.extend(network.participating(id));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// An entry as its line says it, from the verb on, in one line.
pub fn told(network: &Network, id: EntryId) -> String {
    let entry = network.entry(id);
    let start = network.item(id).verb.map_or(entry.body.start, |verb| verb.start);
    let words = network.text(entry.file).get(start as usize..entry.body.end as usize).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
