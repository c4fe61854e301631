//! What is different since a revision.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use gix_imara_diff::{Algorithm, Diff, InternedInput};

use super::index::split;
use super::{GitError, Repository, command};
use crate::decode::decode;

/// The files of a repository at one moment of its history, by where they would be in the work tree.
#[derive(Clone, Debug)]
pub struct Revision {
    repository: Repository,
    files: BTreeMap<PathBuf, String>,
}

/// Which lines of which files are new or different.
#[derive(Clone, Debug, Default)]
pub struct Changed(HashMap<String, Lines>);

#[derive(Clone, Debug)]
enum Lines {
    All,
    /// For each line whether it is.
    These(Vec<bool>),
}

impl Repository {
    /// The last commit; `None` before the first one.
    pub(super) fn head(&self) -> Result<Option<String>, GitError> {
        let mut command = command::git(&self.top);
        let output = command.args(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).output();
        let output = output.map_err(|error| GitError::at(&self.top, command::not_started(&error)))?;
        Ok(Some(line(&output.stdout)).filter(|head| output.status.success() && !head.is_empty()))
    }

    /// The name that an empty object of this kind has in this repository.
    pub(super) fn empty_object(&self, kind: &str) -> Result<String, GitError> {
        let mut command = command::git(&self.top);
        command.args(["hash-object", "-t", kind, "--stdin"]).stdin(Stdio::null());
        command::run(&mut command).map(|out| line(&out)).map_err(|error| GitError::at(&self.top, error))
    }

    /// What `name` means: a commit, a tag, a tree; `main...` is where this branch left `main`.
    ///
    /// # Errors
    ///
    /// Where nothing is called so.
    pub fn revision(&self, name: &str) -> Result<Revision, GitError> {
        let wrong = || GitError(format!("there is no revision `{name}` in {}", self.top.display()));
        // A name that begins with a dash is never taken for an option.
        let verify = |name: &str, kind: &str| {
            let whole = format!("{name}^{{{kind}}}");
            self.run(["rev-parse", "--verify", "--quiet", "--end-of-options", &whole]).map(|out| line(&out))
        };
        let tree = match name.split_once("...") {
            None => verify(name, "tree").map_err(|_| wrong())?,
            Some((ours, theirs)) => {
                let side = |name: &str| verify(if name.is_empty() { "HEAD" } else { name }, "commit");
                let (ours, theirs) = (side(ours).map_err(|_| wrong())?, side(theirs).map_err(|_| wrong())?);
                let apart = |_| GitError(format!("the two sides of `{name}` have no commit in common"));
                self.run(["merge-base", &ours, &theirs]).map(|out| line(&out)).map_err(apart)?
            }
        };
        Revision::known(self, &tree)
    }
}

impl Revision {
    /// `tree` is the name of an object.
    pub(super) fn known(repository: &Repository, tree: &str) -> Result<Self, GitError> {
        let listed = repository.run(["ls-tree", "-r", "-z", "--full-tree", tree])?;
        // `MODE TYPE OBJECT`, a tab, the path. Links and submodules are left out.
        let file = |line: &[u8]| {
            let (head, path) = split(line, b'\t').filter(|(head, _)| head.starts_with(b"100"))?;
            let object = String::from_utf8_lossy(head).rsplit(' ').next()?.to_owned();
            Some((repository.top.join(command::path(path)), object))
        };
        let files = listed.split(|byte| *byte == 0).filter_map(file).collect();
        Ok(Self { repository: repository.clone(), files })
    }

    pub(super) fn has(&self, location: &Path) -> bool {
        self.files.contains_key(location)
    }

    /// What is different in these files, each given by where it is, its path in the journal, and its text.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn changes<'t>(
        &self,
        files: impl IntoIterator<Item = (PathBuf, &'t str, &'t str)>,
    ) -> Result<Changed, GitError> {
        let files: Vec<_> =
            files.into_iter().map(|(at, path, now)| (self.files.get_key_value(&at), path, now)).collect();
        let known = files.iter().filter_map(|(known, ..)| *known).map(|(at, object)| (at.as_path(), object.as_str()));
        let mut contents = self.repository.contents(&known.collect::<Vec<_>>())?.into_iter();
        let lines = |(known, path, now): (Option<_>, &str, &str)| {
            let before = known.and_then(|_| contents.next()).flatten();
            let lines = before.map_or(Lines::All, |before| Lines::These(added(&decode(before).0, now)));
            (path.to_owned(), lines)
        };
        Ok(Changed(files.into_iter().map(lines).collect()))
    }
}

impl Changed {
    /// Whether one of the lines `first..=last`, counted from 1, of the file at this path is new or different.
    pub fn touches(&self, path: &str, first: u32, last: u32) -> bool {
        match self.0.get(path) {
            None => false,
            Some(Lines::All) => true,
            Some(Lines::These(lines)) => {
                let range = (first.max(1) as usize - 1).min(lines.len())..(last as usize).min(lines.len());
                lines.get(range).is_some_and(|lines| lines.contains(&true))
            }
        }
    }
}

/// For each line of `after` whether it is not in `before`. How lines end makes no difference, since git may convert
/// that on the way to the work tree.
fn added(before: &str, after: &str) -> Vec<bool> {
    let mut input = InternedInput::default();
    input.update_before(before.lines());
    input.update_after(after.lines());
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);
    (0..input.after.len() as u32).map(|line| diff.is_added(line)).collect()
}

fn line(out: &[u8]) -> String {
    String::from_utf8_lossy(out).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::added;

    /// Few different lines, so that many are alike.
    fn text() -> impl Strategy<Value = Vec<&'static str>> {
        prop::collection::vec(prop::sample::select(vec!["", "a", "b", "## c", "- d"]), 0..12)
    }

    proptest! {
        /// What is not marked stands in the old text, in the same order, so nothing new goes by unseen; and what was
        /// put into a text is marked to the line, however often the same stands elsewhere.
        #[test]
        fn only_old_lines_go_unmarked(before in text(), after in text(), at in 0_usize..12, new in 1_usize..4) {
            let old = before.join("\n") + "\n";
            let marks = added(&old, &after.join("\n"));
            let mut rest = old.lines();
            for (line, _) in after.join("\n").lines().zip(marks).filter(|(_, is_new)| !is_new) {
                prop_assert!(rest.any(|it| it == line), "{line:?} is new in {after:?} after {before:?}");
            }
            let at = at.min(before.len());
            let mut more = before.clone();
            more.splice(at..at, std::iter::repeat_n("new", new));
            more.push("end");
            let expected: Vec<bool> = more.iter().map(|line| ["new", "end"].contains(line)).collect();
            let old: String = before.iter().flat_map(|line| [*line, "\n"]).collect();
            prop_assert_eq!(added(&old, &more.join("\n")), expected);
        }
    }

    #[test]
    fn lines_that_are_new_or_different() {
        assert_eq!(added("a\nb\nc\n", "a\nB\nc\nd"), [false, true, false, true]);
        assert_eq!(added("a\nb\nc", "c\n"), [false], "what is gone marks nothing");
        assert_eq!(added("a\r\nb\r\n", "a\nb"), [false, false]);
        assert_eq!(added("", "a\n"), [true]);
        assert_eq!(added("a", ""), [false; 0]);
    }
}
