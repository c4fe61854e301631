//! Under which heading a place stands.

use journal::{FileId, NamedHeading, Network, PersonId};
use syntax::{Block, BlockKind, Context, Heading, Reader};

use crate::block::above;

/// The nearest heading that decides how items are read, and the nearest person above.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Under {
    /// How an item is read.
    pub(crate) context: Context,
    /// Whose heading stands above, where that is one declared person.
    pub(crate) person: Option<PersonId>,
}

/// Under which headings a place stands. Goes upwards, and only as far as it must.
pub(crate) fn under(network: &Network, file: FileId, offset: u32) -> Under {
    let text = network.text(file);
    let mut found = Under { context: Context::None, person: None };
    let mut limit = 7;
    let mut end = offset;
    let mut blocks: Vec<Block> = Vec::new();
    // Once it is known how items are read, only a person above matters.
    while limit > 1 && end > 0 && (found.context == Context::None || has_person_above(network, file, end)) {
        let start = above(network, file, end);
        blocks.clear();
        syntax::scan(text, syntax::Span::new(start, end), syntax::State::default(), &mut blocks);
        for block in blocks.iter().rev() {
            let BlockKind::Heading(level) = block.kind else { continue };
            if level >= limit {
                continue;
            }
            limit = level;
            let context = match Reader::default().heading(text, block.body, &mut Vec::new()) {
                Heading::Person { mention, .. } | Heading::Reference(mention) if !mention.is_link => Context::Person,
                Heading::Date(_) => Context::Date,
                _ => continue,
            };
            if found.context == Context::None {
                found.context = context;
            }
            if context == Context::Person {
                found.person = person_of_heading(network, file, block);
                return found;
            }
        }
        end = start;
    }
    if let Some(person) = page_of(network, file) {
        found.person = Some(person);
        if found.context == Context::None {
            found.context = Context::Person;
        }
    }
    found
}

fn has_person_above(network: &Network, file: FileId, offset: u32) -> bool {
    let at = network.person_headings.partition_point(|it| (it.place.file, it.place.span.start) < (file, offset));
    at.checked_sub(1).is_some_and(|at| network.person_headings[at].place.file == file)
}

/// The person whose heading a block is.
pub(crate) fn person_of_heading(network: &Network, file: FileId, block: &Block) -> Option<PersonId> {
    heading_of_person(network, file, block).map(|it| it.person)
}

/// The heading that a block is, where it is that of a declared person.
pub(crate) fn heading_of_person<'a>(network: &'a Network, file: FileId, block: &Block) -> Option<&'a NamedHeading> {
    let all = &network.person_headings;
    let first = all.partition_point(|it| (it.place.file, it.place.span.start) < (file, block.span.start));
    all.get(first).filter(|it| it.place.file == file && it.place.span.start < block.span.end)
}

/// The person of whom the whole file tells: one who is declared without a handle.
fn page_of(network: &Network, file: FileId) -> Option<PersonId> {
    let first = network.people.partition_point(|it| it.place.file < file);
    let (id, person) = network.people().nth(first)?;
    (person.place.file == file && !network.text_at(person.place).contains('@')).then_some(id)
}
