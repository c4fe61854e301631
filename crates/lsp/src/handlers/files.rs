//! Files and folders change outside the editor.

use std::path::PathBuf;

use serde_json::{Value, json};
use session::CONFIG_FILE;
use tower_lsp::gen_lsp_types::{DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams};

use super::lifecycle::paths;
use crate::doc_id::DocId;
use crate::shared::Shared;
use crate::world::World;

/// Kinds of events that a watcher tells of: created 1, changed 2, deleted 4.
const CREATED_OR_DELETED: u32 = 1 | 4;

pub(crate) fn changed(shared: &Shared, params: &DidChangeWatchedFilesParams) {
    let paths = params.changes.iter().filter_map(|event| Some(DocId::of(&event.uri).path()?.to_owned()));
    take(shared, paths.collect());
}

pub(crate) fn folders_changed(shared: &Shared, params: &DidChangeWorkspaceFoldersParams) {
    let (added, removed) = (paths(&params.event.added), paths(&params.event.removed));
    shared.change(|world| world.change_folders(added, &removed));
}

/// Takes over that something has happened to these files and folders.
pub(crate) fn take(shared: &Shared, paths: Vec<PathBuf>) {
    let mut world = shared.world();
    let mut concerns = false;
    for path in paths {
        concerns |= world.disk_changed(&path);
    }
    drop(world);
    if concerns {
        shared.change(|_| ());
    }
}

/// What the client is asked to watch: journals and configurations, and whatever comes or goes, since that may be a
/// folder.
pub(crate) fn watchers(world: &World) -> Vec<Value> {
    let patterns = world.roots().flat_map(|(_, config)| [&config.include.patterns, &config.people.patterns]);
    let mut patterns: Vec<String> = patterns.flatten().cloned().collect();
    patterns.push(format!("**/{CONFIG_FILE}"));
    patterns.push("**/*.net.md".to_owned());
    patterns.sort_unstable();
    patterns.dedup();
    let files = patterns.into_iter().map(|pattern| {
        // Patterns are relative to a folder that the client may not have opened.
        let pattern = if pattern.starts_with("**/") { pattern } else { format!("**/{pattern}") };
        json!({ "globPattern": pattern })
    });
    files.chain([json!({ "globPattern": "**/*", "kind": CREATED_OR_DELETED })]).collect()
}
