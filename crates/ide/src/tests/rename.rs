//! Handles, references and tags get other names, and conflicts are refused.

use messages::Language;

use crate::testing::Fixture;

fn renamed(text: &str, new: &str) -> Result<String, String> {
    let fixture = Fixture::new(text);
    let edits = fixture.ide().rename(fixture.file, fixture.offset, new)?;
    Ok(fixture.edited(&edits))
}

#[track_caller]
fn assert_renamed(text: &str, new: &str, after: &str) {
    assert_eq!(renamed(text, new).as_deref(), Ok(after));
}

#[test]
fn a_handle_in_all_files() {
    let text = "## Ada @ada\n- aka: @countess\n--- b.net.md\n## 2026-11-03\n- call @A$0DA: on @ada\n- call @countess\n";
    let after = "## Ada @al\n- aka: @countess\n--- \n## 2026-11-03\n- call @al: on @al\n- call @countess\n";
    assert_renamed(text, "@al", after);
    assert_renamed(text, " al ", after);
}

#[test]
fn a_reference_and_a_tag() {
    let text = "## Ada @ada\n- tags: rust, #go\n## 2026-11-03\n- got from @ada: it #Rust ^in$0tro\n- thanked @ada for ^Intro\n";
    assert_renamed(text, "^loom", &text.replace("in$0tro", "loom").replace("Intro", "loom"));
    let text = &text.replace("$0", "").replace("#Rust", "#Ru$0st");
    assert_renamed(text, "oxide", &text.replace("Ru$0st", "oxide").replace("rust", "oxide"));
    assert_renamed(text, "rust", &text.replace("Ru$0st", "rust"));
}

#[test]
fn conflicts_are_refused_with_a_sentence() {
    let people =
        "## Ada @ada\n- aka: @countess\n- tags: go\n## Bob @bob\n## 2026-11-03\n- call @ghost\n- note @ada: x ^one\n";
    for (line, new, why) in [
        ("- call @b$0ob", "ada", "@ada is the handle of Ada; choose another one"),
        ("- call @b$0ob", "@countess", "@countess is another name of Ada; choose another one"),
        (
            "- call @b$0ob",
            "ghost",
            "@ghost stands in a.net.md and would mean this person from now on; choose another one",
        ),
        ("- call @b$0ob", "bob", "it is @bob already"),
        ("- call @b$0ob", "a b", "@a b cannot be written in a journal; use letters, digits, `-` and `_`"),
        ("- note @bob: x ^t$0wo", "one", "^one stands in a.net.md already; choose another name"),
        ("- note @bob: x ^t$0wo", "o ne", "^o ne cannot be written in a journal; use letters, digits, `-` and `_`"),
        ("- note @bob: x #r$0ust", "go", "#go stands in a.net.md already; choose another name"),
        ("- note @bob: x #r$0ust", "", "# cannot be written in a journal; use letters, digits, `-` and `_`"),
        (
            "- call @count$0ess",
            "x",
            "nothing that can be renamed stands here; put the cursor on a handle, a ^reference or a #tag",
        ),
    ] {
        assert_eq!(renamed(&format!("{people}{line}\n"), new).unwrap_err(), why, "{line} {new}");
    }
    let text = "## 2026-11-03\n- note @x: x ^o$0ne\n--- b.net.md\n- 2026-11-03 note @x for ^one: \\xE9\n";
    assert_eq!(renamed(text, "two").unwrap_err(), "b.net.md is not UTF-8 and cannot be changed; convert it first");
    let german = Fixture::within("## Ada @a$0da\n## Bob @bob\n", Language::German);
    let why = german.ide().rename(german.file, german.offset, "bob").unwrap_err();
    assert_eq!(why, "@bob ist das Handle von Bob; wähle ein anderes");
}
