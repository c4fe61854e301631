//! See the page below.

use messages::say;
use std::collections::HashMap;

use foldhash::fast::RandomState;
use journal::{Network, PersonId, Place, Who, names};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

rule! {
    /// Somebody takes part under a name that two people have.
    ///
    /// ## Why
    ///
    /// An alias (`aka`) stands for one person. Where two have it, nobody can tell whom you met, and the contact counts
    /// for neither.
    ///
    /// Reported is each handle or `[[Name]]` that takes part in an entry, or stands alone in a heading, and that is
    /// not declared but the alias or the name of several people.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## José Pérez @jose
    /// - aka: @pepe
    ///
    /// ## Josef Huber @josef
    /// - aka: @pepe
    ///
    /// ## 2026-11-03
    /// - lunch with @pepe: about his new job
    ///              ^^^^^ @pepe may be @jose or @josef
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## José Pérez @jose
    /// - aka: @pepe
    ///
    /// ## Josef Huber @josef
    /// - aka: @sepp
    ///
    /// ## 2026-11-03
    /// - lunch with @pepe: about his new job
    /// ```
    name: "ambiguous-alias",
    group: Format,
    level: Error,
    english: "
        message = { $name } may be { $who }
        message-many = { $name } may be any of { $count } people, such as { $who }
        one = { $who } has it
        help = write the handle of the one you mean, such as { $who }
    ",
    german: "
        title = Jemand nimmt unter einem Namen teil, den zwei Menschen haben
        message = { $name } kann { $who } sein
        message-many = { $name } kann jede von { $count } Personen sein, etwa { $who }
        one = { $who } heißt so
        help = schreib das Handle der Person, die du meinst, etwa { $who }
    ",
    check: check,
}

/// So many of those who may be meant are named: more help nobody.
const MOST: usize = 4;

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let mut aliases: Option<Aliases<'_>> = None;
    let mut tell = |who: Who, place: Option<Place>| {
        let outsider = network.outsider(who).filter(|it| it.candidates.len() > 1)?;
        let people = &outsider.candidates[..outsider.candidates.len().min(MOST)];
        let shown = network.display(who);
        let names: Vec<String> = people.iter().map(|id| at(network, *id)).collect();
        let language = check.settings.language;
        let message = match outsider.candidates.len() {
            count if count > MOST => say!(check, "message-many", name = shown, count, who = language.all_of(&names)),
            _ => say!(check, "message", name = shown, who = language.one_of(&names)),
        };
        let help = say!(check, "help", who = names.first()?);
        let mut finding = Finding::new(place?, message).about(people.iter().copied()).help(help);
        let aliases = aliases.get_or_insert_with(|| all_aliases(network));
        let key = names::key(&outsider.name);
        for id in people {
            let alias = aliases.get(&(*id, outsider.is_link, key.as_ref()));
            let place = alias.copied().unwrap_or(network.person(*id).place);
            finding = finding.see(place, say!(check, "one", who = at(network, *id)));
        }
        Some(finding)
    };
    for heading in &network.lost_headings {
        found.extend(tell(heading.who, Some(heading.place)));
    }
    for (id, _) in network.entries() {
        for participant in network.participants(id).iter().filter(|it| it.who.person().is_none()) {
            found.extend(tell(participant.who, network.named_at(id, *participant)));
        }
    }
}

/// Where each person has each alias: whose, whether it is a name, and which.
type Aliases<'a> = HashMap<(PersonId, bool, &'a str), Place, RandomState>;

fn all_aliases(network: &Network) -> Aliases<'_> {
    let mut all = Aliases::default();
    for (id, person) in network.people() {
        for alias in &person.aliases {
            all.entry((id, alias.is_name, &alias.key)).or_insert(alias.place);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn headings_links_and_plans_are_looked_at() {
        assert_marks(
            &RULE,
            TODAY,
            "## Ada @ada
- aka: @a, Countess
## Ada @ada2
- aka: Countess
## Bob @bob
- aka: @A
## 2026-11-03
- [ ] call [[Ada]] and @a
           ^^^^^^^ [[Ada]] may be @ada or @ada2
                       ^^ @a may be @ada or @bob
- mail from [[countess]]: hello @a
            ^^^^^^^^^^^^ [[countess]] may be @ada or @ada2
--- b.net.md
## @a
   ^^ @a may be @ada or @bob
",
        );
    }

    #[test]
    fn a_declared_handle_wins_over_aliases() {
        assert_count(&RULE, TODAY, "## A @a\n## B @b\n- aka: @a, @x\n## C @c\n- aka: @a\n## 2026-11-03\n- call @a\n- call @x\n", 0);
    }

    #[test]
    fn a_crowd_is_not_listed() {
        let people = ["a", "b", "c", "d", "e"].map(|name| format!("## {name} @{name}\n- aka: @x\n")).concat();
        let entry = "## 2026-11-03\n- call @x\n       ^^ @x may be any of 5 people, such as @a, @b, @c and @d\n";
        assert_marks(&RULE, TODAY, &format!("{people}{entry}"));
    }
}
