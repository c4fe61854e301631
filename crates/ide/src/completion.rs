//! What can be written at a place.

mod dates;
mod fields;
mod ids;
mod list;
mod people;
mod place;
mod rules;
mod snippets;
mod verbs;

use journal::{FileId, Span};

use crate::hover::page;
use crate::{Hover, Ide};
use list::List;
use place::{Place, place};

/// So many are offered at most; whoever types on is offered others.
const MOST: usize = 200;

/// What can be written at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completions {
    /// The best first.
    pub items: Vec<Completion>,
    /// When more is typed, others may fit.
    pub is_incomplete: bool,
}

/// Something that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// How it is shown.
    pub label: String,
    /// What it is.
    pub kind: CompletionKind,
    /// What it takes the place of, with the mark before it.
    pub span: Span,
    /// What is written.
    pub text: String,
    /// The same with places to fill in, in the notation of snippets, where it has some.
    pub snippet: Option<String>,
    /// What is compared with what was typed, with the mark before it.
    pub filter: String,
    /// A few words about it.
    pub detail: String,
    /// What there is more to be said about.
    pub about: Option<About>,
}

/// What kind of thing can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    /// A person.
    Person,
    /// The name of an entry.
    Reference,
    /// A tag.
    Tag,
    /// A verb.
    Verb,
    /// The key of a field.
    Key,
    /// The value of a field.
    Value,
    /// A day.
    Date,
    /// A rule, or what is said to netlint.
    Rule,
    /// The beginning of something new.
    Snippet,
}

/// Something about which more can be said, when it is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The person with this handle.
    Person(String),
    /// A verb.
    Verb(String),
    /// The key of a field.
    Key(String),
    /// A rule.
    Rule(String),
}

impl Ide<'_> {
    /// What can be written at an offset, instead of the token that stands there.
    pub fn completion(&self, file: FileId, offset: u32) -> Completions {
        let Some(here) = place(self.network, file, offset) else { return Completions::default() };
        let mut list = List::new(here.span, &here.typed);
        match &here.place {
            Place::Mention => people::handles(self, &here, &mut list),
            Place::Link => people::names(self, &mut list),
            Place::Reference => ids::references(self, &here, &mut list),
            Place::Tag => ids::tags(self, file, offset, &mut list),
            Place::ItemStart => {
                if here.can_be.verb {
                    verbs::verbs(self, &here, &mut list);
                }
                if here.can_be.key {
                    fields::keys(self, &here, &mut list);
                }
                if here.can_be.date {
                    dates::days(self, &here, " ", &mut list);
                }
            }
            Place::Box => snippets::plan(self, &mut list),
            Place::HeadingStart => dates::days(self, &here, "", &mut list),
            Place::LineStart => snippets::beginnings(self, &mut list),
            Place::Value(key) => fields::values(self, key, &here, &mut list),
            Place::Rule => rules::names(&mut list),
            Place::Directive => rules::directives(&mut list),
        }
        list.finish(here.pad)
    }

    /// What else is to be said about something that can be written.
    pub fn documentation(&self, about: &About) -> Option<Hover> {
        let sheet = match about {
            About::Person(handle) => self.card(insight::person_of(self.network, handle)?),
            About::Verb(word) => self.verb(self.settings.vocabulary.find(word)?),
            About::Key(key) => self.key(key)?,
            About::Rule(name) => {
                let page = page(check::rule(name)?);
                return Some(Hover { span: Span::default(), markdown: page.clone(), plain: page });
            }
        };
        Some(Hover { span: Span::default(), markdown: sheet.markdown(), plain: sheet.plain() })
    }
}
