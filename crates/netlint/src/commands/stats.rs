//! `netlint stats`.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use anyhow::Result;
use insight::Stats;

use crate::args::{Global, ListFormat, StatsArgs};
use crate::commands::reading::Reading;
use crate::report;

pub(crate) fn run(args: &StatsArgs, global: &Global) -> Result<ExitCode> {
    let reading = Reading::of(&args.paths, global)?;
    let stats = Stats::of(reading.network(), reading.settings(), reading.today);
    let mut out = BufWriter::new(anstream::stdout().lock());
    match args.format {
        ListFormat::Text => report::stats::write(&reading, &stats, &mut out)?,
        ListFormat::Json => report::stats::json::write(&reading, &stats, &mut out)?,
    }
    out.flush()?;
    Ok(reading.exit_code(ExitCode::SUCCESS))
}
