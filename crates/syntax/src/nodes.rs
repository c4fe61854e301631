//! The second step of reading: headings, items, directives and prose as typed nodes.
//!
//! A node holds places, not texts, and is filled again and again: reading a journal of a million entries
//! allocates no more than reading one.

use crate::engine::{self, Token};
use crate::reference::Rule;
use crate::span::Span;

/// A person named in a text: `@handle`, or `[[Name]]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// All of it, with its marks.
    pub span: Span,
    /// The handle without `@`, or the name without brackets.
    pub name: Span,
    /// Whether it is a `[[Name]]`.
    pub is_link: bool,
}

/// What a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// What is below happened on this day.
    Date(Span),
    /// Declares a person: the name, and one handle.
    Person {
        /// The name as written.
        name: Span,
        /// The handle.
        mention: Mention,
    },
    /// Refers to a person who is declared elsewhere.
    Reference(Mention),
    /// Structure only.
    Plain,
}

/// The heading that stands nearest above an item decides how the item is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Below a date.
    Date,
    /// Below a person.
    Person,
    /// Below neither.
    None,
}

/// What an item is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ItemKind {
    /// It stands where entries stand; whether its first word is a verb is for the vocabulary to say.
    Entry,
    /// `key: value` below a person.
    Field,
    /// Anything else.
    #[default]
    Prose,
}

/// The box at the beginning of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// `[ ]`: a plan.
    Planned,
    /// `[x]`: a plan that was carried out.
    Done,
}

/// An item of a list, read by where it stands. Spans are bytes of the text that was read.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// The box and its place.
    pub task: Option<(Task, Span)>,
    /// Digits and hyphens that mean to be its date.
    pub date: Option<Span>,
    /// The first word, if it could be a verb.
    pub verb: Option<Span>,
    /// `from`, `by` and the like: they reached out.
    pub is_from: bool,
    /// Those who take part by being named right after the verb.
    pub participants: Vec<Mention>,
    /// `^id`, which names the entry; without the `^`.
    pub anchor: Option<Span>,
    /// Each `for ^id`, without the `^`.
    pub references: Vec<Span>,
    /// The text after the head, without blanks around it. For a field, its value.
    pub text: Span,
    /// A field's key.
    pub key: Span,
    /// Mentions in the text: references to people, not contacts with them.
    pub mentions: Vec<Mention>,
    /// Each `#tag`, without the `#`.
    pub tags: Vec<Span>,
}

/// Reads nodes; holds the buffers for that.
#[derive(Debug, Default)]
pub struct Reader {
    tokens: Vec<Token>,
}

impl Reader {
    /// Reads the text of a heading and adds the mentions that are not its subject to `mentions`.
    pub fn heading(&mut self, text: &str, body: Span, mentions: &mut Vec<Mention>) -> Heading {
        let Some(kind) = self.parse(Rule::heading, text, body).and_then(|()| self.tokens.get(1)).copied() else {
            return Heading::Plain;
        };
        let below: Vec<Token> = self.children(1).collect();
        match (kind.rule, below.as_slice()) {
            (Rule::date_heading, [date, rest @ ..]) => {
                mentions
                    .extend(rest.iter().filter(|token| token.rule == Rule::mention).map(|t| self.mention(text, *t)));
                Heading::Date(span(*date))
            }
            (Rule::person_heading, [a, b, ..]) => {
                let (name, mention) = if a.rule == Rule::mention { (b, a) } else { (a, b) };
                Heading::Person { name: span(*name), mention: self.mention(text, *mention) }
            }
            (Rule::reference_heading, [mention, ..]) => Heading::Reference(self.mention(text, *mention)),
            (_, inlines) => {
                let inlines = inlines.iter().filter(|token| token.rule == Rule::mention);
                mentions.extend(inlines.map(|token| self.mention(text, *token)));
                Heading::Plain
            }
        }
    }

    /// Reads the body of an item into `item`, whose former content goes.
    pub fn item(&mut self, text: &str, body: Span, context: Context, item: &mut Item) {
        item.clear(body);
        let rule = match context {
            Context::Date => Rule::item_below_date,
            Context::Person => Rule::item_below_person,
            Context::None => Rule::item_elsewhere,
        };
        if self.parse(rule, text, body).is_none() {
            return;
        }
        for at in 0..self.tokens.len() {
            let token = self.tokens[at];
            self.item_token(text, at, token, item);
        }
        if item.kind == ItemKind::Entry || item.kind == ItemKind::Field {
            item.text = trimmed(text, item.text);
        }
    }

    fn item_token(&self, text: &str, at: usize, token: Token, item: &mut Item) {
        match token.rule {
            Rule::item_below_date | Rule::dated_entry => item.kind = ItemKind::Entry,
            Rule::field => item.kind = ItemKind::Field,
            Rule::planned => item.task = Some((Task::Planned, Span::new(token.start - 1, token.end + 1))),
            Rule::done => item.task = Some((Task::Done, Span::new(token.start - 1, token.end + 1))),
            Rule::date => item.date = Some(span(token)),
            Rule::verb => item.verb = Some(span(token)),
            Rule::from => item.is_from = true,
            Rule::key => item.key = span(token),
            Rule::text | Rule::value => item.text = span(token),
            Rule::anchor => item.anchor = Some(Span::new(token.start + 1, token.end)),
            Rule::reference_to => item.references.push(Span::new(token.start + 1, token.end)),
            Rule::tag => item.tags.push(Span::new(token.start + 1, token.end)),
            Rule::mention => {
                let mention = mention(text, &self.tokens, at);
                // The text token comes before what stands in it.
                let in_head = item.kind == ItemKind::Entry && item.text.end <= token.start;
                if in_head { item.participants.push(mention) } else { item.mentions.push(mention) }
            }
            _ => {}
        }
    }

    /// The mention that begins at `start`.
    pub fn mention_at(&mut self, text: &str, start: u32) -> Option<Mention> {
        self.parse(Rule::mention, text, Span::new(start, text.len() as u32))?;
        Some(mention(text, &self.tokens, 0))
    }

    /// Adds the mentions in prose to `mentions`.
    pub fn prose(&mut self, text: &str, body: Span, mentions: &mut Vec<Mention>) {
        if memchr::memchr2(b'@', b'[', &text.as_bytes()[body.range()]).is_none() {
            return;
        }
        if self.parse(Rule::prose, text, body).is_some() {
            let found = self.tokens.iter().enumerate().filter(|(_, token)| token.rule == Rule::mention);
            mentions.extend(found.map(|(at, _)| mention(text, &self.tokens, at)));
        }
    }

    pub(crate) fn parse(&mut self, rule: Rule, text: &str, body: Span) -> Option<()> {
        self.tokens.clear();
        let input = text.get(..body.end as usize)?;
        engine::parse(rule, input, body.start, &mut self.tokens).map(drop)
    }

    /// The tokens of the last parse, in pre-order.
    pub(crate) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The tokens right below the one at `at`.
    fn children(&self, at: usize) -> impl Iterator<Item = Token> + '_ {
        let end = self.tokens.get(at).map_or(0, |token| token.next as usize);
        let mut next = at + 1;
        std::iter::from_fn(move || {
            let token = *self.tokens.get(next).filter(|_| next < end)?;
            next = token.next as usize;
            Some(token)
        })
    }

    fn mention(&self, text: &str, token: Token) -> Mention {
        let at = self.tokens.iter().position(|other| *other == token).unwrap_or_default();
        mention(text, &self.tokens, at)
    }
}

impl Item {
    fn clear(&mut self, body: Span) {
        let Self { kind, task, date, verb, is_from, participants, anchor, references, text, key, mentions, tags } =
            self;
        (*kind, *task, *date, *verb, *is_from) = (ItemKind::default(), None, None, None, false);
        (*anchor, *key) = (None, Span::default());
        // Until a text is seen, every mention stands in the head.
        *text = Span::at(body.start);
        participants.clear();
        references.clear();
        mentions.clear();
        tags.clear();
    }

    /// The head of an entry: from its box or date or verb to its last participant, else its first word.
    pub fn head(&self, body: Span) -> Span {
        let end = self.participants.last().map(|mention| mention.span.end).or(self.verb.map(|verb| verb.end));
        Span::new(body.start, end.or(self.date.map(|date| date.end)).unwrap_or(body.end))
    }
}

fn span(token: Token) -> Span {
    Span::new(token.start, token.end)
}

/// The mention whose token stands at `at`; the token after it is its handle or name.
pub(crate) fn mention(text: &str, tokens: &[Token], at: usize) -> Mention {
    let whole = span(tokens[at]);
    let name = tokens.get(at + 1).map_or(whole, |name| span(*name));
    Mention { span: whole, name, is_link: text.as_bytes().get(whole.start as usize) == Some(&b'[') }
}

/// The span without white space at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let inner = span.text(text);
    let start = span.start + (inner.len() - inner.trim_start().len()) as u32;
    let end = span.start + inner.trim_end().len() as u32;
    Span::new(start.min(end), end)
}
