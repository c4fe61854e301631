//! See the page below.

use messages::say;
use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;
use journal::{Class, Day, Direction, EntryId, Who, names};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};

rule! {
    /// The same text went to many people, one by one.
    ///
    /// ## Why
    ///
    /// A mass mail in many envelopes is still a mass mail: the study's advice is to address people one by one, and
    /// whoever compares notes will see that the words were not meant for them.
    ///
    /// Looked at are online entries of yours (`mail`, `message`, `comment`) whose texts are the same but for case and
    /// white space and have at least 10 characters. Where such entries at most 7 days apart reach more than 3
    /// different people, declared or not, the last of them is reported, if it is one of the last 90 days. What
    /// others sent and plans are left out.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## 2026-11-08
    /// - mail @ada: have a look at my new post
    /// - mail @bob: have a look at my new post
    ///
    /// ## 2026-11-10
    /// - mail @carl: Have a look at my new post
    /// - message @dora: have a look at my new post
    ///   ^^^^^^^^^^^^^ the same text went to 4 people from 2026-11-08 to 2026-11-10
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## 2026-11-08
    /// - mail @ada: my new post, and a question about engines
    /// - mail @bob: my new post, because of what he said in May
    ///
    /// ## 2026-11-10
    /// - mail @carl: my new post, it quotes him
    /// - message @dora: does the example in my new post run on her machine?
    /// ```
    name: "copied-message",
    group: Tact,
    level: Warning,
    options: [
        ("days", 7, "Days between the first and the last entry that are compared."),
        ("max-recipients", 3, "People whom the same text may reach."),
        ("min-characters", 10, "Characters from which on a text is compared."),
        ("recent-days", 90, "Days back from today that are looked at."),
    ],
    english: "
        message = the same text went to { $people } people on { $end }
        message-period = the same text went to { $people } people from { $start } to { $end }
        other = the same text on { $day }
        help = write to the people who matter one by one, each with a word that is meant for them
        help-more = write to the people who matter one by one, each with a word that is meant for them; { $more ->
            [one] 1 message
           *[other] { $more } messages
        } more with this text
    ",
    german: "
        title = Derselbe Text ging an viele Menschen, an einen nach dem anderen
        message = derselbe Text ging am { $end } an { $people } Personen
        message-period = derselbe Text ging vom { $start } bis zum { $end } an { $people } Personen
        other = derselbe Text am { $day }
        help = schreib denen, die dir wichtig sind, einzeln, und jedem ein Wort, das ihm gilt
        help-more = schreib denen, die dir wichtig sind, einzeln, und jedem ein Wort, das ihm gilt; noch { $more ->
            [one] 1 Nachricht
           *[other] { $more } Nachrichten
        } mit diesem Text
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    for (_, mut copies) in copies(check) {
        copies.sort_unstable();
        for run in runs(check, &copies) {
            if let Some((last, _)) = run.split_last()
                && check.is_recent(last.0)
            {
                found.push(finding(check, run));
            }
        }
    }
}

/// Entries of mine by their text, not older than what a recent one can be compared with.
fn copies(check: &Check<'_>) -> HashMap<String, Vec<(Day, EntryId)>, RandomState> {
    let network = check.network;
    let oldest = check.today + -check.days("recent-days") + -check.days("days");
    let least = check.number("min-characters") as usize;
    let mut copies: HashMap<String, Vec<(Day, EntryId)>, RandomState> = HashMap::default();
    for (id, entry) in network.entries() {
        let Some((day, meaning)) = network.happened(id, check.today) else { continue };
        if day < oldest || meaning.class != Class::Online || meaning.direction != Direction::Mine {
            continue;
        }
        let text = names::folded(entry.text.text(network.text(entry.file)));
        if !text.is_empty() && text.chars().count() >= least {
            copies.entry(text).or_default().push((day, id));
        }
    }
    copies
}

/// The longest runs of entries near each other that reach too many; no two of them share an entry.
fn runs<'a>(check: &Check<'_>, copies: &'a [(Day, EntryId)]) -> Vec<&'a [(Day, EntryId)]> {
    let days = check.days("days");
    let most = check.number("max-recipients") as usize;
    let mut reached: HashMap<Who, u32, RandomState> = HashMap::default();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut first = 0;
    for (at, (day, id)) in copies.iter().enumerate() {
        for participant in check.network.participants(*id) {
            *reached.entry(participant.who).or_default() += 1;
        }
        while *day - copies[first].0 > days {
            for participant in check.network.participants(copies[first].1) {
                let times = reached.entry(participant.who).or_default();
                *times -= 1;
                if *times == 0 {
                    reached.remove(&participant.who);
                }
            }
            first += 1;
        }
        if at > first && reached.len() > most {
            // One that ends in this run is not the last of them.
            runs.pop_if(|(_, last)| *last >= first);
            runs.push((first, at));
        }
    }
    runs.into_iter().map(|(first, last)| &copies[first..=last]).collect()
}

fn finding(check: &Check<'_>, run: &[(Day, EntryId)]) -> Finding {
    let network = check.network;
    let ((start, _), (end, last)) = (run[0], run[run.len() - 1]);
    let all = run.iter().rev().flat_map(|(_, id)| network.participants(*id));
    let mut seen: HashSet<Who, RandomState> = HashSet::default();
    let reached: Vec<Who> = all.map(|participant| participant.who).filter(|who| seen.insert(*who)).collect();
    let people = reached.len();
    let message = if start == end {
        say!(check, "message", people, end)
    } else {
        say!(check, "message-period", people, start, end)
    };
    let others = &run[..run.len() - 1];
    let (hidden, shown) = others.split_at(others.len().saturating_sub(5));
    let help = match hidden.len() {
        0 => say!(check, "help"),
        more => say!(check, "help-more", more),
    };
    let mut finding = Finding::new(network.head(last), message)
        .about(reached.iter().filter_map(|who| who.person()))
        .help(help);
    for (day, id) in shown {
        finding = finding.see(network.entry(*id).place(), say!(check, "other", day = *day));
    }
    finding
}

#[cfg(test)]
mod tests {
    use journal::Settings;
    use testkit::TODAY;

    use super::RULE;
    use crate::levels::Levels;
    use crate::testing::{assert_count, assert_marks, assert_marks_with, before, diagnostics};

    /// Entries with one text, each so many days before today and to those who are named.
    fn sent(entries: &[(i32, &str)]) -> String {
        let line = |(days, to): &(i32, &str)| format!("- {} mail {to}: my new post\n", before(TODAY, *days));
        entries.iter().map(line).collect()
    }

    #[test]
    fn four_people_within_7_days() {
        assert_count(&RULE, TODAY, &sent(&[(7, "@a"), (6, "@b"), (5, "@c")]), 0);
        assert_count(&RULE, TODAY, &sent(&[(7, "@a"), (6, "@b"), (5, "@c"), (0, "@d")]), 1);
        assert_count(&RULE, TODAY, &sent(&[(8, "@a"), (6, "@b"), (5, "@c"), (0, "@d")]), 0);
        assert_count(&RULE, TODAY, &sent(&[(7, "@a"), (6, "@b"), (5, "@c"), (0, "@A")]), 0);
        assert_count(&RULE, TODAY, &sent(&[(7, "@a"), (6, "@b and @c"), (0, "@d")]), 1);
        assert_count(&RULE, TODAY, &sent(&[(7, "@a, @b, @c"), (6, "@a, @b, @c")]), 0);
        // A long row is reported at its end.
        let row: Vec<_> = ["@a", "@b", "@c", "@d", "@e", "@f", "@g", "@h", "@i"].into_iter().zip(0..).collect();
        assert_count(&RULE, TODAY, &sent(&row.iter().map(|(to, days)| (*days, *to)).collect::<Vec<_>>()), 1);
        // One entry is no copy, however many it reaches; a mass message and one more are.
        assert_count(&RULE, TODAY, &sent(&[(6, "@a, @b, @c, @d")]), 0);
        assert_count(&RULE, TODAY, &sent(&[(6, "@a, @b, @c, @d"), (6, "@a")]), 1);
    }

    #[test]
    fn the_text_is_compared_without_case_and_white_space() {
        let three = "## 2026-11-10\n- mail @a: Ten  chars\n- mail @b: ten chars\n- mail @c: TEN CHARS\n";
        let text = |last: &str| format!("{three}- mail @d: {last}\n");
        assert_count(&RULE, TODAY, &text("ten chars"), 0);
        let ten = |last: &str| text(last).replace("chars", "chars.").replace("CHARS", "CHARS.");
        assert_count(&RULE, TODAY, &ten("ten chars"), 1);
        assert_count(&RULE, TODAY, &ten("ten\n  chars"), 1);
        assert_count(&RULE, TODAY, &ten("ten chars").replace('\n', "\r\n"), 1);
        assert_count(&RULE, TODAY, &ten("ten chairs"), 0);
    }

    #[test]
    fn only_what_i_sent_online() {
        for (line, count) in [
            ("message @d: my new post", 1),
            ("[x] mail @d: my new post", 1),
            ("mail @d for ^x: my new post", 1),
            ("mail from @d: my new post", 0),
            ("[ ] mail @d: my new post", 0),
            ("call @d: my new post", 0),
            ("invited @d: my new post", 0),
            ("note @d: my new post", 0),
        ] {
            let text = format!("{}## 2026-11-20\n- {line}\n", sent(&[(2, "@a"), (2, "@b"), (2, "@c")]));
            assert_count(&RULE, TODAY, &text, count);
        }
    }

    #[test]
    fn the_last_is_reported_if_it_is_recent() {
        assert_count(&RULE, TODAY, &sent(&[(97, "@a, @b"), (90, "@c, @d")]), 1);
        assert_count(&RULE, TODAY, &sent(&[(97, "@a, @b"), (91, "@c, @d")]), 0);
        // What is later does not count yet.
        assert_count(&RULE, TODAY, &sent(&[(0, "@a, @b"), (-1, "@c, @d")]), 0);
    }

    #[test]
    fn each_run_is_reported_once_at_its_end() {
        let text = "\
## 2026-11-20
- mail @e: my new post
  ^^^^^^^ the same text went to 4 people from 2026-11-14 to 2026-11-20
--- b.net.md
## Bea @b
## 2026-11-12
- mail @a: my new post
## 2026-11-14
- mail @b: my new post
- mail @c: my new post
- mail @d: my new post
## 2026-10-10
- mail @a, @b: my new post
- mail @c, @d: my new post
  ^^^^^^^^^^^ the same text went to 4 people on 2026-10-10
";
        assert_marks(&RULE, TODAY, text);
    }

    #[test]
    fn it_points_to_five_others_and_counts_the_rest() {
        let to = ["@b", "@c", "@d", "@e", "@f", "@g", "@h", "@a"];
        let text = format!("## Ada @a\n## Bob @b\n{}", sent(&to.map(|to| (3, to))));
        let settings = Settings::default();
        let network = testkit::network(&[("a.net.md", &text)], &settings);
        let found = diagnostics(&RULE, &network, &settings, &Levels::default(), TODAY).remove(0).finding;
        assert_eq!(found.related.len(), 5);
        assert!(found.help.unwrap().ends_with("; 2 messages more with this text"));
        let people: Vec<&str> = found.people.iter().map(|id| network.person(*id).handle.as_str()).collect();
        assert_eq!(people, ["a", "b"]);
    }

    #[test]
    fn the_numbers_can_be_changed() {
        let text = "\
## 2026-11-10
- mail @a: news
## 2026-11-11
- mail @b: news
  ^^^^^^^ the same text went to 2 people from 2026-11-10 to 2026-11-11
## 2026-11-10
- mail @c
- mail @d
";
        let numbers = [("days", 1), ("max-recipients", 1), ("min-characters", 4), ("recent-days", 11)];
        assert_marks_with(&RULE, TODAY, text, &Settings::default(), &numbers);
        let text = text.replace("  ^^^^^^^ the same text went to 2 people from 2026-11-10 to 2026-11-11\n", "");
        for smaller in [("days", 0), ("max-recipients", 2), ("min-characters", 5), ("recent-days", 10)] {
            let numbers = [&numbers[..], &[smaller]].concat();
            assert_marks_with(&RULE, TODAY, &text, &Settings::default(), &numbers);
        }
        let none = [("max-recipients", 1), ("min-characters", 0)];
        assert_marks_with(&RULE, TODAY, "- 2026-11-10 mail @c\n- 2026-11-10 mail @d\n", &Settings::default(), &none);
    }
}
