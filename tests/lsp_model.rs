//! Whatever happens in the editor and on the disk, the server finds what the command line would find there.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::json;

use crate::harness::Folder;
use crate::lsp::{Session, uri};
use crate::lsp_diagnostics::{by_command_line, by_server, characters};

const PATHS: [&str; 4] = ["people.net.md", "2026.net.md", "sub/b c.net.md", "sub/Zoë.net.md"];

const LINES: [&str; 14] = [
    "## Ada Lovelace @ada\n",
    "## Bob @bob\n",
    "## @ada\n",
    "- every: 3 weeks\n",
    "- aka: @bob\n",
    "## 2026-10-20\n",
    "## 2026-11-2\n",
    "- coffee with @ada: 😀 hi\n",
    "- got from @bob: é ^x\n",
    "- thanked @bob for ^x\r\n",
    "- cofee with @ada\n",
    "<!-- netlint-disable -->\n",
    "```\n",
    "\n",
];

/// What can be in force.
const CONFIGURATIONS: [&str; 4] =
    ["", "language = \"de\"\n", "exclude = [\"sub/**\"]\n", "people = [\"sub/*.net.md\"]\n[rules]\ncare = \"error\"\n"];

#[derive(Clone, Debug)]
enum Step {
    Open(usize),
    /// From, how much, and what takes its place, in thousandths of the text and lines.
    Edit(usize, usize, usize, usize),
    Close(usize),
    Save(usize),
    Write(usize, Vec<usize>),
    Delete(usize),
    Configure(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let path = 0..PATHS.len();
    let line = 0..LINES.len();
    let step = prop_oneof![
        3 => path.clone().prop_map(Step::Open),
        8 => (path.clone(), 0..1000_usize, 0..60_usize, line.clone()).prop_map(|(path, at, length, line)| Step::Edit(path, at, length, line)),
        3 => path.clone().prop_map(Step::Close),
        2 => path.clone().prop_map(Step::Save),
        2 => (path.clone(), prop::collection::vec(line, 0..12)).prop_map(|(path, lines)| Step::Write(path, lines)),
        1 => path.prop_map(Step::Delete),
        1 => (0..CONFIGURATIONS.len()).prop_map(Step::Configure),
    ];
    prop::collection::vec(step, 1..40)
}

/// The disk, and what is open in the editor.
struct Model {
    folder: Folder,
    session: Session,
    disk: BTreeMap<&'static str, String>,
    open: BTreeMap<&'static str, (i32, String)>,
    configuration: usize,
}

impl Model {
    fn new() -> Self {
        let folder = Folder::new(&[("netlint.toml", "")]);
        let text = LINES[..9].concat();
        let disk: BTreeMap<_, _> = PATHS[1..].iter().map(|path| (*path, text.clone())).collect();
        for (path, text) in &disk {
            folder.write(path, text.as_bytes());
        }
        let session = Session::new(&folder, &characters());
        Self { folder, session, disk, open: BTreeMap::new(), configuration: 0 }
    }

    fn write(&mut self, path: &'static str, text: &str) {
        self.folder.write(path, text.as_bytes());
        let is_old = self.disk.insert(path, text.to_owned()).is_some();
        self.tell(path, if is_old { 2 } else { 1 });
    }

    fn tell(&mut self, path: &str, kind: u32) {
        let event = json!({ "uri": uri(&self.folder, path), "type": kind });
        self.session.notify("workspace/didChangeWatchedFiles", &json!({ "changes": [event] }));
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Open(path) => {
                let path = PATHS[path];
                let text = self.disk.get(path).cloned().unwrap_or_default();
                self.session.open(&uri(&self.folder, path), &text);
                self.open.insert(path, (1, text));
            }
            Step::Edit(path, at, length, line) => {
                let path = PATHS[path];
                let Some((version, text)) = self.open.get_mut(path) else { return };
                let boundary = |mut at: usize| {
                    while !text.is_char_boundary(at) || text[..at].ends_with('\r') {
                        at -= 1;
                    }
                    at
                };
                let start = boundary(text.len() * at / 1000);
                let end = boundary((start + length).min(text.len())).max(start);
                let position = |at: usize| {
                    let line = text[..at].matches('\n').count();
                    let column = text[text[..at].rfind('\n').map_or(0, |at| at + 1)..at].chars().count();
                    json!({ "line": line, "character": column })
                };
                let change =
                    json!([{ "range": { "start": position(start), "end": position(end) }, "text": LINES[line] }]);
                text.replace_range(start..end, LINES[line]);
                *version += 1;
                self.session.change(&uri(&self.folder, path), *version, &change);
            }
            Step::Close(path) => {
                if self.open.remove(PATHS[path]).is_some() {
                    let document = json!({ "uri": uri(&self.folder, PATHS[path]) });
                    self.session.notify("textDocument/didClose", &json!({ "textDocument": document }));
                }
            }
            Step::Save(path) => {
                if let Some((_, text)) = self.open.get(PATHS[path]).cloned() {
                    self.write(PATHS[path], &text);
                }
            }
            Step::Write(path, lines) => {
                self.write(PATHS[path], &lines.into_iter().map(|line| LINES[line]).collect::<String>());
            }
            Step::Delete(path) => {
                if self.disk.remove(PATHS[path]).is_some() {
                    std::fs::remove_file(self.folder.path().join(PATHS[path])).unwrap();
                    self.tell(PATHS[path], 3);
                }
            }
            Step::Configure(number) => {
                self.configuration = number;
                self.folder.write("netlint.toml", CONFIGURATIONS[number].as_bytes());
                self.tell("netlint.toml", 2);
            }
        }
    }

    /// The folder as it would be if everything that is open were saved. What is open and excluded is in no journal.
    fn saved(&self) -> Folder {
        let mut files: BTreeMap<&str, &str> = self.disk.iter().map(|(path, text)| (*path, text.as_str())).collect();
        files.extend(self.open.iter().map(|(path, (_, text))| (*path, text.as_str())));
        files.insert("netlint.toml", CONFIGURATIONS[self.configuration]);
        files.entry("always.net.md").or_insert("");
        Folder::new(&files.into_iter().collect::<Vec<_>>())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_server_finds_what_the_command_line_would(steps in steps()) {
        let mut model = Model::new();
        let count = steps.len();
        for (number, step) in steps.into_iter().enumerate() {
            model.take(step);
            // Asked now and then, since what is asked for in between is kept.
            if number % 7 == 6 || number + 1 == count {
                let found = by_server(&mut model.session, &model.folder);
                prop_assert_eq!(found, by_command_line(&model.saved()));
            }
        }
        prop_assert_eq!(model.session.quit(), Some(0));
    }
}
