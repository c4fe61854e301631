//! What expressions may ask of a person and of an entry: one table, from which the page is written, too.

use std::fmt::Write;

use check::Check;
use journal::{Cadence, Direction, EntryId, Favors, PersonId};
use rhai::{Array, Dynamic, Map};

/// Something that can be asked.
pub(crate) struct Property<Id: 'static> {
    pub(crate) name: &'static str,
    docs: &'static str,
    pub(crate) get: fn(&Check<'_>, Id) -> Dynamic,
}

/// Something that can be asked with an argument: its name, the property it looks into, and what it says.
type Method = (&'static str, &'static str, &'static str);

const METHODS: &[Method] = &[
    ("has_tag", "tags", "`person.has_tag(\"family\")`, `entry.has_tag(\"gift\")`: whether it has the tag"),
    ("field", "fields", "`person.field(\"org\")`: the first value of the field, or an empty text"),
    ("has_field", "fields", "`person.has_field(\"email\")`: whether the field is there"),
    ("has_person", "people", "`entry.has_person(\"ada\")`: whether @ada takes part"),
];

/// What can be asked of a person. Only what a rule uses is worked out.
pub(crate) const PERSON: &[Property<PersonId>] = &[
    Property { name: "name", docs: "the name", get: |check, id| text(&check.network.person(id).name) },
    Property {
        name: "handle",
        docs: "the handle, without `@`",
        get: |check, id| text(&check.network.person(id).handle),
    },
    Property {
        name: "kind",
        docs: "`\"professional\"`, `\"friend\"` or `\"family\"`",
        get: |check, id| text(check.network.person(id).kind.name()),
    },
    Property {
        name: "status",
        docs: "`\"active\"`, `\"dormant\"` or `\"ended\"`",
        get: |check, id| text(check.network.person(id).status.name()),
    },
    Property {
        name: "is_paused",
        docs: "whether a pause covers today",
        get: |check, id| check.network.person(id).is_paused(check.today).into(),
    },
    Property { name: "circle", docs: "the circle, or an empty text", get: circle },
    Property { name: "cadence", docs: "the days between contacts that are wanted, or `()` for none", get: cadence },
    Property {
        name: "contacts",
        docs: "how many contacts are noted",
        get: |check, id| number(check.network.contacts(id, check.today).count()),
    },
    Property {
        name: "days_since_contact",
        docs: "the days since the last contact, or `()` where none is noted",
        get: |check, id| days(check.network.contacts(id, check.today).map(|it| check.today - it.day).min()),
    },
    Property {
        name: "days_since_met",
        docs: "the days since the day in `met`, or `()`",
        get: |check, id| days(check.network.person(id).met.map(|(day, _)| check.today - day)),
    },
    Property { name: "days_to_birthday", docs: "the days until the next birthday, 0 today, or `()`", get: birthday },
    Property {
        name: "favors_received",
        docs: "how many favors came from this person",
        get: |check, id| number(Favors::of(check.network, id, check.today).received.len()),
    },
    Property {
        name: "favors_given",
        docs: "how many favors went to this person",
        get: |check, id| number(Favors::of(check.network, id, check.today).given),
    },
    Property { name: "balance", docs: "favors received minus favors given", get: balance },
    Property { name: "tags", docs: "the tags, in small letters, without `#`", get: tags },
    Property {
        name: "fields",
        docs: "the first value of each field, by key",
        get: |check, id| fields(check, id).into(),
    },
];

/// What can be asked of an entry.
pub(crate) const ENTRY: &[Property<EntryId>] = &[
    Property { name: "verb", docs: "the verb's name, as `\"coffee\"`, or an empty text", get: verb },
    Property {
        name: "class",
        docs: "`\"online\"`, `\"voice\"`, `\"in-person\"`, `\"attempt\"`, `\"event\"`, `\"conference\"`, `\"courtesy\"`, `\"thanks\"`, `\"favor\"`, `\"request\"`, `\"note\"`, or an empty text",
        get: |check, id| text(check.network.entry(id).meaning().map_or("", |it| it.class.name())),
    },
    Property {
        name: "direction",
        docs: "who reached out: `\"mine\"`, `\"theirs\"`, `\"mutual\"`, or an empty text",
        get: |check, id| {
            text(check.network.entry(id).meaning().map_or("", |it| match it.direction {
                Direction::None => "",
                known => known.name(),
            }))
        },
    },
    Property { name: "text", docs: "what is told", get: |check, id| text(said(check, id)) },
    Property {
        name: "is_planned",
        docs: "whether it is a plan",
        get: |check, id| check.network.entry(id).is_planned.into(),
    },
    Property {
        name: "date",
        docs: "the day, as `\"2026-11-22\"`, or an empty text",
        get: |check, id| text(&check.network.entry(id).day().map(|day| day.to_string()).unwrap_or_default()),
    },
    Property {
        name: "days_ago",
        docs: "the days since its day, below 0 in the future, or `()`",
        get: |check, id| days(check.network.entry(id).day().map(|day| check.today - day)),
    },
    Property { name: "people", docs: "the handles of those who take part, without `@`", get: people },
    Property {
        name: "tags",
        docs: "the tags in its text, in small letters, without `#`",
        get: |check, id| hashtags(said(check, id)).into(),
    },
    Property {
        name: "answers",
        docs: "how many entries refer to it with `for ^name`",
        get: |check, id| number(check.network.referrers(id).len()),
    },
    Property {
        name: "file",
        docs: "the path of its file",
        get: |check, id| text(&check.network.file(check.network.entry(id).file).path),
    },
];

/// The properties that an expression uses of `subject`, added to those that are known already.
pub(crate) fn used<Id>(
    source: &str,
    subject: &str,
    table: &'static [Property<Id>],
    used: &mut Vec<&'static Property<Id>>,
) -> Result<(), String> {
    for name in asked(source, subject) {
        let looked_into = METHODS.iter().find(|method| method.0 == name).map_or(name, |method| method.1);
        let Some(property) = table.iter().find(|property| property.name == looked_into) else {
            let methods = METHODS.iter().filter(|method| table.iter().any(|it| it.name == method.1)).map(|it| it.0);
            let known: Vec<&str> = table.iter().map(|property| property.name).chain(methods).collect();
            return Err(match check::nearest(name, known.iter().copied(), 3) {
                Some(near) => format!("{subject} has no `{name}`; did you mean `{near}`?"),
                None => format!("{subject} has no `{name}`; known are {}", known.join(", ")),
            });
        };
        if !used.iter().any(|it| it.name == property.name) {
            used.push(property);
        }
    }
    Ok(())
}

/// What stands after `subject.`, outside texts in quotation marks.
fn asked<'a>(source: &'a str, subject: &str) -> Vec<&'a str> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let (mut found, mut quote, mut before, mut skipped) = (Vec::new(), None, ' ', false);
    for (at, c) in source.char_indices() {
        match quote {
            _ if std::mem::take(&mut skipped) => {}
            Some(_) if c == '\\' => skipped = true,
            Some(mark) if mark == c => quote = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
            None if is_word(before) || before == '.' => {}
            None => {
                let rest = source[at..].strip_prefix(subject).map(str::trim_start);
                if let Some(rest) = rest.and_then(|rest| rest.strip_prefix('.')).map(str::trim_start) {
                    found.push(&rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())]);
                }
            }
        }
        before = c;
    }
    found
}

/// The tables of the page about rules of one's own, as Markdown.
pub fn documented() -> String {
    let mut page = String::new();
    let mut table = |title: &str, rows: &mut dyn Iterator<Item = (String, &'static str)>| {
        _ = write!(page, "| {title} | what it is |\n|---|---|\n");
        rows.for_each(|(name, docs)| _ = writeln!(page, "| {name} | {docs} |"));
        page.push('\n');
    };
    table("of a person", &mut PERSON.iter().map(|it| (format!("`person.{}`", it.name), it.docs)));
    table("of an entry", &mut ENTRY.iter().map(|it| (format!("`entry.{}`", it.name), it.docs)));
    table("with an argument", &mut METHODS.iter().map(|it| (format!("`{}`", it.0), it.2)));
    page.trim_end().to_owned() + "\n"
}

fn text(text: &str) -> Dynamic {
    text.to_owned().into()
}

fn number(number: usize) -> Dynamic {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}

fn days(days: Option<i32>) -> Dynamic {
    days.map_or(Dynamic::UNIT, |days| i64::from(days).into())
}

fn circle(check: &Check<'_>, id: PersonId) -> Dynamic {
    let circle = check.network.person(id).circle.and_then(|at| check.settings.circles.get(at));
    text(circle.map_or("", |circle| &circle.name))
}

fn cadence(check: &Check<'_>, id: PersonId) -> Dynamic {
    match check.network.person(id).cadence {
        Cadence::Every(interval) => i64::from(check.today.plus(interval) - check.today).into(),
        Cadence::None | Cadence::Never => Dynamic::UNIT,
    }
}

fn birthday(check: &Check<'_>, id: PersonId) -> Dynamic {
    let born = check.network.person(id).born;
    days(born.and_then(|it| check.today.next_birthday(it.month, it.day)).map(|day| day - check.today))
}

fn balance(check: &Check<'_>, id: PersonId) -> Dynamic {
    let favors = Favors::of(check.network, id, check.today);
    (favors.received.len() as i64 - favors.given as i64).into()
}

fn fields(check: &Check<'_>, id: PersonId) -> Map {
    let mut map = Map::new();
    for field in &check.network.person(id).fields {
        let value = field.value.text(check.network.text(field.file));
        if !value.is_empty() {
            map.entry(field.key.as_str().into()).or_insert_with(|| text(value));
        }
    }
    map
}

fn tags(check: &Check<'_>, id: PersonId) -> Dynamic {
    let fields = check.network.person(id).fields.iter().filter(|field| field.key == "tags");
    let values = fields.map(|field| field.value.text(check.network.text(field.file)));
    let words = values.flat_map(|value| value.split([',', ' ', '\t'])).map(|word| word.trim_start_matches('#'));
    words.filter(|word| !word.is_empty()).map(|word| Dynamic::from(word.to_lowercase())).collect::<Array>().into()
}

fn said<'a>(check: &Check<'a>, id: EntryId) -> &'a str {
    let entry = check.network.entry(id);
    entry.text.text(check.network.text(entry.file)).trim()
}

fn hashtags(text: &str) -> Array {
    let end = |word: &str| word.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').unwrap_or(word.len());
    let tags = text.split_whitespace().filter_map(|word| word.strip_prefix('#')).map(|word| &word[..end(word)]);
    tags.filter(|tag| !tag.is_empty()).map(|tag| Dynamic::from(tag.to_lowercase())).collect()
}

fn verb(check: &Check<'_>, id: EntryId) -> Dynamic {
    let verb = check.network.entry(id).verb().map(|verb| check.settings.vocabulary.verb(verb));
    text(verb.map_or("", |verb| &verb.name))
}

fn people(check: &Check<'_>, id: EntryId) -> Dynamic {
    let people = check.network.participating(id).map(|id| text(&check.network.person(id).handle));
    people.collect::<Array>().into()
}
