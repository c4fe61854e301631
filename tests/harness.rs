//! Starts the binary in a folder of its own.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The day of all tests.
pub(crate) const TODAY: &str = "2026-11-22";

/// A folder that goes when the test ends.
pub(crate) struct Folder(TempDir);

/// What the binary did.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// It could not do its work, and said why in one line.
    #[track_caller]
    pub(crate) fn assert_failed(&self, message: &str) {
        assert_eq!((self.code, self.out.as_str(), self.err.lines().count()), (2, "", 1), "{self:?}");
        assert!(self.err.contains(message), "{message:?} in {:?}", self.err);
    }
}

impl Folder {
    /// A folder with these files.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (path, text) in files {
            folder.write(path, text.as_bytes());
        }
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path().join(path)).unwrap()
    }

    /// Runs netlint here.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        run(command(self.path(), args), b"")
    }

    /// Runs netlint here with something on standard input.
    pub(crate) fn run_with(&self, args: &[&str], input: &[u8]) -> Ran {
        run(command(self.path(), args), input)
    }

    /// What `check --format json` finds: `rule file:line`, sorted.
    pub(crate) fn findings(&self, args: &[&str]) -> Vec<String> {
        let json = self.json(args);
        let line = |it: &serde_json::Value| {
            let text = |key: &str| it[key].as_str().unwrap().to_owned();
            format!("{} {}:{}", text("rule"), text("file"), it["start"]["line"])
        };
        let mut found: Vec<String> = json["diagnostics"].as_array().unwrap().iter().map(line).collect();
        found.sort();
        found
    }

    pub(crate) fn json(&self, args: &[&str]) -> serde_json::Value {
        let ran = self.run(&[&["check", "--format", "json"], args].concat());
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"))
    }
}

/// netlint in this folder, on [`TODAY`], without what the environment of the test might say.
pub(crate) fn command(folder: &Path, args: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_netlint"));
    command.args(args).current_dir(folder).env("NETLINT_TODAY", TODAY);
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "CI", "COLUMNS"] {
        command.env_remove(name);
    }
    command
}

pub(crate) fn run(mut command: Command, input: &[u8]) -> Ran {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Whoever does not read its input may have ended by now.
    _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().expect("netlint was not killed"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The folder of the repository.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}
