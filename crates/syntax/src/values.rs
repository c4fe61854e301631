//! The values of fields, and directives.

use crate::engine::Token;
use crate::nodes::{Mention, Reader, mention};
use crate::reference::Rule;
use crate::span::Span;

/// The unit of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks of seven days.
    Weeks,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

/// How often: the value of `every`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Never due.
    Never,
    /// Due after so many units.
    Interval(u32, Unit),
}

/// A birthday: the value of `born`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Born {
    /// `YYYY-MM-DD`.
    Date(Span),
    /// `MM-DD`: month and day as written.
    MonthDay(u32, u32),
}

/// A pause: the value of `pause`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// The first day, where one is named.
    pub since: Option<Span>,
    /// The last day.
    pub until: Span,
}

/// One of several values separated by commas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListItem {
    /// `@handle` or `[[Name]]`.
    Mention(Mention),
    /// `#tag`, without the `#`.
    Tag(Span),
    /// Words.
    Words(Span),
}

/// A rule that is named in a directive or in the field `ignore`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleName {
    /// The name.
    pub span: Span,
    /// The last day on which it holds.
    pub until: Option<Span>,
}

/// A comment that speaks to netlint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// Its name: `netlint-disable` and so on.
    pub name: Span,
    /// The rules or groups that it names.
    pub rules: Vec<RuleName>,
}

impl Reader {
    /// Reads the value of `every`. `None`: it cannot be read, or counts nothing.
    pub fn every(&mut self, text: &str, value: Span) -> Option<Every> {
        self.parse(Rule::every_value, text, value)?;
        let mut count = 1;
        let mut unit = None;
        for token in self.tokens() {
            match token.rule {
                Rule::never => return Some(Every::Never),
                Rule::weekly => return Some(Every::Interval(1, Unit::Weeks)),
                Rule::monthly => return Some(Every::Interval(1, Unit::Months)),
                Rule::quarterly => return Some(Every::Interval(3, Unit::Months)),
                Rule::yearly => return Some(Every::Interval(1, Unit::Years)),
                Rule::count => count = span(token).text(text).parse().ok()?,
                Rule::days => unit = Some(Unit::Days),
                Rule::weeks => unit = Some(Unit::Weeks),
                Rule::months => unit = Some(Unit::Months),
                Rule::years => unit = Some(Unit::Years),
                _ => {}
            }
        }
        // Beyond a thousand years nobody means it, and dates end.
        let at_most = match unit? {
            Unit::Days => 366_000,
            Unit::Weeks => 52_000,
            Unit::Months => 12_000,
            Unit::Years => 1_000,
        };
        (1..=at_most).contains(&count).then_some(Every::Interval(count, unit?))
    }

    /// Reads the value of `born`.
    pub fn born(&mut self, text: &str, value: Span) -> Option<Born> {
        self.parse(Rule::born_value, text, value)?;
        if let Some(date) = self.first(Rule::date) {
            return Some(Born::Date(date));
        }
        let number = |rule| self.first(rule)?.text(text).parse().ok();
        Some(Born::MonthDay(number(Rule::month)?, number(Rule::day)?))
    }

    /// The date at the beginning of a value, whatever follows it.
    pub fn date(&mut self, text: &str, value: Span) -> Option<Span> {
        self.parse(Rule::date_value, text, value)?;
        self.first(Rule::date)
    }

    /// Reads the value of `met`: the date, then perhaps words.
    pub fn met(&mut self, text: &str, value: Span) -> Option<Span> {
        self.parse(Rule::met_value, text, value)?;
        self.first(Rule::date)
    }

    /// Reads the value of `pause`.
    pub fn pause(&mut self, text: &str, value: Span) -> Option<Pause> {
        self.parse(Rule::pause_value, text, value)?;
        Some(Pause { since: self.first(Rule::since), until: self.first(Rule::until)? })
    }

    /// Reads the value of `email`: the address, without marks around it.
    pub fn email(&mut self, text: &str, value: Span) -> Option<Span> {
        self.parse(Rule::email_value, text, value)?;
        self.first(Rule::email)
    }

    /// Whether the value of `url` can be read.
    pub fn is_url(&mut self, text: &str, value: Span) -> bool {
        self.parse(Rule::url_value, text, value).is_some()
    }

    /// Reads values that are separated by commas.
    pub fn list(&mut self, text: &str, value: Span) -> Vec<ListItem> {
        if self.parse(Rule::list_value, text, value).is_none() {
            return Vec::new();
        }
        let tokens = self.tokens();
        let items = tokens.iter().enumerate().filter(|(_, token)| token.rule == Rule::list_item);
        items.filter_map(|(at, _)| list_item(text, tokens, at + 1)).collect()
    }

    /// Reads rule names separated by commas or blanks. `None`: something else stands there.
    pub fn rule_names(&mut self, text: &str, value: Span) -> Option<Vec<RuleName>> {
        self.parse(Rule::names_value, text, value)?;
        Some(rule_names(self.tokens()))
    }

    /// Reads a directive.
    pub fn directive(&mut self, text: &str, body: Span) -> Option<Directive> {
        self.parse(Rule::directive, text, body)?;
        Some(Directive { name: self.first(Rule::directive_name)?, rules: rule_names(self.tokens()) })
    }

    fn first(&self, rule: Rule) -> Option<Span> {
        self.tokens().iter().find(|token| token.rule == rule).map(span)
    }
}

/// The item whose first token stands at `at`.
fn list_item(text: &str, tokens: &[Token], at: usize) -> Option<ListItem> {
    let token = tokens.get(at)?;
    Some(match token.rule {
        Rule::mention => ListItem::Mention(mention(text, tokens, at)),
        Rule::tag => ListItem::Tag(Span::new(token.start + 1, token.end)),
        _ => ListItem::Words(span(token)),
    })
}

fn rule_names(tokens: &[Token]) -> Vec<RuleName> {
    let mut names: Vec<RuleName> = Vec::new();
    for token in tokens {
        match token.rule {
            Rule::rule_name => names.push(RuleName { span: span(token), until: None }),
            Rule::until => names.last_mut().into_iter().for_each(|name| name.until = Some(span(token))),
            _ => {}
        }
    }
    names
}

fn span(token: &Token) -> Span {
    Span::new(token.start, token.end)
}
