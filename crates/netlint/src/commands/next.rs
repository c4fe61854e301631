//! `netlint next`.

use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use insight::Agenda;
use journal::Day;
use session::Snapshot;

use crate::args::{AgendaFormat, Global, NextArgs};
use crate::commands::reading::Reading;
use crate::report::next::{self, View};
use crate::texts;

/// So many people are a good week.
const MOST: usize = 7;
/// So many are named below a check.
const FEW: usize = 3;
/// The days that are looked at unless the command line says otherwise.
const DAYS: u16 = 7;

pub(crate) fn run(args: &NextArgs, global: &Global) -> Result<ExitCode> {
    let reading = Reading::of(&args.paths, global)?;
    let (snapshot, root) = (&reading.snapshot, &reading.root);
    let agenda = agenda(snapshot, reading.today, args.days);
    let most = if args.all { usize::MAX } else { MOST };
    let view = View { is_quiet: global.quiet, ..view(snapshot, &agenda, root, most) };
    if let Some(path) = &args.output {
        let mut out = anstream::StripStream::new(Vec::new());
        write(args.format, &view, &mut out)?;
        let cannot = || format!("{}: cannot be written", path.display());
        session::replace(path, &out.into_inner()).with_context(cannot)?;
    } else {
        let mut out = BufWriter::new(anstream::stdout().lock());
        write(args.format, &view, &mut out)?;
        out.flush()?;
    }
    Ok(reading.exit_code(ExitCode::SUCCESS))
}

/// The first of the agenda, below a check.
pub(crate) fn few(snapshot: &Snapshot, root: &Path, today: Day) -> Result<()> {
    let agenda = agenda(snapshot, today, DAYS);
    let mut out = BufWriter::new(anstream::stdout().lock());
    next::text::write_few(&view(snapshot, &agenda, root, FEW), &mut out)?;
    out.flush()?;
    Ok(())
}

fn agenda(snapshot: &Snapshot, today: Day, days: u16) -> Agenda {
    Agenda::of(&snapshot.network, &snapshot.config.settings, &snapshot.config.levels, today, days)
}

fn view<'a>(snapshot: &'a Snapshot, agenda: &'a Agenda, root: &'a Path, most: usize) -> View<'a> {
    let language = snapshot.config.settings.language;
    let messages = texts::within(language);
    View { network: &snapshot.network, agenda, root, messages, language, most, is_quiet: false }
}

fn write(format: AgendaFormat, view: &View<'_>, out: &mut impl Write) -> Result<()> {
    match format {
        AgendaFormat::Text => next::text::write(view, out),
        AgendaFormat::Json => next::json::write(view, out),
        AgendaFormat::Ics => next::calendar::write(view, out),
        AgendaFormat::Html => next::html::write(view, out),
    }
}
