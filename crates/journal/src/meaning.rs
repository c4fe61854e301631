//! Whether two texts of one file say the same: what a formatter must not change.

use syntax::Span;

use crate::facts::{EntryFact, Facts, NameUse, Part};
use crate::{Day, names};

/// Words that the format reads alike in both languages.
const ALIKE: &[&[&str]] = &[&["with", "mit"], &["from", "by", "von"], &["to", "an"], &["for", "für"], &["and", "und"]];

impl Facts {
    /// Whether this, read from `text`, says the same as `other`, read from `other_text`: the same people with the same
    /// fields, the same entries in the same order, the same mentions and directives. White space, the order of a
    /// person's fields, the zeros of dates and the language of a verb say nothing.
    pub fn says_the_same(&self, text: &str, other: &Self, other_text: &str) -> bool {
        let (one, two) = (Said { facts: self, text }, Said { facts: other, text: other_text });
        same(one.headings(), two.headings(), |a, b| a == b)
            && same(one.entries(), two.entries(), same_entry)
            && one.fields() == two.fields()
            && one.mentions() == two.mentions()
            && same(one.days(), two.days(), |a, b| a == b)
            && same(one.directives(), two.directives(), |a, b| same_words(a, b))
            && two.odd_dates() <= one.odd_dates()
    }
}

fn same<T>(
    one: impl Iterator<Item = T>,
    two: impl Iterator<Item = T>,
    is_same: impl Fn(&T, &T) -> bool + Copy,
) -> bool {
    let (mut one, mut two) = (one, two);
    loop {
        match (one.next(), two.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if is_same(&a, &b) => {}
            _ => return false,
        }
    }
}

/// Facts and the text that they are places in.
struct Said<'a> {
    facts: &'a Facts,
    text: &'a str,
}

/// An entry, with the part that it stands in and how many headings and entries are in those before.
struct SaidEntry<'a> {
    text: &'a str,
    part: &'a Part,
    headings: u32,
    entry: &'a EntryFact,
    marks: Vec<(bool, &'a str)>,
}

impl<'a> SaidEntry<'a> {
    fn participants(&self) -> impl Iterator<Item = (&'a str, bool)> + use<'a> {
        let (text, part, (start, end)) = (self.text, self.part, self.entry.participants);
        part.participants[start as usize..end as usize].iter().map(move |used| name_of(text, part, used.name))
    }
}

impl<'a> Said<'a> {
    /// The parts, each with the number of headings in those before.
    fn parts(&self) -> impl Iterator<Item = (u32, &'a Part)> + use<'a> {
        self.facts.parts.iter().scan(0, |headings, part| {
            let before = *headings;
            *headings += part.headings.len() as u32;
            Some((before, part))
        })
    }

    fn headings(&self) -> impl Iterator<Item = (Option<String>, Option<(&'a str, bool)>, bool)> + use<'a> {
        let text = self.text;
        self.parts().flat_map(move |(_, part)| {
            part.headings.iter().map(move |heading| {
                let mention = heading.mention.map(|name| name_of(text, part, name));
                (heading.name.map(|name| names::folded(name.text(text))), mention, heading.has_prose)
            })
        })
    }

    fn entries(&self) -> impl Iterator<Item = SaidEntry<'a>> + use<'a> {
        let text = self.text;
        self.parts().flat_map(move |(headings, part)| {
            let (mut anchors, mut references) = (part.anchors.iter().peekable(), part.references.iter().peekable());
            part.entries.iter().enumerate().map(move |(number, entry)| {
                let mut marks = Vec::new();
                while let Some((_, id)) = anchors.next_if(|(of, _)| *of == number as u32) {
                    marks.push((true, id.text(text)));
                }
                while let Some((_, id)) = references.next_if(|(of, _)| *of == number as u32) {
                    marks.push((false, id.text(text)));
                }
                SaidEntry { text, part, headings, entry, marks }
            })
        })
    }

    /// Heading, key and value of each field: those of one person by their keys, and those of one key in order.
    fn fields(&self) -> Vec<(u32, String, String)> {
        let field = |headings: u32, field: &crate::facts::FieldFact| {
            let words: Vec<String> = field.value.text(self.text).split_whitespace().map(padded).collect();
            (headings + field.heading, names::folded(field.key.text(self.text)), words.join(" "))
        };
        let mut fields: Vec<_> =
            self.parts().flat_map(|(headings, part)| part.fields.iter().map(move |it| field(headings, it))).collect();
        fields.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        fields
    }

    fn mentions(&self) -> Vec<(&'a str, bool)> {
        let mention = |part: &'a Part, mention: &NameUse| name_of(self.text, part, mention.name);
        let mut mentions: Vec<_> =
            self.parts().flat_map(|(_, part)| part.mentions.iter().map(move |it| mention(part, it))).collect();
        mentions.sort_unstable();
        mentions
    }

    /// The days of headings and of sections that hold only prose, each with its person.
    fn days(&self) -> impl Iterator<Item = (Day, Option<u32>)> + use<'a> {
        self.parts().flat_map(|(headings, part)| {
            let dates = part.date_headings.iter().map(move |it| (it.day, it.heading.map(|number| headings + number)));
            dates.chain(part.sections.iter().map(move |(heading, day, _)| (*day, Some(headings + heading))))
        })
    }

    fn directives(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let text = self.text;
        self.parts().flat_map(move |(_, part)| part.directives.iter().map(move |span| span.text(text)))
    }

    fn odd_dates(&self) -> usize {
        self.parts().map(|(_, part)| part.odd_dates.len()).sum()
    }
}

fn name_of<'a>(text: &'a str, part: &Part, name: u32) -> (&'a str, bool) {
    let (span, is_link) = part.names.get(name as usize).copied().unwrap_or((Span::at(0), false));
    (span.text(text), is_link)
}

fn same_entry(a: &SaidEntry<'_>, b: &SaidEntry<'_>) -> bool {
    let key = |it: &SaidEntry<'_>| {
        let EntryFact { day, verb, is_planned, is_from, heading, .. } = *it.entry;
        (day, verb, is_planned, is_from, heading.map(|number| it.headings + number))
    };
    key(a) == key(b)
        && a.participants().eq(b.participants())
        && a.marks == b.marks
        && same_words(a.entry.text.text(a.text), b.entry.text.text(b.text))
}

fn same_words(a: &str, b: &str) -> bool {
    a == b || same(a.split_whitespace(), b.split_whitespace(), |a, b| same_word(a, b))
}

fn same_word(a: &str, b: &str) -> bool {
    a == b || padded(a) == padded(b) || {
        let (a, b) = (bare(a).to_lowercase(), bare(b).to_lowercase());
        ALIKE.iter().any(|words| words.contains(&a.as_str()) && words.contains(&b.as_str()))
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// A word that is a date, with its zeros; any other as it is.
fn padded(word: &str) -> String {
    match Day::parse(bare(word)) {
        Some(day) => word.replacen(bare(word), &day.to_string(), 1),
        None => word.to_owned(),
    }
}
