//! A network as short lines of text, in the order in which a reader comes across them.

use std::fmt::Write;

use journal::{
    Act, Alias, Cadence, Class, Contact, Day, EntryId, Favors, Kind, Network, Participant, Person, PersonId, Place,
    Reader, Requests, Settings, Span, Status, Who,
};

/// Beyond every date that a journal can hold.
pub const LAST: Day = Day::from_number(i32::MAX);

/// What is in a network.
#[derive(Debug)]
pub struct Dump<'a> {
    network: &'a Network,
    settings: &'a Settings,
    lines: Vec<(Place, String)>,
}

impl<'a> Dump<'a> {
    /// Looks at everything in a network that was made with these settings.
    pub fn new(network: &'a Network, settings: &'a Settings) -> Self {
        let mut dump = Self { network, settings, lines: Vec::new() };
        dump.people();
        dump.entries();
        dump.marks();
        // Each kind of line is in order of place already, and they are added as they should follow each other.
        dump.lines.sort_by_key(|(place, _)| (place.file, place.span.start));
        dump
    }

    /// What was read, one line for each thing; with several files, each below its path.
    pub fn reads(&self) -> String {
        let mut text = String::new();
        let mut file = None;
        for (place, line) in &self.lines {
            if self.network.files.len() > 1 && file != Some(place.file) {
                _ = writeln!(text, "file {}", self.network.file(place.file).path);
                file = Some(place.file);
            }
            _ = writeln!(text, "{line}");
        }
        text
    }

    /// The same, each line with its place, and what else a rule could see.
    pub fn all(&self) -> String {
        let mut text = String::new();
        for (Place { file, span }, line) in &self.lines {
            _ = writeln!(text, "{} {}-{} {line}", self.network.file(*file).path, span.start, span.end);
        }
        for (_, person) in self.network.people() {
            _ = writeln!(text, "@{} prose={} story={}", person.handle, person.has_prose, person.has_story);
        }
        text + &self.contacts(LAST) + &self.favors()
    }

    /// All contacts of each person up to `today`, and attempts, in order of time.
    pub fn contacts(&self, today: Day) -> String {
        let mut text = String::new();
        for (id, person) in self.network.people() {
            for touch in self.network.touches(id, today) {
                let what = self.contact(&touch);
                _ = writeln!(text, "@{} {} {what}, {}", person.handle, touch.day, touch.direction.name());
            }
        }
        text
    }

    /// Favors received and requests made, each with the line of what settled it.
    pub fn favors(&self) -> String {
        let mut text = String::new();
        let state = |end: Option<EntryId>, word| {
            end.map_or("open".to_owned(), |end| {
                format!("{word} by line {}", self.line(self.network.entry(end).place()))
            })
        };
        for (id, person) in self.network.people() {
            for (day, favor, end) in Favors::of(self.network, id, LAST).received {
                let line = self.line(self.network.entry(favor).place());
                _ = writeln!(text, "@{} {day} favor of line {line}: {}", person.handle, state(end, "returned"));
            }
            for (day, request, end) in Requests::of(self.network, id, LAST).asked {
                let line = self.line(self.network.entry(request).place());
                _ = writeln!(text, "@{} {day} request of line {line}: {}", person.handle, state(end, "ended"));
            }
        }
        text
    }

    fn contact(&self, touch: &Contact) -> String {
        match (touch.class, touch.entry) {
            (None, _) => "section".to_owned(),
            (Some(_), None) => "met".to_owned(),
            (Some(class), Some(entry)) => {
                let verb = self.network.entry(entry).verb().map(|verb| &self.settings.vocabulary.verb(verb).name);
                format!("{} {}", class_name(class), verb.map_or("", |verb| verb))
            }
        }
    }

    fn people(&mut self) {
        for (id, person) in self.network.people() {
            let mut line = format!("person @{} {:?}", person.handle, person.name);
            line += &self.fate(person);
            self.lines.push((person.place, line));
            for field in &person.fields {
                let value = Span::text(field.value, self.network.text(field.file)).trim();
                let place = Place { file: field.file, span: field.key_span };
                self.lines.push((place, format!("field @{} {} = {value}", person.handle, field.key)));
            }
            self.sections(id);
        }
        for repeated in &self.network.repeated_handles {
            let first = &self.network.person(repeated.first).handle;
            self.lines.push((repeated.place, format!("again @{} is @{first}", repeated.handle)));
        }
        for lost in &self.network.lost_headings {
            self.lines.push((lost.place, format!("lost {}", self.who(lost.who))));
        }
    }

    /// What the fields of a person come to.
    fn fate(&self, person: &Person) -> String {
        let mut line = String::new();
        match person.cadence {
            Cadence::None => {}
            Cadence::Never => line += ", never",
            Cadence::Every(interval) => _ = write!(line, ", {interval}"),
        }
        if let Some(circle) = person.circle {
            _ = write!(line, ", circle {}", self.settings.circles[circle].name);
        }
        line += match person.kind {
            Kind::Professional => "",
            Kind::Friend => ", friend",
            Kind::Family => ", family",
        };
        line += match person.status {
            Status::Active => "",
            Status::Dormant => ", dormant",
            Status::Ended => ", ended",
        };
        if let Some(born) = person.born {
            let year = born.year.map_or(String::new(), |year| format!("{year:04}-"));
            _ = write!(line, ", born {year}{:02}-{:02}", born.month, born.day);
        }
        if let Some((since, until)) = person.pause {
            line += ", pause";
            if let Some(since) = since {
                _ = write!(line, " from {since}");
            }
            _ = write!(line, " until {until}");
        }
        if let Some((met, _)) = person.met {
            _ = write!(line, ", met {met}");
        }
        for Alias { key, is_name, .. } in &person.aliases {
            _ = if *is_name { write!(line, ", aka {key:?}") } else { write!(line, ", aka @{key}") };
        }
        for (email, _) in &person.emails {
            _ = write!(line, ", email {email}");
        }
        line
    }

    fn sections(&mut self, id: PersonId) {
        let sections = self.network.touches(id, LAST).filter(|touch| touch.class.is_none());
        let line = |touch: Contact| {
            (touch.place(self.network), format!("contact {} with @{}", touch.day, self.network.person(id).handle))
        };
        let lines: Vec<_> = sections.map(line).collect();
        self.lines.extend(lines);
    }

    fn entries(&mut self) {
        for (id, entry) in self.network.entries() {
            let line = self.entry(id);
            self.lines.push((entry.place(), line));
            for tag in self.network.item(id).tags {
                let name = tag.text(self.network.text(entry.file)).to_owned();
                self.lines.push((Place { file: entry.file, span: tag }, format!("  tag #{name}")));
            }
        }
        for anchor in &self.network.anchors {
            let place = Place { file: self.network.entry(anchor.entry).file, span: anchor.span };
            self.lines.push((place, format!("  name ^{}", self.network.text_at(place))));
        }
        for reference in &self.network.references {
            let place = Place { file: self.network.entry(reference.entry).file, span: reference.span };
            let target = match reference.target {
                None => "nothing".to_owned(),
                Some(target) => {
                    let target = self.network.entry(target).place();
                    let path = &self.network.file(target.file).path;
                    let path = if self.network.files.len() > 1 { format!("{path} ") } else { String::new() };
                    format!("{path}line {}", self.line(target))
                }
            };
            self.lines.push((place, format!("  for ^{}: {target}", self.network.text_at(place))));
        }
    }

    fn entry(&self, id: EntryId) -> String {
        let entry = self.network.entry(id);
        let day = entry.day().map_or("no-day".to_owned(), |day| day.to_string());
        let mut line = if entry.is_planned { "plan" } else { "entry" }.to_owned();
        match (entry.verb(), entry.meaning()) {
            (Some(verb), Some(meaning)) => {
                let verb = &self.settings.vocabulary.verb(verb).name;
                _ = write!(line, " {day} {verb} ({}, {}", class_name(meaning.class), meaning.direction.name());
                line += act(meaning.act);
                line += if entry.is_broadcast() { ", broadcast)" } else { ")" };
            }
            _ => line = format!("unknown {line} {day}"),
        }
        let named = |it: &&Participant| self.network.named_at(id, **it).is_some();
        let (named, implied): (Vec<&Participant>, Vec<_>) = self.network.participants(id).iter().partition(named);
        for (word, participants) in [("with", named), ("implied", implied)] {
            for (at, participant) in participants.iter().enumerate() {
                let word = if at == 0 { format!(" {word}") } else { ",".to_owned() };
                _ = write!(line, "{word} {}", self.who(participant.who));
            }
        }
        let text = entry.text.text(self.network.text(entry.file));
        if !text.is_empty() {
            _ = write!(line, ": {text:?}");
        }
        line
    }

    /// Mentions in text, dates and directives.
    fn marks(&mut self) {
        for mention in &self.network.mentions {
            self.lines.push((self.network.mentioned_at(*mention), format!("mention {}", self.who(mention.who))));
        }
        for heading in &self.network.date_headings {
            let of = heading.person.map(|id| format!(" of @{}", self.network.person(id).handle));
            self.lines.push((heading.place, format!("day {}{}", heading.day, of.unwrap_or_default())));
        }
        for place in &self.network.odd_dates {
            self.lines.push((*place, format!("odd date {}", self.network.text_at(*place))));
        }
        for place in &self.network.directives {
            let text = self.network.text(place.file);
            let Some(directive) = Reader::default().directive(text, place.span) else { continue };
            let mut line = format!("directive {}", directive.name.text(text));
            for rule in directive.rules {
                _ = write!(line, " {}", rule.span.text(text));
                if let Some(until) = rule.until {
                    _ = write!(line, " until {}", until.text(text));
                }
            }
            self.lines.push((*place, line));
        }
    }

    /// Somebody as people write it: with `?` who is not declared, with `??` who could be several.
    fn who(&self, who: Who) -> String {
        let mark = match self.network.outsider(who).map(|outsider| outsider.candidates.len()) {
            None => "",
            Some(0) => "?",
            Some(_) => "??",
        };
        self.network.display(who) + mark
    }

    fn line(&self, place: Place) -> usize {
        self.network.text(place.file)[..place.span.start as usize].matches('\n').count() + 1
    }
}

/// A class as the specification names it.
pub fn class_name(class: Class) -> &'static str {
    match class {
        Class::InPerson => "in person",
        other => other.name(),
    }
}

fn act(act: Act) -> &'static str {
    match act {
        // Thanks are their own class.
        Act::None | Act::Thanked => "",
        Act::Got => ", received",
        Act::Gave => ", given",
        Act::Asked => ", asked",
        Act::Offered => ", promised",
        Act::Ended => ", ended",
    }
}
