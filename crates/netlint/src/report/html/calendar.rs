//! A year of contacts, a square for each day, and the same as a table.

use journal::Day;
use maud::{Markup, html};
use messages::say;

use super::Shown;
use crate::report::ago::date;

/// The side of a day's square with the gap beside it.
const STEP: usize = 12;
/// Where the squares begin, below the names of the months.
const TOP: usize = 16;
/// The year in two parts, which stand below each other on a narrow screen.
const WEEKS: usize = 27;

impl Shown<'_> {
    pub(super) fn calendar(&self) -> Markup {
        let (messages, days) = (self.messages, self.page.days);
        let busy: Vec<&(Day, usize)> = days.iter().filter(|(_, contacts)| *contacts > 0).collect();
        let contacts: usize = busy.iter().map(|(_, contacts)| contacts).sum();
        html! {
            p { (say!(messages, "report-calendar-sum", contacts, count = busy.len())) }
            div.year {
                @for (number, part) in days.chunks(WEEKS * 7).enumerate() { (self.half(number, part)) }
            }
            p.legend aria-hidden="true" {
                @for (level, words) in ["0", "1", "2-3", "4+"].into_iter().enumerate() {
                    svg viewBox="0 0 10 10" { rect class={ "q" (level) } width="10" height="10" rx="2" {} }
                    span { (words) }
                }
            }
            @if !busy.is_empty() {
                details {
                    summary { (say!(messages, "report-table")) }
                    table {
                        thead { tr { th scope="col" { (say!(messages, "list-date")) }
                                     th scope="col" { (say!(messages, "report-contacts")) } } }
                        tbody {
                            @for (day, contacts) in busy.iter().rev() {
                                tr { th scope="row" { time datetime=(day) { (date(*day, messages)) } } td { (contacts) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn half(&self, number: usize, days: &[(Day, usize)]) -> Markup {
        let messages = self.messages;
        let [Some((first, _)), Some((last, _))] = [days.first(), days.last()] else { return Markup::default() };
        let title = say!(messages, "report-calendar-part", first = *first, last = *last);
        let id = format!("year-{number}");
        let months: Vec<(usize, u32)> = days
            .iter()
            .enumerate()
            .filter_map(|(at, (day, _))| {
                let (_, month, day) = day.ymd();
                (day == 1).then_some((at / 7, month))
            })
            .collect();
        html! {
            svg role="img" aria-labelledby=(id) viewBox={ "0 0 " (WEEKS * STEP) " " (TOP + 7 * STEP) } {
                title id=(id) { (title) }
                // A name at the edge would be cut off.
                @for (week, month) in months.into_iter().filter(|(week, _)| *week + 2 < WEEKS) {
                    text x=(week * STEP) y="11" { (say!(messages, "stats-month", month)) }
                }
                @for (at, (day, contacts)) in days.iter().enumerate() {
                    rect class={ "q" (level(*contacts)) } x=(at / 7 * STEP) y=(TOP + at % 7 * STEP) width="10" height="10" rx="2" {
                        title { (say!(messages, "report-day", day = *day, contacts = *contacts)) }
                    }
                }
            }
        }
    }
}

/// How dark a day is.
const fn level(contacts: usize) -> usize {
    match contacts {
        0 => 0,
        1 => 1,
        2 | 3 => 2,
        _ => 3,
    }
}
