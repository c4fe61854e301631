//! One journal, read and checked: what all answers are made of.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use check::{Diagnostic, Report};
use ide::Ide;
use journal::{FileId, Network, Place};
use session::Snapshot;
use syntax::LineIndex;
use tower_lsp::gen_lsp_types::Uri;

use crate::client::{Client, Settings};
use crate::doc_id::uri_of;
use crate::engine::{Open, View};
use crate::to_proto;

/// One journal, read and checked.
#[derive(Debug)]
pub(crate) struct Analysis {
    /// What it is about.
    pub(crate) view: View,
    /// The network.
    pub(crate) snapshot: Snapshot,
    /// What was found.
    pub(crate) report: Arc<Report>,
    /// Files that cannot be read, and why.
    pub(crate) unreadable: BTreeMap<String, String>,
    lines: Vec<Arc<OnceLock<LineIndex>>>,
}

impl Analysis {
    pub(crate) fn new(
        view: View,
        snapshot: Snapshot,
        report: Arc<Report>,
        unreadable: BTreeMap<String, String>,
        lines: Vec<Arc<OnceLock<LineIndex>>>,
    ) -> Self {
        Self { view, snapshot, report, unreadable, lines }
    }

    /// The network of people.
    pub(crate) fn network(&self) -> &Network {
        &self.snapshot.network
    }

    /// The same, for answers about places.
    pub(crate) fn ide(&self) -> Ide<'_> {
        let config = &self.snapshot.config;
        Ide { network: self.network(), settings: &config.settings, levels: &config.levels, today: self.view.today }
    }

    /// The file at this path below the journal's folder.
    pub(crate) fn file(&self, path: &str) -> Option<FileId> {
        self.network().file_at(path)
    }

    /// All files that this journal shows, which are those in no journal below it.
    pub(crate) fn files(&self) -> impl Iterator<Item = FileId> {
        let files = self.network().files().filter(|(_, file)| self.shows(&file.path));
        files.map(|(id, _)| id)
    }

    /// Whether this journal shows the file at this path.
    pub(crate) fn shows(&self, path: &str) -> bool {
        !self.view.nested.iter().any(|folder| path.starts_with(folder))
    }

    /// The open document of a file.
    pub(crate) fn open(&self, file: FileId) -> Option<&Open> {
        self.view.open.get(&self.network().file(file).path)
    }

    /// The text of a file, and its lines as editors see them.
    pub(crate) fn text(&self, file: FileId) -> (&str, &LineIndex) {
        let text = self.network().text(file);
        // Editors do not show the mark of what they read from the disk; what they send is what they show.
        let hides_mark = self.open(file).is_none();
        (text, self.lines[file.index()].get_or_init(|| LineIndex::for_editors(text, hides_mark)))
    }

    /// Where a file is; `None` where it is none.
    pub(crate) fn location(&self, path: &str) -> Option<PathBuf> {
        self.view.root.as_ref().map(|root| root.join(path))
    }

    /// The URI of a file, as the client spells it where it has named it.
    pub(crate) fn uri(&self, path: &str) -> Uri {
        match (self.view.open.get(path), self.location(path)) {
            (Some(open), _) => open.uri.clone(),
            (None, Some(location)) => uri_of(&location),
            (None, None) => Uri(path.to_owned()),
        }
    }

    /// What was found in a file and is to be shown, in order of place, and how many more there are.
    pub(crate) fn findings(&self, file: FileId, settings: Settings) -> (Vec<&Diagnostic>, usize) {
        let all = &self.report.diagnostics;
        let start = all.partition_point(|it| it.finding.place.file < file);
        let length = all[start..].partition_point(|it| it.finding.place.file == file);
        let shown = all[start..start + length].iter().filter(|it| it.level >= settings.min_level);
        let mut shown: Vec<&Diagnostic> = shown.collect();
        let more = shown.len().saturating_sub(settings.max_findings);
        if more > 0 {
            // The gravest stay.
            shown.sort_by_key(|it| std::cmp::Reverse(it.level));
            shown.truncate(settings.max_findings);
            shown.sort_by_key(|it| (it.finding.place.span.start, it.rule.name));
        }
        (shown, more)
    }

    /// A number that is the same as long as nothing changes beside the text of a file itself: the other texts, the
    /// day, the configuration, what is wanted.
    pub(crate) fn surroundings(&self, file: FileId, settings: Settings) -> u64 {
        let mut hasher = foldhash::fast::FixedState::default().build_hasher();
        (self.view.today.number(), settings.hints, settings.lenses).hash(&mut hasher);
        Arc::as_ptr(&self.view.config).hash(&mut hasher);
        for (_, other) in self.network().files().filter(|(id, _)| *id != file) {
            // Texts that nobody changed are the same ones.
            (&other.path, Arc::as_ptr(&other.text), other.text.len()).hash(&mut hasher);
        }
        hasher.finish()
    }

    /// A number that is the same as long as nothing of what is shown in a file changes.
    pub(crate) fn fingerprint(&self, file: FileId, client: &Client, settings: Settings) -> u64 {
        let (findings, more) = self.findings(file, settings);
        let mut hasher = foldhash::fast::FixedState::default().build_hasher();
        let place = |hasher: &mut _, place: Place| {
            let (text, lines) = self.text(place.file);
            for offset in [place.span.start, place.span.end] {
                let at = to_proto::position(text, lines, offset, client.encoding);
                (place.file, at.line, at.character).hash(hasher);
            }
        };
        for it in findings {
            place(&mut hasher, it.finding.place);
            (it.rule.name, it.level, &it.finding.message, &it.finding.help).hash(&mut hasher);
            for related in &it.finding.related {
                place(&mut hasher, related.place);
                related.message.hash(&mut hasher);
            }
        }
        more.hash(&mut hasher);
        hasher.finish()
    }
}
