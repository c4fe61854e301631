//! Contents of many objects at once.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::Stdio;

use super::command::{complaint, git, not_started};
use super::{GitError, Repository};

/// Longer ones have no place in a journal; see [`crate::Session::load`].
const MAX: u64 = u32::MAX as u64;

/// One file's content: `None` where it is too large to be a journal.
pub(super) type Content = Option<Vec<u8>>;

impl Repository {
    /// The contents of objects, named in hexadecimal, in the same order.
    pub(super) fn blobs(&self, objects: &[&str]) -> Result<Vec<Content>, GitError> {
        if objects.is_empty() {
            return Ok(Vec::new());
        }
        let mut command = git(&self.top);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let wrong = |message: String| GitError::at(&self.top, message);
        let mut child = command.spawn().map_err(|error| wrong(not_started(&error)))?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let read = std::thread::scope(|scope| {
            // Both pipes are small, so questions and answers must flow at the same time.
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all((objects.join("\n") + "\n").as_bytes())));
            let mut out = BufReader::new(stdout.ok_or(io::ErrorKind::BrokenPipe)?);
            objects.iter().map(|_| answer(&mut out)).collect::<io::Result<Vec<_>>>()
        });
        let ended = child.wait_with_output().map_err(|error| wrong(error.to_string()))?;
        match read {
            Ok(contents) => Ok(contents),
            Err(_) if !ended.stderr.is_empty() => Err(wrong(complaint(&ended.stderr))),
            Err(error) => Err(wrong(format!("an object cannot be read: {error}; `git fsck` tells more"))),
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
