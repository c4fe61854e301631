//! See the page below.

use messages::say;
use journal::{Place, Span};

use super::guess::Guesses;
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
        message = { $word } is no verb, so this counts as nothing
        near = did you mean `{ $near }`?
        fix = Write `{ $near }`
        help = begin with what happened, such as `coffee`, `call`, `mail`, `asked` or `note`
    ",
    german: "
        title = Ein Eintrag beginnt nicht mit einem Verb
        none = das beginnt mit keinem Verb, also zählt es nicht
        none-help = beginn mit dem, was war: `- Kaffee mit @ada: was gesagt wurde`, oder `- Notiz: ...`
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
    for (id, entry) in network.entries().filter(|(_, entry)| entry.verb().is_none()) {
        let item = network.item(id);
        let place = |span: Span| Place { file: entry.file, span };
        let Some(first) = item.verb else {
            let message = say!(check, "none");
            let finding = Finding::new(place(item.head(entry.body)), message).about(network.participating(id));
            found.push(finding.help(say!(check, "none-help")));
            continue;
        };
        let word = network.text_at(place(first));
        let message = say!(check, "message", word = quoted(word));
        let finding = Finding::new(place(first), message).about(network.participating(id));
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
    fn max_edits_can_be_changed_and_verbs_added() {
        let text = "- 2026-11-03 padle with @ada\n             ^^^^^ `padle` is no verb, so this counts as nothing\n";
        assert_marks_with(&RULE, TODAY, text, &Settings::default(), &[("max-edits", 0)]);
        let mut settings = Settings { vocabulary: Vocabulary::new(messages::Language::German), ..Settings::default() };
        assert!(settings.vocabulary.add("padel", "meet"));
        assert_marks_with(&RULE, TODAY, "- 2026-11-03 padel with @ada\n- 2026-11-03 Kaffee mit @ada\n", &settings, &[]);
    }
}
