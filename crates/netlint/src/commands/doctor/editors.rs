//! Which editors are here, and which of them know netlint.

use std::path::{Path, PathBuf};

use messages::{Messages, say};

use super::{Found, State};

/// An editor: its name, the programs by which it is started, and where its configuration may name netlint: files that
/// mention it, or files and folders whose name begins with it.
struct Editor {
    name: &'static str,
    programs: &'static [&'static str],
    /// Below the home folder.
    places: &'static [&'static str],
}

const EDITORS: [Editor; 7] = [
    Editor {
        name: "VS Code",
        programs: &["code", "codium", "code-insiders"],
        places: &[".vscode/extensions", ".vscode-oss/extensions"],
    },
    Editor {
        name: "Neovim",
        programs: &["nvim"],
        places: &[
            ".config/nvim/init.lua",
            ".config/nvim/init.vim",
            ".config/nvim/lsp",
            ".config/nvim/compiler",
            ".local/share/nvim/site/pack",
        ],
    },
    Editor { name: "Vim", programs: &["vim"], places: &[".vimrc", ".vim/vimrc", ".vim/compiler", ".vim/pack"] },
    Editor {
        name: "Emacs",
        programs: &["emacs"],
        places: &[".emacs", ".emacs.d/init.el", ".config/emacs/init.el", ".config/doom/config.el"],
    },
    Editor { name: "Helix", programs: &["hx", "helix"], places: &[".config/helix/languages.toml"] },
    Editor { name: "Kakoune", programs: &["kak"], places: &[".config/kak/kakrc", ".config/kak-lsp/kak-lsp.toml"] },
    Editor { name: "Zed", programs: &["zed", "zeditor"], places: &[".config/zed/settings.json"] },
];

/// The page that tells how to set them up.
const PAGE: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/editors/README.md");

pub(super) fn found(messages: Messages<'_>) -> Vec<Found> {
    let home = std::env::home_dir().unwrap_or_default();
    let here = EDITORS.iter().filter(|editor| editor.programs.iter().any(|program| is_on_path(program)));
    let found: Vec<Found> = here
        .map(|editor| {
            match editor.places.iter().map(|place| home.join(place)).find_map(|place| names_netlint(&place)) {
                Some(path) => {
                    let path = path.display().to_string();
                    (State::Fine, say!(messages, "doctor-editor", editor = editor.name, path))
                }
                None => (State::Hint, say!(messages, "doctor-editor-without", editor = editor.name, page = PAGE)),
            }
        })
        .collect();
    if found.is_empty() { vec![(State::Hint, say!(messages, "doctor-no-editor", page = PAGE))] } else { found }
}

fn is_on_path(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| {
        let path = folder.join(program);
        path.is_file() || path.with_extension("exe").is_file()
    })
}

/// The file that names netlint: this one by what is in it, or one in this folder by its name.
fn names_netlint(place: &Path) -> Option<PathBuf> {
    if place.is_dir() {
        let entries = std::fs::read_dir(place).ok()?.filter_map(Result::ok);
        return entries.map(|entry| entry.path()).find(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().to_lowercase().starts_with("netlint"))
        });
    }
    let text = std::fs::read(place).ok()?;
    text.windows(7).any(|word| word == b"netlint").then(|| place.to_owned())
}
