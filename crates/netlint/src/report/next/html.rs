//! The agenda as one page that needs nothing else: no script, no network. Whatever a journal holds is escaped.

use std::io::Write;

use anyhow::Result;
use insight::agenda::{Item, Reason};
use maud::{Markup, html};
use messages::say;

use super::{View, label, line};
use crate::report::frame::Frame;
use crate::report::places::Places;
use crate::report::summary;

const STYLE: &str = include_str!("style.css");

pub(crate) fn write(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    writeln!(out, "{}", page(view).into_string())?;
    Ok(())
}

fn page(view: &View<'_>) -> Markup {
    let messages = view.messages;
    let until = view.agenda.until;
    let is_empty = view.agenda.people.is_empty();
    let title = if is_empty { say!(messages, "next-none", until) } else { say!(messages, "next-head", until) };
    let mut places = Places::new(view.network);
    let body = html! {
        main {
            h1 { (title) }
            @for item in view.shown() { (person(view, item, &mut places)) }
            @if view.more() > 0 { p { (say!(messages, "next-more", count = view.more())) } }
            @if let Some(idle) = view.idle() { p { (idle) } }
        }
        footer { (summary::read(view.network, view.agenda.today, messages)) }
    };
    Frame { language: view.language, title: &title, style: STYLE, script: None }.around(&body)
}

fn person(view: &View<'_>, item: &Item, places: &mut Places<'_>) -> Markup {
    let (name, handle) = view.name(item.standing.person);
    let (reasons, more) = view.reasons(item);
    html! {
        section {
            h2 { bdi { (name) } " " small { (handle) } }
            dl { @for reason in reasons { (why(view, reason, places)) } }
            @if more > 0 { p { small { (say!(view.messages, "next-more", count = more)) } } }
            @if let Some(opener) = view.opener(item) { blockquote { p { bdi { (opener) } } } }
        }
    }
}

pub(in crate::report) fn why(view: &View<'_>, reason: &Reason, places: &mut Places<'_>) -> Markup {
    html! {
        dt { (label(reason.kind, view.messages)) }
        dd {
            (view.sentence(reason))
            @if let Some(entry) = &reason.entry { br; code { (line(entry)) } }
            @else if let Some(step) = view.step(reason, places) { br; small { (step) } }
        }
    }
}
