//! People by how things stand with them.

use std::cmp::Reverse;

use journal::{Class, Day, Kind, Network, PersonId, Settings, Status, names};

use crate::Standing;
use crate::fields::{field, tagged, tags};

/// By what people are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The last contact, the longest ago first; whoever has none comes last.
    #[default]
    Last,
    /// The name.
    Name,
    /// The day up to which the next contact is in time; whoever has none comes last.
    Due,
    /// Favors received and not given back, the most first.
    Balance,
    /// The circle, the innermost first, then the last contact.
    Circle,
}

/// Which people are asked for. Every condition must hold; one that is empty holds for all.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// One of these tags stands in the field `tags`, or in an entry with the person.
    pub tags: Vec<String>,
    /// One of these circles; indices.
    pub circles: Vec<usize>,
    /// One of these kinds.
    pub kinds: Vec<Kind>,
    /// One of these.
    pub statuses: Vec<Status>,
    /// One of these cities.
    pub cities: Vec<String>,
    /// Only such contacts count.
    pub channels: Vec<Class>,
    /// The last contact was on this day or later.
    pub since: Option<Day>,
    /// The last contact was on this day or before.
    pub until: Option<Day>,
    /// Only people without a contact.
    pub never: bool,
}

/// The people who are asked for, in this order.
pub fn list(network: &Network, settings: &Settings, filter: &Filter, sort: Sort, today: Day) -> Vec<Standing> {
    let wanted: Vec<String> = filter.tags.iter().map(|tag| names::folded(tag.trim_start_matches('#'))).collect();
    let tagged = if wanted.is_empty() { Vec::new() } else { tagged(network, &wanted) };
    let has_tag = |id| tagged.binary_search(&id).is_ok() || tags(network, id).iter().any(|tag| wanted.contains(tag));
    let ids = network.people().map(|(id, _)| id).filter(|id| filter.takes(network, *id));
    let ids = ids.filter(|id| wanted.is_empty() || has_tag(*id));
    let standings = ids.map(|id| filter.standing(network, id, today));
    let mut found: Vec<Standing> = standings.filter(|it| filter.takes_last(it)).collect();
    // Whoever has none comes last, and of equals the one who was declared first comes first.
    let last = |it: &Standing| (it.last.is_none(), it.last.map(|last| last.day));
    match sort {
        Sort::Last => found.sort_by_key(last),
        Sort::Name => found.sort_by_cached_key(|it| names::folded(&network.person(it.person).name)),
        Sort::Due => found.sort_by_key(|it| (it.due.is_none(), it.due)),
        Sort::Balance => found.sort_by_key(|it| Reverse(it.balance())),
        Sort::Circle => {
            let circle = |it: &Standing| network.person(it.person).circle.unwrap_or(settings.circles.len());
            found.sort_by_key(|it| (circle(it), last(it)));
        }
    }
    found
}

impl Filter {
    /// Whether what the fields of a person say is asked for.
    fn takes(&self, network: &Network, id: PersonId) -> bool {
        let person = network.person(id);
        let city = |wanted: &String| field(network, id, "city").is_some_and(|it| names::key(it) == names::key(wanted));
        is_any(&self.circles, |circle| person.circle == Some(*circle))
            && is_any(&self.kinds, |kind| person.kind == *kind)
            && is_any(&self.statuses, |status| person.status == *status)
            && is_any(&self.cities, city)
    }

    /// How things stand, the last contact being the last that counts.
    fn standing(&self, network: &Network, id: PersonId, today: Day) -> Standing {
        let mut standing = Standing::of(network, id, today);
        if !self.channels.is_empty() {
            let counts = |class: Option<Class>| class.is_some_and(|class| self.channels.contains(&class));
            standing.last = network.contacts(id, today).rev().find(|contact| counts(contact.class));
        }
        standing
    }

    /// Whether the last contact is as it is asked for.
    fn takes_last(&self, standing: &Standing) -> bool {
        let is_within = |day: Day| self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|it| day <= it);
        match standing.last {
            _ if self.never => standing.last.is_none(),
            Some(last) => is_within(last.day),
            None => self.since.is_none() && self.until.is_none() && self.channels.is_empty(),
        }
    }
}

/// Whether one of the wanted is it; where none is wanted, all are.
fn is_any<T>(wanted: &[T], is_it: impl Fn(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(is_it)
}

#[cfg(test)]
mod tests {
    use journal::{Class, Kind, Settings, Status};

    use super::{Filter, Sort, list};

    const PEOPLE: &str = "\
## Ada @ada
- circle: close
- city: London
- tags: #rust, parsers
## Bob @bob
- kind: friend
- every: weekly
- city: london
## Carl @carl
- status: ended
- circle: inner
## Dora @dora
# Log
## 2026-11-01
- call @ada: about #Go
- coffee with @bob
## 2026-11-10
- mail @bob
- got from @bob: a book
- gave @carl: a book
";

    #[track_caller]
    fn assert_list(filter: &Filter, sort: Sort, expected: &str) {
        let settings = Settings::default();
        let network = testkit::network(&[("a.net.md", PEOPLE)], &settings);
        let found = list(&network, &settings, filter, sort, testkit::day("2026-11-22"));
        let names: Vec<&str> = found.iter().map(|it| network.person(it.person).handle.as_str()).collect();
        assert_eq!(names.join(" "), expected, "{filter:?}");
    }

    #[test]
    fn orders() {
        let all = Filter::default();
        assert_list(&all, Sort::Last, "ada bob carl dora");
        assert_list(&all, Sort::Name, "ada bob carl dora");
        assert_list(&all, Sort::Due, "bob ada carl dora");
        assert_list(&all, Sort::Balance, "bob ada dora carl");
        assert_list(&all, Sort::Circle, "carl ada bob dora");
    }

    #[test]
    fn what_fields_say() {
        let with = |change: &dyn Fn(&mut Filter), expected| {
            let mut filter = Filter::default();
            change(&mut filter);
            assert_list(&filter, Sort::Last, expected);
        };
        with(&|it| it.tags = vec!["rust".to_owned()], "ada");
        with(&|it| it.tags = vec!["#PARSERS".to_owned(), "none".to_owned()], "ada");
        with(&|it| it.tags = vec!["go".to_owned()], "ada");
        with(&|it| it.tags = vec!["pars".to_owned()], "");
        with(&|it| it.circles = vec![0, 1], "ada carl");
        with(&|it| it.kinds = vec![Kind::Friend], "bob");
        with(&|it| it.statuses = vec![Status::Active], "ada bob dora");
        with(&|it| it.cities = vec!["LONDON".to_owned()], "ada bob");
    }

    #[test]
    fn what_contacts_say() {
        let with = |change: &dyn Fn(&mut Filter), expected| {
            let mut filter = Filter::default();
            change(&mut filter);
            assert_list(&filter, Sort::Last, expected);
        };
        let day = |text: &str| Some(testkit::day(text));
        with(&|it| it.since = day("2026-11-10"), "bob carl");
        with(&|it| it.until = day("2026-11-09"), "ada");
        with(&|it| (it.since, it.until) = (day("2026-11-01"), day("2026-11-01")), "ada");
        with(&|it| it.never = true, "dora");
        // Only what is of the channel counts.
        with(&|it| it.channels = vec![Class::InPerson], "bob");
        with(&|it| (it.channels, it.since) = (vec![Class::InPerson], day("2026-11-10")), "");
        with(&|it| it.channels = vec![Class::InPerson, Class::Voice], "ada bob");
        with(&|it| (it.channels, it.never) = (vec![Class::InPerson], true), "ada carl dora");
    }
}
