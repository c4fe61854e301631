//! The facts of all files to one network.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use foldhash::fast::RandomState;
use syntax::Reader;

use crate::entry::{Anchor, Entry, EntryId, Participant, Reference, TextMention, Who};
use crate::facts::{EntryFact, Facts, Part};
use crate::network::{DatedHeading, File, LostHeading, NamedHeading, Network, Repeated, Section};
use crate::person::{Field, FileId, Person, PersonId, Place};
use crate::resolve::Directory;
use crate::settings::Settings;
use crate::vocabulary::{Act, Class, Direction, VerbId};
use crate::{entry, names};

/// A reference to an entry with more participants implies none of them: nobody means a crowd by it, and a hostile
/// journal could make the network as large as its square.
const MAX_INHERITED: usize = 100;

/// An entry with more mentions in its head is no usual one.
const FEW: u32 = 16;

/// A file and what it says.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its path below the journal's folder, with `/`.
    pub path: String,
    /// Its text, of less than 4 GiB.
    pub text: Arc<String>,
    /// What it says.
    pub facts: Arc<Facts>,
    /// Whether it is the page of one person.
    pub is_page: bool,
    /// The offset in bytes of the first byte that is not UTF-8, and its value. Such bytes stand as `?` in the text.
    pub invalid: Option<(u32, u8)>,
}

impl Network {
    /// Makes one network of all files, whose order does not matter.
    pub fn new(mut sources: Vec<Source>, settings: &Settings) -> Self {
        sources.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let mut builder = Builder {
            settings,
            reader: Reader::default(),
            directory: Directory::default(),
            network: Self::default(),
            headings: Vec::new(),
        };
        builder.people(&sources);
        builder.entries(sources);
        builder.references();
        builder.network.outsiders = builder.directory.unknown;
        builder.network.handles = builder.directory.handles;
        builder.network.index();
        builder.network
    }
}

struct Builder<'a> {
    settings: &'a Settings,
    reader: Reader,
    directory: Directory,
    network: Network,
    /// For each part of each file in order: the person of each of its headings.
    headings: Vec<Vec<Option<PersonId>>>,
}

impl Builder<'_> {
    fn people(&mut self, sources: &[Source]) {
        let parts: Vec<(FileId, &Source, &Part)> = sources
            .iter()
            .enumerate()
            .flat_map(|(number, source)| {
                source.facts.parts.iter().map(move |part| (FileId(number as u32), source, part))
            })
            .collect();
        for (file, source, part) in &parts {
            let declared = part.headings.iter().map(|heading| self.declare(*file, source, part, heading));
            let declared = declared.collect();
            self.headings.push(declared);
        }
        // Those who are referred to by their handle; then, once all aliases are known, by those.
        for aliases_known in [false, true] {
            if aliases_known {
                self.directory.add_aliases(&self.network.people);
            }
            for (number, (file, source, part)) in parts.iter().enumerate() {
                self.refer(number, *file, source, part, aliases_known);
            }
        }
        for (number, (file, source, part)) in parts.iter().enumerate() {
            for (heading, id) in part.headings.iter().zip(&self.headings[number]) {
                if let Some(id) = *id {
                    self.network.people[id.0 as usize].has_prose |= heading.has_prose;
                    let place = Place { file: *file, span: heading.span };
                    self.network.person_headings.push(NamedHeading { place, person: id });
                } else if let Some(name) = heading.mention {
                    let (name, is_link) = part.names[name as usize];
                    let who = self.directory.who(name.text(&source.text), is_link);
                    let place = Place { file: *file, span: heading.span };
                    self.network.lost_headings.push(LostHeading { place, who });
                }
            }
        }
        for person in &mut self.network.people {
            person.circle = person.circle.or(self.settings.default_circle.filter(|_| !person.has("circle")));
            let every = person.circle.and_then(|circle| self.settings.circles.get(circle));
            if let (false, Some(circle)) = (person.has("every"), every) {
                person.cadence = circle.every.map_or(crate::Cadence::Never, crate::Cadence::Every);
            }
        }
    }

    /// Declares the person of a heading; `None` where it only refers to one.
    fn declare(
        &mut self,
        file: FileId,
        source: &Source,
        part: &Part,
        heading: &crate::facts::PersonHeading,
    ) -> Option<PersonId> {
        let stem = || stem(&source.path);
        let name = match heading.name {
            Some(name) => name.text(&source.text).trim(),
            None if heading.mention.is_none() => stem(),
            None => return None,
        };
        let handle = match heading.mention {
            Some(mention) => part.names[mention as usize].0.text(&source.text).to_owned(),
            None => names::slug(name),
        };
        let place = Place { file, span: heading.span };
        let id = PersonId(self.network.people.len() as u32);
        if let Some(first) = self.directory.declare(&handle, id) {
            self.network.repeated_handles.push(Repeated { handle, place, first });
            return Some(first);
        }
        self.directory.add_name(name, id);
        if source.is_page && names::key(stem()) != names::key(name) {
            self.directory.add_name(stem(), id);
        }
        self.network.people.push(Person::new(name, &handle, place));
        Some(id)
    }

    /// Finds the people of headings that refer, and takes over the fields below headings that were just found.
    fn refer(&mut self, number: usize, file: FileId, source: &Source, part: &Part, aliases_known: bool) {
        let mut fresh = vec![!aliases_known; part.headings.len()];
        for (at, heading) in part.headings.iter().enumerate() {
            let (None, Some(mention)) = (self.headings[number][at], heading.mention) else { continue };
            let (name, is_link) = part.names[mention as usize];
            if let [id] = self.directory.candidates(name.text(&source.text), is_link)[..] {
                self.headings[number][at] = Some(id);
                fresh[at] = true;
            }
        }
        for field in &part.fields {
            let at = field.heading as usize;
            let (Some(id), true) = (self.headings[number][at], fresh[at]) else { continue };
            let mut key = names::folded(field.key.text(&source.text));
            let mapped = self.settings.front_matter.iter().find(|(theirs, _)| names::key(theirs) == key);
            if let Some((_, ours)) = mapped.filter(|_| source.is_page) {
                key = names::folded(ours);
            }
            let field = Field { key, file, key_span: field.key, value: field.value };
            self.network.people[id.0 as usize].take(field, &source.text, &mut self.reader, self.settings);
        }
    }

    fn entries(&mut self, sources: Vec<Source>) {
        let count =
            |of: fn(&Part) -> usize| sources.iter().flat_map(|source| &source.facts.parts).map(of).sum::<usize>();
        self.network.entries.reserve_exact(count(|part| part.entries.len()));
        self.network.participants.reserve(count(|part| part.participants.len()));
        let mut number = 0;
        for (file, source) in sources.into_iter().enumerate() {
            let file = FileId(file as u32);
            self.network.files.push(File { path: source.path, text: source.text.clone(), invalid: source.invalid });
            // Where nobody else holds the facts, each part is freed as soon as it is taken over.
            match Arc::try_unwrap(source.facts) {
                Ok(facts) => {
                    for part in facts.parts {
                        self.part(number, file, &source.text, &part);
                        number += 1;
                    }
                }
                Err(facts) => {
                    for part in &facts.parts {
                        self.part(number, file, &source.text, part);
                        number += 1;
                    }
                }
            }
        }
    }

    fn part(&mut self, number: usize, file: FileId, text: &str, part: &Part) {
        let directory = &mut self.directory;
        let names: Vec<Who> =
            part.names.iter().map(|(name, is_link)| directory.who(name.text(text), *is_link)).collect();
        let people = std::mem::take(&mut self.headings[number]);
        let first = self.network.entries.len() as u32;
        for fact in &part.entries {
            self.entry(file, fact, part, &names, &people);
        }
        let network = &mut self.network;
        network
            .anchors
            .extend(part.anchors.iter().map(|(at, span)| Anchor { entry: EntryId(first + at), span: *span }));
        network.references.extend(part.references.iter().map(|(at, span)| Reference {
            entry: EntryId(first + at),
            span: *span,
            target: None,
        }));
        let mentions = part.mentions.iter();
        network.mentions.extend(mentions.map(|it| TextMention { who: names[it.name as usize], file, start: it.start }));
        let person = |heading: u32| people.get(heading as usize).copied().flatten();
        network.date_headings.extend(part.date_headings.iter().map(|heading| DatedHeading {
            day: heading.day,
            place: Place { file, span: heading.span },
            person: heading.heading.and_then(person),
        }));
        network.sections.extend(part.sections.iter().filter_map(|(heading, day, span)| {
            Some(Section { person: person(*heading)?, day: *day, place: Place { file, span: *span } })
        }));
        network.odd_dates.extend(part.odd_dates.iter().map(|span| Place { file, span: *span }));
        let spoken = part.spoken.iter();
        network.spoken_days.extend(spoken.map(|it| (Place { file, span: it.span }, it.day)));
        network.directives.extend(part.directives.iter().map(|span| Place { file, span: *span }));
    }

    fn entry(&mut self, file: FileId, fact: &EntryFact, part: &Part, names: &[Who], people: &[Option<PersonId>]) {
        let network = &mut self.network;
        let start = network.participants.len();
        let (from, to) = fact.participants;
        let named = part.participants[from as usize..to as usize].iter();
        let named = named.map(|it| Participant { who: names[it.name as usize], start: it.start });
        let implied = fact.heading.and_then(|heading| {
            // Whoever is named above takes part, declared or not.
            let unknown = || part.headings[heading as usize].mention.map(|name| names[name as usize]);
            people[heading as usize].map(|id| Who(id.0)).or_else(unknown)
        });
        let implied = implied.map(|who| Participant { who, start: u32::MAX });
        // A look back is quickest for the few people of a usual entry, but not for thousands.
        let mut seen = (to - from > FEW).then(HashSet::<Who, RandomState>::default);
        for participant in named.chain(implied) {
            let is_new = match &mut seen {
                Some(seen) => seen.insert(participant.who),
                None => !network.participants[start..].iter().any(|other| other.who == participant.who),
            };
            if is_new {
                network.participants.push(participant);
            }
        }
        let meaning = self.meaning(fact);
        let network = &mut self.network;
        let range = (start as u32, network.participants.len() as u32);
        let is_broadcast = is_broadcast(self.settings, range, meaning);
        network.entries.push(Entry {
            day: fact.day.map_or(Entry::NO_DAY, crate::Day::number),
            file,
            body: fact.body,
            text: fact.text,
            participants: range,
            verb: fact.verb,
            is_planned: fact.is_planned,
            is_from: fact.is_from,
            is_broadcast,
            meaning,
        });
    }

    /// What the verb means. `from` and `by` turn what would be mine into theirs; a favor of theirs is one received.
    fn meaning(&self, fact: &EntryFact) -> entry::Meaning {
        if fact.verb == VerbId::UNKNOWN {
            return entry::Meaning { class: Class::Note, direction: Direction::None, act: Act::None };
        }
        let verb = self.settings.vocabulary.verb(fact.verb);
        let theirs = fact.is_from && verb.direction == Direction::Mine;
        let (direction, act) = match (theirs, verb.act) {
            (false, act) => (verb.direction, act),
            (true, Act::Gave) => (Direction::Theirs, Act::Got),
            (true, _) => (Direction::Theirs, Act::None),
        };
        entry::Meaning { class: verb.class, direction, act }
    }

    /// Finds what references refer to; an entry that refers and names nobody has the other's participants.
    fn references(&mut self) {
        let network = &mut self.network;
        let mut named: HashMap<String, EntryId, RandomState> = HashMap::default();
        for anchor in &network.anchors {
            let text = &network.files[network.entries[anchor.entry.index()].file.0 as usize].text;
            named.entry(names::folded(anchor.span.text(text))).or_insert(anchor.entry);
        }
        for reference in &mut network.references {
            let text = &network.files[network.entries[reference.entry.index()].file.0 as usize].text;
            reference.target = named.get(names::key(reference.span.text(text)).as_ref()).copied();
        }
        let mut heirs: HashMap<EntryId, Range<usize>, RandomState> = HashMap::default();
        let mut start = 0;
        while let Some(Reference { entry, .. }) = self.network.references.get(start).copied() {
            let end = start + self.network.references[start..].partition_point(|reference| reference.entry == entry);
            if !self.network.participants(entry).iter().any(|it| it.start != u32::MAX) {
                heirs.insert(entry, start..end);
            }
            start = end;
        }
        // What an heir refers to may be an heir itself, above or below: that one comes first.
        for start in 0..self.network.references.len() {
            let entry = self.network.references[start].entry;
            let mut open: Vec<_> =
                heirs.remove(&entry).map(|range| (entry, range.clone(), range)).into_iter().collect();
            while let Some((entry, range, rest)) = open.last_mut() {
                if let Some(at) = rest.next() {
                    let target = self.network.references[at].target;
                    let heir = target.and_then(|target| heirs.remove_entry(&target));
                    open.extend(heir.map(|(target, range)| (target, range.clone(), range)));
                } else {
                    let (entry, range) = (*entry, range.clone());
                    open.pop();
                    self.inherit(entry, range);
                }
            }
        }
    }

    /// Adds the participants of what an entry refers to.
    fn inherit(&mut self, entry: EntryId, references: Range<usize>) {
        let network = &mut self.network;
        let own = network.participants(entry).iter().copied();
        let targets = network.references[references].iter().filter_map(|reference| reference.target);
        let others = targets.filter(|target| *target != entry).map(|target| network.participants(target));
        let others = others.filter(|others| others.len() <= MAX_INHERITED).flatten();
        let others = others.map(|other| Participant { who: other.who, start: u32::MAX });
        let mut seen = HashSet::<Who, RandomState>::default();
        let all: Vec<Participant> = own.chain(others).filter(|it| seen.insert(it.who)).collect();
        if all.len() == network.participants(entry).len() {
            return;
        }
        let start = network.participants.len() as u32;
        network.participants.extend(all);
        let end = network.participants.len() as u32;
        let entry = &mut network.entries[entry.index()];
        entry.participants = (start, end);
        entry.is_broadcast = is_broadcast(self.settings, entry.participants, entry.meaning);
    }
}

/// The name of a file, without its folder and its extension.
fn stem(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.strip_suffix(".net").unwrap_or(stem)
}

/// Whether what went to so many people is contact with none of them.
fn is_broadcast(settings: &Settings, (start, end): (u32, u32), meaning: entry::Meaning) -> bool {
    let is_mine = meaning.class == Class::Online && meaning.direction == Direction::Mine;
    is_mine && end - start > settings.max_recipients
}
