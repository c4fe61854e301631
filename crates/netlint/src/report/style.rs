//! Colors. The streams leave them out where they do not belong.

use annotate_snippets::renderer::{AnsiColor, Effects, Style};
use check::Level;

fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Bold.
pub(crate) fn bold(text: &str) -> String {
    paint(Style::new().effects(Effects::BOLD), text)
}

/// Faint.
pub(crate) fn dim(text: &str) -> String {
    paint(Style::new().effects(Effects::DIMMED), text)
}

/// As a bar of a chart.
pub(crate) fn bar(text: &str) -> String {
    paint(AnsiColor::Cyan.on_default(), text)
}

/// As what is new.
pub(crate) fn added(text: &str) -> String {
    paint(AnsiColor::Green.on_default(), text)
}

/// As what goes.
pub(crate) fn removed(text: &str) -> String {
    paint(AnsiColor::Red.on_default(), text)
}

/// In the color of a level.
pub(crate) fn level(level: Level, text: &str) -> String {
    let color = match level {
        Level::Error => AnsiColor::BrightRed,
        Level::Warning => AnsiColor::Yellow,
        Level::Info => AnsiColor::BrightBlue,
    };
    paint(Style::new().fg_color(Some(color.into())).effects(Effects::BOLD), text)
}

/// A text from a journal without what could steer a terminal: control characters and those that turn the direction
/// of writing are shown, not obeyed.
pub(crate) fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        let turns =
            matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}');
        if c.is_control() || turns {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}
