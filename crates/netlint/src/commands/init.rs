//! `netlint init`: a first journal.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use journal::Day;
use messages::{Language, say};
use session::{CONFIG_FILE, Config, Lock, NewText};
use std::io::Write;

use crate::args::{Global, InitArgs};
use crate::{clock, texts};

/// The line that gives journals to the merge driver.
const ATTRIBUTES: &str = "*.net.md merge=netlint";

pub(crate) fn run(args: &InitArgs, global: &Global) -> Result<ExitCode> {
    let folder = args.dir.clone().unwrap_or_else(|| PathBuf::from("."));
    make_private(&folder).with_context(|| format!("{}: cannot be made a folder", folder.display()))?;
    let root = std::fs::canonicalize(&folder).with_context(|| format!("{}: cannot be found", folder.display()))?;
    let lock = Lock::take(&root)?;
    let language = args.language.unwrap_or_default();
    let messages = texts::within(language);
    let mut out = anstream::stdout().lock();
    let above = root.parent().and_then(Config::find);
    let mut is_new = false;
    for (name, text) in first_files(language, global.today.unwrap_or_else(clock::today)) {
        let location = root.join(&name);
        let path = shown(args, &name);
        // A link that leads nowhere is somebody's, too.
        if location.symlink_metadata().is_ok() {
            writeln!(out, "{}", say!(messages, "init-kept", path))?;
            continue;
        }
        lock.write(&[NewText { location, before: None, after: &text }])?;
        is_new |= name != CONFIG_FILE;
        writeln!(out, "{}", say!(messages, "init-written", path))?;
    }
    let path = shown(args, ".gitattributes");
    let said = match attributes(&lock, &root)? {
        Attributes::Written => say!(messages, "init-written", path),
        Attributes::Extended => {
            say!(messages, "init-extended", path, line = ATTRIBUTES)
        }
        Attributes::Kept => say!(messages, "init-kept", path),
    };
    writeln!(out, "{said}")?;
    if let Some(above) = above {
        writeln!(out, "{}", say!(messages, "init-above", path = above.display().to_string()))?;
    }
    if is_new && !global.quiet {
        writeln!(out, "{}", say!(messages, "init-next"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A file's path as it can be typed from here.
fn shown(args: &InitArgs, name: &str) -> String {
    args.dir.as_deref().unwrap_or(Path::new("")).join(name).display().to_string()
}

/// Makes the folder where it is missing, for its owner's eyes only: journals are about people.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Names and texts. The people come first, so that the days find them.
fn first_files(language: Language, today: Day) -> [(String, String); 3] {
    let (config, people, days) = match language {
        Language::English => (
            include_str!("../../templates/en/netlint.toml"),
            include_str!("../../templates/en/people.net.md"),
            include_str!("../../templates/en/days.net.md"),
        ),
        Language::German => (
            include_str!("../../templates/de/netlint.toml"),
            include_str!("../../templates/de/people.net.md"),
            include_str!("../../templates/de/days.net.md"),
        ),
    };
    let year = today.ymd().0.to_string();
    let filled = |text: &str| text.replace("{today}", &today.to_string()).replace("{year}", &year);
    let name = match language {
        Language::English => "people.net.md",
        Language::German => "leute.net.md",
    };
    [
        (CONFIG_FILE.to_owned(), config.to_owned()),
        (name.to_owned(), filled(people)),
        (format!("{year}.net.md"), filled(days)),
    ]
}

enum Attributes {
    Written,
    Extended,
    Kept,
}

/// Adds our line to `.gitattributes`, unless journals are given to a merge driver there already.
fn attributes(lock: &Lock, root: &Path) -> Result<Attributes> {
    let location = root.join(".gitattributes");
    let old = match std::fs::read(&location) {
        Ok(bytes) => Some(String::from_utf8(bytes).map_err(|_| anyhow!("{}: is not UTF-8", location.display()))?),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(error).with_context(|| format!("{}: cannot be read", location.display())),
    };
    let text = old.clone().unwrap_or_default();
    let is_ours = |line: &str| {
        let mut words = line.split_whitespace();
        words.next().is_some_and(|glob| glob.ends_with(".net.md")) && words.any(|word| word.starts_with("merge="))
    };
    if text.lines().any(is_ours) {
        return Ok(Attributes::Kept);
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { end };
    let after = format!("{text}{gap}{ATTRIBUTES}{end}");
    lock.write(&[NewText { location, before: old.as_deref(), after: &after }])?;
    Ok(if old.is_some() { Attributes::Extended } else { Attributes::Written })
}
