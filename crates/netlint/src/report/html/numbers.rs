//! Channels beside those of the study, and circles beside their sizes.

use insight::CHANNELS;
use maud::{Markup, html};
use messages::say;

use super::{Shown, bar};
use crate::report::stats::{channel, percent};
use crate::report::style::printable;

impl Shown<'_> {
    pub(super) fn channels(&self) -> Markup {
        let (messages, stats) = (self.messages, self.page.stats);
        let all: usize = stats.channels.iter().sum();
        html! {
            p { (say!(messages, "stats-channels", contacts = all)) }
            table.bars {
                thead { tr {
                    th scope="col" { (say!(messages, "report-channel")) }
                    th scope="col" { (say!(messages, "report-here")) }
                    th scope="col" { (say!(messages, "report-study")) }
                } }
                tbody {
                    @for ((class, study), contacts) in CHANNELS.into_iter().zip(stats.channels) {
                        @let share = percent(contacts, all);
                        tr {
                            th scope="row" { (channel(class, messages)) }
                            td { (bar(share, "own")) (share) " %" }
                            td { @if let Some(study) = study { (bar(study.into(), "study")) (study) " %" } @else { "–" } }
                        }
                    }
                }
            }
            @if stats.without_channel > 0 {
                p { (say!(messages, "stats-without-channel", count = stats.without_channel)) }
            }
        }
    }

    pub(super) fn circles(&self) -> Markup {
        let (messages, stats) = (self.messages, self.page.stats);
        let (two_way, active) = (stats.two_way, stats.active);
        html! {
            table.bars {
                thead { tr {
                    th scope="col" { (say!(messages, "list-circle")) }
                    th scope="col" { (say!(messages, "report-people")) }
                } }
                tbody {
                    @for (circle, people) in self.page.reading.settings().circles.iter().zip(&stats.circles) {
                        tr {
                            th scope="row" { bdi { (printable(&circle.name)) } }
                            td {
                                @if circle.size == u32::MAX { (people) }
                                @else {
                                    @let share = percent(*people, circle.size as usize);
                                    (bar(share, if share > 100 { "over" } else { "own" }))
                                    (say!(messages, "stats-circle", people = *people, size = circle.size))
                                }
                            }
                        }
                    }
                }
            }
            p { (say!(messages, "stats-two-way", two_way, active, percent = percent(two_way, active))) }
        }
    }
}
