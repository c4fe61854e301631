//! How often each rule speaks, the most talkative first.

use std::collections::HashMap;
use std::io::Write;

use anyhow::Result;

use super::{View, style, summary};

pub(crate) fn write(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    let mut counts: HashMap<&'static str, (usize, usize, check::Level)> = HashMap::new();
    for diagnostic in view.shown() {
        let (count, fixable, level) = counts.entry(diagnostic.rule.name).or_insert((0, 0, diagnostic.level));
        *count += 1;
        *fixable += usize::from(diagnostic.finding.fix.is_some());
        *level = (*level).max(diagnostic.level);
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(rule, (count, ..))| (std::cmp::Reverse(*count), *rule));
    let digits = counts.first().map_or(1, |(_, (count, ..))| count.to_string().len());
    for (rule, (count, fixable, level)) in counts {
        let level = style::level(level, &format!("{:<7}", level.name()));
        let fixable = if fixable > 0 { style::dim(&format!("  {fixable} fixable")) } else { String::new() };
        writeln!(out, "{count:>digits$}  {level}  {rule}{fixable}")?;
    }
    summary::write(view, out)
}
