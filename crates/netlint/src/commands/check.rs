//! `netlint check`.

mod baseline;
pub(super) mod fix;
mod ignore;
mod scope;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use check::{Diagnostic, Report};
use journal::Day;
use session::{Config, Snapshot};

use crate::args::{CheckArgs, FailOn, Format, Global};
use crate::clock;
use crate::commands::next;
use crate::commands::open::{Opened, open};
use crate::commands::staged::{self, Staged};
use crate::report::{self, Known, LeftOut, Mended, View};
use crate::texts;
use scope::Scope;

pub(crate) fn run(args: &CheckArgs, global: &Global) -> Result<ExitCode> {
    let (opened, staged) = if args.git.staged {
        let Staged { opened, mut paths } = staged::open(&args.asked(), global, |config| select(config, args))?;
        paths.retain(|path| opened.targets.contain(path));
        (opened, Some(paths))
    } else {
        (open(&args.asked(), global, |config| select(config, args))?, None)
    };
    for file in &opened.unreadable {
        _ = writeln!(io::stderr(), "netlint: {}: cannot be read: {}", file.location.display(), file.message);
    }
    let today = global.today.unwrap_or_else(clock::today);
    if let Some(reason) = &args.add_ignore {
        return ignore::run(args, reason, opened, today);
    }
    if args.fix || args.unsafe_fixes || args.diff {
        return fix::run(args, global, opened, today);
    }
    let Opened { root, session, targets, stdin, unreadable } = opened;
    if args.git.since.is_some() && stdin.is_some() {
        bail!("--since compares files; name one instead of `-`");
    }
    let snapshot = session.into_snapshot();
    let scope = Scope::new(args, &root, &snapshot, staged)?;
    if global.verbose {
        said(&snapshot);
    }
    let report = targets.check(&snapshot, today);
    let mut checked = Checked {
        snapshot,
        report,
        has_unreadable: !unreadable.is_empty(),
        mended: None,
        known: None,
        left_out: LeftOut::Nothing,
    };
    checked.left_out = scope.apply(args, &mut checked);
    if let Some(path) = &args.write_baseline {
        return baseline::write(&checked, path);
    }
    checked.tell(args, global, &root, today, targets.are_all() && scope.is_all())
}

/// What is to be told.
struct Checked {
    snapshot: Snapshot,
    report: Report,
    has_unreadable: bool,
    mended: Option<Mended>,
    known: Option<Known>,
    left_out: LeftOut,
}

impl Checked {
    /// `is_whole`: nothing was left out of what is found.
    fn tell(mut self, args: &CheckArgs, global: &Global, root: &Path, today: Day, is_whole: bool) -> Result<ExitCode> {
        if let Some(path) = &args.baseline {
            self.known = Some(baseline::apply(&mut self, path, is_whole && args.selection.is_empty())?);
        }
        let view = View {
            network: &self.snapshot.network,
            report: &self.report,
            today,
            messages: texts::within(self.snapshot.config.settings.language),
            root,
            min_level: args.min_level.level(),
            mended: self.mended,
            known: self.known,
            left_out: self.left_out,
            most: args.max_diagnostics,
            is_quiet: global.quiet,
        };
        write(args, &view)?;
        if args.is_bare && is_whole && self.mended.is_none() && is_for_people(args, global) {
            next::few(&self.snapshot, root, today)?;
        }
        Ok(self.exit_code(args))
    }

    fn exit_code(&self, args: &CheckArgs) -> ExitCode {
        let fail_on = args.fail_on.map_or(self.snapshot.config.fail_on, FailOn::level);
        let fails = |it: &Diagnostic| fail_on.is_some_and(|fail_on| it.level >= fail_on);
        match (self.has_unreadable, self.report.diagnostics.iter().any(fails)) {
            (true, _) => ExitCode::from(2),
            (false, true) => ExitCode::FAILURE,
            (false, false) => ExitCode::SUCCESS,
        }
    }
}

/// Whether the report is read by somebody at a terminal.
fn is_for_people(args: &CheckArgs, global: &Global) -> bool {
    let is_text = args.format.iter().all(|output| matches!(output.format, Format::Text) && output.file.is_none());
    is_text && !args.statistics && !global.quiet && args.output_file.is_none() && io::stdout().is_terminal()
}

/// What the command line says about rules comes after what the configuration says.
fn select(config: &mut Config, args: &CheckArgs) {
    args.selection.apply(&mut config.levels);
}

fn write(args: &CheckArgs, view: &View<'_>) -> Result<()> {
    let mut to_stdout = args.format.iter().filter(|output| output.file.is_none());
    let first = to_stdout.next();
    if to_stdout.next().is_some() {
        bail!("only one report can go to standard output; write the others to files: --format sarif=netlint.sarif");
    }
    if args.statistics && args.format.iter().any(|output| !matches!(output.format, Format::Text | Format::Compact)) {
        bail!("--statistics is for people; programs count what --format json tells");
    }
    for output in &args.format {
        match (&output.file, first.and(args.output_file.as_ref())) {
            (Some(path), _) | (None, Some(path)) => {
                let mut out = anstream::StripStream::new(Vec::new());
                write_to(args, output.format, view, &mut out)?;
                let cannot = || format!("{}: cannot be written", path.display());
                session::replace(path, &out.into_inner()).with_context(cannot)?;
            }
            (None, None) => {
                let mut out = BufWriter::new(anstream::stdout().lock());
                write_to(args, output.format, view, &mut out)?;
                out.flush()?;
            }
        }
    }
    Ok(())
}

fn write_to(args: &CheckArgs, format: Format, view: &View<'_>, out: &mut impl Write) -> Result<()> {
    match format {
        Format::Text | Format::Compact if args.statistics => report::statistics::write(view, out),
        Format::Text => report::text::write(view, out),
        Format::Compact => report::compact::write(view, out),
        Format::Json => report::json::write(view, out),
        Format::Sarif => report::sarif::write(view, out),
        Format::Github => report::github::write(view, out),
        Format::Gitlab => report::gitlab::write(view, out),
        Format::Junit => report::junit::write(view, out),
    }
}

/// What `--verbose` tells: where everything comes from.
pub(crate) fn said(snapshot: &Snapshot) {
    let mut err = io::stderr().lock();
    _ = match &snapshot.config.path {
        Some(path) => writeln!(err, "configuration: {}", path.display()),
        None => writeln!(err, "configuration: none, the defaults are in force"),
    };
    for file in &snapshot.network.files {
        _ = writeln!(err, "read: {}", file.path);
    }
}
