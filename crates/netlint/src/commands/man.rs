//! `netlint man`: the manual pages, from the same arguments that are parsed.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::args::{Cli, ManArgs, no_such};

pub(crate) fn run(args: &ManArgs) -> Result<ExitCode> {
    let pages = pages();
    if let Some(folder) = &args.output_dir {
        return write_all(&pages, folder);
    }
    let title = args.command.as_ref().map_or("netlint".to_owned(), |command| format!("netlint-{command}"));
    let Some((_, page)) = pages.iter().find(|(name, _)| *name == title) else {
        let asked = args.command.as_deref().unwrap_or_default();
        bail!(no_such("command", asked, pages.iter().filter_map(|(name, _)| name.strip_prefix("netlint-"))));
    };
    std::io::stdout().lock().write_all(page)?;
    Ok(ExitCode::SUCCESS)
}

/// Each page with its name: that of netlint, and one for each command.
fn pages() -> Vec<(String, Vec<u8>)> {
    let mut whole = Cli::command();
    whole.build();
    let page = |command: &Command| {
        let name = command.get_display_name().unwrap_or(command.get_name()).to_owned();
        let mut page = Vec::new();
        // Writing into memory cannot fail.
        let source = concat!("netlint ", env!("CARGO_PKG_VERSION"));
        _ = Man::new(command.clone()).source(source).manual("netlint").render(&mut page);
        (name, page)
    };
    let commands = whole.get_subcommands().filter(|command| command.get_name() != "help");
    std::iter::once(page(&whole)).chain(commands.map(page)).collect()
}

fn write_all(pages: &[(String, Vec<u8>)], folder: &Path) -> Result<ExitCode> {
    std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made a folder", folder.display()))?;
    let mut out = anstream::stdout().lock();
    for (name, page) in pages {
        let path = folder.join(format!("{name}.1"));
        session::replace(&path, page).with_context(|| format!("{}: cannot be written", path.display()))?;
        writeln!(out, "{}", path.display())?;
    }
    Ok(ExitCode::SUCCESS)
}
