//! `netlint rules new` and `netlint rules test`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use messages::say;
use session::Config;

use crate::args::{Global, RulesAction};
use crate::report::style::printable;
use crate::texts;

pub(crate) fn run(action: &RulesAction, global: &Global) -> Result<ExitCode> {
    let here = std::env::current_dir().context("the current folder cannot be found")?;
    match action {
        RulesAction::New { name } => new(name, global, &here),
        RulesAction::Test { dir } => test(global, &dir.as_ref().map_or(here.clone(), |dir| here.join(dir))),
    }
}

fn config(global: &Global, folder: &Path) -> Result<Config> {
    let Some(path) = global.config.clone().or_else(|| Config::find(folder)) else {
        bail!("{}: no netlint.toml here or above; `netlint init` makes one", folder.display());
    };
    Ok(Config::load(&path)?)
}

fn new(name: &str, global: &Global, here: &Path) -> Result<ExitCode> {
    let config = config(global, here)?;
    if config.levels.selector(name).is_some() {
        bail!("{name} is the name of a rule or group; choose another");
    }
    if name.is_empty() || !name.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-') {
        bail!("{name} is no name of a rule; write small letters, digits and hyphens, as in gone-quiet");
    }
    let folder = config.path.unwrap_or_default().with_file_name("rules");
    let path = folder.join(name).with_extension("toml");
    if path.exists() {
        bail!("{}: is there already; choose another name", path.display());
    }
    std::fs::create_dir_all(&folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    let text = SKELETON.replace("NAME", name);
    session::replace(&path, text.as_bytes()).with_context(|| format!("{}: cannot be written", path.display()))?;
    let path = path.display().to_string();
    let messages = texts::within(config.settings.language);
    writeln!(anstream::stdout().lock(), "{}", say!(messages, "rule-begun", path = printable(&path)))?;
    Ok(ExitCode::SUCCESS)
}

fn test(global: &Global, folder: &Path) -> Result<ExitCode> {
    let config = config(global, folder)?;
    let messages = texts::within(config.settings.language);
    let mut out = anstream::stdout().lock();
    let (mut passed, mut failed) = (0, 0);
    for tested in &config.tested {
        if tested.examples.is_empty() {
            writeln!(out, "{}", say!(messages, "rule-untested", rule = tested.rule.name, origin = &tested.origin))?;
        }
        for example in &tested.examples {
            let differences = plugin::differences(tested.rule, &config.settings, example);
            if differences.is_empty() {
                passed += 1;
                continue;
            }
            failed += 1;
            for difference in differences {
                writeln!(out, "{} ({}): {}", tested.rule.name, printable(&tested.origin), printable(&difference))?;
            }
        }
    }
    writeln!(out, "{}", say!(messages, "rules-tested", passed, failed))?;
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A rule that works, to be changed.
const SKELETON: &str = r#"# What can be asked of a person and of an entry: docs/own-rules.md. Try it: netlint rules test
[[rule]]
name = "NAME"
for = "person"
when = 'person.has_tag("family") && person.days_since_contact > 90'
message = "{person.name}: last contact {person.days_since_contact} days ago"
help = "a call?"
level = "info"

[[rule.test]]
today = "2026-11-22"
wrong = '''
## Ada Lovelace @ada
   ^^^^^^^^^^^^^^^^^ Ada Lovelace: last contact 113 days ago
- tags: family

## 2026-08-01
- call @ada
'''
right = '''
## Ada Lovelace @ada
- tags: family

## 2026-11-01
- call @ada
'''
"#;
