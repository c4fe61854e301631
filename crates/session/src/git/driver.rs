//! Which program merges journals, in the repository's own configuration.

use super::{GitError, Repository, command};

/// The keys below `merge.netlint`, and what we set them to.
const OURS: [(&str, &str); 2] = [
    ("merge.netlint.name", "netlint journals"),
    ("merge.netlint.driver", "netlint merge-driver %O %A %B --marker-size %L --path %P"),
];

/// What the repository's configuration says of the merge driver `netlint`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeDriver {
    /// Nothing.
    Absent,
    /// What we set.
    Ours,
    /// Something that somebody else set.
    Foreign,
}

impl Repository {
    /// What is configured. Whether git uses it for journals is up to `.gitattributes`.
    pub fn merge_driver(&self) -> MergeDriver {
        let mut command = command::git(&self.top);
        command.args(["config", "--local", "-z", "--get-regexp", r"^merge\.netlint\."]);
        // Without such a key this fails, as it does without a configuration.
        let listed = command::run(&mut command).unwrap_or_default();
        let listed = String::from_utf8_lossy(&listed);
        let found: Vec<_> = listed.split_terminator('\0').filter_map(|it| it.split_once('\n')).collect();
        match found.as_slice() {
            [] => MergeDriver::Absent,
            found if found.len() == OURS.len() && OURS.iter().all(|it| found.contains(it)) => MergeDriver::Ours,
            _ => MergeDriver::Foreign,
        }
    }

    /// Sets it, unless there is one.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn set_merge_driver(&self) -> Result<MergeDriver, GitError> {
        let before = self.merge_driver();
        if before == MergeDriver::Absent {
            for (key, value) in OURS {
                self.run(["config", "--local", key, value])?;
            }
        }
        Ok(before)
    }

    /// Takes it away, if it is what we set.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn unset_merge_driver(&self) -> Result<MergeDriver, GitError> {
        let before = self.merge_driver();
        if before == MergeDriver::Ours {
            self.run(["config", "--local", "--remove-section", "merge.netlint"])?;
        }
        Ok(before)
    }
}

impl Repository {
    /// Whether `.gitattributes` gives the journals of this folder to the merge driver.
    pub fn merges_journals(&self, folder: &std::path::Path) -> bool {
        let any = folder.join("any.net.md");
        let answer = self.run([std::ffi::OsStr::new("check-attr"), "merge".as_ref(), "--".as_ref(), any.as_os_str()]);
        answer.is_ok_and(|answer| answer.trim_ascii_end().ends_with(b": netlint"))
    }
}
