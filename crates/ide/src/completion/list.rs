//! Collects what can be written, and keeps what fits to what was typed.

use journal::{Span, names};

use super::{About, Completion, CompletionKind, Completions, MOST};

/// Collects what can be written.
pub(crate) struct List {
    /// What is replaced.
    pub(crate) span: Span,
    /// What was typed of it, in the form in which names are compared.
    typed: String,
    items: Vec<(u8, Completion)>,
    is_incomplete: bool,
}

impl List {
    pub(crate) fn new(span: Span, typed: &str) -> Self {
        let mut folded = names::folded(typed);
        // A word that is followed by a blank is done.
        if !folded.is_empty() && typed.ends_with(char::is_whitespace) {
            folded.push(' ');
        }
        Self { span, typed: folded, items: Vec::new(), is_incomplete: false }
    }

    /// How well something fits to what was typed: it begins with it, it holds it, or it holds its letters in their
    /// order. `None`: not at all.
    fn fit(&self, filter: &str) -> Option<u8> {
        let filter = names::key(filter);
        if let Some(at) = filter.find(&self.typed) {
            return Some(u8::from(at > 0));
        }
        let mut letters = filter.chars();
        self.typed.chars().all(|typed| letters.any(|letter| letter == typed)).then_some(2)
    }

    /// Adds something, if it fits to what was typed. Gives it, for what is special about it.
    pub(crate) fn push(
        &mut self,
        kind: CompletionKind,
        label: &str,
        text: String,
        filter: &str,
    ) -> Option<&mut Completion> {
        let fit = self.fit(filter)?;
        let item = Completion {
            label: label.to_owned(),
            kind,
            span: self.span,
            text,
            snippet: None,
            filter: filter.to_owned(),
            detail: String::new(),
            about: None,
        };
        self.items.push((fit, item));
        self.items.last_mut().map(|(_, item)| item)
    }

    /// Others may fit when more is typed.
    pub(crate) fn changes(&mut self) {
        self.is_incomplete = true;
    }

    /// The best, with a blank before each where one is missing. Of those that fit equally well, the first stays first.
    pub(crate) fn finish(mut self, needs_blank: bool) -> Completions {
        self.items.sort_by_key(|(fit, _)| *fit);
        self.is_incomplete |= self.items.len() > MOST;
        self.items.truncate(MOST);
        let mut items: Vec<Completion> = self.items.into_iter().map(|(_, item)| item).collect();
        if needs_blank {
            for item in &mut items {
                item.text.insert(0, ' ');
                item.snippet.iter_mut().for_each(|snippet| snippet.insert(0, ' '));
            }
        }
        Completions { items, is_incomplete: self.is_incomplete }
    }
}

impl Completion {
    /// Says a few words about it.
    pub(crate) fn detail(&mut self, detail: impl Into<String>) -> &mut Self {
        self.detail = detail.into();
        self
    }

    /// There is more to be said.
    pub(crate) fn about(&mut self, about: About) {
        self.about = Some(about);
    }
}
