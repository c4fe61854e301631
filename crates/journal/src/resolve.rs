//! Who is meant by a handle or a name.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::entry::{Outsider, Who};
use crate::names;
use crate::person::{Person, PersonId};

/// The handles and names of all people.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    pub(crate) handles: HashMap<String, PersonId, RandomState>,
    handle_aliases: HashMap<String, Vec<PersonId>, RandomState>,
    names: HashMap<String, Vec<PersonId>, RandomState>,
    name_aliases: HashMap<String, Vec<PersonId>, RandomState>,
    outsiders: HashMap<(bool, String), Who, RandomState>,
    pub(crate) unknown: Vec<Outsider>,
}

impl Directory {
    /// Declares a person, unless somebody else has the handle: then it gives who.
    pub(crate) fn declare(&mut self, handle: &str, id: PersonId) -> Option<PersonId> {
        match self.handles.entry(names::folded(handle)) {
            std::collections::hash_map::Entry::Occupied(taken) => Some(*taken.get()),
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(id);
                None
            }
        }
    }

    pub(crate) fn add_name(&mut self, name: &str, id: PersonId) {
        push(&mut self.names, names::folded(name), id);
    }

    /// Makes the aliases of all people known.
    pub(crate) fn add_aliases(&mut self, people: &[Person]) {
        for (number, person) in people.iter().enumerate() {
            for alias in &person.aliases {
                let map = if alias.is_name { &mut self.name_aliases } else { &mut self.handle_aliases };
                push(map, alias.key.clone(), PersonId(number as u32));
            }
        }
    }

    /// The people who are meant: one, none, or several where it is ambiguous.
    pub(crate) fn candidates(&self, name: &str, is_link: bool) -> Vec<PersonId> {
        let key = names::key(name);
        let maps = if is_link { [&self.names, &self.name_aliases] } else { [&self.handle_aliases; 2] };
        if !is_link && let Some(id) = self.handles.get(key.as_ref()) {
            return vec![*id];
        }
        maps.into_iter().find_map(|map| map.get(key.as_ref())).cloned().unwrap_or_default()
    }

    /// Who is meant; whoever is not known gets a number too.
    pub(crate) fn who(&mut self, name: &str, is_link: bool) -> Who {
        let candidates = self.candidates(name, is_link);
        if let [PersonId(number)] = candidates[..] {
            return Who(number);
        }
        let next = Who(Who::OUTSIDER | self.unknown.len() as u32);
        *self.outsiders.entry((is_link, names::folded(name))).or_insert_with(|| {
            self.unknown.push(Outsider { name: name.to_owned(), is_link, candidates });
            next
        })
    }
}

fn push(map: &mut HashMap<String, Vec<PersonId>, RandomState>, key: String, id: PersonId) {
    let ids = map.entry(key).or_default();
    // People come in order: whoever is there already is the last.
    if ids.last() != Some(&id) {
        ids.push(id);
    }
}
