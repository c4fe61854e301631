//! What the pages of `editors` tell to write is well-formed, and starts what there is.

use std::path::Path;

use crate::harness::repository;

/// The blocks in this language on all pages below a folder, each with the name of its page.
fn blocks(folder: &Path, language: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("node_modules") {
            found.extend(blocks(&path, language));
        } else if path.extension().is_some_and(|ending| ending == "md") {
            let text = std::fs::read_to_string(&path).unwrap();
            let here = testkit::fenced(&text).into_iter().filter(|(_, info, _)| info == language);
            found.extend(here.map(|(_, _, body)| (path.display().to_string(), body.clone())));
        }
    }
    found
}

#[test]
fn toml_is_toml() {
    let all = blocks(&repository().join("editors"), "toml");
    let tables =
        all.iter().map(|(page, text)| text.parse::<toml::Table>().unwrap_or_else(|error| panic!("{page}: {error}")));
    let helix = tables.into_iter().find(|table| table.contains_key("language-server")).unwrap();
    let server = &helix["language-server"]["netlint"];
    assert_eq!((server["command"].as_str(), server["args"][0].as_str()), (Some("netlint"), Some("lsp")));
    let language = &helix["language"][0];
    assert_eq!(language["file-types"][0]["glob"].as_str(), Some("*.net.md"));
    assert_eq!(language["language-servers"][0].as_str(), Some("netlint"), "the language names the server above");
}

#[test]
fn json_is_json() {
    let all = blocks(&repository().join("editors"), "json");
    assert!(all.len() > 2, "Sublime Text, Kate and Zed are told what to write");
    for (page, text) in all {
        let value: serde_json::Value =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{page}: {error}\n{text}"));
        assert!(text.contains("netlint") || text.contains("net.md"), "{page}: {value}");
    }
}
