//! See the page below.


use crate::diagnostic::Finding;
use crate::rule::{Check, rule};

rule! {
    /// One message went to many people.
    ///
    /// ## Why
    ///
    /// The study's advice is to send no mass mail and to address people one by one: what goes to everybody speaks to
    /// nobody. Such an entry is a broadcast, and counts as contact with none of them. Only what you sent lately is
    /// reported.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada @ada
    /// ## Bob @bob
    /// ## Carl @carl
    /// ## Dora @dora
    ///
    /// ## 2026-11-10
    /// - mail @ada, @bob, @carl, @dora: my new post
    ///   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ one message to 4 people counts as contact with none of them
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada @ada
    /// ## Bob @bob
    ///
    /// ## 2026-11-10
    /// - mail @ada: my new post, and a question about engines
    /// - mail @bob: my new post, because of what he said in May
    /// ```
    name: "mass-message",
    group: Tact,
    level: Warning,
    options: [
        ("max-recipients", 3, "People whom one message may have before it is a mass message."),
        ("recent-days", 90, "Days back from today that are looked at."),
    ],
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    for (id, entry) in network.entries() {
        if !entry.is_broadcast() {
            continue;
        }
        let Some((day, _)) = network.happened(id, check.today) else { continue };
        if !check.is_recent(day) {
            continue;
        }
        let people = network.participants(id).len();
        let message = format!("one message to {people} people counts as contact with none of them");
        let finding = Finding::new(network.head(id), message)
            .about(network.participating(id))
            .help("write to the people who matter one by one, and note each with a line of its own");
        found.push(finding);
    }
}
