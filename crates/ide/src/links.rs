//! What can be opened: addresses, numbers, pages of people.

use std::fmt::Write;

use journal::{Field, FileId, Place, Reader, Span};
use syntax::ListItem;

use crate::Ide;

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it stands.
    pub span: Span,
    /// Where it leads.
    pub target: Target,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An address for some other program.
    Uri(String),
    /// The heading of a person.
    Place(Place),
}

impl Ide<'_> {
    /// The links of a file, in order.
    pub fn links(&self, file: FileId) -> Vec<Link> {
        let network = self.network;
        let mut links: Vec<Link> = Vec::new();
        let fields = network.people.iter().flat_map(|person| &person.fields).filter(|it| it.file == file);
        for field in fields {
            links.extend(self.of_field(field));
        }
        let first = network.mentions.partition_point(|it| it.file < file);
        let mentions = network.mentions[first..].iter().take_while(|it| it.file == file);
        let text = network.text(file);
        let link = |span: Span, person: journal::PersonId| {
            text[span.start as usize..]
                .starts_with('[')
                .then(|| Link { span, target: Target::Place(network.person(person).place) })
        };
        for mention in mentions {
            let Some(person) = mention.who.person() else { continue };
            links.extend(link(network.mentioned_at(*mention).span, person));
        }
        let first = network.entries.partition_point(|it| it.file < file);
        let own = network.entries().skip(first).take_while(|(_, entry)| entry.file == file);
        for (id, entry) in own {
            if !network.text_at(entry.place()).contains("[[") {
                continue;
            }
            for participant in network.participants(id) {
                let place = participant.who.person().zip(network.named_at(id, *participant));
                links.extend(place.and_then(|(person, place)| link(place.span, person)));
            }
        }
        links.sort_by_key(|it| (it.span.start, it.span.end));
        links.dedup_by_key(|it| it.span);
        links
    }

    fn of_field(&self, field: &Field) -> Vec<Link> {
        let text = self.network.text(field.file);
        let link = |span: Span, uri: String| Link { span, target: Target::Uri(uri) };
        let mut reader = Reader::default();
        match field.key.as_str() {
            "email" => {
                let span = reader.email(text, field.value);
                span.map(|span| link(span, format!("mailto:{}", encoded(span.text(text))))).into_iter().collect()
            }
            "phone" => {
                let number: String = field.value.text(text).chars().filter(|c| "+0123456789".contains(*c)).collect();
                let is_number = number.chars().filter(char::is_ascii_digit).count() > 2;
                is_number.then(|| link(field.value, format!("tel:{number}"))).into_iter().collect()
            }
            "url" => {
                let words = reader.list(text, field.value).into_iter();
                let spans = words.filter_map(|it| if let ListItem::Words(span) = it { Some(span) } else { None });
                spans.filter_map(|span| Some(link(span, web(span.text(text))?))).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The address of a page. One without a scheme is meant to be on the web; other schemes are not opened.
fn web(url: &str) -> Option<String> {
    let url = url.trim_start_matches('<').trim_end_matches('>');
    let lower = url.to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") {
        return Some(encoded(url));
    }
    let host = url.split('/').next().unwrap_or_default();
    (host.contains('.') && !host.contains([':', ' ', '@'])).then(|| format!("https://{}", encoded(url)))
}

/// An address with all that may not stand in one as bytes in hexadecimal.
fn encoded(address: &str) -> String {
    let mut encoded = String::new();
    for byte in address.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
