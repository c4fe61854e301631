//! Puts an entry into the journal, and says where it went and what changes by it.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use insight::Standing;
use insight::entry::{self, Choice, Draft};
use messages::say;
use session::{Change, Lock, NewText, Session, Snapshot};
use syntax::LineIndex;

use super::{Log, Outcome, Stranger};
use crate::report::{diff, shown_path, style};

/// Of so many people it is said what changes.
const MOST: usize = 5;

/// A file with what it holds and what it is to hold.
struct Changed {
    path: String,
    before: Option<String>,
    after: String,
}

impl Log<'_> {
    /// Writes the entry, and those who are not known yet, into the files as they are now.
    pub(super) fn write(&mut self, draft: &Draft, strangers: &[Stranger]) -> Result<Outcome> {
        let lock = if self.args.dry_run { None } else { Some(Lock::take(&self.root)?) };
        let mut session = self.session.clone();
        let mut changed: Vec<Changed> = Vec::new();
        let before = self.refreshed(&mut session, strangers, draft)?;
        for stranger in strangers {
            declare(&mut session, stranger, &mut changed)?;
        }
        let path = self.target(&session.snapshot(), draft)?;
        put(&mut session, &path, draft, &mut changed)?;
        let after = session.snapshot();
        if after.network.entries.len() != before.network.entries.len() + 1
            || session::brings_errors(&before, &after, self.today)
        {
            bail!("{path}: the entry would bring an error there; nothing was written, run `netlint check {path}`");
        }
        let Some(lock) = lock else {
            let mut out = anstream::stdout().lock();
            for file in &changed {
                let before = file.before.as_deref().unwrap_or_default();
                diff::write(&shown_path(&self.root, &file.path), before, &file.after, &mut out)?;
            }
            return Ok(Outcome::Shown);
        };
        let texts: Vec<NewText<'_>> = changed
            .iter()
            .map(|file| NewText {
                location: self.root.join(&file.path),
                before: file.before.as_deref(),
                after: &file.after,
            })
            .collect();
        lock.write(&texts)?;
        drop(lock);
        self.session = session;
        self.told(&after, &path, draft, strangers)?;
        Ok(Outcome::Noted)
    }

    /// Reads again, now that nobody else writes, the files that will be written to.
    fn refreshed(&self, session: &mut Session, strangers: &[Stranger], draft: &Draft) -> Result<Snapshot> {
        let snapshot = session.snapshot();
        let mut paths = vec![self.target(&snapshot, draft)?];
        if !strangers.is_empty() {
            paths.push(people_path(&snapshot));
        }
        for path in paths {
            match std::fs::read(self.root.join(&path)) {
                Ok(bytes) => session.apply(vec![Change::Set { path, bytes }]),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                    session.apply(vec![Change::Remove { path }]);
                }
                Err(error) => return Err(error).with_context(|| format!("{path}: cannot be read")),
            }
        }
        Ok(session.snapshot())
    }

    /// The path of the file that the entry belongs into.
    fn target(&self, snapshot: &Snapshot, draft: &Draft) -> Result<String> {
        let (network, config) = (&snapshot.network, &snapshot.config);
        let is_page = |path: &str| config.people.matches(path);
        let path = self.file.clone().unwrap_or_else(|| match entry::choose(network, is_page, draft.day) {
            Choice::File(file) => network.file(file).path.clone(),
            Choice::New(path) => path,
        });
        if is_page(&path) {
            bail!("{path}: is the page of one person; name another file with --file");
        }
        if !config.is_journal(&path) || Path::new(&path).is_absolute() {
            let include = config.include.patterns.join(", ");
            bail!("{path}: is no file of the journal in {} (include: {include})", self.root.display());
        }
        Ok(path)
    }

    /// `2026.net.md:14: - coffee with @ada`, and what changes by it.
    fn told(&self, after: &Snapshot, path: &str, draft: &Draft, strangers: &[Stranger]) -> Result<()> {
        let network = &after.network;
        let mut out = anstream::stdout().lock();
        let is_new = |entry: &journal::Entry| {
            network.file(entry.file).path == path
                && entry.day() == Some(draft.day)
                && network.text_at(entry.place()) == draft.line
        };
        // The last of several that are the same, since it stands below them.
        let Some((id, entry)) = network.entries().filter(|(_, entry)| is_new(entry)).last() else { return Ok(()) };
        let line = LineIndex::new(network.text(entry.file)).line(entry.body.start) + 1;
        let place = style::bold(&format!("{}:{line}:", shown_path(&self.root, path)));
        writeln!(out, "{place} - {}", style::printable(&draft.line))?;
        for stranger in strangers {
            let (name, handle) = (style::printable(&stranger.name), &stranger.handle);
            writeln!(out, "{}", say!(self.messages, "log-declared", name, handle, path = people_path(after)))?;
        }
        // A plan changes nothing yet.
        for person in network.participating(id).filter(|_| entry.is_done()).take(MOST) {
            let who = format!("@{}", network.person(person).handle);
            let standing = Standing::of(network, person, self.today);
            match (standing.due, standing.last) {
                (Some(day), _) => writeln!(out, "{}", say!(self.messages, "log-due", who, day))?,
                (None, Some(last)) => {
                    writeln!(out, "{}", say!(self.messages, "log-last", who, day = last.day))?;
                }
                (None, None) => {}
            }
        }
        Ok(())
    }
}

/// Declares somebody who is not known.
fn declare(session: &mut Session, stranger: &Stranger, changed: &mut Vec<Changed>) -> Result<()> {
    let snapshot = session.snapshot();
    // Somebody else may have declared them meanwhile.
    if snapshot.network.declared(&journal::names::folded(&stranger.handle)).is_some() {
        return Ok(());
    }
    let path = people_path(&snapshot);
    let Stranger { name, handle } = stranger;
    let text = text_of(&snapshot, &path)?;
    let old = text.clone().unwrap_or_default();
    let insertion = entry::declare(&old, name, handle, &snapshot.config.settings);
    set(session, &path, text, insertion.into_text(&old), changed);
    Ok(())
}

/// Puts the entry into the file at `path`.
fn put(session: &mut Session, path: &str, draft: &Draft, changed: &mut Vec<Changed>) -> Result<()> {
    let snapshot = session.snapshot();
    let text = text_of(&snapshot, path)?;
    let after = match &text {
        None => entry::first_text(draft),
        Some(text) => match entry::place(text, draft, &snapshot.config.settings) {
            Some(insertion) => insertion.into_text(text),
            None => bail!("{path}: has no place for an entry, since something in it is not closed; mend it first"),
        },
    };
    set(session, path, text, after, changed);
    Ok(())
}

/// Where people are declared.
fn people_path(snapshot: &Snapshot) -> String {
    let network = &snapshot.network;
    let file = entry::people_file(network, |path| snapshot.config.people.matches(path));
    file.map_or_else(|| "people.net.md".to_owned(), |file| network.file(file).path.clone())
}

/// The text of a file; `None`: there is none.
fn text_of(snapshot: &Snapshot, path: &str) -> Result<Option<String>> {
    let Some(file) = snapshot.network.files.iter().find(|file| file.path == path) else { return Ok(None) };
    if file.invalid.is_some() {
        bail!("{path}: is not UTF-8 and cannot be written to; convert it first");
    }
    Ok(Some(file.text.to_string()))
}

fn set(session: &mut Session, path: &str, before: Option<String>, after: String, changed: &mut Vec<Changed>) {
    session.apply(vec![Change::Set { path: path.to_owned(), bytes: after.clone().into() }]);
    match changed.iter_mut().find(|file| file.path == path) {
        Some(file) => file.after = after,
        None => changed.push(Changed { path: path.to_owned(), before, after }),
    }
}
