//! See the page below.

use messages::say;
use journal::{Entry, Place, Reader, Span};

use super::guess::Guesses;
use super::unread_date::{with_comma, written};
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::quoted;

rule! {
    /// An entry does not begin with a verb.
    ///
    /// ## Why
    ///
    /// The first word of an entry says what happened: `coffee`, `call`, `thanked`. Without it nobody knows whether
    /// it was a contact, so the line counts as nothing, and the time line misses what you took the care to note.
    ///
    /// Reported is an item below a date, or one that begins with a date, that mentions somebody. One that mentions
    /// nobody and begins with no verb is prose. Your own verbs belong into `netlint.toml`: `[verbs.padel]` with
    /// `like = "meet"`.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - Cofee with @ada: caught up
    ///   ^^^^^ `Cofee` is no verb, so this counts as nothing
    /// ```
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - @ada came by
    ///   ^^^^^^^^^^^^ this begins with no verb, so it counts as nothing
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - Coffee with @ada: caught up
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - Coffee with @ada: caught up
    /// - visit by @ada: she came by
    /// - note: @ada came by when I was out
    /// - Rain all day.
    /// ```
    name: "unknown-verb",
    group: Format,
    level: Warning,
    options: [("max-edits", 2, "Edits that a word may be away from the verb that is suggested for it.")],
    english: "
        none = this begins with no verb, so it counts as nothing
        none-help = begin with what happened: `- coffee with @ada: what was said`, or `- note: ...`
        day = a day before it is written YYYY-MM-DD: `{ $day }`
        day-fix = Write { $day }
        message = { $word } is no verb, so this counts as nothing
        near = did you mean `{ $near }`?
        fix = Write `{ $near }`
        help = begin with what happened, such as `coffee`, `call`, `mail`, `asked` or `note`
    ",
    german: "
        title = Ein Eintrag beginnt nicht mit einem Verb
        none = das beginnt mit keinem Verb, also zählt es nicht
        none-help = beginn mit dem, was war: `- Kaffee mit @ada: was gesagt wurde`, oder `- Notiz: ...`
        day = einen Tag davor schreibt man JJJJ-MM-TT: `{ $day }`
        day-fix = { $day } schreiben
        message = { $word } ist kein Verb, also zählt das nicht
        near = meintest du `{ $near }`?
        fix = `{ $near }` schreiben
        help = beginn mit dem, was war, etwa `Kaffee`, `Anruf`, `Mail`, `gefragt` oder `Notiz`
    ",
    check: check,
}

/// Shorter words are near to everything.
const SHORTEST: usize = 3;

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let most = check.number("max-edits") as usize;
    let mut verbs: Option<Guesses<'_>> = None;
    let mut reader = Reader::default();
    for (id, entry) in network.entries().filter(|(_, entry)| entry.verb().is_none()) {
        let item = network.item(id);
        let place = |span: Span| Place { file: entry.file, span };
        let finding = match item.verb {
            Some(first) => Finding::new(place(first), say!(check, "message", word = quoted(network.text_at(place(first))))),
            None => Finding::new(place(item.head(entry.body)), say!(check, "none")),
        };
        let finding = finding.about(network.participating(id));
        let spoken = spoken(check, entry, &mut reader).filter(|_| item.date.is_none());
        if let Some((spoken, day)) = spoken {
            let (help, title) = (say!(check, "day", day = &day), say!(check, "day-fix", day = &day));
            found.push(finding.help(help).fix(false, title, with_comma(network, place(spoken)), day));
            continue;
        }
        let Some(first) = item.verb else {
            found.push(finding.help(say!(check, "none-help")));
            continue;
        };
        let word = network.text_at(place(first));
        let verbs = verbs.get_or_insert_with(|| Guesses::new(check.settings.vocabulary.words()));
        let near = if word.chars().count() < SHORTEST { None } else { verbs.nearest(word, most) };
        found.push(match near.map(|verb| cased(verb, word)) {
            Some(verb) => finding.help(say!(check, "near", near = &verb)).fix(
                false,
                say!(check, "fix", near = &verb),
                place(first),
                verb,
            ),
            None => finding.help(say!(check, "help")),
        });
    }
}

/// The day at the beginning of an entry in other words than a journal's, as a journal writes it. Below a date, words
/// like `yesterday` are told of that date.
fn spoken(check: &Check<'_>, entry: &Entry, reader: &mut Reader) -> Option<(Span, String)> {
    let spoken = reader.spoken_day(check.network.text(entry.file), entry.body)?;
    Some((spoken.span, written(spoken.day, entry.day().unwrap_or(check.today))?))
}

/// The verb with its first letter in the case of the word's.
fn cased(verb: &str, word: &str) -> String {
    let mut letters = verb.chars();
    match letters.next().filter(|_| word.starts_with(char::is_uppercase)) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => verb.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use journal::{Settings, Vocabulary};

    use super::RULE;
    use crate::testing::{assert_count, assert_fixed, assert_marks, assert_marks_with};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn only_entries_with_a_mention_are_looked_at() {
        assert_marks(
            &RULE,
            TODAY,
            "## Ada @ada
- pondered with @ada: a field? no, prose below a person

## 2026-11-03
- pondered about things
- pondered @ada
  ^^^^^^^^ `pondered` is no verb, so this counts as nothing
- pondered things with @ada in mind
  ^^^^^^^^ `pondered` is no verb, so this counts as nothing
- [ ] pondered @ada
      ^^^^^^^^ `pondered` is no verb, so this counts as nothing
- COFFEE with @ada

Pondered with @ada.

# Elsewhere
- pondered @ada
- 2026-11-04: pondered @ada
              ^^^^^^^^ `pondered` is no verb, so this counts as nothing
- 2026-11-05 @ada
  ^^^^^^^^^^ this begins with no verb, so it counts as nothing
",
        );
    }

    #[test]
    fn an_entry_below_a_person_needs_a_mention_too() {
        assert_count(&RULE, TODAY, "## Ada @ada\n### 2026-11-03\n- pondered about her plans\n", 0);
        assert_count(&RULE, TODAY, "## Ada @ada\n### 2026-11-03\n- pondered about @bob\n", 1);
    }

    #[test]
    fn the_nearest_verb_is_offered_within_two_edits() {
        let fixed = |before: &str, after: &str| {
            assert_fixed(&RULE, TODAY, &format!("- 2026-11-03 {before}\n"), &format!("- 2026-11-03 {after}\n"));
        };
        fixed("lucnh with @ada", "lunch with @ada");
        fixed("cofffe with @ada", "coffee with @ada");
        fixed("Cll @ada", "Call @ada");
        fixed("cof with @ada", "conf with @ada");
        fixed("congratulatedxyz @ada", "congratulatedxyz @ada");
        fixed("zz @ada", "zz @ada");
        fixed("voicemial @ada: no", "voicemail @ada: no");
    }

    #[test]
    fn a_day_before_the_verb_is_written_as_one() {
        let fixed = |before: &str, after: &str| {
            assert_fixed(&RULE, TODAY, &format!("## 2026-11-03\n- {before}\n"), &format!("## 2026-11-03\n- {after}\n"));
        };
        fixed("20.11.2026 coffee with @ada", "2026-11-20 coffee with @ada");
        fixed("yesterday, coffee with @ada", "2026-11-02 coffee with @ada");
        fixed("Freitag: call @ada", "2026-10-30: call @ada");
        fixed("31.11.2026 coffee with @ada", "31.11.2026 coffee with @ada");
        fixed("3/4/2026 coffee with @ada", "3/4/2026 coffee with @ada");
    }

    #[test]
    fn max_edits_can_be_changed_and_verbs_added() {
        let text = "- 2026-11-03 padle with @ada\n             ^^^^^ `padle` is no verb, so this counts as nothing\n";
        assert_marks_with(&RULE, TODAY, text, &Settings::default(), &[("max-edits", 0)]);
        let mut settings = Settings { vocabulary: Vocabulary::new(messages::Language::German), ..Settings::default() };
        assert!(settings.vocabulary.add("padel", "meet"));
        assert_marks_with(&RULE, TODAY, "- 2026-11-03 padel with @ada\n- 2026-11-03 Kaffee mit @ada\n", &settings, &[]);
    }
}
