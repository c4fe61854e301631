//! `netlint triage`.

mod answer;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use check::Edit;
use insight::Standing;
use journal::{Day, Network, PersonId};
use messages::{Messages, say};
use session::{Session, Snapshot};
use syntax::LineIndex;

use self::answer::Answer;
use super::ask::{Asker, is_terminal};
use super::check::fix;
use crate::args::{Global, TriageArgs};
use crate::commands::open::{Asked, open};
use crate::report::{shown_path, style};
use crate::{clock, texts};

/// What is decided about a person: a field and its value.
type Decision = (PersonId, &'static str, String);

pub(crate) fn run(args: &TriageArgs, global: &Global) -> Result<ExitCode> {
    let opened = open(&Asked::default(), global, |_| {})?;
    let today = global.today.unwrap_or_else(clock::today);
    let snapshot = opened.session.snapshot();
    let messages = texts::within(snapshot.config.settings.language);
    let mut asker = if is_terminal() { Asker::<()>::terminal(None)? } else { Asker::Lines };
    let triage = Triage { args, root: opened.root, snapshot, today, messages };
    let decisions = if args.spread { triage.spread() } else { triage.ask(&mut asker)? };
    triage.finish(opened.session, &decisions, &mut asker)
}

struct Triage<'a> {
    args: &'a TriageArgs,
    root: PathBuf,
    snapshot: Snapshot,
    today: Day,
    messages: Messages<'static>,
}

impl Triage<'_> {
    fn spread(&self) -> Vec<Decision> {
        let pauses = insight::spread(&self.snapshot.network, self.today);
        pauses.into_iter().map(|(id, until)| (id, "pause", format!("until {until}"))).collect()
    }

    /// Asks about one person after the other.
    fn ask(&self, asker: &mut Asker<()>) -> Result<Vec<Decision>> {
        let people = insight::triage(&self.snapshot.network, self.today);
        let circles: Vec<&str> = self.snapshot.config.settings.circles.iter().map(|it| it.name.as_str()).collect();
        let keys: Vec<String> = circles.iter().enumerate().map(|(at, name)| format!("{} {name}", at + 1)).collect();
        let mut decisions: Vec<Option<Decision>> = Vec::new();
        while let Some(&id) = people.get(decisions.len()) {
            self.card(id, decisions.len() + 1, people.len())?;
            let prompt = say!(self.messages, "triage-keys", circles = keys.join(", "));
            let Some(line) = asker.line(&format!("{prompt}\n> "), "")? else { break };
            match Answer::read(&line, &circles, self.today) {
                Some(Answer::Set(key, value)) => decisions.push(Some((id, key, value))),
                Some(Answer::Skip) => decisions.push(None),
                Some(Answer::Back) => _ = decisions.pop(),
                Some(Answer::Quit) => break,
                None => writeln!(anstream::stdout(), "{}", say!(self.messages, "triage-unclear"))?,
            }
        }
        Ok(decisions.into_iter().flatten().collect())
    }

    /// Who it is: name, what is known, and the last contact.
    fn card(&self, id: PersonId, number: usize, count: usize) -> Result<()> {
        let network = &self.snapshot.network;
        let person = network.person(id);
        let mut out = anstream::stdout().lock();
        let name = style::printable(&format!("{} @{}", person.name, person.handle));
        writeln!(out, "\n{} {}", style::bold(&name), style::dim(&format!("({number}/{count})")))?;
        for key in ["role", "org", "circle", "every"] {
            let fields = person.fields.iter().filter(|field| field.key == key);
            for field in fields {
                let value = field.value.text(network.text(field.file));
                writeln!(out, "  {key}: {}", style::printable(value))?;
            }
        }
        let last = Standing::of(network, id, self.today).last;
        match last.map(|last| (last.day, last.entry)) {
            Some((day, Some(entry))) => {
                let entry = style::printable(network.text_at(network.entry(entry).place()));
                writeln!(out, "  {}", say!(self.messages, "triage-last-entry", day, entry))?;
            }
            Some((day, None)) => writeln!(out, "  {}", say!(self.messages, "triage-last", day))?,
            None => writeln!(out, "  {}", say!(self.messages, "triage-never"))?,
        }
        Ok(())
    }

    /// Says what was decided, asks whether to write it, and does.
    fn finish(&self, session: Session, decisions: &[Decision], asker: &mut Asker<()>) -> Result<ExitCode> {
        let network = &self.snapshot.network;
        let mut out = anstream::stdout();
        if decisions.is_empty() {
            writeln!(out, "{}", say!(self.messages, "triage-nothing", people = network.people.len()))?;
            return Ok(ExitCode::SUCCESS);
        }
        let edits: Vec<Edit> = decisions
            .iter()
            .flat_map(|(id, key, value)| check::set_fields(network, *id, &[(*key, value.clone())]))
            .collect();
        let edited = session::edit(session, &edits);
        self.verify(&edited.after, decisions)?;
        if self.args.dry_run {
            return fix::show(&edited.files, &self.root, false);
        }
        for (id, key, value) in decisions {
            writeln!(out, "{}: @{}: {key}: {value}", place(network, &self.root, *id), network.person(*id).handle)?;
        }
        let (people, files) = (decisions.len(), edited.files.len());
        if !self.args.yes && !asker.agrees(&say!(self.messages, "triage-ask", people, files))? {
            writeln!(out, "{}", say!(self.messages, "log-refused"))?;
            return Ok(ExitCode::SUCCESS);
        }
        fix::write(&edited.files, &self.root)?;
        writeln!(out, "{}", say!(self.messages, "triage-written", people, files))?;
        Ok(ExitCode::SUCCESS)
    }

    /// Every field is read as it was written, and nothing is wrong that was not.
    fn verify(&self, after: &Snapshot, decisions: &[Decision]) -> Result<()> {
        let network = &self.snapshot.network;
        let is_read = |(id, key, value): &Decision| {
            let handle = journal::names::folded(&network.person(*id).handle);
            after.network.declared(&handle).is_some_and(|id| {
                let mut fields = after.network.person(id).fields.iter();
                fields.any(|field| field.key == *key && field.value.text(after.network.text(field.file)) == value)
            })
        };
        if let Some((id, key, _)) = decisions.iter().find(|decision| !is_read(decision)) {
            let place = place(network, &self.root, *id);
            bail!("{place}: `{key}` cannot be written there; nothing was written, add it by hand");
        }
        if session::brings_errors(&self.snapshot, after, self.today) {
            bail!("nothing was written, since it would bring an error; run `netlint check`");
        }
        Ok(())
    }
}

/// Where a person is declared.
fn place(network: &Network, root: &Path, id: PersonId) -> String {
    let place = network.person(id).place;
    let file = network.file(place.file);
    format!("{}:{}", shown_path(root, &file.path), LineIndex::new(&file.text).line(place.span.start) + 1)
}
