//! Desktop notifications of what appeared.
//!
//! Screens are seen by others, and locked ones show notifications too: so neither names nor notes, only the rules and
//! how often each speaks.

use std::sync::mpsc::{Sender, channel};
use std::thread;

use check::Level;
use messages::say;
use notify_rust::Notification;

use super::show::{self, Told};
use super::{Event, journal};

/// Of more rules than these it is said how many more there are.
const MOST: usize = 3;

/// Shows notifications, one after the other, so that nobody has to wait for a slow service.
pub(super) struct Desktop(Sender<(String, String)>);

impl Desktop {
    pub(super) fn new() -> Self {
        let (sender, texts) = channel::<(String, String)>();
        thread::spawn(move || {
            let mut has_failed = false;
            for (summary, body) in texts {
                let shown = Notification::new().appname("netlint").summary(&summary).body(&body).show();
                if let (Err(error), false) = (shown, has_failed) {
                    journal::warn(&format!("no notification can be shown: {error}"));
                    has_failed = true;
                }
            }
        });
        Self(sender)
    }

    /// At most one notification for a check: none at the beginning, and none where nothing appeared.
    pub(super) fn show(&self, told: &Told<'_>, from: Level) {
        let counts = show::counts(&told.difference.appeared, from);
        if told.event == Event::Start || counts.is_empty() {
            return;
        }
        let messages = show::messages(told.now);
        let count: usize = counts.iter().map(|(_, count)| count).sum();
        let language = told.now.snapshot.config.settings.language;
        let line = |(rule, count): &(&'static check::Rule, usize)| match count {
            1 => rule.title(language),
            _ => format!("{} ({count})", rule.title(language)),
        };
        let mut lines: Vec<String> = counts.iter().take(MOST).map(line).collect();
        if counts.len() > MOST {
            lines.push(say!(messages, "watch-notify-more", count = counts.len() - MOST));
        }
        // The thread ends with the process only.
        _ = self.0.send((say!(messages, "watch-notify", count), lines.join("\n")));
    }
}
