//! All that is known of one person.

use journal::{Act, Class, Contact, Day, EntryId, Network, PersonId, Place, Requests, Rhythm, Settings};

use crate::Standing;

/// All that is known of one person on one day.
#[derive(Clone, Debug)]
pub struct Card {
    /// How things stand.
    pub standing: Standing,
    /// The rhythm of the days with contacts.
    pub rhythm: Option<Rhythm>,
    /// What happened, the newest first. Contacts, attempts, notes and messages to very many.
    pub timeline: Vec<Moment>,
    /// Favors, in order of time.
    pub favors: Vec<Favor>,
    /// Requests, in order of time.
    pub requests: Vec<Request>,
    /// What is planned, in order of time.
    pub plans: Vec<(Day, EntryId)>,
    /// The birthday.
    pub birthday: Option<Occasion>,
    /// Who introduced the person, as the field `via` says: declared people.
    pub via: Vec<Introduction>,
    /// Whom the person introduced, as the field `via` of others says.
    pub brought: Vec<Introduction>,
    /// Entries of introductions, in order of time, each with the others who take part.
    pub introduced: Vec<(Day, EntryId, Vec<PersonId>)>,
}

/// Something that happened.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// When.
    pub day: Day,
    /// What it was, unless it is a section of prose.
    pub class: Option<Class>,
    /// The entry; `None` for the field `met` and a section of prose.
    pub entry: Option<EntryId>,
    /// Where it stands.
    pub place: Place,
    /// Whether it is a contact.
    pub is_contact: bool,
}

/// A favor.
#[derive(Clone, Debug)]
pub struct Favor {
    /// When.
    pub day: Day,
    /// The entry.
    pub entry: EntryId,
    /// The writer did it; else it was done to the writer.
    pub is_given: bool,
    /// For one that was received, what settled it; for one that was given, what it settled. In order of time.
    pub others: Vec<EntryId>,
}

/// A request of the writer.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// When.
    pub day: Day,
    /// The entry.
    pub entry: EntryId,
    /// What ended it.
    pub end: Option<EntryId>,
    /// Nothing is noted about what became of it.
    pub is_open: bool,
}

/// A birthday.
#[derive(Clone, Copy, Debug)]
pub struct Occasion {
    /// The next one, today included.
    pub day: Day,
    /// How old the person will be, where the year is known and gone by.
    pub age: Option<i32>,
}

/// A field `via`, or an entry, that tells of an introduction.
#[derive(Clone, Copy, Debug)]
pub struct Introduction {
    /// Who was introduced.
    pub person: PersonId,
    /// Who introduced them.
    pub by: PersonId,
    /// Where that stands.
    pub place: Place,
}

impl Card {
    /// All that is known of this person on the day `today`.
    pub fn of(network: &Network, settings: &Settings, person: PersonId, today: Day) -> Self {
        let standing = Standing::of(network, person, today);
        let (via, brought) = introductions(network)
            .into_iter()
            .filter(|it| it.person == person || it.by == person)
            .partition(|it| it.person == person);
        let mut card = Self {
            rhythm: Rhythm::of(network.contacts(person, today)),
            timeline: network.touches(person, today).map(|touch| Moment::of(network, &touch)).collect(),
            favors: favors(network, &standing, today),
            requests: requests(network, person, today),
            plans: Vec::new(),
            birthday: birthday(network, person, today),
            via,
            brought,
            introduced: Vec::new(),
            standing,
        };
        card.take_entries(network, settings, today);
        card
    }

    /// Takes over what no time line holds: plans, notes, messages to very many.
    fn take_entries(&mut self, network: &Network, settings: &Settings, today: Day) {
        let person = self.standing.person;
        let introduced = settings.vocabulary.find("introduced");
        for (id, entry) in network.entries() {
            let Some(day) = entry.day().filter(|_| network.takes_part(person, id)) else { continue };
            if entry.is_planned {
                self.plans.push((day, id));
            } else if day <= today && entry.is_done() {
                if entry.is_broadcast() || entry.meaning().is_some_and(|meaning| meaning.class == Class::Note) {
                    self.timeline.push(Moment {
                        day,
                        class: entry.meaning().map(|meaning| meaning.class),
                        entry: Some(id),
                        place: entry.place(),
                        is_contact: false,
                    });
                }
                if entry.verb() == introduced && introduced.is_some() {
                    let others = network.participating(id).filter(|other| *other != person);
                    self.introduced.push((day, id, others.collect()));
                }
            }
        }
        self.plans.sort_unstable();
        self.introduced.sort_by_key(|(day, id, _)| (*day, *id));
        self.timeline.sort_by_key(|moment| (moment.day, moment.entry));
        self.timeline.reverse();
    }
}

impl Moment {
    fn of(network: &Network, contact: &Contact) -> Self {
        Self {
            day: contact.day,
            class: contact.class,
            entry: contact.entry,
            place: contact.place(network),
            is_contact: contact.is_contact(),
        }
    }
}

fn favors(network: &Network, standing: &Standing, today: Day) -> Vec<Favor> {
    let received = &standing.favors.received;
    let mut all: Vec<Favor> = received
        .iter()
        .map(|(day, entry, settled)| Favor {
            day: *day,
            entry: *entry,
            is_given: false,
            others: settled.iter().copied().collect(),
        })
        .collect();
    // What each favor given settled, in the order of what it settled: there may be very many of both.
    let mut pairs: Vec<(EntryId, usize)> = Vec::new();
    pairs.extend(received.iter().enumerate().filter_map(|(at, (_, _, by))| Some(((*by)?, at))));
    pairs.sort_unstable();
    let given = network.touches(standing.person, today).filter(|touch| touch.act == Act::Gave);
    all.extend(given.filter_map(|touch| {
        let entry = touch.entry?;
        let first = pairs.partition_point(|(by, _)| *by < entry);
        let settled = pairs[first..].iter().take_while(|(by, _)| *by == entry).map(|(_, at)| received[*at].1);
        Some(Favor { day: touch.day, entry, is_given: true, others: settled.collect() })
    }));
    all.sort_by_key(|favor| (favor.day, favor.entry));
    all
}

fn requests(network: &Network, person: PersonId, today: Day) -> Vec<Request> {
    let requests = Requests::of(network, person, today);
    let asked = requests.asked.clone();
    let open = requests.open(network, person, today);
    let is_open = |day, id| open.binary_search(&(day, id)).is_ok();
    asked.into_iter().map(|(day, entry, end)| Request { day, entry, end, is_open: is_open(day, entry) }).collect()
}

pub(crate) fn birthday(network: &Network, person: PersonId, today: Day) -> Option<Occasion> {
    let born = network.person(person).born?;
    let day = today.next_birthday(born.month, born.day)?;
    let age = born.year.map(|year| day.ymd().0 - year).filter(|age| *age > 0);
    Some(Occasion { day, age })
}

/// Who introduced whom, as the fields `via` of all people say, in the order of files and lines.
pub fn introductions(network: &Network) -> Vec<Introduction> {
    let mut fields = Vec::new();
    for (id, person) in network.people() {
        let via = person.fields.iter().filter(|field| field.key == "via" && !field.value.is_empty());
        fields.extend(via.map(|field| (field.file, field.value.start, field.value.end, id)));
    }
    fields.sort_unstable();
    let mut found = Vec::new();
    for mention in &network.mentions {
        let Some(by) = mention.who.person() else { continue };
        let place = network.mentioned_at(*mention);
        let at = fields.partition_point(|(file, start, ..)| (*file, *start) <= (place.file, place.span.start));
        let Some((file, _, end, person)) = at.checked_sub(1).map(|at| fields[at]) else { continue };
        if file == place.file && place.span.start < end && by != person {
            found.push(Introduction { person, by, place });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use journal::{Network, Settings};

    use super::Card;
    use crate::told;

    const TEXT: &str = "\
## Ada @ada
- via: @bob, at the fair
- born: 1985-11-29
- met: 2026-01-02 at RustFest
### 2026-02-03
We talked for long.
## Bob @bob
## Carl @carl
- via: [[Ada]]
# Log
- 2026-10-01 got from @ada: a book ^book
- 2026-10-02 asked @ada: a referral ^referral
- 2026-10-03 asked @ada: a pen
- 2026-10-04 fizzled for ^referral: frozen
- 2026-10-05 introduced @carl to @ada: engines
- [x] 2026-10-06 note @ada: moved
- 2026-10-07 mail @ada, @bob, @carl, @dora: my post
- 2026-10-08 tried @ada
- [ ] 2026-12-01 lunch with @ada
- 2026-12-02 coffee with @ada
- 2026-10-09 call @bob: about @ada
";

    fn with_card<T>(then: impl Fn(&Network, &Card) -> T) -> T {
        let settings = Settings::default();
        let network = testkit::network(&[("a.net.md", TEXT)], &settings);
        let ada = network.declared("ada").unwrap();
        then(&network, &Card::of(&network, &settings, ada, testkit::day("2026-11-22")))
    }

    #[test]
    fn the_time_line_holds_what_happened() {
        let line = with_card(|network, card| {
            let moment = |it: &super::Moment| {
                let told = it.entry.map_or_else(|| network.text_at(it.place).to_owned(), |id| told(network, id));
                format!("{} {} {}", it.day, if it.is_contact { "+" } else { "-" }, told)
            };
            card.timeline.iter().map(moment).collect::<Vec<_>>()
        });
        let expected = [
            "2026-10-08 - tried @ada",
            "2026-10-07 - mail @ada, @bob, @carl, @dora: my post",
            "2026-10-06 - note @ada: moved",
            "2026-10-05 + introduced @carl to @ada: engines",
            "2026-10-04 + fizzled for ^referral: frozen",
            "2026-10-03 + asked @ada: a pen",
            "2026-10-02 + asked @ada: a referral ^referral",
            "2026-10-01 + got from @ada: a book ^book",
            "2026-02-03 + 2026-02-03",
            "2026-01-02 + 2026-01-02",
        ];
        assert_eq!(line, expected);
    }

    #[test]
    fn what_is_owed_asked_and_planned() {
        with_card(|network, card| {
            let told = |id| told(network, id);
            let favors: Vec<_> = card.favors.iter().map(|it| (it.is_given, it.others.len())).collect();
            assert_eq!(favors, [(false, 1), (true, 1)]);
            assert_eq!(told(card.favors[0].others[0]), told(card.favors[1].entry));
            let requests: Vec<_> = card.requests.iter().map(|it| (it.end.is_some(), it.is_open)).collect();
            assert_eq!(requests, [(true, false), (false, true)]);
            assert_eq!(card.plans.len(), 1);
            let birthday = card.birthday.unwrap();
            assert_eq!((birthday.day.to_string(), birthday.age), ("2026-11-29".to_owned(), Some(41)));
        });
    }

    #[test]
    fn who_introduced_whom() {
        with_card(|network, card| {
            let name = |id| network.person(id).handle.as_str();
            assert_eq!(card.via.iter().map(|it| name(it.by)).collect::<Vec<_>>(), ["bob"]);
            assert_eq!(card.brought.iter().map(|it| name(it.person)).collect::<Vec<_>>(), ["carl"]);
            let others: Vec<_> = card.introduced.iter().flat_map(|(_, _, others)| others).map(|id| name(*id)).collect();
            assert_eq!(others, ["carl"]);
        });
    }
}
