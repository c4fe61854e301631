//! How fast journals are read and checked: `cargo bench -p netlint`.
//!
//! `cargo bench -p netlint -- --write FOLDER` writes the same journal as files instead, for whole-process
//! measurements with tools of one's own. `--entries N`, `--people N`, `--files N` and `--seed N` change its shape.

#![expect(clippy::cast_precision_loss, reason = "sizes are shown with three digits")]

use std::hint::black_box;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use check::Levels;
use format::Style;
use journal::{Facts, Network, Settings, Source};
use testkit::Shape;

const ROUNDS: usize = 7;

fn main() -> io::Result<()> {
    let args: Vec<String> = std::env::args().collect();
    let shape = Shape { people: 5_000, entries: 1_000_000, files: 1, seed: 1 }.asked();
    let files = testkit::generate(shape);
    if let Some(folder) = args.iter().position(|arg| arg == "--write").and_then(|at| args.get(at + 1)) {
        std::fs::create_dir_all(folder)?;
        for (path, text) in &files {
            std::fs::write(Path::new(folder).join(path), text)?;
        }
        return Ok(());
    }
    measure(&files, shape)
}

/// The stages, each with its times in seconds.
#[derive(Default)]
struct Stages {
    newlines: Vec<f64>,
    read: Vec<f64>,
    network: Vec<f64>,
    rules: Vec<f64>,
    format: Vec<f64>,
}

fn measure(files: &[(String, String)], shape: Shape) -> io::Result<()> {
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    let mut out = io::stdout().lock();
    let megabytes = bytes as f64 / 1e6;
    writeln!(out, "{} entries, {} people, {} files, {megabytes:.1} MB", shape.entries, shape.people, files.len())?;
    for threads in [1, 2] {
        let pool = rayon_pool(threads)?;
        // Stages take turns, so that a slow moment of the machine hits all alike.
        let mut stages = Stages::default();
        for _ in 0..ROUNDS {
            pool.install(|| round(files, &mut stages));
        }
        let base = median(&mut stages.newlines);
        writeln!(out, "\n{threads} thread(s)        median MB/s   x counting newlines")?;
        let all: Vec<f64> = (0..ROUNDS).map(|i| stages.read[i] + stages.network[i] + stages.rules[i]).collect();
        let rows = [
            ("newlines", stages.newlines),
            ("reading", stages.read),
            ("network", stages.network),
            ("rules", stages.rules),
            ("all three", all),
            ("formatting", stages.format),
        ];
        for (name, mut times) in rows {
            let time = median(&mut times);
            writeln!(out, "{name:<20} {:>10.0} {:>12.1}", megabytes / time, time / base)?;
        }
    }
    Ok(())
}

fn round(files: &[(String, String)], stages: &mut Stages) {
    let settings = Settings::default();
    stages.newlines.push(timed(|| {
        for (_, text) in files {
            black_box(memchr::memchr_iter(b'\n', text.as_bytes()).count());
        }
    }));
    let texts: Vec<(String, Arc<String>)> =
        files.iter().map(|(path, text)| (path.clone(), Arc::new(text.clone()))).collect();
    let mut sources = Vec::new();
    stages.read.push(timed(|| {
        use rayon::prelude::*;
        sources = texts
            .into_par_iter()
            .map(|(path, text)| {
                let facts = Facts::read(&text, false, &settings.vocabulary);
                Source { path, text, facts: Arc::new(facts), is_page: false, invalid: None }
            })
            .collect();
    }));
    let mut network = None;
    stages.network.push(timed(|| network = Some(Network::new(std::mem::take(&mut sources), &settings))));
    let Some(network) = network else { return };
    stages.rules.push(timed(|| {
        black_box(check::check(&network, &settings, &Levels::default(), testkit::day(testkit::TODAY)));
    }));
    stages.format.push(timed(|| {
        use rayon::prelude::*;
        files.par_iter().for_each(|(_, text)| _ = black_box(format::format(text, &Style::new(&settings.vocabulary))));
    }));
}

fn timed(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn rayon_pool(threads: usize) -> io::Result<rayon::ThreadPool> {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(io::Error::other)
}
