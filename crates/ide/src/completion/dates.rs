//! Days: the last ones, and the one that was typed in words.

use journal::{Day, Reader, Span};

use super::CompletionKind;
use super::list::List;
use super::place::Here;
use crate::when::{relative, weekday};
use crate::{Ide, texts};

/// So many days are offered, back from today.
const DAYS: i32 = 7;

/// Days, each with `end` behind it.
pub(crate) fn days(ide: &Ide<'_>, here: &Here, end: &str, list: &mut List) {
    let messages = texts::within(ide.settings.language);
    let typed = here.typed.trim();
    // What fits depends on what is typed, so the editor has to ask again.
    list.changes();
    let mut push = |day: Day, filter: &str, detail: String| {
        let label = day.to_string();
        if let Some(item) = list.push(CompletionKind::Date, &label, format!("{label}{end}"), filter) {
            item.detail(detail);
        }
    };
    let spoken = Reader::default().spoken_day(typed, Span::new(0, typed.len() as u32));
    let said = spoken.filter(|said| said.span.len() as usize == typed.len());
    let said = said.and_then(|said| Day::spoken(said.day, ide.today));
    if let Some(day) = said {
        push(day, typed, format!("{}, {}", weekday(day, messages), relative(day, ide.today, messages)));
    }
    let is_number = typed.starts_with(|c: char| c.is_ascii_digit());
    for ago in 0..DAYS {
        let day = ide.today + -ago;
        if Some(day) == said {
            continue;
        }
        let word = if ago < 2 { relative(day, ide.today, messages) } else { weekday(day, messages) };
        let detail = if ago < 2 { format!("{word}, {}", weekday(day, messages)) } else { word.clone() };
        let filter = if is_number { day.to_string() } else { word };
        push(day, &filter, detail);
    }
}
