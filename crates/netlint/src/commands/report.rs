//! `netlint report`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use insight::{Agenda, Lineage, Stats, by_day, faces};

use crate::args::{Global, ReportArgs};
use crate::commands::reading::Reading;
use crate::report::html::{self, Page};

/// The days that the agenda looks ahead, as those of `netlint next`.
const DAYS: u16 = 7;

pub(crate) fn run(args: &ReportArgs, global: &Global) -> Result<ExitCode> {
    let reading = Reading::of(&args.paths, global)?;
    let path = &args.html;
    if is_journal(&reading, path) {
        bail!("{}: is a file of the journal; name another one for the page", path.display());
    }
    let (network, settings, today) = (reading.network(), reading.settings(), reading.today);
    let page = Page {
        reading: &reading,
        agenda: &Agenda::of(network, settings, reading.levels(), today, DAYS),
        days: &by_day(network, today),
        stats: &Stats::of(network, settings, today),
        lineage: &Lineage::of(network, settings, today),
        faces: &faces(network, settings, today),
    };
    let text = html::text(&page);
    if path == Path::new("-") {
        let mut out = std::io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()?;
    } else {
        session::replace(path, text.as_bytes()).with_context(|| format!("{}: cannot be written", path.display()))?;
    }
    Ok(reading.exit_code(ExitCode::SUCCESS))
}

/// Whether the page would take the place of a file of the journal.
fn is_journal(reading: &Reading, path: &Path) -> bool {
    let Ok(path) = path.canonicalize() else { return false };
    let files = reading.network().files.iter();
    files.map(|file| reading.root.join(&file.path)).any(|file| file.canonicalize().is_ok_and(|file| file == path))
}
