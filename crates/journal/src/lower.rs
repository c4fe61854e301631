//! Blocks to facts: headings give context, items are read by where they stand.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use syntax::{Block, BlockKind, Heading, Item, ItemKind, Mention, Span, SpokenDay, Task};

use crate::Day;
use crate::day::Written;
use crate::facts::{DateHeading, EntryFact, FieldFact, NameUse, Part, PersonHeading};
use crate::outline::Outline;
use crate::vocabulary::{VerbId, Vocabulary};

/// The bytes of a short entry, with its share of headings.
const SHORT_ENTRY: usize = 40;

/// The work on one part of a file.
pub(crate) struct Lowering<'a> {
    text: &'a str,
    outline: Outline<'a>,
    /// The buffer for the next item; taken out while one is read.
    item: Option<Box<Item>>,
    mentions: Vec<Mention>,
    known: [HashMap<&'a str, u32, RandomState>; 2],
    section: Option<Section>,
    /// No heading of the page was met yet: front matter would be its person's.
    begins_page: bool,
    part: Part,
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
    /// `is_page` makes everything in the file the page of one person.
    pub(crate) fn new(text: &'a str, is_page: bool, vocabulary: &'a Vocabulary) -> Self {
        let mut part = Part::default();
        if is_page {
            part.headings.push(PersonHeading { name: None, mention: None, span: Span::at(0), has_prose: false });
        }
        Self {
            text,
            outline: Outline::new(text, is_page, vocabulary),
            item: None,
            mentions: Vec::new(),
            known: [HashMap::default(), HashMap::default()],
            section: None,
            begins_page: is_page,
            part,
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

    /// Whether a context of this part still holds in the stretch that begins with the heading at `next`.
    pub(crate) fn reaches_into(&self, text: &str, next: Span) -> bool {
        let hashes = next.text(text).bytes().take_while(|byte| *byte == b'#').count();
        self.outline.reaches(hashes)
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
        let (heading, names_page) = self.outline.heading(level, body, &mut self.mentions);
        self.begins_page = false;
        self.keep_mentions();
        let goes_on = self.section.as_ref().is_some_and(|section| section.level < level);
        if !(goes_on && heading == Heading::Plain) {
            self.close_section();
        }
        match heading {
            _ if names_page => self.names_page(heading, body),
            Heading::Plain => self.spoken(body, true),
            Heading::Date(span) => {
                if let Some(day) = self.day(span) {
                    let above = self.outline.person();
                    self.part.date_headings.push(DateHeading { day, span, heading: above });
                    self.section = above.map(|heading| Section::new(level, heading, day, span));
                }
            }
            Heading::Person { name, mention } => self.person_heading(Some(name), mention, name.cover(mention.span)),
            Heading::Reference(mention) => self.person_heading(None, mention, mention.span),
        }
    }

    /// Takes the first heading of a page as its person's name.
    fn names_page(&mut self, heading: Heading, body: Span) {
        let (name, mention, span) = match heading {
            Heading::Person { name, mention } => (Some(name), Some(mention), name.cover(mention.span)),
            Heading::Reference(mention) => (None, Some(mention), mention.span),
            Heading::Plain | Heading::Date(_) => {
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
    }

    fn person_heading(&mut self, name: Option<Span>, mention: Mention, span: Span) {
        let mention = Some(self.name(mention));
        self.part.headings.push(PersonHeading { name, mention, span, has_prose: false });
    }

    fn item(&mut self, body: Span) {
        let mut item = self.item.take().unwrap_or_default();
        let verb = self.outline.item(body, &mut item);
        match item.kind {
            ItemKind::Entry => self.entry(body, verb, &item),
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
        let Some(spoken) = self.outline.reader().spoken_day(self.text, body) else { return };
        let counts = match spoken.day {
            SpokenDay::Date { year, .. } => year.is_some(),
            SpokenDay::Ago(_) | SpokenDay::Ahead(_) => {
                !is_heading || spoken.span.text(self.text) == body.text(self.text).trim()
            }
            SpokenDay::Weekday { .. } => false,
        };
        if counts {
            self.part.spoken.push(spoken);
        }
    }

    fn field(&mut self, item: &Item) {
        if let Some(heading) = self.outline.person() {
            self.part.fields.push(FieldFact { heading, key: item.key, value: item.text });
        }
    }

    fn entry(&mut self, body: Span, verb: Option<VerbId>, item: &Item) {
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
            None => self.outline.date(),
        };
        self.part.entries.push(EntryFact {
            day,
            body,
            text: item.text,
            verb: verb.unwrap_or(VerbId::UNKNOWN),
            is_planned: matches!(item.task, Some((Task::Planned, _))),
            is_from: item.is_from,
            heading: self.outline.person(),
            participants: (start, self.part.participants.len() as u32),
        });
    }

    fn front_matter(&mut self, body: Span) {
        if self.begins_page {
            for (key, value) in crate::front_matter::scalars(self.text, body) {
                self.part.fields.push(FieldFact { heading: 0, key, value });
                // As in any field: who introduced the person, for one.
                self.prose(value);
            }
        }
    }

    fn prose(&mut self, body: Span) {
        self.mentions.clear();
        self.outline.reader().prose(self.text, body, &mut self.mentions);
        self.keep_mentions();
    }

    /// Something is told about the person above, and on the day above.
    fn told(&mut self) {
        if let Some(section) = &mut self.section {
            section.has_prose = true;
        }
        if let Some(heading) = self.outline.person()
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
