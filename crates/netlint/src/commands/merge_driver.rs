//! `netlint merge-driver`: what git calls to merge a journal.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, anyhow, bail};
use merge::{ConflictStyle, Merged, Style};

use crate::args::{Global, MergeDriverArgs};

/// Nothing was merged. Up to 128 git takes an exit code for conflicts: it would leave our version as it is, without a
/// marker, and theirs might be forgotten.
pub(crate) const TROUBLE: u8 = 129;

pub(crate) fn run(args: &MergeDriverArgs, global: &Global) -> ExitCode {
    match merge_files(args) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(conflicts) => {
            if !global.quiet {
                tell(args, conflicts);
            }
            ExitCode::FAILURE
        }
        Err(error) => {
            _ = writeln!(io::stderr(), "netlint: {error:#}");
            ExitCode::from(TROUBLE)
        }
    }
}

/// Merges, and writes the result over our version; gives the number of conflicts.
fn merge_files(args: &MergeDriverArgs) -> Result<usize> {
    let name = args.name().display();
    let read =
        |path: &Path| fs::read(path).with_context(|| format!("{name}: not merged: {} cannot be read", path.display()));
    let (base, ours, theirs) = (read(&args.base)?, read(&args.ours)?, read(&args.theirs)?);
    let mut style = Style {
        marker_size: usize::from(args.marker_size),
        conflicts: ConflictStyle::default(),
        labels: [&args.base_label, &args.ours_label, &args.theirs_label].map(Clone::clone),
    };
    let merge = |style: &Style| -> Result<Merged> {
        // Whatever is wrong with us, git must not take it for a merge.
        std::panic::catch_unwind(|| merge::merge(&base, &ours, &theirs, style))
            .map_err(|_| anyhow!("{name}: not merged, since netlint failed; `git merge-file` merges it by lines"))
    };
    let mut merged = merge(&style)?;
    if merged.conflicts > 0 {
        style.conflicts = conflict_style();
        merged = merge(&style)?;
    }
    if merged.bytes != ours {
        if read(&args.ours)? != ours {
            bail!("{name}: not merged: {} was changed meanwhile; merge again", args.ours.display());
        }
        let cannot = || format!("{name}: not merged: {} cannot be written", args.ours.display());
        session::replace(&args.ours, &merged.bytes).with_context(cannot)?;
    }
    Ok(merged.conflicts)
}

/// How the user wants to see conflicts. Only git knows: it does not tell its drivers.
fn conflict_style() -> ConflictStyle {
    let asked = Command::new("git").args(["config", "--get", "merge.conflictStyle"]).output();
    match asked.map(|asked| asked.stdout).unwrap_or_default().trim_ascii() {
        b"diff3" => ConflictStyle::Diff3,
        b"zdiff3" => ConflictStyle::Zdiff3,
        _ => ConflictStyle::Merge,
    }
}

fn tell(args: &MergeDriverArgs, conflicts: usize) {
    let size = usize::from(args.marker_size);
    let (are, them) = if conflicts == 1 { ("conflict is", "it") } else { ("conflicts are", "them") };
    let (open, close) = ("<".repeat(size), ">".repeat(size));
    let name = args.name().display();
    _ = writeln!(
        io::stderr(),
        "netlint: {name}: {conflicts} {are} left between {open} and {close}; decide {them}, then `git add` the file"
    );
}
