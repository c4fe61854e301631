//! `netlint report`: the journal as one page.

use base64::Engine;
use sha2::Digest;

use crate::harness::{Folder, repository};

/// A journal in which every text means to be something else.
pub(crate) const HOSTILE: &str = "\
## <script>alert(1)</script> \u{1b}[31m\u{202e} @eve
- every: weekly
- circle: inner
- role: \"><img src=x onerror=alert(2)>
- org: ' onmouseover='alert(3)' style='background:url(https://example.org/x)'
- city: </title></style></script><script>alert(4)</script>
- url: javascript:alert(5)
- born: 11-25

## <a href=\"javascript:alert(6)\">Mallory</a> {{7*7}} ${alert(7)} @mallory
- via: @eve, </svg><svg onload=alert(8)>
- url: https://example.org/\"onclick=\"alert(9)

# Log
- 2026-10-01 coffee with @eve: </style><img src=x onerror=alert(10)> \u{1b}]0;owned\u{7} \u{202e}backwards
- 2026-11-01 got from @eve: <iframe srcdoc='<script>alert(11)</script>'></iframe> &lt;b&gt; <!--
- 2026-11-02 introduced @eve to @mallory: ]]> --> <base href=https://example.org/>
- [ ] 2026-11-20 lunch: &amp; \"quoted\" 'single'
";

pub(crate) fn page(folder: &Folder, args: &[&str]) -> String {
    let ran = folder.run(&[&["report", "--html", "-"], args].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    ran.out
}

/// The journal of the documents.
pub(crate) fn example() -> Folder {
    let read = |name: &str| std::fs::read_to_string(repository().join("docs/example").join(name)).unwrap();
    let names = ["netlint.toml", "people.net.md", "2026.net.md"];
    let texts = names.map(read);
    Folder::new(&[(names[0], &texts[0]), (names[1], &texts[1]), (names[2], &texts[2])])
}

#[test]
fn the_page_has_all_parts() {
    let page = page(&example(), &[]);
    for part in ["agenda", "calendar", "channels", "circles", "favors", "introductions", "people"] {
        assert!(page.contains(&format!("<section id=\"{part}\"")), "{part} in {page}");
        assert!(page.contains(&format!("<a href=\"#{part}\">")), "{part} in {page}");
    }
    for part in ["44 %", "22 %", "21 %", "10 %", " of 5</td>", "read 2 files"] {
        assert!(page.contains(part), "{part} in {page}");
    }
    let people = page.matches("<article id=\"p").count();
    assert_eq!(people, example().json(&[])["people"], "a card for each person");
    // Every link within the page leads somewhere.
    for target in page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(page.contains(&format!(" id=\"{target}\"")), "{target}");
    }
}

#[test]
fn a_file_is_written_as_a_whole_and_twice_the_same() {
    let folder = example();
    for name in ["a.html", "b.html"] {
        let ran = folder.run(&["report", "--html", name, "--color", "always"]);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    }
    let text = folder.read("a.html");
    assert_eq!(text, folder.read("b.html"));
    assert_eq!(text, page(&folder, &[]));
    folder.run(&["report", "--html", "no/such/a.html"]).assert_failed("no/such/a.html");
}

#[test]
fn the_journal_is_never_replaced_by_its_page() {
    let folder = example();
    let before = folder.read("people.net.md");
    folder.run(&["report", "--html", "./people.net.md"]).assert_failed("people.net.md");
    assert_eq!(folder.read("people.net.md"), before);
}

#[test]
fn without_a_file_it_says_what_is_missing() {
    let ran = example().run(&["report"]);
    assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains("--html <FILE>"), "{ran:?}");
}

#[test]
fn german_is_spoken_where_it_is_asked_for() {
    let folder =
        Folder::new(&[("netlint.toml", "language = \"de\"\n"), ("a.net.md", "## Jo @jo\n- 2026-11-02 call\n")]);
    let page = page(&folder, &[]);
    for part in
        ["<html lang=\"de\">", "Dein Netzwerk", "Ein Jahr Kontakte", "1 Kontakt an 1 Tag", "persönlich", "22.11.2026"]
    {
        assert!(page.contains(part), "{part} in {page}");
    }
}

#[test]
fn nothing_written_yet_is_said_and_errors_are() {
    for text in ["", "# Only prose\n"] {
        let page = page(&Folder::new(&[("a.net.md", text)]), &[]);
        for part in
            ["nobody is waiting to hear", "nobody is declared yet", "no introduction is noted", "0 contacts on 0 days"]
        {
            assert!(page.contains(part), "{part} in {page}");
        }
    }
    let page = page(&Folder::new(&[("a.net.md", "## Ada @ada\n# Log\n- 2026-02-30 call @ada\n")]), &[]);
    assert!(page.contains("1 line is not understood"), "{page}");
}

#[test]
fn hostile_words_stay_words() {
    let page = page(&Folder::new(&[("a.net.md", HOSTILE)]), &[]);
    for tag in ["<script", "</script", "<style", "</style", "<base", "<meta charset"] {
        assert_eq!(page.matches(tag).count(), usize::from(tag != "<base"), "{tag} in {page}");
    }
    for bad in [
        "<img",
        "<iframe",
        "<base",
        "<svg onload",
        "<!--",
        "href=\"javascript",
        "\"onclick",
        "\u{1b}",
        "\u{7}",
        "\u{202e}",
    ] {
        assert!(!page.contains(bad), "{bad:?} in {page}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "the name is shown as it is written: {page}");
}

#[test]
fn the_page_may_run_and_show_only_what_is_its_own() {
    let page = page(&example(), &[]);
    let between = |start: &str, end: &str| page.split(start).nth(1).unwrap().split(end).next().unwrap();
    let hash = |text: &str| base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(text));
    let policy = between("Content-Security-Policy\" content=\"", "\">");
    let expected = format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(between("<style>", "</style>")),
        hash(between("<script>", "</script>"))
    );
    assert_eq!(policy.replace("&#39;", "'"), expected);
    for remote in ["src=", "url(", " style=", "<link", "@import", "fetch", "XMLHttp", "innerHTML", "eval"] {
        assert!(!page.contains(remote), "{remote} in {page}");
    }
}

/// The page grows as the journal does: each person costs the same, however many others there are.
#[test]
fn two_thousand_people_take_twice_the_room_of_one_thousand() {
    let size = |count: usize| {
        let people: String = (0..count)
            .map(|n| {
                format!("## Person {n:04} @p{n:04}\n- every: monthly\n- via: @p{:04}\n- 2026-10-01 got: gift\n", n / 2)
            })
            .collect();
        page(&Folder::new(&[("a.net.md", &people)]), &[]).len()
    };
    let (one, two) = (size(1000), size(2000));
    assert!(two < one * 21 / 10, "{one} {two}");
    assert!(two < 2000 * 4000, "{two}");
}
