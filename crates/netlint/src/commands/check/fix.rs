//! `netlint check --fix`, `--unsafe-fixes` and `--diff`.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};
use check::{Diagnostic, Fix};
use journal::Day;
use session::{Fixed, FixedFile, Lock, MAX_ROUNDS, NewText, Snapshot};

use super::{Checked, said};
use crate::args::{CheckArgs, Global};
use crate::commands::open::{Opened, Targets};
use crate::report::{self, LeftOut, Mended};

pub(super) fn run(args: &CheckArgs, global: &Global, opened: Opened, today: Day) -> Result<ExitCode> {
    let Opened { root, session, targets, stdin, unreadable } = opened;
    let mut fixed = session::fix(session, today, |snapshot, diagnostic| {
        is_wanted(args.unsafe_fixes, &targets, snapshot, diagnostic)
    });
    if global.verbose {
        said(&fixed.snapshot);
    }
    if !fixed.unsettled.is_empty() {
        bail!(
            "nothing was written: after {MAX_ROUNDS} rounds these fixes still undo each other: {}; leave one of them \
             out with --ignore",
            fixed.unsettled.join(", ")
        );
    }
    for diagnostic in &fixed.left_out {
        let path = &fixed.snapshot.network.file(diagnostic.finding.place.file).path;
        let path = report::shown_path(&root, path);
        let name = diagnostic.rule.name;
        _ = writeln!(io::stderr(), "netlint: {path}: a fix of {name} was left out, since it would bring a new error");
    }
    if args.diff {
        return show(&fixed.files, &root, !unreadable.is_empty());
    }
    match &stdin {
        Some(path) => print(&fixed, path)?,
        None => write(&fixed.files, &root)?,
    }
    fixed.report.diagnostics.retain(|it| targets.contain(&fixed.snapshot.network.file(it.finding.place.file).path));
    let mended = Mended { findings: fixed.mended.values().sum(), files: fixed.files.len() };
    let Fixed { snapshot, report, .. } = fixed;
    let checked = Checked {
        snapshot,
        report,
        has_unreadable: !unreadable.is_empty(),
        mended: Some(mended),
        known: None,
        left_out: LeftOut::Nothing,
    };
    match stdin {
        // Standard output holds the text by now.
        Some(_) => Ok(checked.exit_code(args)),
        None => checked.tell(args, global, &root, today, targets.are_all()),
    }
}

fn is_wanted(unsafe_too: bool, targets: &Targets, snapshot: &Snapshot, diagnostic: &Diagnostic) -> bool {
    let is_asked = |file| targets.contain(&snapshot.network.file(file).path);
    let fits = |fix: &Fix| (fix.safe || unsafe_too) && fix.edits.iter().all(|edit| is_asked(edit.place.file));
    is_asked(diagnostic.finding.place.file) && diagnostic.finding.fix.as_ref().is_some_and(fits)
}

/// Shows what would change; fails if anything would.
pub(in crate::commands) fn show(files: &[FixedFile], root: &Path, has_unreadable: bool) -> Result<ExitCode> {
    let mut out = BufWriter::new(anstream::stdout().lock());
    for file in files {
        report::diff::write(&report::shown_path(root, &file.path), &file.before, &file.after, &mut out)?;
    }
    out.flush()?;
    Ok(match (has_unreadable, files.is_empty()) {
        (true, _) => ExitCode::from(2),
        (false, true) => ExitCode::SUCCESS,
        (false, false) => ExitCode::FAILURE,
    })
}

/// The text that came from standard input goes on, mended.
fn print(fixed: &Fixed, path: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    if let Some(file) = fixed.snapshot.network.files.iter().find(|file| file.path == path) {
        if file.invalid.is_some() {
            bail!("{path}: is not UTF-8 and cannot be mended; convert it first");
        }
        out.write_all(file.text.as_bytes())?;
    }
    Ok(out.flush()?)
}

/// Writes all files or none.
pub(in crate::commands) fn write(files: &[FixedFile], root: &Path) -> Result<()> {
    if files.is_empty() {
        return Ok(());
    }
    let texts: Vec<NewText<'_>> = files
        .iter()
        .map(|file| NewText { location: root.join(&file.path), before: Some(&file.before), after: &file.after })
        .collect();
    Ok(Lock::take(root)?.write(&texts)?)
}
