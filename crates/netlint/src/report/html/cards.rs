//! A card for each person. Search and order are the script's; without it, everybody is there by name.

use insight::{Face, field, told};
use maud::{Markup, html};
use messages::say;

use super::{Shown, shortened};
use crate::report::show::card;
use crate::report::style::printable;

/// Of a note at most so many letters.
const LONGEST: usize = 160;

impl Shown<'_> {
    pub(super) fn cards(&self) -> Markup {
        let (messages, faces) = (self.messages, self.page.faces);
        let all = faces.len();
        html! {
            // Shown by the script, since it does nothing without.
            div #find role="search" hidden {
                label { (say!(messages, "report-search")) " " input #words type="search" autocomplete="off"; }
                label {
                    (say!(messages, "report-sort")) " "
                    select #order {
                        option value="name" { (say!(messages, "report-by-name")) }
                        option value="last" { (say!(messages, "report-by-last")) }
                        option value="due" { (say!(messages, "report-by-due")) }
                        option value="balance" { (say!(messages, "report-by-balance")) }
                    }
                }
                output #found data-words=(say!(messages, "report-found", shown = "#", all)) {}
            }
            @if faces.is_empty() { p { (say!(messages, "report-nobody")) } }
            div #cards { @for (number, face) in faces.iter().enumerate() { (self.face(number, face)) } }
        }
    }

    fn face(&self, number: usize, face: &Face) -> Markup {
        let (reading, standing) = (self.page.reading, &face.standing);
        let id = standing.person;
        let place = ["role", "org", "city"].into_iter().filter_map(|key| field(self.network, id, key));
        let place: Vec<String> = place.map(printable).collect();
        let lines = [card::due(reading, standing), card::birthday(reading, face.birthday)];
        html! {
            article id={ "p" (number) }
                data-last=[standing.last.map(|last| last.day)]
                data-due=[standing.due]
                data-balance=(standing.balance())
            {
                h3 { (self.link(id)) " " small { bdi { (self.at(id)) } } }
                @if !place.is_empty() { p { bdi { (place.join(", ")) } } }
                p { small { (card::kind(reading, id)) } }
                p { (card::last(reading, standing)) }
                @for line in lines.into_iter().flatten() { p { (line) } }
                @if !standing.favors.received.is_empty() || standing.favors.given > 0 { p { (self.balance(face)) } }
                @if let Some(url) = field(self.network, id, "url") { p { (link(url)) } }
                @if !face.notes.is_empty() {
                    ul { @for (day, entry) in &face.notes {
                        li { (self.when(*day)) ": " bdi { (shortened(&told(self.network, *entry), LONGEST)) } }
                    } }
                }
            }
        }
    }

    fn balance(&self, face: &Face) -> String {
        let standing = &face.standing;
        let (received, given) = (standing.favors.received.len(), standing.favors.given);
        say!(self.messages, "show-favors", received, given, open = standing.open_favors())
    }
}

/// An address that leads to the web; any other is a text, since a click may run it.
fn link(url: &str) -> Markup {
    let is_web = ["https://", "http://"]
        .iter()
        .any(|start| url.get(..start.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(start)));
    let is_plain = !url.contains(|c: char| c.is_whitespace() || c.is_control());
    html! {
        @if is_web && is_plain { a href=(url) rel="noopener noreferrer" { bdi { (printable(url)) } } }
        @else { bdi { (printable(url)) } }
    }
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn only_what_leads_to_the_web_is_a_link() {
        for url in ["https://example.org/a?b=1", "HTTP://example.org"] {
            assert!(link(url).into_string().starts_with("<a href="), "{url}");
        }
        for url in ["javascript:alert(1)", "data:text/html,x", "//example.org", "https:x", "https://a b", "é", ""] {
            assert!(!link(url).into_string().contains("<a"), "{url}");
        }
    }
}
