//! `netlint rename`.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};
use check::Edit;
use insight::Refusal;
use journal::{Day, Network, PersonId, Place};
use messages::say;
use session::Snapshot;
use syntax::LineIndex;

use super::check::fix;
use crate::args::{Global, RenameArgs};
use crate::commands::open::{Asked, open};
use crate::report::{shown_path, style};
use crate::{clock, texts};

pub(crate) fn run(args: &RenameArgs, global: &Global) -> Result<ExitCode> {
    let opened = open(&Asked::default(), global, |_| {})?;
    if let Some(file) = opened.unreadable.first() {
        let path = file.location.display();
        bail!("{path}: cannot be read: {}; nothing was renamed, since it may name the person", file.message);
    }
    let today = global.today.unwrap_or_else(clock::today);
    let (root, snapshot) = (opened.root, opened.session.snapshot());
    let network = &snapshot.network;
    let person = insight::person_of(network, &args.old).ok_or_else(|| nobody(network, &args.old))?;
    let edits = insight::rename(network, person, &args.new)
        .map_err(|why| anyhow!("{}", refused(network, &root, person, &args.new, why)))?;
    let edited = session::edit(opened.session, &edits);
    if let Some(path) = changed_finding(&edited.before, &edited.after, today) {
        bail!("{path}: would mean something else afterwards; nothing was renamed, run `netlint check {path}`");
    }
    if args.dry_run {
        return fix::show(&edited.files, &root, false);
    }
    fix::write(&edited.files, &root)?;
    let messages = texts::within(snapshot.config.settings.language);
    let (old, new) = (network.person(person).handle.as_str(), args.new.trim_start_matches('@'));
    let mut out = anstream::stdout().lock();
    for (path, places) in counted(network, &edits) {
        writeln!(out, "{}", say!(messages, "rename-file", path = shown_path(&root, path), places))?;
    }
    let (places, files) = (edits.len(), edited.files.len());
    writeln!(out, "{}", say!(messages, "renamed", old, new, places, files))?;
    Ok(ExitCode::SUCCESS)
}

fn counted<'a>(network: &'a Network, edits: &[Edit]) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for edit in edits {
        *counts.entry(network.file(edit.place.file).path.as_str()).or_default() += 1;
    }
    counts
}

fn nobody(network: &Network, handle: &str) -> anyhow::Error {
    let handle = handle.trim_start_matches('@');
    let handles = network.people.iter().map(|person| person.handle.as_str());
    let shown = style::printable(handle);
    match check::nearest(handle, handles, 3) {
        Some(near) => anyhow!("nobody is declared as @{shown}; did you mean @{near}?"),
        None => anyhow!("nobody is declared as @{shown}; `netlint check` reads who is"),
    }
}

/// Why not, and what to do.
fn refused(network: &Network, root: &Path, person: PersonId, new: &str, why: Refusal) -> String {
    let new = style::printable(new.trim_start_matches('@'));
    let name = |person: PersonId| style::printable(&network.person(person).name);
    let at = |place: Place| {
        let file = network.file(place.file);
        format!("{}:{}", shown_path(root, &file.path), LineIndex::new(&file.text).line(place.span.start) + 1)
    };
    match why {
        Refusal::NoHandle => format!("`@{new}` is no handle: letters, digits, `_`, `-` and `.` make one"),
        Refusal::Same => format!("{} is @{new} already", name(person)),
        Refusal::Taken(other) => {
            format!("{}: {} is @{new}; take another handle", at(network.person(other).place), name(other))
        }
        Refusal::Alias(other, place) => {
            format!("{}: @{new} is an alias of {}; take another handle", at(place), name(other))
        }
        Refusal::Named(place) => {
            format!("{}: names @{new}, whom nobody has declared; say first who is meant there", at(place))
        }
        Refusal::Unreadable(file) => {
            format!("{}: is not UTF-8; convert it first", shown_path(root, &network.file(file).path))
        }
    }
}

/// The file about which something else is found than before, by rule.
fn changed_finding(before: &Snapshot, after: &Snapshot, today: Day) -> Option<String> {
    let found = |snapshot: &Snapshot| {
        let mut counts: BTreeMap<(String, &'static str), usize> = BTreeMap::new();
        for diagnostic in snapshot.check(today).diagnostics {
            let path = snapshot.network.file(diagnostic.finding.place.file).path.clone();
            *counts.entry((path, diagnostic.rule.name)).or_default() += 1;
        }
        counts
    };
    let (before, after) = (found(before), found(after));
    let differs = |(key, count): &(&(String, &'static str), &usize)| before.get(*key) != Some(*count);
    let more = after.iter().find(differs).map(|(key, _)| key);
    let less = before.keys().find(|key| !after.contains_key(*key));
    more.or(less).map(|(path, _)| path.clone())
}
