//! `netlint check`.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use anyhow::{Context, Result};
use check::{Diagnostic, Level, Report, Selector};
use session::Config;

use crate::args::{CheckArgs, Format, Global};
use crate::clock;
use crate::commands::open::{Opened, open};
use crate::report::{self, View};
use crate::texts;

pub(crate) fn run(args: &CheckArgs, global: &Global) -> Result<ExitCode> {
    let opened = open(args, global, |config| select(config, args))?;
    for file in &opened.unreadable {
        _ = writeln!(io::stderr(), "netlint: {}: cannot be read: {}", file.location.display(), file.message);
    }
    if global.verbose {
        said(&opened);
    }
    let today = global.today.unwrap_or_else(clock::today);
    let mut report = opened.snapshot.check(today);
    let network = &opened.snapshot.network;
    report.diagnostics.retain(|it| opened.is_asked(&network.file(it.finding.place.file).path));

    let view = View {
        network,
        report: &report,
        today,
        messages: texts::within(opened.snapshot.config.settings.language),
        root: &opened.root,
        min_level: args.min_level.level(),
        is_quiet: global.quiet,
    };
    write(args, &view)?;
    let fail_on = args.fail_on.map_or(opened.snapshot.config.fail_on, crate::args::FailOn::level);
    Ok(exit_code(&report, fail_on, !opened.unreadable.is_empty()))
}

/// What the command line says about rules comes after what the configuration says.
fn select(config: &mut Config, args: &CheckArgs) {
    if !args.select.is_empty() {
        config.levels.select(&args.select);
        let single: Vec<Selector> = args.select.iter().copied().filter(|it| matches!(it, Selector::Rule(_))).collect();
        config.levels.extend(&single);
    }
    config.levels.extend(&args.extend_select);
    config.levels.ignore(&args.ignore);
}

fn write(args: &CheckArgs, view: &View<'_>) -> Result<()> {
    let Some(path) = &args.output_file else {
        let mut out = BufWriter::new(anstream::stdout().lock());
        write_to(args.format, view, &mut out)?;
        return Ok(out.flush()?);
    };
    let cannot = || format!("{}: cannot be written", path.display());
    let file = File::create(path).with_context(cannot)?;
    let mut out = BufWriter::new(anstream::StripStream::new(file));
    write_to(args.format, view, &mut out)?;
    out.flush().with_context(cannot)
}

fn write_to(format: Format, view: &View<'_>, out: &mut impl Write) -> Result<()> {
    match format {
        Format::Text => report::text::write(view, out),
        Format::Compact => report::compact::write(view, out),
        Format::Json => report::json::write(view, out),
    }
}

fn exit_code(report: &Report, fail_on: Option<Level>, has_unreadable: bool) -> ExitCode {
    let fails = |it: &Diagnostic| fail_on.is_some_and(|fail_on| it.level >= fail_on);
    match (has_unreadable, report.diagnostics.iter().any(fails)) {
        (true, _) => ExitCode::from(2),
        (false, true) => ExitCode::FAILURE,
        (false, false) => ExitCode::SUCCESS,
    }
}

/// What `--verbose` tells: where everything comes from.
fn said(opened: &Opened) {
    let mut err = io::stderr().lock();
    let config = opened.snapshot.config.path.as_ref();
    _ = match config {
        Some(path) => writeln!(err, "configuration: {}", path.display()),
        None => writeln!(err, "configuration: none, the defaults are in force"),
    };
    for file in &opened.snapshot.network.files {
        _ = writeln!(err, "read: {}", file.path);
    }
}
