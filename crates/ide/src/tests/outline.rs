//! Symbols, folding, growing selections, linked handles, and what Enter does.

use crate::testing::Fixture;
use crate::{Named, Symbol};

const JOURNAL: &str = "\
# People

## Ada Lovelace @ada
- aka: Lady, @lady
- tags: rust
### 2026-11-01
- coffee: engines
  and more
  - a note

## Bob @bob

# 2026
## 2026-11-03
- call @ada

```
@code
```
";

fn tree(symbols: &[Symbol], depth: usize, shown: &mut Vec<String>) {
    for it in symbols {
        shown.push(format!("{}{} | {} | {:?}", "  ".repeat(depth), it.name, it.detail, it.kind));
        tree(&it.children, depth + 1, shown);
    }
}

#[test]
fn symbols_are_nested_as_the_headings() {
    let fixture = Fixture::new(JOURNAL);
    let mut shown = Vec::new();
    tree(&fixture.ide().symbols(fixture.file), 0, &mut shown);
    let expected = [
        "People |  | Heading",
        "  Ada Lovelace | @ada | Person",
        "    2026-11-01 | Sunday | Day",
        "      coffee: engines | 2026-11-01 | Entry",
        "  Bob | @bob | Person",
        "2026 |  | Heading",
        "  2026-11-03 | Tuesday | Day",
        "    call @ada | 2026-11-03 | Entry",
    ];
    assert_eq!(shown, expected);
    let empty = Fixture::new("##\n- x\n");
    assert_eq!(empty.ide().symbols(empty.file)[0].name, "##");
}

#[test]
fn people_are_found_by_any_part_of_what_they_are_called() {
    let fixture = Fixture::new(JOURNAL);
    let found = |words: &str| -> Vec<String> {
        let handle = |it: Named| format!("{} {}", it.name, it.handle);
        fixture.ide().people(words).into_iter().map(handle).collect()
    };
    for words in ["lovel", "LADY", "@ad", "#rus"] {
        assert_eq!(found(words), ["Ada Lovelace @ada"], "{words}");
    }
    assert_eq!(found("b"), ["Bob @bob"]);
    assert_eq!((found("").len(), found("zzz").len()), (2, 0));
}

#[test]
fn sections_items_and_code_are_folded() {
    let fixture = Fixture::new(JOURNAL);
    let text = fixture.network.text(fixture.file);
    let line = |at: u32| text[..at as usize].matches('\n').count() + 1;
    let folds = fixture.ide().folds(fixture.file);
    let shown: Vec<String> =
        folds.iter().map(|it| format!("{}-{} {:?}", line(it.span.start), line(it.span.end), it.kind)).collect();
    assert_eq!(shown, ["1-11 Part", "3-9 Part", "6-9 Part", "7-9 Part", "13-19 Part", "14-19 Part", "17-19 Aside"]);
}

#[test]
fn a_selection_grows_from_the_token_to_the_file() {
    let fixture = Fixture::new("# Log\n\n## 2026-11-03\n- call @a$0da: hi\n  - note\n\n# Other\n");
    let text = fixture.network.text(fixture.file);
    let steps = fixture.ide().selections(fixture.file, &[fixture.offset]).remove(0);
    let shown: Vec<&str> = steps.iter().map(|span| span.text(text)).collect();
    let item = "- call @ada: hi\n  - note";
    let (day, log) = (format!("## 2026-11-03\n{item}"), format!("# Log\n\n## 2026-11-03\n{item}"));
    assert_eq!(shown, ["@ada", "call @ada: hi", "- call @ada: hi", item, &day, &log, text]);
}

#[test]
fn a_handle_changes_together_with_those_in_its_file() {
    let linked = |text: &str| -> Vec<u32> {
        let fixture = Fixture::new(text);
        let text = fixture.network.text(fixture.file);
        let all = fixture.ide().linked(fixture.file, fixture.offset);
        assert!(all.iter().all(|span| span.text(text) == "ada"), "{all:?}");
        all.iter().map(|span| span.start).collect()
    };
    let text = "## Ada @ada\n## Log\n- 2026-11-03 call @ada, on @Ada and @ada-b\n";
    for mark in ["## Ada @a$0da", "call @ada$0"] {
        assert_eq!(linked(&text.replace(&mark.replace("$0", ""), mark)), [8, 38], "{mark}");
    }
    assert_eq!(linked("## Ada @a$0da\n"), [0; 0]);
    assert_eq!(linked("- 2026-11-03 call @a$0da, on @ada\n"), [0; 0], "nobody is declared");
}

/// The text after Enter was typed at the cursor.
fn entered(text: &str) -> String {
    let fixture = Fixture::new(text);
    let text = fixture.network.text(fixture.file).to_owned();
    match fixture.ide().on_enter(fixture.file, fixture.offset) {
        Some((span, new)) => check::edited(&text, [(span, new.as_str())]),
        None => text,
    }
}

#[test]
fn enter_goes_on_with_a_list_and_ends_it() {
    assert_eq!(entered("# 2026-11-03\n* call @ada\n$0\n"), "# 2026-11-03\n* call @ada\n* \n");
    assert_eq!(entered("# 2026-11-03\n- call\n  more\n  $0\n\nx\n"), "# 2026-11-03\n- call\n  more\n- \n\nx\n");
    assert_eq!(entered("# 2026-11-03\n- call\n- \n$0\nx\n"), "# 2026-11-03\n- call\n\nx\n");
    assert_eq!(entered("# 2026-11-03\n- [ ]\n$0\n"), "# 2026-11-03\n\n");
    for same in ["# X\n$0\n", "Prose\n$0\n", "- x\n\n$0\n", "- x\n- $0\n", "- x\n  - note\n  $0\n"] {
        assert_eq!(entered(same), same.replace("$0", ""), "{same}");
    }
}
