//! The pages of the rules, and the list of them.

use std::fmt::Write;

use messages::Language;

use crate::rule::{Group, Rule};
use crate::rules;

/// Where a rule's page can be read.
pub fn url(rule: &Rule) -> String {
    if rule.group == Group::Own {
        return "https://github.com/netlint/netlint/blob/main/docs/own-rules.md".to_owned();
    }
    format!("https://github.com/netlint/netlint/blob/main/docs/rules/{}.md", rule.name)
}

/// A rule's page as Markdown.
pub fn page(rule: &Rule) -> String {
    let mut page = format!("# {}\n\n", rule.name);
    if rule.group == Group::Own {
        let lines = rule.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end());
        lines.for_each(|line| _ = writeln!(page, "{line}"));
        return page;
    }
    let (summary, rest) = rule.docs.trim().split_once('\n').unwrap_or((rule.docs.trim(), ""));
    _ = writeln!(page, "{}\n", summary.trim());
    _ = writeln!(page, "Group [{0}](index.md#{0}), level {1} by default.", rule.group.name(), rule.level.name());
    page.push('\n');
    for line in rest.trim().lines() {
        // Doc comments leave one blank before each line.
        _ = writeln!(page, "{}", line.strip_prefix(' ').unwrap_or(line).trim_end());
    }
    if !rule.options.is_empty() {
        page.push_str("\n## Options\n\n| option | default | meaning |\n|---|---|---|\n");
        for option in rule.options {
            _ = writeln!(page, "| `{}` | {} | {} |", option.name, option.default, option.docs);
        }
        let example = rule.options.first().map_or(String::new(), |it| format!("{} = {}", it.name, it.default));
        _ = writeln!(page, "\nIn `netlint.toml`:\n\n```toml\n[rules]\n{} = {{ {example} }}\n```", rule.name);
    }
    page
}

/// The list of all rules as Markdown.
pub fn index() -> String {
    let mut page = String::from("# Rules\n\nThe same list as `netlint rules`; each page as `netlint explain RULE`.\n");
    for group in Group::ALL {
        _ = write!(page, "\n## {}\n\n", group.name());
        let mut motto = group.motto(Language::English).to_owned();
        motto.get_mut(..1).into_iter().for_each(str::make_ascii_uppercase);
        _ = writeln!(page, "{motto}.\n\n| rule | level | what it finds |\n|---|---|---|");
        for rule in rules::in_group(group) {
            _ = writeln!(page, "| [{0}]({0}.md) | {1} | {2} |", rule.name, rule.level.name(), rule.summary());
        }
    }
    page
}
