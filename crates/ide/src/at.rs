//! What stands at a place: the one answer that all features begin with.

use check::Rule;
use journal::{Day, EntryId, Field, FileId, PersonId, Place, Reader, Span, VerbId, Written, names};
use syntax::{Block, BlockKind, Context, Heading, Item, ListItem, Mention};

use crate::Ide;
use crate::block::block_at;
use crate::context::heading_of_person;

/// What stands at a place.
#[derive(Clone, Debug)]
pub struct At {
    /// All of it, with its marks.
    pub span: Span,
    /// What it is.
    pub what: What,
}

/// Something that stands in a journal.
#[derive(Clone, Debug)]
pub enum What {
    /// `@handle` or `[[Name]]`.
    Mention(Mentioned),
    /// The name in the heading of a person.
    Heading(PersonId),
    /// `^id` that refers to an entry.
    Reference {
        /// The id, without its `^`.
        id: Span,
        /// The entry, if one is named so.
        target: Option<EntryId>,
    },
    /// `^id` that names an entry.
    Anchor {
        /// The id, without its `^`.
        id: Span,
        /// The entry.
        entry: EntryId,
    },
    /// A tag of an entry or a person, without its `#`.
    Tag(Span),
    /// The verb of an entry.
    Verb(VerbId),
    /// A day.
    Date(Day),
    /// The key of a field, in the form in which keys are compared.
    Key(String),
    /// The value of a field, where nothing else of this list stands in it.
    Value {
        /// The key, in the form in which keys are compared.
        key: String,
        /// Whose it is.
        person: PersonId,
    },
    /// The name of a rule, in a directive or a field `ignore`.
    Rule(&'static Rule),
}

/// A mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mentioned {
    /// The handle without `@`, or the name without brackets.
    pub name: Span,
    /// Whether it is a `[[Name]]`.
    pub is_link: bool,
    /// Whom it means, if that is one declared person.
    pub person: Option<PersonId>,
}

impl What {
    /// The person who is meant.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Self::Mention(mention) => mention.person,
            Self::Heading(person) => Some(*person),
            _ => None,
        }
    }
}

impl Ide<'_> {
    /// What stands at an offset, or ends there. `None`: nothing that one could ask about.
    pub fn at(&self, file: FileId, offset: u32) -> Option<At> {
        let block = block_at(self.network, file, offset)?;
        let mut finder = Finder { ide: self, file, offset, text: self.network.text(file), found: Vec::new() };
        finder.block(&block);
        // The smallest that holds it; what only ends there comes last.
        finder.found.into_iter().min_by_key(|it| (offset == it.span.end, it.span.len()))
    }

    /// The entry whose first paragraph holds an offset.
    pub(crate) fn entry_at(&self, file: FileId, offset: u32) -> Option<EntryId> {
        let block = block_at(self.network, file, offset).filter(|block| block.kind == BlockKind::Item)?;
        self.network.entry_at(Place { file, span: Span::at(block.body.start) })
    }
}

/// Collects what stands at an offset in a block.
struct Finder<'a> {
    ide: &'a Ide<'a>,
    file: FileId,
    offset: u32,
    text: &'a str,
    found: Vec<At>,
}

impl Finder<'_> {
    fn holds(&self, span: Span) -> bool {
        span.start <= self.offset && self.offset <= span.end
    }

    fn push(&mut self, span: Span, what: What) {
        if self.holds(span) {
            self.found.push(At { span, what });
        }
    }

    fn block(&mut self, block: &Block) {
        match block.kind {
            BlockKind::Heading(_) => self.heading(block),
            BlockKind::Item => self.item(block),
            BlockKind::Note | BlockKind::Prose => self.prose(block.body),
            BlockKind::Directive => self.directive(block.body),
            BlockKind::FrontMatter => _ = self.fields(block.body),
            BlockKind::Blank | BlockKind::Code | BlockKind::Html | BlockKind::Break => {}
        }
    }

    fn heading(&mut self, block: &Block) {
        let mut mentions = Vec::new();
        let heading = Reader::default().heading(self.text, block.body, &mut mentions);
        let own = heading_of_person(self.ide.network, self.file, block);
        match heading {
            Heading::Date(span) => self.date(span),
            Heading::Person { mention, .. } | Heading::Reference(mention) => {
                let person = own.map(|it| it.person).or_else(|| self.meant(None, &mention));
                self.mention(&mention, person);
            }
            Heading::Plain => {}
        }
        self.mentions(None, &mentions);
        if let Some(own) = own {
            self.push(own.place.span, What::Heading(own.person));
        }
    }

    fn item(&mut self, block: &Block) {
        let network = self.ide.network;
        let start = Place { file: self.file, span: Span::at(block.body.start) };
        if let Some(id) = network.entry_at(start) {
            return self.entry(id);
        }
        if self.fields(block.body) {
            return;
        }
        let mut item = Item::default();
        Reader::default().item(self.text, block.body, Context::None, &mut item);
        self.mentions(None, &item.participants);
        self.mentions(None, &item.mentions);
    }

    fn entry(&mut self, id: EntryId) {
        let network = self.ide.network;
        let item = network.item(id);
        item.date.into_iter().for_each(|span| self.date(span));
        if let (Some(span), Some(verb)) = (item.verb, network.entry(id).verb()) {
            self.push(span, What::Verb(verb));
        }
        self.mentions(Some(id), &item.participants);
        self.mentions(None, &item.mentions);
        if let Some(span) = item.anchor {
            self.push(Span::new(span.start - 1, span.end), What::Anchor { id: span, entry: id });
        }
        for reference in network.references_of(id) {
            let Span { start, end } = reference.span;
            let what = What::Reference { id: reference.span, target: reference.target };
            self.push(Span::new(start - 1, end), what);
        }
        for tag in item.tags {
            self.push(Span::new(tag.start - 1, tag.end), What::Tag(tag));
        }
    }

    fn mentions(&mut self, entry: Option<EntryId>, mentions: &[Mention]) {
        // To find out who is meant is dear, and a line may name thousands.
        for mention in mentions.iter().filter(|mention| self.holds(mention.span)).copied().collect::<Vec<_>>() {
            let person = self.meant(entry, &mention);
            self.mention(&mention, person);
        }
    }

    fn mention(&mut self, mention: &Mention, person: Option<PersonId>) {
        let Mention { span, name, is_link } = *mention;
        self.push(span, What::Mention(Mentioned { name, is_link, person }));
    }

    /// Whom a mention means: a handle as it stands, a link as the network has read it.
    fn meant(&self, entry: Option<EntryId>, mention: &Mention) -> Option<PersonId> {
        let network = self.ide.network;
        let name = mention.name.text(self.text);
        if !mention.is_link {
            return insight::person_of(network, name);
        }
        let key = names::folded(name);
        if let Some(id) = entry {
            let mut participants = network.participants(id).iter();
            let is_it = |place: Option<Place>| place.is_some_and(|it| it.span.start == mention.span.start);
            if let Some(found) = participants.find(|it| is_it(network.named_at(id, **it))) {
                return found.who.person();
            }
        }
        let first = network.mentions.partition_point(|it| it.file < self.file);
        let own = network.mentions[first..].iter().take_while(|it| it.file == self.file);
        let mut own = own.filter(|it| network.mentioned_at(**it).span.start == mention.span.start);
        let by_name = || {
            let mut people = network.people().filter(|(_, it)| names::folded(&it.name) == key).map(|(id, _)| id);
            people.next().filter(|_| people.next().is_none())
        };
        own.next().map_or_else(by_name, |it| it.who.person())
    }

    fn prose(&mut self, body: Span) {
        let mut mentions = Vec::new();
        Reader::default().prose(self.text, body, &mut mentions);
        self.mentions(None, &mentions);
    }

    fn date(&mut self, span: Span) {
        if let Written::Exactly(day) | Written::Unpadded(day) = Day::read(span.text(self.text)) {
            self.push(span, What::Date(day));
        }
    }

    fn rules(&mut self, names: &[syntax::RuleName]) {
        for name in names {
            if let Some(rule) = check::rule(name.span.text(self.text)) {
                self.push(name.span, What::Rule(rule));
            }
            name.until.into_iter().for_each(|span| self.date(span));
        }
    }

    fn directive(&mut self, body: Span) {
        if let Some(directive) = Reader::default().directive(self.text, body) {
            self.rules(&directive.rules);
        }
    }

    /// The fields that stand in a stretch. False: there are none.
    fn fields(&mut self, body: Span) -> bool {
        let is_here = |field: &&Field| {
            field.file == self.file && body.start <= field.key_span.start && field.key_span.end <= body.end
        };
        let all = self.ide.network.people().flat_map(|(id, person)| person.fields.iter().map(move |it| (id, it)));
        let own: Vec<(PersonId, &Field)> = all.filter(|(_, field)| is_here(field)).collect();
        for (person, field) in &own {
            self.field(*person, field);
        }
        !own.is_empty()
    }

    fn field(&mut self, person: PersonId, field: &Field) {
        let (text, value) = (self.text, field.value);
        self.push(field.key_span, What::Key(field.key.clone()));
        let mut reader = Reader::default();
        for date in journal::dates_in(&mut reader, text, &field.key, value) {
            self.date(date);
        }
        match field.key.as_str() {
            "tags" => {
                for item in reader.list(text, value) {
                    match item {
                        ListItem::Tag(tag) => self.push(Span::new(tag.start - 1, tag.end), What::Tag(tag)),
                        ListItem::Words(tag) => self.push(tag, What::Tag(tag)),
                        ListItem::Mention(_) => {}
                    }
                }
            }
            "ignore" => {
                let names = reader.rule_names(text, value).unwrap_or_default();
                self.rules(&names);
            }
            // Whoever is named in `aka` is the person, also where another has the same alias.
            "aka" => {
                for item in reader.list(text, value) {
                    if let ListItem::Mention(mention) = item {
                        self.mention(&mention, Some(person));
                    }
                }
            }
            _ => self.prose(value),
        }
        // Of two that are the same stretch, the first one counts.
        self.push(value, What::Value { key: field.key.clone(), person });
    }
}
