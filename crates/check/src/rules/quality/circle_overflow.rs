//! See the page below.

use messages::say;

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::at;

rule! {
    /// A circle holds more people than there is room for.
    ///
    /// ## Why
    ///
    /// The quality of a network beats its size. Each circle has a size because closeness takes time, and a week has
    /// no more hours when one more person is close: whom you let in takes from all others in it.
    ///
    /// Counted are the people of each circle whose `status` is `active`, paused ones too. Where they are more than
    /// the circle's size, the one who is declared last is reported, once a circle. The sizes are those of the
    /// configuration, else `inner` 5, `close` 15, `wider` 50 and `network` 150.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada @ada
    /// - circle: inner
    /// ## Bob @bob
    /// - circle: inner
    /// ## Carl @carl
    /// - circle: inner
    /// ## Dora @dora
    /// - circle: inner
    /// ## Ed @ed
    /// - circle: inner
    /// ## Fay @fay
    ///    ^^^^^^^^ circle inner has 6 people, and room for 5
    /// - circle: inner
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada @ada
    /// - circle: inner
    /// ## Bob @bob
    /// - circle: inner
    /// ## Carl @carl
    /// - circle: inner
    /// ## Dora @dora
    /// - circle: inner
    /// ## Ed @ed
    /// - circle: inner
    /// ## Fay @fay
    /// - circle: close
    /// ```
    name: "circle-overflow",
    group: Quality,
    level: Warning,
    english: "
        message = circle { $circle } has { $people ->
            [one] 1 person
           *[other] { $people } people
        }, and room for { $size }
        help = who of them is as close as { $who }? `- status: dormant` lets a tie sleep
        help-outer = who of them is as close as { $who }? `- circle: { $outer }` moves somebody outward
    ",
    german: "
        title = Ein Kreis hat mehr Menschen, als Platz ist
        message = der Kreis { $circle } hat { $people ->
            [one] 1 Person
           *[other] { $people } Personen
        }, und Platz für { $size }
        help = wer von ihnen steht dir so nah wie { $who }? `- status: dormant` lässt eine Verbindung ruhen
        help-outer = wer von ihnen steht dir so nah wie { $who }? `- circle: { $outer }` rückt jemanden nach außen
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let circles = &check.settings.circles;
    for (number, (circle, members)) in circles.iter().zip(check.network.circles(circles.len())).enumerate() {
        let Some((last, others)) = members.split_last().filter(|_| members.len() > circle.size as usize) else {
            continue;
        };
        let message = say!(check, "message", circle = &circle.name, people = members.len(), size = circle.size);
        let who = at(check.network, *last);
        let help = match circles.get(number + 1) {
            Some(outer) => say!(check, "help-outer", who, outer = &outer.name),
            None => say!(check, "help", who),
        };
        let place = check.network.person(*last).place;
        found.push(Finding::new(place, message).about([*last]).about(others.iter().copied()).help(help));
    }
}

#[cfg(test)]
mod tests {
    use journal::{Circle, Settings};
    use testkit::TODAY;

    use super::RULE;
    use crate::testing::{assert_count, assert_marks, assert_marks_with};

    fn people(count: usize, fields: &str) -> String {
        (0..count).map(|number| format!("## P @p{number}\n{fields}")).collect::<Vec<_>>().concat()
    }

    #[test]
    fn every_circle_has_its_size() {
        for (circle, size) in [("inner", 5), ("close", 15), ("wider", 50), ("network", 150), ("INNER", 5)] {
            let field = format!("- circle: {circle}\n");
            assert_count(&RULE, TODAY, &people(size, &field), 0);
            assert_count(&RULE, TODAY, &people(size + 1, &field), 1);
            assert_count(&RULE, TODAY, &people(size + 9, &field), 1);
        }
        assert_count(&RULE, TODAY, &people(200, ""), 0);
        assert_count(&RULE, TODAY, &people(200, "- circle: oval\n"), 0);
        assert_count(&RULE, TODAY, &people(200, "- every: weekly\n"), 0);
    }

    #[test]
    fn active_people_count_paused_ones_too() {
        let inner = people(5, "- circle: inner\n");
        let sixth = |field: &str| format!("{inner}## Q @q\n- circle: inner\n- {field}\n");
        assert_count(&RULE, TODAY, &sixth("pause: until 2027-01-31"), 1);
        assert_count(&RULE, TODAY, &sixth("every: never"), 1);
        assert_count(&RULE, TODAY, &sixth("kind: family"), 1);
        assert_count(&RULE, TODAY, &sixth("status: dormant"), 0);
        assert_count(&RULE, TODAY, &sixth("status: ended"), 0);
    }

    #[test]
    fn the_last_active_one_is_reported_once_a_circle() {
        let text = format!(
            "## A @a\n- circle: inner\n{}--- b.net.md\n{}## L @l\n   ^^^^ circle inner has 6 people, and room for 5\n\
             - circle: inner\n## C @c\n   ^^^^ circle close has 16 people, and room for 15\n- circle: close\n\
             ## Z @z\n- circle: inner\n- status: dormant\n",
            people(15, "- circle: close\n"),
            people(4, "- circle: inner\n").replace("@p", "@q"),
        );
        assert_marks(&RULE, TODAY, &text);
    }

    #[test]
    fn circles_are_those_of_the_configuration() {
        let circle = |name: &str, size| Circle { name: name.to_owned(), size, every: None };
        let circles = vec![circle("boat", 1), circle("shore", 0)];
        let settings = Settings { circles, default_circle: Some(1), ..Settings::default() };
        let text = "\
## Ada @ada
- circle: boat
## Bob @bob
   ^^^^^^^^ circle shore has 1 person, and room for 0
## Carl @carl
   ^^^^^^^^^^ circle boat has 2 people, and room for 1
- circle: boat
";
        assert_marks_with(&RULE, TODAY, text, &settings, &[]);
    }
}
