//! `netlint list`.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use insight::Filter;
use journal::Settings;

use crate::args::{Global, ListArgs, TableFormat};
use crate::commands::reading::{Reading, said_day};
use crate::report;

pub(crate) fn run(args: &ListArgs, global: &Global) -> Result<ExitCode> {
    let reading = Reading::of(&args.paths, global)?;
    let filter = filter(args, &reading)?;
    let (network, settings) = (reading.network(), reading.settings());
    let mut people = insight::list(network, settings, &filter, args.sort.into(), reading.today);
    if args.reverse {
        people.reverse();
    }
    let mut out = BufWriter::new(anstream::stdout().lock());
    match args.format {
        TableFormat::Text => report::list::write(&reading, &people, &mut out)?,
        TableFormat::Json => report::list::rows::json(&reading, &people, &mut out)?,
        TableFormat::Csv => report::list::rows::csv(&reading, &people, &mut out)?,
    }
    out.flush()?;
    Ok(reading.exit_code(ExitCode::SUCCESS))
}

fn filter(args: &ListArgs, reading: &Reading) -> Result<Filter> {
    let circles = args.circle.iter().map(|name| circle(name, reading.settings()));
    let day = |said: &Option<String>, option| {
        said.as_ref().map(|said| said_day(said, reading.today).context(option)).transpose()
    };
    Ok(Filter {
        tags: args.tag.clone(),
        circles: circles.collect::<Result<_>>()?,
        kinds: args.kind.iter().map(|kind| (*kind).into()).collect(),
        statuses: args.status.iter().map(|status| (*status).into()).collect(),
        cities: args.city.clone(),
        channels: args.channel.iter().map(|channel| (*channel).into()).collect(),
        since: day(&args.since, "--since")?,
        until: day(&args.until, "--until")?,
        never: args.never,
    })
}

fn circle(name: &str, settings: &Settings) -> Result<usize> {
    settings.circle(name).ok_or_else(|| {
        let names: Vec<&str> = settings.circles.iter().map(|circle| circle.name.as_str()).collect();
        match check::nearest(name, names.iter().copied(), 3) {
            Some(near) => anyhow!("--circle: there is no circle `{name}`; did you mean `{near}`?"),
            None => anyhow!("--circle: there is no circle `{name}`; there are {}", names.join(", ")),
        }
    })
}
