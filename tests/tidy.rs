//! The house stays as it is drawn.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::harness::repository;

/// No source file is longer: a file should be held in the head.
const MAX_LINES: usize = 400;

/// The files of the repository below a folder, with one of these endings.
fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !path.is_symlink() {
            if name != "target" && name != "node_modules" && !name.starts_with('.') {
                found.extend(files(&path, endings));
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn no_file_is_too_long_and_nothing_is_left_for_later() {
    for path in files(&repository(), &[".rs"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let lines = text.lines().count();
        assert!(lines <= MAX_LINES, "{} has {lines} lines; where does it fall apart?", path.display());
        let own = path.ends_with("tests/tidy.rs");
        for word in ["dbg!(", "todo!(", "unimplemented!(", "FIXME", "#[ignore"] {
            assert!(own || !text.contains(word), "{word} in {}", path.display());
        }
    }
}

#[test]
fn every_source_file_says_what_it_is_for() {
    for path in files(&repository().join("crates"), &[".rs"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let is_list = path.ends_with("mod.rs") && text.contains("rules! {");
        assert!(is_list || text.starts_with("//!"), "{} begins without a `//!` comment", path.display());
    }
}

#[test]
fn every_dependency_is_declared_once_with_its_reason() {
    let root = std::fs::read_to_string(repository().join("Cargo.toml")).unwrap();
    let declared = root.split("[workspace.dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    for line in declared.lines().filter(|line| line.contains('=')) {
        assert!(line.contains("path = ") || line.contains("# "), "no reason: {line}");
    }
    for path in files(&repository().join("crates"), &["Cargo.toml"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        for section in text.split("\n[").filter(|section| section.contains("dependencies]\n")) {
            for line in section.lines().skip(1).filter(|line| line.contains('=')) {
                assert!(line.contains("workspace = true"), "{}: {line}", path.display());
            }
        }
    }
}

/// What each crate builds on, from the manifests.
fn graph() -> BTreeMap<String, BTreeSet<String>> {
    let crates = repository().join("crates");
    let names: BTreeSet<String> = std::fs::read_dir(&crates)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let edges = |name: &String| {
        let text = std::fs::read_to_string(crates.join(name).join("Cargo.toml")).unwrap();
        let section =
            |title: &str| text.split(title).nth(1).map_or("", |rest| rest.split("\n[").next().unwrap()).to_owned();
        let lines = section("\n[dependencies]\n") + section("\n[build-dependencies]\n").as_str();
        let used = lines.lines().filter_map(|line| line.split(['.', ' ']).next().map(str::to_owned));
        used.filter(|used| names.contains(used)).collect()
    };
    names.iter().map(|name| (name.clone(), edges(name))).collect()
}

#[test]
fn the_crates_build_on_each_other_as_the_architecture_says() {
    let text = std::fs::read_to_string(repository().join("docs/architecture.md")).unwrap();
    let drawn: BTreeMap<String, BTreeSet<String>> = text
        .lines()
        .filter_map(|line| {
            let (name, rest) = line.strip_prefix("| `")?.split_once("` |")?;
            let used = rest.split(" |").next()?;
            Some((name.to_owned(), used.split('`').skip(1).step_by(2).map(str::to_owned).collect()))
        })
        .collect();
    assert_eq!(graph(), drawn, "left: the manifests, right: the table in docs/architecture.md");
}

#[test]
fn changelog_licences_and_ci_are_there() {
    for path in
        ["docs/changelog.md", "docs/contributing.md", "LICENSE-MIT", "LICENSE-APACHE", "grammar/LICENSE", ".ci/run"]
    {
        assert!(repository().join(path).is_file(), "{path}");
    }
    let ci = std::fs::read_to_string(repository().join(".ci/run")).unwrap();
    let readme = std::fs::read_to_string(repository().join("README.md")).unwrap();
    let command = ci.lines().last().unwrap();
    assert!(readme.contains(command), "README and .ci/run run the same tests: {command}");
}
