//! Keys of fields and their values.

use journal::{KEYS, PersonId, names};

use super::list::List;
use super::place::Here;
use super::{About, CompletionKind, ids, rules};
use crate::Ide;

/// Cadences that people choose.
const CADENCES: [&str; 9] =
    ["weekly", "2 weeks", "3 weeks", "monthly", "6 weeks", "quarterly", "6 months", "yearly", "never"];

/// So long pauses are offered, in days.
const PAUSES: [i32; 4] = [14, 30, 90, 180];

/// The keys that a person has not used up.
pub(crate) fn keys(ide: &Ide<'_>, here: &Here, list: &mut List) {
    let is_taken = |key: &str, id: PersonId| ide.network.person(id).has(key);
    let known = KEYS.iter().filter(|key| key.repeats || !here.person.is_some_and(|id| is_taken(key.name, id)));
    let own = ide.settings.fields.iter().map(String::as_str);
    for key in known.map(|key| key.name).chain(own) {
        if let Some(item) = list.push(CompletionKind::Key, key, format!("{key}: "), key) {
            item.detail(ide.meaning_of(key)).about(About::Key(key.to_owned()));
        }
    }
}

/// The values that a key can have.
pub(crate) fn values(ide: &Ide<'_>, key: &str, here: &Here, list: &mut List) {
    let push =
        |list: &mut List, value: &str| list.push(CompletionKind::Value, value, value.to_owned(), value).is_some();
    match key {
        "circle" => {
            for circle in &ide.settings.circles {
                let item = list.push(CompletionKind::Value, &circle.name, circle.name.clone(), &circle.name);
                if let (Some(item), Some(every)) = (item, circle.every) {
                    item.detail(check::every(every, ide.settings.language));
                }
            }
        }
        "kind" => ["professional", "friend", "family"].iter().for_each(|it| _ = push(list, it)),
        "status" => ["active", "dormant", "ended"].iter().for_each(|it| _ = push(list, it)),
        "every" => CADENCES.iter().for_each(|it| _ = push(list, it)),
        "pause" => {
            for days in PAUSES {
                let until = format!("until {}", ide.today + days);
                push(list, &until);
            }
        }
        "met" => super::dates::days(ide, here, " ", list),
        "tags" => {
            for (tag, _) in ids::counted(ide, None) {
                let is_typed = tag == names::folded(&here.typed);
                if !is_typed {
                    push(list, &tag);
                }
            }
        }
        "ignore" => rules::names(list),
        _ => {}
    }
}
