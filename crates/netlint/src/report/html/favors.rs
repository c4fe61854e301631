//! What was received, given, and not given back yet.

use insight::{Face, told};
use maud::{Markup, html};
use messages::say;

use super::{Shown, shortened};

/// So many open favors of one person are told.
const MOST: usize = 5;
/// Of each at most so many letters.
const LONGEST: usize = 120;

impl Shown<'_> {
    pub(super) fn favors(&self) -> Markup {
        let messages = self.messages;
        let insight::Balance { received, given, open } = self.page.stats.favors;
        let mut faces: Vec<&Face> = self.page.faces.iter().filter(|face| has_favors(face)).collect();
        // Where something is open comes first; people of the same number stay in order of their names.
        faces.sort_by_key(|face| std::cmp::Reverse(face.standing.open_favors()));
        html! {
            p { (say!(messages, "stats-balance", received, given, open)) }
            @if !faces.is_empty() {
                table.ledger {
                    thead { tr {
                        th scope="col" { (say!(messages, "list-person")) }
                        th scope="col" { (say!(messages, "report-received")) }
                        th scope="col" { (say!(messages, "report-given")) }
                        th scope="col" { (say!(messages, "report-open")) }
                    } }
                    tbody { @for face in faces { (self.ledger(face)) } }
                }
            }
        }
    }

    fn ledger(&self, face: &Face) -> Markup {
        let standing = &face.standing;
        let open: Vec<_> = standing.favors.received.iter().filter(|(_, _, returned)| returned.is_none()).collect();
        let more = open.len().saturating_sub(MOST);
        html! {
            tr {
                th scope="row" { (self.link(standing.person)) }
                td { (standing.favors.received.len()) }
                td { (standing.favors.given) }
                td {
                    @if open.is_empty() { "–" }
                    @for (day, id, _) in &open[more..] {
                        div { (self.when(*day)) ": " bdi { (shortened(&told(self.network, *id), LONGEST)) } }
                    }
                    @if more > 0 { div { (say!(self.messages, "report-more", count = more)) } }
                }
            }
        }
    }
}

fn has_favors(face: &Face) -> bool {
    face.standing.favors.given > 0 || !face.standing.favors.received.is_empty()
}
