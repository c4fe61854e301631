//! What a journal asks not to hear: directives in comments, and the field `ignore`.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use foldhash::fast::RandomState;
use journal::{Day, FileId, Network, PersonId, Place, Reader, Span};
use syntax::RuleName;

use crate::diagnostic::Finding;
use crate::levels::Levels;
use crate::rule::{Group, Rule};
use crate::rules;

/// What a suppression names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Target {
    /// Every rule.
    All,
    /// The rules of a group.
    Group(Group),
    /// One rule.
    Rule(&'static str),
}

/// One rule or group that one directive or `ignore` names.
#[derive(Debug)]
pub(crate) struct Suppression {
    /// What it names; `None`: no rule has the name.
    pub(crate) target: Option<Target>,
    /// The name; the whole directive where it names nothing.
    pub(crate) place: Place,
    /// The name with its `until`.
    pub(crate) extent: Span,
    /// The directive, or the field.
    pub(crate) whole: Place,
    /// Whose `ignore` it is.
    pub(crate) person: Option<PersonId>,
    /// The last day on which it holds.
    pub(crate) until: Option<Day>,
    /// Whether it could hide something today: not expired, and no `enable`.
    pub(crate) is_active: bool,
    /// It is an `enable`, which never hides anything.
    pub(crate) is_enable: bool,
    /// Whether it hid something.
    pub(crate) used: AtomicBool,
}

impl Suppression {
    pub(crate) fn is_used(&self) -> bool {
        self.used.load(Ordering::Relaxed)
    }
}

/// All suppressions of a network, to be asked for each finding.
#[derive(Debug, Default)]
pub(crate) struct Suppressions {
    pub(crate) all: Vec<Suppression>,
    /// Directives whose name is none of ours.
    pub(crate) unknown: Vec<Place>,
    files: HashMap<(FileId, Target), Hidden, RandomState>,
    people: HashMap<(PersonId, Target), usize, RandomState>,
}

/// What one target's directives hide in one file: ranges in order, and the number of the suppression.
#[derive(Debug, Default)]
struct Hidden {
    file: Option<usize>,
    blocks: Vec<(Span, usize)>,
    lines: Vec<(Span, usize)>,
}

/// The directives, by name.
pub(crate) const DIRECTIVES: [&str; 4] =
    ["netlint-disable-next-line", "netlint-disable-file", "netlint-disable", "netlint-enable"];

impl Suppressions {
    pub(crate) fn new(network: &Network, levels: &Levels, today: Day) -> Self {
        let mut found = Self::default();
        let mut reader = Reader::default();
        // Blocks that are open: where the file and the target are, the number of the suppression.
        let mut open: HashMap<(FileId, Target), (u32, usize), RandomState> = HashMap::default();
        for &whole in &network.directives {
            found.directive((network, levels), whole, today, &mut reader, &mut open);
        }
        let mut open: Vec<_> = open.into_iter().collect();
        open.sort_unstable_by_key(|(_, (_, number))| *number);
        for ((file, target), (start, number)) in open {
            let end = network.text(file).len() as u32;
            found.files.entry((file, target)).or_default().blocks.push((Span::new(start, end), number));
        }
        for (id, person) in network.people() {
            for field in person.fields.iter().filter(|field| field.key == "ignore") {
                let text = network.text(field.file);
                let whole = Place { file: field.file, span: field.key_span.cover(field.value) };
                let Some(names) = reader.rule_names(text, field.value) else {
                    // Whatever stands there, it names no rule.
                    found.add((network, levels), RuleName { span: field.value, until: None }, whole, Some(id), today);
                    continue;
                };
                for name in names {
                    let number = found.add((network, levels), name, whole, Some(id), today);
                    if let (Some(target), true) = (found.all[number].target, found.all[number].is_active) {
                        found.people.entry((id, target)).or_insert(number);
                    }
                }
            }
        }
        found
    }

    fn add(
        &mut self,
        (network, levels): (&Network, &Levels),
        name: RuleName,
        whole: Place,
        person: Option<PersonId>,
        today: Day,
    ) -> usize {
        let text = network.text(whole.file);
        let place = Place { file: whole.file, span: name.span };
        let target = if place == whole { Some(Target::All) } else { target(levels, name.span.text(text)) };
        let until = name.until.and_then(|until| Day::parse(until.text(text)));
        self.all.push(Suppression {
            target,
            place,
            extent: name.until.map_or(name.span, |until| name.span.cover(until)),
            whole,
            person,
            until,
            is_active: until.is_none_or(|until| today <= until),
            is_enable: false,
            used: AtomicBool::new(false),
        });
        self.all.len() - 1
    }

    fn directive(
        &mut self,
        (network, levels): (&Network, &Levels),
        whole: Place,
        today: Day,
        reader: &mut Reader,
        open: &mut HashMap<(FileId, Target), (u32, usize), RandomState>,
    ) {
        let text = network.text(whole.file);
        let Some(directive) = reader.directive(text, whole.span) else { return };
        let name = directive.name.text(text).to_ascii_lowercase();
        if !DIRECTIVES.contains(&name.as_str()) {
            return self.unknown.push(Place { file: whole.file, span: directive.name });
        }
        let mut named = directive.rules;
        if named.is_empty() {
            let span = in_vain(text, directive.name.end, whole.span).unwrap_or(whole.span);
            named.push(RuleName { span, until: None });
        }
        for rule in named {
            let number = self.add((network, levels), rule, whole, None, today);
            if name == "netlint-enable" {
                self.all[number].is_active = false;
                self.all[number].is_enable = true;
            }
            let Some(target) = self.all[number].target else { continue };
            let key = (whole.file, target);
            match name.as_str() {
                "netlint-enable" => {
                    let closed: Vec<_> = match target {
                        Target::All => open.keys().filter(|(file, _)| *file == whole.file).copied().collect(),
                        _ => vec![key],
                    };
                    for key in closed {
                        if let Some((start, number)) = open.remove(&key) {
                            let block = (Span::new(start, whole.span.start), number);
                            self.files.entry(key).or_default().blocks.push(block);
                        }
                    }
                }
                _ if !self.all[number].is_active => {}
                "netlint-disable-file" => _ = self.files.entry(key).or_default().file.get_or_insert(number),
                "netlint-disable" => _ = open.entry(key).or_insert((whole.span.end, number)),
                _ => {
                    let line = next_line(text, whole.span.end);
                    self.files.entry(key).or_default().lines.push((line, number));
                }
            }
        }
    }

    /// Whether the journal asks not to hear this, and marks what asked so as used.
    pub(crate) fn hides(&self, network: &Network, rule: &'static Rule, finding: &Finding) -> bool {
        let targets = [Target::Rule(rule.name), Target::Group(rule.group), Target::All];
        let by_directive = targets.iter().find_map(|target| {
            let hidden = self.files.get(&(finding.place.file, *target))?;
            let at = finding.place.span.start;
            covering(&hidden.lines, at).or_else(|| covering(&hidden.blocks, at)).or(hidden.file)
        });
        if let Some(number) = by_directive {
            self.all[number].used.store(true, Ordering::Relaxed);
            return true;
        }
        let ignores = |id: &PersonId| targets.iter().find_map(|target| self.people.get(&(*id, *target)).copied());
        // On a person's own heading that person's word is enough; elsewhere all who are concerned must agree.
        let own = finding.people.first().filter(|id| network.person(**id).place == finding.place);
        let numbers: Option<Vec<usize>> = match own {
            Some(id) => ignores(id).map(|number| vec![number]),
            None if finding.people.is_empty() => None,
            None => finding.people.iter().map(ignores).collect(),
        };
        for number in numbers.iter().flatten() {
            self.all[*number].used.store(true, Ordering::Relaxed);
        }
        numbers.is_some()
    }
}

/// What stands in a directive instead of names: it must not hide every rule because it cannot be read. A reason
/// after `--` may stand there.
fn in_vain(text: &str, name_end: u32, whole: Span) -> Option<Span> {
    let rest = Span::new(name_end, whole.end).text(text).strip_suffix("-->")?;
    let words = rest.trim();
    if words.is_empty() || words.starts_with("--") {
        return None;
    }
    let start = name_end + (rest.len() - rest.trim_start().len()) as u32;
    Some(Span::new(start, start + words.len() as u32))
}

/// What a name in a suppression means.
pub(crate) fn target(levels: &Levels, name: &str) -> Option<Target> {
    let rule = levels.find(name).map(|rule| Target::Rule(rule.name));
    rule.or_else(|| rules::find_group(name).map(Target::Group))
}

/// The range that covers `at`, of ranges that are in order and do not overlap.
fn covering(ranges: &[(Span, usize)], at: u32) -> Option<usize> {
    let before = ranges.partition_point(|(span, _)| span.start <= at);
    let (span, number) = ranges.get(before.checked_sub(1)?)?;
    (at < span.end).then_some(*number)
}

/// The next line after `from` that is not blank.
fn next_line(text: &str, from: u32) -> Span {
    let mut start = from;
    // The rest of the directive's own line goes first.
    let mut is_own = true;
    for line in text[from as usize..].split_inclusive('\n') {
        let end = start + line.len() as u32;
        if !is_own && !line.trim().is_empty() {
            return Span::new(start, end);
        }
        is_own = false;
        start = end;
    }
    Span::at(start)
}
