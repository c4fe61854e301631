//! People, those first with whom the writer has much to do these days.

use journal::{Person, PersonId};

use super::list::List;
use super::place::Here;
use super::{About, CompletionKind};
use crate::Ide;

/// All handles.
pub(crate) fn handles(ide: &Ide<'_>, here: &Here, list: &mut List) {
    for (id, person) in ranked(ide) {
        if here.is_head && here.with.contains(&id) {
            continue;
        }
        let handle = format!("@{}", person.handle);
        // Whoever knows only the name finds the person, too.
        let filter = format!("{handle} {}", person.name);
        if let Some(item) = list.push(CompletionKind::Person, &handle, handle.clone(), &filter) {
            item.detail(&person.name).about(About::Person(person.handle.clone()));
        }
    }
}

/// All names, as links.
pub(crate) fn names(ide: &Ide<'_>, list: &mut List) {
    for (_, person) in ranked(ide) {
        let text = format!("[[{}]]", person.name);
        if let Some(item) = list.push(CompletionKind::Person, &person.name, text.clone(), &text) {
            item.detail(format!("@{}", person.handle)).about(About::Person(person.handle.clone()));
        }
    }
}

/// All people, by how often and how recently something happened: each looks up no more than the last thing.
fn ranked<'a>(ide: &Ide<'a>) -> Vec<(PersonId, &'a Person)> {
    let weight = |id: PersonId| {
        let mut touches = ide.network.touches(id, ide.today);
        let (count, _) = touches.size_hint();
        let days = touches.next_back().map_or(36_500, |last| ide.today - last.day);
        (f64::from(u32::try_from(count).unwrap_or(u32::MAX)) + 1.0).ln() / (1.0 + f64::from(days) / 30.0)
    };
    let mut people: Vec<_> = ide.network.people().map(|(id, person)| (weight(id), id, person)).collect();
    // Of equals, the first in the journal comes first.
    people.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
    people.into_iter().map(|(_, id, person)| (id, person)).collect()
}
