//! Fixtures: journals in which `$0` marks the cursor.

use check::Levels;
use journal::{FileId, Network, Place, Settings};
use messages::Language;

use crate::Ide;

/// A journal with a cursor in it.
pub(crate) struct Fixture {
    pub(crate) network: Network,
    pub(crate) settings: Settings,
    levels: Levels,
    pub(crate) file: FileId,
    pub(crate) offset: u32,
}

impl Fixture {
    /// Reads a journal; a line `--- PATH` begins another file, those below `pages/` are pages of one person.
    pub(crate) fn new(text: &str) -> Self {
        Self::within(text, Language::English)
    }

    pub(crate) fn within(text: &str, language: Language) -> Self {
        let settings = Settings { language, vocabulary: journal::Vocabulary::new(language), ..Settings::default() };
        let mut cursor = None;
        let files = testkit::fixture(text).files.into_iter().map(|(path, text)| {
            if let Some(at) = text.find("$0") {
                cursor = Some((path.clone(), at as u32));
            }
            testkit::source(&path, &text.replace("$0", ""), path.starts_with("pages/"), &settings)
        });
        let network = Network::new(files.collect(), &settings);
        let (path, offset) = cursor.unwrap_or_else(|| ("a.net.md".to_owned(), 0));
        let file = network.file_at(&path).unwrap();
        Self { network, settings, levels: Levels::default(), file, offset }
    }

    pub(crate) fn ide(&self) -> Ide<'_> {
        let today = testkit::day(testkit::TODAY);
        Ide { network: &self.network, settings: &self.settings, levels: &self.levels, today }
    }

    /// A place as `PATH:LINE text`.
    pub(crate) fn shown(&self, place: Place) -> String {
        let text = self.network.text(place.file);
        let line = syntax::LineIndex::new(text).line(place.span.start) + 1;
        format!("{}:{line} {}", self.network.file(place.file).path, self.network.text_at(place))
    }

    /// The texts with edits, file by file.
    pub(crate) fn edited(&self, edits: &[check::Edit]) -> String {
        let files = self.network.files().map(|(id, file)| {
            let own = edits.iter().filter(|edit| edit.place.file == id);
            let own: Vec<_> = own.map(|edit| (edit.place.span, edit.text.as_str())).collect();
            check::edited(&file.text, own)
        });
        files.collect::<Vec<_>>().join("--- \n")
    }
}
