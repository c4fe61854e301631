//! Where a block stands: the headings that are open above an item decide how it is read.

use syntax::{Context, Heading, Item, ItemKind, Mention, Reader, Span};

use crate::Day;
use crate::vocabulary::{VerbId, Vocabulary};

/// A walk through the headings and items of one text, from its beginning. Everything that reads a journal goes this
/// way, so that all agree about what an item is.
#[derive(Debug)]
pub struct Outline<'a> {
    text: &'a str,
    vocabulary: &'a Vocabulary,
    reader: Reader,
    opened: Vec<Opened>,
    /// The page's person still waits for the first heading, which would be the name.
    awaits_name: bool,
    /// How many people were opened so far.
    people: u32,
}

/// A heading whose context holds on.
#[derive(Clone, Copy, Debug)]
struct Opened {
    level: u8,
    meaning: Meaning,
}

#[derive(Clone, Copy, Debug)]
enum Meaning {
    /// A person's heading, by its number; a page's person is the first one.
    Person(u32),
    /// No day: the heading begins like a date but is none.
    Date(Option<Day>),
}

impl<'a> Outline<'a> {
    /// At the beginning of a text. `is_page`: everything in it is told of one person.
    pub fn new(text: &'a str, is_page: bool, vocabulary: &'a Vocabulary) -> Self {
        let mut outline =
            Self { text, vocabulary, reader: Reader::default(), opened: Vec::new(), awaits_name: is_page, people: 0 };
        if is_page {
            outline.open_person(0);
        }
        outline
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// What reads its parts.
    pub fn reader(&mut self) -> &mut Reader {
        &mut self.reader
    }

    /// Goes on to a heading. Gives what it says, and whether it is what a page begins with: the name of its person.
    /// The mentions that are not its subject are added to `mentions`.
    pub fn heading(&mut self, level: u8, body: Span, mentions: &mut Vec<Mention>) -> (Heading, bool) {
        let mut heading = self.reader.heading(self.text, body, mentions);
        if let Heading::Person { mention, .. } = heading
            && mention.is_link
        {
            mentions.push(mention);
            heading = Heading::Plain;
        }
        if std::mem::take(&mut self.awaits_name) && !matches!(heading, Heading::Date(_)) {
            return (heading, true);
        }
        while self.opened.last().is_some_and(|opened| opened.level >= level) {
            self.opened.pop();
        }
        match heading {
            Heading::Plain => {}
            Heading::Date(span) => {
                self.opened.push(Opened { level, meaning: Meaning::Date(Day::parse(span.text(self.text))) });
            }
            Heading::Person { .. } | Heading::Reference(_) => self.open_person(level),
        }
        (heading, false)
    }

    /// Reads the body of the next item into `item`. Gives its verb, if it is an entry that begins with one.
    pub fn item(&mut self, body: Span, item: &mut Item) -> Option<VerbId> {
        let context = match self.opened.last().map(|opened| opened.meaning) {
            Some(Meaning::Date(_)) => Context::Date,
            Some(Meaning::Person(_)) => Context::Person,
            None => Context::None,
        };
        self.reader.item(self.text, body, context, item);
        let word = item.verb.filter(|_| item.kind == ItemKind::Entry)?;
        if let Some(id) = self.vocabulary.find(word.text(self.text)) {
            return Some(id);
        }
        let second = second_word(self.text, word, body)?;
        let words = format!("{} {}", word.text(self.text), second.text(self.text));
        let id = self.vocabulary.find(&words)?;
        take_second_word(&mut self.reader, self.text, body, second, item);
        Some(id)
    }

    /// The number of the person heading above.
    pub fn person(&self) -> Option<u32> {
        self.opened.iter().rev().find_map(|opened| match opened.meaning {
            Meaning::Person(heading) => Some(heading),
            Meaning::Date(_) => None,
        })
    }

    /// The day of the nearest date heading above, if that heading has one.
    pub fn date(&self) -> Option<Day> {
        let dates = self.opened.iter().rev().filter_map(|opened| match opened.meaning {
            Meaning::Date(day) => Some(day),
            Meaning::Person(_) => None,
        });
        dates.take(1).flatten().next()
    }

    /// Whether a context that is open now still holds below a heading of this level.
    pub(crate) fn reaches(&self, level: usize) -> bool {
        self.opened.iter().any(|opened| usize::from(opened.level) < level)
    }

    fn open_person(&mut self, level: u8) {
        self.opened.push(Opened { level, meaning: Meaning::Person(self.people) });
        self.people += 1;
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
