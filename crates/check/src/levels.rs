//! Which rules speak, how loud, and with which numbers.

use globset::{GlobSet, GlobSetBuilder};

use crate::own::PLUGIN_ERROR;
use crate::rule::{Group, Level, Rule};
use crate::rules;

/// How loud a rule is: `None` is off.
pub type Loudness = Option<Level>;

/// The rules' levels and numbers, as the configuration and the command line set them.
#[derive(Clone, Debug)]
pub struct Levels {
    rules: Vec<RuleLevel>,
    overrides: Vec<Override>,
}

#[derive(Clone, Debug)]
struct RuleLevel {
    rule: &'static Rule,
    level: Loudness,
    is_selected: bool,
    numbers: Vec<u32>,
}

#[derive(Clone, Debug)]
struct Override {
    files: GlobSet,
    levels: Vec<(&'static str, Loudness)>,
}

/// What a configuration or a command line names: one rule, a group, or all.
#[derive(Clone, Copy, Debug)]
pub enum Selector {
    /// All rules.
    All,
    /// The rules of a group.
    Group(Group),
    /// One rule.
    Rule(&'static Rule),
}

impl Selector {
    /// Reads the name of a rule or a group, or `all`.
    pub fn parse(name: &str) -> Option<Self> {
        if name.eq_ignore_ascii_case("all") {
            return Some(Self::All);
        }
        rules::find(name).map(Self::Rule).or_else(|| rules::find_group(name).map(Self::Group))
    }

    /// The names of all rules, then of all groups.
    pub fn all_names() -> impl Iterator<Item = &'static str> {
        rules::all().map(|rule| rule.name).chain(Group::ALL.map(Group::name))
    }

    fn names(self, rule: &Rule) -> bool {
        match self {
            Self::All => true,
            Self::Group(group) => rule.group == group,
            Self::Rule(named) => rule.name == named.name,
        }
    }
}

impl Default for Levels {
    fn default() -> Self {
        Self { rules: rules::all().map(RuleLevel::of).collect(), overrides: Vec::new() }
    }
}

impl RuleLevel {
    fn of(rule: &'static Rule) -> Self {
        let numbers = rule.options.iter().map(|option| option.default).collect();
        Self { rule, level: Some(rule.level), is_selected: true, numbers }
    }
}

impl Levels {
    /// Takes a rule of one's own in. False: its name is taken.
    pub fn add(&mut self, rule: &'static Rule) -> bool {
        if self.own().next().is_none() {
            self.rules.push(RuleLevel::of(PLUGIN_ERROR));
        }
        let is_free = self.selector(rule.name).is_none();
        if is_free {
            self.rules.push(RuleLevel::of(rule));
        }
        is_free
    }

    /// All rules: the built-in ones, then one's own.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> + '_ {
        self.rules.iter().map(|own| own.rule)
    }

    /// The rules of one's own.
    pub fn own(&self) -> impl Iterator<Item = &'static Rule> + '_ {
        self.rules().filter(|rule| rule.group == Group::Own)
    }

    /// The rule of this name.
    pub fn find(&self, name: &str) -> Option<&'static Rule> {
        self.rules().find(|rule| rule.name == name)
    }

    /// Reads the name of a rule, one's own too, or a group, or `all`.
    pub fn selector(&self, name: &str) -> Option<Selector> {
        Selector::parse(name).or_else(|| self.find(name).map(Selector::Rule))
    }

    /// Sets the level of all rules that are named.
    pub fn set(&mut self, selector: Selector, level: Loudness) {
        for rule in self.rules.iter_mut().filter(|rule| selector.names(rule.rule)) {
            rule.level = level;
        }
    }

    /// Sets a number of a rule. False: the rule has no such option.
    pub fn set_number(&mut self, rule: &Rule, option: &str, number: u32) -> bool {
        let Some(at) = rule.options.iter().position(|setting| setting.name == option) else { return false };
        for own in self.rules.iter_mut().filter(|own| own.rule.name == rule.name) {
            own.numbers[at] = number;
        }
        true
    }

    /// Sets the level of all rules that are named, for files whose path below the journal's folder matches one of
    /// the globs. Later overrides win.
    pub fn set_for_files(&mut self, files: &[globset::Glob], selector: Selector, level: Loudness) {
        let mut builder = GlobSetBuilder::new();
        for glob in files {
            builder.add(glob.clone());
        }
        let named = self.rules().filter(|rule| selector.names(rule));
        let levels = named.map(|rule| (rule.name, level)).collect();
        self.overrides.push(Override { files: builder.build().unwrap_or_default(), levels });
    }

    /// Lets only the rules speak that are named.
    pub fn select(&mut self, selectors: &[Selector]) {
        for rule in &mut self.rules {
            rule.is_selected = selectors.iter().any(|selector| selector.names(rule.rule));
        }
    }

    /// Lets the rules speak that are named, whatever was said before; one that is off speaks at its own level.
    pub fn extend(&mut self, selectors: &[Selector]) {
        for rule in self.rules.iter_mut().filter(|rule| selectors.iter().any(|it| it.names(rule.rule))) {
            rule.is_selected = true;
            rule.level = rule.level.or(Some(rule.rule.level));
        }
    }

    /// Silences the rules that are named.
    pub fn ignore(&mut self, selectors: &[Selector]) {
        for rule in self.rules.iter_mut().filter(|rule| selectors.iter().any(|it| it.names(rule.rule))) {
            rule.is_selected = false;
        }
    }

    /// Lets only those of the rules that speak go on speaking that are named.
    pub fn narrow(&mut self, selectors: &[Selector]) {
        for rule in &mut self.rules {
            rule.is_selected &= selectors.iter().any(|selector| selector.names(rule.rule));
        }
    }

    /// How loud a rule is where no override says otherwise.
    pub fn level(&self, rule: &Rule) -> Loudness {
        self.get(rule).filter(|own| own.is_selected).and_then(|own| own.level)
    }

    /// How loud a rule is in the file at this path.
    pub fn level_in(&self, rule: &Rule, path: &str) -> Loudness {
        let own = self.get(rule).filter(|own| own.is_selected)?;
        let overrides = self.overrides.iter().rev();
        let special = overrides
            .filter(|it| it.files.is_match(path))
            .find_map(|it| it.levels.iter().find(|(name, _)| *name == rule.name).map(|(_, level)| *level));
        special.unwrap_or(own.level)
    }

    /// A number of a rule.
    pub fn number(&self, rule: &str, option: &str) -> Option<u32> {
        let own = self.rules.iter().find(|own| own.rule.name == rule)?;
        own.numbers.get(own.rule.options.iter().position(|setting| setting.name == option)?).copied()
    }

    /// The numbers of a rule, in the order of its options.
    pub(crate) fn numbers(&self, rule: &Rule) -> &[u32] {
        self.get(rule).map_or(&[], |own| &own.numbers)
    }

    /// Whether a rule may speak anywhere.
    pub(crate) fn is_on(&self, rule: &Rule) -> bool {
        let is_loud = |it: &Override| it.levels.iter().any(|(name, level)| *name == rule.name && level.is_some());
        self.get(rule).is_some_and(|own| own.is_selected && (own.level.is_some() || self.overrides.iter().any(is_loud)))
    }

    fn get(&self, rule: &Rule) -> Option<&RuleLevel> {
        self.rules.iter().find(|own| own.rule.name == rule.name)
    }
}
