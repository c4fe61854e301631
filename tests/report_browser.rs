//! The pages in a real Chromium: nothing runs, nothing is loaded, and people can read and use them.

use std::path::Path;
use std::process::Command;

use crate::harness::{Folder, repository, run};
use crate::report::{HOSTILE, example, page};

/// What Chromium says of these pages: a name, its text, and of a report the number of people.
fn problems(pages: &[(&str, String, Option<usize>)]) -> String {
    let folder = Folder::new(&[]);
    let mut list = Vec::new();
    for (name, text, cards) in pages {
        folder.write(&format!("{name}.html"), text.as_bytes());
        let path = folder.path().join(format!("{name}.html"));
        list.push(serde_json::json!({ "name": name, "path": path, "cards": cards }));
    }
    let tools = repository().join("target/tools");
    assert!(tools.join("node_modules").exists(), "target/tools has no npm packages; `tests/run` installs them");
    assert!(Path::new("/usr/bin/chromium").exists(), "there is no chromium; `tests/run` says what to install");
    let mut command = Command::new("node");
    command.arg(repository().join("tests/browser/pages.mjs")).arg(tools);
    command.arg(repository().join("target/pages"));
    let ran = run(command, serde_json::to_string(&list).unwrap().as_bytes());
    assert_eq!(ran.code, 0, "{ran:?}");
    ran.out
}

fn agenda(folder: &Folder) -> String {
    folder.run(&["next", "--format", "html", "--all"]).out
}

#[test]
fn the_pages_are_read_used_and_printed_without_a_complaint() {
    let german = example();
    german.write("netlint.toml", b"language = \"de\"\n");
    let empty = Folder::new(&[("a.net.md", "")]);
    let people = example().json(&[])["people"].as_u64().unwrap() as usize;
    let found = problems(&[
        ("example", page(&example(), &[]), Some(people)),
        ("german", page(&german, &[]), Some(people)),
        ("empty", page(&empty, &[]), Some(0)),
        ("next", agenda(&example()), None),
    ]);
    assert_eq!(found, "");
}

#[test]
fn hostile_words_do_nothing_in_a_browser() {
    let folder = Folder::new(&[("a.net.md", HOSTILE)]);
    let found = problems(&[("hostile", page(&folder, &[]), Some(2)), ("hostile-next", agenda(&folder), None)]);
    assert_eq!(found, "");
}

/// Whoever looks for trouble must find it where there is some.
#[test]
fn a_page_that_is_not_escaped_would_be_found() {
    let whole = page(&example(), &[]);
    let broken =
        whole.replace("</main>", "<img src=\"x.png\"><p style=\"color: red\">x</p><script>alert(1)</script></main>");
    let open =
        "<!DOCTYPE html><title>x</title><img src=x onerror='alert(1)'><p style='color:#eee;background:#fff'>faint";
    let found = problems(&[("broken", broken, None), ("open", open.to_owned(), None)]);
    for part in
        ["broken 390 light: console: ", "open 390 light: dialog: 1", "open 1280 dark: request: ", "axe color-contrast"]
    {
        assert!(found.contains(part), "{part} in {found}");
    }
}
