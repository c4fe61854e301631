//! Which rules are checked.

use check::{Levels, Selector};
use clap::Args;
use clap_complete::ArgValueCandidates;

use super::no_such;
use crate::candidates;

#[derive(Debug, Args)]
pub(crate) struct Selection {
    /// Check only these rules or groups
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = selector, add = ArgValueCandidates::new(candidates::selectors))]
    select: Vec<Selector>,
    /// Check these rules or groups, too
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = selector, add = ArgValueCandidates::new(candidates::selectors))]
    extend_select: Vec<Selector>,
    /// Leave out these rules or groups
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = selector, add = ArgValueCandidates::new(candidates::selectors))]
    ignore: Vec<Selector>,
}

impl Selection {
    /// Whether the configuration alone decides.
    pub(crate) fn is_empty(&self) -> bool {
        [&self.select, &self.extend_select, &self.ignore].iter().all(|it| it.is_empty())
    }

    /// What the command line says comes after what the configuration says.
    pub(crate) fn apply(&self, levels: &mut Levels) {
        if !self.select.is_empty() {
            levels.select(&self.select);
            let is_single = |it: &Selector| matches!(it, Selector::Rule(_));
            let single: Vec<Selector> = self.select.iter().copied().filter(is_single).collect();
            levels.extend(&single);
        }
        levels.extend(&self.extend_select);
        levels.ignore(&self.ignore);
    }
}

fn selector(name: &str) -> Result<Selector, String> {
    Selector::parse(name.trim()).ok_or_else(|| no_such("rule or group", name, Selector::all_names()))
}
