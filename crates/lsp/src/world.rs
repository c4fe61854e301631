//! All that the server knows: open documents, folders, and the journals that they belong to.
//!
//! Messages change it in their order, and quickly; what takes long is left to the engines of the journals.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use journal::Day;
use session::{CONFIG_FILE, Config};
use tower_lsp::gen_lsp_types::{TextDocumentContentChangeEvent as Change, Uri};

use crate::client::{Client, Settings};
use crate::doc_id::DocId;
use crate::document::Document;
use crate::engine::{Open, View};
use crate::home::Home;
use crate::root::Journal;

/// All that the server knows.
#[derive(Debug)]
pub(crate) struct World {
    /// What the client can do.
    pub(crate) client: Client,
    /// What the client says about what is to be shown.
    pub(crate) settings: Settings,
    documents: HashMap<DocId, Document>,
    /// Where each open document belongs; those that are none of ours are not here.
    homes: HashMap<DocId, Home>,
    folders: Vec<PathBuf>,
    journals: BTreeMap<Home, Journal>,
    /// The configuration of all journals, where it is not the nearest one.
    config: Option<PathBuf>,
    today: Day,
    revision: u64,
}

impl World {
    /// A world without documents.
    pub(crate) fn new(today: Day, config: Option<PathBuf>) -> Self {
        Self {
            client: Client::default(),
            settings: Settings::default(),
            documents: HashMap::new(),
            homes: HashMap::new(),
            folders: Vec::new(),
            journals: BTreeMap::new(),
            config,
            today,
            revision: 0,
        }
    }

    /// What the client can do and wants, as it says when it starts us.
    pub(crate) fn meet(&mut self, client: Client, settings: Settings, folders: Vec<PathBuf>) {
        (self.client, self.settings, self.folders) = (client, settings, folders);
        self.arrange();
    }

    /// Takes folders in and out.
    pub(crate) fn change_folders(&mut self, added: Vec<PathBuf>, removed: &[PathBuf]) {
        self.folders.retain(|folder| !removed.contains(folder));
        self.folders.extend(added);
        self.arrange();
    }

    /// The client wants something else to be shown.
    pub(crate) fn change_settings(&mut self, settings: Settings) {
        if self.settings != settings {
            self.settings = settings;
            self.revision += 1;
        }
    }

    /// Another day has come. False: it has not.
    pub(crate) fn set_today(&mut self, today: Day) -> bool {
        let is_other = self.today != today;
        if is_other {
            self.today = today;
            self.revision += 1;
        }
        is_other
    }

    /// A document is open from now on. One that was open already is replaced.
    pub(crate) fn open(&mut self, uri: Uri, language: String, version: i32, text: String) {
        let id = DocId::of(&uri);
        self.documents.insert(id.clone(), Document::new(uri, language, version, text));
        self.configuration_changed(&id);
        self.arrange();
    }

    /// An open document changes. False: it is not open.
    pub(crate) fn change(&mut self, uri: &Uri, version: i32, changes: Vec<Change>) -> bool {
        let id = DocId::of(uri);
        let Some(document) = self.documents.get_mut(&id) else { return false };
        document.change(version, changes, self.client.encoding);
        self.revision += 1;
        if self.configuration_changed(&id) {
            self.arrange();
        }
        true
    }

    /// A document is what the disk says from now on.
    pub(crate) fn close(&mut self, uri: &Uri) {
        let id = DocId::of(uri);
        if self.documents.remove(&id).is_some() {
            self.configuration_changed(&id);
            self.arrange();
        }
    }

    /// Something has happened to this file or folder on the disk. Gives whether it may concern a journal.
    pub(crate) fn disk_changed(&mut self, path: &Path) -> bool {
        let is_own = self.config.as_deref() == Some(path);
        if is_own || path.file_name().is_some_and(|name| name == CONFIG_FILE) {
            self.configuration_changed(&DocId::file(path));
            self.arrange();
            return true;
        }
        let mut concerns = false;
        for journal in self.journals.values_mut() {
            concerns |= journal.disk_changed(path);
        }
        self.revision += u64::from(concerns);
        concerns
    }

    /// All journals as they are now.
    pub(crate) fn views(&self) -> Vec<View> {
        self.journals.iter().map(|(home, journal)| self.view_of(home, journal)).collect()
    }

    /// The journal of a document as it is now, and the document's path in it. `None`: it belongs to none.
    pub(crate) fn view(&self, uri: &Uri) -> Option<(View, String)> {
        let id = DocId::of(uri);
        let (home, journal) = match self.homes.get(&id) {
            Some(home) => (home, self.journals.get(home)?),
            // Not open: the innermost journal that it lies in.
            None => self.journals.iter().rev().find(|(_, journal)| journal.relative(id.path()).is_some())?,
        };
        let path = journal.relative(id.path()).unwrap_or_else(|| home.name());
        Some((self.view_of(home, journal), path))
    }

    /// The version of an open document.
    pub(crate) fn version(&self, uri: &Uri) -> Option<i32> {
        self.documents.get(&DocId::of(uri)).map(|document| document.version)
    }

    /// What is wrong with this document, if it is a configuration.
    pub(crate) fn problem(&self, uri: &Uri) -> Option<Arc<crate::problem::Problem>> {
        let id = DocId::of(uri);
        let problems = self.journals.values().filter_map(|journal| journal.problem.clone());
        problems.into_iter().find(|problem| DocId::of(&problem.uri) == id)
    }

    /// The folders of the journals.
    pub(crate) fn roots(&self) -> impl Iterator<Item = (&Path, &Config)> {
        self.journals.iter().filter_map(|(home, journal)| Some((home.root()?, journal.config.as_ref())))
    }

    /// The folders that the client does not watch for us: all, or those around what it has opened.
    pub(crate) fn unwatched(&self) -> Vec<PathBuf> {
        let is_open = |root: &Path| self.folders.iter().any(|folder| root.starts_with(folder));
        let roots = self.roots().map(|(root, _)| root).filter(|root| !self.client.watches || !is_open(root));
        roots.map(Path::to_owned).collect()
    }

    fn view_of(&self, home: &Home, journal: &Journal) -> View {
        let here = self.homes.iter().filter(|(_, other)| *other == home);
        let open = here.filter_map(|(id, _)| {
            let Document { uri, version, text, .. } = self.documents.get(id)?;
            let path = journal.relative(id.path()).unwrap_or_else(|| home.name());
            Some((path, Open { uri: uri.clone(), version: *version, text: Arc::clone(text) }))
        });
        let roots = self.journals.keys().filter_map(Home::root).filter(|root| Some(*root) != home.root());
        let nested = roots.filter_map(|root| Some(journal.relative(Some(root))? + "/"));
        View {
            revision: self.revision,
            root: home.root().map(Path::to_owned),
            config: Arc::clone(&journal.config),
            problem: journal.problem.clone(),
            open: open.collect(),
            nested: nested.collect(),
            today: self.today,
            engine: Arc::clone(&journal.engine),
        }
    }

    /// A `netlint.toml` may say something else now. False: it is none of ours.
    fn configuration_changed(&mut self, id: &DocId) -> bool {
        let text = self.documents.get(id);
        let mut is_ours = false;
        for journal in self.journals.values_mut().filter(|journal| journal.is_configured_by(id)) {
            journal.configure(text);
            is_ours = true;
        }
        is_ours
    }

    /// Finds out which journals there are, and where each open document belongs.
    fn arrange(&mut self) {
        self.revision += 1;
        let searches = self.config.is_none();
        let mut homes: Vec<Home> = self.folders.iter().map(|folder| Home::of_folder(folder, searches)).collect();
        let placed = self.documents.iter().filter_map(|(id, document)| {
            let home = Home::of(id, document, &self.folders, searches)?;
            Some((id.clone(), home))
        });
        let placed: Vec<(DocId, Home)> = placed.collect();
        homes.extend(placed.iter().map(|(_, home)| home.clone()));
        let mut old = std::mem::take(&mut self.journals);
        for home in homes.into_iter().filter(|home| home.root().is_some()) {
            let journal = old.remove(&home).or_else(|| self.journals.remove(&home));
            let journal = journal.unwrap_or_else(|| {
                let root = home.root().unwrap_or(Path::new(""));
                let config = self.config.clone().unwrap_or_else(|| root.join(CONFIG_FILE));
                let text = self.documents.get(&DocId::file(&config));
                Journal::open(root, config, text)
            });
            self.journals.insert(home, journal);
        }
        self.homes.clear();
        for (id, home) in placed {
            self.place(id, home, &mut old);
        }
    }

    /// Puts a document where it belongs: into its folder's journal, if that takes it, else on its own, if it is one
    /// of ours at all.
    fn place(&mut self, id: DocId, home: Home, old: &mut BTreeMap<Home, Journal>) {
        let around = self.journals.get(&home).filter(|_| home.root().is_some());
        let path = around.and_then(|journal| journal.relative(id.path()));
        let is_asked = self.documents.get(&id).is_some_and(|document| document.language == "netlint");
        let config = match (around, path) {
            (Some(journal), Some(path)) if journal.config.is_journal(&path) => {
                self.homes.insert(id, home);
                return;
            }
            (Some(journal), Some(path)) if is_asked && !journal.config.exclude.matches(&path) => {
                Arc::clone(&journal.config)
            }
            (Some(_), _) => return,
            // What lies nowhere follows the only journal that there is.
            (None, _) => match self.roots().next().filter(|_| self.journals.len() == 1) {
                Some(_) => self.journals.values().next().map(|it| Arc::clone(&it.config)).unwrap_or_default(),
                None => self.config.as_ref().and_then(|path| Config::load(path).ok()).map(Arc::new).unwrap_or_default(),
            },
        };
        let alone = Home::alone(&id);
        if is_asked || config.is_journal(&alone.name()) {
            let mut journal = old.remove(&alone).unwrap_or_default();
            if !journal.follows(&config) {
                journal.follow(config);
            }
            self.journals.insert(alone.clone(), journal);
            self.homes.insert(id, alone);
        }
    }
}
