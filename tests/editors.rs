//! What the tests of editors share: a journal, and how an editor is started on it.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::harness::repository;
use crate::repository::{Repository, path_with};

const PEOPLE: &str = "## Ada Lovelace @ada\n\n- every: 3 weeks\n\n## Bob Babbage @bob\n\n- role: engineer\n";
const DAYS: &str = "## 2026-10-20\n\n- coffee with @ada: hi #rust\n- coffe with @bob: über\n\n## 2026-11-20\n\n\
    - call @ghost\n- mail to @bob:   hi  \n";

/// A journal with one unknown handle, one unknown verb, one overdue person and one line of another form.
pub(crate) fn journal() -> Repository {
    Repository::with(&[("netlint.toml", ""), ("people.net.md", PEOPLE), ("2026.net.md", DAYS)])
}

/// The folder of the plugins, and a script of the tests.
pub(crate) fn plugins() -> PathBuf {
    repository().join("editors")
}

pub(crate) fn script(name: &str) -> String {
    let path = repository().join("tests/editors").join(name);
    path.to_str().unwrap().to_owned()
}

/// A block of a page below `editors`, the one that holds this text, with the place of this repository filled in.
pub(crate) fn snippet(page: &str, part: &str) -> String {
    let text = std::fs::read_to_string(plugins().join(page)).unwrap();
    let blocks = testkit::fenced(&text);
    let block = blocks.into_iter().find(|(_, _, body)| body.contains(part));
    let block = block.unwrap_or_else(|| panic!("{part} is in no block of editors/{page}")).2;
    block.replace("/path/to/netlint", repository().to_str().unwrap())
}

/// Starts an editor in the journal, with one check to run, and asserts that it came to its end and was passed: exit
/// codes of editors say little. Its input stays open, as some leave at its end.
#[track_caller]
pub(crate) fn assert_passes(journal: &Repository, command: &Command, check: &str) {
    let result = journal.around().join("result");
    let mut patient = Command::new("timeout");
    patient.arg("--kill-after=5").arg("120").arg(command.get_program()).args(command.get_args());
    patient.current_dir(journal.path()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut command = journal.alone(patient);
    for (name, folder) in [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_STATE_HOME", "state")] {
        command.env(name, journal.around().join(folder));
    }
    command.env("PATH", path_with(&[])).env("NETLINT_CHECK", check).env("NETLINT_RESULT", &result);
    command.env("NETLINT_EDITORS", plugins()).env("LC_ALL", "C.UTF-8").env("TERM", "dumb");
    let mut child = command.spawn().unwrap();
    let input = child.stdin.take();
    let output = child.wait_with_output().unwrap();
    drop(input);
    let said = std::fs::read_to_string(&result).unwrap_or_default();
    assert_ne!(output.status.code(), Some(124), "{check}: the editor did not end by itself, having said {said:?}");
    assert_eq!(said.trim(), "ok", "{check}: {said}\n{output:?}");
}

/// A test for each name: this function is called with it.
macro_rules! checks {
    ($run:ident: $($name:ident),+ $(,)?) => {
        $(
            #[test]
            fn $name() {
                $run(stringify!($name));
            }
        )+
    };
}
pub(crate) use checks;
