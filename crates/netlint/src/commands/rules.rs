//! `netlint rules`.

use std::io::Write;
use std::process::ExitCode;

use anyhow::Result;
use check::{Group, Rule};
use messages::{Language, say};
use serde::Serialize;

use crate::args::{Global, ListFormat, RulesArgs};
use crate::commands::{open, own_rules};
use crate::report::style;
use crate::texts;

/// A rule, as other programs see it.
#[derive(Serialize)]
struct Listed {
    name: &'static str,
    group: &'static str,
    level: &'static str,
    summary: String,
    url: String,
    options: Vec<ListedOption>,
}

#[derive(Serialize)]
struct ListedOption {
    name: &'static str,
    default: u32,
    summary: &'static str,
}

pub(crate) fn run(args: &RulesArgs, global: &Global) -> Result<ExitCode> {
    if let Some(action) = &args.action {
        return own_rules::run(action, global);
    }
    let (language, rules) = (open::language(global), open::rules(global));
    let mut out = anstream::stdout().lock();
    match args.format {
        ListFormat::Text => text(&mut out, &rules, language)?,
        ListFormat::Json => {
            serde_json::to_writer_pretty(
                &mut out,
                &rules.iter().map(|rule| listed(rule, language)).collect::<Vec<_>>(),
            )?;
            writeln!(out)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn text(out: &mut impl Write, rules: &[&'static Rule], language: Language) -> Result<()> {
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    for group in Group::ALL.into_iter().chain([Group::Own]) {
        let mut rules = rules.iter().filter(|rule| rule.group == group).peekable();
        if rules.peek().is_none() {
            continue;
        }
        writeln!(out, "{}: {}", style::bold(group.name()), group.motto(language))?;
        for rule in rules {
            // Padded before it is painted, since colors have a length too.
            let level = style::level(rule.level, &format!("{:<7}", rule.level.name()));
            writeln!(out, "  {:<width$}  {level}  {}", rule.name, rule.title(language))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", say!(texts::within(language), "rules-count", count = rules.len()))?;
    Ok(())
}

fn listed(rule: &'static Rule, language: Language) -> Listed {
    let options = rule.options.iter();
    Listed {
        name: rule.name,
        group: rule.group.name(),
        level: rule.level.name(),
        summary: rule.title(language),
        url: check::url(rule),
        options: options.map(|it| ListedOption { name: it.name, default: it.default, summary: it.docs }).collect(),
    }
}
