//! Repositories of git, each with a home of its own, so that nobody's configuration matters.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::{Folder, Ran, TODAY, command, run};

/// A repository in a folder that goes when the test ends. The work tree is its folder `work`.
pub(crate) struct Repository {
    folder: Folder,
}

impl Repository {
    /// An empty one.
    pub(crate) fn new() -> Self {
        let folder = Folder::new(&[(
            "home/.gitconfig",
            "[user]\nname = Ada\nemail = ada@example.org\n[init]\ndefaultBranch = main\n[protocol \"file\"]\nallow = always\n",
        )]);
        let repository = Self { folder };
        repository.write("work/.keep", "");
        repository.git(&["init", "--quiet"]);
        repository.remove(".keep");
        repository
    }

    /// One whose first commit has these files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let repository = Self::new();
        for (path, text) in files {
            repository.put(path, text);
        }
        repository.commit();
        repository
    }

    /// The folder that holds the work tree, a home, and whatever else a test makes.
    pub(crate) fn around(&self) -> &Path {
        self.folder.path()
    }

    /// The work tree.
    pub(crate) fn path(&self) -> PathBuf {
        self.around().join("work")
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        self.folder.write(path, text.as_ref());
    }

    /// Writes a file of the work tree.
    pub(crate) fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        self.write(&format!("work/{path}"), text);
    }

    pub(crate) fn read(&self, path: &str) -> String {
        self.folder.read(&format!("work/{path}"))
    }

    pub(crate) fn remove(&self, path: &str) {
        std::fs::remove_file(self.path().join(path)).unwrap();
    }

    /// Runs git in the work tree; it must work.
    #[track_caller]
    pub(crate) fn git(&self, args: &[&str]) -> String {
        self.git_in("work", args)
    }

    #[track_caller]
    pub(crate) fn git_in(&self, folder: &str, args: &[&str]) -> String {
        let ran = self.try_git(folder, args);
        assert_eq!(ran.code, 0, "git {args:?}: {ran:?}");
        ran.out
    }

    /// Runs git in a folder beside or below the work tree.
    pub(crate) fn try_git(&self, folder: &str, args: &[&str]) -> Ran {
        let mut git = Command::new("git");
        git.args(args).current_dir(self.around().join(folder));
        run(self.alone(git), b"")
    }

    /// Stages everything and commits it.
    pub(crate) fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--no-verify", "--message", "x"]);
    }

    /// Runs netlint in the work tree.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.run_in("work", args)
    }

    pub(crate) fn run_in(&self, folder: &str, args: &[&str]) -> Ran {
        run(self.alone(command(&self.around().join(folder), args)), b"")
    }

    /// What `netlint check` finds: `RULE FILE:LINE`, sorted. That tests say the same again and again is no finding.
    pub(crate) fn found(&self, args: &[&str]) -> Vec<String> {
        self.found_in("work", args)
    }

    pub(crate) fn found_in(&self, folder: &str, args: &[&str]) -> Vec<String> {
        let ran = self.run_in(
            folder,
            &[&["check", "--quiet", "--format", "compact", "--min-level", "info", "--ignore", "duplicate-entry"], args]
                .concat(),
        );
        assert!(ran.code < 2 && ran.err.is_empty(), "{ran:?}");
        let line = |line: &str| {
            let mut parts = line.split(':');
            let (file, number) = (parts.next().unwrap(), parts.next().unwrap());
            let rule = line.split(['[', ']']).nth(1).unwrap();
            format!("{rule} {file}:{number}")
        };
        let mut found: Vec<String> = ran.out.lines().map(line).collect();
        found.sort();
        found
    }

    /// A command in this repository's surroundings: its home, no configuration of the machine, netlint on the PATH.
    pub(crate) fn alone(&self, mut command: Command) -> Command {
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("GIT_")) {
            command.env_remove(name);
        }
        let home = self.around().join("home");
        command.env("NETLINT_TODAY", TODAY);
        command.env("GIT_CONFIG_GLOBAL", home.join(".gitconfig")).env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", home);
        command.env("PATH", path_with(&[]));
        command
    }
}

/// The PATH with netlint in front, and before that these folders.
pub(crate) fn path_with(folders: &[PathBuf]) -> OsString {
    let netlint = Path::new(env!("CARGO_BIN_EXE_netlint")).parent().unwrap().to_owned();
    let before = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain([netlint]).chain(std::env::split_paths(&before));
    std::env::join_paths(all).unwrap()
}
