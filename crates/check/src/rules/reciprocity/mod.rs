use journal::{EntryId, Network, Person, PersonId, Status};

use crate::rule::rules;

rules! {
    unreturned_favor,
    lopsided_balance,
    stale_request,
    forgotten_promise,
}

/// Whether favors, requests and promises are weighed with this person: not in the family, and not after the end.
pub(crate) fn weighs(person: &Person) -> bool {
    person.kind != journal::Kind::Family && person.status != Status::Ended
}

/// Brings together the people of whom one entry tells: each entry once, in order of files and lines, with its people as
/// it names them.
pub(crate) fn by_entry(network: &Network, mut pairs: Vec<(EntryId, PersonId)>) -> Vec<(EntryId, Vec<PersonId>)> {
    pairs.sort_unstable();
    let together = pairs.chunk_by(|a, b| a.0 == b.0).filter_map(|people| {
        let (id, _) = *people.first()?;
        let is_one = |person: &PersonId| people.binary_search(&(id, *person)).is_ok();
        Some((id, network.participating(id).filter(is_one).collect()))
    });
    together.collect()
}

/// What a line refers to this entry by, `^name`; `None` where it has no name.
pub(crate) fn reference_to(network: &Network, id: EntryId) -> Option<String> {
    let at = network.anchors.binary_search_by_key(&id, |anchor| anchor.entry).ok()?;
    let text = network.text(network.entry(id).file);
    network.anchors.get(at).map(|anchor| format!("^{}", anchor.span.text(text)))
}

#[cfg(test)]
mod tests {
    use journal::{Network, Settings};

    use crate::levels::Levels;
    use crate::testing::diagnostics;

    /// The lines that help offers are understood, and are all that is missing.
    #[test]
    fn the_lines_to_type_settle_what_is_open() {
        for (rule, entry) in [
            ("unreturned-favor", "got from"),
            ("stale-request", "asked"),
            ("forgotten-promise", "offered"),
            ("missing-thanks", "got from"),
            ("missing-thanks", "declined"),
        ] {
            for name in ["", " ^it"] {
                let asked = if entry == "declined" { "- 2026-06-01 asked @ada and @bob: it ^asked\n" } else { "" };
                let day = if rule == "unreturned-favor" { "2026-06-01" } else { "2026-10-01" };
                let before = format!("# Ada @ada\n# Bob @bob\n# Log\n{asked}- {day} {entry} @bob and @ada: it{name}\n");
                let lines = lines_to_type(rule, &before);
                assert!(!lines.is_empty(), "{rule} offers no line");
                for line in lines {
                    assert_eq!(line.contains("for ^"), !name.is_empty() || !asked.is_empty(), "{line}");
                    let after = format!("{before}# 2026-11-22\n{line}\n");
                    assert!(found(rule, &network(&after)).is_empty(), "{rule}: {line}");
                    assert!(found("unknown-verb", &network(&after)).is_empty(), "{line}");
                }
            }
        }
    }

    fn network(text: &str) -> Network {
        testkit::network(&[("a.net.md", text)], &Settings::default())
    }

    fn found(rule: &str, network: &Network) -> Vec<crate::Diagnostic> {
        let rule = crate::rules::find(rule);
        rule.map(|rule| diagnostics(rule, network, &Settings::default(), &Levels::default(), testkit::TODAY))
            .unwrap_or_default()
    }

    fn lines_to_type(rule: &str, text: &str) -> Vec<String> {
        let helps = found(rule, &network(text)).into_iter().filter_map(|it| it.finding.help);
        let parts = helps.flat_map(|help| help.split('`').map(str::to_owned).collect::<Vec<_>>());
        parts.filter(|part| part.starts_with("- ")).collect()
    }
}
