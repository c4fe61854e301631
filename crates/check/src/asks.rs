//! Requests of the writer, and what was noted with the same person before them.

use journal::{Act, Contact, EntryId, PersonId};
use messages::say;

use crate::diagnostic::Finding;
use crate::rule::Check;
use crate::words::at;

/// A request, and those of whom it was asked too early, each with what is known from the time before it.
pub(crate) struct Early<T> {
    /// The request.
    pub(crate) entry: EntryId,
    /// The people, in the order in which they are declared.
    pub(crate) people: Vec<(PersonId, T)>,
}

/// Recent requests that came too early, by what `learn` makes of the contacts before them.
pub(crate) fn early<T: Copy + Default>(
    check: &Check<'_>,
    learn: impl Fn(&mut T, Contact),
    is_early: impl Fn(&T, Contact) -> bool,
) -> Vec<Early<T>> {
    let mut found = Vec::new();
    for (person, _) in check.network.people().filter(|(person, _)| asked_lately(check, *person)) {
        let mut known = T::default();
        for contact in check.network.contacts(person, check.today) {
            let asked = contact.entry.filter(|_| contact.act == Act::Asked);
            if let Some(entry) = asked
                && check.is_recent(contact.day)
                && is_early(&known, contact)
            {
                found.push((entry, person, known));
            }
            learn(&mut known, contact);
        }
    }
    found.sort_by_key(|(entry, person, _)| (*entry, *person));
    let requests = found.chunk_by(|a, b| a.0 == b.0);
    requests.map(|all| Early { entry: all[0].0, people: all.iter().map(|it| (it.1, it.2)).collect() }).collect()
}

/// Whether there is a recent request to a person: where there is none, old history need not be looked at.
pub(crate) fn asked_lately(check: &Check<'_>, person: PersonId) -> bool {
    let touches = check.network.touches(person, check.today).rev();
    touches.take_while(|touch| check.is_recent(touch.day)).any(|touch| touch.act == Act::Asked)
}

/// Points to what was last noted with each of at most five people before a request, in the rule's words `before`.
pub(crate) fn see_last(
    finding: Finding,
    check: &Check<'_>,
    last: impl Iterator<Item = (PersonId, Option<Contact>)>,
) -> Finding {
    last.take(5).fold(finding, |finding, (id, last)| match last {
        Some(last) => {
            let before = say!(check, "before", who = at(check.network, id), day = last.day);
            finding.see(last.place(check.network), before)
        }
        None => finding,
    })
}
