//! What can be done at a place that mends nothing: declare, note, thank, mark as done, pause.

use check::{Edit, set_fields};
use insight::entry::{self, Choice, Draft, Insertion};
use insight::{Standing, person_of};
use journal::{Act, Class, Contact, Day, EntryId, FileId, PersonId, Place, Span, names};
use messages::{Language, say};
use syntax::Task;

use crate::{Ide, What, texts};

/// So long is a pause that is offered, in days.
const PAUSE: i32 = 14;

/// Something that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assist {
    /// What it is called.
    pub title: String,
    /// What kind of thing it is.
    pub kind: AssistKind,
    /// What it does.
    pub deed: Deed,
}

/// What kind of thing it is to do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssistKind {
    /// Something is missing without it.
    Fix,
    /// The journal goes on with it.
    Change,
}

/// What is to be done. Its edits are made when it is chosen, since that takes a while in a large file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Declare a person.
    Declare {
        /// The name.
        name: String,
        /// The handle.
        handle: String,
    },
    /// Note an entry of today.
    Note(String),
    /// A plan was carried out.
    Finish(EntryId),
    /// Nothing is due until this day.
    Pause(PersonId, Day),
}

impl Ide<'_> {
    /// What can be done about what stands at an offset.
    pub fn assists(&self, file: FileId, offset: u32) -> Vec<Assist> {
        let mut assists = Vec::new();
        let at = self.at(file, offset);
        let entry = self.entry_at(file, offset);
        if let Some(What::Mention(mention)) = at.as_ref().map(|at| &at.what)
            && mention.person.is_none()
        {
            let name = mention.name.text(self.network.text(file));
            assists.extend(self.declare(name, mention.is_link));
        }
        assists.extend(entry.and_then(|id| self.finish(id)));
        let person = at.and_then(|at| at.what.person());
        // Where one person takes part, the whole line speaks of that one.
        let alone = || {
            let mut people = self.network.participating(entry?);
            people.next().filter(|_| people.next().is_none())
        };
        if let Some(person) = person.or_else(alone) {
            assists.push(self.log(person));
            assists.extend(self.thank(person, entry));
            assists.extend(self.snooze(person));
        }
        assists
    }

    /// The edits of something that is done. `pages` says which files are pages of one person. `None`: there is no
    /// place for it, the file is not UTF-8, or it is a new one.
    pub fn edits(&self, deed: &Deed, pages: impl Fn(&str) -> bool) -> Option<Vec<Edit>> {
        let network = self.network;
        let inserted = |file: FileId, insertion: Insertion| {
            vec![Edit { place: Place { file, span: Span::at(insertion.at) }, text: insertion.text }]
        };
        let edits = match deed {
            Deed::Declare { name, handle } => {
                let first = || network.files().map(|(id, _)| id).find(|id| !pages(&network.file(*id).path));
                let file = entry::people_file(network, &pages).or_else(first)?;
                inserted(file, entry::declare(network.text(file), name, handle, self.settings))
            }
            Deed::Note(line) => {
                let Choice::File(file) = entry::choose(network, pages, self.today) else { return None };
                let draft = Draft { day: self.today, line: line.clone() };
                inserted(file, entry::place(network.text(file), &draft, self.settings)?)
            }
            Deed::Finish(id) => self.finished(*id)?,
            Deed::Pause(person, until) => set_fields(network, *person, &[("pause", format!("until {until}"))]),
        };
        edits.iter().all(|edit| network.file(edit.place.file).invalid.is_none()).then_some(edits)
    }

    /// The file that something that is done begins, its path and text, where none that is there will do: the first
    /// entry of a year, say.
    pub fn new_file(&self, deed: &Deed, pages: impl Fn(&str) -> bool) -> Option<(String, String)> {
        let Deed::Note(line) = deed else { return None };
        let Choice::New(path) = entry::choose(self.network, pages, self.today) else { return None };
        Some((path, entry::first_text(&Draft { day: self.today, line: line.clone() })))
    }

    fn declare(&self, name: &str, is_link: bool) -> Option<Assist> {
        let network = self.network;
        let (name, handle) =
            if is_link { (name.to_owned(), names::slug(name)) } else { (names::title(name), name.to_owned()) };
        // Whoever has an alias in common with another is declared already.
        let key = names::folded(&handle);
        let is_alias = |person: &journal::Person| person.aliases.iter().any(|alias| alias.key == key);
        if handle.is_empty() || person_of(network, &handle).is_some() || network.people.iter().any(is_alias) {
            return None;
        }
        let title =
            say!(texts::within(self.settings.language), "assist-declare", name = &name, handle = format!("@{handle}"));
        Some(Assist { title, kind: AssistKind::Fix, deed: Deed::Declare { name, handle } })
    }

    fn note(&self, line: String) -> Assist {
        let title = say!(texts::within(self.settings.language), "assist-log", line = &line);
        Assist { title, kind: AssistKind::Change, deed: Deed::Note(line) }
    }

    /// The same kind of contact as the last one, since people have their habits.
    fn log(&self, person: PersonId) -> Assist {
        let (network, is_german) = (self.network, self.settings.language == Language::German);
        let handle = &network.person(person).handle;
        let usual = |touch: &Contact| matches!(touch.class, Some(Class::Online | Class::Voice | Class::InPerson));
        let last = network.contacts(person, self.today).rev().find(usual);
        let word = last.and_then(|last| {
            let id = last.entry?;
            let text = network.text(network.entry(id).file);
            Some(network.item(id).verb?.text(text).to_lowercase())
        });
        let word = word.unwrap_or_else(|| if is_german { "nachricht" } else { "message" }.to_owned());
        let with = match (last.and_then(|last| last.class), is_german) {
            (Some(Class::InPerson), true) => "mit ",
            (Some(Class::InPerson), false) => "with ",
            _ => "",
        };
        self.note(format!("{word} {with}@{handle}"))
    }

    /// Thanks for the favor at the place, else for the last one, if there were none since.
    fn thank(&self, person: PersonId, here: Option<EntryId>) -> Option<Assist> {
        let network = self.network;
        let standing = Standing::of(network, person, self.today);
        let received = &standing.favors.received;
        let favor = received.iter().find(|(_, id, _)| Some(*id) == here).or(received.last())?;
        let (day, id, _) = *favor;
        let refers = |touch: &Contact| touch.entry.is_some_and(|other| network.referrers(id).any(|it| it == other));
        let has_name = network.anchors.binary_search_by_key(&id, |anchor| anchor.entry).ok();
        let mut thanks = network.touches(person, self.today).filter(|touch| touch.act == Act::Thanked);
        if thanks.any(|touch| refers(&touch) || touch.day >= day && has_name.is_none()) {
            return None;
        }
        let is_german = self.settings.language == Language::German;
        let (thanked, reason) = if is_german { ("gedankt", "für") } else { ("thanked", "for") };
        let mut line = format!("{thanked} @{}", network.person(person).handle);
        if let Some(anchor) = has_name.map(|at| network.anchors[at]) {
            let name = anchor.span.text(network.text(network.entry(id).file));
            line = format!("{line} {reason} ^{name}");
        }
        Some(self.note(line))
    }

    /// A plan for today or earlier, or one whose day stands in it.
    fn finish(&self, id: EntryId) -> Option<Assist> {
        self.finished(id)?;
        let title = say!(texts::within(self.settings.language), "assist-done");
        Some(Assist { title, kind: AssistKind::Change, deed: Deed::Finish(id) })
    }

    fn finished(&self, id: EntryId) -> Option<Vec<Edit>> {
        let entry = self.network.entry(id);
        let item = self.network.item(id);
        let (_, span) = item.task.filter(|(task, _)| *task == Task::Planned)?;
        let edit = |span, text: String| Edit { place: Place { file: entry.file, span }, text };
        let mut edits = vec![edit(span, "[x]".to_owned())];
        // What was done is no longer in the future.
        if entry.day().is_some_and(|day| day > self.today) {
            edits.push(edit(item.date?, self.today.to_string()));
        }
        Some(edits)
    }

    fn snooze(&self, id: PersonId) -> Option<Assist> {
        let person = self.network.person(id);
        person.due_every(self.today)?;
        let until = self.today + PAUSE;
        let (who, messages) = (format!("@{}", person.handle), texts::within(self.settings.language));
        let title = say!(messages, "assist-snooze", who, until);
        Some(Assist { title, kind: AssistKind::Change, deed: Deed::Pause(id, until) })
    }
}
