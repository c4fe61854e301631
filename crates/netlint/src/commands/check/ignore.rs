//! `netlint check --add-ignore`.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::{Result, bail};
use journal::Day;
use messages::say;

use super::fix;
use crate::args::CheckArgs;
use crate::commands::open::Opened;
use crate::{report, texts};

pub(super) fn run(args: &CheckArgs, reason: &str, opened: Opened, today: Day) -> Result<ExitCode> {
    let Opened { root, session, targets, stdin, unreadable } = opened;
    if stdin.is_some() {
        bail!("--add-ignore writes into files; name one instead of `-`");
    }
    let reason = Some(reason).filter(|reason| !reason.is_empty());
    let silenced = session::silence(session, today, reason, |snapshot, it| {
        it.level >= args.min_level.level() && targets.contain(&snapshot.network.file(it.finding.place.file).path)
    });
    if args.diff {
        return fix::show(&silenced.files, &root, !unreadable.is_empty());
    }
    fix::write(&silenced.files, &root)?;
    let mut out = anstream::stdout().lock();
    let messages = texts::within(silenced.snapshot.config.settings.language);
    let (findings, files) = (silenced.silenced, silenced.files.len());
    writeln!(out, "{}", say!(messages, "silenced", findings, files))?;
    for diagnostic in &silenced.left {
        let path = report::shown_path(&root, &silenced.snapshot.network.file(diagnostic.finding.place.file).path);
        let message = report::style::printable(&diagnostic.finding.message);
        _ = writeln!(io::stderr(), "netlint: {path}: {} cannot be silenced: {message}", diagnostic.rule.name);
    }
    Ok(match (unreadable.is_empty(), silenced.left.is_empty()) {
        (false, _) => ExitCode::from(2),
        (true, false) => ExitCode::FAILURE,
        (true, true) => ExitCode::SUCCESS,
    })
}
