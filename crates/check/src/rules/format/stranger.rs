//! What to say of a mention of somebody who is not declared.

use journal::{Network, Place, Who, names};
use messages::{Messages, Texts, say};

use super::guess::Guesses;
use crate::diagnostic::Finding;
use crate::rule::Check;
use crate::words::slips;

pub(crate) static TEXTS: Texts = Texts::new(
    "
        unnamed = nobody is named { $name }
        unnamed-near = did you mean [[{ $near }]]?
        unnamed-help = `## { $name } @{ $handle }` declares a person
        undeclared = nobody is declared as { $name }
        undeclared-near = did you mean @{ $near }? Else `## Name { $name }` declares a person
        undeclared-help = `## Name { $name }` declares a person
        fix = Write @{ $near }
    ",
    "
        unnamed = niemand heißt { $name }
        unnamed-near = meintest du [[{ $near }]]?
        unnamed-help = `## { $name } @{ $handle }` führt eine Person ein
        undeclared = niemand ist als { $name } eingeführt
        undeclared-near = meintest du @{ $near }? Sonst führt `## Name { $name }` eine Person ein
        undeclared-help = `## Name { $name }` führt eine Person ein
        fix = @{ $near } schreiben
    ",
);

/// The handles and names of a network, to guess who may be meant.
pub(super) struct Strangers<'a> {
    network: &'a Network,
    messages: Messages<'static>,
    handles: Option<Guesses<'a>>,
    names: Option<Guesses<'a>>,
}

impl<'a> Strangers<'a> {
    pub(super) fn new(check: &Check<'a>) -> Self {
        Self { network: check.network, messages: check.within(&TEXTS), handles: None, names: None }
    }

    /// A finding if this mention means nobody.
    pub(super) fn finding(&mut self, who: Who, place: impl FnOnce() -> Option<Place>) -> Option<Finding> {
        let (network, messages) = (self.network, self.messages);
        let stranger = network.outsider(who).filter(|it| it.candidates.is_empty())?;
        let place = place()?;
        let shown = network.display(who);
        let name = stranger.name.as_str();
        if stranger.is_link {
            let names = || Guesses::new(network.people.iter().map(|person| person.name.as_str()));
            let near = self.names.get_or_insert_with(names).nearest(name, slips(name));
            let finding = Finding::new(place, say!(messages, "unnamed", name = shown));
            return Some(match near {
                Some(near) => finding.help(say!(messages, "unnamed-near", near)),
                None => finding.help(say!(messages, "unnamed-help", name, handle = names::slug(name))),
            });
        }
        let handles = || Guesses::new(network.people.iter().map(|person| person.handle.as_str()));
        let near = self.handles.get_or_insert_with(handles).nearest(name, slips(name));
        let finding = Finding::new(place, say!(messages, "undeclared", name = &shown));
        Some(match near {
            Some(near) => finding.help(say!(messages, "undeclared-near", near, name = shown)).fix(
                false,
                say!(messages, "fix", near),
                place,
                format!("@{near}"),
            ),
            None => finding.help(say!(messages, "undeclared-help", name = shown)),
        })
    }
}
