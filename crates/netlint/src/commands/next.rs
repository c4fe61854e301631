//! `netlint next`.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use insight::Agenda;
use journal::Day;
use session::Snapshot;

use crate::args::{AgendaFormat, Global, NextArgs};
use crate::clock;
use crate::commands::check::said;
use crate::commands::open::{Asked, Opened, open};
use crate::report::next::{self, View};
use crate::texts;

/// So many people are a good week.
const MOST: usize = 7;
/// So many are named below a check.
const FEW: usize = 3;
/// The days that are looked at unless the command line says otherwise.
const DAYS: u16 = 7;

pub(crate) fn run(args: &NextArgs, global: &Global) -> Result<ExitCode> {
    let Opened { root, session, unreadable, .. } =
        open(&Asked { paths: &args.paths, ..Asked::default() }, global, |_| {})?;
    for file in &unreadable {
        _ = writeln!(io::stderr(), "netlint: {}: cannot be read: {}", file.location.display(), file.message);
    }
    let today = global.today.unwrap_or_else(clock::today);
    let snapshot = session.into_snapshot();
    if global.verbose {
        said(&snapshot);
    }
    let agenda = agenda(&snapshot, today, args.days);
    let most = if args.all { usize::MAX } else { MOST };
    let view = View { is_quiet: global.quiet, ..view(&snapshot, &agenda, &root, most) };
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
    Ok(if unreadable.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) })
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
