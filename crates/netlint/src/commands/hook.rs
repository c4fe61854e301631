//! `netlint hook install`, `uninstall` and `status`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use messages::{Messages, say};
use session::git::{HookState, Installed, MergeDriver, Repository};
use session::{real_path, relative};

use crate::args::{Global, HookArgs, HookCommand};
use crate::commands::open;
use crate::report::style;
use crate::texts;

pub(crate) fn run(args: &HookArgs, global: &Global) -> Result<ExitCode> {
    let here = std::env::current_dir().context("the current folder cannot be found")?;
    let repository = Repository::find(&here)?;
    let messages = texts::within(open::language(global));
    let (lines, code) = match &args.command {
        HookCommand::Install { folders } => (install(&repository, &here, folders, messages)?, ExitCode::SUCCESS),
        HookCommand::Uninstall => (uninstall(&repository, messages)?, ExitCode::SUCCESS),
        HookCommand::Status => {
            let (lines, is_ours) = status(&repository, messages)?;
            (lines, if is_ours { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
    };
    if !global.quiet {
        let mut out = anstream::stdout().lock();
        for line in lines {
            writeln!(out, "{}", style::printable(&line))?;
        }
    }
    Ok(code)
}

fn install(repository: &Repository, here: &Path, asked: &[PathBuf], messages: Messages<'_>) -> Result<Vec<String>> {
    let folders = if asked.is_empty() {
        repository.journal_folders()?
    } else {
        asked.iter().map(|folder| inside(repository, here, folder)).collect::<Result<_>>()?
    };
    let folders: Vec<String> = folders.iter().map(|folder| written(repository, folder)).collect::<Result<_>>()?;
    let hook = repository.hook()?;
    let path = shown(&hook.path);
    let folders_said = folders.join(", ");
    let installed = hook.install(&folders)?;
    let mut lines = vec![match installed {
        Installed::Already => say!(messages, "hook-already", path, folders = folders_said),
        Installed::Written | Installed::Chained => say!(messages, "hook-written", path, folders = folders_said),
    }];
    if let Some(former) = repository.hook()?.former {
        lines.push(say!(messages, "hook-former", path = shown(&former)));
    }
    if repository.set_merge_driver()? == MergeDriver::Foreign {
        lines.push(say!(messages, "merge-driver-foreign"));
    } else {
        lines.push(say!(messages, "merge-driver-ours"));
    }
    Ok(lines)
}

fn uninstall(repository: &Repository, messages: Messages<'_>) -> Result<Vec<String>> {
    let hook = repository.hook()?;
    let path = shown(&hook.path);
    let mut lines = vec![match (hook.uninstall()?, &hook.former) {
        (true, Some(_)) => say!(messages, "hook-restored", path),
        (true, None) => say!(messages, "hook-removed", path),
        (false, _) => say!(messages, "hook-none", path),
    }];
    match repository.unset_merge_driver()? {
        MergeDriver::Ours => lines.push(say!(messages, "merge-driver-removed")),
        MergeDriver::Foreign => lines.push(say!(messages, "merge-driver-foreign")),
        MergeDriver::Absent => {}
    }
    Ok(lines)
}

/// What is there, and whether it is our hook. The last line tells of the merge driver.
pub(super) fn status(repository: &Repository, messages: Messages<'_>) -> Result<(Vec<String>, bool)> {
    let hook = repository.hook()?;
    let path = shown(&hook.path);
    let mut lines = vec![match &hook.state {
        HookState::Absent => say!(messages, "hook-absent", path),
        HookState::Ours(folders) => say!(messages, "hook-ours", path, folders = folders.join(", ")),
        HookState::Edited => say!(messages, "hook-edited", path),
        HookState::Foreign => say!(messages, "hook-foreign", path),
        HookState::Managed(program) => say!(messages, "hook-managed", path, program = *program),
    }];
    let is_ours = matches!(hook.state, HookState::Ours(_));
    if let (true, Some(former)) = (is_ours, &hook.former) {
        lines.push(say!(messages, "hook-former", path = shown(former)));
    }
    lines.push(match repository.merge_driver() {
        MergeDriver::Absent => say!(messages, "merge-driver-absent"),
        MergeDriver::Ours => say!(messages, "merge-driver-ours"),
        MergeDriver::Foreign => say!(messages, "merge-driver-foreign"),
    });
    Ok((lines, is_ours))
}

fn inside(repository: &Repository, here: &Path, folder: &Path) -> Result<PathBuf> {
    let whole = real_path(&open::absolute(here, folder));
    if !whole.is_dir() {
        bail!("{}: is no folder; name the folder of a journal", folder.display());
    }
    if !whole.starts_with(&repository.top) {
        bail!("{}: is not in the repository {}", folder.display(), repository.top.display());
    }
    Ok(whole)
}

/// A folder as it is written into the hook.
fn written(repository: &Repository, folder: &Path) -> Result<String> {
    let path = if folder == repository.top { ".".to_owned() } else { relative(&repository.top, folder) };
    if path.contains(['\n', char::REPLACEMENT_CHARACTER]) {
        return Err(anyhow!("{}: has a name that cannot be written into a hook", folder.display()));
    }
    Ok(path)
}

/// A path as it can be opened from the current folder.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(&here).unwrap_or(path).display().to_string()
}
