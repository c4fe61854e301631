//! What names a document, however a client spells its URI.

use std::hash::{Hash, Hasher};
use std::path::{Component, Path, PathBuf};

use tower_lsp::gen_lsp_types::Uri;
use url::Url;

/// A document. Two spellings of one file are the same document; whatever is no file is its URI.
#[derive(Clone, Debug, Eq)]
pub(crate) struct DocId {
    key: String,
    path: Option<PathBuf>,
}

impl DocId {
    /// The document that a client means.
    pub(crate) fn of(uri: &Uri) -> Self {
        match path_of(&uri.0) {
            Some(path) => Self::file(&path),
            None => Self { key: uri.0.clone(), path: None },
        }
    }

    /// The file at this path.
    pub(crate) fn file(path: &Path) -> Self {
        let path = plain(path);
        let mut key = path.to_string_lossy().replace('\\', "/");
        // The letter of a drive has no case.
        let letter = usize::from(key.starts_with('/'));
        if key.as_bytes().get(letter + 1) == Some(&b':') && key.is_char_boundary(letter + 1) {
            key[letter..=letter].make_ascii_lowercase();
        }
        Self { key, path: Some(path) }
    }

    /// Where it is, if it is a file.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}

impl std::fmt::Display for DocId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.key)
    }
}

impl PartialEq for DocId {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Hash for DocId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

/// The path of a URI that names a file here.
fn path_of(uri: &str) -> Option<PathBuf> {
    let url = match Url::parse(uri) {
        Ok(url) if url.scheme() == "file" => url,
        // `C:\people.net.md` looks like a URI.
        Ok(url) if url.scheme().len() == 1 => return Some(PathBuf::from(uri)),
        Err(_) if uri.starts_with('/') => return Some(PathBuf::from(uri)),
        _ => return None,
    };
    url.to_file_path().ok()
}

/// A path without `.`, `..` and doubled separators.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => _ = plain.pop(),
            part => plain.push(part),
        }
    }
    plain
}

/// The URI of a file, for a client that has not named it yet.
pub(crate) fn uri_of(path: &Path) -> Uri {
    match Url::from_file_path(path) {
        Ok(url) => Uri(url.into()),
        Err(()) => Uri(path.to_string_lossy().into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(uri: &str) -> DocId {
        DocId::of(&Uri(uri.to_owned()))
    }

    #[test]
    fn spellings_of_one_file_are_one_document() {
        for same in [
            ["file:///t/a%20b.net.md", "file:///t/a b.net.md"],
            ["file:///t/Zo%C3%AB.net.md", "file:///t/Zoë.net.md"],
            ["file:///t/%5Bx%5D%40.net.md", "file:///t/[x]@.net.md"],
            ["file:///t/x/../y.net.md", "file://localhost/t//./y.net.md"],
            ["file:///c%3A/people/a.net.md", "file:///C:/people/a.net.md"],
            ["FILE:///t/a.net.md", "/t/a.net.md"],
        ] {
            assert_eq!(id(same[0]), id(same[1]));
            assert!(id(same[0]).path().is_some(), "{same:?}");
        }
        assert_ne!(id("file:///t/a%23b.net.md"), id("file:///t/a#b.net.md"));
        assert_ne!(id("file:///t/a.net.md"), id("file:///t/A.net.md"));
    }

    #[test]
    fn what_is_no_file_is_its_uri() {
        for uri in
            ["untitled:Untitled-1", "git:/t/a.net.md?x", "vscode-remote://h/t/a.net.md", "", "x", "zipfile:///a::b"]
        {
            assert_eq!((id(uri).path(), id(uri).key.as_str()), (None, uri));
        }
    }

    #[test]
    fn a_uri_leads_back_to_its_file() {
        for path in ["/t/a b#c?d%.net.md", "/t/Zoë/[x].net.md"] {
            assert_eq!(DocId::of(&uri_of(Path::new(path))), DocId::file(Path::new(path)));
        }
    }
}
