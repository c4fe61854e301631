//! A journal that is read to be told of, and what every such report ends with.

use std::cell::OnceCell;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use check::{Group, Level, Levels, Report};
use journal::{Day, Network, Reader, Settings, Span, Written};
use messages::{Messages, say};
use session::Snapshot;

use crate::args::Global;
use crate::clock;
use crate::commands::check::said;
use crate::commands::open::{Asked, open};
use crate::report::{style, summary};
use crate::texts;

/// A journal that was read.
pub(crate) struct Reading {
    pub(crate) snapshot: Snapshot,
    report: OnceCell<Report>,
    pub(crate) root: PathBuf,
    pub(crate) today: Day,
    /// In the language of the configuration.
    pub(crate) messages: Messages<'static>,
    has_unreadable: bool,
    is_quiet: bool,
}

impl Reading {
    /// Reads the journal at these paths, by default that of the current folder.
    pub(crate) fn of(paths: &[PathBuf], global: &Global) -> Result<Self> {
        let opened = open(&Asked { paths, ..Asked::default() }, global, |_| {})?;
        for file in &opened.unreadable {
            _ = writeln!(io::stderr(), "netlint: {}: cannot be read: {}", file.location.display(), file.message);
        }
        let today = global.today.unwrap_or_else(clock::today);
        let snapshot = opened.session.into_snapshot();
        if global.verbose {
            said(&snapshot);
        }
        Ok(Self {
            report: OnceCell::new(),
            root: opened.root,
            today,
            messages: texts::within(snapshot.config.settings.language),
            has_unreadable: !opened.unreadable.is_empty(),
            is_quiet: global.quiet,
            snapshot,
        })
    }

    /// What the rules find. They run when it is first asked for.
    pub(crate) fn report(&self) -> &Report {
        self.report.get_or_init(|| self.snapshot.check(self.today))
    }

    pub(crate) fn network(&self) -> &Network {
        &self.snapshot.network
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.snapshot.config.settings
    }

    /// Which rules speak, and how loud.
    pub(crate) fn levels(&self) -> &Levels {
        &self.snapshot.config.levels
    }

    /// The path of a file as it can be opened from the current folder.
    pub(crate) fn shown_path(&self, path: &str) -> String {
        crate::report::shown_path(Path::new(&self.root), path)
    }

    /// How much of the journal is not understood, or cannot be so.
    pub(crate) fn errors(&self) -> usize {
        let is_error = |it: &&check::Diagnostic| it.level == Level::Error && it.rule.group == Group::Format;
        self.report().diagnostics.iter().filter(is_error).count()
    }

    /// The end of a report for people: what was read, and whether something was not understood.
    pub(crate) fn end(&self, out: &mut impl Write) -> Result<()> {
        if self.is_quiet {
            return Ok(());
        }
        let errors = self.errors();
        if errors > 0 {
            writeln!(out, "{}", style::level(Level::Error, &say!(self.messages, "not-understood", errors)))?;
        }
        writeln!(out, "{}", style::dim(&summary::read(self.network(), self.today, self.messages)))?;
        Ok(())
    }

    /// What the command ends with: `code`, unless some files could not be read.
    pub(crate) fn exit_code(&self, code: ExitCode) -> ExitCode {
        if self.has_unreadable { ExitCode::from(2) } else { code }
    }
}

/// The day that somebody means who says this today, in the words or the notation of people.
pub(crate) fn said_day(said: &str, today: Day) -> Result<Day> {
    let said = said.trim();
    if let Written::Exactly(day) = Day::read(said) {
        return Ok(day);
    }
    let whole = Span::new(0, said.len() as u32);
    let spoken = Reader::default().spoken_day(said, whole).filter(|spoken| spoken.span == whole);
    spoken.and_then(|spoken| Day::spoken(spoken.day, today)).ok_or_else(|| {
        anyhow::anyhow!("`{said}` is no day; write 2026-11-22, or yesterday, last friday, 3 weeks ago, 22.11.2026")
    })
}
