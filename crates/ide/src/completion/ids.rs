//! Names of entries, and tags.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use journal::{EntryId, Favors, FileId, Requests, names};

use super::CompletionKind;
use super::list::List;
use super::place::Here;
use crate::Ide;

/// Tags are taken from so many entries, the last ones of the journal.
const RECENT: usize = 2000;

/// The names of entries: first what is still open between the writer and the people of the entry, then what else they
/// take part in, then the newest.
pub(crate) fn references(ide: &Ide<'_>, here: &Here, list: &mut List) {
    let network = ide.network;
    let mut open: HashSet<EntryId> = HashSet::new();
    for person in &here.with {
        let favors = Favors::of(network, *person, ide.today).received.into_iter();
        open.extend(favors.filter(|(_, _, returned)| returned.is_none()).map(|(_, id, _)| id));
        let requests = Requests::of(network, *person, ide.today).open(network, *person, ide.today);
        open.extend(requests.into_iter().map(|(_, id)| id));
    }
    let nearness = |id: EntryId| match id {
        id if open.contains(&id) => 0,
        id if here.with.iter().any(|person| network.takes_part(*person, id)) => 1,
        _ => 2,
    };
    let mut anchors: Vec<_> = network.anchors.iter().collect();
    anchors.sort_by_cached_key(|anchor| (nearness(anchor.entry), Reverse(network.entry(anchor.entry).day())));
    for anchor in anchors {
        let entry = network.entry(anchor.entry);
        let id = format!("^{}", anchor.span.text(network.text(entry.file)));
        if entry.body.start == here.start && list.span.start >= entry.body.start && list.span.end <= entry.body.end {
            continue;
        }
        if let Some(item) = list.push(CompletionKind::Reference, &id, id.clone(), &id) {
            let told = insight::told(network, anchor.entry);
            item.detail(entry.day().map_or(told.clone(), |day| format!("{day} {told}")));
        }
    }
}

/// The tags of people and of the last entries, the most frequent first.
pub(crate) fn tags(ide: &Ide<'_>, file: FileId, offset: u32, list: &mut List) {
    for (tag, _) in counted(ide, Some((file, offset))) {
        let text = format!("#{tag}");
        list.push(CompletionKind::Tag, &text, text.clone(), &text);
    }
}

/// Tags, and how often each was found; that at a place does not count.
pub(crate) fn counted(ide: &Ide<'_>, without: Option<(FileId, u32)>) -> Vec<(String, usize)> {
    let network = ide.network;
    let mut counts: HashMap<String, usize> = HashMap::new();
    let has_tag = |(_, entry): &(EntryId, &journal::Entry)| entry.body.text(network.text(entry.file)).contains('#');
    let recent: Vec<EntryId> = {
        let all: Vec<(EntryId, &journal::Entry)> = network.entries().collect();
        all.into_iter().rev().filter(has_tag).take(RECENT).map(|(id, _)| id).collect()
    };
    for id in recent {
        let file = network.entry(id).file;
        for tag in network.item(id).tags {
            let is_here = without.is_some_and(|(other, at)| other == file && tag.start <= at && at <= tag.end);
            if !is_here {
                *counts.entry(names::folded(tag.text(network.text(file)))).or_default() += 1;
            }
        }
    }
    for (id, _) in network.people().filter(|(_, person)| person.has("tags")) {
        for tag in insight::tags(network, id) {
            *counts.entry(tag).or_default() += 1;
        }
    }
    counts.retain(|tag, _| !tag.is_empty());
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|(a, a_count), (b, b_count)| b_count.cmp(a_count).then_with(|| a.cmp(b)));
    counts
}
