//! See the page below.

use messages::say;
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};

rule! {
    /// One message went to many people.
    ///
    /// ## Why
    ///
    /// The study's advice is to send no mass mail and to address people one by one: what goes to everybody speaks to
    /// nobody.
    ///
    /// An online entry of yours (`mail`, `message`, `comment`) to more than 3 people is a mass message, and counts
    /// as contact with none of them. Everybody who takes part counts once, declared or not. What others sent (`mail
    /// from`), meetings of many and plans are none. Only what you sent in the last 90 days is reported.
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
    english: "
        message = one message to { $people } people counts as contact with none of them
        help = write to the people who matter one by one, and note each with a line of its own
    ",
    german: "
        title = Eine Nachricht ging an viele Menschen
        message = eine Nachricht an { $people } Personen zählt als Kontakt mit keiner von ihnen
        help = schreib denen, die dir wichtig sind, einzeln, und notiere jede Nachricht in einer eigenen Zeile
    ",
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
        let message = say!(check, "message", people);
        let finding = Finding::new(network.head(id), message)
            .about(network.participating(id))
            .help(say!(check, "help"));
        found.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use journal::Settings;
    use testkit::TODAY;

    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with, before};

    const PEOPLE: &str = "## Ada @ada\n- aka: @countess\n## Bob @bob\n## Carl @carl\n## Dora @dora\n## 2026-11-10\n";

    #[test]
    fn three_recipients_are_few_and_four_are_many() {
        for (line, count) in [
            ("mail @ada, @bob, @carl", 0),
            ("mail @ada, @bob, @carl, @dora", 1),
            ("comment @ada, @bob, @carl, @dora", 1),
            ("[x] message to @ada and @bob and @carl and @dora: x", 1),
            // Twice named is once told.
            ("mail @ada, @bob, @carl, @Ada, @countess, [[Ada]]", 0),
            ("mail @ada, @bob, @carl: hello to @dora", 0),
            // Those who are not declared are people too.
            ("mail @ada, @w, @x, @y", 1),
            ("mail @ada, @w, @x, @W", 0),
            ("mail @ada, @bob, [[Nobody]], @nobody", 1),
        ] {
            assert_count(&RULE, TODAY, &format!("{PEOPLE}- {line}\n"), count);
        }
    }

    #[test]
    fn only_what_i_sent_online_is_a_broadcast() {
        for line in [
            "mail from @ada, @bob, @carl, @dora",
            "message by @ada, @bob, @carl, @dora",
            "call @ada, @bob, @carl, @dora",
            "dinner with @ada, @bob, @carl, @dora",
            "meetup with @ada, @bob, @carl, @dora",
            "invited @ada, @bob, @carl, @dora: the party",
            "thanked @ada, @bob, @carl, @dora",
            "asked @ada, @bob, @carl, @dora: x",
            "note @ada, @bob, @carl, @dora: x",
            "[ ] mail @ada, @bob, @carl, @dora: x",
            "mall @ada, @bob, @carl, @dora: x",
        ] {
            assert_count(&RULE, TODAY, &format!("{PEOPLE}- {line}\n"), 0);
        }
    }

    #[test]
    fn the_last_90_days_are_looked_at() {
        let text = |days| format!("## {}\n- mail @a, @b, @c, @d\n", before(TODAY, days));
        assert_count(&RULE, TODAY, &text(90), 1);
        assert_count(&RULE, TODAY, &text(91), 0);
        assert_count(&RULE, TODAY, &text(0), 1);
        assert_count(&RULE, TODAY, &text(-1), 0);
        assert_count(&RULE, TODAY, "- 2026-11-31 mail @a, @b, @c, @d\n", 0);
    }

    #[test]
    fn people_who_are_implied_count() {
        let text = "\
## Ada @ada
### 2026-11-10
- mail @b, @c, @d: news
  ^^^^^^^^^^^^^^^ one message to 4 people counts as contact with none of them
## 2026-10-01
- dinner with @ada, @b, @c, @d: the reunion ^reunion
## 2026-10-02
- mail for ^reunion: the photos
  ^^^^ one message to 4 people counts as contact with none of them
";
        assert_marks(&RULE, TODAY, text);
    }

    #[test]
    fn a_broadcast_is_no_contact() {
        let contacts = |line: &str| {
            let text = format!("{PEOPLE}- {line}\n");
            let network = testkit::network(&[("a.net.md", &text)], &Settings::default());
            let today = testkit::day(TODAY);
            network.people().map(|(id, _)| network.touches(id, today).count()).sum::<usize>()
        };
        assert_eq!(contacts("mail @ada, @bob, @carl, @dora: x"), 0);
        assert_eq!(contacts("mail @ada, @bob, @carl: x"), 3);
        assert_eq!(contacts("mail from @ada, @bob, @carl, @dora: x"), 4);
        assert_eq!(contacts("mail @ada, @x, @y, @z: x"), 0);
    }

    #[test]
    fn the_numbers_can_be_changed() {
        let text = "\
## 2026-11-10
- mail @ada and @bob: x
  ^^^^^^^^^^^^^^^^^^ one message to 2 people counts as contact with none of them
## 2026-11-09
- mail @ada and @bob: y
";
        let settings = Settings { max_recipients: 1, ..Settings::default() };
        assert_marks_with(&RULE, TODAY, text, &settings, &[("max-recipients", 1), ("recent-days", 12)]);
    }
}
