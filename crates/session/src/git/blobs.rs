//! Contents of many objects at once, as they would lie on the disk.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{ChildStdout, Stdio};

use rayon::prelude::*;

use super::command::{complaint, git, not_started};
use super::{GitError, Repository};

/// Longer ones have no place in a journal; see [`crate::Session::load`].
const MAX: u64 = u32::MAX as u64;

/// One file's content: `None` where it is too large to be a journal.
pub(super) type Content = Option<Vec<u8>>;

impl Repository {
    /// The contents of files, each given by where it would be and the name of its object, in the same order.
    pub(super) fn contents(&self, files: &[(&Path, &str)]) -> Result<Vec<Content>, GitError> {
        if files.is_empty() {
            return Ok(Vec::new());
        }
        let is_filtered = self.filtered(files)?;
        let of = |wanted: bool| files.iter().zip(&is_filtered).filter(move |it| *it.1 == wanted).map(|it| *it.0);
        let mut plain = self.blobs(&of(false).map(|(_, object)| object).collect::<Vec<_>>())?.into_iter();
        // Each of these costs a process of its own, or two.
        let filtered = of(true).collect::<Vec<_>>().into_par_iter().map(|(at, object)| self.converted(at, object));
        let mut filtered = filtered.collect::<Result<Vec<_>, _>>()?.into_iter();
        Ok(is_filtered.iter().map(|is| if *is { filtered.next() } else { plain.next() }.flatten()).collect())
    }

    /// The content of one file, as its program makes it from what git keeps.
    fn converted(&self, location: &Path, object: &str) -> Result<Content, GitError> {
        let path = location.strip_prefix(&self.top).unwrap_or(location);
        let args = ["cat-file", "--filters", "--path"].map(OsStr::new);
        let bytes = self.run(args.into_iter().chain([path.as_os_str(), object.as_ref()]))?;
        Ok(Some(bytes).filter(|bytes| (bytes.len() as u64) < MAX))
    }

    /// Which files git keeps in another form, such as an encrypted one, and converts by a program.
    fn filtered(&self, files: &[(&Path, &str)]) -> Result<Vec<bool>, GitError> {
        let mut question = Vec::new();
        for (location, _) in files {
            question.extend_from_slice(location.as_os_str().as_encoded_bytes());
            question.push(0);
        }
        let read = |mut out: BufReader<ChildStdout>| {
            let mut answer = Vec::new();
            out.read_to_end(&mut answer).map(|_| answer)
        };
        let answer = self.talk(&["check-attr", "--stdin", "-z", "filter"], &question, read)?;
        // The path, the attribute and its value, each with a zero.
        let values: Vec<&[u8]> = answer.split(|byte| *byte == 0).skip(2).step_by(3).collect();
        let is_filter = |value: &&[u8]| !matches!(*value, b"unspecified" | b"unset" | b"set" | b"");
        Ok((0..files.len()).map(|number| values.get(number).is_some_and(is_filter)).collect())
    }

    /// The contents of objects, named in hexadecimal, in the same order.
    fn blobs(&self, objects: &[&str]) -> Result<Vec<Content>, GitError> {
        if objects.is_empty() {
            return Ok(Vec::new());
        }
        let question = objects.join("\n") + "\n";
        let read = |mut out| objects.iter().map(|_| answer(&mut out)).collect();
        self.talk(&["cat-file", "--batch"], question.as_bytes(), read)
    }

    /// Asks a command of git that answers while it is asked.
    fn talk<T>(
        &self,
        args: &[&str],
        question: &[u8],
        read: impl FnOnce(BufReader<ChildStdout>) -> io::Result<T>,
    ) -> Result<T, GitError> {
        let wrong = |message: String| GitError::at(&self.top, message);
        let mut command = git(&self.top);
        command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| wrong(not_started(&error)))?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let answer = std::thread::scope(|scope| {
            // Pipes are small, so questions and answers must flow at the same time.
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(question)));
            read(BufReader::new(stdout.ok_or(io::ErrorKind::BrokenPipe)?))
        });
        let ended = child.wait_with_output().map_err(|error| wrong(error.to_string()))?;
        match answer {
            Ok(answer) if ended.status.success() => Ok(answer),
            Err(error) if ended.stderr.is_empty() => {
                Err(wrong(format!("an object cannot be read: {error}; `git fsck` tells more")))
            }
            _ => Err(wrong(complaint(&ended.stderr))),
        }
    }
}

/// `NAME blob SIZE`, a newline, the content, a newline.
fn answer(out: &mut impl BufRead) -> io::Result<Content> {
    let mut head = String::new();
    out.read_line(&mut head)?;
    let size = head.trim_end().rsplit_once(" blob ").map_or(head.as_str(), |(_, size)| size);
    let size: u64 = size.trim().parse().map_err(|_| io::Error::other(head.trim_end().to_owned()))?;
    let mut content = out.take(size + 1);
    if size >= MAX {
        io::copy(&mut content, &mut io::sink())?;
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(size as usize + 1);
    content.read_to_end(&mut bytes)?;
    match bytes.pop() {
        Some(_) if bytes.len() as u64 == size => Ok(Some(bytes)),
        _ => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}
