//! See the page below.

use messages::say;
use journal::{Class, Entry, Network, Place, Reader, Span};
use syntax::{Context, Expected, Item, Wanted};

use super::naming::{Named, Naming};
use crate::diagnostic::Finding;
use crate::rule::{Check, rule};
use crate::words::{at, quoted};

rule! {
    /// An entry tells what happened, but not with whom.
    ///
    /// ## Why
    ///
    /// A contact counts for those who are named by handle. A bare name is never matched in silence, since two people
    /// may have it; so `coffee with Ada` counts for nobody until it says `@ada`.
    ///
    /// Reported is each entry or plan that begins with a verb other than `note` and has no participant: none is
    /// named, none stands in a heading above, and it refers to no other entry (`for ^intro`) whose participants it
    /// would have. The fix puts the handle where the entry gives the full name of a person, or a first name that only
    /// one has.
    ///
    /// ## Wrong
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - coffee with Ada: she is hiring
    ///   ^^^^^^ `coffee` names nobody
    /// - call: Ada Lovelace knows more
    ///   ^^^^ `call` names nobody
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ## 2026-11-03
    /// - coffee with @ada: she is hiring
    /// - call @ada: Ada Lovelace knows more
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Ada Lovelace @ada
    ///
    /// ### 2026-11-02
    /// - call: Ada stands in the heading above
    ///
    /// ## 2026-11-03
    /// - coffee with @ada: she is hiring
    /// - note: Ada likes tea
    /// ```
    name: "missing-participant",
    group: Format,
    level: Warning,
    english: "
        message = { $verb } names nobody
        help = say with whom, by handle: `{ $verb } @ada: ...`
        near = did you mean { $who }?
        fix = Name { $who }
        expected = expected here: { $what }
        preposition = `with`
        participant = a participant such as `@ada`
        text = `:` and what happened
        date = a date such as `2026-11-22`
        handle = a handle such as `ada`
        verb = a verb such as `coffee`
    ",
    german: "
        title = Ein Eintrag sagt, was war, aber nicht mit wem
        message = { $verb } nennt niemanden
        help = sag mit wem, als Handle: `{ $verb } @ada: ...`
        near = meintest du { $who }?
        fix = { $who } nennen
        expected = hier erwartet: { $what }
        preposition = `mit`
        participant = eine Person, etwa `@ada`
        text = `:` und was war
        date = ein Datum, etwa `2026-11-22`
        handle = ein Handle, etwa `ada`
        verb = ein Verb, etwa `Kaffee`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    let network = check.network;
    let mut naming = None;
    for (id, entry) in network.entries() {
        let needs_somebody = entry.meaning().is_some_and(|meaning| meaning.class != Class::Note);
        if !needs_somebody || !network.participants(id).is_empty() || !network.references_of(id).is_empty() {
            continue;
        }
        let item = network.item(id);
        let Some(verb) = item.verb else { continue };
        let word = quoted(verb.text(network.text(entry.file)));
        let place = Place { file: entry.file, span: item.head(entry.body) };
        let finding = Finding::new(place, say!(check, "message", verb = &word));
        let naming = naming.get_or_insert_with(|| Naming::new(network));
        found.push(if let Some((place, text, handles)) = mended(network, entry, &item, naming) {
            finding.help(say!(check, "near", who = &handles)).fix(false, say!(check, "fix", who = &handles), place, text)
        } else {
            let help = say!(check, "help", verb = word.trim_matches('`'));
            pointing_to_the_gap(finding.help(help), check, entry)
        });
    }
}

/// The edit that makes those take part whom the entry names: where, what, and their handles.
fn mended(network: &Network, entry: &Entry, item: &Item, naming: &Naming) -> Option<(Place, String, String)> {
    /// Nobody lists more in a line.
    const MOST: usize = 10;
    let text = network.text(entry.file);
    let verb = item.verb?;
    let mut named = naming.find(text, Span::new(verb.end, entry.body.end));
    named.truncate(MOST);
    // As many names from the first on as make participants where they stand, whatever the verb.
    let mut best = None;
    for count in 1..=named.len() {
        let span = named[0].span.cover(named[count - 1].span);
        let handles = with_handles(network, text, span, &named[..count]);
        let before = Span::new(verb.end, span.start).text(text);
        let line = format!("verb{before}{handles}{}", Span::new(span.end, entry.body.end).text(text));
        let mut read = Item::default();
        Reader::default().item(&line, Span::new(0, line.len() as u32), Context::Date, &mut read);
        if read.participants.len() < count {
            break;
        }
        best = Some((Place { file: entry.file, span }, handles.clone(), handles));
    }
    // Else somebody of whom the text speaks, if it speaks of one only.
    best.or_else(|| {
        let mut capital = named.iter().filter(|it| it.is_capital).map(|it| it.person);
        let first = capital.next().filter(|first| capital.all(|other| other == *first))?;
        let handle = at(network, first);
        Some((Place { file: entry.file, span: Span::at(verb.end) }, format!(" {handle}"), handle))
    })
}

/// A part of a text with handles instead of names.
fn with_handles(network: &Network, text: &str, part: Span, named: &[Named]) -> String {
    let mut out = String::new();
    let mut from = part.start;
    for name in named {
        out.push_str(Span::new(from, name.span.start).text(text));
        out.push_str(&at(network, name.person));
        from = name.span.end;
    }
    out
}

/// What the grammar wants, as a person would write it.
fn said(check: &Check<'_>, wanted: Wanted) -> String {
    match wanted {
        Wanted::Text => say!(check, "text"),
        Wanted::Preposition => say!(check, "preposition"),
        Wanted::Date => say!(check, "date"),
        Wanted::Handle => say!(check, "handle"),
        Wanted::Participant => say!(check, "participant"),
        Wanted::Verb => say!(check, "verb"),
    }
}

/// Points to where the grammar expected a participant.
fn pointing_to_the_gap(finding: Finding, check: &Check<'_>, entry: &Entry) -> Finding {
    match syntax::explain_entry(check.network.text(entry.file), entry.body) {
        Some(Expected { at, what }) if !what.is_empty() => {
            let (place, language) = (Place { file: entry.file, span: Span::at(at) }, check.settings.language);
            let what: Vec<String> = what.into_iter().map(|wanted| said(check, wanted)).collect();
            finding.see(place, say!(check, "expected", what = language.one_of(&what)))
        }
        _ => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_fixed, assert_marks};

    const TODAY: &str = "2026-11-22";

    #[test]
    fn verbs_but_notes_need_somebody() {
        assert_marks(
            &RULE,
            TODAY,
            "## 2026-11-03
- walk
  ^^^^ `walk` names nobody
- [ ] 2026-12-01 call: the bank
  ^^^^^^^^^^^^^^^^^^^ `call` names nobody
- no answer: at the shop
  ^^^^^^^^^ `no answer` names nobody
- Asked for help in the forum, and @ada came
  ^^^^^ `Asked` names nobody
- note: nothing
- heard from Ada
- rain
- 2026-13-03 dinner
  ^^^^^^^^^^^^^^^^^ `dinner` names nobody
",
        );
    }

    #[test]
    fn whoever_is_implied_takes_part() {
        assert_count(&RULE, TODAY, "## Ada @ada\n### 2026-11-03\n- call: x\n", 0);
        assert_count(&RULE, TODAY, "## @ghost\n### 2026-11-03\n- call: x\n", 0);
        assert_count(&RULE, TODAY, "## 2026-11-03\n- got from @ada: x ^x\n- thanked for ^x\n- thanked for ^nothing\n", 0);
        assert_count(&RULE, TODAY, "# Log\n- coffee with Ada: no day, so prose\n", 0);
    }

    #[test]
    fn handles_are_put_where_names_stand() {
        let people = "## Ada Lovelace @ada\n## Grace Hopper @grace\n## Will Smith @will\n## Ann Lee @lee\n## Ann Roe @roe\n## 2026-11-03\n";
        let fixed = |before: &str, after: &str| {
            assert_fixed(&RULE, TODAY, &format!("{people}- {before}\n"), &format!("{people}- {after}\n"));
        };
        fixed("coffee with ada", "coffee with @ada");
        fixed("mail from Grace Hopper: thanks", "mail from @grace: thanks");
        fixed("thanked Ada for the book", "thanked @ada for the book");
        fixed("lunch with Ada, Grace and Will: fun with Ada", "lunch with @ada, @grace and @will: fun with Ada");
        fixed("introduced Ada to Grace", "introduced @ada to @grace");
        fixed("call: will send it", "call: will send it");
        fixed("call: Will has sent it, will he?", "call @will: Will has sent it, will he?");
        fixed("call: Will and Ada have sent it", "call: Will and Ada have sent it");
        fixed("coffee with Ann: hello", "coffee with Ann: hello");
        fixed("coffee with Ann Roe: hello", "coffee with @roe: hello");
        fixed("no answer Ada", "no answer @ada");
        fixed("coffee at the corner with Ada", "coffee @ada at the corner with Ada");
    }
}
