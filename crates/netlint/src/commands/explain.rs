//! `netlint explain`.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Result, bail};
use messages::{Language, say};

use crate::args::{ExplainArgs, Global, no_such};
use crate::commands::open;
use crate::texts;

pub(crate) fn run(args: &ExplainArgs, global: &Global) -> Result<ExitCode> {
    let name = args.rule.as_str();
    let rules = open::rules(global);
    let Some(rule) = rules.iter().find(|rule| rule.name == name) else {
        bail!(no_such("rule", name, rules.iter().map(|rule| rule.name)));
    };
    let language = open::language(global);
    let mut out = anstream::stdout().lock();
    if language != Language::English {
        let messages = texts::within(language);
        writeln!(out, "{}\n", say!(messages, "explain-title", rule = rule.name, title = rule.title(language)))?;
    }
    write!(out, "{}", check::page(rule))?;
    Ok(ExitCode::SUCCESS)
}
