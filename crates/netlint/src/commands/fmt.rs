//! `netlint fmt`.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};
use messages::{Language, Messages, say};
use session::{FixedFile, Formatted, Lock, NewText, Session, Unreadable};

use crate::args::{FmtArgs, Global};
use crate::commands::open::{Opened, open};
use crate::{report, texts};

pub(crate) fn run(args: &FmtArgs, global: &Global) -> Result<ExitCode> {
    let Opened { root, session, targets, stdin, unreadable } = open(&args.asked(), global, |_| {})?;
    let verbs = args.verbs.map(crate::args::Verbs::language);
    let language = session.config().settings.language;
    if verbs == Some(Language::German) && language != Language::German {
        bail!("--verbs de needs `language = \"de\"` in netlint.toml, without which German verbs are not read");
    }
    let formatted = session::format(&session, verbs, |path| targets.contain(path));
    let mut run = Run { args, global, root: &root, messages: texts::within(language), has_trouble: false };
    run.complain(&formatted, &unreadable);
    match stdin {
        Some(path) => run.pass_on(&session, &formatted, &path),
        None => run.files(&formatted),
    }
}

/// One run of the command.
struct Run<'a> {
    args: &'a FmtArgs,
    global: &'a Global,
    root: &'a Path,
    messages: Messages<'static>,
    /// Something could not be read, formatted or written.
    has_trouble: bool,
}

impl Run<'_> {
    /// Says what is left out, one line each.
    fn complain(&mut self, formatted: &Formatted, unreadable: &[Unreadable]) {
        for file in unreadable {
            self.trouble(&format!("{}: cannot be read: {}", file.location.display(), file.message));
        }
        for file in &formatted.refused {
            self.trouble(&format!("{}: {}", report::shown_path(self.root, &file.path), file.message));
        }
    }

    fn trouble(&mut self, message: &str) {
        self.has_trouble = true;
        _ = writeln!(io::stderr(), "netlint: {message}");
    }

    /// What `--verbose` tells.
    fn tell(&self, path: &str) {
        if self.global.verbose {
            _ = writeln!(io::stderr(), "formatted: {}", report::shown_path(self.root, path));
        }
    }

    fn files(&mut self, formatted: &Formatted) -> Result<ExitCode> {
        if self.args.check || self.args.diff {
            return self.show(formatted);
        }
        let mut written = 0;
        if !formatted.files.is_empty() {
            let lock = Lock::take(self.root)?;
            for file in &formatted.files {
                // The form of one file does not depend on another, so that one that cannot be written costs only itself.
                match lock.write(&[new_text(self.root, file)]) {
                    Ok(()) => {
                        written += 1;
                        self.tell(&file.path);
                    }
                    Err(error) => self.trouble(&error.to_string()),
                }
            }
        }
        let mut out = anstream::stdout().lock();
        if !self.global.quiet {
            let (files, unchanged, messages) = (written, formatted.unchanged, self.messages);
            let line = match (files, unchanged) {
                (0, files) => say!(messages, "fmt-done-none", files),
                (files, 0) => say!(messages, "fmt-done", files),
                (files, unchanged) => say!(messages, "fmt-done-some", files, unchanged),
            };
            writeln!(out, "{line}")?;
        }
        Ok(self.exit_code(false))
    }

    /// Says what would be different, and writes nothing.
    fn show(&self, formatted: &Formatted) -> Result<ExitCode> {
        let mut out = BufWriter::new(anstream::stdout().lock());
        for file in &formatted.files {
            let path = report::shown_path(self.root, &file.path);
            if self.args.diff {
                report::diff::write(&path, &file.before, &file.after, &mut out)?;
            } else {
                writeln!(out, "{}", say!(self.messages, "fmt-would", path))?;
            }
        }
        // A difference is for `patch`, too.
        if !self.args.diff && !self.global.quiet {
            let (files, unchanged, messages) = (formatted.files.len(), formatted.unchanged, self.messages);
            let line = match (files, unchanged) {
                (0, files) => say!(messages, "fmt-would-none", files),
                (files, 0) => say!(messages, "fmt-would-all", files),
                (files, unchanged) => say!(messages, "fmt-would-some", files, unchanged),
            };
            writeln!(out, "{line}")?;
        }
        out.flush()?;
        Ok(self.exit_code(!formatted.files.is_empty()))
    }

    /// The text that came from standard input goes on, formatted.
    fn pass_on(&self, session: &Session, formatted: &Formatted, path: &str) -> Result<ExitCode> {
        if self.has_trouble {
            return Ok(self.exit_code(false));
        }
        if self.args.check || self.args.diff {
            return self.show(formatted);
        }
        let text = formatted.files.first().map(|file| file.after.as_str()).or_else(|| session.text(path));
        let mut out = io::stdout().lock();
        out.write_all(text.unwrap_or_default().as_bytes())?;
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }

    fn exit_code(&self, would_change: bool) -> ExitCode {
        match (self.has_trouble, would_change) {
            (true, _) => ExitCode::from(2),
            (false, true) => ExitCode::FAILURE,
            (false, false) => ExitCode::SUCCESS,
        }
    }
}

fn new_text<'a>(root: &Path, file: &'a FixedFile) -> NewText<'a> {
    NewText { location: root.join(&file.path), before: Some(&file.before), after: &file.after }
}
