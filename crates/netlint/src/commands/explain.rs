//! `netlint explain`.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::args::{ExplainArgs, no_such};

pub(crate) fn run(args: &ExplainArgs) -> Result<ExitCode> {
    let name = args.rule.as_str();
    let Some(rule) = check::rule(name) else {
        bail!(no_such("rule", name, check::rules().map(|rule| rule.name)));
    };
    write!(anstream::stdout().lock(), "{}", check::page(rule))?;
    Ok(ExitCode::SUCCESS)
}
