//! Who may be meant, where nobody or several people are called so.

use std::io::Write;

use anyhow::Result;
use insight::Meant;
use journal::PersonId;
use messages::say;

use crate::commands::reading::Reading;
use crate::report::places::Places;
use crate::report::style::printable;
use crate::report::table::Columns;

pub(crate) fn write(reading: &Reading, words: &str, meant: &Meant, out: &mut impl Write) -> Result<()> {
    let (messages, words) = (reading.messages, printable(words));
    let ids = match meant {
        Meant::One(_) => return Ok(()),
        Meant::Several(ids) => {
            writeln!(out, "{}", say!(messages, "show-several", words, count = ids.len()))?;
            ids
        }
        Meant::Nobody(near) if near.is_empty() => {
            writeln!(out, "{}", say!(messages, "show-nobody", words))?;
            near
        }
        Meant::Nobody(near) => {
            writeln!(out, "{}", say!(messages, "show-nobody-near", words))?;
            near
        }
    };
    people(reading, ids, out)?;
    writeln!(out)?;
    reading.end(out)
}

fn people(reading: &Reading, ids: &[PersonId], out: &mut impl Write) -> Result<()> {
    let network = reading.network();
    let mut places = Places::new(network);
    let mut columns = Columns::wrapped(1);
    for id in ids {
        let person = network.person(*id);
        let (start, _) = places.both(person.place);
        let path = reading.shown_path(&network.file(person.place.file).path);
        let place = printable(&format!("{path}:{}", start.line));
        columns.push([printable(&format!("@{}", person.handle)), printable(&person.name), place]);
    }
    if !ids.is_empty() {
        columns.write(out)?;
    }
    Ok(())
}
