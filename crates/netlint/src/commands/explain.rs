//! `netlint explain`.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::args::ExplainArgs;

pub(crate) fn run(args: &ExplainArgs) -> Result<ExitCode> {
    let name = args.rule.as_str();
    let Some(rule) = check::rule(name) else {
        match check::nearest(name, check::rules().map(|rule| rule.name), 3) {
            Some(near) => bail!("there is no rule `{name}`; did you mean `{near}`?"),
            None => bail!("there is no rule `{name}`; `netlint rules` lists them"),
        }
    };
    write!(anstream::stdout().lock(), "{}", check::page(rule))?;
    Ok(ExitCode::SUCCESS)
}
