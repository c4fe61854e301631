//! The documents say what is true: commands work, output is as shown, links lead somewhere.

use std::path::Path;

use crate::harness::{TODAY, command, repository, run};

fn example(args: &[&str]) -> crate::harness::Ran {
    run(command(&repository(), &[&["check", "docs/example", "--today", TODAY], args].concat()), b"")
}

/// `UPDATE=1 cargo test` draws the picture in the README anew; without it, this proves that it is current.
#[test]
fn the_picture_in_the_readme_is_real_output() {
    let out = example(&["--color", "always"]).out;
    // As much as fits on a screen: two findings that need the whole journal, and how it ends.
    let findings: Vec<&str> = out.split("\n\n").collect();
    let (last, first) = findings.split_last().unwrap();
    let find = |rule: &str| first.iter().find(|it| it.contains(rule)).copied().unwrap_or_default();
    let (overdue, thanks) = (find("[overdue-contact]"), find("[missing-thanks]"));
    let shown = format!("$ netlint\n...\n\n{overdue}\n\n...\n\n{thanks}\n\n...\n\n{last}");
    let picture = anstyle_svg::Term::new().render_svg(&shown);
    testkit::assert_file(&repository().join("docs/images/check.svg"), &picture);
}

/// The same for the agenda.
#[test]
fn the_picture_of_the_agenda_is_real_output() {
    let args = ["next", "docs/example", "--today", TODAY, "--color", "always"];
    let ran = run(command(&repository(), &args), b"");
    let picture = anstyle_svg::Term::new().render_svg(&format!("$ netlint next\n{}", ran.out));
    testkit::assert_file(&repository().join("docs/images/next.svg"), &picture);
}

#[test]
fn the_example_journal_shows_what_netlint_is_for() {
    let ran = example(&["--format", "compact"]);
    assert_eq!(ran.code, 0, "an example does not fail: {}", ran.out);
    for rule in ["overdue-contact", "missing-thanks", "unreturned-favor", "mass-message", "unknown-verb"] {
        assert!(ran.out.contains(&format!("[{rule}]")), "{rule} in {}", ran.out);
    }
}

/// The Markdown files that are written by hand or made from code.
fn documents() -> Vec<std::path::PathBuf> {
    let root = repository();
    let mut found = vec![root.join("README.md"), root.join("grammar/README.md")];
    let mut folders = vec![root.join("docs"), root.join("editors")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.extend((!path.ends_with("node_modules")).then_some(path));
            } else if path.extension().is_some_and(|ending| ending == "md") {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn links_between_documents_lead_somewhere() {
    for document in documents() {
        let text = std::fs::read_to_string(&document).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = link.split('#').next().unwrap();
            let is_path =
                !path.is_empty() && !path.contains("://") && !path.contains(' ') && !path.starts_with("mailto:");
            let target = document.parent().unwrap_or(Path::new("")).join(path);
            assert!(!is_path || target.exists(), "{} in {}", link, document.display());
        }
    }
}

#[test]
fn configuration_examples_are_read() {
    let text = std::fs::read_to_string(repository().join("docs/configuration.md")).unwrap();
    let blocks = testkit::fenced(&text);
    let examples: Vec<_> = blocks.iter().filter(|(_, info, _)| info == "toml").collect();
    assert!(examples.len() > 3);
    for (heading, _, body) in examples {
        let folder = crate::harness::Folder::new(&[("netlint.toml", body), ("a.net.md", "")]);
        let ran = folder.run(&[]);
        assert_eq!(ran.code, 0, "{heading}: {ran:?}");
    }
}
