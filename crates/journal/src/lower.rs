//! Blocks to facts: headings give context, items are read by where they stand.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use syntax::{Block, BlockKind, Context, Heading, Item, ItemKind, Mention, Reader, Span, SpokenDay, Task};

use crate::Day;
use crate::day::Written;
use crate::facts::{DateHeading, EntryFact, FieldFact, NameUse, Part, PersonHeading};
use crate::vocabulary::{VerbId, Vocabulary};

/// The bytes of a short entry, with its share of headings.
const SHORT_ENTRY: usize = 40;

/// The work on one part of a file.
pub(crate) struct Lowering<'a> {
    text: &'a str,
    vocabulary: &'a Vocabulary,
    reader: Reader,
    /// The buffer for the next item; taken out while one is read.
    item: Option<Box<Item>>,
    mentions: Vec<Mention>,
    known: [HashMap<&'a str, u32, RandomState>; 2],
    contexts: Vec<Opened>,
    section: Option<Section>,
    /// The page's person still waits for the first heading, which would be the name.
    awaits_name: bool,
    part: Part,
}

/// A heading whose context holds on.
#[derive(Clone, Copy)]
struct Opened {
    level: u8,
    meaning: Meaning,
}

#[derive(Clone, Copy)]
enum Meaning {
    Person(u32),
    /// No day: the heading begins like a date but is none.
    Date(Option<Day>),
}

/// A dated section below a person, while it is read.
struct Section {
    level: u8,
    heading: u32,
    day: Day,
    span: Span,
    has_prose: bool,
    has_entry: bool,
}

impl Section {
    fn new(level: u8, heading: u32, day: Day, span: Span) -> Self {
        Self { level, heading, day, span, has_prose: false, has_entry: false }
    }
}

impl<'a> Lowering<'a> {
    pub(crate) fn new(text: &'a str, vocabulary: &'a Vocabulary) -> Self {
        Self {
            text,
            vocabulary,
            reader: Reader::default(),
            item: None,
            mentions: Vec::new(),
            known: [HashMap::default(), HashMap::default()],
            contexts: Vec::new(),
            section: None,
            awaits_name: false,
            part: Part::default(),
        }
    }

    /// Makes room for what so many bytes usually hold. A list that grows is copied again and again, and leaves its
    /// smaller selves behind; room that is not used costs nothing.
    pub(crate) fn expect(&mut self, bytes: u32) {
        let entries = bytes as usize / SHORT_ENTRY;
        self.part.entries.reserve(entries);
        self.part.participants.reserve(entries);
    }

    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// Makes everything in the file the page of one person.
    pub(crate) fn page(&mut self) {
        self.part.headings.push(PersonHeading { name: None, mention: None, span: Span::at(0), has_prose: false });
        self.contexts.push(Opened { level: 0, meaning: Meaning::Person(0) });
        self.awaits_name = true;
    }

    /// Whether a context of this part still holds in the stretch that begins with the heading at `next`.
    pub(crate) fn reaches_into(&self, text: &str, next: Span) -> bool {
        let hashes = next.text(text).bytes().take_while(|byte| *byte == b'#').count();
        self.contexts.iter().any(|opened| usize::from(opened.level) < hashes)
    }

    pub(crate) fn finish(mut self) -> Part {
        self.close_section();
        self.part
    }

    pub(crate) fn block(&mut self, block: &Block) {
        match block.kind {
            BlockKind::Heading(level) => self.heading(level, block.body),
            BlockKind::Item => self.item(block.body),
            BlockKind::Prose => {
                self.told();
                self.prose(block.body);
            }
            BlockKind::Note => self.prose(block.body),
            BlockKind::Code => self.told(),
            BlockKind::Directive => self.part.directives.push(block.body),
            BlockKind::FrontMatter => self.front_matter(block.body),
            BlockKind::Blank | BlockKind::Html | BlockKind::Break => {}
        }
    }

    fn heading(&mut self, level: u8, body: Span) {
        self.mentions.clear();
        let mut heading = self.reader.heading(self.text, body, &mut self.mentions);
        if let Heading::Person { mention, .. } = heading
            && mention.is_link
        {
            self.mentions.push(mention);
            heading = Heading::Plain;
        }
        self.keep_mentions();
        let goes_on = self.section.as_ref().is_some_and(|section| section.level < level);
        if !(goes_on && heading == Heading::Plain) {
            self.close_section();
        }
        if std::mem::take(&mut self.awaits_name) && self.names_page(heading, body) {
            return;
        }
        while self.contexts.last().is_some_and(|opened| opened.level >= level) {
            self.contexts.pop();
        }
        match heading {
            Heading::Plain => self.spoken(body, true),
            Heading::Date(span) => {
                let day = self.day(span);
                let above = self.person();
                if let Some(day) = day {
                    self.part.date_headings.push(DateHeading { day, span, heading: above });
                    self.section = above.map(|heading| Section::new(level, heading, day, span));
                }
                self.contexts.push(Opened { level, meaning: Meaning::Date(day) });
            }
            Heading::Person { name, mention } => {
                let span = name.cover(mention.span);
                self.person_heading(level, Some(name), mention, span);
            }
            Heading::Reference(mention) => self.person_heading(level, None, mention, mention.span),
        }
    }

    /// Takes the first heading of a page as its person's name. False: it is something else.
    fn names_page(&mut self, heading: Heading, body: Span) -> bool {
        let (name, mention, span) = match heading {
            Heading::Date(_) => return false,
            Heading::Person { name, mention } => (Some(name), Some(mention), name.cover(mention.span)),
            Heading::Reference(mention) => (None, Some(mention), mention.span),
            Heading::Plain => {
                let words = body.text(self.text);
                let start = body.start + (words.len() - words.trim_start().len()) as u32;
                let mut name = words.trim();
                // Tags and closing hashes at the end are no part of it.
                while let Some(last) = name.split_whitespace().next_back().filter(|last| last.starts_with('#')) {
                    name = name[..name.len() - last.len()].trim_end();
                }
                let name = Span::new(start, start + name.len() as u32);
                (Some(name).filter(|name| !name.is_empty()), None, name)
            }
        };
        let mention = mention.map(|mention| self.name(mention));
        if let Some(page) = self.part.headings.first_mut() {
            (page.name, page.mention, page.span) = (name, mention, span);
        }
        true
    }

    fn person_heading(&mut self, level: u8, name: Option<Span>, mention: Mention, span: Span) {
        let heading = self.part.headings.len() as u32;
        let mention = Some(self.name(mention));
        self.part.headings.push(PersonHeading { name, mention, span, has_prose: false });
        self.contexts.push(Opened { level, meaning: Meaning::Person(heading) });
    }

    fn item(&mut self, body: Span) {
        let context = match self.contexts.last().map(|opened| opened.meaning) {
            Some(Meaning::Date(_)) => Context::Date,
            Some(Meaning::Person(_)) => Context::Person,
            None => Context::None,
        };
        let mut item = self.item.take().unwrap_or_default();
        self.reader.item(self.text, body, context, &mut item);
        match item.kind {
            ItemKind::Entry => self.entry(body, &mut item),
            ItemKind::Field => self.field(&item),
            ItemKind::Prose => {
                self.told();
                if !item.mentions.is_empty() {
                    self.spoken(body, false);
                }
            }
        }
        item.mentions.iter().for_each(|mention| self.keep_mention(*mention));
        self.item = Some(item);
    }

    /// Notes a day at the beginning of what is prose and would not be, were the day written as one. A heading may say
    /// such words in many ways, so there they count only alone.
    fn spoken(&mut self, body: Span, is_heading: bool) {
        let Some(spoken) = self.reader.spoken_day(self.text, body) else { return };
        let counts = match spoken.day {
            SpokenDay::Date { year, .. } => year.is_some(),
            SpokenDay::Ago(_) => !is_heading || spoken.span.text(self.text) == body.text(self.text).trim(),
            SpokenDay::Weekday { .. } => false,
        };
        if counts {
            self.part.spoken.push(spoken);
        }
    }

    fn field(&mut self, item: &Item) {
        if let Some(heading) = self.person() {
            self.part.fields.push(FieldFact { heading, key: item.key, value: item.text });
        }
    }

    fn entry(&mut self, body: Span, item: &mut Item) {
        let verb = self.verb(body, item);
        let has_mention = !(item.participants.is_empty() && item.mentions.is_empty());
        if let Some(date) = item.date {
            self.day(date);
        }
        if verb.is_none() && !has_mention {
            return self.told();
        }
        if let Some(section) = &mut self.section {
            section.has_entry = true;
        }
        let entry = self.part.entries.len() as u32;
        let start = self.part.participants.len() as u32;
        for mention in &item.participants {
            let name = self.name(*mention);
            self.part.participants.push(NameUse { name, start: mention.span.start });
        }
        self.part.references.extend(item.references.iter().map(|span| (entry, *span)));
        self.part.anchors.extend(item.anchor.map(|span| (entry, span)));
        let day = match item.date {
            Some(date) => Day::parse(date.text(self.text)),
            None => self.date(),
        };
        self.part.entries.push(EntryFact {
            day,
            body,
            text: item.text,
            verb: verb.unwrap_or(VerbId::UNKNOWN),
            is_planned: matches!(item.task, Some((Task::Planned, _))),
            is_from: item.is_from,
            heading: self.person(),
            participants: (start, self.part.participants.len() as u32),
        });
    }

    /// The verb at the beginning.
    fn verb(&mut self, body: Span, item: &mut Item) -> Option<VerbId> {
        let word = item.verb?;
        if let Some(id) = self.vocabulary.find(word.text(self.text)) {
            return Some(id);
        }
        let second = second_word(self.text, word, body)?;
        let words = format!("{} {}", word.text(self.text), second.text(self.text));
        let id = self.vocabulary.find(&words)?;
        take_second_word(&mut self.reader, self.text, body, second, item);
        Some(id)
    }

    fn front_matter(&mut self, body: Span) {
        if self.awaits_name {
            for (key, value) in crate::front_matter::scalars(self.text, body) {
                self.part.fields.push(FieldFact { heading: 0, key, value });
                // As in any field: who introduced the person, for one.
                self.prose(value);
            }
        }
    }

    fn prose(&mut self, body: Span) {
        self.mentions.clear();
        self.reader.prose(self.text, body, &mut self.mentions);
        self.keep_mentions();
    }

    /// Something is told about the person above, and on the day above.
    fn told(&mut self) {
        if let Some(section) = &mut self.section {
            section.has_prose = true;
        }
        if let Some(heading) = self.person()
            && let Some(heading) = self.part.headings.get_mut(heading as usize)
        {
            heading.has_prose = true;
        }
    }

    fn close_section(&mut self) {
        if let Some(section) = self.section.take()
            && section.has_prose
            && !section.has_entry
        {
            self.part.sections.push((section.heading, section.day, section.span));
        }
    }

    /// The person heading above.
    fn person(&self) -> Option<u32> {
        self.contexts.iter().rev().find_map(|opened| match opened.meaning {
            Meaning::Person(heading) => Some(heading),
            Meaning::Date(_) => None,
        })
    }

    /// The day of the nearest date heading above, if that heading has one.
    fn date(&self) -> Option<Day> {
        let dates = self.contexts.iter().rev().filter_map(|opened| match opened.meaning {
            Meaning::Date(day) => Some(day),
            Meaning::Person(_) => None,
        });
        dates.take(1).flatten().next()
    }

    /// The day that is written at `span`; notes what is odd about it.
    fn day(&mut self, span: Span) -> Option<Day> {
        match Day::read(span.text(self.text)) {
            Written::Exactly(day) => Some(day),
            Written::Unpadded(day) => {
                self.part.odd_dates.push(span);
                Some(day)
            }
            Written::Wrongly => {
                self.part.odd_dates.push(span);
                None
            }
        }
    }

    fn keep_mentions(&mut self) {
        for at in 0..self.mentions.len() {
            self.keep_mention(self.mentions[at]);
        }
    }

    fn keep_mention(&mut self, mention: Mention) {
        let name = self.name(mention);
        self.part.mentions.push(NameUse { name, start: mention.span.start });
    }

    /// The number of a name within this part.
    fn name(&mut self, mention: Mention) -> u32 {
        let next = self.part.names.len() as u32;
        let known = &mut self.known[usize::from(mention.is_link)];
        let number = *known.entry(mention.name.text(self.text)).or_insert(next);
        if number == next {
            self.part.names.push((mention.name, mention.is_link));
        }
        number
    }
}

/// The word after the first one of an item.
pub(crate) fn second_word(text: &str, first: Span, body: Span) -> Option<Span> {
    let rest = text.get(first.end as usize..body.end as usize)?;
    let second = rest.trim_start();
    let length = second.find(|c: char| !c.is_alphabetic()).unwrap_or(second.len());
    let start = first.end + (rest.len() - second.len()) as u32;
    Some(Span::new(start, start + length as u32))
}

/// Some verbs are two words, which the grammar cannot know: takes the second one into the verb and reads the rest
/// anew.
pub(crate) fn take_second_word(reader: &mut Reader, text: &str, body: Span, second: Span, item: &mut Item) {
    let (task, date, verb) = (item.task, item.date, item.verb);
    reader.item(text, Span::new(second.start, body.end), Context::Date, item);
    item.verb = verb.map(|first| Span::new(first.start, second.end));
    (item.task, item.date) = (task, date);
}
