//! `netlint doctor`: what was found here, and what could be better.

mod editors;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use check::Level;
use messages::{Messages, say};
use session::git::{MergeDriver, Repository};

use crate::args::Global;
use crate::commands::hook;
use crate::commands::open::{Asked, Opened, language, open};
use crate::report::style::{self, printable};
use crate::{clock, texts};

/// How something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// As it should be.
    Fine,
    /// Worth a thought.
    Hint,
    /// Something does not work.
    Bad,
}

/// What was found, in one sentence.
type Found = (State, String);

pub(crate) fn run(global: &Global) -> Result<ExitCode> {
    let messages = texts::within(language(global));
    let here = std::env::current_dir()?;
    let mut chapters = vec![("netlint", vec![(State::Fine, format!("netlint {}", env!("CARGO_PKG_VERSION")))])];
    let root = match open(&Asked::default(), global, |_| {}) {
        Ok(opened) => {
            let root = opened.root.clone();
            chapters.push(("journal", journal(opened, global, messages)));
            root
        }
        Err(error) => {
            let text = format!("{error:#}");
            chapters.push(("journal", vec![(State::Bad, text), (State::Hint, say!(messages, "doctor-init"))]));
            here
        }
    };
    chapters.push(("privacy", privacy(&root, messages)));
    chapters.push(("git", git(&root, messages)));
    chapters.push(("editors", editors::found(messages)));
    let mut out = anstream::stdout().lock();
    for (name, found) in &chapters {
        writeln!(out, "{}", style::bold(name))?;
        for (state, text) in found {
            writeln!(out, "  {} {}", mark(*state), printable(text))?;
        }
    }
    let is_bad = chapters.iter().flat_map(|(_, found)| found).any(|(state, _)| *state == State::Bad);
    Ok(if is_bad { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// A word, so that it can be read without color.
fn mark(state: State) -> String {
    match state {
        State::Fine => style::added("ok  "),
        State::Hint => style::level(Level::Warning, "hint"),
        State::Bad => style::level(Level::Error, "bad "),
    }
}

fn journal(opened: Opened, global: &Global, messages: Messages<'_>) -> Vec<Found> {
    let Opened { root, session, unreadable, .. } = opened;
    let snapshot = session.into_snapshot();
    let network = &snapshot.network;
    let (files, people, entries) = (network.files.len(), network.people.len(), network.entries.len());
    let folder = root.display().to_string();
    let mut found = vec![(State::Fine, say!(messages, "doctor-journal", folder, files, people, entries))];
    found.push(match &snapshot.config.path {
        Some(path) => (State::Fine, say!(messages, "doctor-config", path = path.display().to_string())),
        None => (State::Fine, say!(messages, "doctor-no-config")),
    });
    let cannot = |path: &Path, why: &str| format!("{}: {why}", path.display());
    found.extend(unreadable.iter().map(|file| (State::Bad, cannot(&file.location, &file.message))));
    let report = snapshot.check(global.today.unwrap_or_else(clock::today));
    let errors = report.diagnostics.iter().filter(|it| it.level == Level::Error).count();
    found.push(match errors {
        0 => (State::Fine, say!(messages, "doctor-no-errors")),
        count => (State::Hint, say!(messages, "doctor-errors", count)),
    });
    found
}

/// Journals are about people: whether others on this machine can read them.
#[cfg(unix)]
fn privacy(root: &Path, messages: Messages<'_>) -> Vec<Found> {
    use std::os::unix::fs::PermissionsExt;
    // Whoever may not enter a folder cannot read what is in it.
    const OTHERS: u32 = 0o007;
    let is_closed = |folder: &&Path| folder.metadata().is_ok_and(|it| it.permissions().mode() & OTHERS == 0);
    let folder = root.display().to_string();
    vec![match root.ancestors().find(is_closed) {
        Some(closed) => (State::Fine, say!(messages, "doctor-private", folder = closed.display().to_string())),
        None => (State::Hint, say!(messages, "doctor-readable", folder)),
    }]
}

#[cfg(not(unix))]
fn privacy(_: &Path, messages: Messages<'_>) -> Vec<Found> {
    vec![(State::Fine, say!(messages, "doctor-rights"))]
}

fn git(root: &Path, messages: Messages<'_>) -> Vec<Found> {
    let Ok(repository) = Repository::find(root) else {
        return vec![(State::Hint, say!(messages, "doctor-no-git"))];
    };
    let mut found = vec![(State::Fine, say!(messages, "doctor-git", folder = repository.top.display().to_string()))];
    let remotes = repository.remotes();
    found.push(if remotes.is_empty() {
        (State::Fine, say!(messages, "doctor-no-remote"))
    } else {
        (State::Hint, say!(messages, "doctor-remote", remotes = remotes.join(", ")))
    });
    match hook::status(&repository, messages) {
        Ok((lines, is_ours)) => {
            let last = lines.len().saturating_sub(1);
            let merges = repository.merge_driver() == MergeDriver::Ours;
            let is_fine = |at| if at == last { merges } else { is_ours };
            let state = |at| if is_fine(at) { State::Fine } else { State::Hint };
            found.extend(lines.into_iter().enumerate().map(|(at, line)| (state(at), line)));
        }
        Err(error) => found.push((State::Bad, format!("{error:#}"))),
    }
    found.push(if repository.merges_journals(root) {
        (State::Fine, say!(messages, "doctor-attributes"))
    } else {
        (State::Hint, say!(messages, "doctor-no-attributes"))
    });
    found
}
