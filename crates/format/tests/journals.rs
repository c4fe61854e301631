//! Whole journals, before and after.

mod support;

use format::Style;
use journal::{Settings, Vocabulary};
use messages::Language;
use support::{assert_promises, formatted};

#[track_caller]
fn assert_formats(before: &str, after: &str) {
    assert_eq!(assert_promises(before, false, &Settings::default()), after);
}

#[track_caller]
fn assert_stays(text: &str) {
    assert_formats(text, text);
}

#[test]
fn a_person_and_a_day() {
    assert_formats(
        "
# People
## Ada Lovelace   @ada  
*   mastodon: @x
*   city:London
*   Every : 3 weeks
*   met: 2024-5-1 at RustFest
##\t2026-2-3   Friday
*   coffee   with  @ada ,@bob and  @carl  : caught   up
*   [ ]   2026-2-4  :  lunch with @ada


*   call @ada:hi",
        "\
# People

## Ada Lovelace @ada

- Every: 3 weeks
- met: 2024-05-01 at RustFest
- city: London
- mastodon: @x

## 2026-02-03 Friday

- coffee with @ada, @bob and @carl: caught   up
- [ ] 2026-02-04: lunch with @ada


- call @ada: hi
",
    );
}

#[test]
fn what_has_its_form_stays() {
    assert_stays(
        "# People\n\n## Ada Lovelace @ada\n\n- every: weekly\n- url: https://a.example\n- url: https://b.example\n",
    );
    assert_stays("");
    assert_stays("---\nb: 1  \na:   2\n---\n\n# Ada\n");
    assert_stays("## 2026-11-03\n\n- rain   all day\n- `a  b` and [a  b](c  d)\n");
}

#[test]
fn ends_of_files() {
    assert_formats("\n \n\t\n", "");
    assert_formats("a", "a\n");
    assert_formats("a\n\n\n", "a\n");
    assert_formats("\u{feff}", "\u{feff}");
    assert_formats("\u{feff}\n\n# A\n\n", "\u{feff}# A\n");
    assert_formats("\n\n---\nx\n", "\n\n---\nx\n");
}

#[test]
fn lines_end_as_the_first_one_does() {
    assert_formats("# A\r\n- a\n- b\r\n\n```\nx\n```", "# A\r\n\r\n- a\r\n- b\r\n\r\n```\r\nx\r\n```\r\n");
    assert_formats("# A\n- a\r\n", "# A\n\n- a\n");
    // Where a carriage return stands alone, programs do not agree on what a line is.
    assert_stays("#  A\r- a\n*  b");
}

#[test]
fn blanks_at_the_ends_of_lines() {
    assert_formats(
        "## 2026-11-03  \n\n- call @ada: a \n- b   \n  c\t\n  d  \n",
        "## 2026-11-03\n\n- call @ada: a\n- b  \n  c\n  d\n",
    );
    // After a backslash the blank keeps the line from being broken.
    assert_stays("- a\\ \n  b\n");
    assert_stays(
        "A paragraph  \nwith a break. \n\n> q \n\n| a | \n|---| \n\n    code  \n   \n    code\n\n<div>  \n</div>\n",
    );
}

#[test]
fn blank_lines_around_headings() {
    assert_formats("# A\n## B\n\n\n\ntext\n# C\n<div>\n# no\n", "# A\n\n## B\n\ntext\n\n# C\n\n<div>\n# no\n");
    assert_formats("a\n\nAda @ada\n===\nB\n---  \n- b\n", "a\n\nAda @ada\n===\n\nB\n---\n\n- b\n");
    // Code that is not closed goes on to the end of its item, blank lines included.
    assert_stays("- ```\n  a\n\n# A\n");
}

#[test]
fn bullets_are_hyphens_but_two_lists_stay_two() {
    assert_formats("* a\n* b\n\ntext\n\n+ c\n", "- a\n- b\n\ntext\n\n- c\n");
    assert_formats("* a\n+ b\n\n- c\n* d\n", "- a\n* b\n\n- c\n* d\n");
    assert_formats(" -   a\n  -   b\n", "- a\n- b\n");
    assert_formats("- a\n1. b\n* c\n", "- a\n1. b\n- c\n");
    // With a hyphen the second line would be a break between sections.
    assert_formats("* a\n* - -\n", "* a\n* - -\n");
    assert_formats("* > quote\n* # heading\n*\n", "- > quote\n- # heading\n-\n");
}

#[test]
fn lines_below_an_item_move_with_it() {
    assert_formats(
        "*   a\n    b\n    - c\n\n      d\n\n    ```\n      code\n    ```\n*\te\n\tf\n",
        "- a\n  b\n  - c\n\n    d\n\n  ```\n    code\n  ```\n- e\n  f\n",
    );
    assert_formats(" - a\n   - b\nlazy\n", "- a\n  - b\nlazy\n");
    assert_formats("-   a\n\n    b\n\n        code\n", "- a\n\n  b\n\n      code\n");
    assert_formats(" -     code\n", "-     code\n");
}

#[test]
fn no_line_comes_to_belong_to_an_item() {
    // Each of them stands outside of the item above, and would not, were that item's text to begin further left.
    for text in ["-   a\n\n  text\n", "-   a\n  ===\n", "-    a\n\n   ```\n   b\n   ```\n"] {
        assert!(assert_promises(text, false, &Settings::default()).starts_with("-  "), "{text}");
    }
}

#[test]
fn fields_change_places_with_what_is_below_them() {
    assert_formats(
        "## Ada @ada\n\n- city: London\n  - since 1830\nlazy\n- x: 1\n- every: weekly\n  or so\n- X: 2\n",
        "## Ada @ada\n\n- every: weekly\n  or so\n- city: London\n  - since 1830\nlazy\n- x: 1\n- X: 2\n",
    );
    // The first one of several counts.
    assert_formats(
        "## Ada @ada\n\n- role: b\n- every: weekly\n- role: a\n",
        "## Ada @ada\n\n- every: weekly\n- role: b\n- role: a\n",
    );
    assert_formats("## Ada @ada\n\n- role: b\n- every: weekly", "## Ada @ada\n\n- every: weekly\n- role: b\n");
}

#[test]
fn fields_stay_on_their_side_of_everything_else() {
    for between in ["\n", "- likes tea\n", "- 2026-11-03 call\n", "\n<!-- a comment -->\n\n", "\nHer page.\n\n"] {
        assert_stays(&format!("## Ada @ada\n\n- city: London\n{between}- every: weekly\n"));
    }
    assert_stays("## Ada @ada\n\n- city: London\n* every: weekly\n");
    // Right below the paragraph the bullet that stands alone would underline it.
    assert_formats(
        "# Ada @ada\n\nShe\n- city: London\n-\n  role: x\n- every: weekly\n",
        "# Ada @ada\n\nShe\n- city: London\n-\n  role: x\n- every: weekly\n",
    );
    // Below another item the line would be a part of that item's paragraph.
    assert_stays("## Ada @ada\n\n- city: London\n- every: weekly\n  ```\n  x\n  ```\nNo part of it.\n");
}

#[test]
fn directives_keep_their_line() {
    assert_formats(
        "## Ada @ada\n<!-- netlint-disable-next-line invalid-value until 2027-1-31 -->  \n- role: x\n- city: y\n- every: z\n",
        "## Ada @ada\n\n<!-- netlint-disable-next-line invalid-value until 2027-01-31 -->\n- role: x\n- every: z\n- city: y\n",
    );
    assert_stays("## Ada @ada\n\n- role: x\n  <!-- netlint-disable-next-line invalid-value -->\n- every: z\n");
}

#[test]
fn dates_get_their_zeros() {
    assert_formats(
        "## Ada @ada\n\n- pause: 2026-1-2 to 2026-3-04 (2026-5-6)\n- met: 2024-2-30\n- born: 1815-2-1\n- ignore: x until 2026-1-1\n",
        "## Ada @ada\n\n- pause: 2026-01-02 to 2026-03-04 (2026-5-6)\n- met: 2024-2-30\n- born: 1815-02-01\n- ignore: x until 2026-01-01\n",
    );
}

#[test]
fn only_a_whole_word_is_a_date() {
    assert_stays("## Ada @ada\n\n- met: 2024-5-1(x)\n- born: 1985-12-1*0\n");
}

#[test]
fn heads_of_entries() {
    for (before, after) in [
        ("no  answer   @bob  :  on holiday?", "no answer @bob: on holiday?"),
        ("got  from @ada   for ^a ,^b  :x  y", "got from @ada for ^a, ^b :x  y"),
        ("call [[Ada  Lovelace]]  &  @bob", "call [[Ada  Lovelace]] & @bob"),
        ("call @ada :tada: hi", "call @ada :tada: hi"),
        ("call @ada::x", "call @ada::x"),
        ("note:https://example.org", "note: https://example.org"),
        ("[x] : [a]  b @c", "[x] : [a]  b @c"),
        ("coffee\u{a0} with @ada", "coffee\u{a0} with @ada"),
        ("call @ada   \n  and   @bob", "call @ada  \n  and @bob"),
    ] {
        assert_formats(&format!("## 2026-11-03\n\n- {before}\n"), &format!("## 2026-11-03\n\n- {after}\n"));
    }
}

#[test]
fn names_in_headings_keep_their_marks() {
    assert_formats("##  Lovelace,Ada  :  x   @ada   #a  ##  \n", "## Lovelace,Ada : x @ada #a ##\n");
    assert_formats("##   Ada   and   friends\n", "## Ada   and   friends\n");
}

#[test]
fn verbs_in_the_other_language() {
    let settings = Settings { vocabulary: Vocabulary::new(Language::German), ..Settings::default() };
    let german = "\
## 2026-11-03

- Kaffee mit @ada und @bob: und wir gehen für ^x
- keine antwort @ada
- [x] mail von @ada, an @bob
- vorgestellt @bob an @ada für ^a, ^b und ^c: für ^d
- notiz @ada
- regen und wind
- padel mit @ada
";
    let english = "\
## 2026-11-03

- Coffee with @ada and @bob: und wir gehen for ^x
- no answer @ada
- [x] mail from @ada, an @bob
- introduced @bob to @ada for ^a, ^b and ^c: for ^d
- note @ada
- regen und wind
- padel mit @ada
";
    let to = |language, text| formatted(text, &Style { verbs: Some(language), ..Style::new(&settings.vocabulary) });
    assert_eq!(to(Language::English, german), english);
    assert_eq!(to(Language::German, english), german.replace("mail von", "gemailt von"));
    // English alone is read here, so no German verb is written.
    let plain = Vocabulary::default();
    let style = Style { verbs: Some(Language::German), ..Style::new(&plain) };
    assert_eq!(formatted("- 2026-11-03 coffee with @ada\n", &style), "- 2026-11-03 coffee mit @ada\n");
}
