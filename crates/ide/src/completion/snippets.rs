//! Beginnings of something new.

use messages::say;

use super::CompletionKind;
use super::list::List;
use crate::{Ide, texts};

/// A person, and a day.
pub(crate) fn beginnings(ide: &Ide<'_>, list: &mut List) {
    let messages = texts::within(ide.settings.language);
    let label = say!(messages, "complete-person");
    let name = say!(messages, "complete-name");
    if let Some(item) = list.push(CompletionKind::Snippet, &label, "## ".to_owned(), &label) {
        item.snippet = Some(format!("## ${{1:{name}}} @${{2:handle}}\n- $0"));
        item.detail(format!("## {name} @handle"));
    }
    let label = say!(messages, "complete-day");
    let heading = format!("## {}", ide.today);
    if let Some(item) = list.push(CompletionKind::Snippet, &label, format!("{heading}\n- "), &label) {
        item.snippet = Some(format!("{heading}\n- $0"));
        item.detail(heading);
    }
}

/// The box of a plan.
pub(crate) fn plan(ide: &Ide<'_>, list: &mut List) {
    let detail = say!(texts::within(ide.settings.language), "complete-plan");
    if let Some(item) = list.push(CompletionKind::Snippet, "[ ]", "[ ] ".to_owned(), "[ ]") {
        item.detail(detail);
    }
}
