//! `netlint rename`.

use crate::harness::Folder;

const PEOPLE: &str = "## Ada Lovelace @ada\n- aka: @countess\n\n## Bob @bob\n- via: @ada\n- aka: @bobby\n";
const DAYS: &str = "## 2026-11-20\n- coffee with @ada and @bob: @ada's engine, not `@ada`\n- call @countess\n";
const PAGE: &str = "---\nvia: \"@ada\"\n---\n# Grace Hopper\n\nKnows @ada.\n";

fn journal() -> Folder {
    Folder::new(&[
        ("netlint.toml", "people = [\"pages/*.md\"]\n"),
        ("people.net.md", PEOPLE),
        ("2026.net.md", DAYS),
        ("pages/grace.md", PAGE),
    ])
}

#[test]
fn a_handle_is_changed_in_every_file() {
    let folder = journal();
    let before = folder.findings(&[]);
    let ran = folder.run(&["rename", "@ada", "@lovelace"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(
        ran.out,
        "2026.net.md: 2 places\npages/grace.md: 2 places\npeople.net.md: 2 places\n@ada is @lovelace now: 6 places in 3 files\n"
    );
    assert_eq!(folder.read("people.net.md"), PEOPLE.replace("@ada", "@lovelace"));
    assert_eq!(
        folder.read("2026.net.md"),
        DAYS.replace("with @ada", "with @lovelace").replace(" @ada's", " @lovelace's")
    );
    assert_eq!(folder.read("pages/grace.md"), PAGE.replace("@ada", "@lovelace"));
    assert_eq!(folder.findings(&[]), before);
    let ran = folder.run(&["rename", "grace-hopper", "gh"]);
    assert!(ran.code == 0 && folder.read("pages/grace.md").contains("\n# Grace Hopper @gh\n"), "{ran:?}");
}

#[test]
fn a_dry_run_shows_and_writes_nothing() {
    let folder = journal();
    let ran = folder.run(&["rename", "@ada", "@al", "--diff"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert!(ran.out.contains("-## Ada Lovelace @ada\n+## Ada Lovelace @al\n"), "{}", ran.out);
    assert_eq!(folder.read("people.net.md"), PEOPLE);
}

#[test]
fn what_cannot_be_is_refused_in_one_line() {
    let folder = journal();
    folder.write("typo.net.md", b"## 2026-11-19\n- call @ghost\n");
    for (args, said) in [
        (["@ada", "@bob"], "people.net.md:4: Bob is @bob; take another handle"),
        (["@ada", "@bobby"], "people.net.md:6: @bobby is an alias of Bob"),
        (["@ada", "@ghost"], "typo.net.md:2: names @ghost, whom nobody has declared"),
        (["@ada", "@ada"], "Ada Lovelace is @ada already"),
        (["@ada", "two words"], "`@two words` is no handle"),
        (["@adda", "@al"], "nobody is declared as @adda; did you mean @ada?"),
    ] {
        let ran = folder.run(&["rename", args[0], args[1]]);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.lines().count()), (2, "", 1), "{ran:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    folder.write("bytes.net.md", b"with @ada \xff\n");
    let ran = folder.run(&["rename", "@ada", "@al"]);
    assert!(ran.code == 2 && ran.err.contains("bytes.net.md: is not UTF-8"), "{ran:?}");
    assert_eq!(folder.read("people.net.md"), PEOPLE, "nothing is written where one file cannot be");
}

#[test]
fn case_alone_can_be_changed() {
    let folder = journal();
    let ran = folder.run(&["rename", "@ada", "@Ada"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(folder.read("people.net.md"), PEOPLE.replace("@ada", "@Ada"));
}
