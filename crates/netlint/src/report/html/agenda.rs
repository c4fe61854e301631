//! Whom to contact, as `netlint next` says it.

use insight::agenda::Item;
use maud::{Markup, html};
use messages::say;

use super::Shown;
use crate::report::next::View;
use crate::report::next::html::why;
use crate::report::places::Places;

/// So many people are a good week; the others are there for whoever wants more.
const MOST: usize = 7;

impl Shown<'_> {
    pub(super) fn agenda(&self) -> Markup {
        let (agenda, reading, messages) = (self.page.agenda, self.page.reading, self.messages);
        let view = View {
            network: self.network,
            agenda,
            root: &reading.root,
            messages,
            language: messages.language(),
            most: MOST,
            is_quiet: true,
        };
        let mut places = Places::new(self.network);
        let until = agenda.until;
        let rest = &agenda.people[view.shown().len()..];
        html! {
            p {
                @if agenda.people.is_empty() { (say!(messages, "next-none", until)) }
                @else { (say!(messages, "next-head", until)) }
            }
            @if let Some(idle) = view.idle() { p { (idle) } }
            div.agenda { @for item in view.shown() { (self.item(&view, item, &mut places)) } }
            @if !rest.is_empty() {
                details {
                    summary { (say!(messages, "report-more-people", count = rest.len())) }
                    div.agenda { @for item in rest { (self.item(&view, item, &mut places)) } }
                }
            }
        }
    }

    fn item(&self, view: &View<'_>, item: &Item, places: &mut Places<'_>) -> Markup {
        let (reasons, more) = view.reasons(item);
        let person = item.standing.person;
        html! {
            article {
                h3 { (self.link(person)) " " small { bdi { (self.at(person)) } } }
                dl { @for reason in reasons { (why(view, reason, places)) } }
                @if more > 0 { p { small { (say!(self.messages, "next-more", count = more)) } } }
                @if let Some(opener) = view.opener(item) { blockquote { p { bdi { (opener) } } } }
            }
        }
    }
}
