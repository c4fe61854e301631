//! See the page below.

use messages::say;
use journal::{Class, Contact, names};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

rule! {
    /// Somebody close has neither been met nor called for a year.
    ///
    /// ## Why
    ///
    /// Hundreds of shallow connections are no help; a few deep ones are. Messages keep a tie, but a voice and a face
    /// make it, and nobody stays close in writing alone.
    ///
    /// Reported are people in the circles `inner` and `close` with whom contacts are noted, but none of the last 365
    /// days is a call or a meeting (`met` is one; an event, a conference or a page of prose tells neither). Paused
    /// people, those whose `status` is not `active`, and those with `every: never` are left out.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///    ^^^^^^^^^^^^^^^^^ no call or meeting with @ada, in circle close, is noted since 2025-06-01
    /// - circle: close
    ///
    /// ## 2025-06-01
    /// - coffee with @ada: the engine runs
    ///
    /// ## 2026-11-10
    /// - mail from @ada: Greetings from London
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    /// - circle: close
    ///
    /// ## 2026-06-01
    /// - video with @ada: she showed me the engine
    ///
    /// ## 2026-11-10
    /// - mail from @ada: Greetings from London
    /// ```
    name: "shallow-tie",
    group: Quality,
    level: Info,
    options: [("days", 365, "Days back from today in which there should be a call or a meeting.")],
    english: "
        message = no call or meeting with { $who }, in circle { $circle }, is noted
        message-since = no call or meeting with { $who }, in circle { $circle }, is noted since { $since }
        last = the last call or meeting that is noted
        help = a call or a walk? Note it below its date: `- call { $who }`
    ",
    german: "
        title = Jemand Nahes wurde ein Jahr lang weder getroffen noch angerufen
        message = kein Anruf und kein Treffen mit { $who }, im Kreis { $circle }, ist notiert
        message-since = kein Anruf und kein Treffen mit { $who }, im Kreis { $circle }, ist seit dem { $since } notiert
        last = der letzte notierte Anruf oder das letzte Treffen
        help = ein Anruf oder ein Spaziergang? Notiere ihn unter seinem Tag: `- Anruf { $who }`
    ",
    check: check,
}

/// The circles whose people are close.
const CLOSE: [&str; 2] = ["inner", "close"];

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let circles = &check.settings.circles;
    for (id, person) in check.network.people() {
        let circle = person.circle.and_then(|at| circles.get(at));
        let Some(circle) = circle.filter(|circle| CLOSE.contains(&names::key(&circle.name).as_ref())) else { continue };
        if person.due_every(check.today).is_none() {
            continue;
        }
        let mut contacts = check.network.contacts(id, check.today).rev().peekable();
        if contacts.peek().is_none() {
            continue;
        }
        let deep = contacts.find(is_deep);
        if deep.is_some_and(|deep| check.today - deep.day <= check.days("days")) {
            continue;
        }
        let who = &at(check.network, id);
        let message = match deep {
            Some(deep) => say!(check, "message-since", who, circle = &circle.name, since = deep.day),
            None => say!(check, "message", who, circle = &circle.name),
        };
        let mut finding = Finding::new(person.place, message)
            .about([id])
            .help(say!(check, "help", who));
        if let Some(deep) = deep {
            finding = finding.see(deep.place(check.network), say!(check, "last"));
        }
        found.push(finding);
    }
}

/// Whether they heard or saw each other, and not in a crowd.
fn is_deep(contact: &Contact) -> bool {
    matches!(contact.class, Some(Class::Voice | Class::InPerson))
}

#[cfg(test)]
mod tests {
    use journal::{Circle, Settings};
    use testkit::TODAY;

    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with, before};

    fn close(fields: &str, entries: &str) -> String {
        format!("# P\n## Ada @ada\n- circle: close\n{fields}# D\n- 2026-11-01 mail @ada\n{entries}")
    }

    #[test]
    fn a_call_365_days_ago_is_recent_enough() {
        let called = |days| close("", &format!("- {} call @ada\n", before(TODAY, days)));
        assert_count(&RULE, TODAY, &called(365), 0);
        assert_count(&RULE, TODAY, &called(366), 1);
        assert_count(&RULE, TODAY, &called(0), 0);
        assert_count(&RULE, TODAY, &called(-1), 1);
        // A leap year has a day more.
        let text = "# P\n## Ada @ada\n- circle: inner\n# D\n- 2027-03-01 call @ada\n";
        assert_count(&RULE, "2028-02-29", text, 0);
        assert_count(&RULE, "2028-03-01", text, 1);
    }

    #[test]
    fn a_voice_or_a_face_is_what_counts() {
        for (line, count) in [
            ("call @ada", 0),
            ("call from @ada", 0),
            ("video @ada", 0),
            ("lunch with @ada and @x", 0),
            ("[x] lunch with @ada", 0),
            ("mail from @ada", 1),
            ("event with @ada", 1),
            ("conference @ada", 1),
            ("got from @ada: x", 1),
            ("tried @ada", 1),
            ("[ ] lunch with @ada", 1),
            ("note @ada: called her brother", 1),
            ("call @x: about @ada", 1),
        ] {
            assert_count(&RULE, TODAY, &close("", &format!("## 2026-11-02\n- {line}\n")), count);
        }
        assert_count(&RULE, TODAY, &close("- met: 2025-11-22 at RustFest\n", ""), 0);
        assert_count(&RULE, TODAY, &close("- met: 2025-11-21 at RustFest\n", ""), 1);
        assert_count(&RULE, TODAY, &close("### 2026-11-02\nWe talked.\n", ""), 1);
    }

    #[test]
    fn whoever_is_quiet_or_was_never_contacted_is_left_out() {
        assert_count(&RULE, TODAY, &close("", ""), 1);
        assert_count(&RULE, TODAY, &close("- kind: family\n", ""), 1);
        assert_count(&RULE, TODAY, &close("- every: yearly\n", ""), 1);
        for quiet in
            ["every: never", "every: sometimes", "status: dormant", "status: ended", "pause: until 2026-11-22"]
        {
            assert_count(&RULE, TODAY, &close(&format!("- {quiet}\n"), ""), 0);
        }
        assert_count(&RULE, TODAY, &close("- pause: until 2026-11-21\n", ""), 1);
        assert_count(&RULE, TODAY, "## Ada @ada\n- circle: close\n", 0);
        assert_count(&RULE, TODAY, "# P\n## Ada @ada\n- circle: close\n# D\n- 2026-11-01 tried @ada\n", 0);
        for circle in ["wider", "network", "oval"] {
            assert_count(&RULE, TODAY, &close("", "").replace("close", circle), 0);
        }
        assert_count(&RULE, TODAY, &close("", "").replace("- circle: close", "- every: weekly"), 0);
    }

    #[test]
    fn circles_are_found_by_their_names() {
        let text = "\
## Ada @ada
   ^^^^^^^^ no call or meeting with @ada, in circle Inner, is noted
## Bob @bob
- circle: crew
## 2026-11-01
- mail @ada, @bob
";
        let circle = |name: &str| Circle { name: name.to_owned(), ..Settings::default().circles[0].clone() };
        let circles = vec![circle("crew"), circle("Inner")];
        let settings = Settings { circles, default_circle: Some(1), ..Settings::default() };
        assert_marks_with(&RULE, TODAY, text, &settings, &[]);
    }

    #[test]
    fn the_number_can_be_changed() {
        let text = close("", "- 2026-11-02 call @ada\n");
        assert_marks_with(&RULE, TODAY, &text, &Settings::default(), &[("days", 20)]);
        let marks = "   ^^^^^^^^ no call or meeting with @ada, in circle close, is noted since 2026-11-02\n";
        let text = text.replace("@ada\n- circle", &format!("@ada\n{marks}- circle"));
        assert_marks_with(&RULE, TODAY, &text, &Settings::default(), &[("days", 19)]);
        assert_marks(&RULE, "2028-01-01", &text);
    }
}
