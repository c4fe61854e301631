//! `netlint log`.

mod complete;
mod trial;
mod write;

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};
use check::Selector;
use insight::entry::{self, Draft, Unread};
use journal::{Day, names};
use messages::{Messages, say};
use session::Session;

use self::complete::Words;
use self::trial::Trial;
use super::ask::{Asker, is_terminal};
use crate::args::{Global, LogArgs};
use crate::commands::open::{Asked, absolute, open};
use crate::report::style::printable;
use crate::{clock, texts};

/// The rules that an entry must keep, whatever the configuration says: without them it would count for nobody.
const REFUSED: [&str; 9] = [
    "unknown-verb",
    "unknown-handle",
    "missing-participant",
    "ambiguous-alias",
    "undefined-reference",
    "duplicate-reference",
    "invalid-date",
    "future-entry",
    "unread-date",
];

/// The rules of which it is told that the entry breaks them.
const NOTED: [&str; 3] = ["unknown-mention", "mismatched-reference", "duplicate-entry"];

pub(crate) fn run(args: &LogArgs, global: &Global) -> Result<ExitCode> {
    let mut log = Log::open(args, global)?;
    if !args.text.is_empty() {
        let mut asker = if is_terminal() && !args.yes { Asker::terminal(None::<Words>)? } else { Asker::Nobody };
        return Ok(log.note(&args.text.join(" "), &mut asker)?.code());
    }
    if is_terminal() { log.talk() } else { log.read(&mut io::stdin().lock()) }
}

/// A journal that is written to.
struct Log<'a> {
    args: &'a LogArgs,
    root: PathBuf,
    session: Session,
    /// The path of the file that was named, below the journal's folder.
    file: Option<String>,
    on: Option<Day>,
    today: Day,
    messages: Messages<'static>,
}

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Noted,
    /// It is shown what would be written.
    Shown,
    Refused,
}

impl Outcome {
    fn code(self) -> ExitCode {
        match self {
            Self::Noted => ExitCode::SUCCESS,
            Self::Shown | Self::Refused => ExitCode::FAILURE,
        }
    }
}

/// Somebody who is not known yet.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stranger {
    name: String,
    handle: String,
}

impl<'a> Log<'a> {
    fn open(args: &'a LogArgs, global: &Global) -> Result<Self> {
        let today = global.today.unwrap_or_else(clock::today);
        let on = args.on.as_deref().map(|text| {
            entry::day(text, today).ok_or_else(|| anyhow!("--on: there is no day `{text}`; write it as in 2026-11-20"))
        });
        let on = on.transpose()?;
        let here = std::env::current_dir()?;
        let file = args.file.as_deref().map(|file| absolute(&here, file));
        // The journal is that of the file, wherever one is.
        let folder: Vec<PathBuf> = file.iter().filter_map(|file| file.parent()).map(Path::to_owned).collect();
        let asked = Asked { paths: &folder, may_be_empty: true, ..Asked::default() };
        let opened = open(&asked, global, |config| {
            let rules = REFUSED.iter().chain(&NOTED).filter_map(|rule| Selector::parse(rule));
            let rules: Vec<Selector> = rules.collect();
            config.levels.select(&rules);
            config.levels.extend(&rules);
        })?;
        for file in &opened.unreadable {
            _ = writeln!(io::stderr(), "netlint: {}: cannot be read: {}", file.location.display(), file.message);
        }
        let file = file.map(|file| session::relative(&opened.root, &file));
        let messages = texts::within(opened.session.snapshot().config.settings.language);
        Ok(Self { args, root: opened.root, session: opened.session, file, on, today, messages })
    }

    /// A line each, from somebody who cannot be asked. What is refused does not keep the others from being noted.
    fn read(&mut self, lines: &mut impl BufRead) -> Result<ExitCode> {
        let mut last = Outcome::Noted;
        for (number, line) in lines.split(b'\n').enumerate() {
            let Ok(line) = String::from_utf8(line?) else {
                bail!("standard input, line {}: is not UTF-8; convert it first", number + 1);
            };
            let line = line.trim_start_matches('\u{feff}');
            if line.trim().is_empty() {
                continue;
            }
            let outcome = self.note(line, &mut Asker::<()>::Nobody)?;
            last = if outcome == Outcome::Noted { last } else { outcome };
        }
        Ok(last.code())
    }

    /// Asks for entries until there are no more.
    fn talk(&mut self) -> Result<ExitCode> {
        writeln!(anstream::stdout(), "{}", say!(self.messages, "log-hello"))?;
        let mut asker = Asker::terminal(Some(Words::of(&self.session.snapshot(), self.today)))?;
        let mut initial = String::new();
        while let Some(line) = asker.line("> ", &initial)? {
            initial.clear();
            if line.trim().is_empty() {
                continue;
            }
            if let Asker::Terminal(editor) = &mut asker {
                editor.add_history_entry(&line)?;
            }
            if self.note(&line, &mut asker)? == Outcome::Refused {
                initial = line;
            } else if let Asker::Terminal(editor) = &mut asker {
                editor.set_helper(Some(Words::of(&self.session.snapshot(), self.today)));
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    /// Notes one entry, or says why not.
    fn note<H: rustyline::Helper>(&mut self, typed: &str, asker: &mut Asker<H>) -> Result<Outcome> {
        let mut draft = match Draft::read(typed, self.on, self.today) {
            Ok(draft) => draft,
            Err(why) => return Ok(self.unread(&why)),
        };
        let mut strangers: Vec<Stranger> = Vec::new();
        for _ in 0..session::MAX_ROUNDS {
            let trial = Trial::new(&self.session, &draft, &strangers, self.today);
            if trial.is_fine() {
                self.tell(&trial.notes, false);
                return self.write(&draft, &strangers);
            }
            if !self.args.yes {
                self.complain(&trial, &draft);
            }
            if let Some(offer) = &trial.offer {
                let shown = printable(offer);
                if self.args.yes || asker.agrees(&say!(self.messages, "log-ask-offer", line = shown))? {
                    draft.line.clone_from(offer);
                    continue;
                }
            }
            let new = trial.strangers.as_deref().unwrap_or_default();
            // Whoever is still unknown once declared cannot be declared.
            let mut is_known = !new.is_empty() && new.iter().all(|it| !strangers.contains(it));
            for stranger in new.iter().filter(|_| !self.args.yes) {
                let (name, handle) = (printable(&stranger.name), &stranger.handle);
                is_known &= asker.agrees(&say!(self.messages, "log-ask-stranger", name, handle))?;
            }
            if is_known {
                strangers.extend_from_slice(new);
                continue;
            }
            if self.args.yes {
                self.complain(&trial, &draft);
            }
            self.refuse(&trial, &draft);
            return Ok(Outcome::Refused);
        }
        say_aside(&say!(self.messages, "log-refused"));
        Ok(Outcome::Refused)
    }

    fn unread(&self, why: &Unread) -> Outcome {
        let messages = self.messages;
        say_aside(&match why {
            Unread::Empty => say!(messages, "log-empty"),
            Unread::NoDay(day) => say!(messages, "log-no-day", day = printable(day)),
            Unread::TwoDays(day) => say!(messages, "log-two-days", day = printable(day)),
        });
        Outcome::Refused
    }

    /// Says what is wrong.
    fn complain(&self, trial: &Trial, draft: &Draft) {
        self.tell(&trial.refusals, true);
        if trial.has_no_verb {
            let word = draft.line.split_whitespace().next().unwrap_or_default();
            say_aside(&say!(self.messages, "log-no-verb", word = printable(word)));
        }
    }

    /// Says that nothing was written, and what to type instead.
    fn refuse(&self, trial: &Trial, draft: &Draft) {
        let command = |line: &str, more: &str| {
            let day = if draft.day == self.today { String::new() } else { format!("{} ", draft.day) };
            let quoted = format!("{day}{line}").replace('\'', r"'\''");
            printable(&format!("netlint log {more}'{quoted}'"))
        };
        say_aside(&match (&trial.offer, &trial.strangers) {
            (Some(line), _) => say!(self.messages, "log-offer", command = command(line, "")),
            (None, Some(new)) if !new.is_empty() => {
                say!(self.messages, "log-offer-stranger", command = command(&draft.line, "--yes "))
            }
            _ => say!(self.messages, "log-refused"),
        });
    }

    fn tell(&self, found: &[check::Diagnostic], has_help: bool) {
        for diagnostic in found {
            let message = printable(&diagnostic.finding.message);
            let help = diagnostic.finding.help.as_deref().map(printable).filter(|_| has_help);
            say_aside(&match help {
                Some(help) => say!(self.messages, "log-finding", message, help),
                None => message,
            });
        }
    }
}

/// What is about an entry, not the entry, goes to standard error.
fn say_aside(text: &str) {
    _ = writeln!(anstream::stderr(), "netlint: {text}");
}

impl Stranger {
    /// Whoever is meant by a handle, or by a name in brackets.
    fn new(name: &str, is_link: bool) -> Self {
        if is_link {
            return Self { name: name.to_owned(), handle: names::slug(name) };
        }
        Self { name: names::title(name), handle: name.to_owned() }
    }
}
