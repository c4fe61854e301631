//! What the words of a text are, for those who color them.

use std::collections::HashMap;

use journal::{EntryId, FileId, PersonId, Reader, Span, Who};
use syntax::{Block, BlockKind, Context, Heading, Item, ItemKind, ListItem, Mention, State};

use crate::Ide;
use crate::block::above;
use crate::context::{person_of_heading, under};

/// A word that means something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, within one line.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// What is special about it.
    pub modifiers: Vec<Modifier>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TokenKind {
    /// A name, handle or link of a person.
    Person,
    /// A day.
    Date,
    /// A verb.
    Verb,
    /// A tag.
    Tag,
    /// The name of an entry.
    Reference,
    /// The key of a field.
    Property,
    /// The value of a field.
    Value,
    /// What is said to netlint.
    Directive,
}

/// What is special about a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Modifier {
    /// It is declared here.
    Declaration,
    /// It means nothing that is known.
    Unknown,
    /// A contact with the person is overdue.
    Overdue,
    /// It did not happen yet.
    Plan,
}

impl TokenKind {
    /// The names of all kinds, in order.
    pub const NAMES: [&'static str; 8] =
        ["person", "date", "verb", "tag", "reference", "property", "value", "directive"];
}

impl Modifier {
    /// The names of all, in order.
    pub const NAMES: [&'static str; 4] = ["declaration", "unknown", "overdue", "plan"];
}

impl Ide<'_> {
    /// The tokens in a stretch of a file, or in all of it, in order and apart.
    pub fn tokens(&self, file: FileId, range: Option<Span>) -> Vec<Token> {
        let text = self.network.text(file);
        let range = range.unwrap_or(Span::new(0, text.len() as u32));
        let start = above(self.network, file, range.start);
        let end = text
            .get(range.end as usize..)
            .and_then(|rest| rest.find('\n'))
            .map_or(text.len(), |at| range.end as usize + at + 1);
        let mut blocks = Vec::new();
        syntax::scan(text, Span::new(start, end as u32), State::default(), &mut blocks);
        blocks.retain(|block| block.span.end > range.start);
        let mut painter = Painter::new(self, file, range);
        for block in &blocks {
            painter.block(block);
        }
        painter.finish()
    }
}

struct Painter<'a> {
    ide: &'a Ide<'a>,
    file: FileId,
    text: &'a str,
    reader: Reader,
    /// Who is meant by the mentions of prose.
    who: HashMap<u32, Who>,
    overdue: HashMap<PersonId, bool>,
    /// Whether items are fields; not known since the last heading.
    has_fields: Option<bool>,
    tokens: Vec<Token>,
}

impl<'a> Painter<'a> {
    fn new(ide: &'a Ide<'a>, file: FileId, range: Span) -> Self {
        let network = ide.network;
        let first = network.mentions.partition_point(|it| it.file < file);
        let own = network.mentions[first..].iter().take_while(|it| it.file == file);
        let near = own.filter(|it| range.start <= it.start() && it.start() <= range.end);
        Self {
            ide,
            file,
            text: network.text(file),
            reader: Reader::default(),
            who: near.map(|it| (it.start(), it.who)).collect(),
            overdue: HashMap::new(),
            has_fields: None,
            tokens: Vec::new(),
        }
    }

    /// All that was found, in order, each within a line, none within another.
    fn finish(mut self) -> Vec<Token> {
        let text = self.text;
        self.tokens.retain(|it| !it.span.is_empty() && !it.span.text(text).contains(['\n', '\r']));
        self.tokens.sort_by_key(|it| (it.span.start, it.span.len()));
        let mut end = 0;
        self.tokens.retain(|it| {
            let is_apart = it.span.start >= end;
            if is_apart {
                end = it.span.end;
            }
            is_apart
        });
        self.tokens
    }

    fn push(&mut self, span: Span, kind: TokenKind, modifiers: Vec<Modifier>) {
        self.tokens.push(Token { span, kind, modifiers });
    }

    fn block(&mut self, block: &Block) {
        match block.kind {
            BlockKind::Heading(_) => self.heading(block),
            BlockKind::Item => self.item(block),
            BlockKind::Note | BlockKind::Prose => self.prose(block.body),
            BlockKind::Directive => self.directive(block.body),
            BlockKind::Blank | BlockKind::Code | BlockKind::Html | BlockKind::Break | BlockKind::FrontMatter => {}
        }
    }

    fn heading(&mut self, block: &Block) {
        self.has_fields = None;
        let mut mentions = Vec::new();
        match self.reader.heading(self.text, block.body, &mut mentions) {
            Heading::Date(span) => self.push(span, TokenKind::Date, vec![Modifier::Declaration]),
            Heading::Person { name, mention } => {
                let person = person_of_heading(self.ide.network, self.file, block);
                for span in [name, mention.span] {
                    self.person(span, person, Some(Modifier::Declaration));
                }
            }
            Heading::Reference(mention) => {
                let person = person_of_heading(self.ide.network, self.file, block);
                self.person(mention.span, person, None);
            }
            Heading::Plain => {}
        }
        self.mentions(&mentions);
    }

    fn person(&mut self, span: Span, person: Option<PersonId>, more: Option<Modifier>) {
        let mut modifiers: Vec<Modifier> = more.into_iter().collect();
        match person {
            None => modifiers.push(Modifier::Unknown),
            Some(id) if self.is_overdue(id) => modifiers.push(Modifier::Overdue),
            Some(_) => {}
        }
        self.push(span, TokenKind::Person, modifiers);
    }

    fn is_overdue(&mut self, id: PersonId) -> bool {
        let Ide { network, today, .. } = *self.ide;
        *self.overdue.entry(id).or_insert_with(|| {
            let every = network.person(id).due_every(today);
            let last = || network.contacts(id, today).next_back();
            every.is_some_and(|every| last().is_some_and(|last| last.day.plus(every) < today))
        })
    }

    fn mentions(&mut self, mentions: &[Mention]) {
        for mention in mentions {
            // The network tells only the first of several alike in one entry.
            let person = match self.who.get(&mention.span.start) {
                Some(who) => who.person(),
                None => insight::person_of(self.ide.network, mention.name.text(self.text)),
            };
            self.person(mention.span, person, None);
        }
    }

    fn item(&mut self, block: &Block) {
        let start = journal::Place { file: self.file, span: Span::at(block.body.start) };
        if let Some(id) = self.ide.network.entry_at(start) {
            return self.entry(id);
        }
        let (network, file) = (self.ide.network, self.file);
        let has_fields =
            *self.has_fields.get_or_insert_with(|| under(network, file, block.span.start).context == Context::Person);
        let mut item = Item::default();
        let context = if has_fields { Context::Person } else { Context::None };
        self.reader.item(self.text, block.body, context, &mut item);
        if item.kind == ItemKind::Field {
            return self.field(&item);
        }
        self.mentions(&item.participants);
        self.mentions(&item.mentions);
    }

    fn entry(&mut self, id: EntryId) {
        let network = self.ide.network;
        let entry = network.entry(id);
        let item = network.item(id);
        item.date.into_iter().for_each(|span| self.push(span, TokenKind::Date, Vec::new()));
        if let Some(span) = item.verb {
            let plan = entry.is_planned.then_some(Modifier::Plan);
            let unknown = entry.verb().is_none().then_some(Modifier::Unknown);
            self.push(span, TokenKind::Verb, unknown.into_iter().chain(plan).collect());
        }
        let named = network.participants(id).iter().filter_map(|it| Some((it.start()?, it.who)));
        self.who.extend(named);
        self.mentions(&item.participants);
        self.mentions(&item.mentions);
        if let Some(Span { start, end }) = item.anchor {
            self.push(Span::new(start - 1, end), TokenKind::Reference, vec![Modifier::Declaration]);
        }
        for reference in network.references_of(id) {
            let Span { start, end } = reference.span;
            let unknown = reference.target.is_none().then_some(Modifier::Unknown);
            self.push(Span::new(start - 1, end), TokenKind::Reference, unknown.into_iter().collect());
        }
        for Span { start, end } in item.tags {
            self.push(Span::new(start - 1, end), TokenKind::Tag, Vec::new());
        }
    }

    fn field(&mut self, item: &Item) {
        let key = journal::names::folded(item.key.text(self.text));
        let unknown = (!self.ide.settings.knows_key(&key)).then_some(Modifier::Unknown);
        self.push(item.key, TokenKind::Property, unknown.into_iter().collect());
        let before = self.tokens.len();
        let value = item.text;
        match key.as_str() {
            "tags" => {
                for tag in self.reader.list(self.text, value) {
                    match tag {
                        ListItem::Tag(Span { start, end }) => {
                            self.push(Span::new(start - 1, end), TokenKind::Tag, Vec::new());
                        }
                        ListItem::Words(span) => self.push(span, TokenKind::Tag, Vec::new()),
                        ListItem::Mention(_) => {}
                    }
                }
            }
            "ignore" => {
                let names = self.reader.rule_names(self.text, value).unwrap_or_default();
                for name in names {
                    self.push(name.span, TokenKind::Directive, Vec::new());
                }
            }
            _ => {
                for date in journal::dates_in(&mut self.reader, self.text, &key, value) {
                    self.push(date, TokenKind::Date, Vec::new());
                }
                self.prose(value);
            }
        }
        if self.tokens.len() == before {
            self.push(value, TokenKind::Value, Vec::new());
        }
    }

    fn prose(&mut self, body: Span) {
        let mut mentions = Vec::new();
        self.reader.prose(self.text, body, &mut mentions);
        self.mentions(&mentions);
    }

    fn directive(&mut self, body: Span) {
        if let Some(directive) = self.reader.directive(self.text, body) {
            self.push(directive.name, TokenKind::Directive, Vec::new());
            for rule in directive.rules {
                self.push(rule.span, TokenKind::Directive, Vec::new());
            }
        }
    }
}
