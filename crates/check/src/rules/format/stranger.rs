//! What to say of a mention of somebody who is not declared.

use journal::{Network, Place, Who, names};

use super::guess::Guesses;
use crate::diagnostic::Finding;
use crate::words::slips;

/// The handles and names of a network, to guess who may be meant.
pub(super) struct Strangers<'a> {
    network: &'a Network,
    handles: Option<Guesses<'a>>,
    names: Option<Guesses<'a>>,
}

impl<'a> Strangers<'a> {
    pub(super) fn new(network: &'a Network) -> Self {
        Self { network, handles: None, names: None }
    }

    /// A finding if this mention means nobody.
    pub(super) fn finding(&mut self, who: Who, place: impl FnOnce() -> Option<Place>) -> Option<Finding> {
        let network = self.network;
        let stranger = network.outsider(who).filter(|it| it.candidates.is_empty())?;
        let place = place()?;
        let shown = network.display(who);
        let name = stranger.name.as_str();
        if stranger.is_link {
            let names = || Guesses::new(network.people.iter().map(|person| person.name.as_str()));
            let near = self.names.get_or_insert_with(names).nearest(name, slips(name));
            let finding = Finding::new(place, format!("nobody is named {shown}"));
            return Some(match near {
                Some(near) => finding.help(format!("did you mean [[{near}]]?")),
                None => finding.help(format!("`## {name} @{}` declares a person", names::slug(name))),
            });
        }
        let handles = || Guesses::new(network.people.iter().map(|person| person.handle.as_str()));
        let near = self.handles.get_or_insert_with(handles).nearest(name, slips(name));
        let finding = Finding::new(place, format!("nobody is declared as {shown}"));
        let declare = format!("`## Name {shown}` declares a person");
        Some(match near {
            Some(near) => finding.help(format!("did you mean @{near}? Else {declare}")).fix(
                false,
                format!("Write @{near}"),
                place,
                format!("@{near}"),
            ),
            None => finding.help(declare),
        })
    }
}
