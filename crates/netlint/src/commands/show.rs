//! `netlint show`.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use anyhow::Result;
use insight::{Card, Meant};

use crate::args::{Global, ListFormat, ShowArgs};
use crate::commands::reading::Reading;
use crate::report;

pub(crate) fn run(args: &ShowArgs, global: &Global) -> Result<ExitCode> {
    let reading = Reading::of(&[], global)?;
    let words = args.words();
    let meant = insight::find(reading.network(), &words);
    let mut out = BufWriter::new(anstream::stdout().lock());
    let code = if let Meant::One(id) = meant {
        let card = Card::of(reading.network(), reading.settings(), id, reading.today);
        match args.format {
            ListFormat::Text => report::show::write(&reading, &card, args.all, &mut out)?,
            ListFormat::Json => report::show::json::write(&reading, &card, &mut out)?,
        }
        ExitCode::SUCCESS
    } else {
        match args.format {
            ListFormat::Text => report::show::matches::write(&reading, &words, &meant, &mut out)?,
            ListFormat::Json => report::show::json::write_matches(&reading, &meant, &mut out)?,
        }
        ExitCode::FAILURE
    };
    out.flush()?;
    Ok(reading.exit_code(code))
}
