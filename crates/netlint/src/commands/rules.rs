//! `netlint rules`.

use std::io::Write;
use std::process::ExitCode;

use anyhow::Result;
use check::{Group, in_group};
use serde::Serialize;

use crate::args::{ListFormat, RulesArgs};
use crate::report::style;

/// A rule, as other programs see it.
#[derive(Serialize)]
struct Listed {
    name: &'static str,
    group: &'static str,
    level: &'static str,
    summary: &'static str,
    url: String,
    options: Vec<ListedOption>,
}

#[derive(Serialize)]
struct ListedOption {
    name: &'static str,
    default: u32,
    summary: &'static str,
}

pub(crate) fn run(args: &RulesArgs) -> Result<ExitCode> {
    let mut out = anstream::stdout().lock();
    match args.format {
        ListFormat::Text => text(&mut out)?,
        ListFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &check::rules().map(listed).collect::<Vec<_>>())?;
            writeln!(out)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn text(out: &mut impl Write) -> Result<()> {
    let width = check::rules().map(|rule| rule.name.len()).max().unwrap_or_default();
    for group in Group::ALL {
        writeln!(out, "{}: {}", style::bold(group.name()), group.motto())?;
        for rule in in_group(group) {
            // Padded before it is painted, since colors have a length too.
            let level = style::level(rule.level, &format!("{:<7}", rule.level.name()));
            writeln!(out, "  {:<width$}  {level}  {}", rule.name, rule.summary())?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{} rules; `netlint explain RULE` shows the page of one.", check::rules().count())?;
    Ok(())
}

fn listed(rule: &'static check::Rule) -> Listed {
    let options = rule.options.iter();
    Listed {
        name: rule.name,
        group: rule.group.name(),
        level: rule.level.name(),
        summary: rule.summary(),
        url: check::url(rule),
        options: options.map(|it| ListedOption { name: it.name, default: it.default, summary: it.docs }).collect(),
    }
}
